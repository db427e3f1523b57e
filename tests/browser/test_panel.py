"""The panel beside the map: excerpts one after another, the whole text, contradictions, tables and shared links."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from events.claim import Kind, Status
from events.store import Store
from tests.browser.conftest import MAP, Opener, click_place, inside, map_in, serving, shown
from tests.claims import BAGHDAD, CONVOY, DOCUMENT, REFUTED, RETAKEN, at, claim

MANY = 60
"""Claims at one place: more than the panel writes on a page."""


@pytest.fixture(scope="module")
def disputed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app over claims of which two contradict each other, and many at one place."""
    said = claim(Kind.ATTACK, Status.ASSERTED, at(BAGHDAD), on="2014-06-20", number=7)
    many = [
        replace(
            RETAKEN, id=f"{number:016x}", places=(at(replace(BAGHDAD, id="dl:camp", name="Camp", lon=41.0, lat=33.0)),)
        )
        for number in range(1000, 1000 + MANY)
    ]
    path = tmp_path_factory.mktemp("disputed") / "store.sqlite"
    with Store.open(path) as store:
        store.add(DOCUMENT, (CONVOY, said, REFUTED, *many))
    with serving("--store", str(path)) as address:
        yield address


def chosen_of(page: Page) -> list[str]:
    return inside(page).evaluate("[...dateline.app().selected]")  # type: ignore[attr-defined, no-any-return]  # a Frame


def test_excerpts_are_turned_by_button_and_by_key(disputed: str, open_page: Opener) -> None:
    """Onwards, back, and over the end of a page of the panel; nothing turns before the first."""
    page = open_page(disputed)
    map_in(page)
    click_place(page, "Camp")
    where = page.locator(".dlx-where")
    expect(where).to_have_text(f"1 of {MANY}")
    expect(page.get_by_role("button", name="‹ Previous")).to_be_disabled()
    page.get_by_role("button", name="Next ›").click()
    expect(where).to_have_text(f"2 of {MANY}")
    expect(page.locator(".dlx-current .dlx-number")).to_have_text(f"2 of {MANY}")
    page.keyboard.press("n")
    expect(where).to_have_text(f"3 of {MANY}")
    page.keyboard.press("p")
    expect(where).to_have_text(f"2 of {MANY}")
    for _ in range(23):
        page.keyboard.press("n")
    expect(where).to_have_text(f"25 of {MANY}")
    page.keyboard.press("n")
    expect(where).to_have_text(f"26 of {MANY}")
    page.keyboard.press("p")
    expect(where).to_have_text(f"25 of {MANY}")


def test_the_map_turns_excerpts_too(disputed: str, open_page: Opener) -> None:
    """The keys mean the same wherever the hand is."""
    page = open_page(disputed)
    frame = map_in(page)
    click_place(page, "Camp")
    expect(page.locator(".dlx-where")).to_have_text(f"1 of {MANY}")
    frame.locator(".dl-band").focus()
    page.keyboard.press("n")
    expect(page.locator(".dlx-where")).to_have_text(f"2 of {MANY}")


def test_the_whole_text_opens_at_the_excerpt(served: str, open_page: Opener) -> None:
    """Verbatim, with the excerpt's words marked and in sight; and back again to the excerpts."""
    page = open_page(served)
    map_in(page)
    click_place(page, "Tikrit")
    card = page.locator(".dlx-card").first
    quote = card.locator(".dlx-quote").text_content()
    card.get_by_role("button", name="Whole text").click()
    here = page.locator(".dlx-here")
    expect(here).to_be_in_viewport()
    assert here.text_content() == quote
    expect(here.locator("mark.dlx-m-place").first).to_have_text(re.compile("Tikrit"))
    assert len(page.locator(".dlx-text").text_content() or "") > len(quote or "")
    page.get_by_role("button", name="‹ Back to the excerpts").click()
    expect(card).to_be_visible()


def test_contradictions_stand_side_by_side(disputed: str, open_page: Opener) -> None:
    """An attack on Baghdad that is said and denied; nothing of the kind at the camp."""
    page = open_page(disputed)
    map_in(page)
    click_place(page, "Baghdad")
    against = page.get_by_role("region", name="Reports that contradict each other")
    expect(against.get_by_text("Reports of attack here contradict each other")).to_be_visible()
    expect(against.locator(".dlx-side")).to_have_count(2)
    expect(against.locator(".dlx-side").nth(0).locator(".dlx-asserted")).to_have_count(1)
    expect(against.locator(".dlx-side").nth(1).locator(".dlx-denied")).to_have_count(1)
    click_place(page, "Camp")
    expect(page.locator(".dlx-where")).to_have_text(f"1 of {MANY}")
    expect(against).to_have_count(0)


def test_closing_takes_the_ring_off_the_map(disputed: str, open_page: Opener) -> None:
    """What is open is ringed, and nothing else; the address says what is open."""
    page = open_page(disputed)
    map_in(page)
    assert chosen_of(page) == []
    click_place(page, "Camp")
    expect(page.locator(".dlx-card").first).to_be_visible()
    assert len(chosen_of(page)) == 1
    expect(page).to_have_url(re.compile("open=dl%3Acamp"))
    page.get_by_role("button", name="Close", exact=True).click()
    expect(page.get_by_role("heading", name="Excerpts")).to_be_visible()
    expect(page).not_to_have_url(re.compile("open="))
    assert chosen_of(page) == []


def test_a_shared_link_opens_its_excerpts(disputed: str, open_page: Opener) -> None:
    """With the place ringed; one that is not there is named as dropped."""
    page = open_page(disputed + "?open=dl:camp|dl:nowhere")
    map_in(page)
    expect(page.get_by_role("heading", name="Camp")).to_be_visible()
    expect(page.locator(".dlx-card").first).to_be_visible()
    assert len(chosen_of(page)) == 1
    expect(page.get_by_text("Left out of the address: open")).to_be_visible()
    expect(page).to_have_url(re.compile(r"open=dl%3Acamp(&|$)"))


def test_the_selection_is_saved_as_a_table(disputed: str, open_page: Opener) -> None:
    """What the map shows, window and filters, and nothing else."""
    page = open_page(disputed + "?from=2014-06-15&to=2014-06-25&clock=event&kind=attack")
    frame = map_in(page)
    with page.expect_download() as saved:
        frame.get_by_role("button", name="CSV").click()
    with saved.value.path().open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len({row["id"] for row in rows}) == shown(frame) == 2
    assert {row["kind"] for row in rows} == {"attack"}
    expect(frame.get_by_text("Writing the table")).to_have_count(0)


def test_the_excerpts_of_a_place_are_saved_as_a_table(disputed: str, open_page: Opener) -> None:
    """All of them, not only those on the panel's page."""
    page = open_page(disputed)
    map_in(page)
    click_place(page, "Camp")
    with page.expect_download() as saved:
        page.get_by_role("button", name="CSV", exact=True).click()
    assert len(saved.value.path().read_text(encoding="utf-8-sig").splitlines()) == MANY + 1


def test_the_two_clocks_name_what_they_cannot_show(served: str, open_page: Opener) -> None:
    """The map's tray and the panel say the same number under the same name."""
    page = open_page(served + "?clock=event")
    frame = map_in(page)
    tray = frame.locator(".dl-tray")
    expect(tray).to_have_text(re.compile(r"\d+ no event date"))
    count = (tray.text_content() or "").split()[0]
    expect(page.get_by_text(f"No event date: {count}")).to_be_visible()
    tray.click()
    expect(page.locator(".dlx-card").first).to_be_visible()
    assert "clock=event" in urlsplit(page.url).query
    assert parse_qs(urlsplit(page.url).query).get("open") is None
    assert page.locator(MAP).count() == 1
