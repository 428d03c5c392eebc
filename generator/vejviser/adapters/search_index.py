"""The seam to MkDocs' own search: keeps its index whole, and free of pages that only list others."""

import json
from pathlib import Path
from typing import Any

INDEX = "search/search_index.json"
# The index from A to Å names every word once more and would stand above the page that explains it.
_LISTS = ("a-aa/",)


def complete(site_dir: str, pages: list[str], built: set[str], known: dict[str, list[Any]]) -> None:
    """Put the entries of pages that were not built again back into the index, and take lists out.

    `pages` are the addresses of all pages in order, `built` those built this time, and `known` the entries
    of every page as of the last build, which is brought up to date.
    """
    path = Path(site_dir) / INDEX
    if not path.is_file():
        return
    index = json.loads(path.read_text(encoding="utf-8"))
    fresh: dict[str, list[Any]] = {}
    for entry in index["docs"]:
        url = entry["location"].partition("#")[0]
        if url not in _LISTS:
            fresh.setdefault(url, []).append(entry)
    for url in built:
        known[url] = fresh.get(url, [])
    for url in set(known) - set(pages):
        del known[url]
    index["docs"] = [entry for url in pages for entry in known.get(url, ())]
    path.write_text(json.dumps(index, sort_keys=True, separators=(",", ":")), encoding="utf-8")
