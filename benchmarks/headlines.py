"""Make headlines of the tagged sentences that `benchmarks.train_tags` learns from.

A tagger that has seen running text alone takes "Seize" in "Rebels Seize Airport" for a name. Articles and helping
verbs go, past forms become present ones, and long words get capitals; the tags stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from events.grammar.headline import headlines_in
from events.grammar.inflect import forms_of
from events.grammar.token import Tokens

LONGEST = 18
"""Words of a sentence that becomes a headline."""
SHORTEST = 4
_LEFT_OUT = frozenset({"DT", "PRP$"})
_HELPING = frozenset({"is", "are", "was", "were", "has", "have", "had", "been"})
_SMALL = frozenset({"IN", "TO", "CC"})
_LONG = 3
"""Letters of a preposition that has no capital in a headline."""
_LOUD = 6
"""Every sixth headline is in capitals throughout."""


def past_forms(records: Iterable[dict[str, Any]]) -> dict[str, str]:
    """Return the plain form of each past form of the verbs that occur in tagged texts."""
    verbs = {
        word.lower()
        for record in records
        for word, penn in zip(record["words"], record["penn"], strict=True)
        if penn == "VB" and word.isalpha() and len(word) > 1
    }
    return {forms_of(verb)[2]: verb for verb in sorted(verbs - _HELPING)}


def without_headlines(record: dict[str, Any]) -> dict[str, Any]:
    """Return a tagged text without its own headlines, of which the large tagger makes names too."""
    tokens = tokens_of(record["words"])
    opens = frozenset(position for position, flag in enumerate(record["opens"]) if flag)
    out = {position for first, stop in headlines_in(tokens, opens) for position in range(first, stop)}
    kept = [position for position in range(len(tokens)) if position not in out]
    return {name: [record[name][position] for position in kept] for name in ("words", "penn", "roles", "opens")}


def tokens_of(words: list[str]) -> Tokens:
    """Return words as tokens without places in a text."""
    blank = tuple(range(len(words)))
    return Tokens(starts=blank, ends=blank, words=tuple(words), lower=tuple(word.lower() for word in words))


def as_headlines(record: dict[str, Any], plain: dict[str, str]) -> dict[str, Any]:
    """Return a tagged text with its short sentences alone, worded and written as headlines."""
    made: dict[str, list[Any]] = {name: [] for name in ("words", "penn", "roles", "opens")}
    for number, sentence in enumerate(_sentences(record)):
        kept = list(_kept(sentence, plain))
        if not SHORTEST <= len(kept) <= LONGEST:
            continue
        for position, (word, penn, role) in enumerate(kept):
            small = penn in _SMALL and len(word) <= _LONG and position > 0
            made["words"].append(word.upper() if number % _LOUD == 0 else word if small else word[0].upper() + word[1:])
            made["penn"].append(penn)
            made["roles"].append(role)
            made["opens"].append(position == 0)
    return made


_Token = tuple[str, str, str]


def _sentences(record: dict[str, Any]) -> Iterator[list[_Token]]:
    sentence: list[_Token] = []
    for word, penn, role, opens in zip(record["words"], record["penn"], record["roles"], record["opens"], strict=True):
        if opens and sentence:
            yield sentence
            sentence = []
        sentence.append((word, penn, role))
    if sentence:
        yield sentence


def _kept(sentence: list[_Token], plain: dict[str, str]) -> Iterator[_Token]:
    """Yield the words of a sentence that its headline keeps."""
    before = ""
    for position, (word, penn, role) in enumerate(sentence):
        helps = role in {"aux", "auxpass"} and word.lower() in _HELPING
        ends = position == len(sentence) - 1 and penn == "."
        if penn in _LEFT_OUT or helps or ends:
            continue
        if penn == "VBD" and word.lower() in plain:
            several = before.endswith("S")
            yield forms_of(plain[word.lower()])[not several], "VBP" if several else "VBZ", role
        else:
            yield word, penn, role
        before = penn
