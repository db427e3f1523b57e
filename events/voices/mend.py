"""Bring what the models found to the borders of phrases, clauses and quotations."""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import attrgetter

from events.grammar.clause import FINITE_CODES, Stretch
from events.grammar.parse import Parse
from events.grammar.trim import trimmed
from events.voices.according import according
from events.voices.another import until_another
from events.voices.deed import is_deed
from events.voices.relation import Relation
from events.voices.speaker import is_empty, whole_speaker
from events.voices.teller import CHANNELS

_first = attrgetter("first")


def mended(parse: Parse, quotes: tuple[Stretch, ...], relation: Relation) -> Relation | None:  # noqa: C901, PLR0911, PLR0912 - one line a case
    """Return the relation with clean borders, or None where no content is left."""
    words = parse.tokens.lower[relation.cue.first : relation.cue.stop]
    if words[0] == "according":
        return according(parse, relation)
    if words[0] == "to" and parse.tokens.lower[relation.cue.first - 1] == "according":
        return None  # half a cue; the whole of it is read by rule
    if len(words) == 1 and (_tells_nothing(parse, relation.cue.first) or parse.codes[relation.cue.first] == "p"):
        return None
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
    if (parse.tokens.lower[cue.stop - 1] in _BLOWS and _is_done_to(parse, cue)) or _is_occasion(parse, cue, content[0]):
        return None
    if is_deed(parse, cue, content) or _is_second_verb(parse, cue, content[0]):
        return None
    content = _within(parse, cue, _behind_that(parse, cue, content), quotes)
    content = _only_pointed_to(parse, content)
    told_by = _noun_that_shows(parse, cue)
    if told_by is not None:
        return Relation(cue=Stretch(first=cue.stop - 1, stop=cue.stop), source=told_by, content=content)
    source = None if relation.source is None else whole_speaker(parse, relation.source, cue, content)
    if source is not None:
        source = _last_subject(parse, source, cue)
        if (_is_far(parse, source, cue) and sum(map(len, content)) <= _FEW) or (
            words[-1] in _KNOWING and parse.tokens.lower[source.first] in _NOBODY
        ):
            return None
    if source is not None and parse.tokens.lower[source.first] in _NOBODY and _is_done_to(parse, cue):
        return None  # "no rebel was seen" tells of rebels, and nobody tells it
    if source is not None and (
        parse.tokens.lower[source.first] == "to" or parse.tokens.lower[source.stop - 1] in CHANNELS
    ):
        return None  # "the road to Gao is finished" tells where it leads, "said by telephone" how it was told
    if source is not None and is_empty(parse, source, verb=words[0]):
        source = None
    if source is not None and source.stop <= cue.first and _is_told(parse, cue):
        source = None
    if source is not None and source.stop <= cue.first and _is_passive(parse, cue):
        content = (source, *(part for part in content if part.first >= cue.stop))
        source = None
    return Relation(cue=cue, source=source, content=content)


def _only_pointed_to(parse: Parse, content: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    """Return the content up to the verb that goes on: "denied this | and said …"."""
    codes = parse.codes
    return tuple(
        it.to(it.first, it.first + 1)
        if codes[it.first] in "pd" and codes[it.first + 1 : it.first + 2] == "c" and codes[it.first + 2] in FINITE_CODES
        else it
        for it in content
    )


def _noun_that_shows(parse: Parse, cue: Stretch) -> Stretch | None:
    """Return the noun of a cue such as "documents showing", which is what shows it."""
    shows = parse.codes[cue.first : cue.stop] == "ng"
    return Stretch(first=cue.first, stop=cue.first + 1) if shows else None


_KNOWING = frozenset({"know", "knows", "knew"})


_FEW = 3
"""Words of a content that tells nothing: "gave no name"."""


def _is_far(parse: Parse, source: Stretch, cue: Stretch) -> bool:
    """Whether a source does something else before the comma before a cue: "who said X had left, | gave no name"."""
    between = parse.codes[source.stop : cue.first]
    return between.find(",") == len(between) - 1 >= 1 and not FINITE_CODES.isdisjoint(between)


def _last_subject(parse: Parse, source: Stretch, cue: Stretch) -> Stretch:
    """Return who stands right before a verb, where another clause was taken in: "he left after | the mayor said"."""
    letters = parse.codes[source.first : source.stop]
    if source.stop != cue.first or FINITE_CODES.isdisjoint(letters) or not {"w", ",", '"'}.isdisjoint(letters):
        return source
    phrase = parse.phrase_at(source.stop - 1)
    return source if phrase is None or phrase.first <= source.first else phrase


_PARTICLES = frozenset(
    {"ag", "al", "el", "bin", "ibn", "ould", "van", "von", "abu", "ben", "ul", "ur", "uz", "ad", "as"}
)
_NEARLY = frozenset({"nearly", "almost", "already", "again", "only", "even", "still", "on", "also"})


def _tells_nothing(parse: Parse, cue: int) -> bool:
    """Whether a cue is an adverb, or a particle within a name: "Iyad ag Ghaly"."""
    word = parse.tokens.lower[cue]
    if word in _PARTICLES:
        return parse.codes[cue - 1 : cue] == "N" and parse.codes[cue + 1 : cue + 2] == "N"
    return word in _NEARLY


def _is_second_verb(parse: Parse, cue: Stretch, part: Stretch) -> bool:
    """Whether what follows a cue is only what its subject did besides: "attacked and killed three farmers"."""
    return part.first == cue.stop and parse.codes[part.first] == "c" and parse.codes[part.first + 1] in "vze"


_SPEAKING = frozenset({"spoke", "speak", "speaks", "speaking", "talked", "talks", "talking"})
_OCCASIONS = frozenset({"after", "before", "as", "when", "while", "during", "hours", "days", "minutes"})


def _is_occasion(parse: Parse, cue: Stretch, content: Stretch) -> bool:
    """Whether what follows only says when somebody spoke: "spoke after the town had fallen"."""
    lower = parse.tokens.lower
    return lower[cue.stop - 1] in _SPEAKING and content.first >= cue.stop and lower[cue.stop] in _OCCASIONS


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
            ends = ";," if _is_disbelief(parse, cue) else ";"
            stop = next((at for at in range(part.first + 1, stop) if parse.tokens.lower[at] in ends), stop)
            stop = until_another(parse, part.first, stop)
        stop = next((at for at in range(max(part.first, cue.stop) + 1, stop) if _cites(parse, at)), stop)
        if part.first == cue.stop and _CUT_SHORT.match(parse.codes, part.first, stop):
            stop = part.first + 1  # "denied it | and said"
        first = part.first
        if part.stop <= cue.first and not any(quote.first < stop and first < quote.stop for quote in near):
            first = next((at + 1 for at in range(stop - 2, first, -1) if parse.tokens.lower[at] == ";"), first)
        made.append(part.to(first, stop))
    return tuple(made)


def _cites(parse: Parse, comma: int) -> bool:
    """Whether whoever speaks goes on to say from whom they have it: "…, citing a doctor"."""
    return parse.codes[comma] == "," and parse.tokens.lower[comma + 1 : comma + 2] in _CITING


_CUT_SHORT = re.compile(r"pcr?[zvx]")
"""Codes of a pronoun behind which the speaker goes on to do something else."""
_CITING = (("citing",), ("quoting",))
_BELIEVING = frozenset({"believe", "buy", "think", "trust"})


def _is_disbelief(parse: Parse, cue: Stretch) -> bool:
    """Whether a cue says that something is not believed, which ends with the comma: "I don't believe it, he was"."""
    words = parse.tokens.lower[max(0, cue.first - 1) : cue.stop]
    return words[-1] in _BELIEVING and not {"n't", "not", "dont"}.isdisjoint(words)


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
    group = parse.group_at(cue.first)
    if group is None or group.stop <= cue.first:
        return False
    letters = parse.codes[group.first : group.stop]
    lower = parse.tokens.lower
    being = any(word in _BEING for word in lower[group.first : group.stop])
    if not being or letters[-1] != "e":
        return False
    weighed = lower[group.stop - 1] in _WEIGHED and lower[group.stop : group.stop + 1] != ("by",)
    return weighed or parse.codes[group.stop : group.stop + 1] == "t"


def _is_told(parse: Parse, cue: Stretch) -> bool:
    """Whether the cue tells of who hears something: "was told that"."""
    lower = parse.tokens.lower
    last = cue.stop - 1 - (lower[cue.stop - 1] == "to")
    return lower[last] in {"told", "informed", "warned", "assured"} and any(
        word in _BEING for word in lower[max(0, cue.first - 1) : cue.stop]
    )


_WEIGHED = frozenset(
    {
        "considered",
        "planned",
        "expected",
        "discussed",
        "announced",
        "debated",
        "proposed",
        "reported",
        "rumoured",
        "rumored",
    }
)
"""Participles of what is thought or told of something, without by whom: "a transfer was considered"."""
_NOBODY = frozenset({"no", "nobody", "none", "neither"})
_BEING = frozenset({"is", "are", "was", "were", "be", "been", "being", "'s", "'re"})


_NAMING = frozenset({"called", "named", "dubbed", "nicknamed", "known", "titled"})
"""Participles that give a name to what stands before them."""


_BLOWS = frozenset({"attacked", "hammered", "blasted", "bashed", "hit", "captured", "seized", "sniped", "targeted"})
"""Participles that tell of words in a debate and of blows in a war; with "was" they are blows."""


def _is_done_to(parse: Parse, cue: Stretch) -> bool:
    passive = parse.codes[cue.stop - 1] in "ev"
    return passive and any(word in _BEING for word in parse.tokens.lower[max(0, cue.first - 2) : cue.stop])


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
