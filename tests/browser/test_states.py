"""Loading, error, nothing, one claim, ten thousand claims, ten thousand years, an arrow: each state was designed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from events.claim import Claim, Kind, Movement, Role, Status
from events.store import Store
from tests.browser.conftest import MAP, Opener, inside, map_in, serving, shown
from tests.claims import BAGHDAD, DOCUMENT, KHANAQIN, MOSUL, TIKRIT, at, claim

MANY = 10_000
ARROW = """() => {
  const app = dateline.app();
  const [{ line }] = app.hits.lines;
  const middle = [(line[0].x + line[1].x) / 2, (line[0].y + line[1].y) / 2];
  const at = app.map.layerPointToContainerPoint(L.point(...middle).add(app.claims._bounds.min));
  return [at.x, at.y];
}"""


def ask(page: Page, script: str) -> Any:
    return inside(page).evaluate(script)  # type: ignore[attr-defined]  # a Frame


@pytest.fixture(scope="module")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Serve some claims; every server stops with the module."""
    with ExitStack() as stack:

        def serve(*claims: Claim) -> str:
            path = tmp_path_factory.mktemp("state") / "store.sqlite"
            with Store.open(path) as store:
                store.add(DOCUMENT, claims)
            return stack.enter_context(serving("--store", str(path)))

        yield serve


def test_what_is_on_its_way_is_said(served: str, open_page: Opener) -> None:
    """Until the claims are there; then the word is gone."""
    page = open_page("about:blank")
    held: list[Route] = []
    page.route(re.compile(r"/media/[0-9a-f]+\.(?!png)"), lambda route: held.append(route))  # noqa: PLW0108 - Playwright wants a function
    page.goto(served)
    frame = page.frame_locator(MAP)
    expect(frame.get_by_text("Reading the claims …")).to_be_visible(timeout=30_000)
    expect(frame.get_by_role("button", name="Play")).to_be_visible()
    for route in held:
        route.continue_()
    map_in(page)
    expect(frame.get_by_text("Reading the claims …")).to_be_hidden()


def test_claims_that_do_not_come_can_be_asked_for_again(served: str, browser: Browser) -> None:
    """In words, with a button, and without a blank page."""
    session = browser.new_context(viewport={"width": 1440, "height": 900})
    page = session.new_page()
    media = re.compile(r"/media/[0-9a-f]+\.(?!png)")
    page.route(media, lambda route: route.fulfill(status=404))
    page.goto(served)
    frame = page.frame_locator(MAP)
    expect(frame.get_by_text("The claims could not be read")).to_be_visible(timeout=30_000)
    page.unroute(media)
    frame.get_by_role("button", name="Try again").click()
    map_in(page)
    assert shown(frame) > 0
    expect(frame.get_by_text("The claims could not be read")).to_be_hidden()
    session.close()


def test_a_selection_of_nothing_says_so(served: str, open_page: Opener) -> None:
    """And what to do about it."""
    page = open_page(served + "?text=xyzzyx")
    frame = map_in(page)
    expect(frame.get_by_text("No claims here. Widen the filters, or add texts.")).to_be_visible()
    expect(frame.get_by_text(re.compile(r"^By event date · 0 of \d+ claims"))).to_be_visible()


def test_one_claim_is_a_picture_too(serve: Any, open_page: Opener) -> None:
    """Its place in the middle, its day on an axis that is not stretched, and no word in the plural."""
    page = open_page(serve(claim(Kind.ATTACK, Status.ASSERTED, at(BAGHDAD), on="2014-06-12")))
    frame = map_in(page)
    assert shown(frame) == 1
    assert ask(page, "dateline.app().hits.discs.length") == 1
    assert ask(page, "dateline.app().axisRange.to - dateline.app().axisRange.from") < 10
    expect(frame.get_by_text("1 of 1 claim", exact=False)).to_be_visible()
    expect(frame.get_by_text("1 of 1 claims")).to_have_count(0)


def test_ten_thousand_claims_are_counted_and_none_is_hidden(serve: Any, open_page: Opener) -> None:
    """The map, the table and the step by key say the same number."""
    start = date(2014, 1, 1)
    claims = (
        replace(
            claim(
                Kind.ATTACK,
                Status.ASSERTED,
                at((BAGHDAD, MOSUL, TIKRIT)[number % 3]),
                on=str(start + timedelta(number % 300)),
            ),
            id=f"{number:016x}",
        )
        for number in range(1, MANY + 1)
    )
    page = open_page(serve(*claims))
    frame = map_in(page)
    assert shown(frame) == MANY
    expect(frame.get_by_text("10,000 of 10,000 claims")).to_be_visible()
    expect(frame.locator(".dl-table caption").first).to_contain_text("3 places")
    cells = frame.locator(".dl-table tbody").first.locator("td:first-of-type").all_text_contents()
    assert sum(map(int, cells)) == MANY
    frame.get_by_label("Mode").select_option("day")
    frame.locator(".dl-band").focus()
    page.keyboard.press("ArrowLeft")
    assert shown(frame) in (33, 34)


def test_the_axis_holds_the_years_1_to_9999(serve: Any, open_page: Opener) -> None:
    """Folded, a day can still be hit; unfolded, the whole calendar is drawn; steps by claim and typed days work."""
    days = ("0001-01-01", "1258-02-10", "2014-06-12", "9999-12-30")
    page = open_page(
        serve(*(claim(Kind.ATTACK, Status.ASSERTED, at(MOSUL), on=day, number=i) for i, day in enumerate(days)))
    )
    frame = map_in(page)
    assert shown(frame) == 4
    expect(frame.locator(".dl-when")).to_contain_text("January 1 –")
    frame.get_by_role("button", name="Fold gaps").click()
    assert ask(page, "dateline.app().dock.axis.ticks().length") > 5
    frame.get_by_role("button", name="Fold gaps").click()
    last = frame.get_by_label("Last day, year-month-day")
    last.fill("1258-02-10")
    last.press("Enter")
    assert shown(frame) == 2
    frame.get_by_label("Mode").select_option("day")
    frame.get_by_label("Step", exact=True).select_option("claim")
    frame.locator(".dl-band").focus()
    page.keyboard.press("ArrowRight")
    expect(frame.locator(".dl-when")).to_have_text("12 June 2014")
    assert shown(frame) == 1


def test_an_arrow_is_named_lit_and_opened(serve: Any, open_page: Opener) -> None:
    """It lights its days; its claims open and no others; a link brings them back; by key it stands in the table."""
    way = (at(MOSUL, Role.FROM), at(TIKRIT, Role.TO))
    move = claim(Kind.MOVEMENT, Status.ASSERTED, *way, on="2014-06-12", movement=Movement(reached=True, crossing=None))
    others = (
        claim(Kind.MOVEMENT, Status.ASSERTED, at(TIKRIT, Role.FROM), at(KHANAQIN, Role.TO), on="2014-06-20", number=2),
        claim(Kind.ATTACK, Status.ASSERTED, at(TIKRIT), on="2014-06-14", number=3),
    )
    page = open_page(serve(move, *others))
    frame = map_in(page)
    index = ask(page, "dateline.app().hits.lines.findIndex(({ flow }) => dateline.app().flows.at(flow).reached)")
    x, y = ask(
        page,
        ARROW.replace("[{ line }]", f"{{ line }} = dateline.app().hits.lines[{index}]; const [_]").replace(
            "= app.hits.lines", "= [0]"
        ),
    )
    box = page.locator(MAP).bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + x, box["y"] + y)
    expect(frame.locator(".dl-tip")).to_have_text("Mosul → Tikrit · 1 claim · asserted · goal said to be reached")
    assert ask(page, "dateline.app().hoveredFlow") >= 0
    page.mouse.click(box["x"] + x, box["y"] + y)
    expect(page.get_by_role("heading", name="Mosul → Tikrit")).to_be_visible()
    expect(page.locator(".dlx-card")).to_have_count(1)
    expect(page).to_have_url(re.compile("as=movement"))
    page.reload()
    map_in(page)
    expect(page.get_by_role("heading", name="Mosul → Tikrit")).to_be_visible()
    frame.get_by_role("button", name="Table").click()
    frame.get_by_role("button", name="Tikrit ⇢ Khanaqin").press("Enter")
    expect(page.get_by_role("heading", name="Tikrit → Khanaqin")).to_be_visible()


def test_claims_years_apart_and_hours_apart_are_both_reached(serve: Any, open_page: Opener) -> None:
    """The wheel leads from 44 years to hours, a window is drawn of hours, stepped by hours, linked and read again."""
    hours = [(BAGHDAD, "1980-09-22", None), (MOSUL, "2024-06-12", "06:15"), (TIKRIT, "2024-06-12", "15:40")]
    hours += [(KHANAQIN, "2024-06-12", None), (MOSUL, "2024-06-13", "MO")]
    claims = []
    for number, (place, day, clock) in enumerate(hours, start=1):
        one = claim(Kind.ATTACK, Status.ASSERTED, at(place), on=day)
        assert one.when is not None
        claims.append(replace(one, id=f"{number:016x}", when=replace(one.when, clock=clock)))
    page = open_page(serve(*claims))
    frame = map_in(page)
    assert shown(frame) == 5
    strip = frame.locator(".dl-strip")
    noon = "dateline.app().dock.axis.x(739049.5) + 14"
    for _ in range(20):
        strip.hover(position={"x": ask(page, noon), "y": 60})
        page.mouse.wheel(0, -100)
    assert ask(page, "dateline.app().view") == {"from": 739049, "to": 739050}
    frame.get_by_label("Step", exact=True).select_option("hour")
    box = strip.bounding_box()
    assert box is not None
    x = [box["x"] + 14 + ask(page, f"dateline.app().dock.axis.x(739049 + {hour} / 24)") for hour in (5.5, 10.5)]
    page.mouse.move(x[0], box["y"] + 60)
    page.mouse.down()
    page.mouse.move(x[1], box["y"] + 60, steps=4)
    page.mouse.up()
    expect(frame.locator(".dl-when")).to_have_text("12 June 2024, 05:00–11:00")
    # the claim of no hour may be of any
    assert shown(frame) == 2
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    expect(frame.locator(".dl-when")).to_have_text("12 June 2024, 10:00–16:00")
    assert shown(frame) == 2
    page.keyboard.press("PageUp")
    expect(frame.locator(".dl-when")).to_have_text("12 June 2024, 04:00–10:00")
    expect(page).to_have_url(re.compile(r"from=2024-06-12T04&to=2024-06-12T09"))
    page.reload()
    frame = map_in(page)
    expect(frame.locator(".dl-when")).to_have_text("12 June 2024, 04:00–10:00")
    assert shown(frame) == 2
    frame.get_by_label("Clock").select_option("report")
    expect(frame.locator(".dl-when")).to_have_text("12 June 2024")
