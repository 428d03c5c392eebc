"""Hostile texts in every field of a published site, opened with the site's own policy switched off."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from attacks.full import NAME, full
from attacks.payloads import TEXTS
from attacks.planting import fits_elsewhere, planted
from attacks.turns import some
from browser.conftest import OpenPage
from browser.reader import press, settle
from looking import served
from projects import ROOT, join_sites
from shipped import checked_of
from vejviser.adapters.build import make
from vejviser.checked import Checked

pytestmark = pytest.mark.browser

Note = Callable[[str, int], None]

# A turn plants a payload in each field of each record, so a field of a kind comes by as many as there are records.
TURNS = range(0, len(TEXTS), 20)
_WATCH = "window.ran = 0; window.ond = () => { window.ran += 1; };"
# What ran, elements and attributes that no template makes, and the addresses of links.
_LOOK = """() => {
  for (const one of document.querySelectorAll("a, button, summary")) {
    for (const name of ["mouseover", "focus", "animationstart"]) one.dispatchEvent(new Event(name));
  }
  const odd = "x-ond, [data-ond], #ond, .ond, iframe, object, embed, base, math, " +
    "form:not([role], .tree-form, .catalogue__form), input:not(form *, #search-words), textarea, style, " +
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


def look_at(page: Page, path: str) -> int:
    """Nothing on an open page is what nobody wrote; gives how many planted texts it shows."""
    seen = page.evaluate(_LOOK)

    assert (0, [], [], []) == (seen["ran"], seen["odd"][:3], seen["acting"], seen["foreign"]), path
    return int(seen["shown"])


def look_at_all(folder: Path, open_page: OpenPage) -> Counter[str]:
    """Open every page below a folder; gives how many there are, and how many planted texts they show."""
    counted = Counter[str]()
    with served(folder) as address:
        page = open_page(bypass_csp=True)
        page.add_init_script(_WATCH)
        for path in sorted(folder.rglob("*.html")):
            uri = path.relative_to(folder).as_posix()
            if 'http-equiv="refresh"' in path.read_text(encoding="utf-8"):
                # An address that has moved leads on by itself: within the site, and to a page that is looked at here.
                page.goto(address + uri, wait_until="commit")
                page.wait_for_url(lambda url, old=address + uri: url.startswith(address) and url != old)
                continue
            page.goto(address + uri, wait_until="load")
            counted["planted texts seen in the browser"] += look_at(page, uri)
            counted["pages opened in the browser"] += 1
    return counted


def look_at_site(checked: Checked, turn: int, folder: Path, open_page: OpenPage) -> Counter[str]:
    """Plant, publish and open."""
    make(planted(checked, turn).checked, ROOT, folder / "vejviser")
    return look_at_all(folder / "vejviser", open_page)


@pytest.mark.parametrize("municipality", ["kalundborg", "ringsted"])
def test_a_tenth(municipality: str, tmp_path: Path, open_page: OpenPage) -> None:
    """Nothing runs, no element comes of a text, and no single line leads to another site."""
    counted = look_at_site(checked_of(municipality), 5, tmp_path, open_page)

    assert counted["planted texts seen in the browser"] > 1_000


@pytest.mark.slow
@pytest.mark.parametrize("municipality", ["kalundborg", "ringsted"])
@pytest.mark.parametrize("turn", some(TURNS))
def test_all(turn: int, municipality: str, tmp_path: Path, open_page: OpenPage, record_property: Note) -> None:
    """The same with every payload."""
    for figure in look_at_site(checked_of(municipality), turn, tmp_path, open_page).items():
        record_property(*figure)


@pytest.mark.slow
@pytest.mark.parametrize("turn", some(range(len(TEXTS)), 120))
def test_every_field(turn: int, tmp_path: Path, open_page: OpenPage, record_property: Note) -> None:
    """The same with every payload in every text field that a record can have."""
    for figure in look_at_site(full(), turn, tmp_path, open_page).items():
        record_property(*figure)


@pytest.mark.slow
@pytest.mark.parametrize("turn", some(range(len(TEXTS)), 120))
def test_portal(turn: int, tmp_path: Path, open_page: OpenPage, record_property: Note) -> None:
    """Nor does anything of the data and the search of strangers' sites, which no check of ours has seen."""
    names = {NAME: full(), "herlev": checked_of("herlev")}
    sites = tmp_path / "strangers"
    for name, checked in names.items():
        make(planted(checked, turn, fits_elsewhere).checked, ROOT, sites / name, name)
    assert sorted(names) == join_sites(sites, [*names])
    for path in [path for name in names for path in (sites / name).rglob("*.html")]:
        # The pages of each have been looked at elsewhere.
        path.unlink()
    counted = look_at_all(sites, open_page)
    assert counted["planted texts seen in the browser"] > 100
    for figure in counted.items():
        record_property(*figure)
    with served(sites) as address:
        page = open_page(address, bypass_csp=True)
        page.add_init_script(_WATCH)
        page.reload()
        for words in ("ond", "script", "ord", "onclick"):
            press(page, "Control+k")
            page.get_by_role("combobox").fill(words)
            settle(page)
            expect(page.get_by_role("option").first).to_be_visible()
            look_at(page, f"the search for {words}")
            press(page, "Escape")
