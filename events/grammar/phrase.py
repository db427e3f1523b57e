"""Find the phrases of a sentence that may name a place: noun phrases with their prepositions, and adverbs of place."""

from __future__ import annotations

from dataclasses import dataclass

from events.grammar.tag import FINITE, Tag
from events.grammar.token import Tokens
from texts.lexicon import entries_of, rows_of

PREPOSITIONS = entries_of("place_prepositions")
"""Prepositions that can open a phrase of place."""
COMPOUNDS = {(row[0], row[1]): row[2] for row in rows_of("compound_prepositions")}
"""Pairs of words that together are one preposition, and the word they count as."""
PLACE_ADVERBS = entries_of("place_adverbs")
"""Adverbs that name a place or a direction without a noun."""

_INNER = frozenset(
    {Tag.DETERMINER, Tag.OWN, Tag.ADJECTIVE, Tag.NUMBER, Tag.NOUN, Tag.NAME, Tag.GENITIVE, Tag.PRONOUN, Tag.WH}
)
_HEADS = frozenset({Tag.NOUN, Tag.NAME, Tag.NUMBER, Tag.PRONOUN, Tag.ADJECTIVE, Tag.WH})
_BEFORE_NOUN = _INNER - {Tag.GENITIVE}
_BEFORE_INNER = frozenset({Tag.QUOTE, Tag.GERUND, Tag.ADVERB, Tag.PARTICIPLE})
_NOMINAL = frozenset({Tag.NOUN, Tag.NAME, Tag.ADJECTIVE, Tag.NUMBER})
_VERBAL = frozenset({Tag.PARTICIPLE, Tag.GERUND, Tag.PRESENT, Tag.PAST})
_NEVER_LAST = frozenset({Tag.GENITIVE, Tag.DETERMINER, Tag.OWN})
_OPENERS = frozenset({Tag.DETERMINER, Tag.OWN, Tag.PRONOUN, Tag.WH})
_NOT_PREPOSITION = frozenset({Tag.MARK, Tag.ADVERB, Tag.PARTICLE})
_LONGEST = 14
"""No phrase is followed further than this many words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Words that may name a place, by token positions `[first, stop)`, and the preposition before them."""

    first: int
    stop: int
    head: int
    """position of its last noun before any "of" """
    preposition: str
    """"" where there is none"""
    chain: str
    """the preposition that governs it through conjunctions and "of": "in" for both names of "in Aleppo and Hama" """
    adverb: bool = False


def phrases_in(  # noqa: C901 - one line a construction
    tokens: Tokens, tags: tuple[Tag, ...], first: int, stop: int, *, verbs: frozenset[int] = frozenset()
) -> tuple[Phrase, ...]:
    """Return the phrases among the tokens `[first, stop)` in order; they do not overlap.

    `verbs` are positions of words that are known to be verbs, whatever their tags: no phrase reaches over them.

    >>> from events.grammar.tag import tags_of
    >>> from events.grammar.token import tokens_in
    >>> tokens = tokens_in("They fled from the village of Zumar to Duhok.")
    >>> [tokens.words[p.head] for p in phrases_in(tokens, tags_of(tokens), 0, len(tokens))]
    ['They', 'village', 'Duhok']
    """
    found: list[Phrase] = []
    position = first
    preposition = ""
    while position < stop:
        lower = tokens.lower[position]
        if position in verbs:
            preposition, position = "", position + 1
            continue
        if lower in _SIGNALS:
            compound = COMPOUNDS.get((lower, tokens.lower[position + 1])) if position + 1 < stop else None
            if compound is not None and _noun_follows(tags, position + 2, stop):
                preposition, position = compound, position + 2
                continue
            noun_next = _noun_follows(tags, position + 1, stop)
            if lower in PREPOSITIONS and (
                noun_next or (tags[position] not in _NOT_PREPOSITION and lower not in PLACE_ADVERBS)
            ):
                if not (lower == "to" and position + 1 < stop and tags[position + 1] is Tag.BASE):
                    preposition = "near" if lower in _SHORTHAND else lower
                position += 1
                continue
            if lower in _CLOSE_BY and position + 1 < stop and tags[position + 1] is Tag.NAME:
                position += 1  # "in nearby X"
                continue
            if lower in PLACE_ADVERBS and tags[position] not in {Tag.NOUN, Tag.NAME, Tag.BASE, Tag.PAST}:
                found.append(_phrase(found, tokens, position, position + 1, position, preposition, adverb=True))
                preposition, position = "", position + 1
                continue
        end = noun_phrase_end(tokens, tags, position, stop)
        if end == position:
            if tags[position] not in {Tag.QUOTE, Tag.BRACKET}:
                preposition = ""
            position += 1
            continue
        end = min(verbs.intersection(range(position + 1, end)), default=end) if verbs else end
        head = _head(tags, position, end)
        end = _with_of(tokens, tags, position, end, stop)
        if preposition in _EITHER and end < stop and tags[end] in FINITE:
            preposition = ""  # "after X fell"
        alone = not preposition and end < stop and tags[end] in _PREDICATE and tokens.lower[position - 1] == ","
        found.append(_phrase([] if alone else found, tokens, position, end, head, preposition))
        preposition, position = "", end
    return tuple(found)


def noun_phrase_end(tokens: Tokens, tags: tuple[Tag, ...], first: int, stop: int) -> int:
    """Return where the simple noun phrase that begins at `first` ends, `first` itself where none does."""
    if first >= stop or tags[first] not in _INNER:
        return first
    position = first + 1
    most = min(stop, first + _LONGEST)
    while tags[position - 1] is not Tag.PRONOUN and position < most and _goes_on(tokens, tags, first, position, stop):
        position += 1
    while position > first and tags[position - 1] in _NEVER_LAST:
        if position - 1 == first and tags[first] is Tag.DETERMINER and tokens.lower[first] in _STANDALONE:
            break
        position -= 1
    return position


def _goes_on(tokens: Tokens, tags: tuple[Tag, ...], first: int, position: int, stop: int) -> bool:
    """Whether the token at `position` belongs to the phrase that begins at `first`, before it."""
    tag, before = tags[position], tags[position - 1]
    following = tags[position + 1] if position + 1 < stop else Tag.STOP
    lower = tokens.lower[position]
    opens_compound = (
        lower in _COMPOUND_FIRSTS and position + 1 < stop and (lower, tokens.lower[position + 1]) in COMPOUNDS
    )
    if opens_compound or lower in _SHORTHAND:
        return False
    if tag is Tag.NAME and tokens.lower[position - 1] in _TIMELY:
        return False
    if position == first + 1 and (tokens.lower[first] in _ADVERBIAL or (tag is Tag.NAME and _is_year(tokens, first))):
        return False
    if tag in _INNER:
        return tag not in _OPENERS or before in _OPENERS
    if tag in _VERBAL:
        # "the besieged town", "the surrounding hills": a modifier only where a noun follows
        return before in _MODIFIED and following in {Tag.NOUN, Tag.NAME, Tag.ADJECTIVE}
    return tag is Tag.ADVERB and before in _OPENERS and following in {Tag.ADJECTIVE, Tag.PARTICIPLE}


def _is_year(tokens: Tokens, position: int) -> bool:
    """Whether a word is a year, behind which a name opens a clause: "in the war of 1998 | Chad and Libya"."""
    word = tokens.lower[position]
    return len(word) == _YEAR and word.isdigit()


_YEAR = 4
_SHORTHAND = frozenset({"vic", "ivo"})
"""How military logs write "near"; a tagger takes the words for names."""
_CLOSE_BY = frozenset({"nearby", "downtown", "neighbouring", "neighboring"})
_COMPOUND_FIRSTS = frozenset(first for first, _ in COMPOUNDS)
_SIGNALS = _COMPOUND_FIRSTS | PREPOSITIONS | _CLOSE_BY | PLACE_ADVERBS
"""Words that may be more than a part of a noun phrase."""
_PREDICATE = FINITE | {Tag.AUXILIARY, Tag.MODAL}
"""Tags behind the subject of a clause, which is no link of the list before it: "At dawn, X fell"."""
_TIMELY = frozenset(
    {
        "dawn", "dusk", "daybreak", "daylight", "nightfall", "midnight", "noon", "midday", "sunrise", "sunset", "night",
    }
)  # fmt: skip
"""Nouns whose phrase ends before a name: "at dawn | X fell"."""
_ADVERBIAL = frozenset({"when", "where", "how", "why", "who", "whom"})
"""Question words that are no part of the phrase behind them: "when | X fell"."""
_EITHER = frozenset({"after", "before", "since", "until", "till", "as", "because", "like", "than"})
"""Words that open a clause as well as a phrase."""
_MODIFIED = frozenset({Tag.DETERMINER, Tag.OWN, Tag.ADJECTIVE, Tag.GENITIVE})
_STANDALONE = frozenset({"this", "that", "these", "those", "all", "both", "some", "many"})


def _head(tags: tuple[Tag, ...], first: int, end: int) -> int:
    return next((i for i in range(end - 1, first - 1, -1) if tags[i] in _HEADS), end - 1)


def _with_of(tokens: Tokens, tags: tuple[Tag, ...], first: int, end: int, stop: int) -> int:
    """Take in "of …" after a phrase without a name: "the town of X" is one place, "X province of Y" two."""
    while end + 1 < stop and tokens.lower[end] == "of" and end - first < _LONGEST:
        if Tag.NAME in tags[first:end]:
            break
        further = noun_phrase_end(tokens, tags, end + 1, stop)
        if further == end + 1:
            break
        end = further
    return end


def _noun_follows(tags: tuple[Tag, ...], position: int, stop: int) -> bool:
    if position >= stop:
        return False
    tag = tags[position]
    if tag in _BEFORE_NOUN:
        return True
    return tag in _BEFORE_INNER and position + 1 < stop and tags[position + 1] in _NOMINAL


_LINKS = frozenset({",", "and", "or", "of", "&", "both"})


def _phrase(
    found: list[Phrase], tokens: Tokens, first: int, stop: int, head: int, preposition: str, *, adverb: bool = False
) -> Phrase:
    chain = preposition
    if found and preposition in {"", "of"}:
        last = found[-1]
        between = tokens.lower[last.stop : first]
        linked = 0 < len(between) <= 2 and all(word in _LINKS for word in between)
        if linked or between == ("and", "then"):
            chain = last.chain
    return Phrase(first=first, stop=stop, head=head, preposition=preposition, chain=chain, adverb=adverb)
