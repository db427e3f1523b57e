"""Give the words that tell a state their place: the one that it is said of, or the one right behind."""

from __future__ import annotations

from events.claim import Kind, Role
from events.grammar.hanging import has_no_object, is_antecedent, is_object
from events.grammar.phrase import Phrase
from events.grammar.tag import FINITE, VERBS, Tag
from events.happenings.sequel import echoed_role, goes_on, is_echo
from events.kind import Condition, Trigger
from events.scene import Scene, Site
from texts.lexicon import entries_of, rows_of

_GROUNDS = entries_of("ground_words") | {row[0] for row in rows_of("strongpoints")}
_WAYS = frozenset(row[0] for row in rows_of("strongpoints") if row[1] == "way")
_HELPING = frozenset({Tag.AUXILIARY, Tag.ADVERB, Tag.MODAL, Tag.PAST, Tag.PRESENT, Tag.PARTICIPLE, Tag.BASE, Tag.TO})
_AUXILIARY = frozenset({Tag.AUXILIARY, Tag.ADVERB, Tag.MODAL})
_STANDS = frozenset(
    {
        "be", "is", "are", "was", "were", "been", "being", "remain", "remains", "remained", "stay", "stays", "stayed",
        "come", "comes", "came", "fall", "falls", "fell", "fallen", "lie", "lies", "lay", "kept", "held", "put",
        "placed", "left", "get", "gets", "got", "'s", "become", "becomes", "became", "went", "slipped", "passed",
    }
)  # fmt: skip
"""Verbs that say no more than that a state is, begins or lasts."""
_BESIDE = frozenset({"not", "as", "good", "likely", "expected", "bound", "due", "sure"})
_BEFORE = 7
"""How many words may lie between a place and what it is said to be."""
_BEHIND = 8
"""How many words may lie between a state and the place right behind it."""
_AT = frozenset({"in", "at", "near", "over", "of", "on", "inside", "outside", "around", "along", "above", "from", "to",
                 "between", "across", "off", "within", "opposite", "by", "behind", "close-to", "north-of"})  # fmt: skip
_COUNTRY = 6
"""UCDP's precision of a whole country."""


def resting_role(scene: Scene, trigger: Trigger, site: Site) -> Role | None:  # noqa: C901, PLR0911 - one line a construction
    """Return the role of a place of what tells a state; None where the place is not its own."""
    if trigger.condition is Condition.WITHIN:
        return _role_within(scene, trigger, site)
    if trigger.condition is Condition.AMID and (role := _role_amid(scene, trigger, site)) is not None:
        return role
    if site.span.within(trigger.span):
        return None
    if is_echo(scene, trigger):
        return echoed_role(scene, trigger, site)
    if goes_on(trigger) and _is_said_of(scene, trigger, site):
        return None if _is_vague(trigger, site) else Role.AT
    if trigger.condition is Condition.STATE:
        if _is_said_of(scene, trigger, site) and not _is_vague(trigger, site):
            return Role.AT
        if trigger.stop - trigger.first < 2 or site.phrase.preposition not in {"in", "at", "near"}:
            return None
    if trigger.kind is Kind.MOVEMENT and _is_end(scene, trigger, site):
        return Role.TO
    if not _is_behind(scene, trigger, site) and not _is_fronted(scene, trigger, site.phrase):
        return None
    last = scene.parse.tokens.lower[trigger.stop - 1]
    if trigger.kind is Kind.DISPLACEMENT:
        out = last == "of" and scene.parse.tokens.lower[trigger.stop - 2] == "out"
        return Role.FROM if out or last in _LEFT else Role.TO if last in _GOALS else Role.AT
    if trigger.kind is not Kind.MOVEMENT:
        return Role.AT
    return Role.FROM if last == "from" else Role.TO


def _is_end(scene: Scene, trigger: Trigger, site: Site) -> bool:
    """Whether a place is where a way ends that begins right behind the trigger: "on their way from X to Y"."""
    if scene.parse.tokens.lower[trigger.stop - 1] != "from" or site.phrase.chain not in {"to", "towards", "toward"}:
        return False
    return any(it.stop == site.phrase.first - 1 and it.phrase.first == trigger.stop for it in scene.sites)


def _role_within(scene: Scene, trigger: Trigger, site: Site) -> Role | None:
    """Return the role of the place that something is done to: right behind the verb, or before its passive.

    What is done to may also lie there: "set houses in X on fire".
    """
    if is_object(scene, trigger, site.phrase):
        return Role.AT
    between = scene.parse.tags[trigger.stop : max(trigger.stop, site.phrase.first - 1)]
    lies = site.phrase.preposition in _IN and Tag.NOUN in between and not FINITE.intersection(between)
    return Role.AT if lies and len(between) <= _BEHIND // 2 else None


def _role_amid(scene: Scene, trigger: Trigger, site: Site) -> Role | None:
    """Return the role of a place that stands close before the last word of a group, with no verb or mark between."""
    phrase = site.phrase
    if not 0 <= trigger.first - phrase.stop <= _BEFORE or site.first >= trigger.first:
        return None
    if any(scene.parse.tags[i] not in _AMID for i in range(phrase.stop, trigger.first)):
        return None
    if trigger.kind not in _ON_THE_WAY:
        return Role.AT
    return Role.TO if phrase.preposition in _GOALS else Role.FROM if phrase.preposition in _ORIGINS else Role.AT


_AMID = _HELPING | {
    Tag.NOUN, Tag.NAME, Tag.ADJECTIVE, Tag.DETERMINER, Tag.OWN, Tag.NUMBER, Tag.GENITIVE, Tag.PREPOSITION,
    Tag.CONJUNCTION,
}  # fmt: skip
_ON_THE_WAY = frozenset({Kind.MOVEMENT, Kind.DISPLACEMENT})
_GOALS = frozenset({"to", "into", "onto", "toward", "towards"})
_ORIGINS = frozenset({"from", "out-of"})
_IN = frozenset({"in", "at", "near", "on"})
_LEFT = frozenset({"from", "leave", "flee", "quit", "evacuate", "fled"})
"""Words whose place is left behind."""


def _is_vague(trigger: Trigger, site: Site) -> bool:
    """Whether one adjective is said of a whole country: "Syria is lost"."""
    ground = site.resolution.ground
    return trigger.stop - trigger.first == 1 and ground is not None and ground.ucdp_precision >= _COUNTRY


def _is_fronted(scene: Scene, trigger: Trigger, phrase: Phrase) -> bool:
    """Whether a place opens the clause of what stands there: "In X a flag is up"."""
    clause = scene.clause_at(trigger.first)
    return (
        phrase.preposition in {"in", "at", "over", "on", "near", "outside"}
        and clause.first <= phrase.first <= clause.first + 2
        and phrase.stop <= trigger.first <= phrase.stop + _BEHIND
    )


def _is_behind(scene: Scene, trigger: Trigger, site: Site) -> bool:
    phrase = site.phrase
    if site.first < trigger.stop or phrase.first - trigger.stop > _BEHIND:
        return False
    if any(trigger.stop <= other.first < phrase.first for other in scene.sites):
        return False
    if phrase.preposition and phrase.preposition not in _AT:
        return False
    if (
        phrase.preposition in _IN
        and scene.parse.tokens.lower[trigger.stop - 1] in _GOALS
        and phrase.first > trigger.stop + 1
    ):
        return False  # "on his way to work in X"
    tags = scene.parse.tags[trigger.stop : phrase.first]
    return all(tag not in FINITE and tag not in {Tag.STOP, Tag.COMMA, Tag.COLON, Tag.CONJUNCTION} for tag in tags)


def _is_said_of(scene: Scene, trigger: Trigger, site: Site) -> bool:  # noqa: PLR0911 - one line a case  # noqa: PLR0911 - one line a case
    """Whether a place before a state is its subject, or names the road or post that is."""
    phrase = site.phrase
    if phrase.stop > trigger.first:
        return False
    held = trigger.type == "siege" and phrase.chain in _IN | {"of"}  # "the men in X are encircled"
    grounded = not phrase.chain or held or _names_ground(scene, phrase)
    if not grounded and is_antecedent(scene, trigger, phrase) != "which":
        return False
    between = list(range(phrase.stop, trigger.first))
    lower, tags = scene.parse.tokens.lower, scene.parse.tags
    if between and tags[between[0]] is Tag.COMMA:
        close = next((i for i in between[1:] if tags[i] is Tag.COMMA), None)
        which = len(between) > 1 and lower[between[1]] == "which"
        between = between[2:] if which else [] if close is None else [i for i in between if i > close]
        if not between:
            return False
    while between and (lower[between[0]] in {"and", "or", "which", "that", "both"} or tags[between[0]] is Tag.NAME):
        between = between[1:]  # the other names of a list
    if len(between) > _BEFORE or any(tags[i] not in _HELPING and lower[i] not in _BESIDE for i in between):
        return False
    if any(tags[i] is not Tag.ADVERB for i in between):
        if tags[trigger.first] in VERBS and all(tags[i] in _AUXILIARY for i in between):
            return trigger.type != "loss" or has_no_object(scene, trigger)  # "X has taken in", "X would go over to"
        return not _STANDS.isdisjoint(lower[i] for i in between)
    end = trigger.stop >= scene.sentence.stop or tags[trigger.stop] in {Tag.STOP, Tag.COMMA, Tag.COLON, Tag.BRACKET}
    return end or trigger.stop - trigger.first > 1 or (goes_on(trigger) and _dates_on(scene, trigger.stop))


def _dates_on(scene: Scene, position: int) -> bool:
    """Whether a time expression begins at a token or right behind a preposition there: "X followed | on Monday"."""
    held = [scene.parse.tokens.inside(timex.span) for timex in scene.timexes]
    return any(it and it.start <= position + 1 and position < it.stop for it in held)


def _names_ground(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase only says which road, airport or bridge is meant: "the road by X", "the airport of X"."""
    before = [other for other in scene.phrases if other.stop <= phrase.first][-2:]
    heads = (scene.parse.tokens.lower[other.head] for other in before if not other.chain)
    return any(head in _GROUNDS or head.removesuffix("s") in _WAYS for head in heads)
