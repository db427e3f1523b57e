"""The exported page, opened from disk with everything but the disk out of reach."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from events.store import Store
from tests.browser.conftest import DISC
from tests.claims import CONVOY, DOCUMENT, FEARED, KHANAQIN, REFUTED, RETAKEN, at
from texts.document import text_id
from texts.span import Excerpt, Span
from views.export import export
from views.export_form import Format

HOSTILE = "<img src=x onerror=alert(1)></script><script>alert(2)</script> ${alert(3)}"


@pytest.fixture
def offline(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """The page over four claims, one of them hostile; any request but for the file, any error and any dialog fails."""
    text = f"{HOSTILE} They hold Khanaqin."
    where = replace(at(KHANAQIN), place=replace(KHANAQIN, name=f"Khanaqin {HOSTILE}", id="dl:hostile"))
    excerpt = Excerpt(document_id=text_id(text), span=Span(start=0, end=len(text)), text=text)
    bad = replace(RETAKEN, id="00000000000000ff", excerpt=excerpt, places=(where,))
    path = tmp_path / "claims.html"
    with Store.open(tmp_path / "s.sqlite") as store:
        store.add(DOCUMENT, (CONVOY, RETAKEN, FEARED, REFUTED))
        store.add(replace(DOCUMENT, id=text_id(text), text=text, title=HOSTILE, posts=()), (bad,))
        path.write_bytes(b"".join(export(store.each_claim(), Format.HTML, filters={}, counts=store.counts())))
    wrong: list[str] = []

    def guard(route: Route) -> None:
        if route.request.url == path.as_uri():
            route.continue_()
        else:
            wrong.append(route.request.url)
            route.abort()

    session = browser.new_context(viewport={"width": 1280, "height": 800})
    session.route("**/*", guard)
    page = session.new_page()
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("dialog", lambda dialog: (wrong.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    page.goto(path.as_uri())
    expect(page.locator("#dateline-claims[data-shown]")).to_be_attached()
    yield page
    session.close()
    assert wrong == []


def click(page: Page, name: str) -> None:
    """Click the disc of a place where the canvas drew it."""
    x, y = page.evaluate(DISC, name)
    page.locator("#map").click(position={"x": x, "y": y})


def test_it_draws_and_scrubs_by_key(offline: Page) -> None:
    """From the first claim of June to the last of August, a day at a time."""
    claims = offline.locator("#dateline-claims")
    expect(offline.get_by_text("Claims as reported; not verified").first).to_be_visible()
    expect(claims).to_have_attribute("data-shown", "4")
    offline.locator(".dl-when").click()
    offline.get_by_role("slider", name="Last day").focus()
    last = claims.get_attribute("data-painted-day")
    offline.keyboard.press("ArrowLeft")
    expect(claims).not_to_have_attribute("data-painted-day", last or "")
    offline.get_by_label("Mode").select_option("day")
    offline.get_by_label("Last day, year-month-day").fill("2014-06-20")
    offline.keyboard.press("Enter")
    expect(claims).to_have_attribute("data-shown", "1")


def test_a_click_shows_the_excerpts_as_text(offline: Page) -> None:
    """With status, source and a citation."""
    click(offline, "Tikrit")
    card = offline.locator(".dlo-card").first
    expect(card.locator(".dlo-excerpt")).to_have_text(DOCUMENT.text)
    expect(card.locator(".dlo-status")).to_have_text(re.compile("asserted|planned"))
    expect(card.get_by_text("Said by An informed source")).to_be_visible()


def test_hostile_words_stay_words(offline: Page) -> None:
    """Nothing in an excerpt, a title or a name runs, and nothing of it is lost."""
    click(offline, f"Khanaqin {HOSTILE}")
    excerpt = offline.locator(".dlo-excerpt", has_text="They hold Khanaqin.")
    expect(excerpt).to_have_text(f"{HOSTILE} They hold Khanaqin.")
    expect(offline.locator("#dlo img")).to_have_count(0)
    expect(offline.locator("script")).to_have_count(2)


def test_the_page_is_as_dark_as_the_readers_screen(offline: Page) -> None:
    """By the system's setting, also when that changes; the claims stay."""
    root = offline.locator(":root")
    expect(root).not_to_have_class(re.compile("dl-dark"))
    offline.emulate_media(color_scheme="dark")
    expect(root).to_have_class(re.compile("dl-dark"))
    expect(offline.locator("#dlo")).to_have_css("background-color", "rgba(0, 0, 0, 0)")
    expect(offline.locator("body")).to_have_css("background-color", "rgb(23, 27, 31)")
    expect(offline.locator("#dateline-claims[data-shown]")).to_be_attached()
    offline.emulate_media(color_scheme="light")
    expect(root).not_to_have_class(re.compile("dl-dark"))
