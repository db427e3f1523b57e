"""A disk that is full amid a run: said so, nothing half written, and the run goes on where there is room."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from events.store import Store
from tests.events.test_store_kills import ROOT, fill, make, told

ON_SMALL_DISK = """
set -e
mount -t tmpfs -o size="$1" tmpfs "$2"
"$3" -c "$4" "$5" "$2/s.sqlite"
cp "$2"/* "$6"
"""
"""Runs in a name space of its own, so that the disk is gone when it ends."""

FILL = """
import sys
from pathlib import Path
from events.store import StoreError
from tests.events.test_store_kills import fill
try:
    fill(Path(sys.argv[1]), Path(sys.argv[2]))
except StoreError as error:
    print(error)
"""

UNSHARE = ["unshare", "--user", "--map-root-user", "--mount"]


TEXTS = 120


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    """Where a small disk can be mounted, by whoever runs this or by nobody; the tests without one run everywhere."""
    probe = [*UNSHARE, "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    if shutil.which("unshare") is None or subprocess.run(probe, capture_output=True, check=False).returncode:
        pytest.skip("this system lets nobody mount a small disk; the limit on files stands in for it")
    (tmp_path / "disk").mkdir()
    return tmp_path / "disk"


@pytest.mark.parametrize("size", ["100k", "500k"])
def test_a_run_on_a_full_disk_says_so_and_goes_on_elsewhere(size: str, disk: Path, tmp_path: Path) -> None:
    """From a disk that has no room for an empty store to one that takes some texts."""
    folder, saved = tmp_path / "texts", tmp_path / "saved"
    make(folder, TEXTS)
    saved.mkdir()
    given = (size, str(disk), sys.executable, FILL, str(folder), str(saved))
    done = subprocess.run(
        [*UNSHARE, "sh", "-c", ON_SMALL_DISK, "sh", *given], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout == f"{disk / 's.sqlite'}: the disk is full; the store is as it was before the last text\n"
    with Store.open(saved / "s.sqlite") as store:
        assert list(store.faults()) == []
        assert len(store.document_ids()) < TEXTS / 2
    fill(folder, saved / "s.sqlite")
    fill(folder, tmp_path / "whole.sqlite")
    assert told(saved / "s.sqlite") == told(tmp_path / "whole.sqlite")


LIMITED = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), int(sys.argv[3])))
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system with limits on files")
def test_a_file_that_may_not_grow_is_told_too(tmp_path: Path) -> None:
    """A quota gives another error than a full disk; the store is as sound."""
    folder, path = tmp_path / "texts", tmp_path / "s.sqlite"
    make(folder, TEXTS)
    done = subprocess.run(
        [sys.executable, "-c", LIMITED + FILL, str(folder), str(path), "600000"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"{path}: ")
    with Store.open(path) as store:
        assert list(store.faults()) == []
    fill(folder, path)


ON_READ_ONLY_DISK = """
set -e
mount -t tmpfs -o size=4m tmpfs "$1"
cp "$2" "$1/s.sqlite"
mount -o remount,ro "$1"
"$3" -c "$4" "$1"
cmp "$2" "$1/s.sqlite"
ls "$1"
"""

LOOK = """
import sys
from pathlib import Path
from events.store import Store, StoreError
for name in ("s.sqlite", "new.sqlite"):
    try:
        with Store.open(Path(sys.argv[1]) / name) as store:
            store.refuse(None, ())
    except StoreError as error:
        print(error)
with Store.open(Path(sys.argv[1]) / "s.sqlite", read_only=True) as reader:
    print(len(reader.document_ids()))
"""


def test_a_folder_that_may_only_be_read_is_told_and_left_alone(disk: Path, tmp_path: Path) -> None:
    """What is in it can be read all the same."""
    make(tmp_path / "texts", 20)
    store = tmp_path / "s.sqlite"
    fill(tmp_path / "texts", store)
    given = (str(disk), str(store), sys.executable, LOOK)
    done = subprocess.run(
        [*UNSHARE, "sh", "-c", ON_READ_ONLY_DISK, "sh", *given], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    *errors, count, name = done.stdout.splitlines()
    told = "the file cannot be opened; does its folder exist, and may it be written to?"
    assert errors == [f"{disk / 's.sqlite'}: {told}", f"{disk / 'new.sqlite'}: {told}"]
    with Store.open(store, read_only=True) as here:
        assert count == str(len(here.document_ids()))
    assert name == "s.sqlite"
