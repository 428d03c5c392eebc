"""Hostile texts in every field of a published site, opened with the site's own policy switched off.

Ordinarily a turn for each of two sites; `python3 tools/dev.py test-slow tests/attacks tests/browser/test_attacks.py`
takes all turns.
"""

from pathlib import Path

import pytest

from attacks.payloads import TEXTS
from attacks.planting import planted
from browser.conftest import OpenPage
from looking import served
from projects import ROOT
from shipped import checked_of
from vejviser.adapters.build import make

pytestmark = pytest.mark.browser

# A turn plants a payload in each field of each record, so a field of a kind comes by as many as there are records.
TURNS = range(0, len(TEXTS), 20)
_WATCH = "window.ran = 0; window.ond = () => { window.ran += 1; };"
# What ran, elements and attributes that no template makes, and the addresses of links.
_LOOK = """() => {
  for (const one of document.querySelectorAll("a, button, summary")) {
    for (const name of ["mouseover", "focus", "animationstart"]) one.dispatchEvent(new Event(name));
  }
  const odd = "x-ond, [data-ond], #ond, .ond, iframe, object, embed, base, math, " +
    "form:not([role], .tree-form, .catalogue__form), input:not(form *), textarea, style, " +
    "link[href*=ond], img, template, xmp, plaintext, noscript:not(head *)";
  const links = [...document.links];
  const every = [...document.querySelectorAll("*")];
  const acting = every.filter((one) => [...one.attributes].some(({ name }) => name.startsWith("on")));
  return {
    ran: window.ran,
    odd: [...document.querySelectorAll(odd), ...acting].map((one) => one.outerHTML.slice(0, 100)),
    acting: links.map((one) => one.href).filter((href) => /^(javascript|vbscript|data|file):/i.test(href)),
    foreign: links.filter((one) => /(^|\\.)linje\\.example$/.test(one.hostname)).map((one) => one.outerHTML),
    shown: document.body.textContent.match(/ond\\d+ord/g)?.length ?? 0,
  };
}"""


def _look_at(turn: int, municipality: str, folder: Path, open_page: OpenPage) -> None:
    found = planted(checked_of(municipality), turn)
    make(found.checked, ROOT, folder / "vejviser")
    shown = 0
    with served(folder / "vejviser") as address:
        page = open_page(bypass_csp=True)
        page.add_init_script(_WATCH)
        for path in sorted((folder / "vejviser").rglob("*.html")):
            page.goto(address + path.relative_to(folder / "vejviser").as_posix(), wait_until="load")
            seen = page.evaluate(_LOOK)

            assert (0, [], [], []) == (seen["ran"], seen["odd"][:3], seen["acting"], seen["foreign"]), path
            shown += seen["shown"]
    assert shown > 1_000


@pytest.mark.parametrize("municipality", ["kalundborg", "ringsted"])
def test_a_tenth(municipality: str, tmp_path: Path, open_page: OpenPage) -> None:
    """Nothing runs, no element comes of a text, and no single line leads to another site."""
    _look_at(5, municipality, tmp_path, open_page)


@pytest.mark.slow
@pytest.mark.parametrize("municipality", ["kalundborg", "ringsted"])
@pytest.mark.parametrize("turn", TURNS)
def test_all(turn: int, municipality: str, tmp_path: Path, open_page: OpenPage) -> None:
    """The same with every payload."""
    _look_at(turn, municipality, tmp_path, open_page)
