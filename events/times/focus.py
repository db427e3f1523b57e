"""Keep the date that a text has come to, from which what follows is counted."""

from __future__ import annotations

from events.times.frame import Focus, Frame, focus_of
from events.times.meaning import Meaning, TimexKind
from events.times.tape import CLASS_OF, Tape
from events.times.tense import Tense

_REACH = 60
"""How many tokens back a bracket or a quotation mark is looked for."""

_FROM, _TO = CLASS_OF["from"], frozenset(CLASS_OF[name] for name in ("to", "until", "through"))
_STRETCH = 12
"""How many tokens from "from" to the far end."""
_BOUNDS = "".join(CLASS_OF[name] for name in ("since", "until", "from", "to"))


def focus_after(focus: Focus | None, meaning: Meaning, frame: Frame, *, tape: Tape, first: int) -> Focus | None:
    """Return the date that the text has come to after an expression that starts at token `first`.

    Durations and the like do not move it, neither do asides: what is counted from the report in a chronicle, what
    lies ahead, bounds ("since 1975"), brackets and quotations. A year that holds the date leaves it as it is.
    """
    if meaning.kind not in (TimexKind.DATE, TimexKind.TIME):
        return focus
    if frame.chronicle and meaning.anchor is not None and meaning.anchor == frame.report_anchor:
        return focus
    new = focus_of(meaning.value)
    if new is None or focus is None:
        return new or focus
    same_year = new.month is None and new.year == focus.year
    return focus if same_year or frame.tense is Tense.AHEAD or _is_aside(tape, first) else new


def _ends_stretch(tape: Tape, first: int) -> bool:
    """Whether the expression is the far end of a stretch with both its ends: "from May 1980 to August 1988"."""
    head = tape.classes[max(0, first - _STRETCH) : first]
    return head[-2:-1] in _TO and _FROM in head


def _is_aside(tape: Tape, first: int) -> bool:
    classes = tape.classes
    if first >= 2 and classes[first - 2] in _BOUNDS and not _ends_stretch(tape, first):
        return True
    before = classes[max(0, first - _REACH) : first].rpartition("\n")[2]
    return before.rfind("(") > before.rfind(")") or before.count('"') % 2 == 1
