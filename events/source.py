"""What sort of source somebody is, and the chain of those who say something."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise

from events.claim import Source, SourceKind
from events.voices.attributed import Attribution
from events.voices.holders import holders_of_span
from texts.document import Document
from texts.lexicon import entries_of, rows_of
from texts.span import Span

PRONOUNS = frozenset({"he", "she", "they", "it", "who", "which", "that", "him", "her", "them", "his", "their", "its"})
"""Words that stand for a source that was named before."""

_WORD = re.compile(r"[\w.'’-]+")
_ONE = frozenset({"a", "an", "one", "another"})
_TITLES = frozenset({"general", "commander", "minister"})


@lru_cache(maxsize=4096)
def source_kind(words: str) -> SourceKind:
    """Return what sort of source these words name.

    One person without a name or an office to speak for is anonymous (docs/codebook.md, status `unconfirmed`).

    >>> [source_kind(words).value for words in ("an informed source", "Reuters", "the defence ministry", "a diplomat")]
    ['anonymous', 'outlet', 'organisation', 'anonymous']
    >>> source_kind("").value
    'anonymous'
    """
    one, both, other = words.partition(" and ")
    if both:
        kinds = [source_kind(one), source_kind(other)]
        return next((kind for kind in kinds if kind is not SourceKind.ANONYMOUS), SourceKind.ANONYMOUS)
    found = _WORD.findall(words.replace("’", "'"))
    if not found:
        return SourceKind.ANONYMOUS
    lower = [word.lower().removesuffix("'s").rstrip(".'") for word in found]
    joined = f" {' '.join(lower)} "
    kinds = _kinds_in(joined, lower)
    if SourceKind.ANONYMOUS in kinds:
        return SourceKind.ANONYMOUS
    lone = any(word in entries_of("lone_people") for word in lower[1:])
    if lower[0] in _ONE and lone and not _named(found) and not _speaks_for(lower):
        return SourceKind.ANONYMOUS
    return kinds[0] if kinds else SourceKind.PERSON


_LINKS = frozenset({"of", "for", "from", "with", "in", "at"})


def _speaks_for(lower: list[str]) -> bool:
    """Whether one without a name has a body to speak for: "a commander of the border police"."""
    at = next((at for at, word in enumerate(lower) if word in _LINKS), len(lower))
    return any(word in entries_of("bodies") for word in lower[at + 1 :])


def is_listed(words: str) -> bool:
    """Whether a word among these tells what sort of source they name.

    >>> is_listed("the agency"), is_listed("the bridge")
    (True, False)
    """
    lower = [word.lower().removesuffix("'s") for word in _WORD.findall(words)]
    return bool(_kinds_in(f" {' '.join(lower)} ", lower))


def source_chain(document: Document, span: Span, attributions: tuple[Attribution, ...]) -> tuple[Source, ...]:
    """Return who says what stands at `span`, from the outermost to the innermost.

    The first is the author of the quoted post or of the post that holds it, or the publisher of the text; nobody where
    neither is known. A pronoun is given by the words that it stands for.
    """
    chain = [*_teller(document, span)]
    holders = [made for made in holders_of_span(attributions, span) if made.source and not _acts(document.text, made)]
    holders.sort(key=lambda made: -max(len(part) for part in made.content if span.within(part)))
    told = len(chain)
    for made in holders:
        named = _named_words(document.text, made.antecedent or made.source[0])
        source = Source(text=named.of(document.text), kind=made.kind, span=named)
        if len(chain) > told and made.cue[0].of(document.text).lower() in _WANTING:
            continue  # "the Iranians want to send, an official said": the official says so
        known = {it.text.casefold() for it in chain}
        if source.text.casefold() not in known and source.text not in _OWN and source.text != "it":
            chain.append(source)
    return tuple(chain)


_STAMP = re.compile(r"[QA]:\s|[(\[]?[0-2]?[0-9][:.][0-5][0-9][)\]]?[\s–—-]{1,3}")
_BESIDE = re.compile(
    r"(?:,|\s[-–—(])\s?(?:a|an|the|which|who|whose|where|in|at|on|of|now|then|once|himself|herself|one|its|his|her|their"
    r"|both|formerly|long|aged|speaking|citing|quoting|himself|not|from|with|by|for|head|chief|director|spokesman|spokeswoman"
    r"|commander|mayor|governor|minister|[0-9]{1,3}),?\s|\s\((?=[^)]*\Z)",
)
"""Words behind a comma, a dash or a bracket with which the describing of a source begins."""
_OWNED = re.compile(r"(?:['’]s|(?<=s)['’])\Z")


def _named_words(text: str, span: Span) -> Span:
    """Return who a source is, without a stamp before, what is told of them behind a comma, or the mark of an owner.

    >>> text = "02:25 Riyadh, which leads the coalition"
    >>> _named_words(text, Span(start=0, end=len(text))).of(text)
    'Riyadh'
    """
    words = span.of(text)
    stamp = _STAMP.match(words)
    first = stamp.end() if stamp is not None and stamp.end() < len(words) else 0
    beside = _BESIDE.search(words, first)
    stop = beside.start() if beside is not None and beside.start() > first else len(words)
    owned = _OWNED.search(words[:stop])
    stop = owned.start() if owned is not None and owned.start() > first else stop
    return Span(start=span.start + first, end=span.start + stop)


_OWN = frozenset({"I", "We", "we", "us", "me"})
"""Words by which whoever tells the text names themselves: no further source."""

_WANTING = frozenset(
    {
        "want", "wants", "wanted", "intend", "intends", "intended", "hope", "hopes", "hoped", "wish", "wishes",
        "plan", "plans", "planned", "are planning", "is planning", "seek", "seeks", "sought",
    }
)  # fmt: skip
"""Cues of those whose wishes another one tells."""
_ACTS = frozenset(
    {
        *("agreed", "agree", "agrees", "tried", "tries", "try", "attempted", "attempts", "called up", "need", "needs"),
        *("has", "have", "had", "chose", "managed", "sees", "saw", "found"),
    }
)
"""Cues of those who do something together with, or instead of, saying it: they are no source of it."""


_ALSO = ("also ", "then ", "had ", "have ", "has ", "again ")


def _acts(text: str, made: Attribution) -> bool:
    cue = made.cue[0].of(text).lower()
    last = cue.rpartition(" ")[2] if cue.startswith(_ALSO) else cue
    if last == "found" and made.content[0].of(text).startswith("that "):
        return False  # "the panel found that troops came"
    return last in _ACTS or (cue in {"called", "calls"} and text[made.cue[0].end :].startswith(" up "))


def _teller(document: Document, span: Span) -> tuple[Source, ...]:
    post = document.post_at(span.start)
    if post is not None:
        for quotation in post.quotations:
            if span.within(quotation.span) and quotation.author is not None:
                return (Source(text=quotation.author, kind=SourceKind.AUTHOR),)
        if post.author is not None:
            return (Source(text=post.author, kind=SourceKind.AUTHOR),)
    if document.publisher is not None:
        return (Source(text=document.publisher, kind=SourceKind.OUTLET),)
    return ()


def _named(words: list[str]) -> bool:
    """Whether two words in a row, or one after a title, look like a person's name."""
    upper = [word[:1].isupper() for word in words]
    titled = any(word.lower() in _TITLES and follows for word, follows in zip(words, upper[1:], strict=False))
    return titled or any(one and two for one, two in pairwise(upper[1:]))


def _kinds_in(joined: str, words: list[str]) -> list[SourceKind]:
    """Return the sorts of source of which the lexicon's phrases stand among `words`, in the lexicon's order."""
    table = _phrases()
    found = sorted({it for word in words for it in table.get(word, ()) if f" {it[1]} " in joined})
    return [kind for _, _, kind in found]


@cache
def _phrases() -> dict[str, list[tuple[int, str, SourceKind]]]:
    """Return the phrases that tell a sort of source, numbered in the lexicon's order, by their first words."""
    table: dict[str, list[tuple[int, str, SourceKind]]] = {}
    for number, (phrase, kind, *_) in enumerate(rows_of("source_words")):
        table.setdefault(phrase.split()[0], []).append((number, phrase, SourceKind(kind)))
    return table
