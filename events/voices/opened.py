"""Read by rule "as reported by X, …", "per X, …" and the headline "X denies …"."""

from __future__ import annotations

from functools import cache

from events.grammar.clause import Stretch
from events.grammar.inflect import forms_of
from events.grammar.parse import Parse
from events.grammar.trim import trimmed
from events.source import is_listed
from events.voices.relation import Relation
from events.voices.speech import phrase_after
from texts.lexicon import entries_of, rows_of

OPENERS = (
    ("as", "reported", "by"), ("as", "told", "by"), ("as", "told", "to", "us", "by"), ("as", "confirmed", "by"),
    ("as", "stated", "by"), ("as", "announced", "by"), ("as", "claimed", "by"), ("as", "per"), ("per",),
    ("acc", "to"), ("acc", ".", "to"), ("acc.", "to"), ("acording", "to"), ("accord", "to"),
)  # fmt: skip
"""Words before whoever tells the rest of the sentence."""
_OPENING = frozenset(words[0] for words in OPENERS)
_SHORTENED = frozenset({"acc", "acc.", "acording", "accord", "per"})
"""Careless forms of "according to", which need no comma before them."""
_IN_LAW = frozenset({("in", "law"), ("in", "laws")})
_LONGEST_HEADLINE = 24
_LONGEST_SUBJECT = 5
_COUNTRIES = frozenset(row[0] for row in rows_of("country_names"))
_TELLERS = entries_of("teller_words") | entries_of("local_tellers") | entries_of("lone_people") | entries_of("kin")


def opened_in(parse: Parse) -> tuple[Relation, ...]:
    """Return what is told behind, or before, words like "as reported by", and in headlines, in order.

    >>> from events.grammar.parse import parse_of
    >>> text = "As reported by Radio Okapi, the mill burned down."
    >>> parse = parse_of(text)
    >>> it, = opened_in(parse)
    >>> parse.span(it.source).of(text), [parse.span(part).of(text) for part in it.content]
    ('Radio Okapi', ['the mill burned down'])
    """
    made = (_told_through(parse, sentence) or _headline(parse, sentence) for sentence in parse.sentences)
    return tuple(one for one in made if one is not None)


def _told_through(parse: Parse, sentence: Stretch) -> Relation | None:
    lower = parse.tokens.lower
    for at in range(sentence.first, sentence.stop - 1):
        inside = at > sentence.first and parse.codes[at - 1] != ","
        if lower[at] not in _OPENING or (inside and lower[at] not in _SHORTENED):
            continue
        words = next((words for words in OPENERS if lower[at : at + len(words)] == words), None)
        source = None if words is None else phrase_after(parse, at + len(words))
        if words is None or source is None or source.stop > sentence.stop:
            continue
        if at == sentence.first and "," in parse.codes[source.first : source.stop]:
            source = Stretch(first=source.first, stop=parse.codes.index(",", source.first))
        if words == ("per",) and not _tells(parse, source):
            continue  # "per year"
        if parse.tokens.lower[source.stop : source.stop + 2] in _IN_LAW:
            source = source.to(source.first, source.stop + 2)
        ends = parse.codes[source.stop : source.stop + 1] in {"", ",", "."} or source.stop == sentence.stop
        rest = Stretch(first=source.stop, stop=sentence.stop)
        content = trimmed(parse, rest if at == sentence.first else Stretch(first=sentence.first, stop=at), ",:;.")
        if ends and content is not None:
            return Relation(cue=Stretch(first=at, stop=at + len(words)), source=source, content=(content,))
    return None


def _tells(parse: Parse, source: Stretch) -> bool:
    if parse.tokens.words[source.first] in _COUNTRIES:
        return True
    words = parse.tokens.lower[source.first : source.stop]
    return words[-1] in _TELLERS or words[-2:] in _IN_LAW or is_listed(parse.span(source).of(parse.text))


def _headline(parse: Parse, sentence: Stretch) -> Relation | None:
    """Read a line without a full stop that opens with somebody who tells, and the telling in the present."""
    lower, first = parse.tokens.lower, sentence.first
    if len(sentence) > _LONGEST_HEADLINE or parse.codes[sentence.stop - 1] in '.":?':
        return None
    for verb in range(first + 1, min(first + 1 + _LONGEST_SUBJECT, sentence.stop - 2)):
        if lower[verb] in _present() and not parse.codes[first:verb].strip("dnNas9"):
            source = Stretch(first=first, stop=verb)
            if not _tells(parse, source):
                return None
            content = Stretch(first=verb + 1, stop=sentence.stop)
            return Relation(cue=Stretch(first=verb, stop=verb + 1), source=source, content=(content,))
    return None


@cache
def _present() -> frozenset[str]:
    verbs = ("deny", "reject", "dismiss", *(row[0] for row in rows_of("telling_verbs") if row[1] == "words"))
    return frozenset(form for verb in verbs for form in forms_of(verb)[:2])
