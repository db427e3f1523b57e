"""Find the words that say that somebody says, thinks, shows, asks or intends something."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from events.clause import Stretch
from events.inflect import by_form
from events.parse import Parse
from texts.lexicon import rows_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """The words that make something somebody's: "said", "according to", "was reported to"."""

    words: Stretch
    head: int
    """the position of the word that carries the meaning"""
    verb: str
    """its plain form"""
    type: str
    """its type in data/lexicons/cue_verbs.txt"""
    passive: bool = False


def cues_in(parse: Parse) -> tuple[Cue, ...]:
    """Return the cues of a text, in order.

    >>> from events.parse import parse_of
    >>> parse = parse_of("Kyiv said the dam held. According to Moscow, it broke.")
    >>> [parse.span(cue.words).of(parse.text) for cue in cues_in(parse)]
    ['said', 'According to']
    """
    table = verb_cues()
    lower, codes = parse.tokens.lower, parse.codes
    found = []
    for group in parse.groups:
        head = group.stop - 1
        entry = table.get(lower[head])
        if entry is None or codes[head] not in "zvbeg":
            continue
        passive = codes[head] == "e" and group.stop - group.first > 1 and lower[head - 1] != "have"
        if passive:
            passive = any(lower[position] in _BE for position in range(group.first, head))
        found.append(Cue(words=group, head=head, verb=entry[0], type=entry[1], passive=passive))
    for position in range(len(lower) - 1):
        if lower[position] == "according" and lower[position + 1] == "to":
            words = Stretch(first=position, stop=position + 2)
            found.append(Cue(words=words, head=position, verb="according", type="said"))
    return tuple(sorted(found, key=lambda cue: cue.head))


@cache
def verb_cues() -> Mapping[str, tuple[str, str]]:
    """Return the verb and type of each form of a cue verb."""
    return by_form(tuple((row[0], row[1]) for row in rows_of("cue_verbs")))


_BE = frozenset({"is", "was", "are", "were", "be", "been", "being", "'s", "'re", "am"})
