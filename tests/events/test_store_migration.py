"""Stores of every released version become stores of today's, with everything in them."""

import json
import signal
import sqlite3
import subprocess
import sys
import threading
from datetime import date
from pathlib import Path

import pytest

from events.query import Box, Clock, Query
from events.record import record_of
from events.storage.schema import VERSION
from events.store import Store, StoreError
from texts.rejection import Reason

ROOT = Path(__file__).resolve().parent.parent.parent
DATA = Path(__file__).parent / "data"
RELEASED = range(1, VERSION)
"""Of each, `store-N.sql` is a store as that version wrote it, and `store-N.jsonl` the claims that it exported."""

QUERIES = (
    Query(),
    Query(text="tanks"),
    Query(places=("Baghdad",)),
    Query(box=Box(west=30, south=25, east=50, north=40)),
    Query(start=date(2014, 6, 1), clock=Clock.REPORT),
)


def made(path: Path, version: int) -> Path:
    """A store as a released version left it."""
    db = sqlite3.connect(path)
    db.execute("PRAGMA journal_mode = WAL")
    script = (DATA / f"store-{version}.sql").read_text(encoding="utf-8")
    db.executescript(f"BEGIN;\n{script}COMMIT;")  # each line alone would wait for the disk
    db.close()
    return path


def version_in(path: Path) -> int:
    db = sqlite3.connect(path)
    (version,) = db.execute("PRAGMA user_version").fetchone()
    db.close()
    return int(version)


def told(store: Store) -> list[object]:
    """Everything that a reader is told, claim by claim and count by count."""
    answers: list[object] = [store.rejections(), store.document_ids(), list(store.faults())]
    answers += [store.document(it) for it in store.document_ids()]
    for query in QUERIES:
        answers += [store.claims(query), store.counts(query), store.facets(query), store.undated(query)]
        marks, histogram = store.marks(query), store.histogram(query)
        answers += [marks.claim.tolist(), marks.first_day.tolist(), marks.places, histogram.counts.tolist()]
    return answers


@pytest.fixture(params=RELEASED)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return made(tmp_path / "old.sqlite", request.param)


def test_a_store_of_each_released_version_is_at_hand() -> None:
    assert list(RELEASED) == sorted(int(it.stem.partition("-")[2]) for it in DATA.glob("store-*.sql"))


def test_every_claim_is_there_as_its_version_exported_it(old: Path) -> None:
    """Ids, offsets, words, places, days: each member that the older version knew has the value that it had."""
    lines = (DATA / f"store-{version_in(old)}.jsonl").read_text(encoding="utf-8").splitlines()
    with Store.open(old) as store:
        records = [record_of(it.claim) for it in store.each_claim()]

        assert version_in(old) == VERSION
        assert [{name: it[name] for name in json.loads(line)} for line, it in zip(lines, records, strict=True)] == [
            json.loads(line) for line in lines
        ]
        assert list(store.faults()) == []
        assert {it.reason for it in store.rejections()} == {Reason.EMPTY, Reason.NO_CLAIM}
        assert [(it.program, it.started, it.ended) for it in store.runs()] == [
            ("0.1.0", "2026-11-20T09:00:00+00:00", None)
        ]


def test_a_reader_sees_the_same_before_and_after(old: Path) -> None:
    """One that may not write looks at an older store as it is, and leaves its version alone."""
    version = version_in(old)
    with Store.open(old, read_only=True) as reader:
        before = told(reader)
        assert all(reader.claims(query) for query in QUERIES)
        assert [it.program for it in reader.runs()] == ["0.1.0"]
        assert reader.run_of(reader.document_ids()[0]) is None
    assert version_in(old) == version
    with Store.open(old) as store:
        assert told(store) == before
    assert version_in(old) == VERSION


def test_the_tables_are_those_of_a_new_store(old: Path, tmp_path: Path) -> None:
    Store.open(old).close()
    Store.open(tmp_path / "new.sqlite").close()

    assert tables_in(old) == tables_in(tmp_path / "new.sqlite")


def tables_in(path: Path) -> dict[str, object]:
    db = sqlite3.connect(path)
    names = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'index')")]
    found: dict[str, object] = {
        name: db.execute("SELECT * FROM pragma_table_xinfo(?)", (name,)).fetchall() for name in names
    }
    found |= {f"index {name}": db.execute("SELECT * FROM pragma_index_xinfo(?)", (name,)).fetchall() for name in names}
    db.close()
    return found


KILLED = """
import os, signal, sys
from datetime import date
from pathlib import Path
import events.storage.schema as schema
from events.store import Store
whole = schema.statements_of
def until(script):
    for number, statement in enumerate(whole(script)):
        if number == int(sys.argv[2]):
            os.kill(os.getpid(), signal.SIGKILL)
        yield statement
    if number < int(sys.argv[2]):
        os.kill(os.getpid(), signal.SIGKILL)
schema.statements_of = until
Store.open(Path(sys.argv[1]))
"""


@pytest.mark.parametrize("after", [0, 1, 4, 99])
def test_a_crash_amid_it_leaves_the_older_version(old: Path, after: int) -> None:
    """Whatever had been done is undone by the next who opens it."""
    version = version_in(old)
    with Store.open(old, read_only=True) as reader:
        before = told(reader)
    child = subprocess.run([sys.executable, "-c", KILLED, str(old), str(after)], cwd=ROOT, check=False)

    assert child.returncode == -signal.SIGKILL
    assert version_in(old) == version
    with Store.open(old, read_only=True) as reader:
        assert told(reader) == before
    with Store.open(old) as store:
        assert told(store) == before


def test_a_failure_amid_it_is_told_and_undone(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    version, whole = version_in(old), old.read_bytes()
    monkeypatch.setattr("events.storage.schema.MIGRATIONS", ("", "CREATE TABLE a (b);\nCREATE TABLE facts (c);"))

    with pytest.raises(StoreError, match="already exists"):
        Store.open(old)

    assert version_in(old) == version
    assert whole == old.read_bytes()


def test_two_that_open_it_at_once_bring_it_there_once(old: Path) -> None:
    errors: list[Exception] = []
    both = threading.Barrier(2)

    def open_it() -> None:
        both.wait()
        try:
            Store.open(old).close()
        except StoreError as error:
            errors.append(error)

    threads = [threading.Thread(target=open_it) for _ in range(2)]
    for it in threads:
        it.start()
    for it in threads:
        it.join()

    assert errors == []
    assert version_in(old) == VERSION


def test_a_newer_version_is_refused_and_left_alone(old: Path) -> None:
    db = sqlite3.connect(old)
    db.execute(f"PRAGMA user_version = {VERSION + 1}")
    db.close()
    whole = old.read_bytes()
    for read_only in (True, False):
        with pytest.raises(StoreError, match=f"schema {VERSION + 1}; this one knows {VERSION}"):
            Store.open(old, read_only=read_only)

    assert whole == old.read_bytes()
