"""Read by rule what one source passes on from another: "X quoted Y as saying …", "RT @name: …", "… via @name"."""

from __future__ import annotations

from events.grammar.clause import Stretch
from events.grammar.parse import Parse
from events.grammar.trim import trimmed
from events.voices.another import until_another
from events.voices.relation import Relation
from events.voices.speech import phrase_after

_QUOTING = frozenset({"quoted", "quotes", "quote", "cited", "cites", "cite"})
_AS = frozenset(
    {"saying", "telling", "stating", "claiming", "reporting", "warning", "confirming", "denying", "suggesting"}
)
_FARTHEST = 40
"""Tokens between the words of quoting and "as saying", at most."""
_LONGEST_HANDLE = 8
_FORWARDS = frozenset({"rt", "mt"})
_THROUGH = frozenset({"via", "ht"})


def relayed_in(parse: Parse) -> tuple[Relation, ...]:
    """Return who passes on what others tell, and those others, in order; the outer holds the cue of the inner.

    >>> from events.grammar.parse import parse_of
    >>> text = "Interfax quoted a general as saying that two battalions had left Gyumri."
    >>> parse = parse_of(text)
    >>> [parse.span(one.source).of(text) for one in relayed_in(parse)]
    ['Interfax', 'a general']
    """
    lower, found = parse.tokens.lower, []
    for sentence in parse.sentences:
        handled = _forwarded(parse, sentence) or _passed_through(parse, sentence)
        if handled is not None:
            found.append(handled)
        quoting: int | None = None
        if _QUOTING.isdisjoint(lower[sentence.first : sentence.stop]):
            continue
        for at in range(sentence.first, sentence.stop - 2):
            if lower[at] in _QUOTING:
                quoting = at
                found += _quoted_behind(parse, sentence, at)
            elif quoting is not None and at - quoting < _FARTHEST and lower[at] == "as" and lower[at + 1] in _AS:
                found += _quoted(parse, sentence, quoting, at)
                quoting = None
    return tuple(found)


def _quoted(parse: Parse, sentence: Stretch, quoting: int, saying: int) -> list[Relation]:
    """Return the two relations of "X quoted Y as saying …", or of "Y was quoted by X as saying …"."""
    first = _past_hearer(parse, saying + 2)
    content = trimmed(parse, Stretch(first=first, stop=until_another(parse, first, sentence.stop)), ",:;.")
    subject = phrase_before(parse, sentence, quoting)
    if content is None or subject is None:
        return []
    outer, inner = subject, _quotes(parse, quoting)
    if parse.tokens.lower[quoting + 1] == "by":
        by = phrase_after(parse, quoting + 2)
        if by is None:
            return []
        outer, inner = by, subject
    if inner is None or inner.stop > saying:
        return []
    # what is passed on begins with "as", so that it holds the other's cue
    passed = Stretch(first=saying, stop=content.stop)
    return [
        Relation(cue=Stretch(first=quoting, stop=quoting + 1), source=outer, content=(passed,)),
        Relation(cue=Stretch(first=saying, stop=saying + 2), source=inner, content=(content,)),
    ]


def _quoted_behind(parse: Parse, sentence: Stretch, quoting: int) -> list[Relation]:
    """Return the two relations of "X quoted Y: …"; what is passed on begins with the colon."""
    subject, inner = phrase_before(parse, sentence, quoting), _quotes(parse, quoting)
    if subject is None or inner is None or parse.tokens.lower[inner.stop : inner.stop + 1] != (":",):
        return []
    content = trimmed(parse, Stretch(first=inner.stop + 1, stop=sentence.stop), ",:;.")
    if content is None or len(content) < _SHORTEST:
        return []
    passed = Stretch(first=inner.stop, stop=content.stop)
    return [
        Relation(cue=Stretch(first=quoting, stop=quoting + 1), source=subject, content=(passed,)),
        Relation(cue=Stretch(first=inner.stop, stop=inner.stop + 1), source=inner, content=(content,)),
    ]


_SHORTEST = 3
"""Tokens of what is passed on, at least."""


def _quotes(parse: Parse, verb: int) -> Stretch | None:
    """Return the noun phrase behind the verb, which may pass for a part of it: "AFP quoted witnesses"."""
    phrase = parse.phrase_at(verb)
    if phrase is not None and verb + 1 < phrase.stop:
        return Stretch(first=verb + 1, stop=phrase.stop)
    return phrase_after(parse, verb + 1)


def _past_hearer(parse: Parse, position: int) -> int:
    """Return where what is said begins, behind the one who is told: "as telling al-Hayat that"."""
    hearer = phrase_after(parse, position)
    if hearer is not None and parse.codes[hearer.stop : hearer.stop + 1] == "m":
        return hearer.stop
    return position


def phrase_before(parse: Parse, sentence: Stretch, verb: int) -> Stretch | None:
    """Return the noun phrase before the verb and its helping words."""
    first = verb
    while first > sentence.first and parse.codes[first - 1] in "xr":
        first -= 1
    phrase = parse.phrase_at(first - 1)
    if phrase is None or phrase.stop < first or phrase.first < sentence.first:
        return None
    return Stretch(first=phrase.first, stop=first)


def _forwarded(parse: Parse, sentence: Stretch) -> Relation | None:
    """Read "RT @name: …" at the head of a line."""
    first, words = sentence.first, parse.tokens.lower
    if words[first] not in _FORWARDS or words[first + 1 : first + 2] != ("@",):
        return None
    for colon in range(first + 3, min(first + 3 + _LONGEST_HANDLE, sentence.stop - 1)):
        if words[colon] == ":":
            content = trimmed(parse, Stretch(first=colon + 1, stop=sentence.stop), ",:;.")
            source = Stretch(first=first + 1, stop=colon)
            if content is None:
                return None
            return Relation(cue=Stretch(first=colon, stop=colon + 1), source=source, content=(content,))
    return None


def _passed_through(parse: Parse, sentence: Stretch) -> Relation | None:
    """Read "… via @name" at the end of a line."""
    words, stop = parse.tokens.lower, sentence.stop
    while stop > sentence.first and parse.codes[stop - 1] in ".(":
        stop -= 1
    for at in range(stop - 3, max(sentence.first + 2, stop - _LONGEST_HANDLE), -1):
        if words[at] in _THROUGH and words[at + 1] == "@":
            content = trimmed(parse, Stretch(first=sentence.first, stop=at), ",:;.(")
            source = Stretch(first=at + 1, stop=stop)
            if content is None:
                return None
            return Relation(cue=Stretch(first=at, stop=at + 1), source=source, content=(content,))
    return None
