"""Find the word for a fear that holds what a clause with a modal tells: "fears that the town will fall"."""

from __future__ import annotations

from events.claim import Status
from events.grammar.clause import Clause, Stretch
from events.grammar.parse import Parse
from events.status_cue import Hit, Scope

_FEARS = frozenset(
    {"fear", "fears", "concern", "concerns", "worry", "worries", "risk", "danger", "prospect", "speculation"}
)
_FEARED = 8
"""How many words may lie between a word for a fear and the clause that says what is feared."""


def feared(parse: Parse, sentence: Stretch, clause: Clause, trigger: int) -> list[Hit]:
    """Return the word for a fear whose clause with "that" and a modal holds the trigger: "fears that X will fall"."""
    opener = clause.opener
    if opener is None or parse.tokens.lower[opener] != "that" or "M" not in parse.codes[opener:trigger]:
        return []
    at = next(
        (
            at
            for at in range(opener - 1, max(sentence.first - 1, opener - _FEARED), -1)
            if parse.tokens.lower[at] in _FEARS
        ),
        None,
    )
    if at is None:
        return []
    return [Hit(words=Stretch(first=at, stop=at + 1), status=Status.HYPOTHETICAL, scope=Scope.SENTENCE)]
