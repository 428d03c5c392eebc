"""Doubt, danger and parents in decision trees: what is found of faults planted in a sound tree, and where."""

from collections.abc import Callable

import pytest

from drawn import TREE
from vejviser.checked import Checked
from vejviser.records.question import Option
from vejviser.trees.doubt import sounds_doubtful
from vejviser.trees.parents import sends_to_parents

DOUBTFUL = [
    "Det ved jeg ikke",
    "Ved ikke",
    "Jeg ved det endnu ikke",
    "Jeg er i tvivl",
    "Måske",
    "Det er jeg usikker på",
    "Jeg er ikke sikker",
    "Ikke helt sikker",
    "Jeg har ikke spurgt",
    "Det kan jeg ikke svare på",
    "Jeg kan ikke huske det",
    "Det husker jeg ikke",
    "Aner det ikke",
    "Jeg har ingen anelse",
    "Jeg kender ikke tallet",
    "Det er uvist",
    "Det er svært at sige",
    "Det kommer an på noget",
    "Barnet er ikke vurderet",
    "Vi er uenige",
    "Jeg kan ikke vurdere det",
    "Det har vi ikke undersøgt endnu",
]
DOUBTFUL_IDS = ["tvivl", "ved-ikke", "maaske", "usikker", "ikke-sikker", "ikke-spurgt", "aner-ikke", "uvist"]
SURE = [
    "Ja",
    "Nej",
    "Ja, jeg ved eller tror, at der er vold",
    "Nej, intet af det",
    "Jeg kender barnet",
    "Nej, ikke endnu",
]

SENDING = [
    "Ring til forældrene, og invitér dem.",
    "Tal altid med forældrene om det, du ser.",
    "Aftal altid med forældrene, før du taler med andre.",
    "Spørg familien.",
    "Ring hjem.",
    "Tal med mor om det.",
    "Vil du bruge barnets navn, så bed om samtykke først.",
    "Med navn skal forældrene sige ja.",
    "Forældrene er med fra begyndelsen.",
    "Fortæl forældrene, at du underretter.",
    "Forældrene skal vide det samme dag.",
]
NOT_SENDING = [
    "Spørg den, du ringer til, hvem der taler med forældrene.",
    "Sig ikke noget til forældrene.",
    "Tal ikke med forældrene først, når de eller andre tæt på barnet kan være involveret.",
    "Tal med forældrene først, medmindre det kan skade barnet.",
    "Ring til kommunen, og sig, at forældrene ikke ved noget endnu.",
    "Aftal i telefonen, om barnet kan gå hjem.",
    "Underret, og spørg, før du siger noget til forældrene.",
    "Sig det til forældrene, medmindre de kan være faren.",
    "Kræver ikke samtykke",
]


@pytest.mark.parametrize("words", DOUBTFUL)
def test_doubtful_words(words: str) -> None:
    """Common ways to say that one does not know are heard."""
    assert sounds_doubtful(Option(id="svar", label=words, go="x"))


@pytest.mark.parametrize("id_", DOUBTFUL_IDS)
def test_doubtful_ids(id_: str) -> None:
    """An id says it as well as a label."""
    assert sounds_doubtful(Option(id=id_, label="Et svar", go="x"))


@pytest.mark.parametrize("words", SURE)
def test_sure_words(words: str) -> None:
    """Plain answers are not taken for doubt."""
    assert not sounds_doubtful(Option(id="svar", label=words, go="x"))


@pytest.mark.parametrize("words", SENDING)
def test_sending(words: str) -> None:
    """A sentence that turns to the parents with no condition of safety is heard."""
    assert sends_to_parents(words)


@pytest.mark.parametrize("words", NOT_SENDING)
def test_not_sending(words: str) -> None:
    """A sentence that says not to, turns to somebody else or holds its condition is let through."""
    assert not sends_to_parents(words)


def findings(checked: Callable[[str], Checked], tree: str) -> list[tuple[int, int, str]]:
    """Line, column and code of what is found in a tree of the municipality's own; E612 reads any text, trees or not."""
    lines = "\n".join(f"      | {line}" for line in ("title: Et træ" + tree).splitlines())
    drawn = f"""
decision_trees/
  by/
    eget.yml
{lines}
      | search_terms: [et, to, tre, fire]
"""
    found = [item for item in checked(drawn).findings if "by/eget" in item.path and item.code != "E612"]
    return [(item.line, item.column, item.code) for item in found]


# Where the answer of doubt, and what is told to do last, stand in the tree of `projects`.
DOUBT = "      - {id: tvivl, label: Jeg er i tvivl, counts_as: ja}\n"
WAIT = "do: [{act: Vent, who: Dig, within: i dag}]"


def at(tree: str, words: str) -> int:
    """The line of a tree on which words stand; its title is line 1."""
    return next(number for number, line in enumerate(("title: Et træ" + tree).splitlines(), 1) if words in line)


class TestPlanted:
    """Faults planted in a tree that has none."""

    def test_sound(self, checked: Callable[[str], Checked]) -> None:
        """The tree itself has no finding."""
        assert [] == findings(checked, TREE)

    @pytest.mark.parametrize("words", DOUBTFUL)
    def test_undeclared(self, words: str, checked: Callable[[str], Checked]) -> None:
        """Doubt in any words that leads its own way unseen is found at its line."""
        tree = TREE.replace(DOUBT, f'      - {{id: svar, label: "{words}", go: ring}}\n').replace(
            "{fare: tvivl}", "{fare: svar}"
        )

        assert [(at(tree, "id: svar"), 9, "E508")] == findings(checked, tree)

    @pytest.mark.parametrize("words", DOUBTFUL[:8])
    def test_milder(self, words: str, checked: Callable[[str], Checked]) -> None:
        """Doubt about danger that ends milder than yes is found at its line, in eight wordings, declared or not."""
        milder = f'      - {{id: svar, label: "{words}", doubt: yes, go: vent}}\n'
        tree = TREE.replace(DOUBT, milder).replace(
            "answers: {fare: tvivl}, expect: ring", "answers: {fare: svar}, expect: vent"
        )

        assert [(at(tree, "id: svar"), milder.index("go: ") + 5, "E519")] == findings(checked, tree)

    @pytest.mark.parametrize("words", SENDING)
    def test_call_home(self, words: str, checked: Callable[[str], Checked]) -> None:
        """An outcome that sends home in a tree that never asks whether it is safe is found."""
        tree = TREE.replace(WAIT, f'do: [{{act: "{words}", who: Dig, within: i dag}}]')

        assert [(at(tree, "  vent:"), 3, "E535")] == findings(checked, tree)

    def test_call_home_unsafe(self, checked: Callable[[str], Checked]) -> None:
        """An outcome that sends home on a way without the safe answer is found at the rule, with the shortest way."""
        rule = "must: [{name: Trygt, parents_only_if: {is: [fare, ja]}}]\n"
        tree = TREE.replace(WAIT, "do: [{act: Ring til forældrene, who: Dig, within: i dag}]") + rule

        assert [(at(tree, "must:"), 8, "E534")] == findings(checked, tree)

    def test_doubt_is_not_safe(self, checked: Callable[[str], Checked]) -> None:
        """Doubt that counts as the safe answer is not one."""
        rule = "must: [{name: Trygt, parents_only_if: {is: [fare, ja]}}]\n"
        tree = TREE.replace("do: [{act: Ring, who: Dig", "do: [{act: Ring til forældrene, who: Dig") + rule

        assert [(at(tree, "must:"), 8, "E534")] == findings(checked, tree)

    def test_suicide(self, checked: Callable[[str], Checked]) -> None:
        """An answer about suicide that ends mildly is found at its line."""
        answer = "      - {id: doe, label: Barnet vil dø, go: vent}\n"
        case = "  - {name: D, story: Et barn., answers: {fare: doe}, expect: vent}\n"
        tree = TREE.replace(DOUBT, answer + DOUBT) + case

        assert [(at(tree, "id: doe"), 9, "E537")] == findings(checked, tree)
