"""Read by rule who speaks in an interview, where each turn opens with a name and a colon."""

from __future__ import annotations

from collections import Counter

from events.grammar.clause import Stretch
from events.grammar.parse import Parse
from events.grammar.trim import trimmed
from events.voices.relation import Relation
from texts.lexicon import entries_of

_LONGEST_LABEL = 4
"""Words of a name at the head of a turn, at most."""
LONGEST_TURN = 800
"""Tokens of one turn, at most."""
_QUESTIONS = frozenset({"q", "question", "interviewer", "reporter", "journalist"})
NAMELESS = frozenset({"q", "a", "question", "answer"})
"""Labels that tell whose turn it is and name nobody."""


def turns_in(parse: Parse) -> tuple[Relation, ...]:
    r"""Return the turns of an interview with their speakers, in order; none where nobody asks.

    >>> from events.grammar.parse import parse_of
    >>> text = "Osk: Were you there?\nMehmed: Yes. They came at dawn.\nOsk: And then?\nMehmed: We fled."
    >>> parse = parse_of(text)
    >>> [parse.span(one.source).of(text) for one in turns_in(parse)]
    ['Osk', 'Mehmed', 'Osk', 'Mehmed']
    """
    labels = _labels(parse)
    if len(labels) < 2:
        return ()
    names = [" ".join(parse.tokens.lower[first:colon]) for _, first, colon in labels]
    times = Counter(names)
    silent = {name for at, name in enumerate(names) if not _asks(parse, labels, at)}
    if not any(name not in silent and times[name] > 1 for name in names) or not silent:
        return ()
    found = []
    for at, (_, first, colon) in enumerate(labels):
        if times[names[at]] < 2 or names[at] in NAMELESS:
            continue
        last = _last(parse, labels, at)
        stop = min(parse.sentences[last - 1].stop, colon + 1 + LONGEST_TURN)
        content = trimmed(parse, Stretch(first=colon + 1, stop=stop), ",:;.")
        if content is not None:
            source = Stretch(first=first, stop=colon)
            found.append(Relation(cue=Stretch(first=colon, stop=colon + 1), source=source, content=(content,)))
    return tuple(found)


def _asks(parse: Parse, labels: list[tuple[int, int, int]], at: int) -> bool:
    """Whether a turn ends with a question, or is headed as one."""
    _, first, colon = labels[at]
    end = parse.sentences[_last(parse, labels, at) - 1].stop
    return parse.tokens.words[end - 1] == "?" or " ".join(parse.tokens.lower[first:colon]) in _QUESTIONS


def _last(parse: Parse, labels: list[tuple[int, int, int]], at: int) -> int:
    """Return the number of the sentence behind a turn: the next turn's first, or behind the last turn's line."""
    if at + 1 < len(labels):
        return labels[at + 1][0]
    number = labels[at][0] + 1
    while number < len(parse.sentences) and not _heads_line(parse, parse.sentences[number].first):
        number += 1
    return number


def _labels(parse: Parse) -> list[tuple[int, int, int]]:
    """Return the number of each sentence that opens with a label, and where the label begins and its colon stands."""
    tokens, found = parse.tokens, []
    for number, sentence in enumerate(parse.sentences):
        first = sentence.first
        most = min(first + _LONGEST_LABEL + 1, sentence.stop - 1)
        colon = next((at for at in range(first + 1, most) if tokens.words[at] == ":"), None)
        if colon is None or not _heads_line(parse, first):
            continue
        words = tokens.words[first:colon]
        known = words[0].lower() in entries_of("label_words")
        if not known and all(word[0].isupper() for word in words) and not set(parse.codes[first:colon]) - set("nNa.d"):
            found.append((number, first, colon))
    return found


def _heads_line(parse: Parse, position: int) -> bool:
    start = parse.tokens.starts[position]
    before = parse.tokens.ends[position - 1] if position else 0
    return position == 0 or "\n" in parse.text[before:start]
