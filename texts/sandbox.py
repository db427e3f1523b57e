"""Read formats in a child process, so that a file that crashes, hangs or bursts takes nothing with it."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from dataclasses import asdict
from pathlib import Path
from typing import Any

from texts.extracted import Extracted, Found, Refused
from texts.formats.suffix import suffix_of
from texts.limits import Limits
from texts.rejection import Reason

ROOT = Path(__file__).resolve().parent.parent

WORKER = "from texts.worker import main\nmain()"
"""What the child runs."""

FILES_A_WORKER = 200
"""After so many files the child is replaced, and what its libraries have kept of them goes with it."""

ANSWER_BYTES = 200_000_000
"""A longer answer is not taken."""

START_SECONDS = 30.0
"""How long a child may take to start, and to load what reads files of one sort."""


class Sandbox:
    """A child process that reads one file at a time; threads take turns."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._read = 0
        self._loaded: set[str] = set()

    def found_in(self, content: bytes, name: str, *, encoding: str | None = None) -> tuple[Found, ...]:
        """Return the texts in a file, or why there are none; a page is read in `encoding` where one is given."""
        with self._lock:
            if self._child is not None and self._read >= FILES_A_WORKER:
                self._stop()
            answer = self._load(name) or self._ask(content, name, encoding)
        if isinstance(answer, Refused):
            return (answer,)
        return tuple(_found(it) for it in answer)

    def close(self) -> None:
        """End the child."""
        with self._lock:
            self._stop()

    def _load(self, name: str) -> Refused | None:
        """Have the child load what reads such files, so that the time for a file is spent on the file alone."""
        suffix = suffix_of(name)
        if self._child is None or suffix not in self._loaded:
            received = self._received(b"", {"name": name, "load": suffix}, START_SECONDS)
            if isinstance(received, Refused):
                return received
            self._loaded.add(suffix)
        return None

    def _ask(self, content: bytes, name: str, encoding: str | None) -> list[dict[str, Any]] | Refused:
        request = {"name": name, "encoding": encoding}
        data = self._received(content, request, self.limits.seconds_for(len(content)))
        self._read += 1
        if isinstance(data, Refused):
            return data
        answer = json.loads(data)
        if "found" in answer:
            found: list[dict[str, Any]] = answer["found"]
            return found
        self._stop()
        if answer["error"] == "MemoryError":
            message = f"reading it may take {self.limits.parse_bytes:,} bytes of memory, took more"
            return Refused(name=name, reason=Reason.TOO_LARGE, message=message)
        message = f"the program that reads such files failed over it ({answer['error']})"
        return Refused(name=name, reason=Reason.UNREADABLE, message=message)

    def _received(self, content: bytes, request: dict[str, Any], seconds: float) -> bytes | Refused:
        """Return the child's answer; where there is none in time, the child is ended."""
        child = self._started()
        received: list[bytes | int | None] = []

        def talk() -> None:
            received.append(_exchange(child, content, {**request, "size": len(content)}))

        conversation = threading.Thread(target=talk, daemon=True)
        conversation.start()
        conversation.join(seconds)
        name = request["name"]
        if conversation.is_alive():
            self._stop()
            conversation.join()
            message = f"reading it may take {seconds:.0f} s, took longer"
            return Refused(name=name, reason=Reason.TOO_LARGE, message=message)
        data = received[0]
        if isinstance(data, bytes):
            return data
        self._stop()
        if data is None:
            message = "the program that reads such files ended over it"
            return Refused(name=name, reason=Reason.UNREADABLE, message=message)
        message = f"its texts may take {ANSWER_BYTES:,} bytes together, took {data:,}"
        return Refused(name=name, reason=Reason.TOO_LARGE, message=message)

    def _started(self) -> subprocess.Popen[bytes]:
        if self._child is None:
            code = f"import sys\nsys.path.insert(0, {str(ROOT)!r})\n{WORKER}"
            self._child = subprocess.Popen(  # noqa: S603 - this program's own code
                [sys.executable, "-c", code],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
            assert self._child.stdin is not None
            self._child.stdin.write(json.dumps(asdict(self.limits)).encode() + b"\n")
            self._read = 0
            self._loaded = set()
        return self._child

    def _stop(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            child.wait()
            for pipe in (child.stdin, child.stdout):
                if pipe is not None:
                    _close(pipe)


def _exchange(child: subprocess.Popen[bytes], content: bytes, request: dict[str, Any]) -> bytes | int | None:
    """Send a file and return the answer; None where the child ends, the answer's size where it says too much."""
    assert child.stdin is not None
    assert child.stdout is not None
    try:
        child.stdin.write(json.dumps(request).encode() + b"\n" + content)
        child.stdin.flush()
        header = child.stdout.readline(1000)
        if not header:
            return None
        size = int(json.loads(header)["size"])
        if size > ANSWER_BYTES:
            return size
        data = child.stdout.read(size)
        return data if len(data) == size else None
    except (OSError, ValueError):
        return None


def _close(pipe: Any) -> None:
    try:
        pipe.close()
    except OSError:  # what was still to be written has nobody to read it
        return


def _found(record: dict[str, Any]) -> Found:
    if "reason" in record:
        return Refused(name=record["name"], reason=Reason(record["reason"]), message=record["message"])
    return Extracted(
        name=record["name"],
        text=record["text"],
        fields=record["fields"],
        source=record["source"],
        captured=record["captured"],
        encoding=record["encoding"],
        doubt=record["doubt"],
    )
