"""What real browsers have written on the disk when a reader has walked through every tree: nothing of it."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from time import sleep
from typing import Any, ClassVar

import pytest
from playwright.sync_api import Browser

from browser.conftest import QUIETER, Site, SiteOf
from browser.firefox import firefox, installed
from browser.reader import settle, wait_for_tree
from browser.traces import found, told, unpacked
from browser.trees import ANSWER, SHIPPED, edge_cover, flow_of, places, shortest, values, walk
from looking import Quiet, installed_browser, served

pytestmark = pytest.mark.browser

Run = Callable[..., Any]
Sites = dict[str, tuple[Site, str]]

# A title that the test itself gives at the end, to see that what is looked for would be found.
PLANTED = "Plantet overskrift om barnet"
_PLANT = """async (title) => {
  history.pushState({ title }, "");
  document.title = title;
  await new Promise((done) => setTimeout(done, 1500));
}"""
_IS_READY = "() => document.querySelector('.tree[data-step]') !== null"
# Walks a path from the start as slowly as the browser hears of it; null goes on after an outcome.
_WALK = f"""async (given) => {{
  const seen = async () => {{ for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame); }};
  const press = (words) => [...document.querySelectorAll(".tree-actions button")]
    .find(({{ textContent }}) => textContent === words)?.click();
  press("Start forfra");
  await seen();
  for (const values of given) {{
    if (values) ({ANSWER})(values);
    else document.querySelector(".tree-after > .tree-actions > .button:not(.button--quiet)").click();
    await seen();
  }}
  return document.querySelector(".tree").dataset.step;
}}"""


# Goes back from one page, and tells what the other one shows when it comes out of the browser's memory.
_BACK_FROM_AKUT = """
if (location.pathname.endsWith("/akut/")) addEventListener("load", () => setTimeout(() => history.back(), 300));
else addEventListener("pageshow", ({ persisted }) => {
  const id = document.querySelector(".outcome h2")?.id;
  const answers = document.querySelectorAll(".tree-answer").length;
  if (persisted) fetch(`/fortalt?${id}-${answers}`);
});
"""


class NotKept(Quiet):
    """Serves pages that no browser may keep: what a profile holds of their words is then a trace of the reader's."""

    def end_headers(self) -> None:
        """Say so with each page."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()


@pytest.fixture(name="sites")
def _sites(site_of: SiteOf) -> Iterator[Sites]:
    """Each municipality with a tree, and the address at which its pages may not be kept."""
    with ExitStack() as stack:
        yield {
            name: (site_of(name), stack.enter_context(served(site_of(name).folder, NotKept))) for name in dict(SHIPPED)
        }


def walk_all(open_: Callable[[str], Any], run: Run, sites: Sites) -> set[str]:
    """Take every edge of every tree and stay at the last outcome of each; gives the words that must not be found."""
    words: set[str] = set()
    for name, id_ in SHIPPED:
        site, address = sites[name]
        flow = flow_of(site, id_)
        open_(f"{address}beslutningstrae/{id_}/")
        assert run(_IS_READY)
        for path in edge_cover(flow):
            steps = [*places(flow, path)][:-1]
            given = [None if answer is None else values(flow, here, answer) for here, answer in steps]
            assert path.outcome == run(_WALK, given)
        words |= told(flow)
        open_(address)
    run(_PLANT, PLANTED)
    # What the pages that were opened are called by themselves is in the history, as it must be.
    own = [flow_of(sites[name][0], id_).tree.title for name, id_ in SHIPPED]
    own += [site.book.municipality.site_name for site, _ in sites.values()]
    return {word for word in words if not any(word in title for title in own)}


def test_chromium(browser: Browser, sites: Sites, tmp_path: Path) -> None:
    """Neither history, sessions, tabs, icons, forms nor caches hold a question, an answer, a reason or an outcome."""
    context = browser.browser_type.launch_persistent_context(
        tmp_path, args=QUIETER, executable_path=installed_browser(), locale="da-DK"
    )
    page = context.pages[0]
    words = walk_all(page.goto, page.evaluate, sites)
    context.close()

    assert len(words) > 300
    assert {} == found(tmp_path, words)
    assert found(tmp_path, {PLANTED})
    with closing(sqlite3.connect(tmp_path / "Default/History")) as history:
        titles = {title for (title,) in history.execute("select title from urls")}
    assert any(title.startswith(("Resultat – ", "Spørgsmål ")) for title in titles)


class Told(Quiet):
    """Notes what the page tells of itself: Playwright loses sight of a page that comes out of the browser's memory."""

    heard: ClassVar[list[str]] = []

    def do_GET(self) -> None:  # noqa: N802  # the name is the base class's
        """Serve as usual."""
        if "fortalt" in self.path:
            self.heard.append(self.path.partition("?")[2])
        super().do_GET()


def test_chromium_back(browser: Browser, site: Site, tmp_path: Path) -> None:
    """Back from a page that the outcome links to leads to the same outcome, as long as the browser keeps the page."""
    Told.heard.clear()
    context = browser.browser_type.launch_persistent_context(
        tmp_path,
        args=QUIETER,
        executable_path=installed_browser(),
        locale="da-DK",
        # Playwright switches off what readers have.
        ignore_default_args=["--disable-back-forward-cache"],
    )
    flow = flow_of(site, "jeg-er-bekymret")
    with served(site.folder, Told) as address:
        page = context.pages[0]
        page.add_init_script(_BACK_FROM_AKUT)
        page.goto(f"{address}beslutningstrae/jeg-er-bekymret/")
        wait_for_tree(page)
        walk(page, flow, shortest(flow)["underret"])
        settle(page)
        answers = page.locator(".tree-answer").count()
        page.evaluate("() => { location.href = '../../akut/'; }")
        for _ in range(100):
            if Told.heard:
                break
            sleep(0.2)
        context.close()

    assert [f"underret-{answers}"] == Told.heard


@pytest.mark.slow
@pytest.mark.skipif(not installed(), reason="no Firefox on this machine")
def test_firefox(sites: Sites, tmp_path: Path) -> None:
    """Firefox, which writes down what stands in forms too, holds nothing either."""
    copy = tmp_path / "while-open"
    with firefox(tmp_path / "profile") as window:
        words = walk_all(window.open, window.run, sites)
        # What is there when the machine dies: the session is written while the browser runs.
        shutil.copytree(tmp_path / "profile", copy, ignore=shutil.ignore_patterns("lock", "*.parentlock"))

    assert len(words) > 300
    assert {} == found(tmp_path, words)
    assert any("places.sqlite" in file for file in found(tmp_path / "profile", {PLANTED}))
    sessions = [*tmp_path.rglob("recovery.jsonlz4"), *tmp_path.rglob("sessionstore.jsonlz4")]
    assert any(b"beslutningstrae" in unpacked(path.read_bytes()) for path in sessions)
