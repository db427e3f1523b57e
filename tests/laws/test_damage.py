"""Whole files of every format, damaged in any way: each is read or refused by name, and what is whole in it is kept."""

import gzip
import io
import zipfile
from functools import cache

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.texts.test_formats import PAGE, PARAGRAPHS, capture, mail, pdf
from texts.document import Document
from texts.extracted import Extracted, Refused
from texts.formats.dispatch import found_in
from texts.limits import DEFAULT
from texts.read import parcel_of_parts

Damage = tuple[str, float, bytes]
"""What is done, how far from the start, and with which bytes."""

damages = st.lists(
    st.tuples(
        st.sampled_from(["put", "replace", "cut", "repeat", "end"]),
        st.floats(0, 1),
        st.sampled_from([b"\0", b"\xff\xfe", b"\r\n\r\n", b"=", b"--b", b"\x80", b"9999999999", b"-1", b"<"])
        | st.binary(min_size=1, max_size=8),
    ),
    min_size=1,
    max_size=6,
)


def damaged(content: bytes, damage: list[Damage]) -> bytes:
    for what, far, piece in damage:
        at = int(far * len(content))
        before, after = content[:at], content[at:]
        content = {
            "put": before + piece + after,
            "replace": before + piece + after[len(piece) :],
            "cut": before + after[len(piece) * 4 :],
            "repeat": before + before[-60 * len(piece) :] + after,
            "end": before if far > 0.3 else content,
        }[what]
    return content


def saved_page() -> bytes:
    """As browsers save a page: with all that belongs to it in one message."""
    head = (
        'From: <saved>\r\nSubject: Bridge\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    )
    style = "--b\r\nContent-Type: text/css\r\nContent-Location: cid:css-1@mhtml.example\r\n\r\nbody { color: red }\r\n"
    return f"{head}{PAGE.replace('=', '=3D')}\r\n{style}--b--\r\n".encode()


def letter() -> bytes:
    message = mail(Subject="Bridge", From="a@b.example", Date="Fri, 13 Jun 2014 08:00:00 +0000")
    message.add_attachment(PAGE.encode(), maintype="text", subtype="html", filename="page.html")
    return message.as_bytes()


def word() -> bytes:
    out, document = io.BytesIO(), docx.Document()
    for it in PARAGRAPHS:
        document.add_paragraph(it)
    document.add_table(rows=1, cols=2).cell(0, 0).text = "Samarra"
    document.save(out)
    return out.getvalue()


def packed(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("_", "."), content)
    return out.getvalue()


@cache
def whole() -> dict[str, bytes]:
    """Return a good file of each format."""
    captures = capture(1, "text/html") + capture(2, "text/html")
    return {
        ".html": PAGE.encode(),
        ".mhtml": saved_page(),
        ".pdf": pdf(PARAGRAPHS),
        ".docx": word(),
        ".eml": letter(),
        ".warc": captures,
        ".warc.gz": gzip.compress(capture(1, "text/html")) + gzip.compress(capture(2, "text/html")),
        ".zip": packed(a_txt=PARAGRAPHS[0].encode(), b_html=PAGE.encode(), c_eml=letter(), d_docx=word()),
    }


FORMATS = [".html", ".mhtml", ".pdf", ".docx", ".eml", ".warc", ".warc.gz", ".zip"]


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_files_are_good_before_they_are_damaged(suffix: str) -> None:
    parcel = parcel_of_parts(whole()[suffix], name=f"a{suffix}")

    assert all("Samarra" in it.text for it in parcel.documents)
    assert len(parcel.documents) == {".zip": 5, ".eml": 2, ".warc": 2, ".warc.gz": 2}.get(suffix, 1)
    assert parcel.rejections == ()


@pytest.mark.parametrize("suffix", FORMATS)
@given(damage=damages)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_damaged_file_is_read_or_refused_by_name_and_reason(suffix: str, damage: list[Damage]) -> None:
    name = f"a{suffix}"
    parcel = parcel_of_parts(damaged(whole()[suffix], damage), name=name)

    assert parcel.documents or parcel.rejections
    assert all(isinstance(it, Document) for it in parcel.documents)
    for it in parcel.rejections:
        assert it.message.startswith(name)
        assert len(it.message.partition(": ")[2]) > 10


def test_a_web_archive_that_was_compressed_as_a_whole_is_read() -> None:
    content = gzip.compress(capture(1, "text/html") + capture(2, "text/html"))

    assert [type(it) for it in found_in(content, "a.warc.gz", DEFAULT)] == [Extracted, Extracted]


def test_pages_before_the_damage_of_a_web_archive_are_kept() -> None:
    whole, half = capture(1, "text/html"), capture(2, "text/html").replace(b"Content-Length: ", b"Content-Length: -9")
    found = list(found_in(whole + half, "a.warc", DEFAULT))

    assert isinstance(found[0], Extracted)
    assert "Samarra" in found[0].text


def test_a_file_that_its_library_fails_over_takes_nothing_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """In an archive the files beside it are read; the reason names the file and the fault."""

    def failing(*_: object) -> None:
        raise ZeroDivisionError("x")

    monkeypatch.setattr("texts.formats.docx.docx_in", failing)
    found = list(found_in(packed(a_txt=b"Reached.", b_docx=word(), c_txt=b"Left."), "a.zip", DEFAULT))

    assert [it.name for it in found if isinstance(it, Extracted)] == ["a.zip/a.txt", "a.zip/c.txt"]
    assert [(it.name, it.message) for it in found if isinstance(it, Refused)] == [
        ("a.zip/b.docx", "the program that reads such files failed over it (ZeroDivisionError)")
    ]


def test_a_header_that_cannot_be_read_costs_no_text() -> None:
    """The day stays unknown."""
    content = letter().replace(b"Fri, 13 Jun 2014", b"Fri, 13 Jun 99999999999999999999")
    found = list(found_in(content, "a.eml", DEFAULT))

    assert isinstance(found[0], Extracted)
    assert "published" not in found[0].fields
