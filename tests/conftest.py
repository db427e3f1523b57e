"""What tests share: the gazetteer, and the original texts where they are at hand."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

from geo.gazetteer import Gazetteer, open_gazetteer

ROOT = Path(__file__).resolve().parent.parent
FIXED = any(os.environ.get(name) for name in ("CI", "DATELINE_REQUIRE_ALL"))

# no test asserts a time: a busy machine must not fail one; and where all must be there, as in CI, the examples are the
# same each time: what a fresh one finds is for whoever runs the tests at a desk
settings.register_profile("dateline", deadline=None, derandomize=FIXED)
settings.load_profile("dateline")


def missing(what: str) -> None:
    """Skip with a reason, or fail where everything a test needs must be there."""
    if os.environ.get("DATELINE_REQUIRE_ALL"):
        pytest.fail(f"{what}; DATELINE_REQUIRE_ALL is set, so this is not skipped")
    pytest.skip(what)


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """The world's places and the curated ones, opened once for all tests."""
    return open_gazetteer()


@pytest.fixture(scope="session")
def originals() -> Path:
    """The folder of the original texts, which are not in the repository."""
    folder = Path(os.environ.get("DATELINE_ORIGINALS", ROOT.parent / "shared" / "corpus"))
    if not (folder / "corpus.csv").is_file():
        missing(f"the original texts are not in {folder}; set DATELINE_ORIGINALS to their folder")
    return folder
