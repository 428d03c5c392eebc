"""What a hand-written page may hold: all of Markdown, a few elements of HTML, and nothing that acts."""

import re

import pytest
from markdown import markdown

from attacks.payloads import TEXTS
from projects import ROOT
from vejviser.page_html import ATTRIBUTES, ELEMENTS, KEYS, faults, front_faults

ALLOWED = (
    "# Om\n\nRing **nu** eller *snart*: [her](https://a.dk), [os](mailto:a@b.dk), [112](tel:112), [nu](../akut.md#a).",
    "| a | b |\n| :-- | --: |\n| 1 | 2 |",
    "Ord\n:   Forklaring\n\n> Sagt\n\n1. En\n2. To\n\n- [ ] tre\n\n---\n\n```\n<script>\n```\n\n`<b onclick=x>`",
    '<details>\n<summary>Mere</summary>\n\n<p class="x" id="y">Ord</p>\n\n</details>',
    "<div markdown>\n\n**Ord**\n\n</div>",
    "![Et kort](kort.png)\n\n# Titel { #id .klasse }",
    "3 < 4 og a & b, <https://a.dk>",
)
REFUSED = (
    ("<b/onmouseover=ond()>x</b>", "onmouseover"),
    ("<details/open/ontoggle=ond()>x</details>", "ontoggle"),
    ("[x](javascript&colon;ond())", "javascript:ond()"),
    ("[x](java&#115;cript:ond())", "javascript:ond()"),
    ("[x](<java\tscript:ond()>)", "java   script:ond()"),
    ("[x](vbscript:ond())", "vbscript:ond()"),
    ("[x](http://ond.example)", "http://ond.example"),
    ("[x](//ond.example)", "//ond.example"),
    ("[x](\\\\\\\\ond.example)", "\\\\ond.example"),
    ("Hej\n{: onclick=ond() }", "onclick"),
    ("# Hej {: style=color:red }", "style"),
    ("![x][1]\n\n[1]: https://ond.example/x.png", "https://ond.example/x.png"),
    ("![x](data:image/png;base64,x)", "data:image/png;base64,x"),
    ("<textarea>", "<textarea>"),
    ("<title>", "<title>"),
    ("<plaintext>", "<plaintext>"),
    ("<template>", "<template>"),
    ("<div>", "<div>"),
    ("</main></article>", "</main>"),
    ("<!-- x -->", "<!--"),
    ("<form action=x><input></form>", "<form>"),
    ("<p/>x", "<p/>"),
)


@pytest.mark.parametrize("text", ALLOWED)
def test_allowed(text: str) -> None:
    """What Markdown makes, and the elements that the guide lists, may stand."""
    assert [] == faults(text)


@pytest.mark.parametrize(("text", "fault"), REFUSED)
def test_refused(text: str, fault: str) -> None:
    """What runs, fetches, posts or swallows the rest of the page is named."""
    assert fault in faults(text)


@pytest.mark.parametrize("part", range(4))
def test_payloads(part: int) -> None:
    """Of every hostile text either it is refused, or nothing of it is left that acts."""
    for text in TEXTS[part::4]:
        if not faults(text.replace("%", "ord")):
            # What may stand leads at most to another site, as a page may by its own link.
            assert not re.search(r"javascript:|vbscript:|data:text", "".join(_addresses(text)), re.IGNORECASE)


def _addresses(text: str) -> list[str]:
    return re.findall(r'(?:href|src)="([^"]*)"', markdown(text, extensions=["attr_list", "md_in_html", "tables"]))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("---\ntitle: Om\ndescription: Kort\n  og godt\n---\n# Om", []),
        ("# Om\n\nkind: x", []),
        ('---\ntitle: Om\nkind: "\\x22\\x3e\\x3cscript\\x3e"\n---\n', [3]),
        ("---\ntemplate: findesikke.html\n---\n", [2]),
        ("kind: x\ntitle: y\n\n# Om", [1]),
    ],
)
def test_front(text: str, lines: list[int]) -> None:
    """Above its text a page has a title and a description, with dashes or without."""
    assert lines == [line for line, _ in front_faults(text)]


def test_the_guide_lists_it_all() -> None:
    """An editor can read what may stand in a page."""
    guide = (ROOT / "docs/redaktoer.md").read_text(encoding="utf-8").split("## Håndskrevne sider")[1].split("\n## ")[0]
    every = {*ELEMENTS, *ATTRIBUTES, *KEYS, *(name for names in ELEMENTS.values() for name in names)}

    assert every == set(re.findall(r"`([a-z0-9]+)`", guide))
