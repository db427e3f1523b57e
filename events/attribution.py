"""Who says what: the source, the cue and the content of each attribution, and what lies inside what."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from events.claim import SourceKind
from events.grammar.clause import Stretch
from events.grammar.parse import Parse, parse_of
from events.source import source_kind
from events.voices.antecedent import with_antecedents
from events.voices.attributed import Attribution
from events.voices.citation import citations_in
from events.voices.cue_features import columns_of
from events.voices.further import with_speakers
from events.voices.quotation import quotations_in
from events.voices.relate import holders_of, relations_in, stored_models
from events.voices.relation import Relation
from events.voices.second_hand import quoted_by
from events.voices.silence import is_silent
from texts.span import Span

__all__ = ["Attribution", "attributions_in"]

LEAST = 0.35
"""The chance from which words are taken for a cue; chosen by cross-validation (benchmarks/train_attribution.py)."""
LEAST_INSIDE = 0.5
"""The same for cues inside what somebody says, which the training data do not mark."""
DEEPEST = 4
"""How many attributions may lie in one another."""


def attributions_in(text: str, sentences: tuple[Span, ...] | None = None) -> tuple[Attribution, ...]:
    """Return the attributions of a text, outer ones first, each level in the order of the text.

    >>> text = "Officials said that the dam was mined."
    >>> attribution, = attributions_in(text)
    >>> [[span.of(text) for span in part] for part in (attribution.source, attribution.cue, attribution.content)]
    [['Officials'], ['said'], ['that the dam was mined']]
    >>> attributions_in("")
    ()
    """
    parse = parse_of(text, sentences)
    models = stored_models()
    quotes = quotations_in(parse)
    columns = columns_of(parse, quotes)
    found = with_speakers(parse, tuple(relations_in(parse, quotes, least=LEAST, models=models, columns=columns)))
    found = _without_overreaching(found)
    parents = list(holders_of(tuple(found)))
    level = range(len(found))
    for _ in range(DEEPEST - 1):
        inner, owners = _insides(parse, found, level)
        if not inner:
            break
        known = {position for one in found for position in range(one.cue.first, one.cue.stop)}
        relations = tuple(
            one
            for one in relations_in(
                replace(parse, sentences=inner),
                (),
                least=LEAST_INSIDE,
                models=models,
                columns=columns.within(inner),
            )
            if known.isdisjoint(range(one.cue.first, one.cue.stop))
        )
        firsts = [piece.first for piece in inner]
        outer = [owners[bisect_right(firsts, one.cue.first) - 1] for one in relations]
        level = range(len(found), len(found) + len(relations))
        parents += [
            place if holder is None else level.start + holder
            for place, holder in zip(outer, holders_of(relations), strict=True)
        ]
        found += relations
    for number, cited in (*citations_in(parse, tuple(found)), *quoted_by(parse, found)):
        found.append(cited)
        parents.append(number)
    made = (_attribution(parse, relation, parent) for relation, parent in zip(found, parents, strict=True))
    return with_antecedents(parse, tuple(made))


def _without_overreaching(found: Sequence[Relation]) -> list[Relation]:
    """Leave out whoever's name begins with that of the teller: "according to them it fought, advised it …"."""
    named = {
        position: one.source
        for one in found
        if one.source is not None and one.cue.stop <= one.source.first
        for position in range(one.source.first, one.source.stop)
    }
    return [one for one in found if one.source is None or named.get(one.source.first, one.source) == one.source]


def _insides(parse: Parse, found: list[Relation], level: range) -> tuple[tuple[Stretch, ...], tuple[int, ...]]:
    """Return the pieces of what is said on a level, and the number of the attribution that each belongs to.

    Opening words and marks that belong to the attribution and not to what is said ("that", quotation marks) stay out,
    and so does what an earlier attribution of the level holds already.
    """
    pieces: list[tuple[Stretch, int]] = []
    free = 0
    for content, owner in sorted((part, number) for number in level for part in found[number].content):
        first, stop = max(content.first, free), content.stop
        while first < stop and (parse.codes[first] in '",:' or parse.tokens.lower[first] == "that"):
            first += 1
        if stop - first > 2:
            pieces.append((Stretch(first=first, stop=stop), owner))
            free = stop
    return tuple(piece for piece, _ in pieces), tuple(number for _, number in pieces)


def _attribution(parse: Parse, relation: Relation, parent: int | None) -> Attribution:
    source = None if relation.source is None else parse.span(relation.source)
    kind = SourceKind.ANONYMOUS if source is None or is_silent(parse, relation) else source_kind(source.of(parse.text))
    return Attribution(
        source=() if source is None else (source,),
        cue=(parse.span(relation.cue),),
        content=tuple(parse.span(part) for part in relation.content),
        kind=kind,
        parent=parent,
    )
