"""Let words like "there" and "the city" take up the place that the sentence before names."""

from __future__ import annotations

from dataclasses import replace

from events.kind import Trigger
from events.phrase import Phrase
from events.placing import Placed, placed_by
from events.scene import Scene, Site
from geo.toponym import Resolution, Toponym
from texts.lexicon import rows_of

TRUST = 0.8
"""What remains of a place's confidence when it is taken from the sentence before."""
_CARRIERS = {row[0]: frozenset(row[1]) for row in rows_of("carriers")}


def carried(scene: Scene, trigger: Trigger, before: Scene | None) -> tuple[Placed, ...]:
    """Return the place of a trigger whose own sentence only points back to one, or nothing."""
    if before is None or not before.sites:
        return ()
    stand_ins = tuple(
        site
        for phrase in scene.phrases
        if not trigger.first <= phrase.first < trigger.stop
        for site in [_stand_in(scene, phrase, before)]
        if site is not None
    )
    if not stand_ins:
        return ()
    return placed_by(replace(scene, sites=stand_ins), trigger, barred=frozenset())[:1]


def _stand_in(scene: Scene, phrase: Phrase, before: Scene) -> Site | None:
    words = " ".join(scene.words(phrase.first, phrase.stop))
    classes = _CARRIERS.get(words)
    if classes is None:
        return None
    found = next((s for s in reversed(before.sites) if _class_of(s.resolution) in classes), None)
    if found is None:
        return None
    span = scene.parse.tokens.span(phrase.first, phrase.stop)
    name = found.resolution.toponym.text
    resolution = replace(
        found.resolution,
        toponym=Toponym(span=span, text=span.of(scene.document.text)),
        confidence=found.resolution.confidence * TRUST,
        reason=f"takes up {name} of the sentence before; {found.resolution.reason}",
    )
    return Site(resolution=resolution, phrase=phrase, first=phrase.first, stop=phrase.stop, carried_from=name)


def _class_of(resolution: Resolution) -> str:
    return "" if resolution.place is None else resolution.place.feature_class.value
