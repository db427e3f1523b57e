"""Find names that the gazetteer has in another spelling, where only a place can stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from geo.candidates import SLOT, Option
from geo.evidence import PLACED
from geo.keys import INNER
from geo.scan import JOINTS, Mention, Scanner, Words
from geo.spelling import form_of

if TYPE_CHECKING:
    from geo.recognise import Judge

SURE = 0.49
"""How surely such a name is a place: it is put on the map where hardly another could be meant, else passed over."""

LONGEST = 4
"""How many words such a name has at most."""

BORNE_OUT = 0.3
"""The part of a text's other names that lies in a place's country, to take a name for it that is only alike."""


def alike_mentions(
    words: Words, mentions: Sequence[Mention], scanner: Scanner, judge: Judge
) -> list[tuple[Mention, float]]:
    """Return the names behind a word of place that sound like a place's, with how sure they are."""
    found: list[tuple[Mention, float]] = []
    taken = {place for mention in mentions for place in range(mention.first, mention.last)}
    keys, lists = words.keys, judge.lexicons
    for place in range(1, len(keys)):
        if keys[place - 1] not in PLACED or place in taken or words.between(place - 1) != " ":
            continue
        stop = _end(words, place)
        if stop == place or stop > place + LONGEST or not taken.isdisjoint(range(place, stop)):
            continue
        if keys[place] in lists.given or all(key in lists.common for key in keys[place:stop]):
            continue
        if any(key in lists.bodies for key in keys[place:stop]):
            continue
        if stop == place + 1 and (keys[place] in lists.family or keys[place] in lists.others):
            continue
        number, _ = scanner.head(form_of(" ".join(keys[place:stop])))
        if number >= 0:
            found.append((Mention(place, stop, words.starts[place], words.ends[stop - 1], number), SURE))
    return found


def _end(words: Words, place: int) -> int:
    """Return where the run of capitalised words, with the articles between, ends that starts here."""
    stop = at = place
    while at < len(words.keys) and at <= place + LONGEST and (at == place or words.between(at - 1) in JOINTS):
        if words.cases[at] == 1:
            stop = at + 1
        elif words.keys[at] not in INNER:
            break
        at += 1
    return stop


def is_borne_out(option: Option) -> bool:
    """Whether the text speaks of the country of a place whose name is only alike."""
    values = option.values
    spoken = max(values[SLOT["share_country"]], values[SLOT["named_country"]], values[SLOT["inside_country"]])
    return spoken >= BORNE_OUT or values[SLOT["theatre"]] > 0
