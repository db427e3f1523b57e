"""Bring what the models found to the borders of phrases, clauses and quotations."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from operator import attrgetter

from events.grammar.clause import Stretch
from events.grammar.parse import Parse

_first = attrgetter("first")


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
    cue = _told_to(parse, relation.cue)
    if words[0] in _NAMING and parse.codes[cue.first] == "e" and parse.codes[cue.first - 1 : cue.first] in {"n", "N"}:
        return None
    if parse.tokens.lower[cue.stop - 1] in _BLOWS and _is_done_to(parse, cue):
        return None
    content = _within(parse, cue, _behind_that(parse, cue, content), quotes)
    source = None if relation.source is None else _whole(parse, relation.source, cue, content)
    if source is not None and parse.tokens.lower[source.first] in _NOBODY and _is_done_to(parse, cue):
        return None  # "no rebel was seen" tells of rebels, and nobody tells it
    if source is not None and (_is_empty_it(parse, source, words[0]) or _is_asked_for(parse, source)):
        source = None
    if source is not None and source.stop <= cue.first and _is_told(parse, cue):
        source = None
    if source is not None and source.stop <= cue.first and _is_passive(parse, cue):
        content = (source, *(part for part in content if part.first >= cue.stop))
        source = None
    return Relation(cue=cue, source=source, content=content)


def _told_to(parse: Parse, cue: Stretch) -> Stretch:
    """Return the cue without the opening words of a phrase behind its verb: "said in a"."""
    stop = cue.stop
    while stop - cue.first > 1 and parse.codes[stop - 1] in "do":
        stop -= 1
    if stop < cue.stop and parse.codes[stop - 1] == "i" and stop - cue.first > 1:
        stop -= 1
    return cue.to(cue.first, stop)


def _within(
    parse: Parse, cue: Stretch, content: tuple[Stretch, ...], quotes: tuple[Stretch, ...]
) -> tuple[Stretch, ...]:
    """Return the content up to the semicolon behind the cue, unless words are quoted on its other side."""
    made = []
    for part in content:
        stop = part.stop
        at = bisect_right(quotes, part.first, key=lambda quote: quote.first)
        near = quotes[max(0, at - 1) : at + 1]
        if part.first >= cue.stop and not any(quote.first < stop and part.first < quote.stop for quote in near):
            stop = next((at for at in range(part.first + 1, stop) if parse.tokens.lower[at] == ";"), stop)
        made.append(part.to(part.first, stop))
    return tuple(made)


_FARTHEST_THAT = 9
"""Tokens behind a cue within which "that" opens what is said."""


def _behind_that(parse: Parse, cue: Stretch, content: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    """Return the content from "that" on where only those told, the place or the day stand before it."""
    made = []
    for part in content:
        first = part.first
        if 0 <= first - cue.stop <= 2:
            at = first
            while at < min(part.stop, first + _FARTHEST_THAT) and parse.codes[at] in "dnNaiopsr9":
                at += 1
            if first < at < part.stop - 1 and parse.codes[at] in "mw" and parse.tokens.lower[at] == "that":
                first = at
        made.append(part.to(first, part.stop))
    return tuple(made)


def _is_passive(parse: Parse, cue: Stretch) -> bool:
    """Whether the cue says that something is said, and not by whom: "is said to"."""
    at = bisect_right(parse.groups, cue.first, key=lambda group: group.first) - 1
    if at < 0 or parse.groups[at].stop <= cue.first:
        return False
    group = parse.groups[at]
    letters = parse.codes[group.first : group.stop]
    being = any(word in _BEING for word in parse.tokens.lower[group.first : group.stop])
    return being and letters[-1] == "e" and parse.codes[group.stop : group.stop + 1] == "t"


def _is_told(parse: Parse, cue: Stretch) -> bool:
    """Whether the cue tells of who hears something: "was told that"."""
    lower = parse.tokens.lower
    return lower[cue.stop - 1] in {"told", "informed", "warned", "assured"} and any(
        word in _BEING for word in lower[max(0, cue.first - 1) : cue.stop]
    )


_NOBODY = frozenset({"no", "nobody", "none", "neither"})
_BEING = frozenset({"is", "are", "was", "were", "be", "been", "being", "'s", "'re"})


_NAMING = frozenset({"called", "named", "dubbed", "nicknamed", "known", "titled"})
"""Participles that give a name to what stands before them."""


_BLOWS = frozenset({"attacked", "hammered", "blasted", "bashed", "hit", "captured", "seized", "sniped", "targeted"})
"""Participles that tell of words in a debate and of blows in a war; with "was" they are blows."""


def _is_done_to(parse: Parse, cue: Stretch) -> bool:
    passive = parse.codes[cue.stop - 1] in "ev"
    return passive and any(word in _BEING for word in parse.tokens.lower[max(0, cue.first - 2) : cue.stop])


def _is_empty_it(parse: Parse, source: Stretch, verb: str) -> bool:
    """Whether the source is the "it" of "it is believed" and "it seems", which stands for nobody."""
    return len(source) == 1 and parse.tokens.lower[source.first] == "it" and verb in _IMPERSONAL


def _is_asked_for(parse: Parse, source: Stretch) -> bool:
    """Whether the source is the "who" that opens a question, which nobody has answered."""
    opens = parse.sentences[bisect_right(parse.sentences, source.first, key=_first) - 1].first
    return len(source) == 1 and source.first == opens and parse.tokens.lower[opens] in _ASKING


_ASKING = frozenset({"who", "which", "what"})
_IMPERSONAL = frozenset({"is", "was", "'s", "has", "seems", "seemed", "appears", "appeared", "emerged", "turned"})


def trimmed(parse: Parse, part: Stretch, codes: str) -> Stretch | None:
    """Return the stretch without tokens of these tag letters at its ends, or None where nothing is left."""
    first, stop = part.first, part.stop
    while first < stop and parse.codes[first] in codes:
        first += 1
    while stop > first and parse.codes[stop - 1] in codes:
        stop -= 1
    return part.to(first, stop) if first < stop else None


def _with_marks(parse: Parse, part: Stretch, quotes: tuple[Stretch, ...]) -> Stretch:
    """Take in the quotation mark that stands right outside the content."""
    first, stop = part.first, part.stop
    at = bisect_right(quotes, first, key=_first)
    near = quotes[max(0, at - 1) : at + 1]
    if any(quote.first == first - 1 for quote in near) and parse.codes[first - 1] == '"':
        first -= 1
    at = max(0, bisect_right(quotes, stop, key=_first) - 2)
    last = quotes[at : at + 2]
    if any(quote.stop == stop + 1 and quote.first < stop for quote in last) and parse.codes[stop] == '"':
        stop += 1
    return part.to(first, stop)


def _whole(parse: Parse, source: Stretch, cue: Stretch, content: tuple[Stretch, ...]) -> Stretch | None:
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


def _according(parse: Parse, relation: Relation) -> Relation | None:
    """Read "according to": the source is what follows it, the content the rest of the sentence."""
    at = bisect_right(parse.sentences, relation.cue.first, key=_first) - 1
    sentence = parse.sentences[at]
    first = relation.cue.first + 2
    stop = first
    while (
        stop < sentence.stop
        and parse.codes[stop] not in ',:.mzvxM"'
        and not (parse.codes[stop] == "w" and stop > first)
        and not (stop > first and _opens_a_clause(parse, stop))
    ):
        stop += 1
    if parse.codes[stop - 1] in "ic" and stop - 1 > first:
        stop -= 1
    source = trimmed(parse, Stretch(first=first, stop=stop), ',:;."(') if stop > first else None
    before = trimmed(parse, Stretch(first=sentence.first, stop=relation.cue.first), ",:;.c")
    if before is None and parse.codes[stop : stop + 2] == ",w":
        # "according to X, which cited Y, …"
        stop = next((at for at in range(stop + 2, sentence.stop) if parse.codes[at] == ","), stop)
    after = trimmed(parse, Stretch(first=stop, stop=sentence.stop), ",:;.") if stop < sentence.stop else None
    content = before or after
    if source is None or content is None:
        return None
    parts: tuple[Stretch, ...] = (content,)
    if before is not None and after is not None and _has_no_subject(parse, after):
        parts = (before, after)
    cue = Stretch(first=relation.cue.first, stop=relation.cue.first + 2)
    return Relation(cue=cue, source=source, content=parts)


_EXPLETIVE = "there"


def _opens_a_clause(parse: Parse, position: int) -> bool:
    """Whether a subject begins here, right behind a noun: "according to residents they fled"."""
    if parse.codes[position - 1] not in "nN":
        return False
    return parse.codes[position] in "pd" or parse.tokens.lower[position] == _EXPLETIVE


def _has_no_subject(parse: Parse, part: Stretch) -> bool:
    """Whether a verb follows "and" at once, so that its subject stands before: "…, and so never arrived"."""
    bare = parse.codes[part.first + 1 : part.stop].lstrip("r")
    return parse.codes[part.first] == "c" and bare != "" and bare[0] in "zvx"
