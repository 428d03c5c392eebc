"""Texts as Markdown: nothing comes out but what the subset allows."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown

from vejviser.pages.markdown import TermMarker, escape, plain, render
from vejviser.texts import faults, link_targets

_HOSTILE = st.text(alphabet="ab <>{}&\"'[](){}*_-#`!:/\n=åtp", max_size=60)


def _render(text: str, marker: TermMarker | None = None) -> str:
    return render(text, lambda id_: f"../{id_}.md" if id_ in ("samarbejdsmoede", "ab") else None, marker)


class TestEscape:
    """A text is text."""

    @given(st.text(max_size=200))
    def test_nothing_survives(self, text: str) -> None:
        """No tag and no attribute list can come out of any text, and a reader still sees what was written."""
        escaped = escape(text)

        assert not set("<>{}") & set(escaped)
        assert text == unescape(escaped)

    @given(_HOSTILE)
    def test_rendered(self, text: str) -> None:
        """Nor out of a rendered one, with or without abbreviations."""
        assert not set("<>{}") & set(_render(text))
        assert not set("<{}") & set(
            re.sub(
                r'<button type="button" class="term" popovertarget="t-x">|</button>',
                "",
                _render(text, TermMarker({"ab": "x"})),
            )
        )

    @given(_HOSTILE)
    def test_only_plain_elements(self, text: str) -> None:
        """Whatever Markdown makes of it, no script, event or foreign address is in it."""
        html = markdown(_render(text), extensions=["attr_list", "md_in_html", "tables", "def_list"])

        assert not re.search(r"<(script|style|iframe|object|svg|form)|\son\w+=|(src|href)=\"(javascript|data):", html)


class TestStars:
    """Emphasis is what pairs up."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("*en* **to** ***tre*** **fire *fem* seks**", "*en* **to** ***tre*** **fire *fem* seks**"),
            ("5 * 3 og 3*", "5 &#42; 3 og 3&#42;"),
            ("*en **to* tre**", "&#42;en &#42;*to* tre&#42;&#42;"),
            ("**en\n\nto**", "&#42;&#42;en\n\nto&#42;&#42;"),
            ("* en\n* *to*", "* en\n* *to*"),
            ("[a](https://b.dk/*c*d*)*", "[a](https://b.dk/*c*d*)&#42;"),
        ],
    )
    def test_pairs(self, text: str, expected: str) -> None:
        """The others are stars."""
        assert expected == _render(text)

    @given(st.lists(st.sampled_from(["*", "**", "***", " ", "ord", "å.", "<", "&", "\n", "#", "[l](tel:1)"])))
    def test_no_letter_is_lost(self, pieces: list[str]) -> None:
        """However stars stand, all else is read as it was written, and nothing comes to it."""
        text = "a" + re.sub(r"\n[*#\s]*", "\n", "".join(pieces))
        html = markdown(_render(text), extensions=["attr_list", "md_in_html", "tables", "def_list"])
        seen, wanted = unescape(re.sub(r"<[a-z/][^>]*>", "", html)), text.replace("[l](tel:1)", "l")

        assert re.sub(r"[\s*]", "", wanted) == re.sub(r"[\s*]", "", seen)


class TestLinks:
    """Links to records and to the outside."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Se [mødet](samarbejdsmoede).", "Se [mødet](../samarbejdsmoede.md)."),
            ("[Ring](tel:112)", "[Ring](tel:112)"),
            ("[Læs](https://eksempel.dk/a?b=1)", "[Læs](https://eksempel.dk/a?b=1)"),
            ("[x](javascript:alert(1))", "x)"),
            ("[x](JavaScript:alert)", "x"),
            ("[x](data:text/html,y)", "x"),
            ("[x](//eksempel.dk)", "x"),
            ("[x](findes-ikke)", "x"),
            ('[x](https://a"onclick=y)', "[x](https://a%22onclick=y)"),
            ("Æg & <b>", "Æg &amp; &lt;b&gt;"),
        ],
    )
    def test_allowed_or_text(self, text: str, expected: str) -> None:
        """Only known records and three kinds of addresses become links; the rest is its words."""
        assert expected == _render(text)

    def test_targets(self) -> None:
        """Links to records are what the checks follow; addresses are not."""
        assert ["a-b", "c"] == link_targets("[x](a-b) [y](https://z.dk) [z](c) og (d)")


class TestTermMarker:
    """Abbreviations are explained where they are first used."""

    def test_once_in_a_text(self) -> None:
        """The first use in a text is marked, and again in the next text of the page."""
        marker = TermMarker({"PPR": "ord-ppr"})
        button = '<button type="button" class="term" popovertarget="t-ord-ppr">PPR</button>'

        assert f"{button} og PPR" == marker.mark("PPR og PPR")
        assert f"Ring til {button}." == marker.mark("Ring til PPR.")
        assert {"ord-ppr"} == marker.used

    @pytest.mark.parametrize("text", ["[PPR](ppr.md)", "[a](PPR)", "[om PPR her](b)", "PPRs", "XPPR", "SAF-PPR", "ppr"])
    def test_whole_words_outside_links(self, text: str) -> None:
        """Inside a link or another word it is left alone."""
        marker = TermMarker({"PPR": "ord-ppr"})

        assert (text, set()) == (marker.mark(text), marker.used)

    def test_longest_first(self) -> None:
        """Of two abbreviations that begin alike the longer wins."""
        assert ">PAF+<" in TermMarker({"PAF": "a", "PAF+": "b"}).mark("PAF+ er nyt")

    def test_none(self) -> None:
        """A glossary without abbreviations changes nothing."""
        assert "PPR" == TermMarker({}).mark("PPR")


class TestShape:
    """Paragraphs and lists."""

    def test_list_after_a_line(self) -> None:
        """A list that follows right after a line is still a list."""
        assert "Husk:\n\n- en\n- to" == _render("Husk:\n- en\n- to\n")
        assert 2 == markdown(_render("Husk:\n- en\n- to")).count("<li>")

    def test_plain(self) -> None:
        """Plain text keeps the words only."""
        assert "Ring til mødet straks" == plain("Ring *til* [mødet](a)\n**straks**")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Helt almindelig - med *tryk*, **fed** og 3 < 4.", []),
        ("<b>", ["E601"]),
        ("</p", ["E601"]),
        ("<!-- x", ["E601"]),
        ("{{ x }}", ["E602"]),
        ("{: .a }", ["E602"]),
        ("# Titel", ["E603"]),
        ("Titel\n===", ["E603"]),
        ("a\n---\nb", ["E603"]),
        ("![x](y)", ["E604"]),
        ("`x`", ["E605"]),
        ("a\n\n    kode", ["E605"]),
        ("~~~", ["E605"]),
        ("[x](javascript:y)", ["E606"]),
        ("[x](http://y)", ["E606"]),
        ("[x](https://y) [y](mailto:a@b.dk) [z](tel:112) [a](moede)", []),
        ("- en\n- to", []),
        ("#ikke", []),
    ],
)
def test_faults(text: str, expected: list[str]) -> None:
    """What is beyond the subset has a code, and what is in it has none."""
    assert expected == [code for code, _, _ in faults(text)]
