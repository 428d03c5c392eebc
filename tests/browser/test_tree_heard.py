"""What is said to who does not see the screen: the question with its help, what was cleared, that a result is one."""

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import OpenPage, Site
from browser.reader import at, click, is_focused, press, settle
from browser.trees import ANSWER, first_steps, flow_of, open_tree, shortest, walk, walk_to_checklist

pytestmark = pytest.mark.browser

# The group in focus, with the words that are read as its name and as its description.
_GROUP = """() => {
  const group = document.activeElement;
  if (!group.matches("fieldset")) return null;
  const ids = (group.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean);
  const words = (part) => part.textContent.replace(/\\s+/g, " ").trim();
  return [words(group.querySelector("legend")), ids.map((id) => words(document.getElementById(id))).join(" ")];
}"""


@pytest.fixture(name="page")
def _page(site: Site, open_page: OpenPage) -> Page:
    return open_tree(site, "jeg-er-bekymret", open_page, width=360, height=640)


def test_every_question(site: Site, page: Page) -> None:
    """Focus goes to the group of answers, whose name is the question without a number, with its help tied to it."""
    flow = flow_of(site, "jeg-er-bekymret")
    for here, path in shortest(flow).items():
        if here not in flow.nodes or here == flow.start:
            continue
        page.reload()
        walk(page, flow, path, here)
        at(page, here)
        group = page.evaluate(_GROUP)
        node = flow.nodes[here]

        assert group is not None, here
        name, help_ = group
        assert node.ask == name
        assert bool(node.help or node.checklist) == bool(help_), here
        assert not node.checklist or help_.endswith("Vælg alle, der passer.")


def test_result(site: Site, page: Page) -> None:
    """An outcome says that it is one, before its own words."""
    flow = flow_of(site, "jeg-er-bekymret")
    outcome, path = next(found for found in shortest(flow).items() if found[0] in flow.tree.outcomes)
    walk(page, flow, path, outcome)

    expect(page.locator(".outcome h2")).to_be_focused()
    expect(page.locator(".outcome h2")).to_have_accessible_name(f"Resultat: {flow.tree.outcomes[outcome].title}")


def test_what_was_cleared(site: Site, page: Page) -> None:
    """Whoever ticks "none" hears that the other ticks are gone, and the other way round; a first tick says nothing."""
    walk_to_checklist(page, flow_of(site, "jeg-er-bekymret"))
    ticks, none = page.locator(".tree-form input:not([value=''])"), page.locator(".tree-form input[value='']")
    status = page.get_by_role("status")
    click(ticks.first)
    expect(status).to_have_text("")
    click(none)
    expect(status).to_have_text("De andre krydser er fjernet.")
    expect(ticks.first).not_to_be_checked()
    click(ticks.nth(2))

    expect(status).to_have_text("Krydset ved »Nej, ingen af disse tegn« er fjernet.")


def test_next_stop(site: Site, page: Page) -> None:
    """From the group the first stop is its first answer, and the group is no stop of its own afterwards."""
    ((ticked, second),) = first_steps(flow_of(site, "jeg-er-bekymret"), 1)
    page.evaluate(ANSWER, ticked)
    at(page, second)
    settle(page)
    press(page, "Tab")
    assert is_focused(page, ".tree-form input")
    press(page, "Shift+Tab")

    assert not is_focused(page, "fieldset")
