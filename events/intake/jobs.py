"""Read files in several processes at once, in chunks, and hand them over in their order."""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context, parent_process

from events.intake.read import ReadParcel, ReadsDocument, read_found
from texts.folder import FoundFile
from texts.limits import Limits
from texts.read import refused
from texts.rejection import Reason

CHUNK = 16
"""How many files a process takes at a time; one task a file costs more than the reading."""

AHEAD = 2
"""How many chunks a process are under way, so that memory is bounded whatever the input's size."""

Opener = Callable[[], ReadsDocument]
"""Opens what reads documents, once in each process; it must be a function that can be named, or a partial of one."""

_read: ReadsDocument | None = None


class Jobs:
    """Processes that read files."""

    def __init__(self, count: int, opener: Opener, *, encoding: str | None, limits: Limits) -> None:
        self._count = count
        self._opener = opener
        self._encoding = encoding
        self._limits = limits
        self._pool = self._started()

    def read(self, files: Iterable[FoundFile]) -> Iterator[ReadParcel]:
        """Yield what is in the files, in their order; one that ends its process is a rejection, the rest go on."""
        source = iter(files)
        waiting: deque[tuple[list[FoundFile], Future[list[ReadParcel]]]] = deque()
        while True:
            while len(waiting) < self._count * AHEAD and (chunk := list(islice(source, CHUNK))):
                waiting.append((chunk, self._submit(chunk)))
            if not waiting:
                return
            chunk, future = waiting.popleft()
            try:
                yield from future.result()
            except BrokenProcessPool:
                lost = [chunk, *(files for files, _ in waiting)]
                yield from (it for files in lost for it in self._one_by_one(files))
                waiting.clear()

    def close(self) -> None:
        """End the processes."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _submit(self, files: list[FoundFile]) -> Future[list[ReadParcel]]:
        return self._pool.submit(_read_chunk, files, self._encoding, self._limits)

    def _one_by_one(self, files: list[FoundFile]) -> Iterator[ReadParcel]:
        for it in files:
            for _ in range(2):
                try:
                    yield from self._submit([it]).result()
                    break
                except BrokenProcessPool:
                    self._pool.shutdown(wait=False)
                    self._pool = self._started()
            else:
                message = f"{it.name}: the process that read it ended over it, twice"
                yield ReadParcel(parcel=refused(it.name, Reason.UNREADABLE, message), readings=())

    def _started(self) -> ProcessPoolExecutor:
        # spawned, not forked: a fork would copy the locks of whatever threads the page runs
        return ProcessPoolExecutor(
            self._count, mp_context=get_context("spawn"), initializer=_open, initargs=(self._opener,)
        )


def _open(opener: Opener) -> None:
    threading.Thread(target=_end_with_parent, daemon=True).start()
    global _read  # noqa: PLW0603 - one for each process, set when it starts
    _read = opener()


def _end_with_parent() -> None:
    """End this process when the one that started it is gone: one that was killed has no time to say so."""
    parent = parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)


def _read_chunk(files: list[FoundFile], encoding: str | None, limits: Limits) -> list[ReadParcel]:
    assert _read is not None
    return [read_found(it, _read, encoding=encoding, limits=limits) for it in files]
