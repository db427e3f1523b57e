"""PDF files made by hand, whole as far as their lists of objects go."""

import re
import zlib

OBJECT = re.compile(rb"(?:(?<=\n)|(?<=endobj))([0-9]{1,4}) 0 obj")


def pdf_of(body: bytes) -> bytes:
    """Return a file with these objects behind the first, its catalogue, and a table of where each begins."""
    data = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n" + body + b"\n"
    starts = {int(found[1]): found.start() for found in OBJECT.finditer(data)}
    count = max(starts) + 1
    rows = [b"%010d %05d %b \n" % (starts.get(it, 0), 0 if it in starts else 65535, b"n" if it in starts else b"f")
            for it in range(count)]  # fmt: skip
    table = b"xref\n0 %d\n" % count + b"".join(rows)
    return data + table + b"trailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n" % (count, len(data))


def page_of(content: bytes, *, filters: bytes = b"/FlateDecode", font: bytes = b"", more: bytes = b"") -> bytes:
    """Return a file of one page with this content, packed as the one filter says that is done here."""
    data = zlib.compress(content, 9) if filters == b"/FlateDecode" else content
    return pdf_of(
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>endobj\n"
        b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica%b>>endobj\n%b"
        b"4 0 obj<</Filter %b/Length %d>>stream\n%b\nendstream endobj" % (font, more, filters, len(data), data)
    )


def pdf_loop() -> bytes:
    return pdf_of(b"2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2/Parent 2 0 R>>endobj")


def pdf_bomb() -> bytes:
    return page_of(b"(a) Tj " * 30_000_000)
