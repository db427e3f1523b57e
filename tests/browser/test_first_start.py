"""The first start, on an empty cache folder: whoever opens a page sees the map, and the texts are read once."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from geo.gazetteer import cache_path, open_gazetteer
from tests.browser.conftest import MAP, Opener, map_in, serving, shown
from texts.lexicon import DATA

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder without a store; the gazetteer's index is there, since building it takes long."""
    open_gazetteer()
    kept = cache_path((DATA / "gazetteer.csv",))
    folder = tmp_path / "cache" / "dateline"
    folder.mkdir(parents=True)
    (folder / kept.name).symlink_to(kept)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return folder


def test_pages_that_open_at_once_show_the_same_claims(cache: Path, tmp_path: Path, open_page: Opener) -> None:
    """Two of one server and one of another, over one folder of texts that nobody has read yet."""
    texts = tmp_path / "texts"
    texts.mkdir()
    for number in range(40):
        text = f"Government troops captured the town of Tikrit on {number % 28 + 1} June 2014, report {number} says.\n"
        (texts / f"{number}.txt").write_text(text)
    with serving(str(texts)) as one, serving(str(texts)) as other:
        pages = [open_page(address) for address in (one, one, other)]
        for page in pages:
            expect(page.locator(MAP)).to_be_attached(timeout=120_000)
        assert [shown(map_in(page)) for page in pages] == [40, 40, 40]
    (store,) = (it for it in (cache / "stores").iterdir() if not it.name.endswith(("-wal", "-shm")))
    assert store.suffix == ".sqlite"
