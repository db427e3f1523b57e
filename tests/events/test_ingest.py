import os
from dataclasses import replace
from pathlib import Path

import pytest

from events.claim import Claim
from events.ingest import Settings, ingest
from events.intake.read import ReadsDocument
from events.reading import Reading
from events.storage.stored import Run
from events.store import Store
from events.summary import Summary
from tests.events.test_store import KARBALA, UNPLACED, claim_in
from texts.document import Document
from texts.rejection import Reason

WORDS = "Troops reached Karbala."


def read(document: Document) -> Reading:
    """One claim for each text that names Karbala, one thing left out of each other."""
    claims: tuple[Claim, ...] = (claim_in(document, WORDS, KARBALA),) if WORDS in document.text else ()
    return Reading(claims=claims, rejections=() if claims else (UNPLACED,))


def opened() -> ReadsDocument:
    return read


def run(folder: Path, store: Store, jobs: int = 1) -> Summary:
    total = Summary()
    for part in ingest([folder], store, opened, settings=Settings(jobs=jobs)):
        total = total.plus(part)
    return total


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "texts"
    made.mkdir()
    (made / "a.txt").write_text(WORDS)
    (made / "b.txt").write_text(WORDS)
    (made / "c.txt").write_text("Nothing of note was said.")
    (made / "d.txt").write_text("")
    (made / "e.bin").write_bytes(b"\0\1")
    return made


def test_every_file_is_accounted_for(folder: Path, tmp_path: Path) -> None:
    with Store.open(tmp_path / "s.sqlite") as store:
        total = run(folder, store)

        assert (total.files, total.documents, total.copies, total.claims) == (5, 2, 1, 1)
        assert dict(total.rejections) == {Reason.EMPTY: 1, Reason.UNSUPPORTED: 1, Reason.UNPLACED: 1}
        assert {2} == {it.publication.carriers for it in store.claims()}


DATED = "Published: 13 June 2014"


@pytest.mark.parametrize(
    ("one", "other", "texts"),
    [
        (WORDS, f"{WORDS}  \n\n", 1),
        (WORDS, WORDS.replace(" ", "\n"), 1),
        (f"---\ndate: 2014-06-13\n---\n{WORDS}", f"{DATED}\n\n{WORDS}", 1),
        (f"{DATED}  \n{WORDS}", f"{DATED}\r\n\r\n{WORDS}\r\n", 1),
        (WORDS, f"{DATED}\n{WORDS}", 2),
        (WORDS, f"{WORDS} Not so.", 2),
    ],
)
def test_a_story_that_is_carried_twice_is_one_text(tmp_path: Path, one: str, other: str, texts: int) -> None:
    """White space and a line with the date that is known make no other story; another date or word does."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for name, content in (("a.txt", one), ("b.txt", other)):
        (folder / name).write_bytes(content.encode())
    with Store.open(tmp_path / "s.sqlite") as store:
        total = run(folder, store)

        assert (total.documents, total.copies) == (texts, 2 - texts)
        assert {3 - texts} == {it.publication.carriers for it in store.claims()}
        assert run(folder, store).known == 2
        assert not list(store.faults())


def test_a_second_run_passes_over_what_is_known(folder: Path, tmp_path: Path) -> None:
    """What is not read at all, for its kind, is told again and kept once."""
    with Store.open(tmp_path / "s.sqlite") as store:
        run(folder, store)
        before = (store.claims(), store.rejections())
        again = run(folder, store)

        assert (again.files, again.known, again.documents) == (5, 4, 0)
        assert before == (store.claims(), store.rejections())


def test_a_file_that_changed_is_read_again(folder: Path, tmp_path: Path) -> None:
    with Store.open(tmp_path / "s.sqlite") as store:
        run(folder, store)
        (folder / "c.txt").write_text("By now there is more. " + WORDS)
        again = run(folder, store)

        assert (again.documents, again.known) == (1, 3)
        assert len(store.claims()) == 2


def test_several_processes_make_the_same_store(folder: Path, tmp_path: Path) -> None:
    with Store.open(tmp_path / "one.sqlite") as one, Store.open(tmp_path / "two.sqlite") as two:
        assert run(folder, one) == run(folder, two, jobs=2)
        assert one.claims() == two.claims()
        assert one.rejections() == two.rejections()


def deadly() -> ReadsDocument:
    """Ends its process over one text, as a fault in a library would."""

    def read_or_die(document: Document) -> Reading:
        if "deadly" in document.text:
            os._exit(1)
        return read(document)

    return read_or_die


def test_a_text_that_ends_its_process_is_left_out_and_the_rest_go_on(folder: Path, tmp_path: Path) -> None:
    (folder / "b2.txt").write_text("This text is deadly for its reader.")
    with Store.open(tmp_path / "s.sqlite") as store:
        for _ in ingest([folder], store, deadly, settings=Settings(jobs=2)):
            pass
        messages = [it.message for it in store.rejections(Reason.UNREADABLE)]

        assert messages == ["b2.txt: the process that read it ended over it, twice"]
        assert len(store.claims()) == 1


RUN = Run(program="0.1.0", gazetteer="1f", lexicons="2e", options="--encoding cp1251")


def test_a_run_is_kept_with_what_became_of_it(folder: Path, tmp_path: Path) -> None:
    """When it began and ended, with which versions, and which texts it brought; the next one brings none of them."""
    moments = iter("abcd")
    with Store.open(tmp_path / "s.sqlite") as store:
        first = list(ingest([folder], store, opened, run=RUN, clock=lambda: next(moments)))
        for _ in ingest([folder], store, opened, run=RUN, clock=lambda: next(moments)):
            pass
        one, two = store.runs()

        assert (one.started, one.ended, two.started, two.ended) == ("a", "b", "c", "d")
        assert replace(one, started=None, ended=None, summary=None) == RUN
        assert one.summary == sum_of(first)
        assert two.summary is not None
        assert (two.summary.files, two.summary.known, two.summary.documents) == (5, 4, 0)
        assert {store.run_of(it) for it in store.document_ids()} == {one}


def sum_of(parts: list[Summary]) -> Summary:
    total = Summary()
    for part in parts:
        total = total.plus(part)
    return total


def test_a_run_that_was_cut_off_has_no_end(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("events.ingest.BATCH", 2)
    with Store.open(tmp_path / "s.sqlite") as store:
        next(ingest([folder], store, opened, run=RUN))
        (run,) = store.runs()

        assert run == RUN
        assert {store.run_of(it) for it in store.document_ids()} == {run}
