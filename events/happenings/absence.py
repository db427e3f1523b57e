"""Tell whether it is said that nobody of a kind is somewhere."""

from __future__ import annotations

from events.claim import Status
from events.grammar.clause import Stretch
from events.grammar.parse import Parse
from events.status_cue import Hit, Scope

_BEING = frozenset({"is", "are", "was", "were", "be", "been", "'s", "'re"})
_HAVING = frozenset(
    {
        *("has", "have", "had", "keeps", "keep", "kept", "maintains", "maintain"),
        *("see", "sees", "saw", "seen", "spot", "spotted", "find", "finds", "found", "observed", "noticed", "counted"),
    }
)
_NONE = frozenset({"no", "not", "n't", "never", "neither", "without", "zero"})
_BETWEEN = frozenset({"a", "any", "single", "longer", "more", "one", "now", "currently", "still"})
"""Words that may stand between a verb of being and the word that denies it, or behind that word."""
_FARTHEST = 3
"""Words behind the verb within which it is denied."""


def nobody_there(parse: Parse, trigger: int) -> Hit | None:
    """Return the word by which being, having or seeing somebody somewhere is denied, or None.

    >>> from events.grammar.parse import parse_of
    >>> parse = parse_of("There are no soldiers in Derna.")
    >>> parse.span(nobody_there(parse, 1).words).of(parse.text)
    'no'
    >>> nobody_there(parse_of("There are soldiers with no arms in Derna."), 1) is None
    True
    """
    lower = parse.tokens.lower
    there = lower[trigger] in _BEING and trigger > 0 and lower[trigger - 1] == "there"
    if not there and lower[trigger] not in _HAVING:
        return None
    for at in range(trigger + 1, min(trigger + 1 + _FARTHEST, len(lower))):
        if lower[at] in _NONE:
            return Hit(words=Stretch(first=at, stop=at + 1), status=Status.DENIED, scope=Scope.NEGATION)
        if lower[at] not in _BETWEEN:
            return None
    return None
