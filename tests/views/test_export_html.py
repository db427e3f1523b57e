"""The page that opens from disk: nothing outside is named, nothing of a text is markup, and it is small."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from events.claim import Claim
from events.marks_of import marks_of
from events.store import Store
from tests.claims import CONVOY, DOCUMENT, FEARED, OFFERED, REFUTED, RETAKEN
from texts.document import text_id
from texts.span import Excerpt, Span
from views.export import export
from views.export_form import Format

FIVE = (CONVOY, RETAKEN, FEARED, REFUTED, OFFERED)
PAYLOADS = (
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "${alert(1)}",
    "&lt;b&gt;",
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "s.sqlite") as made:
        made.add(DOCUMENT, FIVE)
        yield made


def page_of(store: Store) -> str:
    return b"".join(export(store.each_claim(), Format.HTML, filters={}, counts=store.counts())).decode()


def data_in(page: str) -> dict[str, object]:
    return dict(json.loads(re.findall(r'id="dateline-data">(.*?)</script>', page, re.DOTALL)[0]))


def test_the_policy_lets_only_its_own_script_and_style_through(store: Store) -> None:
    """Both are named by their hashes; there is no address to fetch from."""
    page = page_of(store)
    policy = re.findall(r'Content-Security-Policy" content="([^"]+)"', page)[0]
    (code,) = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    (sheet,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    for source in (code, sheet):
        digest = base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert "http" not in policy
    assert re.findall(r"<[a-z]+[^>]*\s(?:src|href|action|on[a-z]+)=", page[: page.index("<script>")]) == []


def test_the_page_is_at_most_a_megabyte_beside_its_data(store: Store) -> None:
    page = page_of(store)
    data = data_in(page)
    claims = len(json.dumps([data[name] for name in ("told", "claims", "at", "names")]))

    assert len(page.encode()) - claims <= 1_000_000


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_text_is_markup(tmp_path: Path, payload: str) -> None:
    """Excerpts, names and filters lie in a block of data that none of them can end."""
    text = f"{payload} {DOCUMENT.text}"
    excerpt = Excerpt(document_id=text_id(text), span=Span(start=0, end=len(text)), text=text)
    place = replace(RETAKEN.places[0], place=replace(RETAKEN.places[0].place, name=payload, id=f"dl:{payload}"))
    claim: Claim = replace(RETAKEN, excerpt=excerpt, places=(place,))
    document = replace(DOCUMENT, id=text_id(text), text=text, title=payload, publisher=payload)
    with Store.open(tmp_path / "s.sqlite") as store:
        store.add(document, (claim,))
        page = b"".join(
            export(store.each_claim(), Format.HTML, filters={"text": payload}, counts=store.counts())
        ).decode()
    (card,) = data_in(page)["claims"]  # type: ignore[misc]  # JSON
    block = page[page.index('id="dateline-data">') + 19 : page.index("</script>\n<script>")]

    assert card["excerpt"] == text
    assert "<" not in block
    assert "&" not in block
    assert block.isascii()


def test_marks_of_claims_are_the_stores_marks(store: Store) -> None:
    """The page draws what the app draws."""
    stored = store.claims()
    ours, theirs = marks_of(stored), store.marks()
    numbers = np.array([it.number for it in stored])

    assert numbers[ours.claim].tolist() == theirs.claim.tolist()
    for name in ("leg", "role", "kind", "status", "first_day", "last_day", "report_first_day", "report_last_day",
                 "reached", "crossing_stated", "daytime"):  # fmt: skip
        assert getattr(ours, name).tolist() == getattr(theirs, name).tolist()
    assert [ours.places[at] for at in ours.place] == [theirs.places[at] for at in theirs.place]
    assert [ours.crossings[at].name for at in ours.crossing if at >= 0] == ["Khosravi", "Khosravi"]
