"""Figure 5: from a click on "Fortsæt" to the next question painted, in a tree of 200 questions and in one of 2,000."""

import json
import shutil
import statistics
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from figure import Figure
from playwright.sync_api import Page, sync_playwright
from synthetic import REPOSITORY
from timing import process

from looking import FLAGS, installed_browser, served

sys.path.insert(0, str(REPOSITORY / "tests"))
from projects import draw_base

_CLICKS = 12  # as many questions as the longest path of the shipped trees
# How long a finger is down, in milliseconds: without it the click would wait for what the press draws.
_PRESSED = 100
# A press with a place counts for nothing so soon after a step, in milliseconds: site_overrides/assets/tree_hold.js.
_HELD = 550
_FRAME, _SLOWED = 16.7, 25.0  # milliseconds
# How many times as long as the naive page a click may take, the processor slowed; it holds on any machine.
_NAIVE_RATIO = 1.25
# From the event's own time stamp to the first task after the frame in which the question has changed.
_MEASURE = """
window.painted = [];
addEventListener("click", (event) => {
  if (!event.target.closest("button")) return;
  const heading = () => document.querySelector(".tree-form h2, #naive h2")?.textContent;
  const before = heading();
  const channel = new MessageChannel();
  const observer = new MutationObserver(() => {
    if (heading() === before) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      channel.port1.onmessage = () => painted.push(performance.now() - event.timeStamp);
      channel.port2.postMessage(0);
    });
  });
  observer.observe(document.body, { subtree: true, childList: true, characterData: true });
}, true);
"""
# What a page costs that keeps nothing ready: it reads the whole tree and writes markup at every click.
_NAIVE = """<!doctype html><html lang="da"><meta charset="utf-8"><title>naive</title>
<script type="application/json" id="tree">%TREE%</script><div id="naive"></div><script>
let at = null;
function go(target) {
  const tree = JSON.parse(document.getElementById("tree").textContent);
  at = target ?? tree.start;
  const node = tree.nodes[at] ?? { ask: tree.outcomes[at].title, options: [] };
  document.getElementById("naive").innerHTML = "<h2>" + node.ask + "</h2>" + node.options.map((option) =>
    `<button class="button" onclick="go('${option.go[0].to}')">${option.label}</button>`).join("");
}
go();
</script></html>"""


def measure(work: Path, rounds: int, *, quick: bool) -> list[Figure]:
    """Walk the same twelve questions in a small and a large tree, at full speed and with the processor slowed."""
    sizes = (50, 500) if quick else (200, 2000)
    took: dict[tuple[str, int], list[float]] = {}
    with _site(work / "clicks", sizes) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed_browser(), args=FLAGS)
        for number in range(rounds + 1):
            for size in sizes:
                for slowed in (1, 4):
                    for name in (f"beslutningstrae/trae-{size}/", f"naive-{size}.html"):
                        page = browser.new_page(viewport={"width": 412, "height": 823})
                        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slowed})
                        page.goto(address + name)
                        found = _walk(page)
                        page.close()
                        if number:
                            took.setdefault((name, slowed), []).extend(found)
        browser.close()
    small, large = (f"beslutningstrae/trae-{size}/" for size in sizes)
    naive = f"naive-{sizes[0]}.html"
    median = {key: statistics.median(values) for key, values in took.items()}
    return [
        Figure(f"click to painted question, {sizes[0]} questions, ms", median[small, 1], _FRAME),
        Figure("the same, processor slowed four times, ms", median[small, 4], _SLOWED),
        Figure("the same, processor slowed four times / naive page", median[small, 4] / median[naive, 4], _NAIVE_RATIO),
        Figure("click at full speed / naive page", median[small, 1] / median[naive, 1], None),
        Figure(f"{sizes[1]} questions / {sizes[0]}", median[large, 1] / median[small, 1], 1.1),
        *(
            Figure(f"naive page, {size} questions, slowed {slowed}, ms", median[f"naive-{size}.html", slowed], None)
            for size in sizes
            for slowed in (1, 4)
        ),
        Figure(f"{sizes[1]} questions, processor slowed four times, ms", median[large, 4], None),
    ]


def _walk(page: Page) -> list[float]:
    """Answer the first questions with the first answer; milliseconds of each click."""
    page.wait_for_selector(".tree-form, #naive")
    page.evaluate(_MEASURE)
    for number in range(_CLICKS):
        if page.locator(".choice input").count():
            page.wait_for_timeout(_HELD if number else 0)
            page.locator(".choice input").first.check()
        page.locator(".tree-form .button, #naive button").first.click(delay=_PRESSED)
        page.wait_for_function("(n) => painted.length > n", arg=number)
    return [float(value) for value in page.evaluate("painted")]


@contextmanager
def _site(root: Path, sizes: tuple[int, ...]) -> Iterator[str]:
    """A built site with a tree of each size, and the naive pages beside it."""
    root.mkdir()
    draw_base(root)
    shutil.copytree(REPOSITORY / "site_overrides", root / "site_overrides")
    config = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")
    # The trees have no examples, which is a warning.
    (root / "mkdocs.yml").write_text(
        config.replace("strict: true", "strict: false").replace("municipality: ringsted", "municipality: by"),
        encoding="utf-8",
    )
    for size in sizes:
        (root / f"decision_trees/faelles/trae-{size}.yml").write_text(_tree(size), encoding="utf-8")
    process("-m", "mkdocs", "-q", "build", cwd=root)
    for size in sizes:
        built = (root / f"site/beslutningstrae/trae-{size}/index.html").read_text(encoding="utf-8")
        logic = built.split('class="tree-logic">')[1].split("</script>")[0]
        (root / f"site/naive-{size}.html").write_text(_NAIVE.replace("%TREE%", logic), encoding="utf-8")
    with served(root / "site") as address:
        yield address


def _tree(size: int) -> str:
    """A tree of `size` questions in a row, written as JSON, which is YAML too."""
    outcome: dict[str, Any] = {
        "force": "kan",
        "record": "underretning",
        "do": [{"act": "Ring.", "who": "du", "within": "i dag"}],
    }
    nodes = [
        {
            "choice": f"q{number}",
            "ask": f"Passer udsagn nummer {number} på barnet?",
            "acute": number == 0,
            "help": "Svar ud fra det, du selv har set og hørt. Spørg en kollega, hvis du ikke ved det.",
            "options": [
                {"id": "ja", "label": "Ja, det passer", "go": f"q{number + 1}" if number + 1 < size else "slut"},
                {"id": "nej", "label": "Nej, det passer ikke", "go": "ring"},
            ],
        }
        for number in range(size)
    ]
    return json.dumps(
        {
            "title": f"Et træ med {size} spørgsmål",
            "version": 1,
            "intro": "Svar.",
            "status": "active",
            "reviewed": "2026-11-21",
            "review_by": "2099-05-21",
            "sources": [{"document": "kilde", "passage": "Side 1"}],
            "levels": [{"id": "mild", "title": "Følg barnet"}, {"id": "alvor", "title": "Underret"}],
            "nodes": nodes,
            "outcomes": {
                "ring": {"title": "Ring nu", "level": "alvor", **outcome},
                "slut": {"title": "Se tiden an", "level": "mild", **outcome},
            },
            "closing": ["Pligten er din egen."],
        },
        ensure_ascii=False,
    )
