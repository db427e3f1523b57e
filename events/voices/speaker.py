"""Bring a source to the whole words of whoever speaks, and of nobody else."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter

from events.grammar.clause import Stretch
from events.grammar.parse import Parse
from events.grammar.trim import trimmed

_first = attrgetter("first")


def whole_speaker(parse: Parse, source: Stretch, cue: Stretch, content: tuple[Stretch, ...]) -> Stretch | None:
    """Return the source with the whole of the noun phrases that it cuts, and without marks at its ends."""
    part = trimmed(parse, source, ',:;."(icm')
    if part is None or parse.codes[part.first] in "zvMxb":
        return None  # who acts and does not speak
    part = _one_line(parse, part, cue)
    first, stop = part.first, part.stop
    at = bisect_right(parse.phrases, first, key=_first) - 1
    if at >= 0 and parse.phrases[at].stop > first:
        first = parse.phrases[at].first
    at = bisect_right(parse.phrases, stop - 1, key=_first) - 1
    if at >= 0 and parse.phrases[at].stop > stop:
        stop = parse.phrases[at].stop
    for other in (cue, *content):
        if first < other.stop and other.first < stop:
            if other.first <= first:
                first = other.stop
            else:
                stop = other.first
    if stop <= cue.first:
        stop = next((at for at in range(first + 1, stop) if _does(parse, at)), stop)
    return part.to(first, stop) if first < stop else None


def _does(parse: Parse, position: int) -> bool:
    """Whether a source ends here, and what it does goes on: "the Times, citing an official, said"."""
    codes, lower = parse.codes, parse.tokens.lower
    if codes[position] != ",":
        return False
    cites = not {"cited", "quoted"}.isdisjoint(lower[position + 2 : position + 3])
    return codes[position + 1] == "g" or (codes[position + 1] == "w" and cites)


def _one_line(parse: Parse, source: Stretch, cue: Stretch) -> Stretch:
    """Return the source without what stands on other lines than the words beside its cue: stamps, signatures."""
    first, stop = source.first, source.stop
    tokens, text = parse.tokens, parse.text
    breaks = [
        at for at in range(first + 1, stop) if "\n" in text[tokens.ends[at - 1] : tokens.starts[at]]
    ]  # fmt: skip
    if not breaks:
        return source
    return Stretch(first=breaks[-1], stop=stop) if stop <= cue.first else Stretch(first=first, stop=breaks[0])


def is_empty(parse: Parse, source: Stretch, *, verb: str) -> bool:
    """Whether the source is nobody: the "it" of "it is believed", or whoever is only asked for."""
    it = len(source) == 1 and parse.tokens.lower[source.first] == "it" and verb in _IMPERSONAL
    return it or _is_asked_for(parse, source)


def _is_asked_for(parse: Parse, source: Stretch) -> bool:
    """Whether nobody has answered who it is: "who says that?"."""
    lower = parse.tokens.lower
    opens = parse.sentences[bisect_right(parse.sentences, source.first, key=_first) - 1].first
    return len(source) == 1 and source.first == opens and lower[opens] in _ASKING


_ASKING = frozenset({"who", "which", "what"})
_IMPERSONAL = frozenset({"is", "was", "'s", "has", "seems", "seemed", "appears", "appeared", "emerged", "turned"})
