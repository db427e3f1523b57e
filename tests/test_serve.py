"""`dateline serve` as a supervisor sees it."""

from __future__ import annotations

import argparse
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from events.store import Store
from tests.claims import CONVOY, DOCUMENT
from views.terminal.ingest import fill
from views.terminal.serve import cached_store

ROOT = Path(__file__).resolve().parent.parent


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


def listens(port: int) -> bool:
    """Whether somebody answers on the port."""
    with socket.socket() as asking:
        return asking.connect_ex(("127.0.0.1", port)) == 0


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT])
def test_the_page_does_not_outlive_the_command(tmp_path: Path, ending: signal.Signals) -> None:
    """Ended by a supervisor or by Ctrl-C, it takes its server with it and leaves the port free."""
    with Store.open(tmp_path / "s.sqlite") as store:
        store.add(DOCUMENT, (CONVOY,))
    port = free_port()
    command = [sys.executable, "-m", "cli", "serve", "--store", str(tmp_path / "s.sqlite"), "--port", str(port)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as page:
        assert page.stdout is not None
        for line in page.stdout:
            if b"You can now view" in line:
                break
        assert listens(port)
        page.send_signal(ending)
        assert page.wait(timeout=60) == 0
    assert not listens(port)


def test_two_that_start_at_once_read_the_same_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first that is whole stays, and neither sees the other's half."""
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_: tmp_path)
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "a.txt").write_text("Government troops captured the town of Tikrit on 12 June 2014.\n")

    def fill_and_be_overtaken(store: Store, paths: list[Path], options: argparse.Namespace) -> None:
        monkeypatch.setattr("views.terminal.serve.fill", fill)
        cached_store(paths, options)
        fill(store, paths, options)

    monkeypatch.setattr("views.terminal.serve.fill", fill_and_be_overtaken)
    path = cached_store([folder], argparse.Namespace(gazetteer=[]))
    with Store.open(path, read_only=True) as store:
        assert store.counts().total == 1
    assert [path] == [file for file in path.parent.iterdir() if not file.name.endswith(("-wal", "-shm"))]


def test_a_cache_folder_that_cannot_be_written_to_keeps_nobody_from_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The store is made in a folder that goes with the process."""
    (tmp_path / "cache").write_text("a file where a folder should be")
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_: tmp_path / "cache" / "dateline")
    monkeypatch.setattr("views.terminal.serve.fill", lambda store, *_: store.add(DOCUMENT, (CONVOY,)))
    path = cached_store([tmp_path / "cache"], argparse.Namespace(gazetteer=[]))
    with Store.open(path, read_only=True) as store:
        assert store.counts().total == 1
