"""The page as a person meets it, with everything but this machine out of reach."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import FilePayload, Page, WebSocket, expect

from tests.browser.conftest import MAP, Opener, click_place, inside, map_in, painted_day, shown


def sent_by(page: Page) -> list[object]:
    """Collect what the page sends to the server from its next load on."""
    sent: list[object] = []

    def listen(socket: WebSocket) -> None:
        socket.on("framesent", lambda payload: sent.append(payload))  # noqa: PLW0108 - Playwright wants a function

    page.on("websocket", listen)
    return sent


def upload(page: Page, files: list[FilePayload]) -> None:
    """Choose files and have them read; pressed before the box has taken them, the button would send none."""
    page.locator('input[type="file"]').set_input_files(files)
    expect(page.get_by_role("button", name=re.compile("^Remove "))).not_to_have_count(0)
    page.get_by_role("button", name="Read them").click()


def test_the_map_draws_with_no_network(served: str, open_page: Opener) -> None:
    """Land, claims, legend and the words that every picture says."""
    frame = map_in(open_page(served))
    assert shown(frame) > 0
    expect(frame.get_by_text("Claims as reported; not verified")).to_be_visible()
    expect(frame.get_by_text(re.compile(r"\d+ of \d+ claims"))).to_be_visible()
    expect(frame.locator("#dateline-ground")).to_be_attached()


def test_the_slider_moves_the_marks_and_sends_nothing(served: str, open_page: Opener) -> None:
    """Scrubbing is between the hand and the canvas."""
    page = open_page("about:blank")
    sent = sent_by(page)
    page.goto(served)
    frame = map_in(page)
    whole = shown(frame)
    page.wait_for_load_state("networkidle")
    before = len(sent)
    last = frame.get_by_role("slider", name="Last day")
    box = last.bounding_box()
    strip = frame.locator(".dl-strip").bounding_box()
    assert box is not None
    assert strip is not None
    page.mouse.move(box["x"] + 5, box["y"] + 20)
    page.mouse.down()
    for step in range(1, 21):
        page.mouse.move(box["x"] + 5 - step * strip["width"] * 0.04, box["y"] + 20)
    page.mouse.up()
    assert shown(frame) < whole
    expect(page).to_have_url(re.compile(r"to=\d{4}-\d\d-\d\d"))
    assert len(sent) == before


def test_keys_step_play_and_widen(served: str, open_page: Opener) -> None:
    """Every gesture of the timeline has a key."""
    page = open_page(served + "?from=2014-06-10&to=2014-06-12&clock=event")
    frame = map_in(page)
    assert painted_day(frame) == "2014-06-12"
    frame.locator(".dl-band").focus()
    page.keyboard.press("ArrowRight")
    assert painted_day(frame) == "2014-06-13"
    page.keyboard.press("Shift+ArrowRight")
    assert painted_day(frame) == "2014-06-14"
    page.keyboard.press("PageUp")
    assert painted_day(frame) == "2014-06-10"
    page.keyboard.press("Space")
    expect(frame.locator("#dateline-claims")).not_to_have_attribute("data-painted-day", "2014-06-10")
    page.keyboard.press("Space")
    expect(frame.get_by_role("button", name="Play")).to_be_visible()
    page.keyboard.press("?")
    expect(frame.get_by_role("dialog", name="Keys")).to_be_visible()


def test_a_click_on_a_city_opens_its_excerpts(served: str, open_page: Opener) -> None:
    """With source, status and date, and the words that carry place and date marked."""
    page = open_page(served)
    map_in(page)
    click_place(page, "Tikrit")
    card = page.locator(".dlx-card").first
    expect(card).to_be_visible()
    expect(card.locator("mark.dlx-m-place").first).to_have_text(re.compile("Tikrit"))
    expect(card.locator("mark.dlx-m-date").first).to_be_visible()
    expect(card.get_by_text("Said by")).to_be_visible()
    expect(card.get_by_text(re.compile("Report’s date: "))).to_be_visible()
    expect(card.locator(".dlx-status")).to_have_text(re.compile("asserted|unconfirmed|planned|denied|hypothetical"))


def test_what_else_a_name_could_be_opens_at_a_click(served: str, open_page: Opener) -> None:
    """The places considered are listed, the chosen one first."""
    page = open_page(served)
    map_in(page)
    click_place(page, "Tikrit")
    card = page.locator(".dlx-card").first
    card.get_by_text("Why it stands here").click()
    card.get_by_role("button", name="Other places considered").click()
    expect(page.get_by_text(re.compile(r"^chosen: Tikrit, IQ-SD, IQ")).first).to_be_visible(timeout=20_000)


def test_the_map_keeps_its_view_when_excerpts_open(served: str, open_page: Opener) -> None:
    """It is never built anew: the very element that was there before is there after."""
    page = open_page(served)
    map_in(page)
    frame = inside(page)
    frame.evaluate("document.querySelector('#dateline-claims').dataset.witness = 'same'")  # type: ignore[attr-defined]
    click_place(page, "Tikrit")
    expect(page.locator(".dlx-card").first).to_be_visible()
    expect(page.frame_locator(MAP).locator("#dateline-claims")).to_have_attribute("data-witness", "same")


def test_the_table_is_the_maps_equal(served: str, open_page: Opener) -> None:
    """By key alone: a place in the table opens the same excerpts as its disc."""
    page = open_page(served)
    frame = map_in(page)
    frame.get_by_role("button", name="Table").click()
    table = frame.get_by_role("region", name="Claims by place")
    expect(table.get_by_role("columnheader", name="Unconfirmed")).to_be_visible()
    table.get_by_role("button", name="Tikrit", exact=True).press("Enter")
    expect(page.locator(".dlx-card").first).to_be_visible()
    table.get_by_role("button", name="Close").click()
    expect(table.get_by_role("button", name="Close")).to_be_hidden()


def test_what_is_not_on_the_map_can_be_opened(served: str, open_page: Opener) -> None:
    """Undated and left out are counted, and read one click away."""
    page = open_page(served)
    map_in(page)
    expect(page.get_by_role("heading", name="Not on the map")).to_be_visible()
    page.get_by_text(re.compile(r"^No claim: \d+$")).click()
    expect(page.get_by_test_id("stDataFrame")).to_be_visible()


def test_an_address_restores_the_picture(served: str, open_page: Opener) -> None:
    """Window, mode, clock, day of knowledge, view and filters come back as they were."""
    spelled = "?from=2014-06-11&to=2014-06-13&clock=report&as-known-on=2014-06-20&view=34.5,44.2,7&kind=control,attack"
    page = open_page(served + spelled)
    frame = map_in(page)
    before = shown(frame), painted_day(frame)
    state = inside(page).evaluate("JSON.stringify(dateline.app().state)")  # type: ignore[attr-defined]
    expect(page).to_have_url(re.compile("kind=control"))
    page.reload()
    frame = map_in(page)
    assert before == (shown(frame), painted_day(frame))
    assert state == inside(page).evaluate("JSON.stringify(dateline.app().state)")  # type: ignore[attr-defined]
    assert inside(page).evaluate("dateline.app().map.getZoom()") == 7  # type: ignore[attr-defined]


def test_a_broken_address_says_what_was_dropped(served: str, open_page: Opener) -> None:
    """And shows the rest."""
    page = open_page(served + "?from=2014-13-40&mode=sideways&status=certain")
    frame = map_in(page)
    expect(frame.get_by_text("Not understood in the address and left out: from, mode")).to_be_visible()
    expect(page.get_by_text("Left out of the address: status")).to_be_visible()


def test_nothing_is_shown_before_it_was_known(served: str, open_page: Opener) -> None:
    """As known on a day, no claim of a later report is counted."""
    page = open_page(served + "?as-known-on=2014-06-30")
    frame = map_in(page)
    late = inside(page).evaluate(  # type: ignore[attr-defined]
        """() => { const { columns: { reportLast }, rows, state } = dateline.app();
        return [...rows].filter((row) => reportLast[row] === 0 || reportLast[row] > state.known).length }"""
    )
    assert late == 0
    expect(frame.get_by_text(re.compile(r"\d+ not yet known"))).to_be_visible()


def test_a_picture_is_saved_at_twice_the_size(served: str, open_page: Opener) -> None:
    """Straight from the layer, with the legend and the warning in it."""
    page = open_page(served)
    frame = map_in(page)
    with page.expect_download() as saved:
        frame.get_by_role("button", name="Picture").click()
    assert saved.value.suggested_filename.endswith(".png")
    content = saved.value.path().read_bytes()
    width = int.from_bytes(content[16:20], "big")
    box = frame.locator(".dl-map").bounding_box()
    assert box is not None
    assert width >= 2 * box["width"]


@pytest.mark.parametrize("width", [380, 820])
def test_a_narrow_window_is_usable(served: str, open_page: Opener, width: int) -> None:
    """Nothing runs out of the window, and the slider is at hand."""
    page = open_page(served, width=width, height=800)
    frame = map_in(page)
    expect(frame.get_by_role("button", name="Play")).to_be_in_viewport()
    wide = inside(page).evaluate("[document.documentElement.scrollWidth, innerWidth]")  # type: ignore[attr-defined]
    assert wide[0] <= wide[1]
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_own_texts_are_read_and_shown(served: str, open_page: Opener) -> None:
    """What a user uploads is read in this session."""
    page = open_page(served)
    map_in(page)
    text = b"KYIV, 3 March 2022. Officials said on Thursday that shells hit the railway station of Kharkiv.\n"
    upload(page, [{"name": "own.txt", "mimeType": "text/plain", "buffer": text}])
    expect(page.get_by_role("button", name="Back to the first texts")).to_be_visible(timeout=20_000)


def test_own_texts_are_shown_where_and_when_they_are(served: str, open_page: Opener) -> None:
    """Neither the place, the days, the clock nor the words of the texts before are left; and back again."""
    page = open_page(served + "?view=33,44,7&from=2014-06-11&to=2014-06-14&clock=report&as-known-on=2014-07-01")
    frame = map_in(page)
    before = shown(frame)
    text = b"Shells hit the railway station of Kharkiv on 3 March 2022. Troops entered Kherson on 2 March 2022.\n"
    broken = {"name": "b.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4 nothing"}
    own = {"name": "own.txt", "mimeType": "text/plain", "buffer": text}
    upload(page, [own, broken])
    expect(page.get_by_text("Read: 1 text, 2 claims with a place. Left out: 1, see")).to_be_visible(timeout=30_000)
    expect(frame.locator(".dl-counts")).to_have_text("By event date · 2 of 2 claims")
    expect(frame.locator(".dl-when")).to_contain_text("March 2022")
    lng = "dateline.app().map.getBounds().contains([49.99, 36.23])"
    assert inside(page).evaluate(lng)  # type: ignore[attr-defined]  # a Frame
    page.get_by_role("button", name="Back to the first texts").click()
    expect(page.get_by_role("button", name="Back to the first texts")).to_have_count(0)
    expect(frame.locator(".dl-when")).to_contain_text("2014")
    expect(frame.locator("#dateline-claims")).not_to_have_attribute("data-shown", "2")
    assert shown(frame) >= before


def test_reading_many_texts_says_how_far_it_is(served: str, open_page: Opener) -> None:
    """How many of how many, above the button that was pressed."""
    page = open_page(served)
    map_in(page)
    line = "Shells hit Kharkiv on 3 March 2022. Troops entered Kherson on Tuesday. "
    files = [
        {"name": f"{number}.txt", "mimeType": "text/plain", "buffer": (line * 60 + str(number)).encode()}
        for number in range(24)
    ]
    upload(page, files)
    expect(page.get_by_text(re.compile(r"\d+ of 24 files"))).to_be_visible(timeout=20_000)
    expect(page.get_by_text("Read: 24 texts, ")).to_be_visible(timeout=60_000)
    expect(page.get_by_text(re.compile(r"\d+ of 24 files"))).to_have_count(0)


def test_the_legend_explains_what_the_filters_let_through(served: str, open_page: Opener) -> None:
    """And no kind, status or arrow that is filtered out."""
    page = open_page(served + "?kind=attack&status=denied")
    frame = map_in(page)
    legend = frame.locator(".dl-legend canvas")
    expect(legend).to_have_attribute("aria-label", re.compile("^What is claimed: Attack How it is said: Denied"))
    page.get_by_test_id("stSidebar").get_by_text("Movement", exact=True).click()
    page.get_by_test_id("stSidebar").get_by_text("Denied", exact=True).click()
    expect(legend).to_have_attribute("aria-label", re.compile("Movement Attack .*Asserted.*goal"))
