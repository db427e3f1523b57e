"""Read whom others hand on: "a priest quoted by the BBC said", "the group put out a statement saying"."""

from __future__ import annotations

from dataclasses import replace

from events.grammar.clause import Stretch
from events.grammar.parse import Parse
from events.grammar.trim import trimmed
from events.voices.relation import Relation
from events.voices.relayed import phrase_before
from events.voices.speech import phrase_after

_QUOTED = frozenset({"quoted", "cited", "interviewed"})
_SAYING = frozenset({"saying", "claiming", "stating", "announcing", "declaring", "reporting", "confirming", "denying"})
_PUTTING = frozenset(
    {"put", "issued", "released", "published", "posted", "sent", "circulated", "distributed", "broadcast", "aired"}
)
_WORDS = frozenset(
    {"statement", "message", "video", "letter", "communique", "communiqué", "leaflet", "recording", "tape", "post"}
)
"""What is put out and holds somebody's words."""
_FARTHEST = 14
"""Tokens from the verb to "saying", at most."""


def quoted_by(parse: Parse, relations: list[Relation]) -> list[tuple[int, Relation]]:
    """Put whoever quotes a speaker in the speaker's place; return the speakers with the numbers of those relations.

    `relations` is changed.
    """
    found: list[tuple[int, Relation]] = []
    if _QUOTED.isdisjoint(parse.tokens.lower):
        return found
    for number, relation in enumerate(relations):
        source = relation.source
        verb = None if source is None else _quoting(parse, source)
        if source is None or verb is None:
            continue
        inner = (
            source.to(source.first, verb)
            if source.first < verb
            else phrase_before(parse, parse.sentence_at(verb), verb)
        )
        outer = source.to(verb + 2, source.stop) if verb + 2 < source.stop else phrase_after(parse, verb + 2)
        inner = None if inner is None else trimmed(parse, inner, ",")
        if inner is None or outer is None or len(inner) == 0:
            continue
        relations[number] = replace(relation, source=outer)
        found.append((number, Relation(cue=Stretch(first=verb, stop=verb + 1), source=inner, content=relation.content)))
    return found


def _quoting(parse: Parse, source: Stretch) -> int | None:
    """Return where "quoted by" stands within a source, right behind it or right before it."""
    lower, codes = parse.tokens.lower, parse.codes
    spots: tuple[int, ...] = (*range(source.first + 1, source.stop - 1), source.stop, source.stop + 1, source.first - 2)
    for at in spots:
        if 0 < at < len(lower) - 2 and lower[at] in _QUOTED and lower[at + 1] == "by" and codes[at - 1] not in "xr":
            return at
    return None


def stated_in(parse: Parse) -> tuple[Relation, ...]:
    """Return what those say who put out a statement "saying" it, in order.

    >>> from events.grammar.parse import parse_of
    >>> text = "The Front issued a statement through its office saying the fort had fallen."
    >>> parse = parse_of(text)
    >>> it, = stated_in(parse)
    >>> parse.span(it.source).of(text), [parse.span(part).of(text) for part in it.content]
    ('The Front', ['the fort had fallen'])
    """
    lower, found = parse.tokens.lower, []
    for sentence in parse.sentences:
        words = lower[sentence.first : sentence.stop]
        if _WORDS.isdisjoint(words) or _SAYING.isdisjoint(words):
            continue
        for at in range(sentence.first + 3, sentence.stop - 2):
            made = _stated(parse, sentence, at) if lower[at] in _SAYING else None
            if made is not None:
                found.append(made)
                break
    return tuple(found)


def _stated(parse: Parse, sentence: Stretch, saying: int) -> Relation | None:
    """Read "S put out a statement … saying …" where `saying` is the last word of these."""
    lower, codes = parse.tokens.lower, parse.codes
    least = max(sentence.first + 1, saying - _FARTHEST)
    verb = next((at for at in range(saying - 1, least - 1, -1) if lower[at] in _PUTTING and codes[at] in "ve"), None)
    if verb is None or _WORDS.isdisjoint(lower[verb:saying]) or set(codes[verb + 1 : saying]) & set('zvxM;:"'):
        return None
    source = phrase_before(parse, sentence, verb)
    content = trimmed(parse, Stretch(first=saying + 1, stop=sentence.stop), ",:;.")
    if (
        source is None
        or content is None
        or ("x" in codes[source.stop : verb] and codes[verb] == "e" and _passive(lower[source.stop : verb]))
    ):
        return None
    return Relation(cue=Stretch(first=saying, stop=saying + 1), source=source, content=(content,))


def _passive(helping: tuple[str, ...]) -> bool:
    return not {"was", "were", "been", "being", "is", "are"}.isdisjoint(helping)
