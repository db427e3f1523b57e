"""Whoever reads by ear, by key, on a phone or in the dark: axe's rules, the order of the keys, contrast and size."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Frame, Page, expect

from tests.browser.conftest import ROOT, Opener, click_place, inside, map_in
from tests.conftest import missing

AXE = ROOT / "tests" / "js" / "node_modules" / "axe-core" / "axe.min.js"
RULES = """async (roots) => {
  const found = await axe.run(roots, { resultTypes: ['violations'] });
  const said = (id) => ({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`;
  return found.violations.flatMap(({ id, nodes }) => nodes.map(said(id)));
}"""


def broken_rules(place: Page | Frame, roots: object) -> list[str]:
    """Return what axe finds wrong within some parts of a page."""
    if not AXE.is_file():
        missing("axe is not there; tests/js/install.sh brings it")
    place.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[str] = place.evaluate(RULES, roots)
    return found


def frame_of(page: Page) -> Any:
    return inside(page)


@pytest.mark.parametrize(("scheme", "width"), [("light", 1440), ("dark", 1440), ("light", 380)])
def test_the_map_keeps_axes_rules(served: str, open_page: Opener, scheme: str, width: int) -> None:
    """Names, roles, labels, contrast and size of what is pressed, with the table, the legend and a dialog open."""
    page = open_page(served, color_scheme=scheme, width=width, height=900)
    frame = map_in(page)
    if width < 700:
        frame.get_by_role("button", name="More").click()
    frame.locator(".dl-legend summary").click()
    assert broken_rules(frame_of(page), {"include": ["body"]}) == []
    frame.get_by_role("button", name="Table").click()
    assert broken_rules(frame_of(page), {"include": [".dl-table"]}) == []
    frame.get_by_role("button", name="Ground").click()
    assert broken_rules(frame_of(page), {"include": ["dialog"]}) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_excerpts_keep_axes_rules(served: str, open_page: Opener, scheme: str) -> None:
    """The cards are ours; the frame around them is Streamlit's."""
    page = open_page(served, color_scheme=scheme)
    map_in(page)
    click_place(page, "Tikrit")
    expect(page.locator(".dlx-card").first).to_be_visible()
    assert broken_rules(page, {"include": [".dlx-card"]}) == []


def test_axe_finds_what_is_wrong(served: str, open_page: Opener) -> None:
    """The check can fail: an image without words, and words that cannot be read."""
    page = open_page(served)
    map_in(page)
    frame = frame_of(page)
    frame.evaluate(
        """() => { const bad = document.createElement('p'); bad.id = 'bad';
        bad.style = 'color: #999; background: #fff; position: absolute; top: 300px; z-index: 9999';
        bad.append('Hardly seen', document.createElement('img')); document.body.append(bad); }"""
    )
    found = broken_rules(frame, {"include": ["#bad"]})
    assert {line.split(":")[0] for line in found} >= {"image-alt", "color-contrast"}


def test_the_tab_key_reaches_everything_and_shows_where_it_is(served: str, open_page: Opener) -> None:
    """Each stop has an outline or a border of its own, and nothing is reached twice."""
    page = open_page(served)
    frame = map_in(page)
    frame.get_by_role("button", name="Step back").focus()
    stops: list[str] = []
    for _ in range(40):
        page.keyboard.press("Tab")
        stop = frame_of(page).evaluate(
            """() => { const it = document.activeElement; const style = getComputedStyle(it);
            if (it === document.body) return ['', '', 0];
            const name = it.getAttribute('aria-label') || it.textContent;
            return [name, style.outlineStyle, parseFloat(style.outlineWidth)]; }"""
        )
        if stop[0] in stops or not stop[0].strip():
            break
        assert stop[1] != "none", stop
        assert stop[2] >= 1, stop
        stops.append(stop[0])
    wanted = {
        "Play",
        "Step",
        "Mode",
        "Clock",
        "Table",
        "Picture",
        "CSV",
        "Keys",
        "Ground",
        "Window",
        "First day",
        "Last day",
    }
    assert wanted <= set(stops)


def test_no_word_on_the_canvas_is_smaller_than_twelve_pixels(served: str, open_page: Opener) -> None:
    """On the map, on the timeline, in the legend and in the saved picture."""
    page = open_page("about:blank")
    page.add_init_script(
        """window.sizes = []; const fill = CanvasRenderingContext2D.prototype.fillText;
        CanvasRenderingContext2D.prototype.fillText = function (text, ...at) {
          window.sizes.push([text, parseFloat(/([0-9.]+)px/.exec(this.font)[1])]);
          return fill.call(this, text, ...at); };"""
    )
    page.goto(served)
    frame = map_in(page)
    with page.expect_download():
        frame.get_by_role("button", name="Picture").click()
    sizes = frame_of(page).evaluate("window.sizes")
    assert len(sizes) > 50
    assert [text for text, size in sizes if size < 12] == []


def test_the_picture_says_what_must_be_said(served: str, open_page: Opener) -> None:
    """Window, clock, counts, filters, day of knowledge, legend, whose borders, and that nothing is verified."""
    page = open_page("about:blank")
    page.add_init_script(
        """window.words = []; const fill = CanvasRenderingContext2D.prototype.fillText;
        CanvasRenderingContext2D.prototype.fillText = function (text, ...at) {
          if (!this.canvas.isConnected) window.words.push(text); return fill.call(this, text, ...at); };"""
    )
    page.goto(served + "?from=2014-06-10&to=2014-06-16&clock=report&as-known-on=2014-06-30&status=asserted,unconfirmed")
    frame = map_in(page)
    frame_of(page).evaluate("window.words.length = 0")
    with page.expect_download() as saved:
        frame.get_by_role("button", name="Picture").click()
    assert saved.value.suggested_filename == "claims-2014-06-10-2014-06-16.png"
    said = " | ".join(frame_of(page).evaluate("window.words"))
    for words in (
        "10–16 June 2014",
        "By report date",
        " claims",
        "not yet known",
        "filtered out",
        "As known on 30 June 2014",
        "Claims as reported; not verified",
        "status: asserted,unconfirmed",
        "Natural Earth",
        "GeoNames",
        "What is claimed",
        "Unconfirmed",
        " | 12 | 13 | 14 | ",
    ):
        assert words in said, words
