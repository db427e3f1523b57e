"""Find who is asked in an interview whose answers carry no name."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter

from events.grammar.clause import Stretch
from events.grammar.parse import Parse
from events.source import is_listed
from events.voices.speech import phrase_after
from texts.lexicon import entries_of

_first = attrgetter("first")
LEAD = 200
"""Tokens at the head of a text within which it says who is asked, at most."""
_TALKS = frozenset({"interview", "interviews", "conversation", "talk", "q&a", "discussion", "chat", "exchange"})
_SPEAKS = frozenset(
    {"spoke", "speaks", "speaking", "talked", "talks", "talking", "spoken", "sat", "met", "meets", "chatted"}
)
_ASKS = frozenset({"interviewed", "interviews", "asked", "questioned"})
_US = frozenset({"us", "me", "our", "my", "this", "reporters", "journalists"})
_TELLERS = entries_of("teller_words") | entries_of("local_tellers") | entries_of("lone_people")


def interviewee_in(parse: Parse, stop: int) -> Stretch | None:
    """Return the words at the head of a text, before token `stop`, for whoever is asked in it.

    >>> from events.grammar.parse import parse_of
    >>> text = "We spoke to Major Anders Lund about the siege."
    >>> parse = parse_of(text)
    >>> parse.span(interviewee_in(parse, len(parse.codes))).of(text)
    'Major Anders Lund'
    """
    lower = parse.tokens.lower
    for at in range(min(stop, LEAD) - 1):
        if lower[at] in _SPEAKS or lower[at] in _TALKS:
            with_at = next((i for i in range(at + 1, min(at + 4, stop - 1)) if lower[i] in {"with", "to"}), None)
            if with_at is None:
                continue
            if lower[with_at + 1] in _US:
                found = _before(parse, at) if lower[at] in _SPEAKS else None
            else:
                found = _named(parse, phrase_after(parse, with_at + 1))
        elif lower[at] in _ASKS:
            found = _named(parse, phrase_after(parse, at + 1))
        else:
            continue
        if found is not None and found.stop <= stop:
            return found
    return None


def _before(parse: Parse, verb: int) -> Stretch | None:
    if verb > 1 and parse.codes[verb - 1] == ",":
        verb -= 1  # "a shopkeeper, Mustafa, spoke"
    at = bisect_right(parse.phrases, verb - 1, key=_first) - 1
    if at < 0 or parse.phrases[at].stop < verb:
        return None
    first = parse.phrases[at].first
    while at > 0 and parse.codes[first - 1] == "i" and parse.phrases[at - 1].stop == first - 1:
        at -= 1
        first = parse.phrases[at].first
    return _named(parse, Stretch(first=first, stop=verb))


def _named(parse: Parse, phrase: Stretch | None) -> Stretch | None:
    """Return a phrase where it names somebody, without what stands behind its first comma."""
    if phrase is None:
        return None
    comma = parse.codes.find(",", phrase.first, phrase.stop)
    if comma > phrase.first:
        phrase = Stretch(first=phrase.first, stop=comma)
    words = parse.tokens.lower[phrase.first : phrase.stop]
    known = not _TELLERS.isdisjoint(words) or is_listed(" ".join(words))
    return phrase if words[0] not in _US and (known or "N" in parse.codes[phrase.first : phrase.stop]) else None
