"""Bad folders, names, fields and crowds on their whole way: from files through the store to what is given out."""

import csv
import io
import json
import os
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from events.ingest import ingest
from events.query import Query
from events.store import Store
from tests.browser.test_injection import PAYLOADS
from tests.events.test_ingest import opened
from tests.events.test_store import KARBALA, claim_in, document_of
from tests.hostile.test_files import GOOD, SECONDS
from texts.document import Document
from texts.folder import files_in
from texts.read import documents_in, parcel_from, parcels_in
from texts.rejection import Reason, Rejection
from views.export import export
from views.export_form import Format
from views.layers import layer_of

ROOT = Path(__file__).resolve().parent.parent.parent
WORDS = "Troops reached Karbala."


def kept(folder: Path, path: Path) -> Store:
    store = Store.open(path)
    for _ in ingest([folder], store, opened):
        pass
    return store


def test_an_archive_of_a_hundred_thousand_entries_is_refused_by_its_number(tmp_path: Path) -> None:
    """Before any of them is unpacked."""
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for number in range(100_000):
            archive.writestr(f"{number}.txt", b"")
    start = time.monotonic()
    (parcel,) = parcels_in(tmp_path)

    assert time.monotonic() - start < SECONDS
    assert [it.reason for it in parcel.rejections] == [Reason.TOO_LARGE]
    assert parcel.rejections[0].message == "a.zip: an archive may have 10,000 entries, got 100,000"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a system with pipes that have names")
def test_a_pipe_or_a_device_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    """In a folder, and where it is named itself."""
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "z.txt").write_text(GOOD)
    found = list(documents_in(tmp_path))

    assert [isinstance(it, Document) for it in found] == [False, True]
    for path in (tmp_path / "pipe.txt", Path("/dev/zero")):
        (it,) = documents_in(path)
        assert isinstance(it, Rejection)
        assert it.message == f"{path.name}: expected a file, got a link or a device, which are not followed"


NAMES = (
    "a\nb.txt",
    "=1+1|x.txt",
    "a\u202etxt.exe.txt",
    "<img onerror=alert(1)>.txt",
    "${x}`.txt",
    os.fsdecode(b"\xff\xfe.txt"),
)


def test_files_with_odd_names_are_read_kept_and_given_out(tmp_path: Path) -> None:
    """The store is sound, exports can be read, and no name begins a formula or a line of its own."""
    folder = tmp_path / "texts"
    folder.mkdir()
    written = []
    for number, name in enumerate(NAMES):
        try:
            (folder / name).write_text(f"{WORDS} Report {number}.")
            written.append(name)
        except OSError:  # a file system that has no such names
            continue
    with kept(folder, tmp_path / "s.sqlite") as store:
        assert list(store.faults()) == []
        assert len(store.claims()) == len(written)
        counts = store.counts()
        told = b"".join(export(store.each_claim(), Format.CSV, filters={}, counts=counts)).decode("utf-8-sig")
        geojson = json.loads(b"".join(export(store.each_claim(), Format.GEOJSON, filters={}, counts=counts)))
    rows = list(csv.DictReader(io.StringIO(told)))
    assert len(rows) == len(geojson["features"]) == len(written)
    assert not any(
        cell.startswith(("=", "+", "-", "@")) and not is_number(cell) for row in rows for cell in row.values()
    )


def is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize("payload", [*PAYLOADS, "javascript:alert(1)", "=HYPERLINK(1)", "+1", "-1", "@x"])
def test_a_payload_in_every_field_of_a_file_stays_words(payload: str, tmp_path: Path) -> None:
    """Front matter, list and page: it is kept to the letter, and given out where it can do nothing."""
    folder = tmp_path / "texts"
    folder.mkdir()
    fields = ("title", "author", "publisher", "url", "language")
    head = "".join(f"{name}: {payload}\n" for name in fields)
    (folder / "a.md").write_text(f"---\n{head}---\n{WORDS} One. {payload}")
    (folder / "b.txt").write_text(f"{WORDS} Two. {payload}")
    escaped = payload.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
    meta = "".join(
        f'<meta name="{it}" property="{it}" content="{escaped}">' for it in ("og:title", "author", "og:site_name")
    )
    (folder / "c.html").write_text(
        f"<html><head>{meta}</head><body><article><p>{WORDS} Three. {escaped} {GOOD * 3}</p></article>"
    )
    with (folder / "corpus.csv").open("w", newline="") as out:
        csv.writer(out).writerows([("file", *fields), ("b.txt", *[payload] * len(fields))])
    with kept(folder, tmp_path / "s.sqlite") as store:
        assert [it.publication.title for it in store.each_claim() if it.publication.title] == [payload.strip()] * 3
        told = b"".join(export(store.each_claim(), Format.HTML, filters={}, counts=store.counts())).decode()
    assert payload not in told.replace(json.dumps(payload)[1:-1], "") or "<" not in payload


def test_fifty_thousand_claims_at_one_point_are_counted_paged_and_drawn(tmp_path: Path) -> None:
    """The map gets one place, the panel its first page, and every claim can be reached."""
    claims_a_text, texts = 500, 100
    with Store.open(tmp_path / "s.sqlite") as store:
        with store.writing():
            for number in range(texts):
                lines = [f"Troops reached Karbala on day {number}-{line}." for line in range(claims_a_text)]
                document = document_of("\n".join(lines))
                store.add(document, [claim_in(document, line, KARBALA, day="2014-06-12") for line in lines])
        start = time.monotonic()
        marks = store.marks()
        page = store.claims_at("dl:karbala", limit=25, offset=49_990)
        layer = layer_of(marks)
        assert time.monotonic() - start < SECONDS
        assert len(marks.claim) == 50_000 == layer.claims == store.counts().shown
        assert len(marks.places) == 1
        assert len(page) == 10
        assert store.facets(Query(places=("Karbala",))).places[0].count == 50_000


def test_a_page_with_nothing_but_a_copyright_year_stays_undated(tmp_path: Path) -> None:
    foot = "<footer>© 2014–2025 The Gazette. All rights reserved.</footer>"
    (tmp_path / "a.html").write_text(f"<html><body><article><p>{GOOD * 4}</p></article>{foot}")
    (tmp_path / "b.txt").write_text(f"{GOOD}\n\nCopyright 2014 The Gazette. All rights reserved.")
    found = [it for it in documents_in(tmp_path) if isinstance(it, Document)]

    assert [it.dating for it in found] == [None, None]


def test_an_edited_post_is_dated_by_its_own_stamp() -> None:
    """Neither what it quotes nor when it was edited dates it."""
    text = (
        f"ali, 12 June 2014, 18:20\n{GOOD}\n\n"
        "zed, 13 June 2014, 09:00\n> ali, 12 June 2014, 18:20\n> " + GOOD + "\n"
        "Nobody there has seen them.\nLast edited by zed; 20 June 2014 at 10:00 AM.\n"
    )
    (document,) = parcel_from(text.encode(), name="a.txt").documents

    assert [it.dating and it.dating.edtf for it in document.posts] == ["2014-06-12", "2014-06-13"]
    assert [len(it.quotations) for it in document.posts] == [0, 1]


def test_a_folder_whose_links_lead_round_and_out_ends(tmp_path: Path) -> None:
    inner = tmp_path / "texts" / "inner"
    inner.mkdir(parents=True)
    (inner / "a.txt").write_text(GOOD)
    (inner / "round").symlink_to(tmp_path / "texts")
    (inner / "secret.txt").symlink_to("/etc/passwd")
    found = list(files_in(tmp_path / "texts"))

    assert len(found) == 2
    assert "root:" not in "".join(it.text for it in documents_in(tmp_path / "texts") if isinstance(it, Document))


def test_a_list_beside_the_files_may_be_anything(tmp_path: Path) -> None:
    """What is wrong with it is told; the files are read."""
    for content in (
        b"\0" * 4000,
        b"file\n" + b"x" * 200_000,
        b"\xff\xfe",
        b'file,title\na.txt,"never closed',
        b"file,file\na,b",
    ):
        (tmp_path / "corpus.csv").write_bytes(content)
        (tmp_path / "a.txt").write_text(GOOD)

        assert [it.name for it in documents_in(tmp_path) if isinstance(it, Document)] == ["a.txt"]


def test_an_encoding_that_there_is_not_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    done = subprocess.run(
        [sys.executable, "-m", "cli", "ingest", str(tmp_path), "--store", "s.sqlite", "--encoding", "klingon"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode == 2
    assert "expected an encoding such as utf-8 or cp1251, got 'klingon'" in done.stderr
