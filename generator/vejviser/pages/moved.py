"""Pages at addresses that have been published before: each leads on to where the words stand now."""

import html
import posixpath
from collections.abc import Iterator

from vejviser.pages.address import address, url
from vejviser.pages.book import Book
from vejviser.pages.site import DataFile
from vejviser.records.kinds import KINDS

# Led on at once, without a script; a refresh after no time is no hindrance (WCAG 2.2, technique H76).
_PAGE = """\
<!doctype html>
<html lang="da">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<meta http-equiv="refresh" content="0; url={link}">
<meta name="robots" content="noindex">
<title>Siden er flyttet – {site}</title>
</head>
<body>
<main>
<h1>Siden er flyttet</h1>
<p>Gå til <a href="{link}">{title}</a>.</p>
</main>
</body>
</html>
"""


def files(book: Book) -> Iterator[DataFile]:
    """A page for every old address, in order. It is found from a disk too, where no server looks for index.html."""
    for entry in sorted(book.project.entries.values(), key=lambda entry: entry.id):
        if KINDS[entry.kind].place is None:
            continue
        page, anchor = address(entry)
        for old in entry.record.moved_from:
            link = posixpath.relpath(f"{url(page)}index.html", old) + (f"#{anchor}" if anchor else "")
            text = _PAGE.format(
                link=html.escape(link),
                site=html.escape(book.municipality.site_name),
                title=html.escape(entry.record.title),
            )
            yield DataFile(f"{old}/index.html", text)
