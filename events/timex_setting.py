"""Tell what a text is like as a whole: news of its day, or a chronicle of another time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from events.timex_frame import Focus, Frame
from events.timex_grammar import Found
from events.timex_tape import CLASS_OF, Tape

_SAID, _WILL, _WILLED = CLASS_OF["said"], CLASS_OF["will"], CLASS_OF["willed"]
_STOPS = ".?!;\n"
_REACH = 40
"""How many tokens to each side are looked at for a verb that says which way the time lies."""

_AHEAD = "".join(CLASS_OF[name] for name in ("by", "until"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a text is like as a whole."""

    published: date | None
    chronicle: bool
    day_first: bool

    def frame_at(self, found: Found, focus: Focus | None) -> Frame:
        """Return what surrounds the form at its place."""
        return Frame(
            published=self.published,
            focus=focus,
            chronicle=self.chronicle,
            future=_looks_ahead(found),
            day_first=self.day_first,
        )


def setting_of(tape: Tape, published: date | None) -> Setting:
    """Return what the text on `tape` is like.

    It is a chronicle where the years that it names are mostly not those around its publication.
    """
    years = [int(tape.tokens[match.start()]) for match in re.finditer(CLASS_OF["year"], tape.classes)]
    years = [year for year in years if 1000 <= year < 2100]
    near = 0 if published is None else sum(abs(year - published.year) <= 1 for year in years)
    far = len(years) - near
    words = max(1, tape.classes.count(" "))
    chronicle = published is not None and far > near and far >= 3 and far * 300 > words
    return Setting(published=published, chronicle=chronicle, day_first=False)


def _looks_ahead(found: Found) -> bool:
    classes = found.tape.classes
    left = classes[max(0, found.first - _REACH) : found.first]
    for place in range(len(left) - 1, -1, -1):
        mark = left[place]
        if mark in _STOPS:
            break
        if mark == _SAID:
            return False
        if mark in (_WILL, _WILLED):
            return True
    right = classes[found.last : found.last + _REACH]
    for mark in right:
        if mark in _STOPS or mark == _SAID:
            break
        if mark == _WILL:
            return True
    return len(left) >= 2 and left[-2] in _AHEAD and not any(mark == CLASS_OF["was"] for mark in left[-12:])
