"""Word lists: each row once."""

from __future__ import annotations

import pytest

from texts.lexicon import DATA, rows_of

NAMES = sorted(path.stem for path in (DATA / "lexicons").glob("*.txt"))


@pytest.mark.parametrize("name", NAMES)
def test_no_row_of_a_lexicon_stands_in_it_twice(name: str) -> None:
    rows = rows_of(name)
    assert sorted(rows) == sorted(set(rows))
