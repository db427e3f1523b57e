"""Bring what the models found to the borders of phrases, clauses and quotations."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from events.clause import Stretch
from events.parse import Parse


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A cue with its source and its content, as positions of tokens."""

    cue: Stretch
    source: Stretch | None
    content: tuple[Stretch, ...]


def mended(parse: Parse, quotes: tuple[Stretch, ...], relation: Relation) -> Relation | None:
    """Return the relation with clean borders, or None where no content is left."""
    words = parse.tokens.lower[relation.cue.first : relation.cue.stop]
    if words[0] == "according":
        return _according(parse, relation)
    content = tuple(
        _with_marks(parse, part, quotes)
        for part in (trimmed(parse, part, ",:;.") for part in relation.content)
        if part is not None
    )
    if not content:
        return None
    source = None if relation.source is None else _whole(parse, relation.source, relation.cue, content)
    if source is not None and _is_empty_it(parse, source, words[0]):
        source = None
    return Relation(cue=relation.cue, source=source, content=content)


def _is_empty_it(parse: Parse, source: Stretch, verb: str) -> bool:
    """Whether the source is the "it" of "it is believed" and "it seems", which stands for nobody."""
    return len(source) == 1 and parse.tokens.lower[source.first] == "it" and verb in _IMPERSONAL


_IMPERSONAL = frozenset({"is", "was", "'s", "has", "seems", "seemed", "appears", "appeared", "emerged", "turned"})


def trimmed(parse: Parse, part: Stretch, codes: str) -> Stretch | None:
    """Return the stretch without tokens of these tag letters at its ends, or None where nothing is left."""
    first, stop = part.first, part.stop
    while first < stop and parse.codes[first] in codes:
        first += 1
    while stop > first and parse.codes[stop - 1] in codes:
        stop -= 1
    return Stretch(first=first, stop=stop) if first < stop else None


def _with_marks(parse: Parse, part: Stretch, quotes: tuple[Stretch, ...]) -> Stretch:
    """Take in the quotation mark that stands right outside the content."""
    first, stop = part.first, part.stop
    at = bisect_right(quotes, Stretch(first=first, stop=len(parse.codes)))
    near = quotes[max(0, at - 1) : at + 1]
    if any(quote.first == first - 1 for quote in near) and parse.codes[first - 1] == '"':
        first -= 1
    last = quotes[max(0, bisect_right(quotes, Stretch(first=stop, stop=len(parse.codes))) - 2) :][:2]
    if any(quote.stop == stop + 1 and quote.first < stop for quote in last) and parse.codes[stop] == '"':
        stop += 1
    return Stretch(first=first, stop=stop)


def _whole(parse: Parse, source: Stretch, cue: Stretch, content: tuple[Stretch, ...]) -> Stretch | None:
    """Return the source with the whole of the noun phrases that it cuts, and without marks at its ends."""
    part = trimmed(parse, source, ',:;."(icm')
    if part is None:
        return None
    first, stop = part.first, part.stop
    at = bisect_right(parse.phrases, Stretch(first=first, stop=len(parse.codes))) - 1
    if at >= 0 and parse.phrases[at].stop > first:
        first = parse.phrases[at].first
    at = bisect_right(parse.phrases, Stretch(first=stop - 1, stop=len(parse.codes))) - 1
    if at >= 0 and parse.phrases[at].stop > stop:
        stop = parse.phrases[at].stop
    for other in (cue, *content):
        if first < other.stop and other.first < stop:
            if other.first <= first:
                first = other.stop
            else:
                stop = other.first
    return Stretch(first=first, stop=stop) if first < stop else None


def _according(parse: Parse, relation: Relation) -> Relation | None:
    """Read "according to": the source is what follows it, the content the rest of the sentence."""
    at = bisect_right(parse.sentences, Stretch(first=relation.cue.first, stop=len(parse.codes))) - 1
    sentence = parse.sentences[at]
    first = relation.cue.first + 2
    stop = first
    while (
        stop < sentence.stop
        and parse.codes[stop] not in ',:.mzvxM"'
        and not (parse.codes[stop] == "w" and stop > first)
    ):
        stop += 1
    if parse.codes[stop - 1] in "ic" and stop - 1 > first:
        stop -= 1
    source = trimmed(parse, Stretch(first=first, stop=stop), ',:;."(') if stop > first else None
    before = trimmed(parse, Stretch(first=sentence.first, stop=relation.cue.first), ",:;.c")
    after = trimmed(parse, Stretch(first=stop, stop=sentence.stop), ",:;.") if stop < sentence.stop else None
    content = before or after
    chosen = [part for part in relation.content if part.stop <= relation.cue.first] if before else []
    if source is None or content is None:
        return None
    cue = Stretch(first=relation.cue.first, stop=relation.cue.first + 2)
    return Relation(cue=cue, source=source, content=tuple(chosen) or (content,))
