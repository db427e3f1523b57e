"""Tell whether an attempt to do something is said to have failed."""

from __future__ import annotations

from events.claim import Status
from events.grammar.clause import Stretch
from events.grammar.parse import Parse
from events.status_cue import Hit, Scope
from texts.lexicon import rows_of

_BEFORE = 9
"""Tokens before a word within which the attempt to do what it names stands."""
_BEHIND = 30
"""Tokens behind it within which the attempt is said to have failed."""
_WORDS = {row[0]: row[1] for row in rows_of("attempt_words")}


def failed_attempt(parse: Parse, sentence: Stretch, trigger: int) -> Hit | None:
    """Return the words that say that an attempt to do what stands at `trigger` failed, or None.

    >>> from events.grammar.parse import parse_of
    >>> parse = parse_of("The attempt to enter Bor failed.")
    >>> parse.span(failed_attempt(parse, parse.sentences[0], 3).words).of(parse.text)
    'failed'
    """
    tried = _attempt_before(parse, sentence, trigger)
    if tried is None:
        return None
    before = range(max(sentence.first, tried - 4), tried)
    found = next((at for at in before if _WORDS.get(parse.tokens.lower[at]) == "vain"), None)
    if found is None:
        found = _failing(parse, sentence, trigger, wanted=_WORDS[parse.tokens.lower[tried]] == "want")
    if found is None:
        return None
    return Hit(words=Stretch(first=found, stop=found + 1), status=Status.DENIED, scope=Scope.VERDICT)


def _attempt_before(parse: Parse, sentence: Stretch, trigger: int) -> int | None:
    """Return the word for an attempt, or a wish, that the infinitive or -ing form at `trigger` hangs on."""
    lower, codes = parse.tokens.lower, parse.codes
    hangs = any(lower[at] in {"to", "at"} for at in range(max(sentence.first, trigger - 2), trigger))
    if not hangs:
        return None
    for at in range(trigger - 1, max(sentence.first - 1, trigger - _BEFORE), -1):
        if _WORDS.get(lower[at]) in {"try", "want"}:
            return at
        if codes[at] in "zvxM.:":
            return None
    return None


def _failing(parse: Parse, sentence: Stretch, trigger: int, *, wanted: bool) -> int | None:
    """Return where the failing is told: of an attempt by its verb or by "but", of a wish by "but … could not"."""
    lower, codes = parse.tokens.lower, parse.codes
    contrast = False
    for at in range(trigger + 1, min(sentence.stop, trigger + _BEHIND)):
        if codes[at] in "m:w" or lower[at] in {"who", "which", "after", "because", "when"}:
            return None
        contrast = contrast or lower[at] in {"but", "yet", "only", "and", "though"}
        word = _WORDS.get(lower[at])
        negated = (
            lower[at] in {"not", "n't"} and at > 0 and lower[at - 1] in {"could", "did", "can", "ca", "was", "were"}
        )
        if contrast and (negated or lower[at] == "unable"):
            return at
        if wanted and not contrast:
            continue
        ends = at + 1 == sentence.stop or codes[at + 1] in ",.:ci"
        if word in {"fail", "vain"} or (word == "back" and (codes[at] == "e" or (codes[at] == "v" and ends))):
            return at
    return None
