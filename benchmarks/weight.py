"""Figure 4: what a browser fetches for the first page that a reader opens."""

import gzip
import shutil
from collections import Counter
from pathlib import Path

from figure import Figure
from playwright.sync_api import Response, sync_playwright
from synthetic import REPOSITORY
from timing import process

from looking import FLAGS, installed_browser, served

_GATE = 75_000
_PAGE = "moeder/teammoede/"
_SETTLED = 1_000  # milliseconds without anything new after the page has loaded


def measure(work: Path, rounds: int, *, quick: bool) -> list[Figure]:
    """Load one meeting page of the repository's own site with an empty cache; neither rounds nor size matter."""
    root = work / "weight"
    root.mkdir()
    for name in ("content", "decision_trees", "site_overrides"):
        shutil.copytree(REPOSITORY / name, root / name)
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    process("-m", "vejviser", "build", "--municipality", "ringsted", cwd=root)
    with served(root / "site") as address:
        responses, hosts = _load(address)
    weights: Counter[str] = Counter()
    for kind, _, body in responses:
        weights[kind] += len(gzip.compress(body, 6))
    searched = sum(len(body) for _, url, body in responses if "/search_" in url)
    return [
        Figure(f"first content page, all {len(responses)} files, gzip -6", weights.total(), _GATE, unit="bytes"),
        *(Figure(f"of that: {kind}", weight, None, unit="bytes") for kind, weight in weights.most_common()),
        Figure("requests to other hosts", hosts, 0, unit="requests"),
        Figure("search engine and index before search is used", searched, 0, unit="bytes"),
    ]


def _load(address: str) -> tuple[list[tuple[str, str, bytes]], int]:
    """Every answer as (type of resource, address, body), and how many requests went elsewhere."""
    requested: list[str] = []
    answers: list[Response] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed_browser(), args=FLAGS)
        page = browser.new_page()
        page.on("request", lambda request: requested.append(request.url))
        page.on("response", lambda answer: answers.extend([answer]))
        page.goto(address + _PAGE, wait_until="load")
        page.wait_for_timeout(_SETTLED)
        responses = [(answer.request.resource_type, answer.url, answer.body()) for answer in answers]
        assert all(answer.ok for answer in answers), [answer.url for answer in answers if not answer.ok]
        browser.close()
    return responses, sum(not url.startswith((address, "data:", "blob:")) for url in requested)
