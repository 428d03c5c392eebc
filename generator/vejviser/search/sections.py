"""Reads a page's Markdown back into plain text under its headings."""

import re
from dataclasses import dataclass, field
from html import unescape

# What stands on a page for another reason than to be read there: lists of uses, sources, and the words of others.
_ASIDE = re.compile(
    r'<details.*?</details>|<div class="mentions".*?</div>|<p class="(?:searchwords|badges)".*?</p>|'
    r'<nav class="letters".*?</nav>|<script.*?</script>|<svg.*?</svg>|<div class="page-foot".*\Z|\A---\n.*?\n---\n',
    re.DOTALL,
)
_HEADING = re.compile(
    r"^(#{1,6}) (?P<words>.*?)(?: *\{[^}]*#(?P<anchor>[\w-]+)[^}]*\})? *$|"
    r'<h([1-6])(?:[^>]*? id="(?P<id>[^"]*)")?[^>]*>(?P<inner>.*?)</h\4>',
    re.MULTILINE | re.DOTALL,
)
# A small heading belongs to what it stands in, and is read there.
_MINOR = re.compile(r"^#+ (.*) \{ \.minor \}$", re.MULTILINE)
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)(?:\{[^}]*\})?")
_ITEM = re.compile(r"\n([ \t]*(?:[-*|:]|\d+\.)[ \t])")
_END = re.compile(r"</(?:li|p|d[dt]|div|section)>")
_MARKUP = re.compile(r"<[^>]*>|\{ ?[.#:][^}]*\}")
_MARKS = re.compile(r"^[ \t]*(?:[-*>|:]+|\d+\.|\|[-| ]+\|)[ \t]+|\*+|\\(?=[\[`\\])|^-{3,}$", re.MULTILINE)


@dataclass(slots=True)
class Section:
    """A heading with its anchor, and the blocks of plain text that stand under it."""

    level: int
    title: str
    anchor: str
    blocks: list[str] = field(default_factory=list)


def sections(text: str) -> list[Section]:
    """The sections of a page in order; the first holds what stands before and right under the main heading."""
    text = _MINOR.sub(r"**\1**", _ASIDE.sub("\n", text))
    found = [Section(1, "", "")]
    end = 0
    for match in _HEADING.finditer(text):
        found[-1].blocks += _blocks(text[end : match.start()])
        level = len(match[1]) if match[1] else int(match[4])
        title = plain(match["words"] or match["inner"] or "")
        if level > 1:
            found.append(Section(level, title, match["anchor"] or match["id"] or ""))
        end = match.end()
    found[-1].blocks += _blocks(text[end:])
    return found


def plain(text: str) -> str:
    """Text without Markdown and HTML, on one line."""
    return " ".join(_unmarked(text).split())


def _unmarked(text: str) -> str:
    """Text without Markdown and HTML, with its lines; the common case, with few marks, is quick."""
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    if "<" in text or "{" in text:
        text = _MARKUP.sub(" ", _END.sub("\n\n", text))
    text = _MARKS.sub("", text)
    return unescape(text) if "&" in text else text


def _blocks(text: str) -> list[str]:
    """Paragraphs and list items, each by itself, so that what many pages repeat can be told from what is their own."""
    parts = _unmarked(_ITEM.sub(r"\n\n\1", text)).split("\n\n")
    return [words for words in (" ".join(part.split()) for part in parts) if words]
