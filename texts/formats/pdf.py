"""PDF files: the text of their pages, with the lines of a paragraph joined."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator

from pypdf import PdfReader
from pypdf.errors import LimitReachedError, PyPdfError

from texts.extracted import Extracted, Found, Refused
from texts.limits import Limits
from texts.rejection import Reason

MOST_PAGES = 2_000
"""A file with more pages is refused."""

_ENDS = re.compile(r"[.!?:;”\"')\]]\Z")
_HYPHEN = re.compile(r"[a-z]-\Z")


def pdfs_in(content: bytes, name: str, limits: Limits, depth: int = 0) -> Iterator[Found]:
    """Yield the text of a PDF; its dates of creation are not taken for a day of publication."""
    del depth
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            yield Refused(name=name, reason=Reason.UNREADABLE, message="expected an open file, got an encrypted one")
            return
        if len(reader.pages) > MOST_PAGES:
            message = f"a PDF may have {MOST_PAGES:,} pages, got {len(reader.pages):,}"
            yield Refused(name=name, reason=Reason.TOO_LARGE, message=message)
            return
        pages: list[str] = []
        length = 0
        for page in reader.pages:
            pages.append(page.extract_text())
            length += len(pages[-1])
            if length > limits.text_characters:
                message = f"a text may have {limits.text_characters:,} characters, got more"
                yield Refused(name=name, reason=Reason.TOO_LARGE, message=message)
                return
        title = reader.metadata.title if reader.metadata is not None else None
    except LimitReachedError:
        message = "unpacking or following it takes more than the reader of such files allows"
        yield Refused(name=name, reason=Reason.TOO_LARGE, message=message)
        return
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, OSError, ArithmeticError) as error:
        message = f"expected a whole PDF, got a damaged one ({type(error).__name__})"
        yield Refused(name=name, reason=Reason.UNREADABLE, message=message)
        return
    text = "\n\n".join(joined(page) for page in pages if page.strip())
    if not text.strip():
        message = "there is no text in it; perhaps its pages are pictures"
        yield Refused(name=name, reason=Reason.EMPTY, message=message)
        return
    fields = {"title": str(title).strip()} if isinstance(title, str) and title.strip() else {}
    yield Extracted(name=name, text=text + "\n", fields=fields, source="PDF metadata")


def joined(page: str) -> str:
    r"""Return the text of a page with the broken lines of its paragraphs joined; a hyphen at a break goes.

    >>> joined("Troops reached the\nbridge on Thurs-\nday.\nThey stopped.")
    'Troops reached the bridge on Thursday.\nThey stopped.'
    """
    out: list[str] = []
    for line in (it.strip() for it in page.splitlines()):
        if not line or not out or not out[-1] or _ENDS.search(out[-1][-1:]):
            out.append(line)
        elif _HYPHEN.search(out[-1]) and line[0].islower():
            out[-1] = out[-1][:-1] + line
        elif len(out[-1]) < SHORT_LINE and not line[0].islower():
            out.append(line)
        else:
            out[-1] = f"{out[-1]} {line}"
    return "\n".join(out)


SHORT_LINE = 40
"""A line with fewer characters, before one that begins with a capital, is a heading and stays apart."""
