"""`dateline brief` from the terminal: files, names and messages."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli import main
from events.store import Store
from tests.claims import CONVOY, DOCUMENT, RETAKEN


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store with two claims."""
    path = tmp_path / "s.sqlite"
    with Store.open(path) as made:
        made.add(DOCUMENT, (CONVOY, RETAKEN))
    return path


def test_a_briefing_is_written_and_named(store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The files stand on standard error, so that standard output stays free."""
    out = tmp_path / "a.svg"
    assert main(["brief", "--store", str(store), "--as-of", "2014-08-25T09:30Z", "--paper", "a4", "-o", str(out)]) == 0
    captured = capsys.readouterr()
    assert ("", str(out)) == (captured.out, captured.err.strip())
    assert out.read_bytes().startswith(b"<?xml")


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("--as-of", "yesterday", "--as-of: expected a moment as in 2014-06-15T18:00Z, got 'yesterday'"),
        ("--tlp", "purple", "--tlp: expected one of CLEAR, GREEN, AMBER, AMBER+STRICT, RED, got 'PURPLE'"),
        ("--paper", "A0", "--paper: expected one of 3840x2160, 1920x1080, a4, letter, got 'a0'"),
        ("--frames", "5", "frames must be 1, 2, 3, 4, 6, 8 or 9, got 5"),
        ("--from", "June", "--from: expected a day as in 2014-06-12, got 'June'"),
    ],
)
def test_a_wrong_option_is_named(
    store: Path, capsys: pytest.CaptureFixture[str], option: str, value: str, message: str
) -> None:
    """Exit code 2, and what was expected and what came."""
    assert main(["brief", "--store", str(store), option, value]) == 2
    assert message in capsys.readouterr().err


def test_a_missing_store_is_input_trouble(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 1, and nothing is made in its place."""
    assert main(["brief", "--store", str(tmp_path / "none.sqlite"), "-o", str(tmp_path / "a.png")]) == 1
    assert "none.sqlite" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
