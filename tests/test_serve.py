"""`dateline serve` as a supervisor sees it."""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from events.store import Store
from geo.gazetteer import cache_path, open_gazetteer
from tests.claims import CONVOY, DOCUMENT
from tests.events.test_store_full import UNSHARE
from texts.lexicon import DATA
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
    """Where no locks can be had the first that is whole stays, and neither sees the other's half."""
    monkeypatch.setattr("geo.turn.fcntl", None)
    kept = cache_path((DATA / "gazetteer.csv",))
    open_gazetteer()
    (tmp_path / kept.name).symlink_to(kept)
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


STARTS = """
import argparse, os, signal, sys
from pathlib import Path
from views.terminal import serve
known = serve.fill
def fill(store, paths, options):
    print("reads", flush=True)
    known(store, paths, options)
    if os.environ.get("DIES"):
        os.kill(os.getpid(), signal.SIGKILL)
serve.fill = fill
print(serve.cached_store([Path(sys.argv[1])], argparse.Namespace(gazetteer=[])), flush=True)
"""


def starts(cache: Path, texts: Path, **environment: str) -> subprocess.Popen[str]:
    """Start a process that opens the store of a folder of texts, and says what it does."""
    return subprocess.Popen(
        [sys.executable, "-c", STARTS, str(texts)],
        cwd=ROOT, env={**os.environ, "XDG_CACHE_HOME": str(cache), **environment},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "a.txt").write_text("Government troops captured the town of Tikrit on 12 June 2014.\n")
    return folder


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """A cache folder that holds this gazetteer's index and no store."""
    kept = cache_path((DATA / "gazetteer.csv",))
    open_gazetteer()
    (tmp_path / "cache" / "dateline").mkdir(parents=True)
    (tmp_path / "cache" / "dateline" / kept.name).symlink_to(kept)
    return tmp_path / "cache"


def test_of_two_processes_that_start_at_once_one_reads(cache: Path, texts: Path) -> None:
    """The other waits, says for whom where it comes too early, and opens the same store."""
    with starts(cache, texts) as one, starts(cache, texts) as other:
        told = [it.communicate()[0].split() for it in (one, other)]
    assert sorted(map(len, told)) == [1, 2]
    assert told[0][-1] == told[1][-1]
    with Store.open(Path(told[0][-1]), read_only=True) as store:
        assert store.counts().total == 1
    left = [file.name for file in (cache / "dateline" / "stores").iterdir() if not file.name.endswith(("-wal", "-shm"))]
    assert left == [Path(told[0][-1]).name]


def test_what_a_first_start_that_was_killed_left_is_removed_by_the_next(cache: Path, texts: Path) -> None:
    """Nothing that was half filled is ever opened, and nobody waits for the dead."""
    with starts(cache, texts, DIES="1") as killed:
        killed.communicate()
    assert killed.returncode == -signal.SIGKILL
    stores = cache / "dateline" / "stores"
    assert len(list(stores.glob("filling-*"))) == 1
    with starts(cache, texts) as following:
        told, _ = following.communicate()
    assert told.startswith("reads\n")
    assert [file.name for file in stores.iterdir()] == [Path(told.split()[-1]).name]


ON_SMALL_DISK = """
set -e
mount -t tmpfs -o size=100k tmpfs "$1"
mkdir "$1/dateline"
ln -s "$2" "$1/dateline/"
export XDG_CACHE_HOME="$1"
"$3" -m cli serve "$4" --port "$5" || echo "ended with $?"
ls "$1/dateline/stores"
mount -o remount,size=20m "$1"
"$3" -c "$6" "$4"
"""
"""Runs in a name space of its own, so that the disk is gone when it ends."""


def test_a_full_cache_disk_is_told_and_serves_again_when_there_is_room(tmp_path: Path, texts: Path) -> None:
    """Nothing half read stays on it."""
    if (
        shutil.which("unshare") is None
        or subprocess.run([*UNSHARE, "true"], capture_output=True, check=False).returncode
    ):
        pytest.skip("this system lets nobody mount a small disk")
    open_gazetteer()
    (tmp_path / "disk").mkdir()
    kept = str(cache_path((DATA / "gazetteer.csv",)))
    given = (str(tmp_path / "disk"), kept, sys.executable, str(texts), str(free_port()), STARTS)
    done = subprocess.run(
        [*UNSHARE, "sh", "-c", ON_SMALL_DISK, "sh", *given], cwd=ROOT, capture_output=True, text=True, check=False
    )
    stores = tmp_path / "disk" / "dateline" / "stores"
    assert done.stderr == (
        f"dateline serve: the texts cannot be kept in {stores}: the disk is full; "
        "nothing half read stays there, and XDG_CACHE_HOME names another folder\n"
    )
    ended, reads, path = done.stdout.splitlines()
    assert (ended, reads, Path(path).parent) == ("ended with 1", "reads", stores)
