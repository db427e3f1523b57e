"""Take the day of a happening from what stands before its sentence: a dated heading, "hours later"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from events.kind import Trigger
from events.scene import Scene
from events.times.heading import Section
from events.times.meaning import TimexKind
from events.times.saying import sayings_between
from events.timex import Timex
from texts.dating import Precision

_SAME_DAY = re.compile(
    r"[\s\"“'‘]{0,3}(?:(?:about|around|barely|just|only|but|and|some)\s)?"
    r"(?:(?:an?|a\sfew|two|three|four|five|six|several|some|half\san|one|\d\d?)\s)?"
    r"(?:hours?|minutes?|moments?|seconds?)\s(?:later|afterwards?|after\sthat|thereafter)\b"
    r"|[\s\"“'‘]{0,3}(?:shortly|soon|immediately|right)\s(?:after(?:wards?)?|thereafter)\b(?!\s\w+\s(?:of|in|on|at)\b)",
    re.IGNORECASE,
)
"""Words at the head of a sentence by which it goes on in the day of the sentence before."""

_NEAR = 400
"""How many characters back the day that a sentence goes on in may stand."""


def day_before(scene: Scene, trigger: Trigger) -> Timex | None:
    """Return the expression outside the sentence's own words that dates what `trigger` names, or None.

    What is only planned, asked or told of an earlier time has no part in the day of its surroundings.
    """
    if not _is_told(scene, trigger):
        return None
    section = section_at(scene.sections, scene.span.end - 1)
    if section is not None:
        return section.heading
    if _SAME_DAY.match(scene.document.text, scene.span.start) is None:
        return None
    return _last_day(scene)


def section_at(sections: tuple[Section, ...], offset: int) -> Section | None:
    """Return the section that holds a character, or None."""
    number = bisect_right(sections, offset, key=lambda section: section.span.start) - 1
    return sections[number] if number >= 0 and offset < sections[number].span.end else None


def _last_day(scene: Scene) -> Timex | None:
    """Return the last day that is named before the sentence, in the same post."""
    number = bisect_left(scene.timeline, scene.span.start, key=lambda timex: timex.span.start) - 1
    near = sayings_between(scene.sayings, scene.span.start - 2 * _NEAR, scene.span.start)
    said = {it.timex.span for it in near}
    post = scene.document.post_at(scene.span.start)
    while number >= 0 and scene.span.start - scene.timeline[number].span.end <= _NEAR:
        timex = scene.timeline[number]
        dates = timex.kind in (TimexKind.DATE, TimexKind.TIME) and timex.precision is Precision.DAY
        if dates and timex.span not in said and scene.document.post_at(timex.span.start) is post:
            return timex
        number -= 1
    return None


def _is_told(scene: Scene, trigger: Trigger) -> bool:
    """Whether a trigger stands in a verb group that tells of the day itself: no plan, no order, no earlier past."""
    codes, words = scene.parse.codes, scene.parse.tokens.lower
    group = scene.parse.group_at(trigger.first)
    clause = scene.clause_at(trigger.first)
    if group is None or group.first < clause.first:
        group = clause.verbs
    if group is None:
        return True
    return codes[group.first] not in "Mt" and "had" not in words[group.first : group.stop]
