"""Texts, names and titles that would like to be markup or script, in the running page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import expect

from events.claim import Actor, ActorRole, Claim, ClaimPlace, Kind, Role, Source, SourceKind, Status
from events.store import Store
from geo.place import FeatureClass, Ground, Place, Shape
from tests.browser.conftest import Opener, map_in, open_place, serving, shown
from texts.dating import Basis, Dating, Interval, Precision
from texts.document import Document, Post, text_id
from texts.rejection import Reason, Rejection
from texts.span import Span

PAYLOADS = (
    "<img src=x onerror=alert(1)>",
    "${alert(1)}",
    "`+alert(1)+`",
    "</script><script>alert(1)</script>",
    "trailing\\",
    "{{7*7}}{% raw %}",
    "[x](javascript:alert(1)) :smile: --> ![](https://example.org/p.png)",
)
"""What has run somewhere, or been changed on the way to the screen."""


def hostile(number: int, payload: str) -> tuple[Document, Claim]:
    """Return a text and its claim with the payload wherever a text, a person or a gazetteer could put one."""
    text = f"Officials {payload} said that shells fell on Hostileton {payload} on Friday {number}."
    whole = Span(start=0, end=len(text))
    day = Interval(start=date(2014, 6, 10 + number), end=date(2014, 6, 11 + number))
    dating = Dating(edtf="2014-06", interval=day, precision=Precision.DAY, basis=Basis.STATED, source=payload)
    document = Document(
        id=text_id(text), text=text, name=f"{payload}.txt", title=payload, publisher=payload, url=payload,
        dating=dating,
        posts=(Post(span=whole, author=payload),),
    )  # fmt: skip
    place = Place(
        id=f"dl:{payload}", name=f"Hostileton {number} {payload}", feature_class=FeatureClass.SETTLEMENT,
        feature_code="PPL", lon=40.0 + 2 * number, lat=34.0, country=payload[:2],
    )  # fmt: skip
    ground = Ground(shape=Shape.POINT, lon=place.lon, lat=34.0, radius_km=3, geo_precision=1, ucdp_precision=1)
    claim = Claim(
        id=f"{number:016x}", kind=Kind.ATTACK, status=Status.ASSERTED, report_status=Status.ASSERTED,
        excerpt=document.excerpt(whole), trigger=Span(start=0, end=4), cues=(), when=None,
        places=(ClaimPlace(role=Role.AT, span=Span(start=10, end=14), text=payload, place=place, ground=ground,
                           confidence=0.9, reason=payload),),
        sources=(Source(text=payload, kind=SourceKind.PERSON),),
        actors=(Actor(text=payload, role=ActorRole.AGENT, span=Span(start=0, end=9), name=payload),),
        quantities=(), movement=None, extraction_quality=1.0,
    )  # fmt: skip
    return document, claim


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app over a store in which everything is hostile."""
    path = tmp_path_factory.mktemp("hostile") / "store.sqlite"
    with Store.open(path) as store:
        for number, payload in enumerate(PAYLOADS):
            document, claim = hostile(number, payload)
            left = Rejection(reason=Reason.UNPLACED, message=payload, name=payload, text=payload)
            store.add(document, [claim], [left])
    with serving("--store", str(path)) as address:
        yield address


@pytest.mark.parametrize("number", range(len(PAYLOADS)))
def test_a_hostile_text_is_shown_as_it_is(attacked: str, open_page: Opener, number: int) -> None:
    """No dialog, no request, no script; the excerpt stands there verbatim, sign for sign."""
    document, claim = hostile(number, PAYLOADS[number])
    page = open_page(attacked + "?clock=report")
    frame = map_in(page)
    assert shown(frame) == len(PAYLOADS)
    card = open_place(page, claim.places[0].place.name)
    assert card.locator(".dlx-quote").text_content() == document.text
    card.get_by_text("Why it stands here").click()
    expect(card.locator(".dlx-why")).to_contain_text(PAYLOADS[number].split("\n")[0])
    card.get_by_role("button", name="Whole text").click()
    expect(page.locator(".dlx-here")).to_have_text(document.text)


def test_hostile_rejections_are_listed(attacked: str, open_page: Opener) -> None:
    """What was left out is no way in either."""
    page = open_page(attacked + "?clock=report&text=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&actor=%24%7Balert(1)%7D")
    map_in(page)
    page.get_by_text("Unplaced: 7").click()
    expect(page.get_by_test_id("stDataFrame")).to_be_visible()
