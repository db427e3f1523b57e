"""The child process that reads formats: no network, no writing, little memory.

It takes requests on standard input and answers on standard output, each a line of JSON with a size and so many bytes.
It is started by `texts.sandbox` and by nobody else.
"""

from __future__ import annotations

import json
import sys
from typing import Any, BinaryIO

from texts.extracted import Extracted, Found
from texts.formats.dispatch import found_in, load
from texts.limits import Limits

FORBIDDEN = (
    "socket.", "subprocess.", "urllib.Request", "ftplib.", "shutil.",
    "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork",
    "os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.chmod", "os.chown",
)  # fmt: skip
"""Events of Python's audit (https://docs.python.org/3/library/audit_events.html) that end the work on a file."""

_WRITES = set("wax+")


def main() -> None:
    """Answer requests until the other side closes."""
    source, target = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # a library that prints must not speak in between
    first = source.readline()
    if not first:
        return
    limits = Limits(**json.loads(first))
    _confine(limits)
    while header := source.readline():
        request = json.loads(header)
        if "load" in request:
            _load(target, request["load"])
            continue
        _answer(target, request["name"], source.read(request["size"]), limits, request["encoding"])


def _load(target: BinaryIO, suffix: str) -> None:
    load(suffix)
    target.write(b'{"size": 2}\n{}')
    target.flush()


def _answer(target: BinaryIO, name: str, content: bytes, limits: Limits, encoding: str | None) -> None:
    try:
        found = [_record(it) for it in found_in(content, name, limits, 0, encoding)]
        answer = json.dumps({"found": found}).encode()
    except (MemoryError, RecursionError) as error:
        answer = json.dumps({"error": type(error).__name__}).encode()
    except Exception as error:
        answer = json.dumps({"error": f"{type(error).__name__}: {str(error)[:200]}"}).encode()
    target.write(json.dumps({"size": len(answer)}).encode() + b"\n" + answer)
    target.flush()


def _record(it: Found) -> dict[str, Any]:
    if isinstance(it, Extracted):
        return {
            "name": it.name,
            "text": it.text,
            "fields": dict(it.fields),
            "source": it.source,
            "captured": it.captured,
            "encoding": it.encoding,
            "doubt": it.doubt,
        }
    return {"name": it.name, "reason": it.reason.value, "message": it.message}


def _confine(limits: Limits) -> None:
    """Take away what reading a file does not need."""
    try:
        import resource
    except ImportError:  # not on Windows; the audit below holds there too
        pass
    else:
        resource.setrlimit(resource.RLIMIT_AS, (limits.parse_bytes, limits.parse_bytes))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    sys.addaudithook(_watch)


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "open":
        mode, flags = arguments[1], arguments[2]
        if (isinstance(mode, str) and _WRITES & set(mode)) or (mode is None and isinstance(flags, int) and flags & 3):
            raise PermissionError("a reader of files may not write")
    elif event.startswith(FORBIDDEN):
        raise PermissionError(f"a reader of files may not do this ({event})")
