"""Tell what whoever asks, wants, fears or denies takes for granted: "called for the release of men who were …"."""

from __future__ import annotations

from functools import cache

from events.grammar.describing import is_relative
from events.grammar.inflect import forms_of
from events.grammar.parse import Parse
from events.voices.attributed import Attribution
from texts.lexicon import rows_of
from texts.span import Span

_RELATIVE = frozenset({"who", "which", "where", "whose", "whom"})
_TELLING = frozenset({"said", "claimed", "shown", "quoted", "warned"})
"""Types of cues whose content is told with all that describes what it names."""


def tellers_of(parse: Parse, attributions: tuple[Attribution, ...], happening: Span) -> tuple[Attribution, ...]:
    """Return the attributions without those whose cue takes the happening for granted and does not tell it.

    >>> from events.attribution import attributions_in
    >>> from events.grammar.parse import parse_of
    >>> text = "Chad called for the release of soldiers who were arrested at Bol."
    >>> at = text.index("arrested")
    >>> tellers_of(parse_of(text), attributions_in(text), Span(start=at, end=at + 8))
    ()
    """
    inside = parse.tokens.inside(happening)
    opener = parse.clause_at(inside.start).opener if inside else None
    if opener is None or opener >= inside.start or not _is_described(parse, opener):
        return attributions
    start = parse.tokens.starts[opener]
    return tuple(made for made in attributions if not _grants(parse, made, start))


def _is_described(parse: Parse, opener: int) -> bool:
    word = parse.tokens.lower[opener]
    return word in _RELATIVE or (word == "that" and is_relative(parse, opener))


def _grants(parse: Parse, made: Attribution, start: int) -> bool:
    """Whether a relative clause that begins at a character stands in what is asked, wanted or denied."""
    if not any(part.start < start < part.end for part in made.content):
        return False
    types = {_types().get(parse.tokens.lower[at]) for span in made.cue for at in parse.tokens.inside(span)} - {None}
    return bool(types) and types.isdisjoint(_TELLING)


@cache
def _types() -> dict[str, str]:
    return {form: row[2] for row in rows_of("cue_words") if row[1] == "verb" for form in forms_of(row[0])}
