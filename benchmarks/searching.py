"""Figure 6: what the search weighs, and how long a query takes beside Material's search of the same pages."""

import gzip
import statistics
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from figure import Figure
from playwright.sync_api import Page, sync_playwright
from synthetic import MUNICIPALITY, REPOSITORY, TODAY, make_project
from timing import process

from looking import FLAGS, installed_browser, served
from vejviser import checks
from vejviser.adapters.scripts import published
from vejviser.checked import Checked
from vejviser.project import load
from vejviser.search.federation import Searched, shards
from vejviser.search.index import URI, read

_WEIGHT = 60_000
_LONGEST = {150: 20.0, 2000: 40.0}  # milliseconds
_QUERIES = (
    "familiecafé",
    "søvngruppe 12",
    "samtlaer",
    "lektiehj",
    "gruppe for børn i sorg",
    "hvem henviser til legestue",
    "åben dør på biblioteket",
    "fædregrupper",
    "vaerested",
    "§ 133",
    "hvad gør jeg når et barn er ked af det",
    "sorg gruppe",
)
# From the key's event to the results in the list: the dialog fills it before the event is over.
_OURS = """(query) => {
  const input = document.getElementById("search-words");
  const start = performance.now();
  input.value = query;
  input.dispatchEvent(new Event("input"));
  return performance.now() - start;
}"""
# To the answer of the worker, without the list that is drawn from it.
_START = """async () => {
  const config = JSON.parse(document.querySelector("#__config").textContent);
  const base = new URL(config.base, location);
  const index = await (await fetch(new URL("search/search_index.json", base))).json();
  const worker = new Worker(new URL(config.search, base));
  const answer = (type) => new Promise((resolve) => worker.addEventListener("message", function on({ data }) {
    if (data.type === type) { worker.removeEventListener("message", on); resolve(); }
  }));
  const ready = answer(1);
  worker.postMessage({ type: 0, data: { config: index.config, docs: index.docs, options: { suggest: false } } });
  await ready;
  window.ask = async (query) => {
    const start = performance.now();
    const done = answer(3);
    worker.postMessage({ type: 2, data: query });
    await done;
    return performance.now() - start;
  };
}"""


def measure(work: Path, rounds: int, *, quick: bool) -> list[Figure]:
    """The weight of the shipped municipality's search, and both engines' times on the same invented pages."""
    figures = _weigh()
    for pages, longest in _LONGEST.items():
        if quick and pages > 150:
            continue
        root, written = make_project(work / f"search-{pages}", pages), work / f"search-{pages}-written"
        process("-m", "vejviser", "build", "--municipality", MUNICIPALITY, cwd=root)
        process("-m", "vejviser", "write", written, cwd=root)
        took = {
            "ours": _times(root / "site", rounds, _open_ours, _OURS),
            "material": _times(_material(written), rounds, _open_material, "(query) => ask(query)"),
        }
        figures += [
            Figure(f"last key to results, {pages} pages", took["ours"], longest, unit="ms"),
            Figure(f"Material's worker alone, {pages} pages", took["material"], None, unit="ms"),
        ]
    return figures


def _weigh() -> list[Figure]:
    """The search of a municipality with the offers of two, and what all municipalities would be with texts as long."""
    one, other = load(REPOSITORY, "kalundborg"), load(REPOSITORY, "ringsted")
    for entry in other.entries.values():
        if entry.kind != "municipality":
            one.entries.setdefault(entry.id, entry)
    findings, links = checks.run(one, date.fromisoformat(TODAY))
    site = Checked(one, links, findings, date.fromisoformat(TODAY)).site()
    index = next(file.text for file in site.files if file.uri == URI)
    assets = REPOSITORY / "site_overrides" / "assets"
    scripts = [*assets.glob("search_*.js"), assets / "elements.js"]
    code = published({path.name: path.read_text(encoding="utf-8") for path in scripts})
    sites = [Searched("her", "Her", lambda: read(index)), Searched("der", "Der", lambda: _in_other_words(index))]
    each, _, shared = (_packed(file.text) for file in shards(sites))
    return [
        Figure(
            f"search: index and code, {len(site.pages)} pages of real text, gzip -9",
            _packed(index) + sum(map(_packed, code.values())),
            _WEIGHT,
            unit="bytes",
        ),
        Figure("search in all municipalities: what they share, gzip -9", shared, None, unit="bytes"),
        Figure("search in all municipalities: one of that size", each, None, unit="bytes"),
        Figure("search in all municipalities: 98 of that size", shared + 98 * each, None, unit="bytes"),
    ]


def _in_other_words(index: str) -> dict[str, Any]:
    """An index of which only the signs, the law and the words are the same."""
    data = read(index)
    same = {data["kinds"].index(kind) for kind in ("sign", "law", "term") if kind in data["kinds"]}
    rows = data["documents"]
    data["documents"] = [row if row.kind in same else row._replace(title=f"{row.title} to") for row in rows]
    return data


def _packed(text: str) -> int:
    """Its size as a server sends it."""
    return len(gzip.compress(text.encode(), 9))


def _material(written: Path) -> Path:
    """The same pages built with Material and its search."""
    config: dict[str, Any] = yaml.safe_load((written / "mkdocs.yml").read_text(encoding="utf-8"))
    kept = {key: config[key] for key in ("site_name", "docs_dir", "nav", "markdown_extensions")}
    theme = {"name": "material", "language": "da", "features": ["navigation.prune"]}
    plain = {**kept, "site_dir": "site-material", "theme": theme, "plugins": [{"search": {"lang": "da"}}]}
    (written / "material.yml").write_text(yaml.safe_dump(plain, allow_unicode=True, sort_keys=False), encoding="utf-8")
    process("-m", "mkdocs", "build", "--quiet", "--config-file", "material.yml", cwd=written)
    return written / "site-material"


def _times(site: Path, rounds: int, opener: Any, ask: str) -> float:
    """The median over all queries and rounds, after one round to warm up."""
    with served(site) as address, _page() as page:
        opener(page, address)
        took = [[page.evaluate(ask, query) for query in _QUERIES] for _ in range(rounds + 1)]
    return statistics.median(one for of_round in took[1:] for one in of_round)


def _open_ours(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    page.locator("#search-words").fill("møde")
    page.locator(".search__hit").first.wait_for()


def _open_material(page: Page, address: str) -> None:
    page.goto(address)
    page.evaluate(_START)


@contextmanager
def _page() -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed_browser(), args=FLAGS)
        yield browser.new_page()
        browser.close()
