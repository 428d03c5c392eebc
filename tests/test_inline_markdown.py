"""Markdown with fewer patterns: the same HTML as with all of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions import Extension

from projects import MUNICIPALITY
from shipped import shipped_site
from vejviser.adapters.inline_markdown import InlineMarkdown

EXTENSIONS: list[str | Extension] = ["toc", "tables", "attr_list", "md_in_html", "def_list"]


def _plain(text: str) -> str:
    return Markdown(extensions=EXTENSIONS).convert(text)


def _ours(text: str) -> str:
    return Markdown(extensions=[*EXTENSIONS, InlineMarkdown()]).convert(text)


def test_every_shipped_page() -> None:
    """No page of the site differs."""
    pages = shipped_site(MUNICIPALITY).pages

    assert [] == [page.uri for page in pages if _plain(page.text) != _ours(page.text)]


@pytest.mark.parametrize(
    "text",
    [
        "a `b` c",
        r"a \* b",
        "[a](b) and [c][d]\n\n[d]: e",
        "[d] and ![d] and ![a][d]\n\n[d]: e.png",
        "[a][d] and ![d] without an address",
        "![a](b.png)",
        "<https://a.dk> and <a@b.dk>",
        "one  \ntwo",
        "a <b>c</b> &amp; d",
        "*a* **b** _c_ __d__",
        "<div markdown>\n\n- [`a`](b)\n\n</div>",
    ],
)
def test_every_pattern(text: str) -> None:
    """What a hand-written page may use works, one sign at a time."""
    assert _plain(text) == _ours(text)


@given(st.text(alphabet="ab \\`[]()!<>@:/.&;*_#\n=", max_size=60))
def test_any_text(text: str) -> None:
    """Nor does any other text differ."""
    assert _plain(text) == _ours(text)


def test_one_page_after_another() -> None:
    """The patterns are chosen anew for each page."""
    markdown = Markdown(extensions=[InlineMarkdown()])

    assert ["<p>a</p>", '<p><a href="b">a</a></p>', "<p>a</p>"] == [
        markdown.reset().convert(text) for text in ("a", "[a](b)", "a")
    ]
