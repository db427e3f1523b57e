import gzip
import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from texts.document import Document
from texts.read import documents_in, parcels_in
from texts.rejection import Reason, Rejection

PARAGRAPHS = (
    "The governor said on Thursday that two battalions had reached the bridge near Samarra before the sun rose.",
    "Residents of the town said that they had seen no soldiers at all, and that the road to the south was closed.",
    "A spokesman in Baghdad denied that any of the vehicles had crossed the river, and called the report a rumour.",
)
BODY = "".join(f"<p>{it}</p>" for it in PARAGRAPHS)
PAGE = f"""<!doctype html><html lang="en"><head><title>Bridge reached</title>
<meta property="og:site_name" content="The Gazette">
<meta property="article:published_time" content="2014-06-13T08:00:00Z">
<link rel="canonical" href="https://gazette.example/bridge"></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Bridge reached</h1>{BODY}</article>
<footer>© 2025 The Gazette</footer></body></html>"""


def read(path: Path) -> tuple[list[Document], list[Rejection]]:
    found = list(documents_in(path))
    return [it for it in found if isinstance(it, Document)], [it for it in found if isinstance(it, Rejection)]


def mail(**headers: str) -> EmailMessage:
    message = EmailMessage()
    for name, value in headers.items():
        message[name] = value
    message.set_content("\n\n".join(PARAGRAPHS))
    return message


def pdf(lines: tuple[str, ...]) -> bytes:
    """A page of text with a line break in the middle of a sentence."""
    writer = PdfWriter()
    page = writer.add_blank_page(width=600, height=800)
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F1"): writer._add_object(font)})}
    )
    stream = DecodedStreamObject()
    shown = "".join(f"({line}) Tj T* " for line in lines)
    stream.set_data(f"BT /F1 10 Tf 12 TL 40 700 Td {shown}ET".encode())
    page[NameObject("/Contents")] = writer._add_object(stream)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def capture(number: int, kind: str) -> bytes:
    """A record of a web archive."""
    answer = f"HTTP/1.0 200 OK\r\nContent-Type: {kind}\r\n\r\n{PAGE}".encode()
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\n"
        f"WARC-Target-URI: https://gazette.example/{number}\r\nWARC-Date: 2014-06-14T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:0000000{number}-0000-0000-0000-000000000000>\r\n"
        f"Content-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def test_a_saved_page_gives_its_article_and_what_it_says_of_itself(tmp_path: Path) -> None:
    """Menus stay out; the year of the copyright is no date."""
    (tmp_path / "a.html").write_text(PAGE)
    (document,), rejections = read(tmp_path)

    assert rejections == []
    assert all(it in document.text for it in PARAGRAPHS)
    assert "World" not in document.text
    assert (
        document.title,
        document.publisher,
        document.url,
    ) == ("Bridge reached", "The Gazette", "https://gazette.example/bridge")
    assert document.dating is not None
    assert (document.dating.edtf, document.dating.source) == ("2014-06-13", "page metadata")


def test_a_page_without_a_date_stays_undated(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE.replace("article:published_time", "generator"))
    (document,), _ = read(tmp_path)

    assert document.dating is None


@pytest.mark.parametrize(
    ("head", "encoding", "doubt"),
    [
        ("<meta charset=windows-1252>", None, None),
        ("", None, "not UTF-8 (byte 0x97 at 18); it looks like cp1252"),
        (
            "<meta charset=utf-8>",
            None,
            "says utf-8, which does not fit; not UTF-8 (byte 0x97 at 38); it looks like cp1252",
        ),
        ("<meta charset=utf-8>", "cp1252", None),
    ],
)
def test_a_page_in_another_encoding_is_read_and_the_doubt_kept(
    head: str, encoding: str | None, doubt: str | None, tmp_path: Path
) -> None:
    """What the page declares counts where it fits, what the user says before that."""
    body = f"{head}<article><p>Mosul — “the bridge” — fell. {PARAGRAPHS[0]}</p></article>"
    (tmp_path / "a.html").write_bytes(body.encode("cp1252"))
    (parcel,) = parcels_in(tmp_path, encoding=encoding)

    assert "Mosul — “the bridge” — fell." in parcel.documents[0].text
    assert parcel.original.doubt == doubt


XENFORO = """<article class="message message--post" data-author="{author}"><time datetime="{day}T18:20:00+0000">x</time>
<div class="bbWrapper">{body}</div></article>"""
PHPBB = """<div class="post has-profile"><p class="author">by <a class="username">{author}</a>
<time datetime="{day}T18:20:00+00:00">x</time></p><div class="content">{body}</div></div>"""


@pytest.mark.parametrize("post", [XENFORO, PHPBB], ids=["XenForo", "phpBB"])
def test_a_forum_page_keeps_posts_authors_days_and_quotations(tmp_path: Path, post: str) -> None:
    quoted = f'<blockquote class="quote">ali said: {PARAGRAPHS[0]}</blockquote><p>{PARAGRAPHS[1]}</p>'
    posts = post.format(author="ali", day="2014-06-12", body=f"<p>{PARAGRAPHS[0]}</p>")
    posts += post.format(author="zed", day="2014-06-13", body=quoted)
    (tmp_path / "a.html").write_text(f"<html><body><h1>Thread</h1>{posts}</body></html>")
    (document,), _ = read(tmp_path)

    assert [it.author for it in document.posts] == ["ali", "zed"]
    assert [it.dating.edtf for it in document.posts if it.dating] == ["2014-06-12", "2014-06-13"]
    assert [len(it.quotations) for it in document.posts] == [0, 1]


def test_a_pdf_has_its_broken_lines_joined(tmp_path: Path) -> None:
    lines = ("The governor said on Thursday that two battalions had reached", "the bridge near Samarra before dawn.")
    (tmp_path / "a.pdf").write_bytes(pdf(lines))
    (document,), rejections = read(tmp_path)

    assert rejections == []
    assert " ".join(lines) in document.text
    assert document.dating is None


def test_a_word_document_gives_paragraphs_and_tables(tmp_path: Path) -> None:
    made = docx.Document()
    made.core_properties.title = "Bridge reached"
    for paragraph in PARAGRAPHS[:2]:
        made.add_paragraph(paragraph)
    table = made.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Samarra", "two battalions"
    made.save(str(tmp_path / "a.docx"))
    (document,), rejections = read(tmp_path)

    assert rejections == []
    assert document.title == "Bridge reached"
    assert document.text.endswith(f"{PARAGRAPHS[1]}\n\nSamarra | two battalions\n")


def test_a_mail_is_dated_by_its_header_and_brings_its_attachments(tmp_path: Path) -> None:
    message = mail(Subject="Bridge", From="ali@gazette.example", Date="Fri, 13 Jun 2014 08:00:00 +0300")
    message.add_attachment(PARAGRAPHS[0], filename="note.txt")
    message.add_attachment(b"\0\1", maintype="image", subtype="png", filename="map.png")
    (tmp_path / "a.eml").write_bytes(bytes(message))
    documents, rejections = read(tmp_path)

    assert rejections == []
    assert [it.name for it in documents] == ["a.eml", "note.txt"]
    assert documents[0].dating is not None
    assert (documents[0].dating.edtf, documents[0].dating.source) == ("2014-06-13", "mail header")


def test_a_mail_says_which_attachments_are_not_read(tmp_path: Path) -> None:
    message = mail(Subject="Bridge", From="ali@gazette.example", Date="Fri, 13 Jun 2014 08:00:00 +0300")
    message.add_attachment(b"\0\1", maintype="application", subtype="octet-stream", filename="figures.xlsx")
    message.add_attachment(b"\0\1", maintype="application", subtype="octet-stream")
    (tmp_path / "a.eml").write_bytes(bytes(message))
    documents, rejections = read(tmp_path)

    assert [it.name for it in documents] == ["a.eml"]
    assert [(it.name, it.reason) for it in rejections] == [
        ("a.eml/figures.xlsx", Reason.UNSUPPORTED),
        ("a.eml/an attachment without a name", Reason.UNSUPPORTED),
    ]


def test_a_mail_that_another_forwards_keeps_its_own_day(tmp_path: Path) -> None:
    inner = mail(Subject="Earlier", From="sara@gazette.example", Date="Thu, 12 Jun 2014 08:00:00 +0300")
    message = mail(Subject="Fwd", From="ali@gazette.example", Date="Fri, 13 Jun 2014 08:00:00 +0300")
    message.set_content(PARAGRAPHS[1])
    message.add_attachment(inner)
    (tmp_path / "a.eml").write_bytes(bytes(message))
    documents, rejections = read(tmp_path)

    assert rejections == []
    assert [it.dating and it.dating.edtf for it in documents] == ["2014-06-13", "2014-06-12"]


def test_a_page_saved_as_one_file_is_not_dated_by_its_saving(tmp_path: Path) -> None:
    message = EmailMessage()
    message["Snapshot-Content-Location"] = "https://gazette.example/bridge"
    message["Subject"], message["Date"] = "Bridge", "Fri, 13 Jun 2025 08:00:00 +0300"
    message.set_content(PAGE.replace("article:published_time", "generator"), subtype="html")
    (tmp_path / "a.mhtml").write_bytes(bytes(message))
    (document,), _ = read(tmp_path)

    assert PARAGRAPHS[0] in document.text
    assert document.dating is None


def test_a_web_archive_gives_its_pages_with_address_and_time_of_capture(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(
        gzip.compress(capture(0, "text/html")) + gzip.compress(capture(1, "image/png"))
    )
    (document,), rejections = read(tmp_path)

    assert rejections == []
    assert (document.url, document.captured) == ("https://gazette.example/0", "2014-06-14T00:00:00Z")


def test_an_archive_gives_the_files_in_it(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("deep/b.txt", PARAGRAPHS[0])
        archive.writestr("a.html", PAGE)
        archive.writestr("c.exe", b"MZ")
    documents, (rejection,) = read(tmp_path)

    assert [it.name for it in documents] == ["a.html", "b.txt"]
    assert (
        rejection.reason,
        rejection.message,
    ) == (Reason.UNSUPPORTED, "a.zip/c.exe: files of this kind (.exe) are not read")
