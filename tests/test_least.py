"""The least that a municipality can write: pages are made, and nothing empty is printed on them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from drawn import TERMS
from projects import TODAY
from vejviser.checked import Checked, check_project
from vejviser.pages.site import Site

# One record of each kind with nothing but the fields that are required.
LEAST = """
content/
  by/
    law/
      lov.yml
        | title: Loven
        | statute: barnets lov
        | provision: § 1
        | confidence: U
    terms/
      ord-x.yml
        | title: Ord
        | meaning: Noget.
    organisations/
      enhed.yml
        | title: Enheden
        | related: [lov, metode]
    models/
      modellen.yml
        | title: Model
        | purpose: At hjælpe.
        | groups: [{title: Dele, parts: [{id: a, title: A}]}]
    methods/
      metode.yml
        | title: Metode
        | purpose: At hjælpe.
    meeting_types/
      moedet.yml
        | title: Mødet
      formen.yml
        | title: Formen
        | variant_of: moedet
        | related: [enhed]
    offers/
      tilbud.yml
        | title: Tilbud
        | target: Unge.
        | referral: {how: Ring.}
        | case: unknown
        | assessment: unknown
    measures/
      indsats.yml
        | title: Indsats
        | target: Unge.
        | referral: {how: Ring.}
        | case: unknown
        | assessment: unknown
        | decision: Rådgiveren.
    principles/
      princip.yml
        | title: Princip
        | theme: Tema
        | statements: [{text: Sætning.}]
    age_groups/
      alder.yml
        | title: 0-1 år
        | lowest: 0
        | highest: 1
    levels/
      niveau.yml
        | title: God trivsel
        | order: 1
        | colour_word: grøn
        | next_step: Se.
    signs/
      tegn.yml
        | title: Smiler
        | age_groups: [alder]
        | area: leg
        | level: niveau
        | basis: [fagligt skøn]
"""
_TRUST = (
    """status: active
reviewed: 2026-11-21
review_by: 2027-05-21
sources: [{document: kilde, passage: Side 1}]
"""
    + TERMS
)


@pytest.fixture(name="least")
def _least(drawn: Callable[[str], Path]) -> Checked:
    root = drawn(LEAST)
    for path in (root / "content/by").glob("*/*.yml"):
        path.write_text(path.read_text(encoding="utf-8") + _TRUST, encoding="utf-8")
    return check_project(root, "by", TODAY)


def _unfilled(site: Site) -> list[tuple[str, str]]:
    """Lines on which something is introduced and then missing."""
    return [
        (page.uri, line)
        for page in site.pages
        for line in page.text.split("\n")
        if line.rstrip() in ("-", "1.", ":")
        or line.endswith((": .", ":  ", "]()", "()"))
        or "None" in line
        or "]()" in line
        or (line.startswith("- [") and line.endswith("):"))
    ]


def test_least(least: Checked) -> None:
    """A record of every kind with only what is required is no fault, and pages are made of it."""
    assert [] == [finding for finding in least.findings if finding.stops]
    assert [] == _unfilled(least.site())


def test_nothing_but_the_base(checked: Callable[[str], Checked]) -> None:
    """Even a municipality with no meetings, offers and models has a site."""
    site = checked("").site()

    assert {"index.md", "akut.md", "beslutningstrae/trae.md", "kilder.md"} <= {page.uri for page in site.pages}
    assert [] == _unfilled(site)
