"""Choose the reader of a file by its suffix and its first bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from texts.decoding import BINARY
from texts.extracted import Enclosed, Extracted, Found, Refused
from texts.formats.suffix import suffix_of
from texts.limits import Limits
from texts.rejection import Reason

Reader = Callable[[bytes, str, Limits, int], Iterator[Extracted | Refused | Enclosed]]
"""Takes the bytes, the name, the limits and how many archives the file lies in."""

PAGES = (".html", ".htm", ".xhtml")
"""Suffixes of saved pages."""

_MAGIC = {".pdf": (b"%PDF",), ".docx": (b"PK",), ".zip": (b"PK",), ".warc.gz": (b"\x1f\x8b",)}


def found_in(content: bytes, name: str, limits: Limits, depth: int = 0, encoding: str | None = None) -> Iterator[Found]:
    """Yield the texts in a file of a format that is read, and those in the files that it encloses.

    `encoding` is that of a saved page, where the user says it; files of other formats know their own.
    """
    suffix = suffix_of(name)
    if len(content) > limits.file_bytes:
        message = f"a file may have {limits.file_bytes:,} bytes, got {len(content):,}"
        yield Refused(name=name, reason=Reason.TOO_LARGE, message=message)
    elif not content.strip():
        yield Refused(name=name, reason=Reason.EMPTY, message="expected text, got none")
    elif suffix in PAGES and content.startswith(BINARY):
        yield Refused(name=name, reason=Reason.UNREADABLE, message="expected a web page, got a binary file")
    elif suffix in _MAGIC and _MAGIC[suffix][0] not in content[:1024]:
        message = f"expected a {suffix} file, got something else under that name"
        yield Refused(name=name, reason=Reason.UNREADABLE, message=message)
    else:
        try:
            for it in _reader_of(suffix, encoding)(content, name, limits, depth):
                if isinstance(it, Enclosed):
                    yield from found_in(it.content, it.name, limits, depth + 1, encoding)
                else:
                    yield it
        except MemoryError:
            raise  # what is left of this process is not to be trusted
        except Exception as error:
            # a library's own fault over one file: what lies beside it, and what was read of it, is kept
            message = f"the program that reads such files failed over it ({type(error).__name__})"
            yield Refused(name=name, reason=Reason.UNREADABLE, message=message)


def load(suffix: str) -> None:
    """Load the library that reads files with a suffix, so that the first of them takes no longer than others."""
    _reader_of(suffix, None)


def _reader_of(suffix: str, encoding: str | None) -> Reader:  # noqa: PLR0911 - one line a format
    """Return the reader of a suffix; its library is loaded when the first such file comes."""
    if suffix in PAGES:
        from texts.formats.html import pages_in

        return partial(pages_in, charset=encoding)
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
