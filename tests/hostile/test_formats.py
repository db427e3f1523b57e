"""What each format lets an attacker do, made here: it is refused with its reason or read, and takes little time."""

from __future__ import annotations

import gzip
import io
import struct
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path
from typing import Any

import pytest

from tests.hostile.pdfs import page_of, pdf_of
from tests.hostile.test_files import GOOD, RELATIONS, TYPES, zipped
from texts.document import Document
from texts.extracted import Refused
from texts.limits import Limits
from texts.plain import document_from
from texts.read import Parcel, parcel_of_parts, parcels_in
from texts.rejection import Reason, Rejection
from texts.sandbox import START_SECONDS, Sandbox

ROOT = Path(__file__).resolve().parents[2]
PAGE = f"<html><body><article><p>{GOOD * 5}</p></article></body></html>".encode()
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PARAGRAPH = f"<w:p><w:r><w:t>{GOOD}</w:t></w:r></w:p>"
EXTERNAL = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
    'Target="http://127.0.0.1:9/x.dotm" TargetMode="External"/><Relationship Id="r8" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="file:///etc/passwd" '
    'TargetMode="External"/></Relationships>'
)


def read(content: bytes, name: str, limits: Limits | None = None) -> Parcel:
    return parcel_of_parts(content, name=name, limits=limits or Limits())


def only(parcel: Parcel) -> str:
    """The words of the one rejection, behind the file's name."""
    (rejection,) = parcel.rejections
    assert parcel.documents == ()
    return rejection.message.partition(": ")[2]


def record(body: bytes, *, kind: bytes = b"response", length: bytes | None = None, headers: bytes = b"") -> bytes:
    held = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + headers + b"\r\n" + body
    return (
        b"WARC/1.0\r\nWARC-Type: " + kind + b"\r\nWARC-Target-URI: http://x.example/\r\n"
        b"WARC-Date: 2014-06-12T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: "
        + (b"%d" % len(held) if length is None else length) + b"\r\n\r\n" + held + b"\r\n\r\n"
    )  # fmt: skip


def test_a_web_archive_that_bursts_where_nobody_looks_is_refused() -> None:
    """A record that is passed over is unpacked all the same."""
    limits = Limits(archive_bytes=5_000_000)
    content = gzip.compress(record(bytes(6_000_000), kind=b"resource") + record(PAGE))
    assert only(read(content, "a.warc.gz", limits)) == "a web archive may unpack to 5,000,000 bytes, got more"


def test_a_captured_page_that_bursts_is_refused() -> None:
    limits = Limits(file_bytes=1_000_000)
    content = record(gzip.compress(PAGE + b" " * 3_000_000), headers=b"Content-Encoding: gzip\r\n")
    assert only(read(content, "a.warc", limits)).endswith("got more")


@pytest.mark.parametrize("length", [b"-5", b"9" * 20, b"x"])
def test_a_web_archive_that_lies_about_its_lengths_is_refused(length: bytes) -> None:
    assert len(only(read(record(PAGE, length=length), "a.warc"))) > 10


def mail(headers: bytes, body: bytes = GOOD.encode()) -> bytes:
    return headers + b"\n\n" + body


@pytest.mark.parametrize("charset", ["punycode", "idna", "unicode_escape", "zlib", "undefined", "../x", "a" * 300])
def test_a_message_in_what_is_no_encoding_of_texts_is_refused(charset: str) -> None:
    """Python knows some such; undoing one of them takes the square of the length."""
    content = mail(f"Subject: x\nContent-Type: text/plain; charset={charset}".encode(), b"a-" + b"b9a" * 300_000)
    assert only(read(content, "a.eml")).startswith("there is no encoding '")


@pytest.mark.parametrize("charset", ["punycode", "idna", "unicode_escape", "zlib"])
def test_a_page_in_what_is_no_encoding_of_texts_is_read_as_what_it_looks_like(charset: str) -> None:
    parcel = read(b"<meta charset=%b>" % charset.encode() + PAGE, "a.html")
    assert parcel.original.encoding == "utf-8"
    assert (parcel.original.doubt or "").startswith(f"says {charset}, which there is not")


HEADERS = {
    "encoded words": b"Subject: " + b"=?utf-8?q?=41?= " * 60_000,
    "encoded words without end": b"Subject: " + b"=?utf-8?q?" * 100_000,
    "addresses": b"Subject: x\nFrom: " + b"a@b.c, " * 60_000,
    "comments": b"Subject: x\nFrom: " + b"(" * 100_000,
    "groups": b"Subject: x\nFrom: " + b"a:" * 60_000,
    "parameters": b"Subject: x\nContent-Type: text/plain" + b"".join(b"; n*%d*=utf-8''a" % it for it in range(20_000)),
    "quoted parameters": b'Subject: x\nContent-Type: text/plain; a="' + b'\\"' * 200_000,
    "a date": b"Subject: x\nDate: " + b"1 " * 100_000,
    "many": b"Received: x\n" * 200_000 + b"Subject: x",
}


@pytest.mark.parametrize("case", HEADERS)
def test_a_header_that_was_made_to_be_slow_is_looked_at_in_part(case: str) -> None:
    """The message is read, however long its headers are."""
    (document,) = read(mail(HEADERS[case]), "a.eml").documents
    assert document.text.strip() == GOOD


def docx(document: str, **more: str) -> bytes:
    body = f'<?xml version="1.0"?><w:document xmlns:w="{W}"><w:body>{document}</w:body></w:document>'
    parts = {"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS, "w.xml": body, **more}
    return zipped(*((name, content.encode()) for name, content in parts.items()))


def cell(*inside: str, span: int = 1) -> str:
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>{"".join(inside)}</w:tc>'


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


@pytest.mark.parametrize("span", [3, 20_000_000, 2_000_000_000])
def test_a_cell_is_read_once_however_many_columns_it_says_it_spans(span: int) -> None:
    (document,) = read(docx(table(cell(PARAGRAPH, span=span))), "a.docx").documents
    assert document.text.strip() == GOOD


def test_cells_that_say_the_same_and_tables_in_cells_are_kept() -> None:
    """Three dead and three hurt are not three of something."""
    three = "<w:p><w:r><w:t>3</w:t></w:r></w:p>"
    (document,) = read(
        docx(PARAGRAPH + table(cell(three) + cell(three)) + table(cell(table(cell(PARAGRAPH))))), "a.docx"
    ).documents
    assert document.text.split("\n\n")[1:] == ["3 | 3", f"{GOOD}\n"]


def test_what_a_word_document_relates_to_elsewhere_is_not_looked_at() -> None:
    """Neither a template on another machine nor a picture that is a file of this one."""
    (document,) = read(docx(PARAGRAPH, **{"_rels/w.xml.rels": EXTERNAL}), "a.docx").documents
    assert document.text.strip() == GOOD


def test_merged_rows_that_begin_nowhere_are_read() -> None:
    merged = cell(PARAGRAPH).replace("<w:gridSpan", "<w:vMerge/><w:gridSpan")
    (document,) = read(docx(table(merged, merged)), "a.docx").documents
    assert document.text.count(GOOD) == 2


def encrypted() -> bytes:
    content = bytearray(zipped(("a.txt", GOOD.encode())))
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(sign) + at] |= 1
    return bytes(content)


def packed_as(method: int) -> bytes:
    content = bytearray(zipped(("a.txt", GOOD.encode()), ("b.txt", GOOD.encode())))
    for sign, at in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        start = content.index(sign) + at
        content[start : start + 2] = struct.pack("<H", method)
    return bytes(content)


def overlapping(entries: int) -> bytes:
    """Entries that all lead to the same packed words."""
    words = b"word " * 150_000
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = packer.compress(words) + packer.flush()
    sizes = (zlib.crc32(words), len(data), len(words))
    local = struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, 0, 8, 0, 33, *sizes, 5, 0) + b"a.txt" + data
    central = (
        struct.pack("<IHHHHHHIIIHHHHHII", 0x02014B50, 20, 20, 0, 8, 0, 33, *sizes, 5, 0, 0, 0, 0, 0, 0) + b"a.txt"
    ) * entries
    return local + central + struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, entries, entries, len(central), len(local), 0)


def test_an_encrypted_entry_is_told() -> None:
    assert (
        read(encrypted(), "a.zip").rejections[0].message == "a.zip/a.txt: expected an open file, got an encrypted one"
    )


@pytest.mark.parametrize("method", [9, 12, 14, 93, 99])
def test_an_entry_that_is_packed_in_another_way_than_it_says_takes_nothing_along(method: int) -> None:
    parcel = read(packed_as(method), "a.zip")
    assert [it.message.partition(" (")[0] for it in parcel.rejections] == ["a.zip/a.txt: it cannot be unpacked"]
    assert [it.name for it in parcel.documents] == ["b.txt"]


def test_what_is_read_of_an_archive_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says by what."""
    monkeypatch.setattr("texts.sandbox.ANSWER_BYTES", 10_000_000)
    entries = [(f"{number}.txt", f"{GOOD} Report {number}. ".encode() + b"word " * 150_000) for number in range(20)]
    sandbox = Sandbox(Limits())
    try:
        (found,) = sandbox.found_in(zipped(*entries), "a.zip")
    finally:
        sandbox.close()
    assert getattr(found, "message", "").startswith("its texts may take 10,000,000 bytes together, took 15,0")


def test_overlapping_entries_are_each_told_of() -> None:
    """Some Pythons read each of them, others call all but the first a bomb: none goes without a word."""
    parcel = read(overlapping(3), "a.zip")
    assert len(parcel.documents) + len(parcel.rejections) == 3


def test_entries_of_one_name_are_each_read() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", f"{GOOD} Report 1.")
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("a.txt", f"{GOOD} Report 2.")
    assert len(read(out.getvalue(), "a.zip").documents) == 2


PDFS = {
    "a range of four thousand million letters": page_of(
        b"BT /F1 9 Tf (x) Tj ET", font=b"/ToUnicode 6 0 R",
        more=b"6 0 obj<</Length 120>>stream\n1 begincodespacerange <0000> <FFFF> endcodespacerange "
        b"1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange\nendstream endobj\n",
    ),
    "sixty filters": page_of(b"x", filters=b"[" + b"/FlateDecode " * 60 + b"]"),
    "a hundred thousand open lists": pdf_of(b"2 0 obj<</Type/Pages/Kids[" + b"[" * 100_000 + b"]/Count 1>>endobj"),
    "a page 300,000 times": pdf_of(
        b"2 0 obj<</Type/Pages/Kids[" + b"3 0 R " * 300_000 + b"]/Count 300000>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R>>endobj"
    ),
    "strings that never end": page_of(b"BT (" * 300_000),
    "pictures that never end": page_of(b"BI ID " * 30_000),
    "runs that burst": page_of(b"\x81a" * 2_000_000, filters=b"/RunLengthDecode"),
    "a form that shows itself": pdf_of(
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/Resources<</XObject<</X 4 0 R>>>>/Contents 4 0 R>>endobj\n"
        b"4 0 obj<</Type/XObject/Subtype/Form/Resources<</XObject<</X 4 0 R>>>>/Length 6>>"
        b"stream\n/X Do \nendstream endobj"
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", PDFS)
def test_a_pdf_that_was_made_to_burst_is_refused(case: str) -> None:
    """Each has a sound list of objects, so that the reader comes as far as what is wrong."""
    (rejection,) = read(PDFS[case], "a.pdf").rejections
    assert rejection.reason in {Reason.TOO_LARGE, Reason.UNREADABLE, Reason.EMPTY}


def test_a_pdf_made_by_the_same_hand_is_read() -> None:
    """So that the ones above are refused for what is wrong with them."""
    lines = b"".join(
        b"BT /F1 9 Tf 9 %d Td (Rebels took the town of Hama on day %d.) Tj ET\n" % (9 * it, it) for it in range(9)
    )
    (document,) = read(page_of(lines), "a.pdf").documents
    assert document.text.count("Rebels took the town of Hama") == 9


@pytest.mark.parametrize("made", ["md", "html", "eml", "csv"])
def test_a_title_of_a_megabyte_is_dropped_and_told(made: str, tmp_path: Path) -> None:
    """The text is kept."""
    title = "x" * 5_000
    content = {
        "md": f"---\ntitle: {title}\n---\n{GOOD}",
        "html": f"<title>{title}</title><article><p>{GOOD * 4}</p></article>",
        "eml": f"Subject: {title}\n\n{GOOD}",
        "csv": GOOD,
    }[made]
    (tmp_path / f"a.{'txt' if made == 'csv' else made}").write_text(content)
    if made == "csv":
        (tmp_path / "corpus.csv").write_text(f"file,title\na.txt,{title}\n")
    parcels = list(parcels_in(tmp_path))
    (document,) = (it for parcel in parcels for it in parcel.documents)
    (rejection,) = (it for parcel in parcels for it in parcel.rejections)
    assert document.title is None
    assert "title: expected at most 1,000 characters, got " in rejection.message


def test_a_list_of_files_that_are_not_there_is_read_so_far(tmp_path: Path) -> None:
    """What is wrong with it does not fill the memory."""
    (tmp_path / "corpus.csv").write_text("file,title\n" + "no.txt,\n" * 50_000)
    (tmp_path / "a.txt").write_text(GOOD)
    parcels = list(parcels_in(tmp_path))
    rejections = [it.message for parcel in parcels for it in parcel.rejections]
    assert len(rejections) == 1_001
    assert rejections[-1].endswith("too much is wrong above; the rest is not read")


@pytest.mark.parametrize(("text", "words"), [("," * 400_000, 400_000), ("a b " * 200_000, 400_000)])
def test_a_text_of_more_words_and_marks_than_memory_is_for_is_refused(text: str, words: int) -> None:
    """It has no more characters than others have."""
    found = document_from(text, name="a.txt")
    assert isinstance(found, Rejection)
    assert found.message == f"a.txt: a text may have 300,000 words and marks, got {words:,}"
    assert isinstance(document_from("." * 400_000 + " It fell.", name="a.txt"), Document)


def test_loading_what_reads_a_file_has_a_time_of_its_own() -> None:
    """The time for a file is the same for the first as for others."""
    asked: list[float] = []

    class Timed(Sandbox):
        def _received(self, content: bytes, request: dict[str, Any], seconds: float) -> bytes | Refused:
            asked.append(seconds)
            return super()._received(content, request, seconds)

    sandbox = Timed(Limits(parse_seconds=4, parse_seconds_a_megabyte=0))
    try:
        found = [
            sandbox.found_in(content, "a.html")[0] for content in (PAGE, b"<p>" + b"<a href=x>word " * 250_000, PAGE)
        ]
    finally:
        sandbox.close()
    assert [getattr(it, "message", "read") for it in found] == ["read", "reading it may take 4 s, took longer", "read"]
    assert asked == [START_SECONDS, 4, 4, START_SECONDS, 4]


def test_names_in_an_archive_command_no_terminal(tmp_path: Path) -> None:
    """What is said of them on the way shows their letters."""
    (tmp_path / "a.zip").write_bytes(zipped(("\x1b[2J\x1b]0;x\x07\u202ea.exe", b"x"), ("b.txt", GOOD.encode())))
    done = subprocess.run(
        [sys.executable, "-m", "cli", "read", str(tmp_path / "a.zip")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "a.zip/\\x1b[2J\\x1b]0;x\\x07\\u202ea.exe: files of this kind (.exe) are not read" in done.stderr
    assert "\u202e" not in done.stderr
    assert not set("\x1b\x07") & set(done.stderr + done.stdout)
