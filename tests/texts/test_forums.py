"""Pages in the form of each forum program, with words of our own: posts, authors, days, and who is quoted."""

import re
from pathlib import Path

import pytest

from texts.document import Document
from texts.formats.html_forum import FORMS
from texts.read import documents_in

FIRST = "The bridge at Samarra was reached by two battalions before noon, as far as I can tell."
SECOND = "Nobody I know in the town has seen a single soldier cross that bridge so far."
THIRD = "Both may be right, for there are two bridges and nobody says which one is meant."
SIGNATURE = "Truth is a road without a map"

PROGRAMS = (
    *(form.name for form in FORMS),
    "phpBB 3.0",
)
FORMS_OF_POSTS = Path(__file__).parent / "forums"
"""A post and a quotation as each program writes them, with places for what we put in."""

MILLISECONDS = {12: 1402596000000, 13: 1402682400000, 14: 1402768800000}


def form_of(name: str, part: str = "") -> str:
    return (FORMS_OF_POSTS / f"{re.sub('[ .]', '-', name.lower())}{part}.html").read_text(encoding="utf-8")


def page(name: str, posts: list[tuple[str, int, str]]) -> str:
    """A page of that program; each post is its author, its day in June 2014 and its body."""
    form = form_of(name)
    written = [
        form.format(
            author=author,
            n=number,
            day=f"2014-06-{day}",
            dd=day,
            month="Jun",
            ms=MILLISECONDS.get(day, 0),
            body=body,
            signature=SIGNATURE,
        )
        for number, (author, day, body) in enumerate(posts, start=1)
    ]
    menu = '<ul class="nav"><li><a href="/">Home</a></li><li><a href="/new">What is new</a></li></ul>'
    return (
        f"<html><head><title>The bridge</title></head><body>{menu}<h1>The bridge</h1>{''.join(written)}</body></html>"
    )


def thread(name: str) -> list[tuple[str, int, str]]:
    """Three posts: one, a reply that quotes it, and one that quotes both."""
    quote = form_of(name, "-quotation")
    first = quote.format(author="marsh_watcher", words=FIRST)
    return [
        ("marsh_watcher", 12, FIRST),
        ("Ali Karim", 13, f"{first}{SECOND}"),
        (
            "zed9",
            14,
            f"{first}{quote.format(author='Ali Karim', words=SECOND)}{THIRD}<br>And so on.",
        ),
    ]


def read(path: Path, content: str) -> Document:
    path.write_text(content, encoding="utf-8")
    (document,) = documents_in(path)
    assert isinstance(document, Document)
    return document


@pytest.mark.parametrize("name", PROGRAMS)
def test_posts_keep_their_authors_and_days(name: str, tmp_path: Path) -> None:
    document = read(tmp_path / "a.html", page(name, thread(name)))

    assert [it.author for it in document.posts] == ["marsh_watcher", "Ali Karim", "zed9"]
    assert [it.dating and it.dating.edtf for it in document.posts] == ["2014-06-12", "2014-06-13", "2014-06-14"]
    assert [
        words in it.span.of(document.text) for it, words in zip(document.posts, (FIRST, SECOND, THIRD), strict=True)
    ]
    for words in (SIGNATURE, "Click to expand", "Originally", "Joined", "Home", "Senior", "120 posts", "Quote:", "↑"):
        assert words not in document.text


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_quotation_belongs_to_whom_it_quotes(name: str, tmp_path: Path) -> None:
    """And the reply's own words belong to nobody else."""
    document = read(tmp_path / "a.html", page(name, thread(name)))
    quoted = [
        [
            (it.author, [words in it.span.of(document.text) for words in (FIRST, SECOND, THIRD)])
            for it in post.quotations
        ]
        for post in document.posts
    ]

    assert quoted == [
        [],
        [("marsh_watcher", [True, False, False])],
        [("marsh_watcher", [True, False, False]), ("Ali Karim", [False, True, False])],
    ]


@pytest.mark.parametrize("name", ["vBulletin 3", "vBulletin 4"])
def test_days_in_figures_are_read_as_the_others_of_the_page_show(name: str, tmp_path: Path) -> None:
    """With a 13th in the second place the month comes first; without one, a day means either."""
    told = read(tmp_path / "a.html", page(name, [("ali", 13, FIRST), ("zed", 12, SECOND)]))
    either = read(tmp_path / "b.html", page(name, [("ali", 11, FIRST), ("zed", 12, SECOND)]))

    assert [it.dating and it.dating.edtf for it in told.posts] == ["2014-06-13", "2014-06-12"]
    assert [it.dating and it.dating.edtf for it in either.posts] == [
        "[2014-06-11,2014-11-06]",
        "[2014-06-12,2014-12-06]",
    ]


def test_posts_without_a_day_are_posts_all_the_same(tmp_path: Path) -> None:
    """ "Yesterday" is no day where nobody knows when the page was saved."""
    written = page("phpBB 3.0", [("ali", 12, FIRST), ("zed", 13, SECOND)]).replace("Fri Jun 12, 2014", "Yesterday,")
    document = read(tmp_path / "a.html", written)

    assert [it.author for it in document.posts] == ["ali", "zed"]
    assert [it.dating is not None and it.dating.span is not None for it in document.posts] == [False, True]
    assert SECOND not in document.posts[0].span.of(document.text)


def test_a_quotation_in_a_quotation_goes_back_to_the_outer_one(tmp_path: Path) -> None:
    quote = form_of("phpBB", "-quotation")
    inner = quote.format(author="ali", words=FIRST)
    body = quote.format(author="zed", words=f"{inner}{SECOND}") + THIRD
    document = read(tmp_path / "a.html", page("phpBB", [("ali", 12, FIRST), ("zed", 13, SECOND), ("kim", 14, body)]))

    assert [(it.author, FIRST in it.span.of(document.text)) for it in document.posts[2].quotations] == [
        ("ali", True),
        ("zed", False),
    ]
