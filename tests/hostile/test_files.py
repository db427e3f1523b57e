"""Bad files, each made here: none may crash, hang, write or vanish, and the message names the file."""

import io
import struct
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.hostile.pdfs import pdf_bomb, pdf_loop, pdf_of
from texts.limits import Limits
from texts.read import parcel_of_parts, parcels_in
from texts.rejection import Reason
from texts.sandbox import Sandbox

GOOD = "Two battalions reached the bridge near Samarra on Thursday, the governor said, and they stayed there."
LIMITS = Limits(
    file_bytes=5_000_000,
    text_characters=1_000_000,
    archive_entries=100,
    parse_seconds=8,
    parse_seconds_a_megabyte=0,
    parse_bytes=800_000_000,
)
SECONDS = 45
"""No file may take longer; the slowest are stopped at the limit of eight seconds, the rest is a slow machine's."""


def zipped(*entries: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return out.getvalue()


def linked() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        entry = zipfile.ZipInfo("a.txt")
        entry.external_attr = 0o120777 << 16
        archive.writestr(entry, "/etc/passwd")
    return out.getvalue()


def nested(depth: int) -> bytes:
    content = zipped(("a.txt", GOOD.encode()))
    for _ in range(depth):
        content = zipped(("a.zip", content))
    return content


def lying() -> bytes:
    """An entry that says it unpacks to ten bytes and holds a megabyte."""
    content = bytearray(zipped(("a.txt", b"a" * 1_000_000)))
    for sign, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        start = content.index(sign)
        content[start + at : start + at + 4] = struct.pack("<I", 10)
    return bytes(content)


def mail_in_mail() -> bytes:
    content = f"Subject: x\n\n{GOOD}\n"
    for number in range(40):
        content = (
            f"Subject: x\nContent-Type: multipart/mixed; boundary=b{number}\n\n--b{number}\n"
            f"Content-Type: message/rfc822\n\n{content}\n--b{number}--\n"
        )
    return content.encode()


ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {chr(98 + it)} "{f"&{chr(97 + it)};" * 10}">' for it in range(9))
    + ']><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>"
)
EXTERNAL = f'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>&x; {GOOD * 4}</p></body></html>'
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="w.xml"/>'
    "</Relationships>"
)
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/w.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)


def docx_of(document: str) -> bytes:
    parts = (("[Content_Types].xml", TYPES), ("_rels/.rels", RELATIONS), ("w.xml", document))
    return zipped(*((name, content.encode()) for name, content in parts))


REFUSED: dict[str, tuple[str, Callable[[], bytes]]] = {
    "an empty file": ("a.txt", lambda: b""),
    "white space alone": ("a.txt", lambda: b" " * 16_000),
    "zero-width characters alone": ("a.txt", lambda: "\u200b\ufeff".encode() * 900),
    "a program": ("a.txt", lambda: b"\x7fELF" + bytes(5000)),
    "a picture under a text's name": ("a.txt", lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20),
    "zeros": ("a.txt", lambda: bytes(10_000)),
    "Russian in another encoding": ("a.txt", lambda: ("Войска вошли в город и заняли мост. " * 20).encode("cp1251")),
    "Arabic in another encoding": ("a.txt", lambda: ("دخلت القوات المدينة يوم الخميس " * 20).encode("cp1256")),
    "half a character of UTF-16": ("a.txt", lambda: b"\xff\xfea\0b"),
    "a text that is too long": ("a.txt", lambda: b"word " * 250_000),
    "a file that is too large": ("a.txt", lambda: b"word " * 1_000_001),
    "no archive under its name": ("a.zip", GOOD.encode),
    "half an archive": ("a.zip", lambda: zipped(("a.txt", GOOD.encode()))[:60]),
    "an archive of nothing but its end": ("a.zip", lambda: b"PK\x05\x06" + bytes(18) + b"x"),
    "a bomb": ("a.zip", lambda: zipped(("a.txt", bytes(4_000_000)))),
    "a bomb under the limit of one entry": (
        "a.zip",
        lambda: zipped(*((f"{it}.txt", b"word " * 190_000) for it in range(99)))[:-1],
    ),
    "too many entries": ("a.zip", lambda: zipped(*((f"{it}.txt", b"a") for it in range(101)))),
    "archives in archives": ("a.zip", lambda: nested(3)),
    "a name that leads out": ("a.zip", lambda: zipped(("../../a.txt", GOOD.encode()))),
    "an absolute name": ("a.zip", lambda: zipped(("/etc/a.txt", GOOD.encode()))),
    "a drive's name": ("a.zip", lambda: zipped(("C:\\a.txt", GOOD.encode()))),
    "a name that leads out backwards": ("a.zip", lambda: zipped(("..\\..\\a.txt", GOOD.encode()))),
    "a link in an archive": ("a.zip", linked),
    "an entry that lies about its size": ("a.zip", lying),
    "no PDF under its name": ("a.pdf", GOOD.encode),
    "half a PDF": ("a.pdf", lambda: b"%PDF-1.7\n1 0 obj\n<<"),
    "a PDF whose pages hold themselves": ("a.pdf", pdf_loop),
    "a PDF that bursts": ("a.pdf", pdf_bomb),
    "a PDF without text": (
        "a.pdf",
        lambda: pdf_of(b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R>>endobj"),
    ),
    "no Word document under its name": ("a.docx", lambda: zipped(("a.txt", GOOD.encode()))),
    "a Word document that bursts": ("a.docx", lambda: zipped(("word/document.xml", b" " * 4_000_000))),
    "an entity bomb": ("a.docx", lambda: docx_of(ENTITIES)),
    "an empty page": ("a.html", lambda: b"<html><body></body></html>"),
    "a page of menus alone": ("a.html", lambda: b"<nav>" + b'<a href="/">Home</a>' * 300 + b"</nav>"),
    "a page of scripts alone": ("a.html", lambda: b"<script>" + b"alert(1);" * 3000 + b"</script>"),
    "20,000 nested elements": ("a.html", lambda: b"<div>" * 20_000),
    "an e-mail of nothing": ("a.eml", lambda: b"Subject: x\n\n"),
    "an e-mail of a thousand parts": (
        "a.eml",
        lambda: b"Content-Type: multipart/mixed; boundary=x\n\n" + b"--x\n\nhello\n" * 1000 + b"--x--\n",
    ),
    "an e-mail in an encoding that there is not": ("a.eml", lambda: b"Content-Type: text/plain; charset=klingon\n\nx"),
    "no web archive under its name": ("a.warc.gz", GOOD.encode),
    "half a web archive": ("a.warc", lambda: b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999\r\n\r\nabc"),
    "a Word document under a PDF's name": ("a.pdf", lambda: docx_of("<w:document/>")),
    "a PDF under a text's name": ("a.txt", lambda: pdf_of(b"2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj")),
    "an archive under a text's name": ("a.txt", lambda: zipped(("a.txt", GOOD.encode()))),
    "a picture that is a page as well": ("a.html", lambda: b"GIF89a/*<html><script>alert(1)</script>*/=0;"),
    "a PDF that is an archive as well": ("a.pdf", lambda: b"%PDF-1.4\n" + zipped(("a.txt", GOOD.encode()))),
    "Russian in a page that says UTF-8": (
        "a.html",
        lambda: b'<meta charset="utf-8"><article><p>' + ("Войска вошли в город и заняли мост. " * 20).encode("cp1251"),
    ),
    "Arabic in a page that says Western": (
        "a.html",
        lambda: b'<meta charset="ascii"><article><p>' + ("دخلت القوات المدينة يوم الخميس " * 20).encode("cp1256"),
    ),
    "half characters of UTF-16 in UTF-8": ("a.txt", lambda: b"\xed\xa0\x80\xed\xb0\x80" * 400),
    "a parameter entity that names a file": (
        "a.docx",
        lambda: docx_of('<!DOCTYPE d [<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;]><w:document/>'),
    ),
    "an e-mail within an e-mail, forty deep": ("a.eml", mail_in_mail),
    "an e-mail whose header never ends": ("a.eml", lambda: b"Subject: " + b"x" * 2_000_000),
    "a compressed bomb as web archive": ("a.warc.gz", lambda: zlib.compress(bytes(4_000_000), 9, 31)),
}

READ: dict[str, tuple[str, Callable[[], bytes]]] = {
    "an entity that names a file": ("a.html", EXTERNAL.encode),
    "a line of a megabyte": ("a.txt", lambda: (GOOD + " ").encode() * 9_000),
    "16,000 spaces in a text": ("a.txt", f"{GOOD}{' ' * 16_000}\n{GOOD}".encode),
    "16,000 tabs at the ends of lines": ("a.txt", ((GOOD + "\t" * 16_000 + "\n") * 10).encode),
    "a trap for quantifiers": ("a.txt", (GOOD + "\n" + "a" * 40_000 + "! " + "ab" * 40_000).encode),
    "letters that turn the reading direction": ("a.txt", f"{GOOD} \u202egnp.exe\u202c {GOOD}".encode),
    "UTF-16 without a mark": ("a.txt", lambda: (GOOD * 5).encode("utf-16-le")),
    "typographic quotes of Windows": ("a.txt", lambda: f"“{GOOD}” – he said.".encode("cp1252")),
    "a script in every sentence": ("a.txt", lambda: (GOOD + " <script>alert(1)</script> ${x} `y` \\ ").encode() * 20),
    "front matter that never ends": ("a.md", lambda: f"---\ntitle: x\n{GOOD}\n".encode() * 50),
    "front matter with a date that there is not": ("a.md", f"---\ndate: 2014-02-31\n---\n{GOOD}".encode),
    "10,000 quoted levels": ("a.txt", (">" * 10_000 + " " + GOOD + "\n" + GOOD).encode),
    "a thread of 3,000 heads": ("a.txt", lambda: f"ali, 12 June 2014\n{GOOD}\n\n".encode() * 3_000),
    "a page with a hundred thousand attributes": (
        "a.html",
        ("<html><body><p " + 'onclick="x" ' * 100_000 + f">{GOOD * 5}</p></body></html>").encode,
    ),
    "a page that says another encoding": (
        "a.html",
        f'<meta charset="klingon"><body><article><p>{GOOD * 5}</p></article></body>'.encode,
    ),
    "an archive in an archive": ("a.zip", lambda: nested(1)),
    "a mark of nothing amid the words": ("a.html", f"<article><p>{GOOD * 3}\0{GOOD}</p></article>".encode),
    "a page under a text's name": ("a.txt", f"<html><body onload='x()'><p>{GOOD}</p></body></html>".encode),
    "a text under a page's name": ("a.html", ((GOOD + "\n\n") * 5).encode),
    "a page that never closes anything": ("a.html", (f"<article><p>{GOOD * 4}" + "<b><i><p>" * 3_000).encode),
    "addresses in every attribute": (
        "a.html",
        (
            f"<article><p>{GOOD * 4}</p><img src='http://127.0.0.1:9/a.png' srcset='http://127.0.0.1:9/b.png 2x'>"
            "<link rel=stylesheet href='http://127.0.0.1:9/c.css'><iframe src='file:///etc/passwd'></iframe></article>"
        ).encode,
    ),
    "an entry packed a thousandfold": ("a.zip", lambda: zipped(("a.txt", (GOOD + "\n").encode() * 2_000))),
    "an e-mail that names files": (
        "a.eml",
        (
            "Subject: x\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\n"
            f"{GOOD}\n--x\nContent-Disposition: attachment; filename=../../../b.txt\n\n{GOOD}\n--x--\n"
        ).encode,
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_bad_file_is_counted_and_the_next_one_is_read(case: str, tmp_path: Path) -> None:
    """The message names the file and says why."""
    name, made = REFUSED[case]
    (tmp_path / name).write_bytes(made())
    (tmp_path / "z.txt").write_text(GOOD)
    start = time.monotonic()
    parcels = list(parcels_in(tmp_path, limits=LIMITS))

    assert time.monotonic() - start < SECONDS
    assert [it.name for parcel in parcels for it in parcel.documents if name not in parcel.original.name] == ["z.txt"]
    rejections = [it for parcel in parcels for it in parcel.rejections]
    assert rejections
    assert all(name in it.message for it in rejections)
    assert all(len(it.message.partition(": ")[2]) > 10 for it in rejections)
    assert {name, "z.txt"} == {it.name for it in tmp_path.iterdir()}


@pytest.mark.parametrize("case", READ)
def test_an_odd_file_is_read(case: str, tmp_path: Path) -> None:
    """Posts and furniture lie within the text."""
    name, made = READ[case]
    (tmp_path / name).write_bytes(made())
    start = time.monotonic()
    documents = [it for parcel in parcels_in(tmp_path, limits=LIMITS) for it in parcel.documents]

    assert time.monotonic() - start < SECONDS
    assert documents
    for document in documents:
        assert "Samarra" in document.text
        assert "root:" not in document.text
        assert all(it.span.end <= len(document.text) for it in document.posts)
        assert all(it.end <= len(document.text) for it in document.furniture)


def test_a_sparse_file_is_refused_by_its_size(tmp_path: Path) -> None:
    """300 MB that are not there are not read."""
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(300_000_000)
    (parcel,) = parcels_in(tmp_path)

    assert Reason.TOO_LARGE is parcel.rejections[0].reason
    assert parcel.rejections[0].message == "a.txt: a file may have 50,000,000 bytes, got 300,000,000"


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')",
        "open('/tmp/dateline-was-here', 'w')",
        "import os; os.open('/tmp/dateline-was-here', os.O_CREAT | os.O_WRONLY)",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "import os; os.remove('/tmp/dateline-was-here')",
    ],
)
def test_a_reader_may_neither_write_nor_call_nor_start_anything(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a library is led to do, the child refuses it."""
    found = asked(code, monkeypatch)

    assert "PermissionError" in found


def test_a_reader_that_hangs_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "may take 2 s, took longer" in asked("import time; time.sleep(60)", monkeypatch, seconds=2)


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("bytearray(2_000_000_000)", "bytes of memory, took more"),
        ("import os; os._exit(3)", "ended over it"),
        ("import ctypes; ctypes.string_at(0)", "ended over it"),
        ("print('x' * 100000)", "damaged"),
    ],
)
def test_a_reader_that_bursts_or_crashes_is_a_rejection(
    code: str, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if message == "damaged":
        assert asked(code, monkeypatch) == "nothing was found"
    else:
        assert message in asked(code, monkeypatch)


def asked(code: str, monkeypatch: pytest.MonkeyPatch, *, seconds: float = 30) -> str:
    """What comes of a reader that runs `code`."""
    monkeypatch.setattr("texts.sandbox.WORKER", f"{WORKER}\ndef reader(*_):\n    {code}\n    return iter(())\n{START}")
    sandbox = Sandbox(Limits(parse_seconds=seconds, parse_bytes=900_000_000))
    try:
        found = sandbox.found_in(b"x", "a.txt")
    finally:
        sandbox.close()
    return getattr(found[0], "message", "") if found else "nothing was found"


WORKER = "import texts.worker as worker"
START = "worker.found_in = reader\nworker.main()"


def test_the_reader_goes_on_after_a_crash() -> None:
    bad = parcel_of_parts(pdf_loop(), name="a.pdf", limits=LIMITS)
    good = parcel_of_parts(zipped(("a.txt", GOOD.encode())), name="b.zip", limits=LIMITS)

    assert bad.rejections
    assert len(good.documents) == 1
