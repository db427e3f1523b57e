"""Read what is said with hindsight: "should have left", "must have crossed", "would later capture"."""

from __future__ import annotations

from events.claim import Status
from events.grammar.clause import Stretch
from events.grammar.parse import Parse
from events.status_cue import Hit, Scope

_OUGHT = frozenset({"should", "ought"})
_NOT = frozenset({"not", "n't", "never"})
_HAVE = frozenset({"have", "'ve", "of"})
_DEADLINE = 5
"""Words behind a verb within which a day may stand by which it is due: "should have left Bor by May"."""
_LATER = frozenset({"later", "eventually", "subsequently", "ultimately", "finally", "afterwards"})


def hindsight(parse: Parse, group: Stretch, trigger: int) -> tuple[Stretch, Status] | None:
    """Return the words that look back at what is told, and how it stands by them; None where none do.

    What should have been done was not; what should not have been done was. What must have happened is only inferred.
    What somebody would later do was done.

    >>> from events.grammar.parse import parse_of
    >>> parse = parse_of("They should never have left Bara.")
    >>> hindsight(parse, Stretch(first=1, stop=5), 4)[1].value
    'asserted'
    """
    lower = parse.tokens.lower
    first = group.first - (group.first > 0 and lower[group.first - 1] in _OUGHT)
    have = next((at for at in range(first, trigger) if lower[at] in _HAVE), None)
    modal = next((at for at in range(first, trigger) if parse.codes[at] == "M" or lower[at] in _OUGHT), None)
    if modal is None:
        return None
    words = Stretch(first=modal, stop=trigger)
    if have is not None and have > modal and parse.codes[trigger] in "ev":
        denied = not _NOT.isdisjoint(lower[modal:trigger])
        if lower[modal] in _OUGHT and (denied or "by" not in lower[trigger : trigger + _DEADLINE]):
            return words, Status.ASSERTED if denied else Status.DENIED
        if lower[modal] == "must":
            return words, Status.DENIED if denied else Status.UNCONFIRMED
        return None
    if lower[modal] in {"would", "'d"} and have is None and _NOT.isdisjoint(lower[modal:trigger]):
        later = not _LATER.isdisjoint(lower[modal:trigger])
        if later:
            return words, Status.ASSERTED
    return None


def without_hindsight(hits: list[Hit], words: Stretch, status: Status) -> list[Hit]:
    """Return the cues with those replaced that look back: what they say of the time to come is no longer open."""
    kept = [hit for hit in hits if not (words.first <= hit.words.first < words.stop)]
    if status is Status.ASSERTED:
        return kept
    return [*kept, Hit(words=Stretch(first=words.first, stop=words.first + 1), status=status, scope=Scope.MODAL)]
