"""Whatever goes wrong with a tree's script, at once or half-way, the whole tree stands, or the questions work."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, Route

from browser.conftest import OpenPage, Site
from browser.reader import settle, wait_for_tree
from browser.trees import flow_of

pytestmark = pytest.mark.browser

ID = "skal-jeg-underrette"
# What the script asks of the browser; each of them may fail, the first time or a later one.
CALLS = (
    "Document.prototype.createElement",
    "Document.prototype.querySelector",
    "Element.prototype.append",
    "Element.prototype.after",
    "Element.prototype.before",
    "Element.prototype.prepend",
    "Element.prototype.remove",
    "Element.prototype.querySelector",
    "Element.prototype.setAttribute",
    "Element.prototype.scrollIntoView",
    "HTMLElement.prototype.focus",
    "History.prototype.pushState",
    "History.prototype.replaceState",
    "EventTarget.prototype.addEventListener",
    "JSON.parse",
)
AT_FIRST_ONLY = {
    "Document.prototype.querySelector",
    "Element.prototype.prepend",
    "History.prototype.replaceState",
    "JSON.parse",
}
TIMES = (1, 2, 5, 13)
# Lets a call from a tree's script fail, after so many that succeed, once `armed`; whoever is asked first is the script.
_SABOTAGE = """([path, times, armed]) => {
  window.armed = armed;
  const names = path.split(".");
  const name = names.pop();
  const holder = names.reduce((part, next) => part[next], window);
  const real = holder[name];
  let left = times;
  window.failed = false;
  holder[name] = function (...given) {
    if (window.armed && !window.failed && /\\/tree[^/]*\\.js/.test(new Error().stack) && --left === 0) {
      window.failed = true;
      throw new Error("planted");
    }
    return real.apply(this, given);
  };
}"""
# The animation that shows the whole tree when the script never comes is at its end.
_LATE = "() => document.getAnimations().forEach((animation) => animation.finish())"
# What is seen: all of the tree, a question that can be answered or an outcome, or neither.
_SEEN = """(size) => {
  const seen = (selector) => [...document.querySelectorAll(selector)].filter((part) => part.checkVisibility()).length;
  if (seen(".question, .outcome") === size) return "whole";
  if (seen(".tree-form .choice") > 1 && seen(".tree-form > .button") && seen(".tree-form legend")) return "question";
  return seen(".outcome") === 1 && seen(".tree-after .tree-actions") ? "outcome" : "half";
}"""
# Answers the question on the screen with its last answer but one, which goes on, without waiting for anything.
_ON = """() => {
  const fields = [...document.querySelectorAll(".tree-form > fieldset:not(.tree-next) input")];
  fields.at(-2)?.click();
  document.querySelector(".tree-form > .button")?.click();
}"""


@pytest.fixture(name="size")
def _size(site: Site) -> int:
    """How many questions and outcomes the tree has."""
    tree = flow_of(site, ID).tree
    return len(tree.nodes) + len(tree.outcomes)


@pytest.fixture(name="url")
def _url(site: Site) -> str:
    return f"{site.address}beslutningstrae/{ID}/"


def seen(page: Page, size: int) -> str:
    """What stands on the screen, when all that moves has come to its end."""
    settle(page)
    page.evaluate(_LATE)
    return str(page.evaluate(_SEEN, size))


def walk(page: Page, size: int) -> list[str]:
    """What is seen at the start and at each of the next steps."""
    found = [seen(page, size)]
    for _ in range(4):
        page.evaluate(_ON)
        found.append(seen(page, size))
    return found


@pytest.mark.parametrize("call", CALLS)
def test_fails_at_once(call: str, url: str, size: int, open_page: OpenPage) -> None:
    """A call that fails while the questions are made leaves the whole tree, with the page's own title."""
    for times in TIMES:
        page = open_page()
        page.add_init_script(f"({_SABOTAGE})({json.dumps([call, times, True])})")
        page.goto(url, wait_until="load")
        state = seen(page, size)
        if page.evaluate("window.failed"):
            assert "whole" == state, times
            assert page.title().startswith("Skal jeg underrette?"), times
        else:
            assert "question" == state, times
        page.context.close()


@pytest.mark.parametrize("call", CALLS)
def test_fails_half_way(call: str, url: str, size: int, open_page: OpenPage) -> None:
    """One that fails at a later step does so too, and nothing that was answered is left."""
    failed = []
    for times in TIMES:
        page = open_page()
        page.add_init_script(f"({_SABOTAGE})({json.dumps([call, times, False])})")
        page.goto(url)
        wait_for_tree(page)
        page.evaluate("window.armed = true")
        found = walk(page, size)
        failed.append(page.evaluate("window.failed"))

        assert "half" not in found, (times, found)
        assert failed[-1] == ("whole" in found), (times, found)
        if failed[-1]:
            assert "whole" == found[-1]
            assert 0 == page.locator(".tree-answer:visible, .tree-form:visible").count()
            page.evaluate("dispatchEvent(new PopStateEvent('popstate', { state: { step: 1 } }))")
            assert "whole" == seen(page, size)
        page.context.close()
    # The script asks most of these at each step.
    assert any(failed) or call in AT_FIRST_ONLY, failed


Change = Callable[[dict[str, Any]], Any]


def _renamed(old: str, new: str) -> Change:
    """The tree with a key renamed wherever it stands."""

    def rename(part: Any) -> Any:
        if isinstance(part, dict):
            return {new if key == old else key: rename(value) for key, value in part.items()}
        return [rename(value) for value in part] if isinstance(part, list) else part

    return rename


# Met by other answers than those of the walk, or not at all.
NOT_MET = {"unknown condition", "renamed none", "renamed title"}
# What a page may say that its script does not know: the page is newer, or the script is.
OTHERWISE: dict[str, Change] = {
    "newer": lambda tree: tree | {"format": tree["format"] + 1},
    "older": lambda tree: {key: value for key, value in tree.items() if key != "format"},
    "empty": lambda _: {},
    "list": lambda _: [],
    "null": lambda _: None,
    "unknown start": lambda tree: tree | {"start": "findes-ikke"},
    "fewer outcomes": lambda tree: tree | {"outcomes": {}},
    "unknown condition": _renamed("has", "har"),
    **{
        f"renamed {key}": _renamed(key, f"{key}2")
        for key in ("start", "nodes", "outcomes", "options", "go", "to", "title", "none")
    },
}


@pytest.mark.parametrize("name", OTHERWISE)
def test_another_page(name: str, url: str, size: int, open_page: OpenPage) -> None:
    """A page that the script does not know is never shown by halves, neither at first nor at a later step."""
    page = open_page()

    def change(route: Route) -> None:
        html = route.fetch().text()
        changed = re.sub(
            r'(class="tree-logic">)(.*?)(</script>)',
            lambda found: (
                found[1] + json.dumps(OTHERWISE[name](json.loads(found[2]))).replace("<", "\\u003c") + found[3]
            ),
            html,
            flags=re.DOTALL,
        )
        assert changed != html
        route.fulfill(body=changed, content_type="text/html; charset=utf-8")

    page.route(url, change)
    page.goto(url)
    found = walk(page, size)

    assert "half" not in found
    assert "whole" == found[-1] or name in NOT_MET


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("tree.js", None),
        ("tree_rules.js", None),
        ("tree.js", "throw new Error('planted')"),
        ("tree.js", "<!doctype html><title>Ikke fundet</title>"),
        ("tree_rules.js", "export const follow = () => {};"),
        ("tree_rules.js", "export const levelOf = () => 0, FORMAT = 1; export const follow = () => ({});"),
    ],
    ids=["blocked", "rules blocked", "fails", "is no script", "older rules", "rules that answer nothing"],
)
def test_scripts_that_do_not_fit(name: str, body: str | None, url: str, size: int, open_page: OpenPage) -> None:
    """A script that is blocked, or that is not of this page, leaves the whole tree."""
    page = open_page()
    page.route(
        f"**/assets/{name}*",
        lambda route: route.abort() if body is None else route.fulfill(body=body, content_type="text/javascript"),
    )
    page.goto(url)

    assert "whole" == seen(page, size)


def test_named_like_the_language(url: str, size: int, site: Site, open_page: OpenPage) -> None:
    """Questions and outcomes may have the names of JavaScript's own properties."""
    page = open_page()
    flow = flow_of(site, ID)
    end = next(iter(flow.tree.outcomes))

    def change(route: Route) -> None:
        html = route.fetch().text()
        for old, new in ((flow.start, "constructor"), (end, "valueOf")):
            html = html.replace(f'"{old}"', f'"{new}"').replace(f'"#{old}"', f'"#{new}"')
        route.fulfill(body=html, content_type="text/html; charset=utf-8")

    page.route(url, change)
    page.goto(url)
    wait_for_tree(page)

    assert "constructor" == page.locator(".tree").get_attribute("data-step")
    assert {"half", "whole"}.isdisjoint(walk(page, size))
