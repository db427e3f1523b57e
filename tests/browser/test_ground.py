"""The ground that is not the program's own: a map file of the user's, relief, and pictures that were turned on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, Route, expect
from pmtiles.tile import TileType

from tests.browser.archives import archive, lake, png
from tests.browser.conftest import Opener, inside, map_in

RED = png(lambda _x, _y: (200, 0, 0))
MIDDLE = """() => {
  const canvas = document.querySelector('#dateline-ground');
  const at = [canvas.width / 2, canvas.height / 2, 1, 1].map(Math.round);
  return [...canvas.getContext('2d').getImageData(...at).data];
}"""
PICTURE = "document.querySelector('#dateline-ground').toDataURL()"


def ask(page: Page, script: str) -> Any:
    return inside(page).evaluate(script)  # type: ignore[attr-defined]  # a Frame


def choose(frame: FrameLocator, file: Path) -> None:
    frame.get_by_role("button", name="Ground").click()
    frame.get_by_label("Map file (PMTiles)").set_input_files(file)


def until(page: Page, condition: str) -> None:
    inside(page).wait_for_function(condition, timeout=10_000)  # type: ignore[attr-defined]  # a Frame


def test_a_file_of_ones_own_lies_under_the_claims(served: str, open_page: Opener, tmp_path: Path) -> None:
    """With its credit as text, nothing sent anywhere, and the plain ground one press away."""
    page = open_page(served)
    frame = map_in(page)
    page.wait_for_load_state("networkidle")
    before = ask(page, MIDDLE)
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    choose(
        frame,
        archive(
            tmp_path / "red.pmtiles", RED, TileType.PNG, attribution="<b>Survey</b> of <img src=x onerror=alert(1)>1911"
        ),
    )
    until(page, f"({MIDDLE})()[0] === 200")
    assert ask(page, MIDDLE)[:3] == [200, 0, 0]
    expect(frame.locator(".leaflet-control-attribution")).to_contain_text("Survey of 1911")
    assert [url for url in sent if not url.startswith("blob:")] == []
    frame.get_by_role("button", name="Ground").click()
    frame.get_by_role("button", name="Plain ground").click()
    until(page, f"({MIDDLE})()[0] !== 200")
    assert ask(page, MIDDLE) == before
    expect(frame.locator(".leaflet-control-attribution")).not_to_contain_text("Survey")


def test_heights_are_drawn_as_relief(served: str, open_page: Opener, tmp_path: Path) -> None:
    """Over the plain ground, which shows through."""
    page = open_page(served)
    frame = map_in(page)
    page.wait_for_load_state("networkidle")
    before = ask(page, PICTURE)
    hills = png(lambda x, y: (128 + (x * y) % 16, (x * 16 + y * 8) % 256, 0))
    choose(frame, archive(tmp_path / "hills.pmtiles", hills, TileType.PNG, encoding="terrarium"))
    until(page, "dateline.app().under.relief?.kept.size > 0")
    assert ask(page, PICTURE) != before
    assert ask(page, "dateline.app().under.map") is None


def test_streets_are_drawn_and_their_names_are_text(served: str, open_page: Opener, tmp_path: Path) -> None:
    """Water where the tiles say so; a hostile name is drawn, and does nothing."""
    page = open_page(served)
    frame = map_in(page)
    choose(frame, archive(tmp_path / "lake.pmtiles", lake(), TileType.MVT))
    sea = ask(page, "[1, 3, 5].map((at) => parseInt(dateline.app().theme.sea.slice(at, at + 2), 16)).join()")
    until(page, f"({MIDDLE})().slice(0, 3).join() === '{sea}'")
    assert ask(page, "[...dateline.app().under.map.kept.values()].flatMap(({ names }) => names)[0].name").startswith(
        "<img"
    )
    expect(frame.locator("img")).to_have_count(0)


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"PMTiles\x03" + b"\xff" * 200, b"PMTiles\x02" + b"\0" * 200])
def test_a_file_that_is_none_is_refused_in_words(
    served: str, open_page: Opener, tmp_path: Path, content: bytes
) -> None:
    """And the ground stays as it was."""
    page = open_page(served)
    frame = map_in(page)
    path = tmp_path / "broken.pmtiles"
    path.write_bytes(content)
    choose(frame, path)
    expect(frame.get_by_text("The map file cannot be shown.")).to_be_visible()
    assert ask(page, "dateline.app().under.layers.length") == 0


def test_nobody_is_asked_before_it_is_turned_on(served: str, browser: Browser) -> None:
    """Then only for tiles, with its credit on the map and in the picture; not again after a reload."""
    asked: list[tuple[str, str | None]] = []

    def elsewhere(route: Route) -> None:
        asked.append((route.request.url, route.request.headers.get("referer")))
        route.fulfill(body=RED, content_type="image/png", headers={"access-control-allow-origin": "*"})

    session = browser.new_context(viewport={"width": 1440, "height": 800}, accept_downloads=True)
    session.route(lambda url: "127.0.0.1" not in url and url.startswith("http"), elsewhere)
    page = session.new_page()
    page.goto(served + "?text=Tikrit")
    frame = map_in(page)
    frame.get_by_role("button", name="Ground").click()
    expect(frame.get_by_text("Nothing is asked before you turn it on")).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert asked == []
    frame.get_by_role("button", name="Turn on OpenStreetMap").click()
    until(page, f"({MIDDLE})()[0] === 200")
    assert all(url.startswith("https://tile.openstreetmap.org/") for url, _ in asked)
    assert all("Tikrit" not in (referer or "") for _, referer in asked)
    expect(frame.locator(".leaflet-control-attribution")).to_contain_text("© OpenStreetMap contributors")
    with page.expect_download() as saved:
        frame.get_by_role("button", name="Picture").click()
    assert saved.value.path().stat().st_size > 10_000
    assert "openstreetmap" not in page.url
    asked.clear()
    page.reload()
    map_in(page)
    # two frames on, a ground that is on has asked for its tiles
    frames = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
    inside(page).evaluate(frames)  # type: ignore[attr-defined]  # a Frame
    assert asked == []
    session.close()


def test_tiles_that_do_not_come_are_said(served: str, browser: Browser) -> None:
    """And the plain ground is shown in their stead."""
    session = browser.new_context(viewport={"width": 1440, "height": 800})
    session.route(lambda url: "127.0.0.1" not in url and url.startswith("http"), lambda route: route.abort())
    page = session.new_page()
    page.goto(served)
    frame = map_in(page)
    before = ask(page, MIDDLE)
    frame.get_by_role("button", name="Ground").click()
    frame.get_by_role("button", name="Turn on OpenTopoMap").click()
    expect(frame.get_by_text("Some of the ground’s tiles did not come")).to_be_visible()
    assert ask(page, MIDDLE) == before
    session.close()
