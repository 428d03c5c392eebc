"""The page that gathers everything by the concern it is about."""

from collections.abc import Callable

from projects import MUNICIPALITY
from shipped import book_of, shipped_site
from vejviser.checked import Checked
from vejviser.pages.concerns import URI, concerns

_FOOT = """
        | status: unconfirmed
        | reviewed: 2026-11-21
        | review_by: 2027-05-21
        | sources: [{document: kilde, passage: Side 1}]
"""
DRAWN = f"""
content/
  by/
    offers/
      gruppe.yml
        | title: Gruppen
        | target: Unge.
        | referral: {{how: Ring.}}
        | case: unknown
        | assessment: unknown
        | concerns: [Ensomhed, angst, Angst]
{_FOOT.strip(chr(10))}
    meeting_types/
      moede.yml
        | title: Mødet
        | concerns: [angst]
        | participants: [{{who: laerer, presence: required, side: internal}}]
{_FOOT.strip(chr(10))}
"""


def test_gathered(checked: Callable[[str], Checked]) -> None:
    """A concern stands once whatever its letters, with what answers it by kind, help first."""
    found = {concern.title: concern.answers for concern in concerns(book_of(checked(DRAWN)))}

    assert {"Angst": {"Tilbud": ["gruppe"], "Møder": ["moede"]}, "Ensomhed": {"Tilbud": ["gruppe"]}} == found
    assert ["Angst", "Ensomhed"] == list(found)


def test_page(checked: Callable[[str], Checked]) -> None:
    """The page is in the navigation, and links to what answers."""
    site = checked(DRAWN).site()
    page = next(page for page in site.pages if page.uri == URI)

    assert "Tilbud: [Gruppen](tilbud/gruppe.md)" in page.text
    assert {"Find hjælp ud fra bekymringen": URI} in site.nav


def test_none_without_content(checked: Callable[[str], Checked]) -> None:
    """The shared ways to notify alone make no such page, and nothing leads to it."""
    way = "content/\n  faelles/\n    notifications/\n      underretning.yml\n        | concerns: [vold]\n"
    path = "content/faelles/notifications/underretning.yml"
    first = checked("content/\n")
    text = (first.project.root / path).read_text(encoding="utf-8")
    site = checked(way + "".join(f"        | {line}\n" for line in text.splitlines())).site()

    assert URI not in {page.uri for page in site.pages}
    assert [] == [page.uri for page in site.pages if "Find hjælp ud fra bekymringen" in page.text]


def test_everything_shipped(shipped: Checked) -> None:
    """Every concern of every record that answers one is on the page of the shipped site."""
    page = next(page.text for page in shipped_site(MUNICIPALITY).pages if page.uri == URI)
    said = {
        concern
        for kind in ("offer", "measure", "meeting_type", "notification", "model", "method")
        for entry in shipped.project.of_kind(kind)
        for concern in entry.record.concerns
    }

    assert len(said) > 20
    assert [] == [concern for concern in said if concern[0].upper() + concern[1:] not in page]
