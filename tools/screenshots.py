#!/usr/bin/env python3
"""Takes a picture of every kind of page, on a phone and on a wide screen, and lists them in docs/page-kinds.md."""

import argparse
import base64
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from looking import FLAGS, installed_browser, served
from page_kinds import PAPER, SHOTS, Shot, View, as_list

ROOT = Path(__file__).resolve().parent.parent
IMAGES, LIST = ROOT / "docs/images", ROOT / "docs/page-kinds.md"
BEGIN, END = "<!-- tools/screenshots.py -->\n\n", "<!-- end -->"
# All views of a picture are made this high: small, and the words can still be read.
HEIGHT = 520
QUALITY = 40


def main() -> int:
    """Take every picture, or those whose names are given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, help="what `vejviser build --all` has built; otherwise it is built now")
    parser.add_argument("name", nargs="*", help="take only these pictures")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = options.site or _built(Path(folder) / "site")
        browser = playwright.chromium.launch(executable_path=installed_browser(), args=FLAGS)
        with served(site) as address:
            for shot in SHOTS:
                if not options.name or shot.name in options.name:
                    _take(browser, address, shot)
        browser.close()
    before, rest = LIST.read_text(encoding="utf-8").split(BEGIN)
    LIST.write_text(before + BEGIN + as_list() + END + rest.split(END)[1], encoding="utf-8")
    return 0


def _built(site: Path) -> Path:
    vejviser = [sys.executable, "-m", "vejviser"]
    subprocess.run([*vejviser, "build", "--all", "--root", ROOT, "--site-dir", site], check=True)
    return site


def _take(browser: Browser, address: str, shot: Shot) -> None:
    screens = [_screen(browser, address, view) for view in shot.views]
    images = "".join(
        f'<img class="{"paper" if view.size == PAPER else ""}" src="data:image/png;base64,{_in_base64(screen)}">'
        for view, screen in zip(shot.views, screens, strict=True)
    )
    page = browser.new_page(viewport={"width": 4000, "height": HEIGHT})
    page.set_content(
        "<style>body { margin: 0; display: inline-flex; gap: 16px; padding: 16px; background: #cfd4d6 }"
        f"img {{ box-sizing: border-box; height: {HEIGHT}px }} .paper {{ padding: 24px; background: #fff }}"
        f"</style>{images}"
    )
    box = page.locator("body").bounding_box()
    assert box is not None
    picture = page.context.new_cdp_session(page).send(
        "Page.captureScreenshot",
        {"format": "webp", "quality": QUALITY, "clip": {**box, "scale": 1}, "captureBeyondViewport": True},
    )
    (IMAGES / f"{shot.name}.webp").write_bytes(base64.b64decode(picture["data"]))
    page.close()


def _in_base64(screen: bytes) -> str:
    return base64.b64encode(screen).decode("ascii")


def _screen(browser: Browser, address: str, view: View) -> bytes:
    width, height = view.size
    context = browser.new_context(
        viewport={"width": width, "height": height},
        locale="da-DK",
        reduced_motion="reduce",
        java_script_enabled=view.scripts,
    )
    page = context.new_page()
    page.goto(address + view.path, wait_until="networkidle")
    _act(page, view)
    if view.size == PAPER:
        page.emulate_media(media="print")
    screen = page.screenshot()
    context.close()
    return screen


def _act(page: Page, view: View) -> None:
    for answer in view.answers:
        page.locator(f'.choice input[value="{answer}"]').check()
        page.get_by_role("button", name="Fortsæt").click()
        page.mouse.move(0, 0)
    if view.search:
        page.get_by_role("link", name="Søg").click()
        page.locator("#search-words").fill(view.search)
        page.locator("#search-hits [role=option]").first.wait_for()


if __name__ == "__main__":
    sys.exit(main())
