"""Every kind of page, and the screens that show it; `screenshots.py` takes the pictures."""

from typing import Any, NamedTuple

# Paper without its margins.
PHONE, WIDE, PAPER = (360, 740), (1280, 900), (680, 1030)


class View(NamedTuple):
    """One screen: the page, its size, and what the reader does there."""

    path: str
    size: tuple[int, int]
    answers: tuple[str, ...] = ()
    search: str = ""
    scripts: bool = True


class Shot(NamedTuple):
    """One picture: its file, the kinds of page it shows (as in their front matter), what they are for, its views."""

    name: str
    kinds: tuple[str, ...]
    purpose: str
    views: tuple[View, ...]


def _both(path: str, **more: Any) -> tuple[View, View]:
    return View(path, PHONE, **more), View(path, WIDE, **more)


_TREE = "ringsted/beslutningstrae/jeg-er-bekymret/"
_TO_SIGNS = ("nej", "nej", "gul", "6-9")
_TO_OUTCOME = (*_TO_SIGNS, "tegn-49", "nej", "nej", "ja", "nej")

SHOTS = (
    Shot(
        "forside-og-trae",
        (),
        "On a phone: the front page and a decision tree",
        (View("ringsted/", PHONE), View(_TREE, PHONE)),
    ),
    Shot("forside", ("front",), "Front page: whom to ring, and the ways in", _both("ringsted/")),
    Shot("akut", ("acute",), "Acute help: the numbers, and what to do", _both("ringsted/akut/")),
    Shot(
        "trae",
        ("tree",),
        "A decision tree on a phone: question, checklist, outcome",
        (View(_TREE, PHONE), View(_TREE, PHONE, _TO_SIGNS), View(_TREE, PHONE, _TO_OUTCOME)),
    ),
    Shot(
        "trae-bredt",
        (),
        "A decision tree on a wide screen, and the outcome on paper",
        (View(_TREE, WIDE, _TO_SIGNS), View(_TREE, PAPER, _TO_OUTCOME)),
    ),
    Shot("trae-uden-scripts", (), "A decision tree without scripts: everything at once", _both(_TREE, scripts=False)),
    Shot("trae-bygget", ("tree_built",), "How a tree is built, for editors and experts", _both(f"{_TREE}opbygning/")),
    Shot("soegning", (), "The search dialog", _both("ringsted/", search="ondt i maven")),
    Shot("underretning-oversigt", ("notifications",), "The ways to notify", _both("ringsted/underretning/")),
    Shot("underretning", ("notification",), "A way to notify", _both("ringsted/underretning/underretning/")),
    Shot("moeder", ("ladder",), "The ladder of meetings, and the meetings side by side", _both("ringsted/moeder/")),
    Shot(
        "moede",
        ("meeting",),
        "A meeting: who calls, who comes, consent, deadline",
        _both("ringsted/moeder/samarbejdsmoede/"),
    ),
    Shot(
        "moede-papir",
        (),
        "A meeting and an offer on paper",
        (View("ringsted/moeder/samarbejdsmoede/", PAPER), View("kalundborg/tilbud/foenix/", PAPER)),
    ),
    Shot("frister", ("deadlines",), "All deadlines", _both("ringsted/frister/")),
    Shot("tilbudsliste", ("offers",), "The catalogue of offers, with filters", _both("kalundborg/tilbud/")),
    Shot("tilbud", ("offer",), "An offer: for whom, and how one gets it", _both("kalundborg/tilbud/foenix/")),
    Shot("indsats", (), "A supporting measure, which needs a decision", _both("ringsted/indsatser/familiebehandling/")),
    Shot("oekonomi", ("budget",), "A budget", _both("kalundborg/oekonomi/budget-tidlig-indsats/")),
    Shot("modeller", ("models",), "Models and methods", _both("ringsted/modeller/")),
    Shot("model", ("model",), "A model or a method", _both("ringsted/modeller/trivselsvurdering/")),
    Shot("principper", ("principles",), "Principles", _both("ringsted/modeller/principper/")),
    Shot("tegn-oversigt", ("signs",), "Signs: choose an age", _both("ringsted/tegn/")),
    Shot("tegn", ("age_group",), "Signs at one age, by level", _both("ringsted/tegn/alder-6-9/")),
    Shot("lov", ("law",), "The law behind the pages", _both("ringsted/lov/")),
    Shot("roller", ("roles",), "Roles", _both("ringsted/roller/")),
    Shot("rolle", ("role",), "A role: what you call, lead and must do", _both("ringsted/roller/laerer/")),
    Shot("bekymringer", ("concerns",), "Everything by concern", _both("kalundborg/bekymringer/")),
    Shot("kontakt", ("contacts",), "Contacts", _both("ringsted/kontakt/")),
    Shot("ordliste", ("glossary",), "Glossary", _both("ringsted/ordliste/")),
    Shot("ny", ("new",), "For those who are new", _both("ringsted/ny/")),
    Shot("a-aa", ("index",), "Everything from A to Å", _both("ringsted/a-aa/")),
    Shot("kilder", ("sources",), "Sources, review, and data for others", _both("ringsted/kilder/")),
    Shot("om", (), "A page written by hand: about the site", _both("ringsted/om/")),
    Shot("404", (), "A wrong address", _both("ringsted/404.html")),
    Shot("portal", (), "The front page over all municipalities", _both("")),
    Shot("portal-moeder", (), "Who calls the meeting in each municipality", _both("hvem-indkalder/")),
    Shot("portal-tilbud", (), "The offers of all municipalities", _both("tilbud/")),
    Shot("portal-systemer", (), "The models and methods of each municipality", _both("systemer/")),
    Shot("portal-lov", (), "The shared law", _both("lov/")),
)


def as_list() -> str:
    """What the pictures show, in Markdown."""
    return "".join(f"## {shot.purpose}\n\n![{shot.purpose}](images/{shot.name}.webp)\n\n" for shot in SHOTS)
