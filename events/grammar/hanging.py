"""Tell how a phrase hangs on a trigger: as its object, its subject, by "of", or as what a "where" points back to."""

from __future__ import annotations

from events.grammar.phrase import Phrase
from events.grammar.stem import IRREGULAR, stem_of
from events.grammar.tag import Tag
from events.kind import RESTING, Condition, Trigger
from events.scene import Scene
from texts.lexicon import entries_of, rows_of

_BE = frozenset({"be", "is", "are", "was", "were", "been", "being"}) | frozenset(
    ("remain", "remains", "remained", "stay", "stays", "stayed", "got", "gets")
)
_FILLERS = frozenset(
    {
        "back", "over", "both", "parts", "part", "most", "all", "much", "of", "the", "and", "large", "half", "up",
        "nearby", "neighbouring", "neighboring", "percent", "per", "cent", "%", "quarter", "third", "thirds", "two",
        "about", "some", "roughly", "nearly", "almost", "a", "an", "its", "their", "to", "in", "at", "from",
        "between", "near", "main", "only", "last", "north", "south", "east", "west",
    }
) | entries_of("ground_words") | {"track", "railway", "pipeline", "tunnel", "pass"}  # fmt: skip
_HELPING = frozenset({Tag.AUXILIARY, Tag.ADVERB, Tag.MODAL, Tag.PAST, Tag.PRESENT, Tag.PARTICIPLE, Tag.BASE, Tag.TO})
_NEAR = 6
"""How many words may lie between a phrase and the verb that it is the subject of."""

_LONGEST_INSERTION = 20
"""How many words may be inserted between the two."""


def is_object(scene: Scene, trigger: Trigger, phrase: Phrase) -> bool:
    """Whether a phrase is what the verb is done to: right behind it, or the subject of its passive."""
    gap = scene.words(trigger.stop, phrase.first)
    if phrase.first >= trigger.stop and len(gap) <= 6 and all(word in _FILLERS for word in gap):
        return not gap or phrase.preposition not in {"to", "in", "at", "from"} or not _ROUTES.isdisjoint(gap)
    if is_passive(scene, trigger):
        return is_subject(scene, trigger, phrase)
    if _is_told_beside(scene, trigger, phrase):
        return True
    headed = phrase.stop == trigger.first or _is_heading(scene, trigger, phrase)
    return headed and phrase.chain in {"", "with"} and has_no_object(scene, trigger)


def _is_told_beside(scene: Scene, trigger: Trigger, phrase: Phrase) -> bool:
    """Whether a participle between commas tells what was done to the name before: "X, seized by rebels on Monday,"."""
    if phrase.stop != trigger.first - 1 or scene.parse.tags[phrase.stop] is not Tag.COMMA or trigger.noun:
        return False
    if trigger.type == "holding":
        return False  # "lorries left for X, guarded by soldiers"
    return scene.words(trigger.stop, trigger.stop + 1) == ("by",) and has_no_object(scene, trigger)


def _is_heading(scene: Scene, trigger: Trigger, phrase: Phrase) -> bool:
    """Whether a phrase that opens the sentence is told of behind a dash or a colon: "X refinery - still held"."""
    tags = scene.parse.tags[phrase.stop : trigger.first]
    opens = phrase.first == scene.sentence.first and 0 < len(tags) <= _NEAR // 2
    return opens and tags[0] is Tag.COLON and all(tag is Tag.ADVERB for tag in tags[1:])


def has_no_object(scene: Scene, trigger: Trigger) -> bool:
    """Whether nothing stands behind a participle that it could be done to: "X taken", "X handed over at dawn"."""
    word = scene.parse.tokens.lower[trigger.first]
    if any(tag in {Tag.NOUN, Tag.NUMBER} for tag in scene.parse.tags[trigger.first + 1 : trigger.stop]):
        return False  # "buried two dead" holds its object
    following = scene.parse.tags[trigger.stop] if trigger.stop < scene.sentence.stop else Tag.STOP
    done = word.endswith("ed") or word in IRREGULAR or word in _SAME
    return done and word != "won" and following not in _OBJECTS  # "Lyon won on Sunday" tells of no taking


_SAME = frozenset({"hit", "cut", "beset", "split"})
"""Participles that are like the plain form."""
_OBJECTS = frozenset({Tag.NOUN, Tag.NAME, Tag.PRONOUN, Tag.DETERMINER, Tag.OWN, Tag.NUMBER, Tag.ADJECTIVE})
_ROUTES = entries_of("ground_words") | {"track", "railway", "pipeline", "airspace", "tunnel", "pass"}


def is_nominal(scene: Scene, trigger: Trigger) -> bool:
    """Whether a trigger is a noun, by its entry or by its tag."""
    return trigger.noun or scene.parse.tags[trigger.first] is Tag.NOUN


def is_passive(scene: Scene, trigger: Trigger) -> bool:
    """Whether the verb stands behind a form of "be", which is not that of a plan: "is to hold"."""
    before = scene.words(max(scene.sentence.first, trigger.first - 4), trigger.first)
    return not _BE.isdisjoint(before) and before[-1] != "to"


def is_subject(scene: Scene, trigger: Trigger, phrase: Phrase) -> bool:
    """Whether a phrase without a preposition stands before the verb with only helping words between."""
    if phrase.stop > trigger.first or trigger.first - phrase.stop > _LONGEST_INSERTION:
        return False
    if phrase.chain and is_antecedent(scene, trigger, phrase) != "which":
        return False
    tags = scene.parse.tags
    between = _behind_place(scene, range(phrase.stop, trigger.first))
    if between and scene.parse.tokens.lower[between[0]] in {"which", "that"}:
        between = between[1:]
    elif len(between) > 1 and scene.parse.tokens.lower[between[1]] == "which" and tags[between[0]] is Tag.COMMA:
        close = _behind_insertion(scene, between)
        between = close if len(close) < len(between) else between[2:]
    elif between and tags[between[0]] in {Tag.COMMA, Tag.BRACKET}:
        between = _behind_insertion(scene, between)
    return len(between) <= _NEAR and _helps(scene, between)


def _behind_place(scene: Scene, between: range) -> range:
    """Return what is left behind a phrase that says where a subject lies: "X near Y was", "X in Y province has"."""
    if len(between) > 1 and scene.parse.tokens.lower[between[0]] in _WHERE:
        lies = next((it for it in scene.phrases if between[0] < it.first <= between[0] + 1), None)
        if lies is not None and lies.stop < between.stop and Tag.NAME in scene.parse.tags[lies.first : lies.stop]:
            return range(lies.stop, between.stop)
    return between


_WHERE = frozenset({"near", "in", "outside", "close-to"})


def is_at_subject(scene: Scene, trigger: Trigger, phrase: Phrase) -> bool:
    """Whether a phrase says where that lies which a verb is said of: "the post at X changed hands"."""
    if trigger.noun or phrase.chain not in {"at", "in", "near", "of", "outside"} or phrase.stop > trigger.first:
        return False
    before = phrase.first - 2
    if before < scene.sentence.first or stem_of(scene.parse.tokens.lower[before]) not in _POSTS:
        return False
    return trigger.first - phrase.stop <= _NEAR and _helps(scene, range(phrase.stop, trigger.first))


_POSTS = frozenset(stem_of(row[0]) for row in rows_of("strongpoints") if row[1] in {"way", "spot"})


def _helps(scene: Scene, between: range) -> bool:
    """Whether only helping words stand between a subject and its verb or state: "has been", "is under rebel …"."""
    tags, lower = scene.parse.tags, scene.parse.tokens.lower
    for number, i in enumerate(between):
        if number and lower[i] in {"under", "in", "into"}:
            return len(between) - number <= STATE and all(tags[j] in STATED for j in between[number + 1 :])
        if tags[i] not in _HELPING and tags[i] is not Tag.QUOTE and lower[i] not in {"under", "not"}:
            return False
    return True


STATE = 4
"""How many words "under full rebel control" may have before its noun."""
STATED = frozenset({Tag.DETERMINER, Tag.OWN, Tag.ADJECTIVE, Tag.NOUN, Tag.NAME, Tag.GENITIVE, Tag.GERUND})
"""Tags of those words."""


def _behind_insertion(scene: Scene, between: range) -> range:
    """Return what is left behind words between two commas: "X, in the north of Y, has been"."""
    for position in between[1:]:
        if scene.parse.tags[position] is scene.parse.tags[between[0]]:
            return range(position + 1, between.stop)
    return between


def follows_of(trigger: Trigger, phrase: Phrase) -> bool:
    """Whether a phrase hangs on the trigger by "of", or holds it."""
    if phrase.preposition == "of" and phrase.first - trigger.stop <= 2:
        return phrase.first >= trigger.stop
    return phrase.first <= trigger.first < phrase.stop


def is_antecedent(scene: Scene, trigger: Trigger, phrase: Phrase) -> str | None:
    """Return the word by which the trigger's clause points back to a phrase: "where", "which"; None where none does."""
    clause = scene.clause_at(trigger.first)
    words = scene.words(phrase.stop, min(phrase.stop + 3, trigger.first))
    for gap, word in enumerate(words):
        if word in {"where", "which"} and clause.first <= phrase.stop + gap <= trigger.first:
            return word
        if word != "," and word not in {"from", "in", "through", "to", "into"}:
            return None
    return None


def is_own(scene: Scene, trigger: Trigger, phrase: Phrase) -> bool:
    """Whether a phrase behind a trigger stands in its clause with no other trigger between that could have it."""
    if phrase.first < trigger.stop:
        return False
    clause = scene.clause_at(trigger.first)
    between = range(trigger.stop, phrase.first)
    there = phrase.preposition in _THERE
    return phrase.first < clause.stop and not any(
        other.first in between
        and other.condition not in RESTING
        and not (there and other.condition in _BY_NAME)  # "talks were held in X"
        and not _are_one(trigger, other)
        and not (other.first == trigger.stop and scene.parse.tokens.lower[other.first] in _STAGED)
        for other in scene.triggers
    )


_THERE = frozenset({"in", "at", "near", "on", "around", "outside"})
_STAGED = frozenset({"launched", "mounted", "staged"})
"""Participles that only say that what the noun before them names was done: "an attack launched from X on Y"."""
_BY_NAME = frozenset({Condition.OBJECT, Condition.SUBJECT, Condition.OF})
"""Conditions of words that nothing but the place itself belongs to: "hold X", "X fell"."""


def _are_one(one: Trigger, other: Trigger) -> bool:
    """Whether two verbs tell one toll: "killed ten people and wounded twenty in X"."""
    return one.type == other.type == "killing" and not one.noun
