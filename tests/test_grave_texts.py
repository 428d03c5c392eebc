"""What the pages say when it is gravest: danger first, the next hour, and nobody sent where the danger may be."""

import re
from collections.abc import Iterator
from types import ModuleType

import pytest

from projects import tool
from shipped import NAMES, checked_of, shipped_site
from vejviser.records.meeting import MeetingType
from vejviser.records.notification import Notification
from vejviser.records.role import Role
from vejviser.records.tree import Tree
from vejviser.trees.doubt import is_doubt

_DANGER = ("112", "114")
# Words that mislead a reader, with what is written instead (the language review of December 2026).
_AVOIDED = {
    r"\bsyn(et)?\b": "perspektiv",
    r"efter bekymring": "ud fra bekymringen",
    r"med nogen uden navn": "anonym rådgivning",
    r"lever\s+(et barn\s+)?farligt": "lider overlast eller bliver vanrøgtet",
    r"underretning sammen med": "med forældrenes viden",
    r"æreskonflikt|konflikt om ære": "æresrelateret konflikt",
    r"barnet, hvor det er$": "i hverdagen",
    r"mor, far eller har": "den eller dem, der har forældremyndigheden",
}
_CUSTODY = "forældremyndigheden"
# A role that receives notifications, in any municipality.
_RECEIVERS = ("raadgiver-modtagelsen", "fast-raadgiver", "raadgiver-fagcenter", "socialraadgiver")


def ways(name: str) -> dict[str, Notification]:
    """The ways to get help and to notify, by id."""
    records = [entry.record for entry in checked_of(name).project.of_kind("notification")]
    return {record.id: record for record in records if isinstance(record, Notification)}


def roles(name: str) -> dict[str, Role]:
    """The roles, by id."""
    records = [entry.record for entry in checked_of(name).project.of_kind("role")]
    return {record.id: record for record in records if isinstance(record, Role)}


def page(name: str, uri: str) -> str:
    """The Markdown of a page."""
    return next(page.text for page in shipped_site(name).pages if page.uri == uri)


def linked(text: str) -> Iterator[str]:
    """The addresses that a page links to within the site."""
    yield from re.findall(r"\]\((?:\.\./)?([\w/-]+\.md)", text)


@pytest.mark.parametrize("name", NAMES)
def test_danger_first(name: str) -> None:
    """Where one may need 112, the first step says so, and 114 stands there for when nobody answers."""
    grave = [way for way in ways(name).values() if "alarmcentralen" in way.call]

    assert len(grave) > 8
    assert [] == [way.id for way in grave if "112" not in way.steps[0] and "112" not in way.steps[1]]
    assert [] == [way.id for way in grave if "114" not in " ".join([*way.steps, way.parents])]


@pytest.mark.parametrize("way", ["akut-hjaelp", "underretning-overgreb"])
@pytest.mark.parametrize(
    "said",
    [
        r"barnet kan gå hjem, og med hvem",
        r"bliv hos barnet, og ring 114",
        r"[Kk]onfrontér ikke",
        r"spørg (det ikke|ikke barnet) ud|Spørg det ikke ud",
        r"underretning samme dag",
        r"mistanke er nok",
    ],
)
@pytest.mark.parametrize("name", NAMES)
def test_next_hour(name: str, way: str, said: str) -> None:
    """What holds for the next hour stands on the page itself."""
    record = ways(name)[way]

    assert re.search(said, " ".join([*record.when, *record.steps, *record.dont]))


@pytest.mark.parametrize("name", NAMES)
def test_parents_of_a_child_hurt_by_a_stranger(name: str) -> None:
    """They hear at once, and in no other case before the municipality has said so."""
    overgreb = ways(name)["underretning-overgreb"]

    assert "kan være involveret" in (overgreb.summary or "")
    assert re.search(r"fremmed.*skal forældrene vide det med det samme", overgreb.parents)


@pytest.mark.parametrize("role", ["barn", "foraeldre", "netvaerk"])
@pytest.mark.parametrize("name", NAMES)
def test_families_meet_danger_first(name: str, role: str) -> None:
    """A page for the family has 112 and 114 above its first heading, and asks nobody for a duty."""
    text = page(name, f"roller/{role}.md")
    opening = re.split(r"\n## (?!.*\.minor)", text, maxsplit=1)[0]

    assert [] == [number for number in _DANGER if number not in opening]
    assert "Det skal du" not in text


@pytest.mark.parametrize("name", NAMES)
def test_child_is_not_sent_to_the_parents(name: str) -> None:
    """A child's page links to no page that asks the parents for anything, and says whom to tell."""
    text = page(name, "roller/barn.md")
    asks = {
        entry.id
        for kind, model in (("notification", Notification), ("meeting_type", MeetingType))
        for entry in checked_of(name).project.of_kind(kind)
        if isinstance(entry.record, model) and entry.record.consent and entry.record.consent.level != "not_required"
    }

    assert [] == [uri for uri in linked(text) if uri.rsplit("/", 1)[-1].removesuffix(".md") in asks]
    assert "en voksen, du stoler på" in text
    assert "boernetelefonen" in text


@pytest.mark.parametrize("name", NAMES)
def test_nobody_notifies_himself(name: str) -> None:
    """Whoever receives notifications assesses them within 24 hours, and is not told to send one to himself."""
    receivers = [role for id_, role in roles(name).items() if id_ in _RECEIVERS]

    assert receivers
    for role in receivers:
        said = " ".join(role.duties)
        assert "24 timer" in said
        assert "Underret selv" not in said
        assert "underretning-modtager" in role.reading


@pytest.mark.parametrize("name", NAMES)
def test_receiver_has_the_law_and_the_deadlines(name: str) -> None:
    """The 24 hours and the receipt stand among the deadlines of the one who receives."""
    text = page(name, "roller/raadgiver-modtagelsen.md")

    assert "24 timer" in text.split("## Dine frister")[1]
    assert "6 hverdage" in text.split("## Dine frister")[1]


@pytest.mark.parametrize("name", NAMES)
def test_consent_is_of_those_with_custody(name: str) -> None:
    """A text about a consent that is needed says whose it is."""
    records = [*ways(name).values(), *(entry.record for entry in checked_of(name).project.of_kind("meeting_type"))]
    needed = [
        record
        for record in records
        if isinstance(record, Notification | MeetingType)
        and record.consent
        and record.consent.level in {"required", "depends"}
        and re.search(r"foræld|begge|familie", record.consent.text)
    ]

    assert [] == [record.id for record in needed if _CUSTODY not in record.consent.text]


@pytest.mark.parametrize("name", NAMES)
def test_absence_binds_leaders_of_folkeskoler(name: str) -> None:
    """The duty at 15 percent is said of the leader of a folkeskole, with the doubt about 2026 on the page itself."""
    text = page(name, "underretning/underretning-fravaer.md")

    assert "Lederen af folkeskolen" in text
    assert "ændret i 2026" in text.split("Det er ikke afklaret")[1]


@pytest.mark.parametrize("name", NAMES)
def test_absence_is_not_lost_in_doubt(name: str) -> None:
    """Where absence is one answer among others, who doubts those is told to choose it, and hears of the duty."""
    trees = [entry.record for entry in checked_of(name).project.of_kind("tree")]
    nodes = [node for tree in trees if isinstance(tree, Tree) for node in tree.nodes if "fravær" not in node.ask]
    beside = [option for node in nodes if any(map(is_doubt, node.options)) for option in node.options]

    assert [] == [
        option.label
        for option in beside
        if "15 procent" in option.label and "også når du er i tvivl" not in (option.help or "")
    ]


@pytest.mark.parametrize("name", NAMES)
def test_avoided_words(name: str) -> None:
    """No page says what a reader takes for something else."""
    found = [
        (page.uri, match.group(), better)
        for page in shipped_site(name).pages
        if page.uri != "a-aa.md"
        for words, better in _AVOIDED.items()
        for match in [re.search(words, page.text.split("Andre ord for det samme")[0], re.IGNORECASE | re.MULTILINE)]
        if match
    ]

    assert [] == found


@pytest.fixture(name="measure", scope="module")
def _measure() -> ModuleType:
    """The script that measures how hard pages are to read."""
    return tool("lix")


def test_lix(measure: ModuleType) -> None:
    """Words per sentence and the share of long ones; a link counts as its words, a line as a sentence."""
    assert measure.lix(["Ring til dem nu.\nBliv der hos ham."]).sentence == 4
    assert measure.lix(["Ring til [kommunen](modtagelsen) nu."]).long_share == 25
    assert measure.lix([]).whole == 0


@pytest.mark.parametrize("name", NAMES)
def test_gravest_pages_are_easy(measure: ModuleType, name: str) -> None:
    """None of the ten gravest pages passes 30; `python tools/lix.py` prints them."""
    found = measure.gravest(checked_of(name).project)

    assert measure.HOW_MANY == len(found)
    assert [] == [(id_, round(value.whole, 1)) for id_, value in found if value.whole > measure.MOST]
