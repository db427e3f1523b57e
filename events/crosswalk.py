"""Say what a kind of happening is called in other codebooks."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache

from events.claim import Kind
from texts.lexicon import DATA


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """What PLOVER and ACLED call a type of happening; None where a codebook has no word for it."""

    plover_event: str | None
    plover_mode: str | None
    acled_event: str
    acled_sub_event: str


@cache
def crosswalk() -> dict[tuple[Kind, str], Coding]:
    """Return the codings of `data/crosswalk.csv` by kind and type.

    The codes are those of PLOVER (https://github.com/openeventdata/PLOVER) and of ACLED's codebook; PLOVER has no
    event for flight and for speeches that do nothing else.

    >>> crosswalk()[Kind.ATTACK, "airstrike"].acled_sub_event
    'Air/drone strike'
    """
    with (DATA / "crosswalk.csv").open(encoding="utf-8", newline="") as file:
        return {
            (Kind(row["kind"]), row["type"]): Coding(
                plover_event=row["plover_event"] or None,
                plover_mode=row["plover_mode"] or None,
                acled_event=row["acled_event"],
                acled_sub_event=row["acled_sub_event"],
            )
            for row in csv.DictReader(file)
        }
