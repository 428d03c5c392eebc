"""What is proved about trees, against brute force over every way to answer random ones."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from types import SimpleNamespace
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brute_force import Answer, Brute
from random_trees import LEVELS, Raw, checklist, choice, flow_of, raw_trees, tree
from vejviser.checks import tree_doubt, tree_proofs
from vejviser.entry import Entry
from vejviser.findings import Finding
from vejviser.trees.paths import paths
from vejviser.trees.proof import Proof, proof_of

Places = set[tuple[str, tuple[Any, ...]]]


def reported(check: Callable[[Entry, Proof], Iterator[Finding]], proof: Proof) -> Places:
    """The codes that a check reports, each with its place in the tree."""
    places: Places = set()

    def note(loc: tuple[Any, ...], code: str, *_: str, **__: bool) -> None:
        places.add((code, loc))

    list(check(cast("Entry", SimpleNamespace(finding=note)), proof))
    return places


def kind(node: Raw) -> str:
    return "choice" if "choice" in node else "checklist"


def mild(brute: Brute, question: str) -> set[Answer]:
    """The answers, none of doubt, that another one can end graver than, and that never end graver than it."""
    own = {option["id"] for option in brute.nodes[question].get("options", ()) if "counts_as" not in option}
    graver = {
        (one, two)
        for one, two, met, other in brute.couples(question)
        if {one, two} <= own and brute.is_milder(other, met)
    }
    return {two for one, two in graver if (two, one) not in graver} if len(own) > 2 else set()


class TestPaths:
    """The paths of the abstraction."""

    @given(raw_trees())
    def test_edges(self, raw: Raw) -> None:
        """They use the rules, and meet the questions and outcomes, that some way to answer does."""
        proof, brute = Proof(flow_of(raw)), Brute(raw)
        edges = {step for walked in brute.ways.values() for step in walked.steps}

        assert edges == {
            (step.question, step.branch, step.rule, step.target) for path in paths(proof.flow) for step in path.steps
        }
        assert {edge[:3] for edge in edges} == proof.states.used
        assert {place for walked in brute.ways.values() for place in (*walked.answers, *walked.outcomes)} == set(
            proof.states.at
        )

    @given(raw_trees())
    def test_choices(self, raw: Raw) -> None:
        """The answers to the choices on the way allow the same outcomes."""

        def pattern(answers: dict[str, Answer], outcomes: list[str]) -> tuple[object, ...]:
            return *((place, one) for place, one in answers.items() if isinstance(one, str)), tuple(outcomes)

        assert {pattern(answers, outcomes) for answers, outcomes in Brute(raw).ends()} == {
            pattern(path.answers, [*path.passed, path.outcome]) for path in paths(flow_of(raw))
        }

    @given(raw_trees())
    def test_no_path_twice(self, raw: Raw) -> None:
        """No path is listed twice, and each is a way that brute force walks."""
        found = [(tuple(path.answers.items()), path.passed, path.outcome) for path in paths(flow_of(raw))]
        walked = {(tuple(answers.items()), tuple(met[:-1]), met[-1]) for answers, met in Brute(raw).ends()}

        assert len(found) == len(set(found))
        assert walked.issuperset(found)

    @given(raw_trees())
    def test_counted(self, raw: Raw) -> None:
        """They are counted without being walked."""
        proof = Proof(flow_of(raw))

        assert len(list(paths(proof.flow))) == proof.walk.number_of_paths(proof.states)


class TestProofs:
    """What the checks prove."""

    @given(raw_trees())
    def test_musts(self, raw: Raw) -> None:
        """A safety rule is reported when some reader's way breaks it, or when it speaks of nobody's."""
        brute, must = Brute(raw), raw["must"][0]
        spoken_of = [met for answers, met in brute.ends() if brute.holds(must["when"], answers)]
        level = LEVELS.index(must.get("outcome_level_min", "mild"))
        kept = [
            brute.gravity(met) >= level and bool(not must.get("outcome") or {*met} & {*must["outcome"]})
            for met in spoken_of
        ]
        expected = {("W525", ("must", 0))} if not kept else set() if all(kept) else {("E522", ("must", 0))}

        assert expected == reported(tree_proofs.musts, Proof(flow_of(raw)))

    @given(raw_trees())
    def test_monotone(self, raw: Raw) -> None:
        """A checklist is reported when one tick more, or a graver one, can end milder."""
        brute = Brute(raw)
        expected = {
            ("E523", ("nodes", index, "checklist"))
            for index, id_ in enumerate(brute.ids)
            if "checklist" in brute.nodes[id_]
            and any(
                brute.graver(id_, cast("frozenset[str]", less), cast("frozenset[str]", more))
                and brute.is_milder(after, before)
                for less, more, before, after in brute.couples(id_)
            )
        }

        assert expected == reported(tree_proofs.monotone, Proof(flow_of(raw)))

    @given(raw_trees())
    def test_doubt(self, raw: Raw) -> None:
        """Doubt is reported when it can end milder than another answer."""
        brute = Brute(raw)
        expected = {
            ("E519", ("nodes", index, "options", number, "counts_as"))
            for index, id_ in enumerate(brute.ids)
            for number, option in enumerate(brute.nodes[id_].get("options", ()))
            if "counts_as" in option
            and any(
                doubt == option["id"] and brute.is_milder(own, other) for doubt, _, own, other in brute.couples(id_)
            )
        }

        assert expected == reported(tree_doubt.milder, Proof(flow_of(raw)))

    @given(raw_trees(), st.booleans())
    def test_doubt_and_no(self, raw: Raw, acute: bool) -> None:  # noqa: FBT001
        """Where an answer says no, doubt is reported when it can end milder than that or than another mild answer."""
        for node in raw["nodes"]:
            if "choice" in node:
                next(option for option in node["options"] if "go" in option)["label"] = "Nej"
                node["acute"] = acute
        brute = Brute(raw)
        expected = set()
        for index, id_ in enumerate(brute.ids):
            options = brute.nodes[id_].get("options", ())
            held = {option["id"] for option in options if acute or option["label"] == "Nej"} | mild(brute, id_)
            for number, option in enumerate(options):
                if "counts_as" in option and any(
                    doubt == option["id"] and answer in held and brute.is_milder(own, other)
                    for doubt, answer, own, other in brute.couples(id_)
                ):
                    expected.add(("E519", ("nodes", index, "options", number, "counts_as")))

        assert expected == reported(tree_doubt.milder, Proof(flow_of(raw)))

    @given(raw_trees())
    def test_idle(self, raw: Raw) -> None:
        """A question that is asked is reported when no two answers to it lead to different outcomes."""
        brute = Brute(raw)
        asked = {place for walked in brute.ways.values() for place in walked.answers}
        expected = {
            ("W520", ("nodes", index, kind(brute.nodes[id_])))
            for index, id_ in enumerate(brute.ids)
            if id_ in asked and all(first == second for _, _, first, second in brute.couples(id_))
        }

        assert expected == reported(tree_proofs.idle, Proof(flow_of(raw)))


ENDS = {"u0": "mild", "u1": "gul", "u2": "alvor"}
STRAIGHT = {level: [{"else": end}] for end, level in ENDS.items()}
ITEMS = {"p0": "mild", "p1": "mild", "p2": "gul", "p3": "gul", "p4": "alvor", "p5": "alvor"}


def milder(level: str, condition: Raw, end: str) -> Raw:
    """Where levels lead, but for one of them to a milder outcome when a condition holds."""
    return {**STRAIGHT, level: [{"if": condition, "to": end}, *STRAIGHT[level]]}


INVERSIONS: dict[str, Raw] = {
    **{
        f"{level} with {item} to {end}": milder(level, {"has": ["q", item]}, end)
        for level, end in (("gul", "u0"), ("alvor", "u0"), ("alvor", "u1"))
        for item, own in ITEMS.items()
        if LEVELS.index(own) <= LEVELS.index(level)
    },
    **{
        f"{level} with {least} or more to u0": milder(level, {"count": {"of": "q", "min": least}}, "u0")
        for level in ("gul", "alvor")
        for least in (2, 3, 4)
    },
    **{
        f"{level} with {least} on {counted} to u0": milder(
            level, {"count": {"of": "q", "min": least, "level": counted}}, "u0"
        )
        for level, counted in (("gul", "gul"), ("alvor", "gul"), ("alvor", "alvor"))
        for least in (2,)
    },
    **{
        f"{one} and {two} swapped": {**STRAIGHT, one: STRAIGHT[two], two: STRAIGHT[one]}
        for one, two in (("mild", "gul"), ("mild", "alvor"), ("gul", "alvor"))
    },
}


class TestSeeded:
    """Faults planted in a tree that has none."""

    def test_no_fault(self) -> None:
        """Without a planted fault nothing is reported."""
        assert set() == reported(tree_proofs.monotone, Proof(flow_of(tree([checklist("q", ITEMS, STRAIGHT)], ENDS))))

    @pytest.mark.parametrize("name", INVERSIONS)
    def test_inversion(self, name: str) -> None:
        """An inversion at the checklist itself is caught."""
        raw = tree([checklist("q", ITEMS, INVERSIONS[name])], ENDS)

        assert {("E523", ("nodes", 0, "checklist"))} == reported(tree_proofs.monotone, Proof(flow_of(raw)))

    @pytest.mark.parametrize("name", INVERSIONS)
    def test_inversion_later(self, name: str) -> None:
        """An inversion behind other questions is caught too, and only the checklist is reported."""
        between = choice("c", a=[{"else": "d"}], b=[{"else": "d"}])
        levels = [(level, rule) for level, rules in INVERSIONS[name].items() for rule in rules]
        rules = [
            {
                "if": {"all": [{"level_min": ["q", level]}, *([rule["if"]] if "if" in rule else [])]},
                "to": rule.get("to") or rule["else"],
            }
            for level, rule in sorted(levels, key=lambda pair: -LEVELS.index(pair[0]))
        ]
        onward: list[Raw] = [{"else": "c"}]
        raw = tree(
            [
                checklist("q", ITEMS, dict.fromkeys(LEVELS, onward)),
                between,
                choice("d", a=[*rules, {"else": "u0"}], b=[{"else": "u1"}]),
            ],
            ENDS,
        )

        assert {("E523", ("nodes", 0, "checklist"))} == reported(tree_proofs.monotone, Proof(flow_of(raw)))

    @pytest.mark.parametrize(("counts_as", "fault"), [("a", True), ("b", True), ("c", False)])
    def test_doubt(self, counts_as: str, *, fault: bool) -> None:
        """Doubt that counts as anything but the gravest answer is caught."""
        question = choice("q", a=[{"else": "u0"}], b=[{"else": "u1"}], c=[{"else": "u2"}], tvivl=counts_as)
        expected = {("E519", ("nodes", 0, "options", 3, "counts_as"))} if fault else set()

        assert expected == reported(tree_doubt.milder, Proof(flow_of(tree([question], ENDS))))

    @pytest.mark.parametrize(("counts_as", "fault"), [("a", True), ("b", False), ("c", False)])
    def test_doubt_between(self, counts_as: str, *, fault: bool) -> None:
        """With a no, a mild answer and a grave one, doubt that ends milder than the mild one is caught."""
        question = choice("q", a=[{"else": "u0"}], b=[{"else": "u1"}], c=[{"else": "u2"}], tvivl=counts_as)
        question["options"][0]["label"] = "Nej"
        expected = {("E519", ("nodes", 0, "options", 3, "counts_as"))} if fault else set()

        assert expected == reported(tree_doubt.milder, Proof(flow_of(tree([question], ENDS))))

    def test_tick_moved(self) -> None:
        """A tick moved to an item that rules do not tell from another ticked one counts as graver too."""
        go = {"mild": [{"else": "u1"}], "gul": [{"if": {"has": ["q", "p0"]}, "to": "u2"}, {"else": "u1"}]}
        raw = tree([checklist("q", {"p0": "mild", "p2": "gul", "p3": "gul"}, go)], ENDS)

        assert {("E523", ("nodes", 0, "checklist"))} == reported(tree_proofs.monotone, Proof(flow_of(raw)))

    def test_outcome_on_the_way(self) -> None:
        """An answer that only adds an outcome on the way is not idle."""
        ways = [("q", "u0", "r"), ("r", "u1", "u2")]
        nodes = [choice(id_, a=[{"else": one}], b=[{"else": two}]) for id_, one, two in ways]
        raw = tree(nodes, {**ENDS, "u0": ("mild", "r")})

        assert set() == reported(tree_proofs.idle, Proof(flow_of(raw)))


def test_big_checklists() -> None:
    """Two lists of 30 items and 12 choices are walked in full: one path for each mix of choices and levels."""
    items = {f"p{number}": LEVELS[number % 3] for number in range(30)}
    raises = [{"count": {"min": 4}, "to": "gul"}, {"count": {"min": 3, "level": "gul"}, "to": "alvor"}]
    places = ["one", "two", *(f"c{number}" for number in range(12)), "u0"]
    nodes = [
        choice(id_, a=[{"else": after}], b=[{"else": after}])
        if id_.startswith("c")
        else checklist(id_, items, {level: [{"else": after}] for level in LEVELS}, *raises)
        for id_, after in pairwise(places)
    ]

    assert 3 * 3 * 2**12 == sum(1 for _ in paths(flow_of(tree(nodes, {"u0": "mild"}))))


def test_proved_once() -> None:
    """A tree that says the same is not proved again, and one that says something else is."""
    raws = [tree([choice("q", a=[{"else": one}], b=[{"else": "u1"}])], ENDS) for one in ("u0", "u0", "u2")]
    first, same, other = (proof_of(flow_of(raw)) for raw in raws)

    assert first is same
    assert ({"u0", "u1"}, {"u1", "u2"}) == tuple(
        {path.outcome for path in proof.paths or ()} for proof in (first, other)
    )
