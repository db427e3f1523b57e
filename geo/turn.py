"""Take turns: of several processes that would make the same file one makes it, the others wait and find it made."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from types import ModuleType

fcntl: ModuleType | None
try:
    fcntl = import_module("fcntl")
except ImportError:  # not on Windows: there each makes the file for itself, and the last that is whole stays
    fcntl = None

PATIENCE = 900.0
"""Seconds after which another's turn is no longer waited for: it may hang."""
STEP = 0.05
"""Seconds between two looks."""


@contextmanager
def turn(path: Path, *, say: Callable[[str], None] | None = None) -> Iterator[bool]:
    """Keep the making of `path` to oneself; another process that makes it is waited for.

    The system itself lets go of the lock of a process that died. The file may be there once the turn has come: look
    again. Yielded is whether the lock is held; where none can be had, on a folder that cannot be written to or after
    long waiting, the work goes on without: whoever makes the file gives it its name only when it is whole.

    Parameters
    ----------
    say
        Is told whom one waits for, and when one no longer does.
    """
    lock = path.with_name(f"{path.name}.lock")
    handle = _taken(lock, say or (lambda _: None))
    try:
        yield handle is not None
    finally:
        if handle is not None:
            lock.unlink(missing_ok=True)
            os.close(handle)


@contextmanager
def own_folder(parent: Path, *, prefix: str) -> Iterator[Path]:
    """Give a new folder that goes at the end; those of processes that died before theirs went are removed first."""
    with turn(parent / prefix.rstrip("-")) as held:
        if held:
            for left in parent.glob(f"{prefix}*"):
                _remove_if_left(left)
        folder = Path(tempfile.mkdtemp(dir=parent, prefix=prefix))
        handle = _held(folder)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        if handle is not None:
            os.close(handle)


def _taken(lock: Path, say: Callable[[str], None]) -> int | None:
    """Return the handle of a lock once it is ours; None where there is none to be had."""
    told = ""
    for _ in range(int(PATIENCE / STEP)):
        try:
            handle = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError:
            return None
        try:
            if not _locked(handle):
                lock.unlink(missing_ok=True)
                os.close(handle)
                return None
            if _is_same(handle, lock):
                os.ftruncate(handle, 0)
                os.pwrite(handle, b"%d" % os.getpid(), 0)
                return handle
        except BlockingIOError:
            holder = os.pread(handle, 20, 0).decode("ascii", "replace")
            if holder and holder != told:
                told = holder
                say(f"{lock.name.removesuffix('.lock')} is being made by process {holder}; waiting for it")
        except OSError:  # a disk without room for a few bytes: the lock holds all the same
            return handle
        os.close(handle)
        time.sleep(STEP)
    say(f"waited {PATIENCE:.0f} s for process {told}; going on without it")
    return None


def _locked(handle: int) -> bool:
    """Lock a file; False where the system or the file system has no locks.

    Raises
    ------
    BlockingIOError
        If another holds it.
    """
    if fcntl is None:
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise
    except OSError:
        return False
    return True


def _is_same(handle: int, lock: Path) -> bool:
    """Whether the file that was locked still has its name: whoever had it before removed it at the end."""
    try:
        return os.path.samestat(os.fstat(handle), lock.stat())
    except FileNotFoundError:
        return False


def _held(folder: Path) -> int | None:
    """Lock a folder for as long as this process lives; None where folders cannot be locked."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
        with suppress(OSError):
            if _locked(handle):
                return handle
        os.close(handle)
    return None


def _remove_if_left(folder: Path) -> None:
    """Remove a folder whose process is gone; links are left alone."""
    if folder.is_symlink() or not folder.is_dir():
        return
    handle = _held(folder)
    if handle is not None:
        shutil.rmtree(folder, ignore_errors=True)
        os.close(handle)
