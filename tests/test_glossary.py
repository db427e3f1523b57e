"""Every status, kind, role and gazetteer column is explained in the glossary."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from events.claim import Kind, Role, Status

ROOT = Path(__file__).resolve().parent.parent
GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")


def gazetteer_columns() -> list[str]:
    """Return the header of the curated gazetteer."""
    with (ROOT / "data" / "gazetteer.csv").open(encoding="utf-8", newline="") as file:
        return next(csv.reader(file))


@pytest.mark.parametrize("word", [*Status, *Kind, *Role, *gazetteer_columns()])
def test_the_glossary_has(word: str) -> None:
    """A row of one of its tables begins with the word."""
    assert f"| `{word}` |" in GLOSSARY
