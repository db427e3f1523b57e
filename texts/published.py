"""Date a document and its posts from what their own lines say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from texts.brief_stamp import brief_day_first, dating_of_message
from texts.dateline import is_dateline
from texts.dating import Basis, Dating, Interval, Precision
from texts.document import Document, Post
from texts.edtf import dating_from
from texts.line import lines_in
from texts.span import Span
from texts.stamp import LONGEST_LINE, dating_in_attachment, dating_of_stamp, writes_day_first
from texts.yearless import dating_before, dating_without_year

HEAD_LINES = 12
"""So many lines with text at the head of a document or post may date it."""

_LABEL = re.compile(
    r"(?:first )?(?:published|posted|date|dated|issued|released|filed|updated|last updated|last modified|modified"
    r"|publication date)\b",
    re.IGNORECASE,
)
_LATER = re.compile(r"(?:last )?(?:updated|modified)", re.IGNORECASE)
_BYLINE = re.compile(r"(?:^|[|•·–—-] ?)(?:By|BY|by) [^\W\d_a-z]")
_NO_PUBLICATION = re.compile(r"©|\(c\)|copyright|rights reserved|retrieved|accessed|archived", re.IGNORECASE)
_CLOCK = re.compile(r"\b[0-2]?[0-9][:.][0-5][0-9](?::[0-5][0-9])?\b")
# a name is looked for where it begins, or a row of dots would be gone over 120 times
_ATTACHMENT = re.compile(
    r"(?<![\w.-])[\w.-]{3,120}\.(?:jpe?g|png|gif|webp|mp4|mov|webm|pdf|docx?|mp3|heic)\b", re.IGNORECASE
)
_ADDRESS = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})[/-]([01]?[0-9])[/-]([0-3]?[0-9])(?![0-9])")
_WORD = re.compile(r"[^\W\d_]{2,}")

_BESIDE = re.compile(
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|[ap]m|at|on|the|gmt|utc|[ec][sed]?t|local|time",
    re.IGNORECASE,
)
"""Words that may stand beside a date on a line of its own."""

MOST_WORDS = 8
"""A line with a date and more words than this beside it tells a story; it is no stamp."""

_ORDER = (
    "corpus.csv",
    "front matter",
    "dateline",
    "published line",
    "date alone",
    "byline",
    "address",
    "posts",
    "updated line",
    "attachment name",
)
"""Sources of datings on the same basis, best first."""


def with_dates(document: Document) -> Document:
    r"""Return the document with its datings and those of its posts filled in.

    What metadata gave stays; the text's head adds a dateline, a line that says when it was published, a byline; an
    address adds the day in its path; a thread adds the span of its posts. The best is kept (a person's before stated
    before inferred), the others are listed; a post that nothing dates has the document's. A line about copyright
    dates nothing, and neither does the clock of the machine: what says nothing stays undated.

    >>> from texts.document import Document, Post
    >>> text = "Town falls\nPublished: 13 June 2014\n\nTikrit fell on Thursday."
    >>> undated = Document(id="d", text=text, name="a.txt", posts=(Post(span=Span(start=0, end=len(text))),))
    >>> dated = with_dates(undated)
    >>> dated.dating.edtf, dated.dating.source, dated.posts[0].dating.edtf
    ('2014-06-13', 'published line', '2014-06-13')
    """
    thread = len(document.posts) > 1
    posts = _dated_posts(document) if thread else document.posts
    given = [dating for dating in (document.dating, *document.other_datings) if dating is not None]
    found = [*given, *_of_address(document.url)]
    found += _of_posts(posts) if thread else _of_head(document.text)
    if not thread:
        found += _of_yearless(document, found)
        found += _of_attachments(document.text, Span(start=0, end=len(document.text)))
    ranked = sorted(_distinct(found), key=_rank)
    best = ranked[0] if ranked else None
    return replace(
        document,
        dating=best,
        other_datings=tuple(ranked[1:]),
        posts=tuple(replace(post, dating=post.dating or best) for post in posts),
    )


def as_found(document: Document) -> Document:
    """Return the document without the dates that a person gave it or its posts: with those that it says itself.

    Law: what `as_found` gives of a document that was dated by hand is what `with_dates` gave before.
    """
    every = (document.dating, *document.other_datings)
    own = [dating for dating in every if dating is not None and dating.basis is not Basis.ANALYST]
    by_hand = [dating for dating in every if dating is not None and dating.basis is Basis.ANALYST]
    posts = tuple(replace(post, dating=None) if post.dating in by_hand else post for post in document.posts)
    first = own[0] if own else None
    return with_dates(replace(document, dating=first, other_datings=tuple(own[1:]), posts=posts))


def _rank(dating: Dating) -> tuple[int, int, int]:
    if dating.source.startswith("dateline,"):
        return 1, -1, 0  # a day within what is only stated to the month or year
    basis = (Basis.ANALYST, Basis.STATED, Basis.INFERRED).index(dating.basis)
    source = _ORDER.index(dating.source) if dating.source in _ORDER else 0
    return basis, source, 0 if dating.precision is Precision.DAY else 1


def _distinct(datings: Iterable[Dating]) -> list[Dating]:
    seen: dict[tuple[str, str], Dating] = {}
    for dating in datings:
        seen.setdefault((dating.edtf, dating.source), dating)
    return list(seen.values())


def _of_head(text: str) -> Iterator[Dating]:
    """Yield the datings that the first lines with text give."""
    for line in _first_lines(text, Span(start=0, end=len(text))):
        words = text[line.start : min(line.end, line.start + LONGEST_LINE)]
        if _NO_PUBLICATION.search(words):
            continue
        dating = dating_of_stamp(words)
        if dating is None or dating.span is None:
            continue
        source = _source_of(words, dating.span)
        if source is not None:
            yield replace(dating, source=source, span=dating.span.shifted(line.start))


def _of_yearless(document: Document, found: list[Dating]) -> list[Dating]:
    """Return the day of a dateline without a year, where nothing gives a day but something gives the year."""
    stated = [it for it in found if it.basis is not Basis.INFERRED]
    if any(it.precision is Precision.DAY for it in stated):
        return []
    references = [*stated, *found, *_of_attachments(document.text, Span(start=0, end=len(document.text)))]
    references += _of_capture(document.captured)
    for line in _first_lines(document.text, Span(start=0, end=len(document.text))):
        words = document.text[line.start : min(line.end, line.start + LONGEST_LINE)]
        dating = dating_without_year(words, references)
        if dating is None or dating.span is None or _source_of(words, dating.span) != "dateline":
            continue
        return [replace(dating, span=dating.span.shifted(line.start))]
    return []


def _of_capture(captured: str | None) -> list[Dating]:
    try:
        return [dating_from((captured or "")[:10], basis=Basis.INFERRED, source="the capture")]
    except ValueError:
        return []


def _source_of(line: str, span: Span) -> str | None:
    """Return what sort of line it is that holds a date, or None where the date belongs to a story."""
    if is_dateline(line, span):
        return "dateline"
    rest = _CLOCK.sub(" ", line[: span.start] + " " + line[span.end :])
    if len(line) >= LONGEST_LINE or len(_WORD.findall(rest)) > MOST_WORDS or line.rstrip().endswith((".", "?", "!")):
        return None
    label = _LABEL.match(rest.strip(" |•·-–—("))
    if label is None and "|" in rest:
        label = next((found for part in rest.split("|") if (found := _LABEL.match(part.strip()))), None)
    if label is not None:
        return "updated line" if _LATER.match(label.group()) else "published line"
    if _BYLINE.search(line):
        return "byline"
    return "date alone" if all(map(_BESIDE.fullmatch, _WORD.findall(rest))) else None


def _first_lines(text: str, span: Span) -> Iterator[Span]:
    part = text[span.start : min(span.end, span.start + HEAD_LINES * 4 * LONGEST_LINE)]
    filled = (line.shifted(span.start) for line in lines_in(part) if line.of(part).strip())
    return islice(filled, HEAD_LINES)


def _dated_posts(document: Document) -> tuple[Post, ...]:
    """Return the posts with their own stamps, else their attachments', else the time between their neighbours."""
    text = document.text
    heads = [[line.of(text)[:LONGEST_LINE] for line in _first_lines(text, post.span)] for post in document.posts]
    day_first = writes_day_first(tuple(line for head in heads for line in head if _is_stamp(line)))
    brief = brief_day_first(head[0] for head in heads if head)
    references = [it for it in (document.dating, *document.other_datings, *_of_capture(document.captured)) if it]
    dated = [
        replace(
            post,
            dating=post.dating
            or _of_post(text, post, day_first=day_first, captured=document.captured)
            or _of_brief(text, post, references, day_first=brief),
        )
        for post in document.posts
    ]
    return tuple(
        post if post.dating is not None else replace(post, dating=_from_neighbours(dated, number))
        for number, post in enumerate(dated)
    )


def _is_stamp(line: str) -> bool:
    dating = dating_of_stamp(line)
    if dating is None or dating.span is None or line.lstrip().startswith(">"):
        return False
    rest = line[: dating.span.start] + " " + line[dating.span.end :]
    return len(line) < LONGEST_LINE and len(_WORD.findall(rest)) <= MOST_WORDS and not line.rstrip().endswith(".")


def _of_post(text: str, post: Post, *, day_first: bool | None, captured: str | None) -> Dating | None:
    for line in _first_lines(text, post.span):
        words = line.of(text)[:LONGEST_LINE]
        if _is_stamp(words) and not _NO_PUBLICATION.search(words):
            dating = dating_of_stamp(words, day_first=day_first)
            if dating is not None and dating.span is not None:
                return replace(dating, span=dating.span.shifted(line.start))
        back = dating_before(words, captured) if _is_short(words) else None
        if back is not None and back.span is not None:
            return replace(back, span=back.span.shifted(line.start))
    return next(iter(_of_attachments(text, post.span)), None)


def _of_brief(text: str, post: Post, references: list[Dating], *, day_first: bool | None) -> Dating | None:
    """Return the day of a post whose head leaves out its year or stands on the line of its words."""
    if post.author is None:
        return None
    line = next(_first_lines(text, post.span), None)
    if line is None:
        return None
    words = line.of(text)[:LONGEST_LINE]
    dating = dating_of_message(words, references, day_first=day_first)
    if dating is None and _is_short(words):
        dating = dating_without_year(words, references)
    return None if dating is None or dating.span is None else replace(dating, span=dating.span.shifted(line.start))


def _is_short(line: str) -> bool:
    return len(line) < LONGEST_LINE and len(_WORD.findall(line)) <= MOST_WORDS and not line.rstrip().endswith(".")


def _of_attachments(text: str, span: Span) -> list[Dating]:
    found = []
    for match in _ATTACHMENT.finditer(text, span.start, span.end):
        dating = dating_in_attachment(match.group())
        if dating is not None and dating.span is not None:
            found.append(replace(dating, span=dating.span.shifted(match.start())))
    return _distinct(found)


def _from_neighbours(posts: list[Post], number: int) -> Dating | None:
    """Return the time between the dated posts before and after; None where one is missing."""
    before = next((post.dating for post in reversed(posts[:number]) if post.dating), None)
    after = next((post.dating for post in posts[number + 1 :] if post.dating), None)
    if before is None or after is None:
        return None
    return _between([before, after], source="posts before and after")


def _of_posts(posts: tuple[Post, ...]) -> list[Dating]:
    datings = [post.dating for post in posts if post.dating is not None]
    whole = _between(datings, source="posts") if datings else None
    return [] if whole is None else [whole]


def _between(datings: list[Dating], *, source: str) -> Dating | None:
    starts = [dating.interval.start for dating in datings if dating.interval.start is not None]
    lasts = [dating.interval.last for dating in datings if dating.interval.last is not None]
    ends = [dating.interval.end for dating in datings if dating.interval.end is not None]
    if len(starts) < len(datings) or len(ends) < len(datings):
        return None
    first, last = min(starts), max(lasts)
    one = first == last
    return Dating(
        edtf=first.isoformat() if one else f"{first.isoformat()}/{last.isoformat()}",
        interval=Interval(start=first, end=max(ends)),
        precision=Precision.DAY if one else Precision.RANGE,
        basis=Basis.INFERRED,
        source=source,
    )


def _of_address(url: str | None) -> list[Dating]:
    """Return the day in the path of an address like https://example.org/2014/06/13/town-falls."""
    match = _ADDRESS.search((url or "")[:2000])
    if match is None:
        return []
    dating = dating_of_stamp("-".join((match[1], match[2].zfill(2), match[3].zfill(2))), source="address")
    return [] if dating is None else [replace(dating, basis=Basis.INFERRED, span=None)]
