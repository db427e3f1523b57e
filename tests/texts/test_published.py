"""The datings of documents and posts."""

from dataclasses import replace
from itertools import pairwise

import pytest

from texts.dating import Basis
from texts.document import Document, Post
from texts.edtf import dating_from
from texts.metadata import Metadata, metadata_from
from texts.plain import document_from
from texts.published import with_dates
from texts.span import Span


def document(text: str, *cuts: int, **fields: object) -> Document:
    edges = (0, *cuts, len(text))
    posts = tuple(Post(span=Span(start=a, end=b)) for a, b in pairwise(edges))
    return Document(id="d", text=text, name="a.txt", posts=posts, **fields)  # type: ignore[arg-type]  # test's own fields


@pytest.mark.parametrize(
    ("head", "edtf", "source"),
    [
        ("MOSUL, Iraq, 12 June 2014 (Wire) — Fighters entered the city.", "2014-06-12", "dateline"),
        ("Baghdad, June 12, 2014 - Fighters entered the city.", "2014-06-12", "dateline"),
        ("Town falls\n\nPublished: 13 June 2014", "2014-06-13", "published line"),
        ("Town falls\nPosted on June 13, 2014 at 10:22 AM", "2014-06-13", "published line"),
        ("Town falls\nBy Our Correspondent | 13 June 2014", "2014-06-13", "byline"),
        ("Town falls\nFriday, 13 June 2014 10:22 GMT", "2014-06-13", "date alone"),
        ("Town falls\nLast updated 14 June 2014\nPublished 13 June 2014", "2014-06-13", "published line"),
    ],
)
def test_the_head_dates_a_document(head: str, edtf: str, source: str) -> None:
    """Dateline, published line, byline and a date on its own line are stated datings, and date the only post."""
    dated = with_dates(document(head + "\n\nThe road was closed."))
    assert dated.dating is not None
    assert (dated.dating.edtf, dated.dating.source, dated.dating.basis) == (edtf, source, Basis.STATED)
    assert dated.posts[0].dating == dated.dating
    assert dated.dating.span is not None
    assert dated.dating.span.of(head) in head


@pytest.mark.parametrize(
    "text",
    [
        "© 2025 Some Paper. All rights reserved.\n\nMosul fell.",
        "Copyright 13 June 2014\n\nMosul fell.",
        "On 14 June 1999 troops entered the town.",
        "The treaty of 3 March 1918 ended the war\n\nMosul fell.",
        "Mosul fell on Thursday.",
        "Accessed 13 June 2014\n\nMosul fell.",
        "",
    ],
)
def test_what_says_nothing_stays_undated(text: str) -> None:
    """Copyright lines, dates within a story and relative days date no document; there is no today."""
    dated = with_dates(document(text))
    assert (dated.dating, dated.other_datings) == (None, ())


def test_metadata_is_kept_and_the_rest_listed() -> None:
    """What metadata states comes first; what the head says is listed beside it."""
    stated = dating_from("2014-06-14", basis=Basis.STATED, source="front matter")
    dated = with_dates(document("Town falls\nPublished: 13 June 2014\n\nIt fell.", dating=stated))
    assert dated.dating == stated
    assert [other.edtf for other in dated.other_datings] == ["2014-06-13"]


def test_stated_beats_inferred() -> None:
    """A line that states the day is better than a day that somebody inferred, but not than an analyst's."""
    text = "Town falls\nPublished: 13 June 2014\n\nIt fell."
    inferred = dating_from("2014-06-10/2014-06-20", basis=Basis.INFERRED, source="corpus.csv")
    set_by_hand = dating_from("2014-06-15", basis=Basis.ANALYST, source="analyst")
    assert with_dates(document(text, dating=inferred)).dating.edtf == "2014-06-13"  # type: ignore[union-attr]  # it has one
    assert with_dates(document(text, dating=set_by_hand)).dating == set_by_hand


def test_an_address_is_the_last_resort() -> None:
    """The day in an address's path is inferred."""
    dated = with_dates(document("It fell.", url="https://example.org/2014/06/13/town-falls.html"))
    assert dated.dating is not None
    assert (dated.dating.edtf, dated.dating.basis, dated.dating.source) == ("2014-06-13", Basis.INFERRED, "address")


def test_posts_have_their_own_stamps() -> None:
    """Each post has its stamp's day, one between two others the time between them, and the thread spans them all."""
    first, second, third = "ali, 12 June 2014, 18:20\nIt fell.\n", "No, it did not.\n", "zed, 14/06/2014\nYes.\n"
    text = first + second + third
    dated = with_dates(document(text, len(first), len(first + second)))
    assert [post.dating and post.dating.edtf for post in dated.posts] == [
        "2014-06-12",
        "2014-06-12/2014-06-14",
        "2014-06-14",
    ]
    assert dated.dating is not None
    assert (dated.dating.edtf, dated.dating.source) == ("2014-06-12/2014-06-14", "posts")


def test_attachments_date_posts() -> None:
    """A post without a stamp has the day on which its picture was uploaded."""
    first = "Convoy seen.\n\n1402600000123.jpeg\n"
    dated = with_dates(document(first + "Another one.\n\n1402800000.png\n", len(first)))
    assert [post.dating and post.dating.edtf for post in dated.posts] == ["2014-06-12", "2014-06-15"]
    assert {post.dating.source for post in dated.posts if post.dating} == {"attachment name"}


def test_figures_are_read_as_the_thread_writes_them() -> None:
    """One stamp with a day above twelve tells how all are written."""
    first = "ali, 13/06/2014\nIt fell.\n"
    dated = with_dates(document(first + "zed, 03/07/2014\nNo.\n", len(first)))
    assert [post.dating and post.dating.edtf for post in dated.posts] == ["2014-06-13", "2014-07-03"]


def test_dating_twice_changes_nothing() -> None:
    """What was filled in is kept."""
    once = with_dates(document("Town falls\nPublished: 13 June 2014\n\nIt fell."))
    assert with_dates(once) == once


def test_long_lines_take_no_time() -> None:
    """Five megabytes on one line are looked at only where a stamp could stand."""
    assert with_dates(document("1/2/" * 1_250_000)).dating is None


@pytest.mark.parametrize(
    ("known", "captured", "expected"),
    [
        ("2014", None, "2014-06-12?"),
        ("2014-05/2014-07", None, "2014-06-12?"),
        (None, "2014-08-01T00:00:00Z", "2014-06-12?"),
        (None, "2014-06-12T08:00:00Z", "2014-06-12?"),
        (None, None, None),
        ("2013/2015", None, "2013/2015"),
        ("2014-06-14", None, "2014-06-14"),
    ],
)
def test_a_dateline_without_a_year_takes_it_from_another_date(
    known: str | None, captured: str | None, expected: str | None
) -> None:
    """Only where one year fits, and marked as uncertain; else the text stays as it is dated."""
    dating = None if known is None else dating_from(known, basis=Basis.STATED, source="corpus.csv")
    found = replace(document("HAMA, June 12 (AFP) - Rebels left.", dating=dating), captured=captured)
    dated = with_dates(found)
    assert expected == (dated.dating and dated.dating.edtf)
    assert dated.dating is None or (dated.dating.basis is Basis.INFERRED) == ("?" in dated.dating.edtf)


def test_a_stamp_that_counts_back_is_counted_from_the_capture() -> None:
    """Its basis is an inference; where nothing tells when the page was captured, the post stays undated."""
    text = "ali\nYesterday at 18:20\nRebels left.\nomar\n3 days ago\nNo, they did not."
    cut = text.index("omar")
    posts = (Post(span=Span(start=0, end=cut)), Post(span=Span(start=cut, end=len(text))))
    thread = Document(id="d", text=text, name="a.html", posts=posts)
    known = with_dates(replace(thread, captured="2014-06-14T08:00:00Z"))
    assert [post.dating and post.dating.edtf for post in known.posts] == ["2014-06-13?", "2014-06-11?"]
    assert {post.dating.basis for post in known.posts if post.dating} == {Basis.INFERRED}
    assert [post.dating for post in with_dates(thread).posts] == [None, None]


def test_a_capture_is_read_from_what_is_known_beside_the_text() -> None:
    """A day or a moment; anything else is told and left out."""
    found, dropped = metadata_from({"retrieved": "2014-06-14"}, source="corpus.csv")
    assert (found.captured, dropped) == ("2014-06-14", ())
    found, dropped = metadata_from({"captured": "last week"}, source="corpus.csv")
    assert found.captured is None
    assert dropped[0].startswith("captured: expected a day or a moment")


@pytest.mark.parametrize(
    ("heads", "days"),
    [
        (("⚡️ River Post | 27 Oct, 07:10\n", "⚡️ River Post | 2 Nov, 10:20\n"), ("2023-10-27?", "2023-11-02?")),
        (("@amal_t · Oct 30\n", "@bo_w · Nov 1\n"), ("2023-10-30?", "2023-11-01?")),
        (("[31/10, 20:41] Huda: ", "[01/11, 09:13] Bo: "), ("2023-10-31?", "2023-11-01?")),
        (("[10/31/23, 20:41] Huda: ", "[11/1/23, 09:13] Bo: "), ("2023-10-31", "2023-11-01")),
        (("[31.10, 20:41] Huda: ", "[01.11, 09:13] Bo: "), ("2023-10-31?", "2023-11-01?")),
        (("[07/08, 20:41] Huda: ", "[07/09, 09:13] Bo: "), ("2023-11-06", "2023-11-06")),
    ],
)
def test_stamps_of_messages_take_their_year_from_the_document(heads: tuple[str, str], days: tuple[str, str]) -> None:
    """Where nothing shows which figure is the month, the messages have the document's own day."""
    text = f"{heads[0]}They hit the bridge again tonight and the depot behind it too, said Bo.\n\n{heads[1]}All quiet."
    known = Metadata(dating=dating_from("2023-11-06", basis=Basis.STATED, source="corpus.csv"))
    made = document_from(text, name="a.txt", metadata=known)

    assert isinstance(made, Document)
    assert tuple(post.dating.edtf for post in made.posts if post.dating) == days
    assert all(
        it.dating.span.of(text)[0].isdigit() or it.dating.span.of(text)[0].isupper()
        for it in made.posts
        if it.dating and it.dating.span
    )
