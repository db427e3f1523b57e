"""The runs that filled a store: what read which text, and when."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import asdict
from typing import Any

from events.storage.stored import Run
from events.storage.write import clean
from events.summary import Summary
from texts.rejection import Reason

_COLUMNS = "r.program, r.gazetteer, r.lexicons, r.options, r.started, r.ended, r.summary"


def begin_run(db: sqlite3.Connection, run: Run) -> int:
    """Keep with which versions the program begins to read, and return the run's number."""
    options = None if run.options is None else clean(run.options)
    cursor = db.execute(
        "INSERT INTO runs (program, gazetteer, lexicons, options, started) VALUES (?, ?, ?, ?, ?)",
        (run.program, run.gazetteer, run.lexicons, options, run.started),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def end_run(db: sqlite3.Connection, number: int, summary: Summary, *, ended: str | None) -> None:
    """Keep when a run ended and what became of its files."""
    record = json.dumps(asdict(summary), sort_keys=True)
    db.execute("UPDATE runs SET ended = ?, summary = ? WHERE number = ?", (ended, record, number))


def runs(db: sqlite3.Connection) -> tuple[Run, ...]:
    """Return the runs that filled the store, in their order."""
    return tuple(_run(row) for row in db.execute(f"SELECT {_COLUMNS} FROM runs r ORDER BY r.number"))


def run_of(db: sqlite3.Connection, id_: str) -> Run | None:
    """Return the run that brought a document; None where nobody kept it, KeyError where there is no such document."""
    sql = f"SELECT d.run IS NOT NULL, {_COLUMNS} FROM documents d LEFT JOIN runs r ON r.number = d.run WHERE d.id = ?"
    row = db.execute(sql, (id_,)).fetchone()
    if row is None:
        raise KeyError(id_)
    return _run(row[1:]) if row[0] else None


def _run(row: tuple[Any, ...]) -> Run:
    program, gazetteer, lexicons, options, started, ended, summary = row
    return Run(
        program=program,
        gazetteer=gazetteer,
        lexicons=lexicons,
        options=options,
        started=started,
        ended=ended,
        summary=None if summary is None else _summary(json.loads(summary)),
    )


def _summary(record: dict[str, Any]) -> Summary:
    left_out = tuple((Reason(reason), count) for reason, count in record.pop("rejections"))
    return Summary(**record, rejections=left_out)
