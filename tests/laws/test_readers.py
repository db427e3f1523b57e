import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from texts.decoding import UndecodableError, decode
from texts.document import Document
from texts.front_matter import split_front_matter
from texts.furniture import furniture_in
from texts.language import other_language
from texts.plain import document_from
from texts.read import parcel_from, parcel_of_parts
from texts.rejection import Rejection
from texts.thread import posts_in

MARKUP = [
    "<",
    ">",
    "&lt;",
    "<p>",
    "</p>",
    "<div class='post'>",
    "<!--",
    "]]>",
    "\0",
    "%PDF-1.4",
    "obj",
    "stream",
    "\r\n",
]
PIECES = [
    "ali, 12 June 2014, 18:20\n", "> zed wrote:\n", "> ", "Click to expand...", "#12\n", "What's new\n", "Top Bottom",
    "You may also like\n", "1733835011405.jpeg\n", "---\n", "title: x\n", "\n\n", "\n", " ", "They reached the bridge.",
    "\u202e", "\ufeff", "\u200b", "\ud800", "\U0001f6f0", "é", "سقطت", "...", "Jun 13, 2014\n", "said:\n",
]  # fmt: skip

texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=30), max_size=40).map("".join)
some = settings(max_examples=60, deadline=None)
few = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@given(text=texts, about=st.sampled_from([None, "forum thread"]))
@some
def test_posts_cover_any_text_and_quotations_lie_in_their_posts(text: str, about: str | None) -> None:
    posts = posts_in(text, about=about)

    assert "".join(post.span.of(text) for post in posts) == (text if text.strip() else "")
    assert all(it.span.within(post.span) for post in posts for it in post.quotations)


@given(text=texts)
@some
def test_any_text_makes_a_document_or_a_reason(text: str) -> None:
    """Its words are kept as they are; furniture lies within them, in order."""
    found = document_from(text, name="a.txt")

    if isinstance(found, Rejection):
        assert found.message.startswith("a.txt: ")
    else:
        assert text == found.text
        assert list(found.furniture) == sorted(found.furniture)
        assert all(it.end <= len(text) for it in found.furniture)


@given(text=texts)
@some
def test_furniture_language_and_front_matter_take_any_text(text: str) -> None:
    assert all(span.of(text).strip() for span in furniture_in(text))
    assert other_language(text) != ""
    fields, rest = split_front_matter(text)
    assert text.endswith(rest)
    assert fields == {} or text.startswith("---\n")


@given(content=st.binary(max_size=300) | texts.map(lambda it: it.encode("utf-8", "surrogatepass")))
@some
def test_any_bytes_are_read_or_refused_by_name(content: bytes) -> None:
    parcel = parcel_from(content, name="a.txt")

    assert parcel.documents or parcel.rejections
    assert all(it.message.startswith("a.txt: ") for it in parcel.rejections)


@given(text=texts.map(lambda it: it.encode("utf-8", "ignore").decode()))
@some
def test_what_is_utf8_is_read_as_it_is(text: str) -> None:
    """But for line ends and a mark at the start."""
    content = text.encode()
    try:
        decoded = decode(content)
    except UndecodableError:
        return
    if decoded.encoding == "utf-8":
        assert text.replace("\r\n", "\n").replace("\r", "\n") == decoded.text


@pytest.mark.parametrize("suffix", [".html", ".mhtml", ".pdf", ".docx", ".eml", ".warc", ".warc.gz", ".zip"])
@given(pieces=st.lists(st.sampled_from(MARKUP) | st.text(max_size=20), max_size=20), tail=st.binary(max_size=100))
@few
def test_any_bytes_under_any_suffix_are_read_or_refused_by_name(suffix: str, pieces: list[str], tail: bytes) -> None:
    content = "".join(pieces).encode("utf-8", "surrogatepass") + tail
    parcel = parcel_of_parts(content, name="a" + suffix)

    assert parcel.documents or parcel.rejections
    assert all(it.message.startswith("a" + suffix) for it in parcel.rejections)
    assert all(isinstance(it, Document) for it in parcel.documents)


@given(
    entries=st.lists(
        st.tuples(
            st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=12),
            st.binary(max_size=60),
        ),
        max_size=5,
    )
)
@few
def test_archives_of_anything_are_read_or_refused(entries: list[tuple[str, bytes]]) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in dict(entries).items():
            archive.writestr(name, content)
    parcel = parcel_of_parts(out.getvalue(), name="a.zip")

    assert parcel.documents or parcel.rejections or all(name.startswith(".") for name, _ in entries)
