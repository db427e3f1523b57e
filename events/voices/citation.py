"""Read whom a source cites: "the Times, citing an official, reported …"."""

from __future__ import annotations

from bisect import bisect_left

from events.grammar.clause import Stretch
from events.grammar.parse import Parse
from events.voices.relation import Relation
from events.voices.speech import phrase_after

CITING = (
    ("citing",), ("quoting",), ("cited",), ("cites",), ("quoted",), ("quotes",), ("with", "reference", "to"),
)  # fmt: skip
"""Words between a source and the source that it cites."""

FARTHEST = 60
"""Tokens between the words of citing and those of reporting, at most."""


def citations_in(parse: Parse, relations: tuple[Relation, ...]) -> tuple[tuple[int, Relation], ...]:
    """Return what the sources of `relations` cite others for, each with the number of the relation that cites.

    The cited source stands in the same sentence; what it is cited for is the content of the relation.
    """
    opening = {words[0] for words in CITING}
    places = [at for at, word in enumerate(parse.tokens.lower) if word in opening]
    known = {relation.source for relation in relations}
    found: list[tuple[int, Relation]] = []
    for number, relation in enumerate(relations):
        sentence = parse.sentence_at(relation.cue.first)
        first = max(sentence.first, relation.cue.first - FARTHEST)
        stop = min(sentence.stop, relation.cue.stop + FARTHEST)
        for position in places[bisect_left(places, first) : bisect_left(places, stop)]:
            made = _cited(parse, relation, position)
            if made is not None and made.source not in known:
                known.add(made.source)
                found.append((number, made))
                break
    return tuple(found)


def _cited(parse: Parse, relation: Relation, position: int) -> Relation | None:
    lower = parse.tokens.lower
    words = next((words for words in CITING if lower[position : position + len(words)] == words), None)
    if words is None or any(part.first <= position < part.stop for part in relation.content):
        return None
    if ";" in lower[min(position, relation.cue.stop) : max(position, relation.cue.first)]:
        return None  # another speaks there
    cited = phrase_after(parse, position + len(words))
    if cited is None or any(part.first < cited.stop and cited.first < part.stop for part in relation.content):
        return None
    cue = Stretch(first=position, stop=position + len(words))
    return Relation(cue=cue, source=cited, content=relation.content)
