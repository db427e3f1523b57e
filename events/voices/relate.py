"""Find cues with their sources and contents in the sentences of a text, by the trained models."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from events.grammar.clause import Stretch
from events.grammar.linear import TwoPasses, load_model
from events.grammar.parse import Parse
from events.voices.by_rule import with_told
from events.voices.cue import cue_chances, cues_in, uncrowded, whole_cues
from events.voices.cue_features import Columns, columns_of
from events.voices.mend import mended
from events.voices.parts import parts_of
from events.voices.relation import Relation
from events.voices.speech import with_speech


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Models:
    """The two passes of the model of cues and of the model of sources and contents."""

    cues: TwoPasses
    parts: TwoPasses


@cache
def stored_models() -> Models:
    """Open the models that are part of the program; benchmarks/train_attribution.py makes them."""
    return Models(
        cues=TwoPasses(early=load_model("cues-first"), late=load_model("cues-second")),
        parts=TwoPasses(early=load_model("parts-first"), late=load_model("parts-second")),
    )


def relations_in(
    parse: Parse, quotes: tuple[Stretch, ...], *, least: float, models: Models, columns: Columns | None = None
) -> tuple[Relation, ...]:
    """Return what is said in the sentences of `parse`, without what is said inside that, in the order of the cues.

    Words are taken for a cue where their chance is at least `least`. `columns` are those of the tokens where they are
    known; what lies in no sentence costs nothing.
    """
    if not parse.sentences:
        return ()
    if columns is None:
        columns = columns_of(parse, quotes)
    looked = columns.sentence > 0
    chances = np.zeros((len(looked), 3), dtype=np.float32)
    chances[:, 0] = 1.0
    chances[looked] = cue_chances(columns.where(looked), models.cues)
    cues = whole_cues(parse, tuple(cue for cue in cues_in(chances, least=least) if columns.sentence[cue.first]))
    surest = 1 - chances[:, 0]
    cues = uncrowded(cues, surest)
    parts = parts_of(parse, columns, cues=cues, quotes=quotes, chances=surest, passes=models.parts)
    found = (
        mended(parse, quotes, Relation(cue=cue, source=part.source, content=part.content))
        for cue, part in zip(cues, parts, strict=True)
    )
    read = with_speech(parse, quotes, tuple(relation for relation in found if relation is not None))
    return with_told(parse, read)


def holders_of(relations: tuple[Relation, ...]) -> tuple[int | None, ...]:
    """Return, for each relation, the position of the one nearby whose content holds its cue most closely, or None.

    Of two that hold each other's cues neither holds the other.
    """
    holders: list[int | None] = []
    reach = [(_first(it), max((part.stop for part in it.content), default=0)) for it in relations]
    for number, inner in enumerate(relations):
        best: int | None = None
        size = 0
        cue = inner.cue
        for other in range(max(0, number - NEARBY), min(len(relations), number + NEARBY + 1)):
            first, stop = reach[other]
            if other == number or cue.first < first or stop < cue.stop:
                continue
            room = _room(inner, relations[other])
            if room and (best is None or room < size) and not _room(relations[other], inner):
                best, size = other, room
        holders.append(best)
    return tuple(holders)


NEARBY = 12
"""Relations on each side of one that may hold it."""


def _first(relation: Relation) -> int:
    return min((part.first for part in relation.content), default=0)


def _room(inner: Relation, outer: Relation) -> int:
    """Return the length of the content of `outer` that holds the cue of `inner`, 0 where none does."""
    return next(
        (len(part) for part in outer.content if part.first <= inner.cue.first and inner.cue.stop <= part.stop),
        0,
    )
