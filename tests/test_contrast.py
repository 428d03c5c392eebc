"""A municipality's colours are held against the colours that the theme really has."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from projects import ROOT, TODAY
from vejviser.checked import check_project
from vejviser.colours import GROUNDS, contrast_ratio

Draw = Callable[[str], Path]
CSS = (ROOT / "site_overrides/assets/base.css").read_text(encoding="utf-8")
# What each ground is called in the theme.
NAMES = {
    "siden": "bg",
    "kort": "surface",
    "felter": "sunken",
    "den røde kasse": "acute-bg",
    "den gule kasse": "warn-bg",
    "skriften på knapper": "button-ink",
}


def variables(css: str) -> dict[str, str]:
    """The custom properties that are a colour, written with six digits."""
    found = re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{3,6});", css)
    return {
        name: value if len(value) == 7 else "#" + "".join(2 * digit for digit in value[1:]) for name, value in found
    }


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_grounds_are_the_themes(scheme: str) -> None:
    """Page, cards, sunken fields, boxes and the words on buttons have the values of the style sheet."""
    light, dark = CSS.split("@media (prefers-color-scheme: dark)")
    theme = variables(light) if scheme == "light" else variables(light) | variables(dark.split("\n}\n")[0])

    grounds = GROUNDS["accent" if scheme == "light" else "accent_dark"]
    assert {words: theme[NAMES[words]] for words in NAMES} == grounds


@pytest.mark.parametrize(
    ("field", "colour", "words"),
    [
        ("accent", "#737373", "felter"),
        ("accent_dark", "#808080", "felter"),
        ("accent_dark", "#8a8a8a", "felter"),
        ("primary", "#808080", "skriften i toppen"),
    ],
)
def test_planted(drawn: Draw, field: str, colour: str, words: str) -> None:
    """A colour that could be read on the page only is found, with the ground where it is worst."""
    root = drawn("")
    file = root / "content/by/municipality.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(rf'{field}: "#\w+"', f'{field}: "{colour}"', text), encoding="utf-8")

    found = check_project(root, "by", TODAY).findings

    assert ["E702"] == [item.code for item in found]
    assert f"mod {words}" in found[0].message


def test_ratio() -> None:
    """Black on white is 21, the same colour 1."""
    assert (21.0, 1.0) == (round(contrast_ratio("#000000", "#ffffff"), 2), contrast_ratio("#123456", "#123456"))
