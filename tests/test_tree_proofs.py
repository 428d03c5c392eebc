"""What is proved about trees, against brute force over every way to answer random ones."""

from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any, cast

from hypothesis import given
from hypothesis import strategies as st

from brute_force import Answer, Brute
from random_trees import LEVELS, Raw, flow_of, raw_trees
from vejviser.checks import tree_doubt, tree_proofs
from vejviser.entry import Entry
from vejviser.findings import Finding
from vejviser.trees.paths import paths
from vejviser.trees.proof import Proof

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
