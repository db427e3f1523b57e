"""Tell cues of what somebody will not say, or swears is so, from cues that change how it is true."""

from __future__ import annotations

from collections.abc import Sequence

from events.claim import SourceKind, Status
from events.grammar.clause import Stretch
from events.grammar.parse import Parse
from events.status_cue import Hit, Scope
from events.voices.attributed import Attribution

_UNWILLING = frozenset({"not", "n't", "never", "neither", "refused", "refuses", "declined", "declines"})
_SAYING = frozenset({"say", "said", "comment", "disclose", "specify", "reveal"})
_CONFIRMING = frozenset({"confirm", "confirmed", "verify"})
_UNSAID = _SAYING | _CONFIRMING | {"to"}
_HEARD = frozenset({Scope.HEARSAY, Scope.EVENT})
_SWEARING = frozenset({"swear", "swears", "swore", "sworn"})
_LONGEST = 12
"""Tokens between who speaks and what they speak of, at most."""


def without_unsaid(parse: Parse, holders: Sequence[Attribution], hits: list[Hit], trigger: int) -> list[Hit]:
    """Return the cues without those that only tell that somebody keeps silent or swears; what is not confirmed is open.

    "Would not confirm that X was lost" leaves it unconfirmed, "refused to say whether X was lost" open as it is, and
    "swears that X was lost" claims it; "was reported by residents" is no hearsay.
    """
    for made in holders:
        if made.source and made.kind is not SourceKind.ANONYMOUS:
            # "was reported by residents" is no hearsay
            heard = [hit for hit in hits if hit.scope in _HEARD and parse.span(hit.words).within(made.cue[0])]
            hits = [hit for hit in hits if hit not in heard]
        words = _between(parse, made)
        if words is None:
            continue
        lower = parse.tokens.lower[words.first : words.stop]
        confirming = not _CONFIRMING.isdisjoint(lower)
        silent = not _UNWILLING.isdisjoint(lower) and (confirming or not _SAYING.isdisjoint(lower))
        start = parse.tokens.inside(made.content[0]).start
        sworn = not _SWEARING.isdisjoint(lower) and parse.tokens.lower[start] == "that"
        sworn = sworn and "M" not in parse.codes[start:trigger]
        if not (silent or sworn):
            continue
        hits = [hit for hit in hits if not words.first <= hit.words.first < words.stop]
        if silent and confirming:
            said = next(at for at in range(words.first, words.stop) if parse.tokens.lower[at] in _CONFIRMING)
            hits.append(Hit(words=Stretch(first=said, stop=said + 1), status=Status.UNCONFIRMED, scope=Scope.SENTENCE))
    return hits


def _between(parse: Parse, made: Attribution) -> Stretch | None:
    """Return the words from behind a source to what it tells."""
    source, content = made.source[:1], made.content[0]
    first = parse.tokens.inside(made.cue[0] if not source else source[0])
    stop = parse.tokens.inside(content).start
    while parse.tokens.lower[stop] in _UNSAID:
        stop += 1  # "refused | to confirm that"
    start = first.stop if source else first.start
    return Stretch(first=start, stop=stop) if start < stop <= start + _LONGEST else None
