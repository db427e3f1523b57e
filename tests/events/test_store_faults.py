import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from events.store import Store, StoreError
from tests.events.test_store import FIRST, KARBALA, SECOND, claim_in, document_of, store
from texts.original import Original
from views.export import Format, export

__all__ = ["store"]
ROOT = Path(__file__).resolve().parent.parent.parent


def faults(path: Path) -> list[str]:
    with Store.open(path, read_only=True) as opened:
        return list(opened.faults())


def test_a_sound_store_has_no_faults(store: Store) -> None:
    assert faults(store.path) == []


@pytest.mark.parametrize(
    ("damage", "fault"),
    [
        ("UPDATE documents SET text = (SELECT content FROM originals) WHERE 1", "its words are not those that came in"),
        ("UPDATE originals SET size = size + 1", "its bytes are not those that came in"),
        ("DELETE FROM marks", "claims with marks: expected 2, got 0"),
        ("DELETE FROM places", "2 marks have no place"),
        ("UPDATE days SET claims = 7", "claims by day: expected 2"),
        ("UPDATE claims SET record = x'00'", "a claim cannot be read"),
        ("UPDATE claims SET document = 99 WHERE number = 1", "claims of known texts: expected 2, got 1"),
    ],
)
def test_a_check_finds_what_was_changed_behind_its_back(store: Store, damage: str, fault: str) -> None:
    store.add(document_of("Other words, quite another text."), original=Original(name="b", content=b"Other words"))
    store.close()
    with sqlite3.connect(store.path) as db:
        db.execute(damage)
    db.close()

    assert any(fault in it for it in faults(store.path))


def test_a_flipped_bit_is_found_and_a_cut_file_refused(store: Store, tmp_path: Path) -> None:
    """Either is an error in words, and the file stays as it was."""
    chance = random.Random(7)  # noqa: S311 - which bit is of no matter
    for number in range(40):
        text = f"Troops reached Karbala on Thursday, says report {number}. {chance.randbytes(9000).hex()}"
        document = document_of(text)
        original = Original(name=f"{number}.txt", content=text.encode())
        store.add(document, [claim_in(document, text.partition(", says")[0], KARBALA)], original=original)
    store.close()
    with sqlite3.connect(store.path) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()
    whole = store.path.read_bytes()
    found = 0
    for _ in range(6):
        bad = bytearray(whole)
        bad[chance.randrange(4096, len(bad))] ^= 1 << chance.randrange(8)
        found += is_refused(tmp_path / "flipped.sqlite", bytes(bad))
    assert found >= 4
    assert is_refused(tmp_path / "cut.sqlite", whole[: len(whole) // 2])


def is_refused(path: Path, content: bytes) -> bool:
    path.write_bytes(content)
    try:
        return bool(faults(path))
    except StoreError as error:
        return str(path) in str(error)
    finally:
        assert content == path.read_bytes()


def test_a_backup_of_a_store_in_use_is_whole(store: Store, tmp_path: Path) -> None:
    out = tmp_path / "copy.sqlite"
    with store.writing():
        store.add(document_of("Words that are not yet there. Karbala."))
        with Store.open(store.path, read_only=True) as reader:
            reader.backup(out)

    assert faults(out) == []
    with Store.open(out, read_only=True) as copy:
        assert [it.claim.excerpt.text for it in copy.claims()] == [FIRST, SECOND]
        assert len(copy.document_ids()) == 1
    with pytest.raises(FileExistsError):
        store.backup(out)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_leaves_the_store_as_it_was(store: Store) -> None:
    """The limit on the file's pages stands in for the disk's."""
    db = store._db()
    (pages,) = db.execute("PRAGMA page_count").fetchone()
    db.execute(f"PRAGMA max_page_count = {pages + 2}")
    text = "Troops reached Karbala on Thursday. " + os.urandom(60_000).hex()

    with pytest.raises(StoreError, match="disk is full"):
        store.add(document_of(text))

    assert len(store.document_ids()) == 1
    store.close()
    assert faults(store.path) == []


INGEST = """
import sys
from pathlib import Path
from events.ingest import ingest
from events.store import Store
from tests.events.test_ingest import opened
import events.ingest
events.ingest.BATCH = 3
with Store.open(Path(sys.argv[2])) as store:
    for _ in ingest([Path(sys.argv[1])], store, opened):
        print("batch", flush=True)
"""


def test_a_run_that_was_killed_goes_on_where_it_stopped(tmp_path: Path) -> None:
    """At whatever moments: the store is sound each time, and at the end as if nothing had happened."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in range(60):
        words = "Troops reached Karbala." if number % 2 else "Nothing of note was said."
        (folder / f"{number:03}.txt").write_text(f"Report {number}. {words}")
    killed, unbroken = tmp_path / "killed.sqlite", tmp_path / "unbroken.sqlite"
    chance = random.Random(3)  # noqa: S311 - the moments are of no matter
    for _ in range(6):
        with started(folder, killed) as child:
            assert child.stdout is not None
            for _ in range(chance.randrange(3)):
                child.stdout.readline()
            time.sleep(chance.random() * 0.02)
            child.send_signal(signal.SIGKILL)
        if killed.exists():
            with Store.open(killed) as opened:
                assert list(opened.faults()) == []
    for path in (killed, unbroken):
        with started(folder, path) as child:
            assert child.wait(60) == 0
    assert exported(killed) == exported(unbroken)


def started(folder: Path, path: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", INGEST, str(folder), str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )


def exported(path: Path) -> bytes:
    with Store.open(path, read_only=True) as opened:
        return b"".join(export(opened.each_claim(), Format.GEOJSON, filters={}, counts=opened.counts()))
