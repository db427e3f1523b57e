"""Give a participle that goes on telling the speaker of the words before it: "officials said, adding that"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from events.grammar.parse import Parse
from events.voices.relation import Relation

_FURTHER = frozenset(
    {
        "adding", "noting", "stressing", "insisting", "claiming", "warning", "explaining", "saying", "telling",
        "alleging", "arguing", "pointing", "emphasising", "emphasizing", "recalling", "denying", "promising", "vowing",
    }
)  # fmt: skip


def with_speakers(parse: Parse, relations: Sequence[Relation]) -> list[Relation]:
    """Return the relations, each further one with the source of the cue right before it in its sentence."""
    if not any(parse.tokens.lower[one.cue.first] in _FURTHER for one in relations):
        return list(relations)
    ordered = sorted(relations, key=lambda one: one.cue.first)
    cues = [one.cue.first for one in ordered]
    return [_with_speaker(parse, one, ordered, bisect_right(cues, one.cue.first - 1)) for one in relations]


def _with_speaker(parse: Parse, one: Relation, ordered: Sequence[Relation], number: int) -> Relation:
    cue = one.cue.first
    if parse.tokens.lower[cue] not in _FURTHER or cue == 0 or parse.codes[cue - 1] not in ",cr":
        return one
    sentence = parse.sentence_at(cue)
    for before in reversed(ordered[:number]):
        if before.cue.first < sentence.first:
            return one
        known = before.source
        if known is not None and parse.codes[known.first] != "w" and parse.codes[before.cue.stop - 1] in "zvb":
            return one if one.source == known else replace(one, source=known)
    return one
