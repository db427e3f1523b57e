"""Word documents: paragraphs and tables in their order."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from typing import Any
from zipfile import BadZipFile

import docx
from docx.table import Table, _Cell
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


def _lines(holder: Any) -> Iterator[str]:
    """Yield the paragraphs and the rows of tables of a document or a cell."""
    for it in holder.iter_inner_content():
        if isinstance(it, Paragraph):
            yield it.text
        elif isinstance(it, Table):
            for row in it._tbl.tr_lst:  # noqa: SLF001 - see below
                # the library's own cells are one for each column that a cell says it spans
                yield " | ".join(filter(None, (_words(_Cell(cell, it)) for cell in row.tc_lst)))


def _words(cell: _Cell) -> str:
    """Return what stands in a cell, tables in it too."""
    return "\n".join(line for line in _lines(cell) if line.strip()).strip()
