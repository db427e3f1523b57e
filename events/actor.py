"""Find who is said to do a thing and who to suffer it, as the text names them."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from events.claim import Actor, ActorRole, Kind
from events.grammar.clause import Stretch
from events.grammar.joined import joined_behind
from events.grammar.nobody import is_no_actor
from events.grammar.passive import apposed, is_done_to
from events.grammar.phrase_over import is_time, phrase_over, phrase_with_of
from events.grammar.stem import stem_of
from events.grammar.subject import subjects_of
from events.grammar.tag import Tag
from events.grammar.whole import whole_of
from events.happenings.aimed import aimed_at, past_measure, rid_of, taken_from
from events.happenings.armed import is_armed
from events.happenings.group_actor import holder_in, object_within, subject_within, suffers_within
from events.happenings.noun_actor import Sides, sides_of_noun, tells_doer
from events.kind import RESTING, Trigger
from texts.lexicon import entries_of, rows_of

if TYPE_CHECKING:
    from events.scene import Scene


@cache
def _aliases() -> dict[str, str]:
    return {row[0].lower().replace("’", "'"): row[1] for row in rows_of("actors")}


def known_name(words: str) -> str | None:
    """Return the name under which the alias table knows somebody, by the longest alias among the words.

    >>> known_name("two ISIL fighters"), known_name("the Pasdaran"), known_name("a farmer")
    ('Islamic State', 'Revolutionary Guards', None)
    """
    parts = words.split()
    for size in range(min(6, len(parts)), 0, -1):
        for first in range(len(parts) - size + 1):
            part = " ".join(parts[first : first + size])
            name = _aliases().get(part.lower().replace("’", "'"))
            if name is not None and (part != "is"):
                return name
    return None


def actors_of(scene: Scene, trigger: Trigger) -> tuple[Actor, ...]:
    """Return who does and who suffers what `trigger` names, in the text's order; pronouns and places are left out."""
    nominal = trigger.noun or scene.parse.tags[trigger.first] is Tag.NOUN
    bare = (
        nominal
        and trigger.condition in RESTING
        and not set("vzegb").intersection(scene.parse.codes[trigger.first : trigger.stop])
    )
    nominal = nominal and (bare or trigger.noun or scene.parse.tokens.lower[trigger.first].endswith("ing"))
    agents, targets = sides_of_noun(scene, trigger) if nominal else _of_verb(scene, trigger)
    found: list[Actor] = []
    for stretches, role in ((agents, ActorRole.AGENT), (targets, ActorRole.TARGET)):
        for stretch in stretches:
            end = trigger.first if stretch.stop <= trigger.first else scene.sentence.stop
            named = _counted(scene, _without_that(scene, whole_of(scene, stretch, end)))
            if named is not None and _is_somebody(scene, named, role) and not _is_ground(scene, trigger, named, role):
                span = scene.parse.span(named)
                words = span.of(scene.document.text)
                if not any(span.overlaps(one.span) for one in found):
                    found.append(Actor(text=words, role=role, span=span, name=known_name(words)))
    return tuple(sorted(found, key=lambda actor: (actor.span, actor.role)))


def _without_that(scene: Scene, phrase: Stretch) -> Stretch:
    """Return a name without the "that" which opens its clause: "says that | IS has cut the road"."""
    opens = len(phrase) > 1 and _word(scene, phrase.first) == "that" and scene.parse.codes[phrase.first + 1] == "N"
    return Stretch(first=phrase.first + 1, stop=phrase.stop) if opens else phrase


def _of_verb(scene: Scene, trigger: Trigger) -> Sides:
    holder = holder_in(scene, trigger) if trigger.kind is Kind.CONTROL else None
    if holder is not None:
        return (holder,), ()
    within = subject_within(scene, trigger)
    if within is not None:
        subjects: tuple[Stretch, ...] = (within,)
        trigger = replace(trigger, first=within.stop)
    else:
        subjects = _of_blows(scene, trigger, subjects_of(scene, trigger) or apposed(scene, trigger))
    if is_done_to(scene, trigger):
        return _of_passive(scene, trigger, subjects)
    if stem_of(scene.parse.tokens.lower[trigger.first]) in _DYING or suffers_within(scene, trigger):
        return (), subjects
    subjects = () if scene.parse.tokens.lower[trigger.first] in _COUNTING else subjects
    after = phrase_with_of(scene, past_measure(scene, trigger.stop)) or aimed_at(scene, trigger)
    if after is not None and after.first < trigger.stop:
        after = Stretch(first=trigger.stop, stop=after.stop)
    after = object_within(scene, trigger) or rid_of(scene, trigger) or after
    if after is not None and trigger.kind is Kind.CONTROL and _word(scene, after.stop) == "from":
        # ground is taken from somebody: "took Goma from the army"
        after = phrase_with_of(scene, after.stop + 1) if _is_named(scene, after) else after
    falls = trigger.kind is Kind.CONTROL and stem_of(scene.parse.tokens.lower[trigger.first]) == _YIELDING
    yields = falls and _to_whom(scene, trigger)
    if yields or scene.words(max(scene.sentence.first, trigger.first - 1), trigger.first) == ("there",):
        return _listed(scene, after), ()  # "fell to the rebels", "there are soldiers in X"
    if after is None and stem_of(scene.parse.tokens.lower[trigger.first]) == _CATCHING:
        return (), subjects
    return subjects, _listed(scene, after)


def _to_whom(scene: Scene, trigger: Trigger) -> bool:
    """Whether "to" ends the words of a happening or stands behind it: "fell to the rebels"."""
    return "to" in scene.words(trigger.stop - 1, trigger.stop + 1)


def _of_passive(scene: Scene, trigger: Trigger, subjects: tuple[Stretch, ...]) -> Sides:
    stop = min(trigger.stop + _FAR, scene.clause_at(trigger.first).stop)
    by = next((at for at in range(trigger.stop, stop) if tells_doer(scene, at)), None)
    agent = None if by is None else phrase_with_of(scene, by + 1)
    if agent is None and (trigger.kind is Kind.MOVEMENT or trigger.type in _STAYING):
        return subjects, ()  # who is moved moves: "troops were flown in"; who is dug in did so
    rid = rid_of(scene, trigger) or taken_from(scene, trigger)
    rid = None if rid is None or _is_named(scene, rid) else rid  # not "families were expelled from X"
    return _listed(scene, agent), subjects if rid is None else (rid,)


_FAR = 9
"""Words between what is done and "by" whom, at most."""


def _is_named(scene: Scene, phrase: Stretch) -> bool:
    """Whether a phrase is a place's name."""
    return any(phrase.first <= site.first < phrase.stop <= site.stop for site in scene.sites)


_YIELDING = "fall"
_CATCHING = "burn"
"""What burns and burns nothing, as in "houses burn", is burnt."""
_DYING = frozenset({"die", "perish", "drown", "succumb"})
_COUNTING = frozenset({"counted", "counts", "recorded", "records", "registered"})
"""Verbs of those who only count what others did."""
_STAYING = frozenset({"stationing", "massing", "fortification"})
"""Sorts of gathering of which those who are stationed, massed or dug in are the doers."""


def _of_blows(scene: Scene, trigger: Trigger, subjects: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    """Return the subjects, with who struck in place of a blow: "a raid by gunmen on X killed nine"."""
    if trigger.kind is not Kind.ATTACK or len(subjects) != 1 or subjects[0].stop >= trigger.first:
        return subjects
    if not is_no_actor(scene, subjects[0], ActorRole.AGENT):
        return subjects
    by = next((at for at in range(subjects[0].stop, trigger.first) if scene.parse.tokens.lower[at] == "by"), None)
    return subjects if by is None else _listed(scene, phrase_with_of(scene, by + 1))


def _listed(scene: Scene, stretch: Stretch | None) -> tuple[Stretch, ...]:
    return () if stretch is None else joined_behind(scene, stretch)


_MEASURES = entries_of("measure_words")


def _counted(scene: Scene, phrase: Stretch) -> Stretch | None:
    """Return who is counted where a phrase is a number of them: "the number of refugees", "the last of its men"."""
    lower, tags = scene.parse.tokens.lower, scene.parse.tags
    head = phrase.stop - 1
    for at in range(phrase.first, phrase.stop):
        if lower[at] == "of":
            head = at - 1
            break
    if lower[head] not in _MEASURES and tags[head] is not Tag.NUMBER:
        return phrase
    if _word(scene, head + 1) != "of":
        return None if lower[head] in _MEASURES else phrase
    # "dozens of masked men": a participle may open what is counted
    inner = phrase_over(scene, head + 2) or phrase_over(scene, head + 3)
    first = None if inner is None else min(inner.first, head + 2)
    return (
        None
        if inner is None or first is None
        else Stretch(first=first, stop=max(inner.stop, min(phrase.stop, inner.stop)))
    )


def _is_somebody(scene: Scene, phrase: Stretch, role: ActorRole) -> bool:
    tags = scene.parse.tags[phrase.first : phrase.stop]
    if (
        not any(tag in {Tag.NOUN, Tag.NAME} for tag in tags)
        or is_time(scene, phrase)
        or is_no_actor(scene, phrase, role)
        or scene.parse.tokens.lower[phrase.stop - 1] in _DISTANCES
    ):
        return False
    if is_armed(scene.parse.tokens.lower[phrase.stop - 1]) and scene.parse.codes[phrase.stop - 1] == "n":
        return True  # "Donetsk separatists"
    for site in scene.sites:
        if phrase.first <= site.first < phrase.stop <= site.stop + 1 and not _is_officer(scene, phrase, site.first):
            country = site.resolution.place is not None and site.resolution.place.feature_code.startswith("PCL")
            return country and role is ActorRole.AGENT and site.phrase.preposition in {"", "by", "between"}
    return True


def _is_officer(scene: Scene, phrase: Stretch, name: int) -> bool:
    """Whether a phrase that ends with a place's name is somebody's: "the mayor of X"."""
    head = name - 2
    return head >= phrase.first and _word(scene, head + 1) == "of" and _word(scene, head) in _OFFICERS


_OFFICERS = entries_of("lone_people") | entries_of("person_titles") | {"mayor", "governor"}


def _is_ground(scene: Scene, trigger: Trigger, phrase: Stretch, role: ActorRole) -> bool:
    """Whether what is entered, left or held is ground: "left the base", "crossed the border"."""
    if role is not ActorRole.TARGET or not (trigger.kind in _MOVING or trigger.type == "holding"):
        return False
    stop = next((at for at in range(phrase.first, phrase.stop) if _word(scene, at) in {"of", ","}), phrase.stop)
    word = scene.parse.tokens.lower[stop - 1]
    return word in _GROUNDS or stem_of(word) in _STRONGPOINTS


_DISTANCES = entries_of("distance_units")
_MOVING = frozenset({Kind.MOVEMENT, Kind.DISPLACEMENT})
_GROUNDS = entries_of("ground_words")
_STRONGPOINTS = frozenset(stem_of(row[0]) for row in rows_of("strongpoints") if row[1] in {"way", "spot"})


def _word(scene: Scene, position: int) -> str:
    return scene.parse.tokens.lower[position] if position < scene.sentence.stop else ""
