"""How one server bears thirty readers at once: from a click on a place to its excerpts, and the memory of each reader.

    python -m benchmarks.load [--sessions 30] [--claims 100000] [--clicks 5] [--pause 5] [--store FILE]

Starts the page on this machine over a store of made-up claims and opens sessions that speak to it as a browser does:
over Streamlit's websocket, with its own messages. Each opens the page, fetches the layer's numbers, and clicks places
at random moments, `--pause` seconds apart on average. Told are the times from the click until the first excerpt has
come and until the page is whole again, errors, and how much memory the server has more with the sessions than with one.
What a browser does with what it is sent (drawing, some 100 ms) is not in it; benchmarks/scrub.py measures that.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from benchmarks.claims import stored
from events.store import Store
from views.terminal.serve import is_taken

ROOT = Path(__file__).resolve().parent.parent
SIGN = b"reports item"
"""Words that each made-up excerpt has, and nothing else in the page."""
SECONDS = 120.0
"""How long any answer is waited for."""
START_SECONDS = 60
_MEDIA = re.compile(rb"/media/[0-9a-f]+\.[a-z.]+")


@dataclass(slots=True, kw_only=True)
class Tally:
    """What all sessions saw."""

    opened: list[float] = field(default_factory=list)
    excerpts: list[float] = field(default_factory=list)
    whole: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came of one request."""

    excerpt: float | None
    """seconds until the first excerpt had come"""
    whole: float
    """seconds until the script had ended"""
    map_id: str | None
    """the map's id among the widgets, where it was sent"""
    fragment: str | None
    """the fragment that the map lies in"""
    media: tuple[str, ...]
    """addresses of the layer's numbers and names"""


class Session:
    """One reader."""

    def __init__(self, address: str, places: list[str], tally: Tally, seed: int) -> None:
        self._address = address
        self._places = places
        self._tally = tally
        self._chance = random.Random(seed)  # noqa: S311 - which places and when
        self._map = ""
        self._fragment = ""
        self._page = ""

    async def live(self, clicks: int, pause: float, all_open: asyncio.Barrier, may_go: asyncio.Event) -> None:
        """Open the page, wait until everybody has, click, and stay until all have finished."""
        url = self._address.replace("http", "ws") + "_stcore/stream"
        try:
            async with connect(url, subprotocols=["streamlit"], max_size=None, origin=self._address[:-1]) as socket:  # type: ignore[arg-type, list-item]  # both are strings with a name
                await self._open(socket)
                await all_open.wait()
                for number in range(clicks):
                    await asyncio.sleep(self._chance.uniform(0, 2 * pause))
                    await self._click(socket, number + 1)
                await may_go.wait()
        except (OSError, TimeoutError, ValueError) as error:
            self._tally.errors.append(f"{type(error).__name__}: {error}")
            raise

    async def _open(self, socket: ClientConnection) -> None:
        request = BackMsg()
        request.rerun_script.query_string = ""
        request.rerun_script.context_info.url = self._address
        answer = await self._asked(socket, request)
        if answer.map_id is None or answer.fragment is None:
            raise ValueError("the page came without its map")
        self._map, self._fragment = answer.map_id, answer.fragment
        for path in answer.media:
            await asyncio.to_thread(_fetched, self._address + path.lstrip("/"))
        self._tally.opened.append(answer.whole)

    async def _click(self, socket: ClientConnection, number: int) -> None:
        request = BackMsg()
        request.rerun_script.fragment_id = self._fragment
        request.rerun_script.page_script_hash = self._page
        request.rerun_script.context_info.url = self._address
        state = request.rerun_script.widget_states.widgets.add()
        state.id = self._map
        properties = {"places": [self._chance.choice(self._places)], "click": number}
        state.json_value = json.dumps({"last_active_drawing": {"type": "Feature", "properties": properties}})
        answer = await self._asked(socket, request)
        if answer.excerpt is None:
            raise ValueError("no excerpt came")
        self._tally.excerpts.append(answer.excerpt)
        self._tally.whole.append(answer.whole)

    async def _asked(self, socket: ClientConnection, request: BackMsg) -> Answer:
        start = time.perf_counter()
        await socket.send(request.SerializeToString())
        excerpt = map_id = fragment = None
        media: list[str] = []
        async with asyncio.timeout(SECONDS):
            while True:
                data = await socket.recv()
                assert isinstance(data, bytes)
                if excerpt is None and SIGN in data:
                    excerpt = time.perf_counter() - start
                media += [it.decode() for it in _MEDIA.findall(data)]
                message = ForwardMsg.FromString(data)
                if message.HasField("new_session"):
                    self._page = message.new_session.page_script_hash
                element = message.delta.new_element
                if element.WhichOneof("type") == "component_instance":
                    map_id, fragment = element.component_instance.id, message.delta.fragment_id
                if element.WhichOneof("type") == "exception":
                    raise ValueError(f"the page shows an exception: {element.exception.message}")
                if message.HasField("script_finished"):
                    whole = time.perf_counter() - start
                    found = tuple(dict.fromkeys(media))
                    return Answer(excerpt=excerpt, whole=whole, map_id=map_id, fragment=fragment, media=found)


def _fetched(address: str) -> int:
    with urllib.request.urlopen(address, timeout=SECONDS) as response:  # noqa: S310 - our own server
        return len(response.read())


@contextmanager
def served(store: Path, port: int) -> Iterator[tuple[str, int]]:
    """Run the page over a store until the block ends; give its address and the number of its process."""
    address = f"http://127.0.0.1:{port}/"
    start = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        "app.py",
        "--server.port",
        str(port),
        "--",
        "--store",
        str(store),
    ]
    process = subprocess.Popen(start, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        until = time.monotonic() + START_SECONDS
        while True:
            try:
                _fetched(address + "_stcore/health")
                break
            except OSError:
                if time.monotonic() > until or process.poll() is not None:
                    raise
                time.sleep(0.2)
        yield address, process.pid
    finally:
        process.terminate()
        process.wait()


def resident_mb(process: int) -> float:
    """Return how much memory a process has, from Linux's own books."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


async def visit(address: str, process: int, places: list[str], options: argparse.Namespace) -> tuple[Tally, float]:
    """Let one reader come and stay, then all the others; return what they saw and what each of these cost in MB."""
    tally = Tally()
    first_open, first_go = asyncio.Barrier(1), asyncio.Event()
    first = asyncio.create_task(Session(address, places, Tally(), 0).live(3, 0.1, first_open, first_go))
    await asyncio.sleep(0)
    while not first.done() and not await _is_idle(process):
        pass
    before = resident_mb(process)
    all_open, may_go = asyncio.Barrier(options.sessions), asyncio.Event()
    readers = [
        asyncio.create_task(Session(address, places, tally, seed).live(options.clicks, options.pause, all_open, may_go))
        for seed in range(1, options.sessions + 1)
    ]
    wanted = options.sessions * options.clicks
    while len(tally.excerpts) < wanted and not tally.errors and not any(it.done() for it in readers):
        await asyncio.sleep(0.2)
    after = resident_mb(process)
    may_go.set()
    first_go.set()
    if tally.errors:
        for it in readers:
            it.cancel()
    await asyncio.gather(*readers, first, return_exceptions=True)
    return tally, (after - before) / options.sessions


async def _is_idle(process: int) -> bool:
    """Whether a process did next to nothing for a second."""
    before = _ticks(process)
    await asyncio.sleep(1)
    return _ticks(process) - before < 3


def _ticks(process: int) -> int:
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def quartiles(seconds: list[float]) -> str:
    """Return median, 95th percentile and maximum in milliseconds, as cells of a table."""
    ordered = sorted(it * 1000 for it in seconds)
    return f"{statistics.median(ordered):.0f} | {ordered[int(len(ordered) * 0.95)]:.0f} | {ordered[-1]:.0f}"


def main() -> None:
    """Print a table in markdown."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sessions", type=int, default=30)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--clicks", type=int, default=5, help="of each session")
    parser.add_argument("--pause", type=float, default=5.0, help="seconds between the clicks of a session, on average")
    parser.add_argument("--port", type=int, default=8599)
    parser.add_argument("--store", type=Path, help="a store of benchmarks.claims; made there if there is none")
    options = parser.parse_args()
    if not 1 <= options.sessions <= 200 or not 1 <= options.clicks <= 100 or is_taken(options.port):
        parser.error("expected 1 to 200 sessions, 1 to 100 clicks and a port that is free")
    with tempfile.TemporaryDirectory(prefix="dateline-") as folder:
        path = options.store or Path(folder, "load.sqlite")
        if not path.exists():
            stored(options.claims, path)
        with Store.open(path, read_only=True) as store:
            places = [it.value for it in store.facets().places]
            claims = store.counts().total
        with served(path, options.port) as (address, process):
            tally, each = asyncio.run(visit(address, process, places, options))
            most = resident_mb(process)
    sessions, pause = options.sessions, options.pause
    print(f"{sessions} sessions over {claims:,} claims, a click in {pause:g} s each, {len(places)} places\n")
    print("| | median ms | 95 % | most |\n| --- | ---: | ---: | ---: |")
    rows = (("page opened", tally.opened), ("click to first excerpt", tally.excerpts), ("to whole page", tally.whole))
    for name, seconds in rows:
        print(f"| {name} | {quartiles(seconds)} |" if seconds else f"| {name} | – | – | – |")
    print(f"\n{len(tally.excerpts)} clicks answered, {len(tally.errors)} errors;", end=" ")
    print(f"{each:.1f} MB a session, {most:.0f} MB in all.")
    for error, count in Counter(tally.errors).most_common(5):
        print(f"{count} times: {error}")
    if tally.errors:
        sys.exit(1)


if __name__ == "__main__":
    main()
