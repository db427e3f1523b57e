"""Find who is said to do a thing and who to suffer it, as the text names them."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING

from events.armed import is_armed
from events.claim import Actor, ActorRole
from events.clause import Stretch
from events.kind import Trigger
from events.stem import stem_of
from events.tag import VERBS, Tag
from texts.lexicon import rows_of

if TYPE_CHECKING:
    from events.scene import Scene

_BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "get", "got"})
_PREPOSITIONS = frozenset({Tag.PREPOSITION, Tag.MARK})
_OPENING = frozenset({"that", "after", "before", "since", "as", "until", "while", "if", "when", "because", "whether"})
"""Words before a noun phrase that open a clause of which it may be the subject."""
_HARMING = frozenset(stem_of(word) for word in ("kill", "wound", "injure", "hit", "hurt", "destroy", "damage"))
_FARTHEST = 40
"""How many words to the left a subject is looked for."""


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
    agent, target = _of_noun(scene, trigger) if trigger.noun else _of_verb(scene, trigger)
    found = []
    for stretch, role in ((agent, ActorRole.AGENT), (target, ActorRole.TARGET)):
        if stretch is not None and _is_somebody(scene, stretch):
            span = scene.parse.span(stretch)
            words = span.of(scene.document.text)
            found.append(Actor(text=words, role=role, span=span, name=known_name(words)))
    return tuple(sorted(found, key=lambda actor: (actor.span, actor.role)))


def _of_verb(scene: Scene, trigger: Trigger) -> tuple[Stretch | None, Stretch | None]:
    subject = subject_of(scene, trigger)
    if _is_passive(scene, trigger):
        by = trigger.stop
        while by < scene.sentence.stop and by - trigger.stop < 8 and scene.parse.tokens.lower[by] != "by":
            by += 1
        return _phrase_at(scene, by + 1) if _word(scene, by) == "by" else None, subject
    after = _phrase_at(scene, trigger.stop)
    if after is not None and after.first < trigger.stop:
        after = Stretch(first=trigger.stop, stop=after.stop)
    return subject, after


def _of_noun(scene: Scene, trigger: Trigger) -> tuple[Stretch | None, Stretch | None]:
    agent = target = None
    holder = _phrase_at(scene, trigger.first)
    if holder is not None and holder.first < trigger.first:
        agent = _before_noun(scene, Stretch(first=holder.first, stop=trigger.first))
    for position in range(trigger.stop, min(trigger.stop + 10, scene.sentence.stop)):
        word = scene.parse.tokens.lower[position]
        if word in {"by", "from"} and agent is None:
            agent = _phrase_at(scene, position + 1)
        elif target is None and (word in {"on", "against", "targeting", "of"} or stem_of(word) in _HARMING):
            target = _phrase_at(scene, position + 1)
        elif scene.parse.tags[position] in VERBS | {Tag.STOP, Tag.COMMA}:
            break
    return agent, target


def _before_noun(scene: Scene, words: Stretch) -> Stretch | None:
    """Return the possessor or naming words before a noun: "the rebels' advance", "Hamas attack"."""
    tags = scene.parse.tags
    stop = words.stop
    if Tag.GENITIVE in tags[words.first : words.stop]:
        stop = max(i for i in range(words.first, words.stop) if tags[i] is Tag.GENITIVE)
        return Stretch(first=words.first, stop=stop) if stop > words.first else None
    names = [
        i
        for i in range(words.first, stop)
        if (tags[i] is Tag.NAME and scene.parse.tokens.lower[i] not in {"a", "an", "the"})
        or is_armed(scene.parse.tokens.lower[i])
    ]
    return Stretch(first=names[0], stop=names[-1] + 1) if names else None


def subject_of(scene: Scene, trigger: Trigger) -> Stretch | None:
    """Return the noun phrase that a verb's subject is, looked for leftwards through helping verbs and conjunctions."""
    tags, first = scene.parse.tags, scene.sentence.first
    position = trigger.first - 1
    needs_verb = False
    while position >= first and trigger.first - position < _FARTHEST:
        tag = tags[position]
        phrase = _clipped(scene, _phrase_over(scene, position), trigger)
        if phrase is not None:
            before = phrase.first - 1
            word = scene.parse.tokens.lower[before] if before >= first else ""
            hangs = bool(word) and (tags[before] in _PREPOSITIONS or word == "to") and word not in _OPENING
            if not hangs and not needs_verb and not _is_time(scene, phrase):
                return phrase
            # a phrase cut short may begin behind the token that led to it
            position = min(before - 1 if hangs else before, position - 1)
            continue
        if tag in {Tag.CONJUNCTION, Tag.COMMA}:
            needs_verb = True
        elif tag in VERBS:
            needs_verb = False
        elif tag in {Tag.STOP, Tag.COLON}:
            return None
        position -= 1
    return None


def _clipped(scene: Scene, phrase: Stretch | None, trigger: Trigger) -> Stretch | None:
    """Return a noun phrase without the verb that it was taken to hold, and without a date before it."""
    if phrase is None:
        return None
    first, stop = phrase.first, min(phrase.stop, trigger.first)
    for timex in scene.timexes:
        held = scene.parse.tokens.inside(timex.span)
        if held and held.start <= first < held.stop < stop:
            first = held.stop
    return Stretch(first=first, stop=stop) if first < stop else None


def _is_passive(scene: Scene, trigger: Trigger) -> bool:
    if scene.parse.tags[trigger.first] not in {Tag.PARTICIPLE, Tag.PAST}:
        return False
    return not _BE.isdisjoint(scene.words(max(scene.sentence.first, trigger.first - 3), trigger.first))


def _phrase_at(scene: Scene, position: int) -> Stretch | None:
    """Return the noun phrase that holds a token, with what hangs on it by "of"."""
    phrase = _phrase_over(scene, position)
    if phrase is None:
        return None
    stop = phrase.stop
    while stop + 1 < scene.sentence.stop and scene.parse.tokens.lower[stop] == "of":
        further = _phrase_over(scene, stop + 1)
        if further is None:
            break
        stop = further.stop
    return Stretch(first=phrase.first, stop=stop)


def _phrase_over(scene: Scene, position: int) -> Stretch | None:
    phrases = scene.parse.phrases
    number = bisect_right(phrases, position, key=lambda phrase: phrase.first) - 1
    if number < 0 or phrases[number].stop <= position or phrases[number].first < scene.sentence.first:
        return None
    return phrases[number]


def _is_somebody(scene: Scene, phrase: Stretch) -> bool:
    tags = scene.parse.tags[phrase.first : phrase.stop]
    if not any(tag in {Tag.NOUN, Tag.NAME} for tag in tags) or _is_time(scene, phrase):
        return False
    return not any(phrase.first <= site.first < phrase.stop <= site.stop + 1 for site in scene.sites)


def _is_time(scene: Scene, phrase: Stretch) -> bool:
    span = scene.parse.span(phrase)
    return any(timex.span.overlaps(span) for timex in scene.timexes)


def _word(scene: Scene, position: int) -> str:
    return scene.parse.tokens.lower[position] if position < scene.sentence.stop else ""
