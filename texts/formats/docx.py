"""Word documents: paragraphs and tables in their order."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from zipfile import BadZipFile

import docx
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml.etree import LxmlError

from texts.extracted import Extracted, Found, Refused
from texts.formats.burst import burst_of
from texts.limits import Limits
from texts.rejection import Reason


def docx_in(content: bytes, name: str, limits: Limits, depth: int = 0) -> Iterator[Found]:
    """Yield the text of a Word document; its dates of editing are not taken for a day of publication."""
    del depth
    burst = burst_of(content, limits)
    if burst is not None:
        yield Refused(name=name, reason=Reason.TOO_LARGE, message=burst)
        return
    try:
        document = docx.Document(io.BytesIO(content))
        lines = list(_lines(document))
        title, author = document.core_properties.title, document.core_properties.author
    except (BadZipFile, LxmlError, zlib.error, LookupError, ValueError, AttributeError, OSError, RuntimeError) as error:
        message = f"expected a Word document, got a damaged or other one ({type(error).__name__})"
        yield Refused(name=name, reason=Reason.UNREADABLE, message=message)
        return
    text = "\n\n".join(line for line in lines if line.strip())
    if not text:
        yield Refused(name=name, reason=Reason.EMPTY, message="expected text, got none")
        return
    fields = {"title": title, "author": author}
    yield Extracted(
        name=name,
        text=text + "\n",
        fields={key: value for key, value in fields.items() if value and value.lower() != "python-docx"},
        source="document properties",
    )


def _lines(document: object) -> Iterator[str]:
    for it in document.iter_inner_content():  # type: ignore[attr-defined]  # of python-docx's Document
        if isinstance(it, Paragraph):
            yield it.text
        elif isinstance(it, Table):
            for row in it.rows:
                yield " | ".join(dict.fromkeys(cell.text.strip() for cell in row.cells))
