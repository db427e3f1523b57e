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
"""What the first file of a child may take longer, while libraries are loaded."""


class Sandbox:
    """A child process that reads one file at a time; threads take turns."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._read = 0

    def found_in(self, content: bytes, name: str, *, encoding: str | None = None) -> tuple[Found, ...]:
        """Return the texts in a file, or why there are none; a page is read in `encoding` where one is given."""
        with self._lock:
            if self._child is not None and self._read >= FILES_A_WORKER:
                self._stop()
            fresh = self._child is None
            answer = self._ask(content, name, encoding, START_SECONDS if fresh else 0.0)
        if isinstance(answer, Refused):
            return (answer,)
        return tuple(_found(it) for it in answer)

    def close(self) -> None:
        """End the child."""
        with self._lock:
            self._stop()

    def _ask(self, content: bytes, name: str, encoding: str | None, start: float) -> list[dict[str, Any]] | Refused:
        child = self._started()
        seconds = self.limits.seconds_for(len(content))
        received: list[bytes | None] = []

        def talk() -> None:
            received.append(_exchange(child, content, {"name": name, "size": len(content), "encoding": encoding}))

        conversation = threading.Thread(target=talk, daemon=True)
        conversation.start()
        conversation.join(start + seconds)
        if conversation.is_alive():
            self._stop()
            conversation.join()
            message = f"reading it may take {seconds:.0f} s, took longer"
            return Refused(name=name, reason=Reason.TOO_LARGE, message=message)
        data = received[0]
        self._read += 1
        if data is None:
            self._stop()
            message = "the program that reads such files ended over it"
            return Refused(name=name, reason=Reason.UNREADABLE, message=message)
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
        return self._child

    def _stop(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            child.wait()
            for pipe in (child.stdin, child.stdout):
                if pipe is not None:
                    _close(pipe)


def _exchange(child: subprocess.Popen[bytes], content: bytes, request: dict[str, Any]) -> bytes | None:
    """Send a file and return the answer; None where the child ends or says too much."""
    assert child.stdin is not None
    assert child.stdout is not None
    try:
        child.stdin.write(json.dumps(request).encode() + b"\n" + content)
        child.stdin.flush()
        header = child.stdout.readline(1000)
        size = json.loads(header)["size"] if header else ANSWER_BYTES + 1
        if size > ANSWER_BYTES:
            return None
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
