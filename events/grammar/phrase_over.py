"""Find the noun phrase that holds a token of a sentence, and tell whether it is a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from events.grammar.clause import Stretch
from events.grammar.tag import Tag
from events.kind import Trigger

if TYPE_CHECKING:
    from events.scene import Scene


def phrase_over(scene: Scene, position: int) -> Stretch | None:
    """Return the noun phrase that holds a token of the sentence."""
    phrase = scene.parse.phrase_at(position)
    if phrase is None or phrase.stop <= position or phrase.first < scene.sentence.first:
        return None
    return phrase


def is_time(scene: Scene, phrase: Stretch) -> bool:
    """Whether a phrase tells a time."""
    span = scene.parse.span(phrase)
    return any(timex.span.overlaps(span) for timex in scene.timexes)


def phrase_with_of(scene: Scene, position: int) -> Stretch | None:
    """Return the noun phrase that holds a token, with what hangs on it by "of"."""
    phrase = phrase_over(scene, position)
    if phrase is None:
        return None
    stop = phrase.stop
    while stop + 1 < scene.sentence.stop and scene.parse.tokens.lower[stop] == "of":
        further = phrase_over(scene, stop + 1)
        if further is None:
            break
        stop = further.stop
    return Stretch(first=phrase.first, stop=stop)


def clipped(scene: Scene, phrase: Stretch | None, trigger: Trigger) -> Stretch | None:
    """Return a noun phrase without the verb that it was taken to hold, and without a date or a place before it.

    What "whose" or a form in -ing opens is cut off before it: "the general whose | men", "a letter saying | its men".
    """
    if phrase is None:
        return None
    first, stop = phrase.first, min(phrase.stop, trigger.first)
    for timex in scene.timexes:
        held = scene.parse.tokens.inside(timex.span)
        if held and held.start <= first < held.stop < stop:
            first = held.stop
    for site in scene.sites:
        if (
            site.first == first
            and site.stop < stop
            and site.phrase.preposition
            and (scene.parse.tags[site.stop] is Tag.NAME or _opens_clause(scene, first, stop))
        ):
            first = site.stop
    for at in range(stop - 2, first, -1):
        word, before = scene.parse.tokens.lower[at], scene.parse.codes[at - 1]
        if word == "whose" or (scene.parse.codes[at] in "od" and before == "g"):
            first = at + (word == "whose")
            break
    while stop > first and scene.parse.codes[stop - 1] in "reg":
        stop -= 1  # "rebels rapidly | gaining ground"
    return Stretch(first=first, stop=stop) if first < stop else None


def _opens_clause(scene: Scene, site: int, stop: int) -> bool:
    """Whether a place behind its preposition stands before the subject of a clause: "though in X houses | burn"."""
    before = site - 2
    opens = before < scene.sentence.first or scene.parse.codes[before] in ",cm"
    last = scene.parse.tokens.lower[stop - 1]
    return opens and scene.parse.codes[stop - 1] == "n" and last.endswith("s")
