"""Figure 1: a full build from YAML against MkDocs with its plain theme on the very Markdown that we write."""

from functools import partial
from pathlib import Path
from typing import Any

import yaml
from figure import Figure
from synthetic import MUNICIPALITY, make_project
from timing import interleave, process, ratio

_GATES = {100: 1.08, 1000: 1.05}
_STOCK_GATE, _STOCK_PAGES, _STOCK_ROUNDS = 0.27, 1000, 2


def measure(work: Path, rounds: int, *, quick: bool) -> list[Figure]:
    """Whole processes: `vejviser build`, pruned Material and, on the large site, Material as it comes."""
    figures = []
    for pages, gate in _GATES.items():
        if quick and pages > 100:
            continue
        root, written = make_project(work / f"build-{pages}", pages), work / f"written-{pages}"
        process("-m", "vejviser", "write", written, cwd=root)
        ours = partial(process, "-m", "vejviser", "build", "--municipality", MUNICIPALITY, cwd=root)
        pruned = _plain(written, "pruned", ["navigation.prune"], ["search", "tags"])
        seconds = interleave({"vejviser": ours, "pruned": pruned}, rounds)
        for site in (root / "site", written / "site-pruned"):
            assert pages == sum(1 for _ in site.rglob("index.html")), site
        figures.append(
            Figure.of(
                f"full build, {pages} pages / MkDocs + Material, pruned, search, tags",
                ratio(seconds["vejviser"], seconds["pruned"]),
                gate,
            )
        )
        if pages == _STOCK_PAGES:
            # Minutes a round and a wide gate: two rounds say enough.
            stock = _plain(written, "stock", [], ["search"])
            seconds = interleave({"vejviser": ours, "stock": stock}, min(rounds, _STOCK_ROUNDS), warm_up=False)
            figures.append(
                Figure.of(
                    f"full build, {pages} pages / MkDocs + Material as it comes",
                    ratio(seconds["vejviser"], seconds["stock"]),
                    _STOCK_GATE,
                )
            )
    return figures


def _plain(written: Path, name: str, features: list[str], plugins: list[str]) -> partial[float]:
    """A plain build of the written pages: their navigation and extensions, without our theme, styles and strictness."""
    config: dict[str, Any] = yaml.safe_load((written / "mkdocs.yml").read_text(encoding="utf-8"))
    kept = {key: config[key] for key in ("site_name", "docs_dir", "nav", "markdown_extensions")}
    theme = {"name": "material", "language": "da", "features": features}
    plain = {**kept, "site_dir": f"site-{name}", "theme": theme, "plugins": plugins}
    (written / f"{name}.yml").write_text(yaml.safe_dump(plain, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return partial(process, "-m", "mkdocs", "build", "--quiet", "--config-file", f"{name}.yml", cwd=written)
