"""Cut a copy of a forum thread into its posts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from texts.chat import chat_heads
from texts.document import Post
from texts.furniture import ATTACHMENT, furniture_in
from texts.letterhead import letterheads
from texts.line import lines_in
from texts.quotation import SHORTEST, key_of, quotations_in
from texts.span import Span

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_WEEKDAY = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},? "
_DATE = (
    rf"(?:{_WEEKDAY})?(?:[0-9]{{1,2}} {_MONTH},? [0-9]{{4}}|{_MONTH} [0-9]{{1,2}}(?:st|nd|rd|th)?,? [0-9]{{4}}"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4})"
)
_TIME = r"(?:,?(?: at)?[ T]?[0-9]{1,2}[:.][0-9]{2}(?::[0-9]{2})?(?: ?[ap]\.?m\.?)?(?: ?[A-Z]{3,4})?)?"
_BRIEF = rf"(?:{_WEEKDAY})?(?:[0-9]{{1,2}}\.? {_MONTH}|{_MONTH} [0-9]{{1,2}}(?:st|nd|rd|th)?)"
"""A day without its year."""
_AGO = r"[0-9]{1,3} ?(?:s|m|h|d|min|mins|hrs?)"
_AUTHOR = r"(?P<author>[^\s,|•·»–—>#*][^,|•·»–—>\n*]{0,39}?)"
_HEADER = re.compile(
    rf"(?:#[0-9]{{1,6}} ?[|·•–-]? ?)?(?:post(?:ed)? )?(?:by )?\*{{0,2}}{_AUTHOR}\*{{0,2}}"
    rf" ?(?:,|\||•|·|»|–|—|-| on | wrote on | said on ) ?(?:{_DATE}{_TIME}|no date)"
    r"(?: ?#[0-9]{1,6})?:?\Z",
    re.IGNORECASE,
)
_BRIEF_HEADER = re.compile(
    rf"(?:(?:[^\s@#>][^@\n]{{0,39}} )?\(?(?P<handle>@[\w.]{{2,30}})\)?[ ,|•·–—-]{{1,3}}(?:{_DATE}|{_BRIEF}|{_AGO})"
    rf"|{_AUTHOR}\*{{0,2}} ?[,|•·] ?[\[(]?(?:{_DATE}|{_BRIEF}),?(?: at)? [0-2]?[0-9][:.][0-5][0-9])"
    rf"(?:{_TIME})?[\])]?:?\Z",
    re.IGNORECASE,
)
"""The head of a post whose stamp leaves something out: "@omar · Aug 20", "Kachin Post | 27 Oct, 07:10"."""
_HANDLE = re.compile(r"(?:/?u/(?P<user>[\w-]{2,30}):?|<(?P<nick>[\w|^~-]{2,30})>|(?P<at>@[\w.]{2,30}):)[ \t]+\S")
"""The head of a post that stands on its first line: "u/ali: Tikrit fell", "<zed> No", "@omar: they left"."""
_STAMP = re.compile(rf"{_DATE}{_TIME}\Z", re.IGNORECASE)
_POSTED = re.compile(rf"(?:posted|sent|added|written)(?: on)?:? {_DATE}{_TIME}(?: ?#[0-9]{{1,6}})?\Z", re.IGNORECASE)
"""The stamp of a post below its author's name: "Posted: Wed Jun 05, 2013 6:12 am"."""
_NUMBER = re.compile(r"#[0-9]{1,6}\Z")
_LIST = re.compile(r"[ \t]{0,8}(?:[•*‣◦▪–-]|[0-9]{1,3}[.)])[ \t]")

LONGEST_HEADER = 120
"""A line with more characters is not the head of a post."""

USER_BOX = 14
"""So many short lines above a post's number may tell about its author."""

BLANK_LINES_SHARE = 0.5
"""From what share of blank lines between paragraphs on a missing one means that a new post begins."""

_FORUM = ("forum", "thread", "message board", "discussion board")
_FORUM_ENDS = ("top bottom", "back top bottom")


def posts_in(text: str, *, about: str | None = None) -> tuple[Post, ...]:
    r"""Return the posts of a thread, or the whole text as one post where it is not a thread.

    Heads with an author and a date, or numbered posts, decide where they are found at least twice. Otherwise a text
    that is known for a thread (from `about`, its publisher or title, or from a forum's menu around it) is cut behind
    attachments, where an earlier line is repeated as a quotation, and where a paragraph follows without the blank
    line that stands between all others.

    >>> text = "ali, 12 June 2014, 18:20\nTikrit fell.\n\nzed, 13 June 2014, 09:00\n> Tikrit fell.\nNo."
    >>> [(post.author, len(post.quotations)) for post in posts_in(text)]
    [('ali', 0), ('zed', 1)]
    >>> len(posts_in("Tikrit fell.\n\nMosul fell.")), posts_in(" ")
    (1, ())
    """
    if not text.strip():
        return ()
    heads = _heads(text)
    if len(heads) < 2:
        heads = letterheads(text)
    if len(heads) < 2:
        heads = [(head.span.start, head.author) for head in chat_heads(text)]
    if len(heads) < 2:
        heads = [(start, None) for start in _implied(text)] if _is_forum(text, about) else []
    if len(heads) < 2:
        whole = Span(start=0, end=len(text))
        return (Post(span=whole, quotations=quotations_in(text, whole, {})),)
    if text[: heads[0][0]].strip():
        heads.insert(0, (0, None))
    else:
        heads[0] = (0, heads[0][1])
    ends = [start for start, _ in heads[1:]] + [len(text)]
    return tuple(
        _posts(text, [(Span(start=start, end=end), who) for (start, who), end in zip(heads, ends, strict=True)])
    )


def _posts(text: str, parts: Iterable[tuple[Span, str | None]]) -> Iterator[Post]:
    earlier: dict[str, str | None] = {}
    for span, author in parts:
        quotations = quotations_in(text, span, earlier)
        yield Post(span=span, author=author, quotations=quotations)
        for line in lines_in(span.of(text)):
            key = key_of(line.shifted(span.start).of(text))
            if len(key) >= SHORTEST:
                earlier.setdefault(key, author)


def _heads(text: str) -> list[tuple[int, str | None]]:
    """Return where posts with a head of their own begin, and their authors.

    A post's number stands under its stamp; its author above both, or, where nothing stands above the first, below.
    """
    heads: list[tuple[int, str | None]] = []
    box: list[Span] = []
    stamped = below = waiting = False
    for span in lines_in(text):
        line = span.of(text).strip() if len(span) <= LONGEST_HEADER else ""
        posted = _POSTED.match(line) is not None
        header = _header(line) if line and not posted and not line.startswith(">") else None
        handle = _HANDLE.match(span.of(text)[:LONGEST_HEADER].lstrip())
        if header is not None:
            heads.append((span.start, header))
            box.clear()
        elif handle is not None:
            heads.append((span.start, next(filter(None, handle.groups()))))
            box.clear()
        elif posted and box:
            above = _block(text, box, span)
            heads += [(above[0].start, above[0].of(text).strip())] if above else []
            box.clear()
        elif line and _NUMBER.match(line) and stamped and box:
            below |= not heads and len(box) == 1
            head = box[-1 if below else 0]
            heads.append((head.start, None if below else head.of(text).strip()))
            box.clear()
            waiting = below
        elif line and waiting:
            heads[-1] = (heads[-1][0], line[:40])
            waiting = False
        elif line and len(line) <= 40:
            box = [*box[-USER_BOX:], span]
            stamped = _STAMP.match(line) is not None
        elif line or len(span) > LONGEST_HEADER:
            box.clear()
    return heads


def _header(line: str) -> str | None:
    """Return the author of a post whose head is a line, without the pictures that stand around the name."""
    brief = _BRIEF_HEADER.match(line)
    if brief is not None and brief["handle"]:
        return brief["handle"]
    header = _HEADER.match(line) or brief
    if header is None:
        return None
    author = header["author"].strip()
    return _PICTURES.sub("", author) or author


_PICTURES = re.compile(r"\A[^\w@]+|[\U0001F000-\U0001FFFF\u2600-\u27BF\uFE0F\s]+\Z")


def _block(text: str, box: list[Span], stamp: Span) -> list[Span]:
    """Return the lines of a user's box that stand above a stamp without a blank line between."""
    first = len(box)
    below = stamp
    while first and text[box[first - 1].end : below.start].count("\n") == 1:
        first -= 1
        below = box[first]
    return box[first:]


def _is_forum(text: str, about: str | None) -> bool:
    tail = " ".join(text[-200:].lower().split())
    return tail.endswith(_FORUM_ENDS) or any(word in (about or "").lower() for word in _FORUM)


def _implied(text: str) -> list[int]:
    """Return where posts without heads begin."""
    furniture = set(furniture_in(text))
    lines = [span for span in lines_in(text) if span.of(text).strip()]
    body = [span for span in lines if span not in furniture]
    if not body:
        return []
    blank = sum(text[left.end : right.start].count("\n") > 1 for left, right in pairwise(body))
    tight = blank >= BLANK_LINES_SHARE * len(body)
    starts = [0]
    seen: set[str] = set()
    begun = behind_attachment = repeated = False
    above = lines[0]
    for span in lines:
        if span in furniture:
            behind_attachment |= ATTACHMENT.match(span.of(text).strip().lower()) is not None
            above = span
            continue
        key = key_of(span.of(text))
        repeats = len(key) >= SHORTEST and key in seen
        follows = text[above.end : span.start].count("\n") == 1 and _LIST.match(text, span.start, span.end) is None
        if begun and (behind_attachment or (repeats and not repeated) or (tight and follows)):
            starts.append(span.start)
        seen.add(key)
        begun, behind_attachment, repeated, above = True, False, repeats, span
    return starts
