"""Tell whether a capitalised word stands where only a place can, by the words and the happenings around it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from events.claim import Kind
from events.grammar.clause import Stretch
from events.grammar.parse import Parse
from events.grammar.phrase import COMPOUNDS
from events.grammar.stem import stem_of
from events.grammar.tag import FINITE, Tag
from events.kind import Condition, Trigger
from events.setting.aside import behind_aside, is_explained, takes
from texts.lexicon import entries_of, rows_of

LONGEST = 4
"""A name has at most this many words."""
REACH = 10
"""How many words may lie between a happening and the name of its place."""

_BE = frozenset({"be", "is", "are", "was", "were", "been", "being"})
_SPOTS = frozenset(
    {"in", "at", "near", "inside", "outside", "around", "towards", "toward", "into", "via", "through", "vic", "ivo"}
)
_OF_WAYS = frozenset(
    {"from", "to", "for", "across", "past", "upon", "on", "by", "between", "over", "along", "above", "down"}
)
"""Prepositions of a place where something moves."""
_OF_BLOWS = frozenset({"on", "over", "off", "between", "along", "upon", "across", "beyond"})
"""Prepositions of a place where something is attacked or held."""
_SIDES = frozenset({"out"}) | frozenset(
    first for first, second in COMPOUNDS if second == "of" and COMPOUNDS[first, second] == "near"
)
"""Words before "of" and a place."""
_ABOVE = frozenset({"over", "off"})
"""Prepositions that name a place behind a happening of any kind."""
_DOWN = frozenset({"across", "over", "along", "down", "up"})
"""Prepositions of what has an article: rivers, passes."""
_LEFT = frozenset({"arrival", "departure", "crossing", "withdrawal", "evacuation", "flight", "expulsion"})
"""Types of motion whose direct object is a place."""
_MOVING = frozenset({Kind.MOVEMENT, Kind.DISPLACEMENT})
_GROUNDS = entries_of("ground_words")
_SITES = frozenset(stem_of(row[0]) for row in rows_of("strongpoints") if row[1] == "spot") | frozenset(
    map(stem_of, ("hospital", "mosque", "bridge", "refinery", "school", "church", "market", "monastery", "dam"))
)
_HEADS = _SITES | frozenset(
    map(
        stem_of,
        (
            "hills",
            "mountain",
            "valley",
            "peak",
            "plain",
            "desert",
            "forest",
            "island",
            "river",
            "lake",
            "airport",
            "crossing",
            "ridge",
            "heights",
            "pass",
            "bay",
            "creek",
            "gorge",
            "canyon",
        ),
    )
)
"""What the last word of a place's name may say that it is."""
_HOUSED = frozenset(
    map(
        stem_of,
        (
            *("people", "resident", "inhabitant", "villager", "townspeople", "citizen", "population", "garrison"),
            *("street", "streets", "centre", "center", "rooftops", "roof", "ruins", "market", "sky", "skies", "gates"),
            *("hospital", "mosque", "church", "port", "harbour", "harbor", "siege", "fall", "capture", "defenders"),
            *("bombing", "shelling", "storming", "sacking", "burning", "liberation", "recapture", "seizure", "battle"),
        ),
    )
)
"""Words before "of" and what has streets, people and sieges."""
_HELPING = frozenset({Tag.AUXILIARY, Tag.ADVERB, Tag.MODAL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Slots:
    """A text with what is known of it already."""

    parse: Parse
    triggers: tuple[Trigger, ...]
    by_first: dict[int, Trigger]
    by_stop: dict[int, Trigger]
    named: frozenset[int]
    """tokens of the names that a place was found for"""
    times: frozenset[int]
    """tokens of time expressions"""

    def before(self, run: Stretch) -> Trigger | None:
        """Return the last happening that is told before a name, no farther than its reach."""
        at = bisect_left(self.triggers, run.first, key=lambda trigger: trigger.first) - 1
        if at < 0 or run.first - self.triggers[at].stop >= REACH:
            return None
        return self.triggers[at]


def is_place(slots: Slots, run: Stretch) -> bool:
    """Whether nothing but a place can stand here: "in X", "the village of X", "X district", "X's outskirts"."""
    lower = slots.parse.tokens.lower
    if is_grounded(slots.parse, run):
        return True
    if is_explained(slots.parse, run, slots.by_first):
        return True
    before = run.first - 1
    if before >= 0 and lower[before] == "the":
        before -= 1
    if before < 0:
        return False
    if lower[before] in {"of", "by"} and before and lower[before - 1] in _GROUNDS:
        return True
    if lower[before] == "of" and before and stem_of(lower[before - 1]) in _HOUSED:
        return True  # "the streets of X", "the people of X"
    return lower[before] in _SPOTS and (before == run.first - 1 or is_headed(slots.parse, run))  # "in the Okra Hills"


def is_grounded(parse: Parse, run: Stretch, *, sites: bool = True) -> bool:
    """Whether the word behind a name is one for ground, or with `sites` for what stands there: "X district", "X base".

    Without them a group that has bases, too, is none: "KLA headquarters".
    """
    lower, words = parse.tokens.lower, parse.tokens.words
    behind = run.stop + (run.stop < len(lower) and parse.tags[run.stop] is Tag.GENITIVE)
    if behind >= len(lower) or not words[behind].islower():
        return False
    return lower[behind] in _GROUNDS or (sites and stem_of(lower[behind]) in _SITES)


def is_likely(slots: Slots, run: Stretch) -> bool:
    """Whether a place is likely here, where the word is no person's name."""
    return _is_way(slots, run) or _is_gapped(slots, run) or _is_taken(slots, run) or _is_listed(slots, run)


def joined(parse: Parse, one: Stretch, other: Stretch) -> bool:
    """Whether two names are links of one list."""
    between = parse.tokens.lower[one.stop : other.first]
    return 0 < len(between) <= 2 and all(word in {",", "and", "or"} for word in between)


def is_headed(parse: Parse, run: Stretch) -> bool:
    """Whether the last of several words says that a name is a hill's, an island's or a river's."""
    return run.stop - run.first > 1 and stem_of(parse.tokens.lower[run.stop - 1]) in _HEADS


def goes_to(parse: Parse, one: Stretch, other: Stretch) -> bool:
    """Whether two names are the ends of one way: "from X to Y"."""
    lower = parse.tokens.lower
    return lower[one.stop : other.first] == ("to",) and one.first > 0 and lower[one.first - 1] == "from"


def is_open(slots: Slots, run: Stretch) -> bool:
    """Whether a place may stand here, where the name is known as one: "of X", "X was", "X, which"."""
    lower, tags = slots.parse.tokens.lower, slots.parse.tags
    if run.first > 0 and lower[run.first - 1] in _SPOTS | _OF_WAYS | {"of"}:
        return True
    after = behind_aside(slots.parse, run.stop)
    return after < len(tags) and (tags[after] is Tag.AUXILIARY or lower[after] in _BE)


def _is_way(slots: Slots, run: Stretch) -> bool:
    """Whether a preposition ties a name to a happening before it: "withdrew to X", "an attack on X"."""
    lower = slots.parse.tokens.lower
    before = run.first - 1
    trigger = slots.before(run)
    if before >= 0 and lower[before] == "the" and lower[before - 1] in _DOWN:
        before -= 1  # rivers have an article
    if before < 0 or trigger is None:
        return False
    taken = before > 0 and slots.parse.tags[before - 1] is Tag.PARTICIPLE
    if lower[before] in _ABOVE or (lower[before] == "from" and (taken or _has_goal(slots, run))):
        return True  # "bailed out over X", "were taken from X and shot"
    side = before - (lower[before] == "the")
    if lower[side] == "of" and side and lower[side - 1] in _SIDES:
        return True  # "pulled out of X", "3 km north of X"
    if lower[before] == "and" and before > 1 and lower[before - 2] == "between":
        return True
    if trigger.kind in _MOVING:
        return lower[before] in _OF_WAYS
    return trigger.kind in {Kind.ATTACK, Kind.CONTROL} and lower[before] in _OF_BLOWS


def _has_goal(slots: Slots, run: Stretch) -> bool:
    """Whether a goal with a capital stands right behind: "from X to Y"."""
    words, at = slots.parse.tokens.words, run.stop
    return at + 1 < len(words) and words[at] == "to" and words[at + 1][0].isupper()


def _is_gapped(slots: Slots, run: Stretch) -> bool:
    """Whether a name stands behind a time of its own and a verb that is not said again: "…, on Friday X"."""
    trigger = slots.before(run)
    if run.first - 1 not in slots.times or trigger is None:
        return False
    return takes(trigger) and trigger.first >= slots.parse.clause_at(run.first).first


def _is_taken(slots: Slots, run: Stretch) -> bool:  # noqa: PLR0911 - one line a construction
    """Whether a name is what is taken, shelled, entered or left: "captured X", "X fell", "the fall of X"."""
    lower, tags = slots.parse.tokens.lower, slots.parse.tags
    before = run.first - 1
    if before >= 0 and lower[before] in {"the", "of"}:
        before -= 1
    trigger = slots.by_stop.get(before + 1)
    if trigger is not None and (takes(trigger) or (trigger.type in _LEFT and not trigger.noun)):
        return trigger.noun == (lower[run.first - 1] == "of")
    if trigger is not None and _is_struck(slots, trigger, run):
        return True
    position = behind_aside(slots.parse, run.stop)
    passive = False
    while position < len(lower) and position - run.stop < LONGEST and position not in slots.by_first:
        if lower[position : position + 2] == ("came", "under"):
            return True
        if tags[position] not in _HELPING:
            return False
        passive |= lower[position] in _BE
        position += 1
    trigger = slots.by_first.get(position)
    if trigger is None or trigger.noun:
        return False
    if passive and trigger.kind is Kind.ATTACK and trigger.type == "assault":
        return True
    return takes(trigger) and (passive or trigger.condition is Condition.SUBJECT)


def _is_struck(slots: Slots, trigger: Trigger, run: Stretch) -> bool:
    """Whether a name is all that a verb of attacking is done to: "attacked X on Monday", "stormed X, killing"."""
    lower, tags = slots.parse.tokens.lower, slots.parse.tags
    if trigger.noun or trigger.type != "assault" or trigger.condition is not Condition.NONE:
        return False
    if run.first != trigger.stop or slots.parse.tokens.words[trigger.first][0].isupper():
        return False
    if run.stop >= len(tags) or tags[run.stop] in {Tag.STOP, Tag.COMMA}:
        return True
    return run.stop in slots.times or (lower[run.stop] in _THEN and (run.stop + 1) in slots.times)


_THEN = frozenset({"on", "in", "at", "during", "early", "late", "last"})


def _is_listed(slots: Slots, run: Stretch) -> bool:
    """Whether a name is a link of a list behind a place that is known: "in Mosul, X and Y", "Mosul and X"."""
    lower, tags = slots.parse.tokens.lower, slots.parse.tags
    link = run.first - 1
    if link < 1 or lower[link] not in {",", "and", "or"} or link - 1 not in slots.named:
        return False
    if run.stop >= len(lower):
        return True
    if lower[link] == ",":
        return lower[run.stop] in {",", "and", "or"}
    return tags[run.stop] not in FINITE and not lower[run.stop].startswith("'")
