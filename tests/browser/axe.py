"""The accessibility rules of axe-core, tried on a page as it is now, and the screens on which they are tried."""

from pathlib import Path

import axe_playwright_python  # type: ignore[import-untyped]
from playwright.sync_api import Page

WIDE, PHONE, NARROWEST = (1280, 900), (360, 640), (320, 640)
LOOKS = [(size, scheme) for size in (WIDE, PHONE) for scheme in ("light", "dark")]
_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
_AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")).read_text(encoding="utf-8")
_RUN = """async ([where, tags, contrast]) => {
  const rules = { "color-contrast": { enabled: contrast } };
  const options = { runOnly: tags, rules, resultTypes: ["violations"] };
  const { violations } = await axe.run(document.querySelector(where), options);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(" | ")}`);
}"""
# What sticks out to the right, for the message; a wide table scrolls inside its own frame.
TOO_WIDE = """() => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll("body *")]
  .filter((part) => part.getBoundingClientRect().right > innerWidth && !part.closest(".table, .scroll"))
  .map((part) => part.outerHTML.slice(0, 80)).slice(0, 3)"""


def look(page: Page, size: tuple[int, int], scheme: str) -> None:
    """Make the page's screen of a size, light or dark."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")


def violations(page: Page, where: str = "html", *, contrast: bool = True) -> list[str]:
    """What axe finds in the page, or in a part of it, as it is now; contrast takes longer than all other rules."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_AXE)
    return [f"{page.url} {page.viewport_size} {item}" for item in page.evaluate(_RUN, [where, _TAGS, contrast])]
