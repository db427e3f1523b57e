"""Say when a happening is said to have taken place, and when that was said."""

from __future__ import annotations

from collections.abc import Sequence

from events.claim import ClaimTime, TimeBasis
from events.context import day_before, section_at
from events.daytime import clock_beside
from events.grammar.subject import subjects_of
from events.kind import Trigger
from events.scene import Scene
from events.times.edtf import edtf_of
from events.times.saying import Saying, sayings_between
from events.timex import Timex
from events.timex_choice import qualified_by, timex_for
from events.voices.holders import holders_of_span
from texts.span import Span

_DEEDS = frozenset(
    {"incident", "incidents", "accident", "episode", "event", "events", "tragedy", "disaster", "violence"}
)
"""Nouns that stand for a deed without naming it."""
_BESIDE = 300
"""How many characters may lie between a verb of saying and its date."""


def time_of(scene: Scene, trigger: Trigger) -> ClaimTime | None:
    """Return when what `trigger` names is said to have happened; None where nothing dates it.

    Words of the sentence come first, then a dated heading above it and the day that "hours later" goes on in. What
    dates a saying alone dates nothing that is said.
    """
    said = {it.timex.span for it in _in_sentence(scene) if not scene.parse.span(it.cue).overlaps(trigger.span)}
    section = section_at(scene.sections, scene.span.end - 1)
    heading = None if section is None else section.heading.span
    timexes = tuple(timex for timex in scene.timexes if timex.span not in said and timex.span != heading)
    timex = timex_for(trigger.span, scene.span, timexes, parse=scene.parse)
    if timex is None:
        timex = _of_its_deed(scene, trigger, timexes)
    if timex is not None:
        return claim_time(timex, clock=clock_beside(timex, scene.timexes, scene.document.text))
    before = day_before(scene, trigger)
    if before is None:
        return None
    return claim_time(before, basis=TimeBasis.TEXT if before.span.within(scene.span) else TimeBasis.CONTEXT)


def _of_its_deed(scene: Scene, trigger: Trigger, timexes: Sequence[Timex]) -> Timex | None:
    """Return the day of the deed that brought the happening about: "a Monday raid killed six"."""
    subjects = subjects_of(scene, trigger)
    for timex in timexes if subjects else ():
        held = scene.parse.tokens.inside(timex.span)
        phrase = qualified_by(scene.parse, held) if held and timex.interval is not None else None
        if phrase is None or not any(it.first < phrase.stop and phrase.first < it.stop for it in subjects):
            continue
        head = phrase.stop - 1
        if scene.parse.tokens.lower[head] in _DEEDS or any(it.noun and it.stop == phrase.stop for it in scene.triggers):
            return timex
    return None


def said_of(scene: Scene, trigger: Trigger) -> ClaimTime | None:
    """Return when what `trigger` names is said to have been said, by the innermost source whose saying has a date.

    Where the attribution is known, what it holds was said then, over the sentences of a quotation too; else what
    follows the saying in its sentence, or what stands before it where nothing follows. The date of publication is
    never taken for it.
    """
    if not scene.sayings:
        return None
    holders = holders_of_span(scene.attributions, trigger.span)
    holders.sort(key=lambda made: min(len(part) for part in made.content if trigger.span.within(part)))
    for made in holders:
        for cue in made.cue:
            if (saying := _at(scene, cue)) is not None:
                return claim_time(saying.timex)
    sayings = [it for it in _in_sentence(scene) if not _is_attributed(scene, it)]
    saying = next((it for it in reversed(sayings) if it.cue.stop <= trigger.first), None)
    if saying is None:
        saying = next((it for it in sayings if trigger.stop <= it.cue.first and _closes(scene, it)), None)
    return None if saying is None else claim_time(saying.timex)


def claim_time(timex: Timex, *, basis: TimeBasis = TimeBasis.TEXT, clock: str | None = None) -> ClaimTime | None:
    """Return the time of a claim that an expression gives; None where it has no place in the calendar.

    `clock` is the time of day that stands with it, which counts where it is of one day.
    """
    if timex.interval is None or timex.precision is None:
        return None
    return ClaimTime(
        edtf=edtf_of(timex),
        interval=timex.interval,
        precision=timex.precision,
        span=timex.span,
        text=timex.text,
        basis=basis,
        anchor=timex.anchor,
        clock=clock if timex.interval.start is not None and timex.interval.start == timex.interval.last else None,
    )


def _in_sentence(scene: Scene) -> Sequence[Saying]:
    return sayings_between(scene.sayings, scene.span.start, scene.span.end)


def _at(scene: Scene, cue: Span) -> Saying | None:
    """Return the dated saying whose verb is the cue."""
    near = sayings_between(scene.sayings, cue.start - _BESIDE, cue.end + _BESIDE)
    return next((it for it in near if scene.parse.span(it.cue).overlaps(cue)), None)


def _is_attributed(scene: Scene, saying: Saying) -> bool:
    """Whether an attribution says what it holds."""
    span = scene.parse.span(saying.cue)
    return any(span.overlaps(cue) and made.content for made in scene.attributions for cue in made.cue)


def _closes(scene: Scene, saying: Saying) -> bool:
    """Whether no verb follows a saying in its sentence."""
    group = scene.parse.group_after(saying.cue.first)
    return group is None or group.first >= saying.sentence.stop
