"""What a hand-written page becomes in the browser, and what of it may not stand there."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from markdown import Markdown

# The elements that a hand-written page may hold, with the attributes that only they may have; docs/redaktoer.md lists
# them for the editor. What is not here may run, fetch, post, or swallow the rest of the page.
ELEMENTS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "span", "blockquote", "pre", "code"), ()),
    **dict.fromkeys(("strong", "b", "em", "i", "abbr", "sup", "sub", "br", "hr"), ()),
    **dict.fromkeys(("ul", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "summary"), ()),
    "ol": ("start",),
    "details": ("open",),
    "td": ("colspan", "rowspan", "style"),
    "th": ("colspan", "rowspan", "scope", "style"),
    "a": ("href",),
    "img": ("src", "alt", "width", "height"),
}
ATTRIBUTES = ("id", "class", "title", "lang")
_VOID = ("br", "hr", "img")
# Markdown's own way to align a column.
_ALIGNED = re.compile(r"text-align: (left|right|center);")
_OUTSIDE = ("https:", "mailto:", "tel:")
_SCHEME = re.compile(r"[^/?#]*:|[/\\]{2}")
# The keys that a page may have above its text.
KEYS = ("title", "description")
_FRONT = re.compile(r"\A---[ \t]*\n(?P<lines>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"^# +(\S.*?)(?: +#+)?[ ]*$|^(\S.*)\n=+[ ]*$", re.MULTILINE)
_FENCED = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
# Without dashes too the site builder takes lines such as `kind: x` at the top for keys.
_KEY = re.compile(r"^ {0,3}(?P<key>[A-Za-z0-9_-]+):")
# The same as the site's own, and those that the site builder adds.
_EXTENSIONS = ("toc", "tables", "fenced_code", "attr_list", "md_in_html", "def_list")


def front_faults(text: str) -> Iterator[tuple[int, str]]:
    """Lines above the text of a page that are no known key, by number and as written."""
    front = _FRONT.match(text)
    if front is None and text.startswith("---\n"):
        yield 1, "---"
        return
    lines = text[3 : front.end("lines")].split("\n") if front else text.split("\n")
    for number, line in enumerate(lines, 1):
        key = _KEY.match(line)
        if front is None and key is None:
            return
        # A line that is indented goes on with the one before.
        goes_on = front is not None and line[:1] in (" ", "\t")
        if line.strip(" -") and not goes_on and (key is None or key["key"] not in KEYS):
            yield number, line.strip()[:60]


def front_matter(text: str) -> str:
    """The lines above the text of a page, with an empty line in the place of the first `---`; empty without any."""
    front = _FRONT.match(text)
    return f"\n{front['lines']}" if front else ""


def heading_of(text: str) -> str:
    """What a page is called: the title above its text, else its first heading; empty when it has neither."""
    title = re.search(r"^title:[ ]*(.+)$", front_matter(text), re.MULTILINE)
    if title:
        return title[1].strip().strip("\"'")
    heading = _HEADING.search(_FENCED.sub("", _FRONT.sub("", text)))
    return (heading[1] or heading[2]).strip() if heading else ""


def faults(text: str) -> list[str]:
    """What a page may not hold, each once, as it would stand in the page: `<form>`, `onclick`, `javascript:…`."""
    found = _Reader()
    found.feed(Markdown(extensions=list(_EXTENSIONS)).convert(_FRONT.sub("", text)))
    found.close()
    if found.open:
        found.refused.append(f"<{found.open[-1]}>")
    return list(dict.fromkeys(found.refused))


class _Reader(HTMLParser):
    """Reads a page as strictly as it is made: each element known and closed, each address of a known kind."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.refused: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ELEMENTS:
            self.refused.append(f"<{tag}>")
            return
        if tag not in _VOID:
            self.open.append(tag)
        for name, value in attrs:
            if name not in ATTRIBUTES + ELEMENTS[tag] or (name == "style" and not _ALIGNED.fullmatch(value or "")):
                self.refused.append(name)
            elif name in ("href", "src") and not _allowed(value or "", outside=name == "href"):
                self.refused.append((value or "")[:60])

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        # A browser does not close an element for the sign of it.
        if tag not in _VOID and tag in ELEMENTS:
            self.refused.append(f"<{tag}/>")
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1] == tag:
            self.open.pop()
        elif tag not in _VOID and f"<{tag}>" not in self.refused:
            self.refused.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        # What is left of `<` was no element to us, and might be one to a browser.
        if "<" in data:
            self.refused.append(data[data.index("<") :][:20])

    def handle_comment(self, data: str) -> None:
        self.refused.append("<!--")

    def handle_decl(self, decl: str) -> None:
        self.refused.append("<!")

    def unknown_decl(self, data: str) -> None:
        self.refused.append("<!")

    def handle_pi(self, data: str) -> None:
        self.refused.append("<?")


def _allowed(address: str, *, outside: bool) -> bool:
    """An address within the site; for a link also one of the kinds that lead out of it."""
    # A browser passes over these inside an address.
    bare = re.sub(r"[\x00-\x20\x7f]", "", address).lower()
    return (outside and bare.startswith(_OUTSIDE)) or not _SCHEME.match(bare)
