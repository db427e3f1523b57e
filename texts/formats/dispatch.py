"""Choose the reader of a file by its suffix and its first bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from texts.extracted import Found, Refused
from texts.limits import Limits
from texts.rejection import Reason

Reader = Callable[[bytes, str, Limits, int], Iterator[Found]]
"""Takes the bytes, the name, the limits and how many archives the file lies in."""

SUFFIXES = (".html", ".htm", ".xhtml", ".mhtml", ".mht", ".pdf", ".docx", ".eml", ".warc", ".warc.gz", ".zip")
"""What is read beside plain text."""

_MAGIC = {".pdf": (b"%PDF",), ".docx": (b"PK",), ".zip": (b"PK",), ".warc.gz": (b"\x1f\x8b",)}


def suffix_of(name: str) -> str:
    """Return the suffix that decides, in lower case.

    >>> suffix_of("a/b.WARC.gz"), suffix_of("a.b/c")
    ('.warc.gz', '')
    """
    path = PurePosixPath(name.lower())
    return ".warc.gz" if path.name.endswith(".warc.gz") else path.suffix


def found_in(content: bytes, name: str, limits: Limits, depth: int = 0) -> Iterator[Found]:
    """Yield the texts in a file of one of the formats of `SUFFIXES`, or of plain text."""
    suffix = suffix_of(name)
    if len(content) > limits.file_bytes:
        message = f"a file may have {limits.file_bytes:,} bytes, got {len(content):,}"
        yield Refused(name=name, reason=Reason.TOO_LARGE, message=message)
    elif not content.strip():
        yield Refused(name=name, reason=Reason.EMPTY, message="expected text, got none")
    elif suffix in _MAGIC and _MAGIC[suffix][0] not in content[:1024]:
        message = f"expected a {suffix} file, got something else under that name"
        yield Refused(name=name, reason=Reason.UNREADABLE, message=message)
    else:
        yield from _reader_of(suffix)(content, name, limits, depth)


def _reader_of(suffix: str) -> Reader:  # noqa: PLR0911 - one line a format
    """Return the reader of a suffix; its library is loaded when the first such file comes."""
    if suffix in {".html", ".htm", ".xhtml"}:
        from texts.formats.html import pages_in

        return pages_in
    if suffix in {".eml", ".mhtml", ".mht"}:
        from texts.formats.mail import mails_in

        return mails_in
    if suffix == ".pdf":
        from texts.formats.pdf import pdfs_in

        return pdfs_in
    if suffix == ".docx":
        from texts.formats.docx import docx_in

        return docx_in
    if suffix in {".warc", ".warc.gz"}:
        from texts.formats.warc import captures_in

        return captures_in
    if suffix == ".zip":
        from texts.formats.archive import entries_in

        return entries_in
    from texts.formats.plain import plain_in

    return plain_in
