"""Every path of the main site's trees by keys alone."""

import pytest

from browser.conftest import OpenPage, Site
from browser.explorer import Explorer, joined
from browser.reader import NOTHING_STORED, stored, watch
from browser.trees import flow_of, open_tree, share
from vejviser.trees.paths import paths

pytestmark = pytest.mark.browser

# "Jeg er bekymret" has thousands of paths. They are walked when asked for, in parts for the processes that run tests.
PARTS = 8
WALKS = [
    ("skal-jeg-underrette", 0, 1),
    *(pytest.param("jeg-er-bekymret", part, PARTS, marks=pytest.mark.long) for part in range(PARTS)),
]
_HERE = (
    "() => [document.querySelector('.tree').dataset.step, document.activeElement.matches('.tree :is(h2, fieldset)')]"
)


@pytest.mark.parametrize(("id_", "part", "parts"), WALKS)
def test_every_path_by_keys(id_: str, part: int, parts: int, site: Site, open_page: OpenPage) -> None:
    """Each comes to its outcome with each place in focus; nothing is asked for, stored or put into the address."""
    flow = flow_of(site, id_)
    walked = share(list(paths(flow)), part, parts)
    page = open_tree(site, id_, open_page)
    seen = watch(page)
    url = page.url

    def look(step: str) -> None:
        assert [step, True] == page.evaluate(_HERE)

    explorer = Explorer(page, flow, look)

    explorer.explore(joined(flow, walked))

    assert [path.outcome for path in walked] == explorer.reached
    assert ([], [], url) == (seen.requests, seen.errors, page.url)
    assert NOTHING_STORED == stored(page)
