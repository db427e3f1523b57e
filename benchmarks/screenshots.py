"""Take docs/screenshot.png and its dark twin from the running app; usage: python -m benchmarks.screenshots [FOLDER]."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

from tests.browser.conftest import FLAGS, inside, map_in, serving

DOCS = Path(__file__).resolve().parent.parent / "docs"
PLACE = "Khanaqin"
SHOTS = (
    ("screenshot", 1440, 900, "light"),
    ("screenshot-dark", 1440, 900, "dark"),
    ("screenshot-wide", 1920, 1080, "light"),
    ("screenshot-tablet", 820, 1100, "light"),
    ("screenshot-phone", 380, 800, "light"),
)
"""Name, width, height and colour scheme; into the repository goes the first alone."""


CHOOSE = """(name) => {
  const rows = [...document.querySelectorAll('.dl-table tbody button')];
  rows.find((row) => row.textContent === name).click();
}"""


def main() -> int:
    """Take the pictures: the first into docs/, all of them into a folder that was named."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    paths = [shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome")]
    with serving() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=next(filter(None, paths), None), args=FLAGS)
        for name, width, height, scheme in SHOTS if folder else SHOTS[:1]:
            page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]  # one of Playwright's words
            page.goto(address)
            map_in(page)
            if width > 1000:
                map_in(page).locator(".dl-table tbody button", has_text=PLACE).first.wait_for(state="attached")
                inside(page).evaluate(CHOOSE, PLACE)  # type: ignore[attr-defined]  # a Frame
                expect(page.locator(".dlx-card").first).to_be_visible()
            page.wait_for_load_state("networkidle")
            page.wait_for_timeout(600)
            page.screenshot(path=(folder or DOCS) / f"{name}.png")
            page.close()
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
