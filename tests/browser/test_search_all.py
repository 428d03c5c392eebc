"""The search over all municipalities, from a municipality's own site and from the pages over them."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from browser.axe import violations
from browser.conftest import OpenPage, SiteOf
from browser.reader import NOTHING_STORED, press, search_field, settle, stored, watch
from looking import served
from projects import join_sites

pytestmark = pytest.mark.browser

NAMES = ["kalundborg", "ringsted"]
# A role that two of three municipalities share, and one of the same words that only the third has.
_TIE = """async () => {
  const lists = { groups: [], concern: [], harmless: [], reading: [] };
  const words = { ...lists, leads_to: {}, abbreviations: {}, laws: {}, people: {}, danger: {} };
  const role = (url, ...places) => [url, "role", "Rolle", "", "et ord", [], 0, ...places];
  vejviser.portalIndex = {
    places: [["a", "A"], ["b", "B"], ["c", "C"]], documents: [role("z/", [0, 1])],
    stop: "", irregular: {}, thesaurus: words, acute: [],
    kind_rules: { groups: { role: "Roller" }, weights: {}, asked: [], grave: {} },
  };
  vejviser.shards = { a: [], b: [], c: [role("a/")] };
  const all = await vejviser.All.load(new URL(location), async () => {}, () => {});
  return all.find("rolle").others.map(({ url }) => url);
}"""


@pytest.fixture(name="folder", scope="module")
def _folder(site_of: SiteOf, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two sites and the pages over them."""
    place: Path = tmp_path_factory.mktemp("alle")
    for name in NAMES:
        shutil.copytree(site_of(name).folder, place / name)
    assert NAMES == join_sites(place, NAMES)
    return place


@pytest.fixture(name="all_sites", scope="module")
def _all_sites(folder: Path) -> Iterator[str]:
    """The address of the front page over them."""
    with served(folder) as address:
        yield address


def status(page: Page) -> Locator:
    return page.locator(".search__status")


def widen(page: Page) -> None:
    """Choose to search everywhere, with keys."""
    expect(search_field(page)).to_be_focused()
    press(page, "Tab", "Enter")
    expect(search_field(page)).to_be_focused()
    expect(page.get_by_role("button", name="Søg kun i min kommune")).to_be_visible()
    expect(status(page)).not_to_have_text("Henter kommunerne …")


def look_for(page: Page, words: str) -> None:
    page.get_by_role("combobox").fill(words)
    expect(status(page)).to_have_text(re.compile("resultat|begynde"))


def hrefs(part: Locator) -> list[str]:
    return list(part.get_by_role("option").evaluate_all('links => links.map(link => link.getAttribute("href"))'))


class TestFromASite:
    """The reader's own municipality stands first."""

    def test_on_demand(self, all_sites: str, open_page: OpenPage) -> None:
        """Nothing of the others is fetched until it is asked for, and what is sought is in no address and no store."""
        page = open_page()
        seen = watch(page)
        page.goto(f"{all_sites}ringsted/")
        press(page, "Control+k")
        look_for(page, "headspace")
        assert [] == [url for url in seen.requests if "/search/" in url]
        page.get_by_role("button", name="Søg i alle kommuner").press("Enter")
        others = page.get_by_role("group", name="Andre kommuner")
        expect(others.get_by_role("option").first).to_be_visible()

        assert f"{all_sites}kalundborg/tilbud/headspace/" == hrefs(others)[0]
        expect(others.get_by_role("option").first).to_contain_text("Kalundborg")
        assert {f"{all_sites}search/{name}.js" for name in ("index", *NAMES)} <= set(seen.requests)
        assert [] == [url for url in (*seen.requests, page.url) if "headspace" in url]
        assert NOTHING_STORED == stored(page)
        assert [] == seen.errors

    def test_copies_are_one(self, all_sites: str, open_page: OpenPage) -> None:
        """What another municipality has in its own words stands under the own, not as a result of its own."""
        page = open_page(f"{all_sites}kalundborg/")
        press(page, "Control+k")
        widen(page)
        look_for(page, "modtagelsen")
        own = page.get_by_role("group", name="Min kommune og det fælles")
        copy = own.get_by_role("option", name="Ringsted: Modtagelsen")

        expect(copy).to_have_attribute("href", f"{all_sites}ringsted/kontakt/#modtagelsen")
        others = page.get_by_role("group", name="Andre kommuner")
        assert [] == [url for url in hrefs(others) if url.endswith("#modtagelsen")]

    def test_keys(self, all_sites: str, open_page: OpenPage) -> None:
        """The arrows go through both groups, the reader hears how many there are in each, and can go back to one."""
        page = open_page(f"{all_sites}ringsted/")
        press(page, "Control+k")
        widen(page)
        look_for(page, "familie")
        press(page, "ArrowUp")
        options = page.get_by_role("option")
        expect(options.last).to_have_attribute("aria-selected", "true")
        press(page, "ArrowDown")
        expect(options.first).to_have_attribute("aria-selected", "true")
        expect(status(page)).to_contain_text("andre kommuner")
        press(page, "Tab", "Enter")

        expect(page.get_by_role("group", name="Andre kommuner")).to_have_count(0)

    def test_still_fetching(self, all_sites: str, open_page: OpenPage) -> None:
        """That the own index is there does not hide that the other municipalities are still on their way."""
        page = open_page()
        held: dict[str, Route] = {}

        def hold(name: str) -> Callable[[Route], object]:
            """Hold the first request alone: a file is asked for anew, and then run."""
            return lambda route: route.continue_() if name in held else held.update({name: route})

        page.route("**/search_data.js*", hold("own"))
        page.route("**/search/index.js*", hold("all"))
        page.goto(f"{all_sites}ringsted/")
        press(page, "Control+k")
        expect(search_field(page)).to_be_focused()
        press(page, "Tab", "Enter")
        expect(status(page)).to_have_text("Henter kommunerne …")
        held["own"].continue_()
        page.evaluate("() => __search('familie')")
        settle(page)
        assert "Henter kommunerne …" == status(page).inner_text()
        held["all"].continue_()

        expect(status(page)).to_contain_text("Skriv, hvad du leder efter")

    def test_alone(self, address: str, open_page: OpenPage) -> None:
        """A site that lies under no portal offers nothing it has not, and asks for nothing outside its folder."""
        page = open_page()
        seen = watch(page)
        page.goto(address)
        press(page, "Control+k")
        look_for(page, "møde")

        expect(page.get_by_role("button", name="Søg i alle kommuner")).to_have_count(0)
        assert [] == seen.errors

    def test_one_is_missing(self, all_sites: str, open_page: OpenPage) -> None:
        """A municipality that cannot be fetched is named, and the others are searched."""
        page = open_page()
        page.route("**/search/kalundborg.js*", lambda route: route.abort())
        page.goto(f"{all_sites}ringsted/")
        press(page, "Control+k")
        widen(page)
        look_for(page, "teammøde")

        expect(status(page)).to_contain_text("Kunne ikke hentes: Kalundborg.")


class TestFromThePortal:
    """No municipality is the reader's own."""

    def test_all(self, all_sites: str, open_page: OpenPage) -> None:
        """What all have stands once with a way to each; what one has says where."""
        page = open_page(all_sites)
        press(page, "Control+k")
        look_for(page, "headspace")
        first = page.get_by_role("option").first
        expect(first).to_contain_text("Kalundborg")
        expect(first).to_have_attribute("href", f"{all_sites}kalundborg/tilbud/headspace/")
        look_for(page, "underretning uden forældre")

        for name in ("Kalundborg", "Ringsted"):
            choice = page.get_by_role("option", name=f"{name}: Underretning uden forældrene")
            expect(choice).to_have_attribute(
                "href", f"{all_sites}{name.lower()}/underretning/underretning-uden-foraeldre/"
            )

    def test_tie(self, all_sites: str, open_page: OpenPage) -> None:
        """Of two that fit as well, the one that several municipalities share stands first."""
        page = open_page(all_sites)
        press(page, "Control+k")
        look_for(page, "headspace")

        assert ["z/", "a/"] == page.evaluate(_TIE)

    def test_never_nothing(self, all_sites: str, open_page: OpenPage) -> None:
        """When nothing fits, the municipalities are shown."""
        page = open_page(all_sites)
        press(page, "Control+k")
        look_for(page, "qqqqq")

        assert {f"{all_sites}{name}/" for name in NAMES} <= set(hrefs(page.get_by_role("listbox")))


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark"), (320, "light"), (320, "dark")])
def test_axe(width: int, scheme: str, all_sites: str, open_page: OpenPage) -> None:
    """No rule is broken and nothing is cut off, with results of several municipalities and with a guess."""
    for start in ("ringsted/", ""):
        page = open_page(all_sites + start, width=width, height=640, color_scheme=scheme)
        press(page, "Control+k")
        if start:
            widen(page)
        for words in ("modtagelsen", "vold i hjemmet", "qqqqq"):
            look_for(page, words)
            press(page, "ArrowDown")

            assert [] == violations(page), words
            assert 0 == page.get_by_role("dialog").evaluate("dialog => dialog.scrollWidth - dialog.clientWidth")


def test_from_a_disk_without_network(folder: Path, open_page: OpenPage) -> None:
    """Opened as files with the network off, all municipalities are searched, and a result leads to its file."""
    page = open_page(offline=True)
    seen = watch(page)
    page.goto((folder / "ringsted/index.html").as_uri())
    press(page, "Control+k")
    widen(page)
    look_for(page, "headspace")
    page.get_by_role("group", name="Andre kommuner").get_by_role("option").first.click()

    page.wait_for_url((folder / "kalundborg/tilbud/headspace/index.html").as_uri())
    assert [] == seen.errors
