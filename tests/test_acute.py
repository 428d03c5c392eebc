"""Nobody stands without a number: what the pages say when the municipality's own is not known."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from projects import TODAY
from shipped import NAMES, checked_of, shipped_site
from vejviser.checked import check_project

Draw = Callable[[str], Path]
MISSING = re.compile(r"mangler nummeret|#modtagelsen\): nummeret mangler")
LINE = "  - {{when: I kommunens åbningstid, who: til {{modtagelsen}}, phone: {{label: Modtagelsen{more}}}}}\n".replace(
    "til {{modtagelsen}}", '"til {{modtagelsen}}"'
)


def texts_of(root: Path, more: str) -> dict[str, str]:
    """The pages of the drawn municipality with a daytime line; `more` is what is known of its telephone."""
    file = root / "content/by/municipality.yml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("website:", LINE.format(more=more) + "website:"), encoding="utf-8"
    )
    return {page.uri: page.text for page in check_project(root, "by", TODAY).site().pages}


@pytest.mark.parametrize("name", NAMES)
class TestShipped:
    """The municipalities of this repository, of which none has its number yet."""

    def test_link_and_police(self, name: str) -> None:
        """Wherever the number of the reception is said to be missing, a link and 114 follow at once."""
        website = checked_of(name).project.entries[name].record.website  # type: ignore[attr-defined]  # a municipality
        places = [
            (page.uri, page.text[match.start() : match.start() + 600])
            for page in shipped_site(name).pages
            for match in MISSING.finditer(page.text)
        ]

        assert {"index.md", "akut.md", "kontakt.md"} <= {uri for uri, _ in places}
        assert [] == [
            uri
            for uri, text in places
            if f"[kommunens hjemmeside]({website})" not in text or "ring [114](tel:114)" not in text
        ]

    def test_every_grave_outcome(self, name: str) -> None:
        """Every outcome of the gravest level, and every one that says to ring the reception, has 112 or 114 in it."""
        for page in shipped_site(name).pages:
            for section in page.text.split("<section ")[1:]:
                is_grave = section.startswith('class="outcome') and (
                    "outcome--acute" in section.split("\n")[0] or "#modtagelsen)" in section
                )
                assert not is_grave or "(tel:112)" in section or "(tel:114)" in section, page.uri


class TestDrawn:
    """What is shown follows what is known."""

    def test_missing(self, drawn: Draw) -> None:
        """Without a number the police stands in by day too, also in the line over a tree."""
        pages = texts_of(drawn(""), "")

        assert "**I kommunens åbningstid:** Ring til Modtagelsen. Vi mangler nummeret." in pages["index.md"]
        assert "uden for åbningstid, eller hvis du ikke finder kommunens nummer" in pages["beslutningstrae/trae.md"]

    def test_known(self, drawn: Draw) -> None:
        """With a number and opening hours both stand in the box, and nothing is said to be missing."""
        pages = texts_of(drawn(""), ', number: "87 65 43 21", hours: hverdage kl. 9-15')

        assert (
            '[87 65 43 21](tel:87654321){ .phone } <span class="acute__text">'
            "**I kommunens åbningstid (hverdage kl. 9-15):** Ring til Modtagelsen</span>"
        ) in pages["akut.md"]
        assert [] == [uri for uri, text in pages.items() if MISSING.search(text)]
