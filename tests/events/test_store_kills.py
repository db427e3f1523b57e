"""A run that is killed, at whatever moment, loses nothing that it said was written, and the next one goes on."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import events.ingest
from events.ingest import Settings, ingest
from events.store import Store
from tests.events.test_ingest import RUN, WORDS, opened
from texts.rejection import Reason
from views.export import export
from views.export_form import Format

ROOT = Path(__file__).resolve().parent.parent.parent
KILLS = 50
TEXTS = 600
MOST = 4
"""A run is killed before it has written so many batches."""
MOMENT = 0.004
"""Seconds that it may go on after the last of them, so that the kill falls anywhere between two."""


def make(folder: Path, texts: int = TEXTS) -> None:
    """Texts of which every second has a claim, every tenth is a copy, and every twelfth is none."""
    folder.mkdir()
    chance = random.Random(5)  # noqa: S311 - filling
    for number in range(texts):
        words = WORDS if number % 2 else "Nothing of note was said."
        filling = " ".join(chance.choices(("bridge", "convoy", "market", "river", "station"), k=80))
        text = f"Report {number - 1 if number % 10 == 9 else number}. {words} {filling if number % 10 < 8 else ''}"
        (folder / f"{number:03}.txt").write_text("" if number % 12 == 0 else text)


def fill(folder: Path, path: Path, *, tell: int | None = None) -> None:
    """Read a folder; a byte goes to the file `tell` for each batch that is written."""
    with Store.open(path) as store:
        for _ in ingest([folder], store, opened, run=RUN):
            if tell is not None:
                os.write(tell, b".")


def told(path: Path) -> list[object]:
    """What a store gives out: exports to the byte, what was left out, who carried what, and whether it is sound."""
    with Store.open(path, read_only=True) as store:
        return [
            *(
                b"".join(export(store.each_claim(), form, filters={}, counts=store.counts()))
                for form in (Format.GEOJSON, Format.CSV)
            ),
            store.rejections(),
            store.document_ids(),
            [(it.claim.id, it.publication.carriers) for it in store.each_claim()],
            list(store.faults()),
        ]


def forked(folder: Path, path: Path) -> tuple[int, int]:
    """Start a run in a process of its own, without the second that a fresh Python takes; its id, and what it tells."""
    told_of, tell = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(told_of)
        fill(folder, path, tell=tell)
        os._exit(0)
    os.close(tell)
    return child, told_of


def finish(folder: Path, path: Path) -> None:
    child, told_of = forked(folder, path)
    while os.read(told_of, 64):
        pass
    os.close(told_of)
    os.waitpid(child, 0)


def killed_after(batches: int, delay: float, folder: Path, path: Path) -> bool:
    """Kill a run some moments after it wrote so many batches; whether there was something left to kill."""
    child, told_of = forked(folder, path)
    while batches and os.read(told_of, 1):
        batches -= 1
    time.sleep(delay)
    os.kill(child, signal.SIGKILL)
    os.close(told_of)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def kill_and_finish(folder: Path, path: Path, unbroken: Path) -> None:
    """Kill a run fifty times, looking at the store each time, and let the last one end."""
    events.ingest.BATCH = 4
    finish(folder, unbroken)
    chance = random.Random(50)  # noqa: S311 - the moments are of no matter, but the same each time
    killed, seen = 0, 0
    for _ in range(KILLS):
        killed += killed_after(chance.randrange(MOST), chance.uniform(0, MOMENT), folder, path)
        if path.exists() and path.stat().st_size:
            with Store.open(path) as store:
                assert list(store.faults()) == []
                assert len(store.document_ids()) >= seen
                seen = len(store.document_ids())
    finish(folder, path)
    assert told(path) == told(unbroken)
    with Store.open(path) as store:
        finished = [it for it in store.runs() if it.summary is not None]
        runs = len(store.runs())
    print(f"{killed} killed, {runs} had begun, {len(finished)} finished, {seen} texts before the last")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that fork")
def test_fifty_kills_and_a_run_to_the_end_make_the_store_of_an_unbroken_run(tmp_path: Path) -> None:
    """Exports are the same to the byte, and after each kill the store was sound and had lost nothing; some 10 s."""
    folder = tmp_path / "texts"
    make(folder)
    code = (
        "from pathlib import Path; from tests.events.test_store_kills import kill_and_finish as f;"
        f"f(Path({str(folder)!r}), Path({str(tmp_path / 'killed.sqlite')!r}), Path({str(tmp_path / 'whole.sqlite')!r}))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    killed, begun = (int(done.stdout.split()[at]) for at in (0, 2))
    assert killed >= KILLS - 5
    assert begun >= KILLS / 2


ALONE = """
import sys
from pathlib import Path
from tests.events.test_store_kills import fill_with_two
fill_with_two(Path(sys.argv[1]), Path(sys.argv[2]))
"""


def fill_with_two(folder: Path, path: Path) -> None:
    events.ingest.BATCH = 4
    with Store.open(path) as store:
        for part in ingest([folder], store, opened, settings=Settings(jobs=2)):
            print(part.files, flush=True)


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for processes in /proc")
def test_the_processes_of_a_run_that_was_killed_end_with_it(tmp_path: Path) -> None:
    """And the next run goes on."""
    folder, path = tmp_path / "texts", tmp_path / "s.sqlite"
    make(folder)
    with subprocess.Popen(
        [sys.executable, "-c", ALONE, str(folder), str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as run:
        assert run.stdout is not None
        run.stdout.readline()
        children = children_of(run.pid)
        run.kill()
    for _ in range(600):
        if not any(Path(f"/proc/{it}").exists() for it in children):
            break
        time.sleep(0.05)

    assert len(children) >= 2
    assert [it for it in children if Path(f"/proc/{it}").exists()] == []
    fill(folder, path)
    with Store.open(path) as store:
        assert list(store.faults()) == []
        assert len(store.rejections(Reason.EMPTY)) == TEXTS / 12


def children_of(parent: int) -> list[int]:
    found = []
    for it in Path("/proc").iterdir():
        if it.name.isdigit():
            try:
                fields = (it / "stat").read_text().rpartition(")")[2].split()
            except OSError:  # it ended in the meantime
                continue
            if int(fields[1]) == parent:
                found.append(int(it.name))
    return found
