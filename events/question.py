"""Read what questions, conditions and the words for what nobody knows make of a happening."""

from __future__ import annotations

from dataclasses import replace

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


_UNSURE = frozenset({"unclear", "unknown", "uncertain", "unsure", "unverified", "unconfirmed"})
_SURE = frozenset(
    {
        *("clear", "know", "known", "knew", "sure", "certain", "say", "said", "tell", "confirm", "verify", "establish"),
        *("established", "determine", "determined", "information", "word", "indication", "comment"),
    }
)
_NOT = frozenset({"not", "n't", "no", "never", "nobody", "cannot", "without", "unable", "refused", "declined"})
_BEFORE_WHETHER = 6
_TO_COME = frozenset({"will", "would", "could", "can", "should", "may", "might", "'ll"})


def left_open(parse: Parse, sentence: Stretch, hit: Hit, trigger: int) -> Hit | None:
    """Return a "whether" as one that leaves open if something has happened: "it was not clear whether they had left".

    None where it opens what may yet come, or is a condition.

    >>> from events.grammar.parse import parse_of
    >>> parse = parse_of("It was not known whether they had left Bor.")
    >>> whether = Hit(words=Stretch(first=4, stop=5), status=Status.HYPOTHETICAL, scope=Scope.OPENER)
    >>> left_open(parse, parse.sentences[0], whether, 7).status.value
    'unconfirmed'
    """
    lower, opener = parse.tokens.lower, hit.words.first
    if lower[opener] not in {"if", "whether"} or not _TO_COME.isdisjoint(lower[opener:trigger]):
        return None
    near = lower[max(sentence.first, opener - _BEFORE_WHETHER) : opener]
    if opener == sentence.first and lower[opener] == "whether":
        near = lower[trigger : sentence.stop]  # "whether they had left was not known"
    if _UNSURE.isdisjoint(near) and (_SURE.isdisjoint(near) or _NOT.isdisjoint(near)):
        return None
    return replace(hit, status=Status.UNCONFIRMED)


_TRUE = frozenset({"right", "true", "correct", "accurate", "confirmed", "verified", "believed", "genuine", "truthful"})


def depends_on_truth(parse: Parse, opener: int, stop: int) -> bool:
    """Whether a condition asks only whether what is told is so: "if the governor is right, …"."""
    comma = parse.codes.find(",", opener, stop)
    return opener + 1 < comma and parse.tokens.lower[comma - 1] in _TRUE


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


_DENY = frozenset({"deny", "denied", "denies", "denying"})
_CONFIRMING = frozenset({"confirm", "confirmed", "confirms", "confirming"})
_NEAR_DENYING = 6
"""Words before "deny" among which stand "confirm" and who would not."""


def undecided(parse: Parse, hits: list[Hit]) -> list[Hit]:
    """Return the cues without those of "would not confirm or deny", which says neither the one nor the other.

    >>> from events.grammar.parse import parse_of
    >>> parse = parse_of("The army would not confirm or deny that Bor fell.")
    >>> deny = Hit(words=Stretch(first=6, stop=7), status=Status.DENIED, scope=Scope.GOVERNOR)
    >>> [parse.span(hit.words).of(parse.text) for hit in undecided(parse, [deny])]
    ['confirm or deny']
    """
    lower = parse.tokens.lower
    at = next((hit.words.first for hit in hits if hit.scope is Scope.GOVERNOR and lower[hit.words.first] in _DENY), 0)
    if lower[at - 1 : at] not in {("or",), ("nor",)} or lower[at - 2] not in _CONFIRMING:
        return hits
    either = Hit(words=Stretch(first=at - 2, stop=at + 1), status=Status.UNCONFIRMED, scope=Scope.SENTENCE)
    return [either, *(hit for hit in hits if not at - _NEAR_DENYING < hit.words.first <= at)]
