"""Whose turn it is: real processes, one of which is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from geo import turn as module
from geo.turn import own_folder, turn

ROOT = Path(__file__).resolve().parents[2]
HOLDS = """
import sys
from pathlib import Path
from geo.turn import own_folder, turn
path = Path(sys.argv[1])
with turn(path, say=lambda it: print(it, flush=True)) as held:
    with own_folder(path.parent, prefix="filling-"):
        print("held" if held else "without", flush=True)
        sys.stdin.readline()
"""


@pytest.fixture
def holder() -> Iterator[type]:
    """Start processes that take their turn and keep it until they are told otherwise; none outlives the test."""
    with ExitStack() as stack:

        class Holder:
            def __init__(self, path: Path) -> None:
                self.process = stack.enter_context(
                    subprocess.Popen(
                        [sys.executable, "-c", HOLDS, str(path)],
                        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                    )
                )  # fmt: skip
                stack.callback(self.process.kill)

            def says(self) -> str:
                assert self.process.stdout is not None
                return self.process.stdout.readline().strip()

        yield Holder


def test_the_second_says_whom_it_waits_for_and_goes_on_when_the_first_is_done(tmp_path: Path, holder: type) -> None:
    first = holder(tmp_path / "a.index")
    assert first.says() == "held"
    second = holder(tmp_path / "a.index")
    assert second.says() == f"a.index is being made by process {first.process.pid}; waiting for it"
    first.process.communicate("\n")
    assert second.says() == "held"


def test_a_process_that_was_killed_keeps_nobody_waiting(tmp_path: Path, holder: type) -> None:
    """Its lock goes with it, and the folder that it was filling is removed by the next; that of a living one stays."""
    first, other = holder(tmp_path / "a.index"), holder(tmp_path / "b.index")
    assert (first.says(), other.says()) == ("held", "held")
    second = holder(tmp_path / "a.index")
    assert second.says().endswith("waiting for it")
    filling = set(tmp_path.glob("filling-*"))
    os.kill(first.process.pid, signal.SIGKILL)
    assert second.says() == "held"
    assert len(filling) == 2
    assert len(filling & set(tmp_path.glob("filling-*"))) == 1
    with own_folder(tmp_path, prefix="filling-") as own:
        assert len(list(tmp_path.glob("filling-*"))) == 3
        assert own.is_dir()
    for it in (second, other):
        it.process.communicate("\n")
    assert list(tmp_path.iterdir()) == []


def test_a_lock_that_a_dead_process_left_is_taken(tmp_path: Path) -> None:
    """Its file says nothing as long as nobody holds it."""
    (tmp_path / "a.index.lock").write_text("1")
    with turn(tmp_path / "a.index", say=pytest.fail) as held:
        assert held
    assert list(tmp_path.iterdir()) == []


def test_another_file_is_another_turn(tmp_path: Path) -> None:
    with turn(tmp_path / "a.index") as one, turn(tmp_path / "b.index") as other:
        assert (one, other) == (True, True)


def test_where_no_lock_can_be_had_the_work_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a folder that cannot be written to, and on a system or a file system that has no locks."""
    with turn(tmp_path / "missing" / "a.index") as held:
        assert not held
    monkeypatch.setattr(module, "fcntl", None)
    (tmp_path / "filling-left").mkdir()
    with turn(tmp_path / "a.index") as held, own_folder(tmp_path, prefix="filling-") as folder:
        assert not held
        assert folder.is_dir()
        assert (tmp_path / "filling-left").is_dir()  # it may be alive: nobody can tell


def test_one_that_hangs_is_not_waited_for_for_ever(
    tmp_path: Path, holder: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PATIENCE", 3 * module.STEP)
    first = holder(tmp_path / "a.index")
    assert first.says() == "held"
    told: list[str] = []
    with turn(tmp_path / "a.index", say=told.append) as held:
        assert not held
    assert told[-1].endswith(f"for process {first.process.pid}; going on without it")


def test_links_are_not_followed_when_what_was_left_is_removed(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "kept.txt").write_text("kept")
    (tmp_path / "stores").mkdir()
    (tmp_path / "stores" / "filling-x").symlink_to(tmp_path / "mine")
    with own_folder(tmp_path / "stores", prefix="filling-"):
        pass
    assert (tmp_path / "mine" / "kept.txt").read_text() == "kept"
