import codecs

import pytest

from texts.decoding import UndecodableError, decode

TEXT = "The mayor said that troops had reached the bridge – “all of it”, he said – on Thursday. " * 6


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marked_and_plain_unicode_is_certain(encoding: str) -> None:
    """A byte order mark decides and is no part of the text."""
    decoded = decode(TEXT.encode(encoding))

    assert decoded.text == TEXT
    assert decoded.doubt is None


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_told_by_its_zeros(encoding: str) -> None:
    decoded = decode(TEXT.encode(encoding))

    assert decoded.text == TEXT
    assert decoded.doubt is not None


def test_typographic_quotes_of_windows_are_read_with_a_doubt() -> None:
    """The commonest file that is not UTF-8."""
    decoded = decode(TEXT.encode("cp1252"))

    assert decoded.text == TEXT
    assert "not UTF-8 (byte 0x96 at 50)" in (decoded.doubt or "")


def test_a_declared_encoding_is_honoured() -> None:
    assert decode("Şırnak".encode("cp1254"), declared="cp1254").text == "Şırnak"


@pytest.mark.parametrize(
    ("content", "declared", "message"),
    [
        (b"\xff\xfe\xfa", "ascii", "expected ascii, got bytes that do not fit"),
        (b"abc", "klingon", "there is no encoding 'klingon'"),
        (codecs.BOM_UTF16_LE + b"a\0b", None, "expected utf-16, got bytes that do not fit"),
        (b"\x7fELF" + bytes(100), None, "a binary file"),
        (b"text\0with\0zeros here", None, "a binary file"),
    ],
)
def test_what_does_not_fit_is_an_error(content: bytes, declared: str | None, message: str) -> None:
    with pytest.raises(UndecodableError, match=message):
        decode(content, declared=declared)


def test_line_endings_become_line_feeds() -> None:
    assert decode(b"a\r\nb\rc\nd").text == "a\nb\nc\nd"
