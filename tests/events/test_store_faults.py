import os
import random
import sqlite3
from pathlib import Path

import pytest

from events.query import Query
from events.store import Store, StoreError
from tests.events.test_store import FIRST, KARBALA, SECOND, claim_in, document_of, store
from texts.original import Original

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


def test_a_store_that_was_removed_is_not_made_anew_by_the_next_thread(store: Store) -> None:
    """Each thread has a connection of its own, and SQLite would make an empty file for it."""
    store.close()
    store.path.unlink()
    with pytest.raises(StoreError, match="the store was removed"):
        store.counts()
    assert not store.path.exists()


def test_a_filter_may_hold_what_no_text_can(store: Store) -> None:
    """A terminal hands on bytes that are no UTF-8 as lone surrogates."""
    for query in (Query(places=("\udcff",)), Query(actors=("\udcff",)), Query(text="\udcff")):
        assert store.claims(query) == []
