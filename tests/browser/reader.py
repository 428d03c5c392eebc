"""What a reader does with a keyboard, and what can be seen of it from outside."""

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Locator, Page, expect

_FOCUSED = """([selector, words]) => {
  const element = document.activeElement;
  return element.matches(selector) && element.textContent.trim().startsWith(words);
}"""
# The browser is told of a step when the reader has seen it: its entry in the history, and its title.
_SEEN = "for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame);"
SETTLE = f"async () => {{ {_SEEN} }}"
_PLACE = """async () => { SEEN return {
  step: document.querySelector(".tree").dataset.step,
  heading: document.activeElement.closest("h2, fieldset:focus")?.querySelector(":scope > legend")?.textContent.trim()
    ?? document.activeElement.closest("h2")?.textContent.trim() ?? null,
  title: document.title,
  url: location.href,
  remembered: Object.keys(history.state ?? {}),
}; }""".replace("SEEN", _SEEN)
_STORED = """async () => [
  ...document.cookie ? ["cookie"] : [],
  ...Object.keys(localStorage),
  ...Object.keys(sessionStorage),
  ...(await indexedDB.databases()).map(({ name }) => name),
  ...await caches.keys(),
]"""
NOTHING_STORED: list[str] = []


@dataclass
class Seen:
    """What a page has asked the network for, and what the browser has complained about."""

    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def watch(page: Page) -> Seen:
    """Note every request and every complaint from now on."""
    seen = Seen()
    page.on("request", lambda request: seen.requests.append(request.url))
    page.on("pageerror", lambda error: seen.errors.append(str(error)))
    page.on(
        "console",
        lambda message: seen.errors.append(message.text) if message.type in {"error", "warning"} else None,
    )
    return seen


def stored(page: Page) -> list[str]:
    """The names of everything that the page has stored in the browser."""
    return list(page.evaluate(_STORED))


def press(page: Page, *keys: str) -> None:
    """Press keys, one after the other."""
    for key in keys:
        page.keyboard.press(key)


def tab_to(page: Page, selector: str, words: str = "", *, key: str = "Tab", most: int = 120) -> int:
    """Press Tab until focus is on an element with a selector and words it begins with; returns how often."""
    for presses in range(1, most + 1):
        page.keyboard.press(key)
        if page.evaluate(_FOCUSED, [selector, words]):
            return presses
    raise AssertionError(f"{key} never came to {selector} {words}")


def is_focused(page: Page, selector: str, words: str = "") -> bool:
    """Whether focus is on an element with a selector and words it begins with."""
    return bool(page.evaluate(_FOCUSED, [selector, words]))


def place(page: Page) -> dict[str, Any]:
    """Where in a tree the reader is: step, heading of what has focus, title, address, keys of the history's state."""
    return dict(page.evaluate(_PLACE))


def wait_for_tree(page: Page) -> None:
    """Wait until the tree shows one question at a time."""
    expect(page.locator(".tree[data-step]")).to_be_visible()


def settle(page: Page) -> None:
    """Wait until the browser knows of the step."""
    page.evaluate(SETTLE)


def go_back(page: Page) -> None:
    """The browser's own Back."""
    settle(page)
    page.go_back()


def at(page: Page, step: str) -> None:
    """Wait until the tree shows a step: going back in the history takes a moment."""
    expect(page.locator(".tree")).to_have_attribute("data-step", step)


def answer(page: Page, position: int) -> None:
    """Choose an answer by its position, with keys alone, and go on."""
    tab_to(page, "input[type=radio]")
    press(page, "Space", *["ArrowDown"] * position, "Enter")


def tick(page: Page, positions: list[int]) -> None:
    """Tick items of a checklist by their positions, with keys alone, and go on; what is ticked is left alone."""
    tab_to(page, "input[type=checkbox]")
    for position in range(max(positions) + 1):
        if position in positions and not page.evaluate("document.activeElement.checked"):
            press(page, "Space")
        if position < max(positions):
            press(page, "Tab")
    press(page, "Enter")


def press_button(page: Page, words: str, *, key: str = "Tab") -> None:
    """Go to a button with Tab and press it with Enter."""
    tab_to(page, "button", words, key=key)
    press(page, "Enter")


def click(part: Locator) -> None:
    """Press a part as assistive technology does, which a reader's second tap is not: without a place, and at once."""
    part.evaluate("(part) => part.click()")


def search_field(page: Page) -> Locator:
    """The field of the open search."""
    return page.get_by_role("combobox", name="Søg i Vejviser")
