"""One way for a text into Markdown, and what is no text to it."""

import re

import pytest
from markdown import markdown

from projects import ROOT
from test_markdown import _render
from vejviser.pages.markdown import literal

PACKAGE = ROOT / "generator/vejviser"
TEMPLATES = {path.name: path.read_text(encoding="utf-8") for path in PACKAGE.glob("pages/templates/*.md.j2")}


class TestOneWay:
    """A text becomes Markdown in one place, and so do a cell and an address."""

    def test_who_says_that_something_is_markup(self) -> None:
        """Only the writer of pages; beside it what draws, and what hands data to a script or to the portal."""
        there = {
            path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py") if "Markup(" in path.read_text()
        }

        assert there == {"pages/rendering.py", *(f"pages/{name}.py" for name in ("facets", "ladder", "trees"))} | {
            "pages/portal/prose.py"
        }

    @pytest.mark.parametrize("name", TEMPLATES)
    def test_templates(self, name: str) -> None:
        """A template writes an address and an attribute by their own functions, and calls nothing safe but signs."""
        text = TEMPLATES[name]
        addresses = re.findall(r"\]\(([^)]*?\{\{.*?\}\})", text)
        attributes = re.findall(r'="[^"{]*\{\{ ?(.*?) ?\}\}', text)
        safe = re.findall(r"\{\{ ?([^{}]*?) ?\| ?safe", text)

        assert [] == [one for one in addresses if not re.match(r"#|\{\{ ?(href|to)\(|.*\| ?(address|digits)\b", one)]
        assert [] == [one for one in attributes if "attribute" not in one and one not in _NO_TEXT]
        assert set() == set(safe) - {"mark", "extra"}


# Ids, numbers and words of our own, which the templates put into attributes as they are.
_NO_TEXT = {
    "level.order",
    "gravity[outcome.level]",
    '{"skal": "must", "bør": "should", "kan": "may"}[outcome.force]',
    'part.colour or "none"',
    "part.id",
    "entry.record.status",
    "sign.id",
    "tree.version",
    "values",
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ungepsykolog](javascript:alert(1)) x", "Ungepsykolog&#93;(javascript:alert(1)) x"),
        ("Ungepsykolog [pilot](2026)", "Ungepsykolog &#91;pilot&#93;(2026)"),
        ("Ungepsykolog | Ungdomshus", "Ungepsykolog &#124; Ungdomshus"),
        ("*a* og _b_, men a_b", "&#42;a&#42; og &#95;b&#95;, men a_b"),
        ("- nej", "&#45; nej"),
        ("1. maj", "1&#46; maj"),
        ("8.592 veje, 3-5 år", "8.592 veje, 3-5 år"),
    ],
)
def test_literal(text: str, expected: str) -> None:
    """A line is nothing but text, wherever it stands; what needs no sign keeps it."""
    assert expected == literal(text)


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("#Overskrift", {"p"}),
        ("x\n--", {"p"}),
        ("x\n=", {"p"}),
        ("***", {"p"}),
        ("| a | b |\n| --- | --- |\n| 1 | 2 |", {"p"}),
        ("x\n\n:   y", {"p"}),
        ("- # nej\n- 1. nej\n- - nej", {"ul", "li"}),
        ("- ja\n- *ja*\n\n**ja**", {"ul", "li", "em", "p", "strong"}),
        ("~~~\nx\n~~~", {"p"}),
        ("1. a\n2. b", {"p"}),
    ],
)
def test_subset(text: str, tags: set[str]) -> None:
    """A text has paragraphs, lists and emphasis, and a line of it begins nothing else."""
    html = markdown(_render(text), extensions=["attr_list", "md_in_html", "tables", "def_list", "fenced_code"])

    assert tags == set(re.findall(r"<(\w+)", html))
