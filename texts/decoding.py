"""Turn bytes into text, with a reason for the encoding that was taken."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from charset_normalizer import from_bytes

SAMPLE = 65_536
"""How many bytes of a file an undeclared encoding is told by."""

MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
         (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip
"""Byte order marks; those of UTF-32 begin like those of UTF-16 and so stand before them."""

BINARY = (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"\xd0\xcf\x11\xe0", b"\x7fELF",
          b"SQLite format 3", b"RIFF", b"OggS", b"ID3", b"7z\xbc\xaf", b"Rar!")  # fmt: skip
"""How files begin that are no plain text, whatever their name says."""

CONTROLS = bytes(set(range(32)) - {*b"\t\n\r\f\x1b"})
"""Control characters that no text has."""

CONTROLS_PER_CHARACTER = 0.02
"""From what share of control characters on a file is taken for binary."""

WESTERN_SHARE = 0.05
"""Up to what share of other than ASCII a text that is not UTF-8 is taken for Windows-1252, as English with typographic
quotes is; charset-normalizer cannot tell that from its neighbours 1250 and 1257."""

UNUSED_IN_WESTERN = frozenset(b"\x81\x8d\x8f\x90\x9d")
"""Bytes that mean nothing in Windows-1252."""


NO_ENCODINGS = frozenset({"punycode", "idna", "unicode-escape", "raw-unicode-escape", "undefined", "charmap"})
"""What Python knows as an encoding and no text is in; undoing `punycode` takes the square of the length."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A text with the encoding that it was read in."""

    text: str
    encoding: str
    doubt: str | None = None


class UndecodableError(ValueError):
    """Bytes that are no text, or no text in a known encoding."""


def decode(content: bytes, *, declared: str | None = None) -> Decoded:
    r"""Return the text of `content`, without a byte order mark and with every line ending as one line feed.

    The encoding is the declared one; else what a byte order mark says; else UTF-8 where that fits; else the one that
    the bytes look like, with a doubt.

    Raises
    ------
    UndecodableError
        If the bytes are binary, do not fit the declared encoding, or look like no known one.

    >>> decode(b"Mosul\r\nfell").text
    'Mosul\nfell'
    >>> decode(b"").text
    ''
    >>> decode("Mossoul est tombée".encode("latin-1"), declared="latin-1").encoding
    'latin-1'
    """
    if declared is not None:
        return Decoded(text=_lines(decoded_in(content, declared)), encoding=declared)
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return Decoded(text=_lines(decoded_in(content, encoding)), encoding=encoding)
    if content.startswith(BINARY):
        raise UndecodableError("expected text, got a binary file")
    wide = _wide(content[:SAMPLE])
    if wide is not None:
        return Decoded(
            text=_lines(decoded_in(content, wide)), encoding=wide, doubt="no byte order mark; told by its zeros"
        )
    sample = content[:SAMPLE]
    if len(sample) - len(sample.translate(None, CONTROLS)) > CONTROLS_PER_CHARACTER * len(sample) or b"\0" in sample:
        raise UndecodableError("expected text, got a binary file")
    try:
        return Decoded(text=_lines(content.decode("utf-8")), encoding="utf-8")
    except UnicodeDecodeError as error:
        return _guessed(content, error)


def is_encoding(name: str) -> bool:
    """Whether texts are written in an encoding of this name.

    >>> is_encoding("cp1251"), is_encoding("punycode"), is_encoding("zlib"), is_encoding("klingon")
    (True, False, False, False)
    """
    try:
        found = codecs.lookup(name)
        b"a".decode(name)
    except UnicodeError:
        return found.name not in NO_ENCODINGS  # one letter is no text in it: it takes two or four bytes for each
    except (LookupError, ValueError):
        return False
    return found.name not in NO_ENCODINGS


def decoded_in(content: bytes, encoding: str) -> str:
    """Return the text of `content` in an encoding.

    Raises
    ------
    UndecodableError
        If texts are in no such encoding, or these bytes are not in it.
    """
    if not is_encoding(encoding):
        raise UndecodableError(f"there is no encoding {encoding[:40]!r}")
    try:
        return content.decode(encoding)
    except UnicodeError as error:
        raise UndecodableError(f"expected {encoding}, got bytes that do not fit it ({error})") from error


def _wide(sample: bytes) -> str | None:
    """Tell UTF-16 without a mark: of Latin text every other byte is zero."""
    half = len(sample) // 2
    if half < 8:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _guessed(content: bytes, error: UnicodeDecodeError) -> Decoded:
    seen = f"not UTF-8 (byte 0x{content[error.start]:02x} at {error.start})"
    sample = content[:SAMPLE]
    encoding: str | None = None
    if sum(byte > 127 for byte in sample) <= WESTERN_SHARE * len(sample) and not UNUSED_IN_WESTERN.intersection(
        content
    ):
        encoding = "cp1252"
    else:
        best = from_bytes(sample, cp_exclusion=["utf_7"]).best()
        encoding = None if best is None else best.encoding
    if encoding is None:
        raise UndecodableError(f"expected UTF-8, got another encoding ({seen}); name it with --encoding")
    return Decoded(
        text=_lines(decoded_in(content, encoding)), encoding=encoding, doubt=f"{seen}; it looks like {encoding}"
    )


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
