"""What parents, children and others around a family find on the pages: a way in, a number, and who may come along."""

import re

import pytest

from shipped import NAMES, book_of, checked_of, shipped_site
from vejviser.checks.trees import flows
from vejviser.records.meeting import MeetingType
from vejviser.records.notification import Notification
from vejviser.records.offer import Offer


def page(name: str, uri: str) -> str:
    """The Markdown of a page."""
    return next(page.text for page in shipped_site(name).pages if page.uri == uri)


@pytest.mark.parametrize("name", NAMES)
def test_anonymous_offers_can_be_reached(name: str) -> None:
    """Where one may be anonymous there is a way to reach it, and what to ask before one says who one is."""
    for offer in book_of(checked_of(name)).all(Offer):
        if offer.anonymous != "yes":
            continue
        text = page(name, f"tilbud/{offer.id}.md")
        assert re.search(r"\]\(tel:|\n- \*\*Hjemmeside|Nummeret har vi ikke. Se på \[kommunens hjemmeside\]", text)
        assert "Siger du det, så spørg først, hvem de fortæller det til." in text


@pytest.mark.parametrize("name", NAMES)
def test_advice_on_the_front_page_is_a_link(name: str) -> None:
    """Anonymous advice on the front page leads to its page."""
    place = checked_of(name).project.entries[name].record
    if getattr(place, "advice", None):
        assert re.search(r"## Få anonym rådgivning [^\n]*\n\n\[[^\]]+\]\(tilbud/", page(name, "index.md"))


@pytest.mark.parametrize("name", NAMES)
def test_everybody_is_told_where_anonymous_advice_is(name: str) -> None:
    """The page about sparring says whom to ask for it, also where no offer is known."""
    sparring = next(one for one in book_of(checked_of(name)).all(Notification) if one.id == "sparring")

    assert re.search(r"anonym, så spørg .*, hvor kommunens anonyme rådgivning er", " ".join(sparring.steps))


@pytest.mark.parametrize("name", NAMES)
def test_meetings_speak_to_the_family(name: str) -> None:
    """A meeting that the family comes to says that they may bring somebody, and whom to ask."""
    for meeting in book_of(checked_of(name)).all(MeetingType):
        text = page(name, f"moeder/{meeting.id}.md")
        family = any(part.side == "family" for part in book_of(checked_of(name)).meeting(meeting.id).participants)
        assert family == bool(re.search(r"## Er det dit barn\? [^\n]*\n\nDu må tage en bisidder med.*Spørg ", text))


@pytest.mark.parametrize("name", NAMES)
def test_ends_about_telling_parents(name: str) -> None:
    """Every end that tells parents first speaks of the unborn, of several children and of violence on the way."""
    for _, flow in flows(checked_of(name).project):
        for outcome in flow.tree.outcomes.values():
            if outcome.record == "underretning-med-foraeldre":
                for words in ("den gravide alene", "flere børn", "om vold eller kontrol, så slut roligt"):
                    assert words in (outcome.note or "")
