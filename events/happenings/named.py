"""Find the words that name a happening, by the lexicon of triggers and the grammar around them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from events.claim import Kind
from events.grammar.gerund import is_gerund_noun
from events.grammar.parse import Parse
from events.grammar.stem import IRREGULAR, stem_of
from events.grammar.tag import VERBS, Tag
from events.kind import Condition, Trigger, is_fired
from texts.lexicon import entries_of, rows_of


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    rest: tuple[str, ...]
    noun: bool
    kind: Kind | None
    """None for a fixed group that names no happening, whatever its first word names alone"""
    type: str
    condition: Condition
    gerund: bool = False
    """whether it is a noun in -ing"""


def triggers_in(parse: Parse) -> tuple[Trigger, ...]:
    """Return the words of a text that name a happening, in order; they do not overlap.

    >>> from events.grammar.parse import parse_of
    >>> parse = parse_of("The attack helicopters shelled Bara after the army took control of Lin.")
    >>> [(trigger.span.of(parse.text), trigger.kind.value) for trigger in triggers_in(parse)]
    [('shelled', 'attack'), ('took control', 'control')]
    >>> triggers_in(parse_of(""))
    ()
    """
    found: list[Trigger] = []
    stems, tags = parse.stems, parse.tags
    free = 0
    for position, entries in enumerate(map(_lexicon().get, stems)):
        if entries is None or position < free:
            continue
        word = parse.tokens.lower[position]
        if word in _NO_TRIGGERS or not (tags[position] in _POSSIBLE or word in _VERBS_ALONE or word.endswith("ed")):
            continue
        for entry in entries:
            stop = position + 1 + len(entry.rest)
            if entry.rest and entry.rest != stems[position + 1 : stop]:
                continue
            if _fits(parse, position, stop, entry):
                if entry.kind is not None:
                    found.append(
                        Trigger(
                            first=position,
                            stop=stop,
                            span=parse.tokens.span(position, stop),
                            kind=entry.kind,
                            type=entry.type,
                            noun=entry.noun,
                            condition=entry.condition,
                        )
                    )
                free = stop if entry.kind is not None else position + 1
                break
    return tuple(found)


_NO_TRIGGERS = frozenset({"aide", "aides", "troops"})
"""Words that only share their stem with one that names a happening: "aid", "trooped"."""
_POSSIBLE = VERBS | {Tag.NOUN, Tag.NAME, Tag.ADJECTIVE}
_BEFORE_NOUN = frozenset(
    {Tag.DETERMINER, Tag.OWN, Tag.ADJECTIVE, Tag.PREPOSITION, Tag.CONJUNCTION, Tag.GENITIVE, Tag.NUMBER}
)
_NOUNS = frozenset({Tag.NOUN, Tag.NAME})


def _fits(parse: Parse, first: int, stop: int, entry: _Entry) -> bool:
    if entry.condition is Condition.WEAPON and not is_fired(parse.tokens.lower[max(0, first - FLIGHT) : first]):
        return False
    return _fits_noun(parse, first, stop, entry) if entry.noun else _fits_verb(parse, first, stop, entry)


def _fits_noun(parse: Parse, first: int, stop: int, entry: _Entry) -> bool:
    word = parse.tokens.lower[stop - 1]
    described = first > 0 and (parse.tags[first - 1] in _BEFORE_NOUN or parse.stems[stop - 1] in _SPOTS)
    if entry.gerund and "ing" not in word and described:
        return False  # "a train", "the funds", "police stations"; but in "ministers meet" a verb was mistaken
    if stop - first == 1 and entry.type not in _HEADED and _is_in_name(parse, first):
        return False  # "the Liberation Movement"
    if _names_group(parse, first, stop) or (entry.type == "battle" and _is_combat_gear(parse, stop)):
        return False
    if parse.tags[stop - 1] not in _NOUNS:
        alone = entry.gerund and is_gerund_noun(parse, first, stop)
        joined = (
            stop - first > 1
            and word not in IRREGULAR
            and parse.tags[first] in _NOUNS
            and first > 0
            and parse.tags[first - 1] in _OF_NOUNS
        )
        following = parse.tags[stop] if stop < len(parse.tags) else Tag.STOP
        hyphened = parse.tags[stop - 1] is Tag.ADJECTIVE and "-" in word  # "a counter-offensive on X"
        return alone or joined or (hyphened and following not in _NOUNS | {Tag.ADJECTIVE})
    if stop - first == 1 and parse.tokens.lower[first] in _GROUNDS and first and parse.tags[first - 1] is Tag.NAME:
        # "the X crossing": what lies there, not who crosses
        return False
    # "attack helicopters", "peace talks team": a noun before a noun only describes it
    return (
        stop >= len(parse.tags)
        or parse.tags[stop] is not Tag.NOUN
        or (parse.stems[stop] in _lexicon() and parse.tokens.lower[stop] not in _NO_TRIGGERS)
        or parse.tokens.lower[stop] in _SHORT
    )


_SHORT = frozenset({"btw", "rn", "nr", "w", "thru", "tho", "atm", "yest", "tmrw", "rly", "bc", "overnight", "tonight"})
"""How posts shorten words that are no nouns."""


def _is_in_name(parse: Parse, position: int) -> bool:
    """Whether a word is the last of a name of several words."""
    if not position or parse.tags[position - 1] is not Tag.NAME or parse.tags[position] is not Tag.NAME:
        return False
    return parse.tokens.words[position].istitle() and parse.tokens.words[position - 1].istitle()


def _names_group(parse: Parse, first: int, stop: int) -> bool:
    """Whether words in capitals stand before that of a group: "the 3rd Assault Brigade", "the Liberation Front"."""
    words = parse.tokens.words
    if not words[first][0].isupper() or stop >= len(words) or not words[stop][0].isupper():
        return False
    return parse.tokens.lower[stop] in _GROUPS


_GROUPS = frozenset(
    {
        "front", "army", "brigade", "brigades", "force", "forces", "movement", "battalion", "battalions", "regiment",
        "squadron", "group", "party", "division", "corps", "command", "guard", "council", "unit", "wing", "committee",
        "organisation", "organization", "museum", "fund", "medal", "day", "memorial", "agency", "ministry", "court",
    }
)  # fmt: skip


def _is_combat_gear(parse: Parse, stop: int) -> bool:
    """Whether a word only says what men and things are for: "combat troops", "combat drones"."""
    if parse.tokens.lower[stop - 1] != "combat" or stop >= len(parse.tags):
        return False
    return parse.tags[stop] is Tag.NOUN and parse.tokens.lower[stop] not in {"operations", "operation", "action"}


def _is_other(parse: Parse, first: int, stop: int, entry: _Entry) -> bool:
    """Whether the words only look like those of a verb: what describes a noun, a noun itself, a preposition."""
    tag = parse.tags[first]
    before = parse.tags[first - 1] if first else Tag.STOP
    following = parse.tags[stop] if stop < len(parse.tags) else Tag.STOP
    if tag is Tag.GERUND and following in _NOUNS and before in {Tag.DETERMINER, Tag.ADJECTIVE}:
        return True
    subject = before in _SUBJECTS or (before is Tag.AUXILIARY and parse.tokens.lower[first - 1] in _BE)
    described = following is Tag.NOUN and not subject and tag is not Tag.GERUND
    if _is_combat_gear(parse, stop):
        return True
    if entry.type == "killing" and (before is Tag.DETERMINER or described):
        return True  # "carried wounded men", "treated the wounded"
    if entry.rest and entry.rest[-1] == "in" and entry.type in _INWARD and following in _NOUN_STARTS:
        return True  # "marched in Lyon" is no "marched in"
    of_noun = tag is Tag.NOUN and bool(entry.rest) and before in _OF_NOUNS  # "a push on", "their march to"
    of_noun &= entry.kind is not None  # an idiom may be a noun: "the army's supply line"
    return of_noun or _is_of_talks(parse, first, stop, entry)


def _is_of_talks(parse: Parse, first: int, stop: int, entry: _Entry) -> bool:
    """Whether talks are told of, not what the verb names: "agreed to hold talks", "talks between X and Y opened in"."""
    lower, tags = parse.tokens.lower, parse.tags
    if lower[first].startswith("agree") and lower[stop : stop + 1] == ("to",):
        return lower[stop + 1 : stop + 2] in _MEETING
    begun = entry.type == "closure" and first > 0 and tags[first - 1] in _NOUNS
    begun = begun and tags[stop : stop + 1] == (Tag.PREPOSITION,)
    return begun and _SPOTS.isdisjoint(parse.stems[max(0, first - 8) : first])


def _fits_verb(parse: Parse, first: int, stop: int, entry: _Entry) -> bool:  # noqa: C901, PLR0911 - one line a case
    tag, lower = parse.tags[first], parse.tokens.lower
    word = lower[first]
    following = parse.tags[stop] if stop < len(lower) else Tag.STOP
    before = parse.tags[first - 1] if first else Tag.STOP
    named = not entry.rest and parse.stems[first] in _gerunds() and is_gerund_noun(parse, first, stop)
    if named or _is_other(parse, first, stop, entry):
        return False
    if stop < len(lower) and lower[stop].endswith("ing") and not entry.rest and parse.stems[first] == "keep":
        return False  # "they keep crossing": what goes on, not what is kept
    if word in _LEADING and before in _NOUNS and lower[first - 1].removesuffix("s") in _WAYS:
        return False  # "all roads leading into X"
    if word == "armed" and (_is_capital(parse, stop) or (following in _NOUNS and before not in _ARMING)):
        return False  # "the Armed Forces", "armed men"
    if tag in VERBS or entry.rest or word in IRREGULAR or word.endswith("ed"):
        return True
    if tag not in _POSSIBLE:
        return word in _VERBS_ALONE
    if tag is Tag.ADJECTIVE and word in _NEVER_NOUNS and before in _SUBJECTS | {Tag.NUMBER}:
        return True  # "50,000 flee"
    if tag is Tag.NOUN and word.endswith("ing"):
        return following is not Tag.NOUN
    # a verb taken for a noun: "bombs Raqqa", "enter Goma"
    if tag not in _NOUNS or before not in _BEFORE_VERB:
        return False
    if before is Tag.ADVERB and word.endswith("s") and following in {Tag.ADJECTIVE, Tag.DETERMINER, Tag.NUMBER}:
        return True  # "still controls half of X"
    alone = word.removesuffix("s") in _NEVER_NOUNS and before in {Tag.NOUN, Tag.NAME, Tag.PRONOUN}
    if alone and following not in {Tag.GENITIVE, Tag.PARTICIPLE, Tag.GERUND}:
        return True
    onward = entry.kind is Kind.MOVEMENT and (
        (stop < len(lower) and lower[stop] in _ONWARD) or _is_told_of(parse, first, stop)
    )
    return onward or (_is_name(parse, stop) and lower[stop] not in _DAYS)  # "two guards Saturday"


def _is_capital(parse: Parse, position: int) -> bool:
    return position < len(parse.tags) and parse.tokens.words[position][0].isupper()


def _is_told_of(parse: Parse, first: int, stop: int) -> bool:
    """Whether a word in -s that was taken for a noun is what a name does: "Abdullah arrives in"."""
    if parse.tags[first] is not Tag.NOUN or not parse.tokens.lower[first].endswith("s") or stop >= len(parse.tags):
        return False
    named = first > 0 and parse.tags[first - 1] is Tag.NAME and (first < 2 or parse.tags[first - 2] not in _OF_NOUNS)
    return named and parse.tags[stop] in {Tag.PREPOSITION, Tag.TO}


def _is_name(parse: Parse, position: int) -> bool:
    """Whether a word is a name by its tag or, where the tagger does not know it, by its capital."""
    if position >= len(parse.tags):
        return False
    return parse.tags[position] is Tag.NAME or (
        parse.tags[position] in _MISTAKEN and parse.tokens.words[position].istitle()
    )


_DAYS = frozenset(row[0] for row in rows_of("timex_words") if row[1] == "weekday")
_BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "has", "have", "had", "got", "'s", "'ve", "'re"})
_SUBJECTS = frozenset({Tag.NOUN, Tag.NAME, Tag.PRONOUN, Tag.ADVERB, Tag.WH, Tag.TO, Tag.MODAL})
_GROUNDS = entries_of("ground_words")
_WAYS = frozenset(row[0] for row in rows_of("strongpoints") if row[1] == "way")
_NEVER_NOUNS = entries_of("lone_verbs")
"""Plain forms that are verbs alone, whatever they are taken for."""
_VERBS_ALONE = _NEVER_NOUNS | frozenset(IRREGULAR)
_ARMING = frozenset({Tag.NOUN, Tag.NAME, Tag.PRONOUN, Tag.AUXILIARY, Tag.WH})
_MEETING = frozenset(
    (verb,) for verb in ("hold", "join", "attend", "start", "resume", "open", "begin", "enter", "host")
)
_LEADING = frozenset({"leading", "running", "going", "coming", "linking", "connecting", "passing", "crossing"})
"""Participles that say where a road lies."""
_SPOTS = frozenset(map(stem_of, entries_of("strongpoints")))
_INWARD = frozenset({"entry", "advance"})
_NOUN_STARTS = frozenset({Tag.NAME, Tag.NOUN, Tag.DETERMINER, Tag.OWN, Tag.ADJECTIVE, Tag.NUMBER})
_HEADED = frozenset({"airstrike", "shelling", "bombing", "assault"})
"""Types of nouns that stand with a capital in headlines more than in names."""
_ONWARD = frozenset({"toward", "towards", "into", "onto", "across"})
_MISTAKEN = frozenset({Tag.NOUN, Tag.ADJECTIVE, Tag.ADVERB})
_OF_NOUNS = frozenset({Tag.DETERMINER, Tag.OWN, Tag.ADJECTIVE, Tag.GENITIVE, Tag.PARTICIPLE, Tag.GERUND})
_BEFORE_VERB = frozenset({Tag.NOUN, Tag.NAME, Tag.PRONOUN, Tag.MODAL, Tag.TO, Tag.ADVERB, Tag.NUMBER})
FLIGHT = 6
"""How many words before a verb like "fell" are searched for what was fired or dropped."""


@cache
def _gerunds() -> frozenset[str]:
    """Return the stems of the nouns in -ing, each of one word."""
    return frozenset(stem_of(row[0]) for row in rows_of("triggers") if row[1] == "n" and row[0].endswith("ing"))


@cache
def _lexicon() -> dict[str, tuple[_Entry, ...]]:
    """Return the entries by the stem of their first word, the longest first."""
    table: dict[str, list[_Entry]] = {}
    for row in (*rows_of("triggers"), *rows_of("idioms")):
        words = [stem_of(word) for word in row[0].split()]
        entry = _Entry(
            rest=tuple(words[1:]),
            noun=len(row) > 1 and row[1] == "n",
            kind=Kind(row[2]) if len(row) > 1 else None,
            type=row[3] if len(row) > 1 else "",
            condition=Condition(row[4] if len(row) > 4 else ""),
            gerund=len(row) > 1 and row[1] == "n" and row[0].endswith("ing"),
        )
        table.setdefault(words[0], []).append(entry)
    return {first: tuple(sorted(entries, key=lambda entry: -len(entry.rest))) for first, entries in table.items()}
