"""The seam to MkDocs' own search: keeps its index whole when only changed pages were built."""

import json
from pathlib import Path
from typing import Any

INDEX = "search/search_index.json"


def complete(site_dir: str, pages: list[str], built: set[str], known: dict[str, list[Any]]) -> None:
    """Put the entries of pages that were not built again back into the index.

    `pages` are the addresses of all pages in order, `built` those built this time, and `known` the entries
    of every page as of the last build, which is brought up to date.
    """
    path = Path(site_dir) / INDEX
    if not path.is_file():
        return
    index = json.loads(path.read_text(encoding="utf-8"))
    fresh: dict[str, list[Any]] = {}
    for entry in index["docs"]:
        fresh.setdefault(entry["location"].partition("#")[0], []).append(entry)
    for url in built:
        known[url] = fresh.get(url, [])
    for url in set(known) - set(pages):
        del known[url]
    if built >= set(pages):
        return
    index["docs"] = [entry for url in pages for entry in known.get(url, ())]
    path.write_text(json.dumps(index, sort_keys=True, separators=(",", ":")), encoding="utf-8")
