"""The hand on the map and on the timeline: dragging, drawing, hovering, typing, zooming; and how it looks elsewhere."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Frame, FrameLocator, Page, expect

from tests.browser.conftest import DISC, MAP, Opener, inside, map_in, painted_day, shown

JUNE = "?from=2014-06-10&to=2014-06-16&clock=report"


def ask(page: Page, script: str, *arguments: object) -> Any:
    """Run JavaScript in the map's frame."""
    frame = inside(page)
    assert isinstance(frame, Frame)
    return frame.evaluate(script, *arguments)


def wait_until(page: Page, script: str) -> None:
    """Wait until JavaScript in the map's frame is true: what a move changes is painted a frame later."""
    frame = inside(page)
    assert isinstance(frame, Frame)
    frame.wait_for_function(script)


def state(page: Page, part: str) -> Any:
    return ask(page, f"dateline.app().state.{part}")


def point_of(page: Page, name: str) -> tuple[float, float]:
    """Where a place's disc stands in the window."""
    x, y = ask(page, DISC, name)
    box = page.locator(MAP).bounding_box()
    assert box is not None
    return box["x"] + x, box["y"] + y


def middle_of(frame: FrameLocator, selector: str) -> tuple[float, float]:
    box = frame.locator(selector).bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def drag(page: Page, start: tuple[float, float], by: tuple[float, float]) -> None:
    page.mouse.move(*start)
    page.mouse.down()
    for step in range(1, 6):
        page.mouse.move(start[0] + by[0] * step / 5, start[1] + by[1] * step / 5)
    page.mouse.up()


def test_the_window_is_dragged_whole_and_by_its_ends(served: str, open_page: Opener) -> None:
    """Whole, it keeps its length; by an end, the other end stays."""
    page = open_page(served + JUNE)
    frame = map_in(page)
    for _ in range(4):
        page.mouse.move(*middle_of(frame, ".dl-band"))
        page.mouse.wheel(0, -300)
    drag(page, middle_of(frame, ".dl-band"), (120, 0))
    first, last = state(page, "first"), state(page, "last")
    assert last - first == 6
    assert painted_day(frame) > "2014-06-16"
    drag(page, middle_of(frame, ".dl-handle >> nth=0"), (-60, 0))
    assert state(page, "last") == last
    assert state(page, "first") < first
    drag(page, middle_of(frame, ".dl-handle >> nth=1"), (-40, 0))
    assert state(page, "last") < last


def test_an_area_is_drawn_filters_and_is_cleared(served: str, open_page: Opener) -> None:
    """The counts still add up, the address carries it, and clearing brings all back."""
    page = open_page(served)
    frame = map_in(page)
    whole = shown(frame)
    x, y = point_of(page, "Tikrit")
    frame.get_by_role("button", name="Area").click()
    expect(frame.get_by_text("Drag over the map to draw an area")).to_be_visible()
    drag(page, (x - 25, y - 25), (50, 50))
    expect(frame.get_by_role("button", name="Clear area")).to_be_visible()
    assert 0 < shown(frame) < whole
    counts = ask(page, "dateline.app().counts")
    assert counts["total"] == counts["filtered"] + counts["unknown"] + counts["undated"] + shown(frame)
    expect(page).to_have_url(re.compile("bbox="))
    expect(frame.get_by_text(re.compile(r"\d+ filtered out"))).to_be_visible()
    frame.get_by_role("button", name="Clear area").click()
    assert shown(frame) == whole


def test_hovering_goes_both_ways(served: str, open_page: Opener) -> None:
    """A place lights its days on the timeline; a day lights its places on the map."""
    page = open_page(served + JUNE)
    frame = map_in(page)
    lit = """() => { const { width, height } = document.querySelectorAll('.dl-strip canvas')[1];
        const ctx = document.querySelectorAll('.dl-strip canvas')[1].getContext('2d');
        return ctx.getImageData(0, 0, width, height).data.some((value) => value > 0) }"""
    assert not ask(page, lit)
    page.mouse.move(*point_of(page, "Tikrit"))
    expect(frame.locator(".dl-tip")).to_contain_text("Tikrit")
    wait_until(page, lit)
    page.mouse.move(*middle_of(frame, ".dl-when"))
    expect(frame.locator(".dl-tip")).to_be_hidden()
    x, y = middle_of(frame, ".dl-band")
    for offset in range(-30, 30, 3):
        page.mouse.move(x + offset, y)
        if ask(page, "dateline.app().pointedOut.size"):
            break
    wait_until(page, "dateline.app().pointedOut.size > 0")


@pytest.mark.parametrize(
    ("mode", "says"), [("upto", "Up to 16 June 2014"), ("day", "16 June 2014"), ("window", "10–16 June 2014")]
)
def test_each_mode_says_what_it_shows(served: str, open_page: Opener, mode: str, says: str) -> None:
    """And the address keeps it."""
    page = open_page(served + JUNE)
    frame = map_in(page)
    frame.get_by_label("Mode").select_option("day" if mode == "window" else "window")
    frame.get_by_label("Mode").select_option(mode)
    expect(frame.locator(".dl-when")).to_have_text(says)
    expect(page).to_have_url(re.compile(f"mode={mode}") if mode != "window" else re.compile("to=2014-06-16"))
    assert frame.locator(".dl-handle").first.is_visible() == (mode == "window")


def test_dates_are_typed_and_a_wrong_one_is_refused(served: str, open_page: Opener) -> None:
    """In words beside the map, with the window as it was."""
    page = open_page(served + JUNE)
    frame = map_in(page)
    last = frame.get_by_label("Last day, year-month-day")
    last.fill("2014-06-20")
    last.press("Enter")
    assert painted_day(frame) == "2014-06-20"
    first = frame.get_by_label("First day, year-month-day")
    first.fill("2014-02-30")
    first.press("Enter")
    expect(frame.get_by_text("Not a day of the calendar")).to_be_visible()
    expect(first).to_have_attribute("aria-invalid", "true")
    assert state(page, "last") - state(page, "first") == 10


def test_as_known_on_a_day_is_typed_and_taken_back(served: str, open_page: Opener) -> None:
    """Nothing that was published later is counted while it stands."""
    page = open_page(served + "?clock=report")
    frame = map_in(page)
    whole = shown(frame)
    known = frame.get_by_label("As known on, year-month-day")
    known.fill("2014-06-20")
    known.press("Enter")
    expect(frame.get_by_text("As known on 20 June 2014")).to_be_visible()
    expect(frame.get_by_text(re.compile(r"\d+ not yet known"))).to_be_visible()
    assert 0 < shown(frame) < whole
    known.fill("")
    known.press("Enter")
    assert shown(frame) == whole


def test_empty_years_are_folded_and_unfolded(served: str, open_page: Opener) -> None:
    """A day is wider while they are folded."""
    page = open_page(served + "?clock=report")
    frame = map_in(page)
    fold = frame.get_by_role("button", name="Fold gaps")
    expect(fold).to_have_attribute("aria-pressed", "true")
    folded = ask(page, "dateline.app().dock.axis.perDay")
    fold.click()
    expect(fold).to_have_attribute("aria-pressed", "false")
    assert ask(page, "dateline.app().dock.axis.perDay") < folded


def test_the_axis_is_zoomed_to_days_and_back(served: str, open_page: Opener) -> None:
    """By the wheel, down to a week, and by a double click to all time again."""
    page = open_page(served + JUNE)
    frame = map_in(page)
    range_ = "dateline.app().view.to - dateline.app().view.from"
    whole = ask(page, range_)
    page.mouse.move(*middle_of(frame, ".dl-band"))
    for _ in range(60):
        page.mouse.wheel(0, -200)
    assert ask(page, range_) == 7
    page.mouse.dblclick(*middle_of(frame, ".dl-strip"))
    assert ask(page, range_) == whole


def test_help_is_asked_for_and_left_by_key(served: str, open_page: Opener) -> None:
    """While it is open, no key moves the window."""
    page = open_page(served + JUNE)
    frame = map_in(page)
    frame.locator(".dl-band").focus()
    page.keyboard.press("?")
    dialog = frame.get_by_role("dialog", name="Keys")
    expect(dialog).to_be_visible()
    page.keyboard.press("ArrowRight")
    assert painted_day(frame) == "2014-06-16"
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)


BROKEN = (
    "?from=2014-06-20&to=2014-06-10",
    "?view=900,1,4&bbox=1,2,3&labels=klingon",
    "?as-known-on=yesterday&clock=sun",
    "?from=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&mode=%24%7Balert(1)%7D",
)


@pytest.mark.parametrize("address", BROKEN)
def test_a_broken_address_loses_only_what_is_broken(served: str, open_page: Opener, address: str) -> None:
    """The picture is that of the address without the broken parts, each of which is named."""
    page = open_page(served + address)
    frame = map_in(page)
    expect(frame.get_by_text("Not understood in the address and left out")).to_be_visible()
    names = {part.split("=")[0] for part in address[1:].split("&")}
    said = frame.locator(".dl-note").text_content() or ""
    assert all(name in said for name in names)
    assert shown(frame) > 0


def test_an_address_of_everything_comes_back(served: str, open_page: Opener) -> None:
    """Window, mode, clock, knowledge, view, labels, area and an open place, written and read again."""
    spelled = (
        "?from=2014-06-11&to=2014-06-18&clock=report&mode=upto&as-known-on=2014-08-30&view=34.5,44.2,6.5"
        "&labels=both&bbox=40,30,48,37&status=asserted,unconfirmed"
    )
    page = open_page(served + spelled)
    frame = map_in(page)
    row = frame.locator(".dl-table tbody button", has_text="Tikrit").first
    expect(row).to_be_attached()
    row.evaluate("(button) => button.click()")
    expect(page.locator(".dlx-card").first).to_be_visible()
    expect(page).to_have_url(re.compile("open="))
    before = ask(page, "JSON.stringify(dateline.app().state)"), shown(frame), ask(page, "[...dateline.app().selected]")
    heading = page.get_by_role("heading", name="Tikrit")
    expect(heading).to_be_visible()
    page.reload()
    frame = map_in(page)
    expect(heading).to_be_visible()
    after = ask(page, "JSON.stringify(dateline.app().state)"), shown(frame), ask(page, "[...dateline.app().selected]")
    assert after == before


CONTRAST = """() => {
  const part = (value) => { const c = value / 255; return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; };
  const light = (rgb) => 0.2126 * part(rgb[0]) + 0.7152 * part(rgb[1]) + 0.0722 * part(rgb[2]);
  const rgb = (text) => text.match(/[0-9.]+/g).map(Number);
  const paper = light(rgb(getComputedStyle(document.querySelector('.dl-dock')).backgroundColor));
  const words = '.dl-when, .dl-counts, .dl-claim, .dl-legend summary, .dl-dock button:not(.dl-play), select, .dl-known';
  return [...document.querySelectorAll(words)].map((it) => {
    const style = getComputedStyle(it);
    const ink = light(rgb(style.color));
    const ratio = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
    return [it.className || it.textContent, ratio, parseFloat(style.fontSize)];
  });
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_their_ground(served: str, open_page: Opener, scheme: str) -> None:
    """Contrast of at least 4.5 to 1, and nothing smaller than 12 px, in both themes."""
    page = open_page(served, color_scheme=scheme)
    map_in(page)
    assert ask(page, "dateline.app().theme.dark") == (scheme == "dark")
    found = ask(page, CONTRAST)
    assert [name for name, contrast, size in found if contrast < 4.5 or size < 12] == []
    assert len(found) > 10


def test_reduced_motion_is_respected(served: str, open_page: Opener) -> None:
    """The map does not fly or fade where a person asks it not to."""
    page = open_page(served, reduced_motion="reduce")
    map_in(page)
    assert ask(page, "matchMedia('(prefers-reduced-motion: reduce)').matches")
    assert ask(page, "getComputedStyle(document.querySelector('.leaflet-zoom-animated')).transitionDuration") == "0s"
    options = ask(page, "(({ zoomAnimation, inertia }) => ({ zoomAnimation, inertia }))(dateline.app().map.options)")
    assert options == {"zoomAnimation": False, "inertia": False}


def test_a_phone_reaches_everything(served: str, open_page: Opener) -> None:
    """What does not fit is one press away, in sight, and large enough for a finger."""
    page = open_page(served, width=380, height=800)
    frame = map_in(page)
    expect(frame.get_by_role("button", name="Table")).to_be_hidden()
    frame.get_by_role("button", name="More").click()
    for name in ("Table", "Picture", "CSV", "Keys", "All time"):
        expect(frame.get_by_role("button", name=name)).to_be_in_viewport()
    buttons = frame.locator(".dl-dock button:visible")
    sizes = buttons.evaluate_all("(all) => all.map((it) => it.getBoundingClientRect().height)")
    assert min(sizes) >= 24


def test_a_dragged_end_snaps_to_claims_where_it_is_asked_to(served: str, open_page: Opener) -> None:
    """By button or by key; without it, every day is a stop."""
    page = open_page(served + "?clock=report")
    frame = map_in(page)
    frame.locator(".dl-band").focus()
    page.keyboard.press("s")
    expect(frame.get_by_role("button", name="Snap to claims")).to_have_attribute("aria-pressed", "true")
    days = ask(page, "dateline.app().days")
    for by in (-37, -61, -113):
        drag(page, middle_of(frame, ".dl-handle >> nth=1"), (by, 0))
        assert state(page, "last") in days


def test_the_map_is_moved_by_key_where_tab_has_reached_it(served: str, open_page: Opener) -> None:
    """Arrows move the map that Tab has reached, and the window after a click on the map."""
    page = open_page(served + "?view=34.5,44,6&from=2014-06-10&to=2014-06-14&clock=event")
    frame = map_in(page)
    ground = frame.get_by_role("region", name="Map of claims")
    state = (
        "() => { const { lat, lng } = dateline.app().map.getCenter(); return [lat, lng, dateline.app().state.last]; }"
    )
    lat, lng, last = ask(page, state)
    page.keyboard.press("Tab")
    ground.focus()
    expect(ground).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    south, east, still = ask(page, state)
    assert (south < lat, east > lng, still) == (True, True, last)
    page.locator(MAP).click(position={"x": 300, "y": 300})
    page.keyboard.press("ArrowLeft")
    assert ask(page, state) == [south, east, last - 1]


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (820, 1100), (721, 450), (380, 800)])
def test_words_on_the_map_are_sharp_and_clear_of_what_lies_on_it(
    served: str, open_page: Opener, width: int, height: int
) -> None:
    """The canvas stands on whole pixels; no label of an area lies under the title or the legend, or is cut."""
    page = open_page(served, width=width, height=height)
    frame = map_in(page)
    expect(frame.locator("#dateline-claims")).to_have_attribute(
        "style", re.compile(r"translate3d\((-?\d+px, ){2}0px\)")
    )
    covered = """() => {
      const app = dateline.app();
      const { inset, insetY, scale, left, top } = app.claims.view;
      const { x: width, y: height } = app.map.getSize();
      return app.cover.length > 0 && app.hits.labels.filter((box) => {
        const [x, y] = [box.x - inset, box.y - insetY];
        const [px, py] = [box.group.x * scale - left - inset, box.group.y * scale - top - insetY];
        if (px < 0 || py < 0 || px > width || py > height) return false;
        if (x < 0 || y < 0 || x + box.width > width || y + box.height > height) return true;
        return app.cover.some((it) => x < it.x + it.width && x + box.width > it.x
          && y < it.y + it.height && y + box.height > it.y);
      }).length === 0;
    }"""
    inside(page).wait_for_function(covered, timeout=10_000)  # type: ignore[attr-defined]  # a Frame


def test_the_closed_sidebars_button_stands_beside_the_map(served: str, open_page: Opener) -> None:
    """It would lie on the map's title."""
    page = open_page(served, width=721)
    map_in(page)
    button = page.get_by_test_id("stExpandSidebarButton").bounding_box()
    ground = page.locator(MAP).bounding_box()
    assert button is not None
    assert ground is not None
    assert button["x"] + button["width"] <= ground["x"]
