"""Read what questions, conditions and the words for what nobody knows make of a happening."""

from __future__ import annotations

from events.claim import Status
from events.grammar.clause import Clause, Stretch
from events.grammar.parse import Parse
from events.status_cue import Hit, Scope


def question(parse: Parse, sentence: Stretch, clause: Clause) -> list[Hit]:
    """Return the mark of a question that asks whether; one that asks how or why takes the thing for granted.

    So does one whose question word stands in a clause behind the trigger's: "they met, and what became of it?"
    """
    last = sentence.stop - 1
    while last > sentence.first and parse.codes[last] == '"':
        last -= 1
    if parse.tokens.words[last] != "?":
        return []
    opening = [at for at in range(_behind_address(parse, sentence), last) if parse.codes[at] not in '",:'][:2]
    if any(parse.codes[at] == "w" for at in opening):
        return []
    if any(parse.codes[at] == "w" and parse.codes[at - 1] in ",c:" for at in range(clause.stop, last)):
        return []
    if clause.opener is not None and clause.opener > opening[0] and parse.tokens.lower[clause.opener] in _TAKEN:
        return []
    if asks_around(parse, sentence):
        return [Hit(words=Stretch(first=last, stop=last + 1), status=Status.UNCONFIRMED, scope=Scope.SENTENCE)]
    return [Hit(words=Stretch(first=last, stop=last + 1), status=Status.HYPOTHETICAL, scope=Scope.SENTENCE)]


def _behind_address(parse: Parse, sentence: Stretch) -> int:
    """Return where a question begins behind its label and whom it is put to: "Q: General, how do you …"."""
    first = sentence.first
    for marks, most in ((":", 3), (",", 4)):
        end = next((at for at in range(first, min(first + most, sentence.stop)) if parse.codes[at] in marks), None)
        if end is not None and not any(code in "zvxMbw" for code in parse.codes[first:end]):
            first = end + 1
    return first


_TAKEN = frozenset({"when", "after", "before", "since", "while", "where", "because"})
"""Words that open a clause which a question takes for granted: "were you there when it fell?"."""
_ANYBODY = frozenset({"anyone", "anybody", "any", "someone", "somebody", "else", "folks", "guys"})
_CONFIRM = frozenset({"confirm", "verify", "corroborate", "confirmation", "confirmed", "verified", "hearing", "heard"})


def asks_around(parse: Parse, sentence: Stretch) -> bool:
    """Whether a question asks whoever reads it to confirm what its writer heard: "can anybody confirm it?"."""
    words = parse.tokens.lower[sentence.first : sentence.stop]
    return not _ANYBODY.isdisjoint(words) and not _CONFIRM.isdisjoint(words)


_ASKED = frozenset({"who", "what", "which"})
_IGNORANT = (
    ("not", "know"), ("n't", "know"), ("not", "known"), ("nobody", "knows"), ("no", "one", "knows"), ("unknown",),
    ("not", "clear"), ("unclear",), ("nobody", "will", "say"), ("no", "one", "will", "say"),
    ("remains", "to", "be", "seen"),
    ("nobody", "can", "tell"), ("no", "one", "can", "tell"), ("not", "say"), ("n't", "say"), ("not", "certain"),
)  # fmt: skip
"""Words that say that the answer to what they stand beside is not known."""
_NEAR_QUESTION = 6


def not_known(parse: Parse, sentence: Stretch, clause: Clause) -> list[Hit]:
    """Return the words that say that nobody knows who, what or how many."""
    lower, opener = parse.tokens.lower, clause.opener
    first = clause.first if opener is None else opener
    if lower[first] not in _ASKED and lower[first : first + 2] not in {("how", "many"), ("how", "much")}:
        return []
    for at in range(max(sentence.first, first - _NEAR_QUESTION), min(sentence.stop, clause.stop + _NEAR_QUESTION)):
        words = next((words for words in _IGNORANT if lower[at : at + len(words)] == words), None)
        if words is not None and not (first < at < first + 2):
            return [
                Hit(words=Stretch(first=at, stop=at + len(words)), status=Status.HYPOTHETICAL, scope=Scope.SENTENCE)
            ]
    return []


def should_it(parse: Parse, sentence: Stretch, trigger: int) -> list[Hit]:
    """Return the mark of a condition without "if" behind what hangs on it: "will act should Goma be attacked"."""
    lower, codes = parse.tokens.lower, parse.codes
    for at in range(trigger - 1, max(sentence.first, trigger - _NEAR_SHOULD), -1):
        if codes[at] in ",;:.":
            break
        if lower[at] == "should" and codes[at + 1] in "nNdop9" and codes[at - 1] not in "wm":
            return [Hit(words=Stretch(first=at, stop=at + 1), status=Status.HYPOTHETICAL, scope=Scope.SENTENCE)]
    return []


_NEAR_SHOULD = 9
"""How many words may lie between "should" and the verb behind its subject."""


def inverted(parse: Parse, sentence: Stretch) -> list[Hit]:
    """Return the verb that opens a condition without "if": "Should they enter …", "Were they to leave …"."""
    first = sentence.first
    if sentence.stop - first < 3 or parse.codes[first + 1] not in "dnNpo":
        return []
    if parse.tokens.lower[first] not in {"should", "were", "had"}:
        return []
    if parse.tokens.words[sentence.stop - 1] == "?" and "," not in parse.codes[first : sentence.stop]:
        return []  # "Were you there when X fell?"
    return [Hit(words=Stretch(first=first, stop=first + 1), status=Status.HYPOTHETICAL, scope=Scope.OPENER)]
