"""The statements of the tree language: what a condition can say of one question, each in one class."""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import ConfigDict, Field, RootModel

from vejviser.records.base import Id, Part
from vejviser.records.clause import (
    Answers,
    Asked,
    Fault,
    Lookup,
    Statement,
    answer_faults,
    level_faults,
    question_faults,
)

_Two = Annotated[list[Id], Field(min_length=2, max_length=2)]


class _Pair(RootModel[_Two], Statement):
    """A statement written as the id of a question and one more id, that does not count."""

    model_config = ConfigDict(frozen=True)

    @property
    def question(self) -> str:
        """The first id."""
        return self.root[0]

    def singled(self) -> frozenset[str]:
        """None."""
        return frozenset()

    def cap(self, tree: Lookup, gravity: int) -> int:
        """None."""
        return 0

    def compiled(self, tree: Lookup) -> Any:
        """As written."""
        return self.root


class Is(_Pair):
    """A choice was answered with an option, or with doubt that counts as it."""

    def holds(self, tree: Lookup, answers: Answers) -> bool:
        """Doubt is what it counts as."""
        question, option = self.root
        given = answers.get(question)
        return isinstance(given, str) and option == tree.counted(question, given)

    def words(self, tree: Lookup) -> str:
        """Answer and question."""
        return f"du svarede »{tree.label(*self.root)}« på »{tree.ask(self.question)}«"

    def faults(self, tree: Lookup, asked: set[str]) -> Iterator[Fault]:
        """A question that is no choice, and an option that it lacks."""
        faults = question_faults(tree, "choice", self.question, asked, (0,))
        yield from faults or answer_faults(tree, self.question, self.root[1], (1,))

    @classmethod
    def examples(cls, of: Asked) -> Iterator[Any]:
        """Each option."""
        yield from ([of.id, option] for option in of.answers if of.kind == "choice")


class Has(_Pair):
    """An item on a checklist is ticked."""

    def holds(self, tree: Lookup, answers: Answers) -> bool:
        """A tick at just this item."""
        question, item = self.root
        return item in answers.get(question, ())

    def words(self, tree: Lookup) -> str:
        """The item."""
        return f"du satte kryds ved »{tree.label(*self.root)}«"

    def faults(self, tree: Lookup, asked: set[str]) -> Iterator[Fault]:
        """A question that is no checklist, and an item that it lacks."""
        faults = question_faults(tree, "checklist", self.question, asked, (0,))
        yield from faults or answer_faults(tree, self.question, self.root[1], (1,))

    def singled(self) -> frozenset[str]:
        """The item."""
        return frozenset(self.root[1:])

    @classmethod
    def examples(cls, of: Asked) -> Iterator[Any]:
        """Each item."""
        yield from ([of.id, item] for item in of.answers if of.kind == "checklist")


class LevelMin(_Pair):
    """The ticks of a checklist give a level or a graver one; no tick gives the mildest."""

    def holds(self, tree: Lookup, answers: Answers) -> bool:
        """The level with the list's thresholds."""
        question, level = self.root
        ticked = answers.get(question)
        return isinstance(ticked, frozenset) and (tree.gravity[tree.level_of(question, ticked)] >= tree.gravity[level])

    def words(self, tree: Lookup) -> str:
        """Question and level."""
        return f"»{tree.ask(self.question)}« gav mindst »{tree.level_title(self.root[1])}«"

    def compiled(self, tree: Lookup) -> Any:
        """Question and gravity."""
        return [self.question, tree.gravity[self.root[1]]]

    def faults(self, tree: Lookup, asked: set[str]) -> Iterator[Fault]:
        """A question that is no checklist, and a level that the tree lacks."""
        faults = question_faults(tree, "checklist", self.question, asked, (0,))
        yield from faults or level_faults(tree, self.root[1], (1,))

    @classmethod
    def examples(cls, of: Asked) -> Iterator[Any]:
        """Each level."""
        yield from ([of.id, level] for level in of.levels if of.kind == "checklist")


class _Counting(Part, Statement):
    """A statement about how many items of a checklist are ticked."""

    of: Id | None = Field(None, title="Tjekliste", description="Id på tjeklisten. Udelades under `raise`.")
    level: Id | None = Field(
        None, title="Niveau", description="Tæl kun punkter på dette niveau og de mere alvorlige. Ellers tælles alle."
    )

    @property
    def question(self) -> str:
        """The checklist."""
        return self.of or ""

    def ticks(self, tree: Lookup, answers: Answers) -> int | None:
        """How many ticks count; None when the list was not asked."""
        ticked = answers.get(self.question)
        return tree.ticks(self.question, ticked, self.level) if isinstance(ticked, frozenset) else None

    def counts_on(self, tree: Lookup, gravity: int) -> bool:
        """Whether a tick on a level counts."""
        return self.level is None or tree.gravity[self.level] <= gravity

    def place(self, tree: Lookup) -> str:
        """Where the ticks are counted, in Danish."""
        level = f" på »{tree.level_title(self.level)}« eller derover" if self.level else ""
        return f"{level} i »{tree.ask(self.question)}«"

    def least(self, tree: Lookup) -> int:
        """The gravity that a tick must have to count."""
        return tree.gravity[self.level] if self.level else 0

    def faults(self, tree: Lookup, asked: set[str]) -> Iterator[Fault]:
        """No checklist, a question that is none, and a level that the tree lacks."""
        if self.of is None:
            message = "Reglen siger ikke, hvilken tjekliste krydserne står på."
            yield Fault((), "E518", message, "Skriv `of:` og id'et på tjeklisten.")
            return
        faults = question_faults(tree, "checklist", self.of, asked, ("of",))
        yield from faults or level_faults(tree, self.level, ("level",))

    def singled(self) -> frozenset[str]:
        """None: items on one level count alike."""
        return frozenset()

    @classmethod
    def places(cls, of: Asked) -> Iterator[dict[str, Any]]:
        """A checklist with each level and with none."""
        if of.kind == "checklist":
            yield from ({"of": of.id, **({"level": level} if level else {})} for level in (None, *of.levels))


class Count(_Counting):
    """At least `min` ticks, of any level or of one level and graver."""

    min: int = Field(title="Mindst", description="Hvor mange krydser der mindst skal være.", ge=1, le=99)

    def holds(self, tree: Lookup, answers: Answers) -> bool:
        """Enough ticks."""
        return (self.ticks(tree, answers) or 0) >= self.min

    def words(self, tree: Lookup) -> str:
        """How many, and where."""
        return f"du satte mindst {self.min} {_crosses(self.min)}{self.place(tree)}"

    def compiled(self, tree: Lookup) -> Any:
        """The list, the gravity that counts, and the number."""
        return {"of": self.question, "level": self.least(tree), "min": self.min}

    def cap(self, tree: Lookup, gravity: int) -> int:
        """More than enough makes no difference."""
        return self.min if self.counts_on(tree, gravity) else 0

    @classmethod
    def examples(cls, of: Asked) -> Iterator[Any]:
        """One to three ticks."""
        yield from ({**place, "min": number} for place in cls.places(of) for number in (1, 2, 3))


class AtMost(_Counting):
    """At most `max` ticks, of any level or of one level and graver; no tick is at most any number."""

    max: int = Field(title="Højst", description="Hvor mange krydser der højst må være.", ge=0, le=99)

    def holds(self, tree: Lookup, answers: Answers) -> bool:
        """Few enough ticks on a list that was asked."""
        ticks = self.ticks(tree, answers)
        return ticks is not None and ticks <= self.max

    def words(self, tree: Lookup) -> str:
        """How many, and where."""
        if not self.max:
            return f"du ikke satte kryds{self.place(tree)}"
        return f"du satte højst {self.max} {_crosses(self.max)}{self.place(tree)}"

    def compiled(self, tree: Lookup) -> Any:
        """The list, the gravity that counts, and the number."""
        return {"of": self.question, "level": self.least(tree), "max": self.max}

    def cap(self, tree: Lookup, gravity: int) -> int:
        """The first tick too many makes a difference, no more do."""
        return self.max + 1 if self.counts_on(tree, gravity) else 0

    @classmethod
    def examples(cls, of: Asked) -> Iterator[Any]:
        """None to two ticks."""
        yield from ({**place, "max": number} for place in cls.places(of) for number in (0, 1, 2))


def _crosses(number: int) -> str:
    return "kryds" if number == 1 else "krydser"
