"""Every step of every tree on screens of three widths: rules of accessibility, targets, and the number in sight."""

import pytest
from playwright.sync_api import expect

from browser.axe import NARROWEST, PHONE, TOO_WIDE, WIDE, look, violations
from browser.conftest import OpenPage, Site, SiteOf
from browser.reader import at, wait_for_tree
from browser.trees import MAIN, SHIPPED, flow_of, open_tree, restart, shortest, walk

pytestmark = pytest.mark.browser

# How many parts each tree is shared out in, so that all processes have something to do.
PARTS = {"jeg-er-bekymret": 3, "skal-jeg-underrette": 1, "hvilket-tilbud-passer": 4, "trivselsguiden": 1}
STEPS = [(*tree, part) for tree in SHIPPED for part in range(PARTS[tree[1]])]
# Answers and buttons that a thumb would miss, in pixels, and whether the number to ring in danger is out of sight.
_HARD = """() => {
  const all = [...document.querySelectorAll(".tree .choice, .tree .button")];
  const targets = all.filter((part) => part.checkVisibility());
  const number = document.querySelector('.acute--line a[href^="tel:"]').getBoundingClientRect();
  return [
    ...targets.filter((part) => part.getBoundingClientRect().height < 48).map((part) => `small: ${part.textContent}`),
    ...targets.length ? [] : ["nothing to press"],
    ...number.top >= 0 && number.bottom <= innerHeight && number.height ? [] : ["the number is out of sight"],
  ];
}"""


@pytest.mark.parametrize(("municipality", "id_", "part"), STEPS)
def test_every_step(municipality: str, id_: str, part: int, site_of: SiteOf, open_page: OpenPage) -> None:
    """Each question and outcome breaks no rule, fits, and can be hit with a thumb, with the number in sight."""
    site = site_of(municipality)
    flow = flow_of(site, id_)
    page = open_page(f"{site.address}beslutningstrae/{id_}/")
    wait_for_tree(page)
    found = []
    for here, path in list(shortest(flow).items())[part :: PARTS[id_]]:
        walk(page, flow, path, here)
        at(page, here)
        for size in (WIDE, PHONE, NARROWEST):
            look(page, size, "light")
            # `test_pages` looks at the frame, the same on every step, and `test_whole_trees` at contrast at each width.
            seen = violations(page, ".tree", contrast=size == PHONE)
            found += [f"{here} {size} {item}" for item in (*seen, *page.evaluate(TOO_WIDE), *page.evaluate(_HARD))]
        restart(page)

    assert [] == found


@pytest.mark.parametrize(("municipality", "id_"), [*SHIPPED, ("herlev", "skal-jeg-underrette")])
def test_first_screen(municipality: str, id_: str, site_of: SiteOf, open_page: OpenPage) -> None:
    """On a phone the first question is read with two of its answers; what an answer covers stands with that answer."""
    site = site_of(municipality)
    first = flow_of(site, id_).tree.nodes[0]
    page = open_tree(site, id_, open_page, width=360, height=740)
    answers = page.locator(".tree-form .choice")

    expect(answers.nth(1)).to_be_in_viewport(ratio=1)
    helps = {number: option.help for number, option in enumerate(first.options) if option.help}
    assert helps
    for number, words in helps.items():
        expect(answers.nth(number).locator("small")).to_have_text(words)


def test_help_of_an_answer_without_scripts(site: Site, open_page: OpenPage) -> None:
    """The whole tree says the same of its answers as the walk through it."""
    page = open_page(f"{site.address}beslutningstrae/{MAIN[0]}/", java_script_enabled=False)
    for option in flow_of(site, MAIN[0]).tree.nodes[0].options:
        answer = page.locator(".answers li").filter(has_text=option.label).first
        expect(answer).to_contain_text(option.help or option.label)
