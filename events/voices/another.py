"""Find where what somebody tells ends because another begins to tell: "…, and AFP said that …"."""

from __future__ import annotations

from functools import cache

from events.grammar.inflect import forms_of
from events.grammar.parse import Parse
from events.voices.speech import phrase_after


def until_another(parse: Parse, first: int, stop: int) -> int:
    """Return the comma behind which another tells, between two tokens, or `stop` where nobody does.

    >>> from events.grammar.parse import parse_of
    >>> parse = parse_of("Bor fell, and AFP said that Lin burns.")
    >>> until_another(parse, 0, 8)
    2
    """
    codes, lower = parse.codes, parse.tokens.lower
    for comma in range(first + 1, stop - 3):
        if codes[comma] != ",":
            continue
        start = comma + 1 + (codes[comma + 1] in "cm")
        other = phrase_after(parse, start)
        verb = None if other is None else other.stop
        tells = verb is not None and verb < stop - 1 and codes[verb] in "zv" and lower[verb] in _telling()
        if verb is not None and tells and lower[verb + 1] not in {",", "."} and codes[verb + 1] in "mpdnNo9":
            return comma
    return stop


@cache
def _telling() -> frozenset[str]:
    verbs = ("say", "report", "write", "claim", "insist", "deny", "confirm", "maintain", "announce", "tell")
    return frozenset(form for verb in verbs for form in forms_of(verb)[:3])
