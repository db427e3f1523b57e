from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from ui import serving


def test_servers_that_start_at_once_fill_one_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """None takes away what another is about to put in place, and nothing unfinished is left lying there."""
    monkeypatch.setattr(serving, "STATIC", tmp_path)

    def fill(number: int) -> str:
        return serving._served("layer/map.js", b"%d" % (number % 2) * 1000)

    with ThreadPoolExecutor(8) as pool:
        addresses = set(pool.map(fill, range(200)))

    assert len(addresses) == 2
    assert [path.name for path in (tmp_path / "layer").iterdir()] == ["map.js"]
