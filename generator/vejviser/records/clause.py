"""What every condition of the tree language must know of itself, and what it may look up in its tree."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple, Protocol

# The id of the chosen option, or the ids of the ticked items (none of them: the empty set).
Answer = str | frozenset[str]
Answers = Mapping[str, Answer]
Kind = Literal["choice", "checklist"]
Loc = tuple[str | int, ...]


class Lookup(Protocol):
    """What a condition may look up in the tree that it stands in."""

    # From the id of a level to its number; 0 is the mildest.
    gravity: dict[str, int]

    def ask(self, question: str) -> str:
        """The words of a question."""

    def label(self, question: str, answer: str) -> str:
        """The words of an option or an item."""

    def level_title(self, level: str) -> str:
        """The words of a level."""

    def of_kind(self, kind: Kind) -> list[str]:
        """The ids of the questions of a kind."""

    def answer_ids(self, question: str) -> list[str]:
        """The options, those of doubt left out, or the items of a question."""

    def counted(self, question: str, option: str) -> str:
        """The option that an answer counts as; its own id unless it is an answer of doubt."""

    def ticks(self, question: str, ticked: frozenset[str], level: str | None) -> int:
        """How many ticks stand on a level or a graver one; all of them when no level is given."""

    def level_of(self, question: str, ticked: frozenset[str]) -> str:
        """The level that ticks give."""


class Fault(NamedTuple):
    """What is wrong with a condition, and where in it; `known` are the words that could stand there."""

    loc: Loc
    code: str
    message: str
    hint: str
    word: str = ""
    known: tuple[str, ...] = ()


class Asked(NamedTuple):
    """A question as an example needs it: its id, its kind, its options or items, and the levels of the tree."""

    id: str
    kind: Kind
    answers: Sequence[str]
    levels: Sequence[str]


class Clause(ABC):
    """What a condition says. About a question that was not asked no statement holds, and `not` of it does."""

    @abstractmethod
    def holds(self, tree: Lookup, answers: Answers) -> bool:
        """Whether it holds of the answers given so far."""

    @abstractmethod
    def words(self, tree: Lookup) -> str:
        """A Danish clause that can stand after »hvis«."""

    @abstractmethod
    def compiled(self, tree: Lookup) -> Any:
        """What the browser gets: ids and numbers, and gravities in place of levels."""

    @abstractmethod
    def statements(self) -> "Iterator[tuple[Loc, Statement]]":
        """The statements that it is made of, each with its place in it."""


class Statement(Clause):
    """A clause about one question."""

    @property
    @abstractmethod
    def question(self) -> str:
        """The id of the question."""

    @abstractmethod
    def faults(self, tree: Lookup, asked: set[str]) -> Iterator[Fault]:
        """What it names that the tree lacks or that some reader was not asked; `asked` is what all were asked."""

    @abstractmethod
    def singled(self) -> frozenset[str]:
        """The items that it tells from others on their level: the proofs try each of them by itself."""

    @abstractmethod
    def cap(self, tree: Lookup, gravity: int) -> int:
        """How many ticks on a level can make a difference to it, items singled apart; the proofs try no more."""

    @classmethod
    @abstractmethod
    def examples(cls, of: Asked) -> Iterator[Any]:
        """Ways to write it about a question, none if it suits no such kind: the proofs and the browser are tried on."""

    def statements(self) -> "Iterator[tuple[Loc, Statement]]":
        """Itself."""
        yield (), self


class Group(Clause):
    """A clause made of conditions."""

    @classmethod
    @abstractmethod
    def of(cls, parts: list[Any]) -> Any:
        """A way to write it of one or two written conditions, for the tests."""


def question_faults(tree: Lookup, kind: Kind, question: str, asked: set[str], loc: Loc) -> list[Fault]:
    """E517, E518: no such question, or one that some reader was not asked."""
    known = tree.of_kind(kind)
    if question not in known:
        message = f"`{question}` er ikke en `{kind}` i træet."
        return [Fault(loc, "E518", message, f"Skriv id'et på en `{kind}` i træet.", question, tuple(known))]
    if question in asked:
        return []
    message = f"Ikke alle læsere har svaret på `{question}`, når de kommer hertil."
    return [Fault(loc, "E517", message, "Brug et spørgsmål, som alle veje hertil går igennem.")]


def answer_faults(tree: Lookup, question: str, answer: str, loc: Loc) -> list[Fault]:
    """E518: no such option or item, or an answer of doubt, which is never what an answer counts as."""
    known = tree.answer_ids(question)
    if answer in known:
        return []
    message = f"`{answer}` kan ikke være et svar på `{question}`."
    if (counted := tree.counted(question, answer)) != answer:
        return [Fault(loc, "E518", message, f"Svaret tæller som `{counted}`; skriv det.")]
    return [Fault(loc, "E518", message, "Skriv id'et på et af svarene.", answer, tuple(known))]


def level_faults(tree: Lookup, level: str | None, loc: Loc) -> list[Fault]:
    """E509: no such level."""
    if level is None or level in tree.gravity:
        return []
    hint = "Skriv id'et på et af træets niveauer."
    return [Fault(loc, "E509", f"Træet har ikke niveauet `{level}`.", hint, level, tuple(tree.gravity))]
