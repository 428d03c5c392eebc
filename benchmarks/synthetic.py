"""Makes projects of any size: an invented municipality whose offers are the same at every run."""

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
REPOSITORY = HERE.parent
MUNICIPALITY = "proeve"
OFFERS = Path("content", MUNICIPALITY, "offers")
TODAY = "2026-11-21"
PAGES_WITHOUT_OFFERS = 22

_WHO = (
    "barnet",
    "den unge",
    "familien",
    "forældrene",
    "gruppen",
    "klassen",
    "en søskende",
    "en ven fra skolen",
)
_DOES = (
    "møder",
    "taler med",
    "tegner sammen med",
    "spiser med",
    "går en tur med",
    "lytter til",
    "skriver et brev til",
    "leger med",
)
_WHOM = (
    "en fast voksen",
    "læreren",
    "to frivillige",
    "en rådgiver",
    "pædagogen",
    "de andre i gruppen",
    "en nabo",
    "familieteamet",
)
_WHEN = (
    "hver tirsdag",
    "efter skole",
    "i ferien",
    "om morgenen",
    "før jul",
    "den første måned",
    "to gange om ugen",
    "når det er svært",
)
_WHERE = (
    "i klubben",
    "på biblioteket",
    "hjemme i stuen",
    "ude på øen",
    "i et lille værelse",
    "på værkstedet",
    "ved åen",
    "i hallen",
)
_WHY = (
    "så dagen bliver lettere",
    "for at få ro",
    "og aftaler næste gang",
    "uden at nogen skal forklare sig",
    "så ingen er alene",
)
_PARTS = (_WHO, _DOES, _WHOM, _WHEN, _WHERE, _WHY)
_NAMES = (
    "Familiecafé",
    "Søvngruppe",
    "Legestue",
    "Samtaler",
    "Værested",
    "Lektiehjælp",
    "Fædregruppe",
    "Åben dør",
    "Bålhytte",
    "Sorggruppe",
)
_ROLES = ("laerer", "paedagog", "sundhedsplejerske", "leder")


def make_project(root: Path, pages: int) -> Path:
    """Write a project whose site has exactly `pages` pages, one file an offer as editors keep them."""
    offers = pages - PAGES_WITHOUT_OFFERS
    make_frame(root)
    for number in range(offers):
        path = root / OFFERS / f"{offer_id(number)}.yml"
        path.write_text("\n".join(offer(number, offers)) + "\n", encoding="utf-8")
    return root


def make_frame(root: Path) -> None:
    """Write what every project needs: the shared records, the repository's theme and its configuration."""
    shutil.copytree(HERE / "base", root)
    shutil.copytree(REPOSITORY / "site_overrides", root / "site_overrides")
    config = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")
    named = config.replace("ringsted", MUNICIPALITY).replace(
        f"municipality: {MUNICIPALITY}", f'municipality: {MUNICIPALITY}\n      today: "{TODAY}"'
    )
    (root / "mkdocs.yml").write_text(named, encoding="utf-8")
    (root / OFFERS).mkdir()


def offer_id(number: int) -> str:
    """The id of an offer."""
    return f"proeve-{number:05}"


def offer(number: int, of: int, *, short: bool = False) -> list[str]:
    """The lines of one offer: a page of about 3.5 kB, or a short record of 26 lines and some 800 bytes."""
    rng = random.Random(number)

    def some(count: int) -> Iterator[str]:
        return (sentence() for _ in range(count))

    def sentence() -> str:
        words = [rng.choice(part) for part in (_PARTS[:3] if short else _PARTS)]
        return " ".join([words[0].capitalize(), *words[1:]]) + "."

    def neighbour() -> str:
        return offer_id((number + rng.randrange(1, 40)) % of)

    return [
        f"id: {offer_id(number)}",
        f"title: {rng.choice(_NAMES)} {number}",
        f"summary: {sentence()}",
        "target: >-",
        *(f"  {text}" for text in some(2)),
        "how:",
        *(f"  - {text}" for text in some(1 if short else 11)),
        f"  - Se også [et andet tilbud]({neighbour()}) og [et tredje]({neighbour()}).",
        "situation: [bor i kommunen, går i skole]",
        f"ages: {{lowest: {rng.randrange(0, 7)}, highest: {rng.randrange(8, 18)}}}",
        "referral:",
        f"  who: [{rng.choice(_ROLES)}, dagtilbuddet]",
        "  self_referral: yes",
        f"  how: {sentence()}",
        f"case: {rng.choice(('required', 'not_required', 'unknown'))}",
        "assessment: not_required",
        "format: samtaler og gruppe",
        "run_by: [familieteamet]",
        *([] if short else ["experience: |", *(f"  {text}" for text in some(3))]),
        *([] if short else ["effects: |", *(f"  {text}" for text in some(3))]),
        f"law: [proevelov-{rng.randrange(1, 4)}]",
        f"related: [{', '.join(sorted({neighbour() for _ in range(5)}))}]",
        "sources: [{document: proevekatalog, passage: Tilbud}]",
        f"search_terms: [hjælp {number}, sted {number}, {rng.choice(_WHERE)}, {rng.choice(_WHO)}]",
        "status: active",
        f"reviewed: {TODAY}",
        "review_by: 2027-05-21",
    ]
