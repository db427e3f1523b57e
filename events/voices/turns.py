"""Read by rule who speaks in an interview, where each turn opens with a name and a colon."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from events.grammar.clause import Stretch
from events.grammar.parse import Parse
from events.grammar.trim import trimmed
from events.voices.interviewee import interviewee_in
from events.voices.relation import Relation
from texts.lexicon import entries_of

_LONGEST_LABEL = 4
"""Words of a name at the head of a turn, at most."""
LONGEST_TURN = 800
"""Tokens of one turn, at most."""
_QUESTIONS = frozenset({"q", "question", "interviewer", "reporter", "journalist"})
NAMELESS = frozenset({"q", "a", "question", "answer"})
"""Labels that tell whose turn it is and name nobody."""
_ANSWERS = frozenset({"a", "answer"})
_LETTERS = frozenset({"Q", "A"})
_ENDS = frozenset({".", ")", "-", "–", "—"})
_MARKS = frozenset({"*", "_", "#", "-", "–", "—", "•"})
"""Marks around a label that make it bold or a point of a list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """The head of a turn: its sentence, and by tokens where it begins, where its colon and its words stand."""

    sentence: int
    first: int
    colon: int
    stop: int
    name: str


def turns_in(parse: Parse) -> tuple[Relation, ...]:
    r"""Return the turns of an interview with their speakers, in order; none where nobody asks.

    An answer without a name is told by whoever the head of the text says is asked, where it says so.

    >>> from events.grammar.parse import parse_of
    >>> text = "Osk: Were you there?\nMehmed: Yes. They came at dawn.\nOsk: And then?\nMehmed: We fled."
    >>> parse = parse_of(text)
    >>> [parse.span(one.source).of(text) for one in turns_in(parse)]
    ['Osk', 'Mehmed', 'Osk', 'Mehmed']
    """
    labels = _labels(parse)
    if len(labels) < 2:
        return ()
    times = Counter(label.name for label in labels)
    asked = Counter(label.name for at, label in enumerate(labels) if _asks(parse, labels, at))
    asking = {
        name
        for name in times
        if 2 * asked[name] > times[name] or (asked[name] > 1 and 2 * asked[name] == times[name]) or name in _QUESTIONS
    }
    if asking == set(times):
        most = max(asked[name] / times[name] for name in times)
        asking = {name for name in asking if asked[name] == most * times[name]}
    if not asking or asking == set(times) or max(times[name] for name in asking) < 2:
        return ()
    nameless = interviewee_in(parse, labels[0].first) if any(label.name in _ANSWERS for label in labels) else None
    found = []
    for at, label in enumerate(labels):
        source = Stretch(first=label.first, stop=label.colon)
        if label.name in NAMELESS:
            if label.name not in _ANSWERS or nameless is None:
                continue
            source = nameless
        elif times[label.name] < 2:
            continue
        last = _last(parse, labels, at)
        stop = min(parse.sentences[last - 1].stop, label.stop + LONGEST_TURN)
        content = trimmed(parse, Stretch(first=label.stop, stop=stop), ",:;.") if label.stop < stop else None
        if content is not None:
            cue = Stretch(first=label.colon, stop=label.colon + 1)
            found.append(Relation(cue=cue, source=source, content=(content,)))
    return tuple(found)


def _asks(parse: Parse, labels: list[Label], at: int) -> bool:
    """Whether a turn ends with a question, or is headed as one."""
    end = parse.sentences[_last(parse, labels, at) - 1].stop
    while end > labels[at].stop and parse.tokens.words[end - 1] in _MARKS:
        end -= 1
    return parse.tokens.words[end - 1] == "?" or labels[at].name in _QUESTIONS


def _last(parse: Parse, labels: list[Label], at: int) -> int:
    """Return the number of the sentence behind a turn: the next turn's first, or behind the last turn's line."""
    if at + 1 < len(labels):
        return labels[at + 1].sentence
    number = labels[at].sentence + 1
    while number < len(parse.sentences) and not _heads_line(parse, parse.sentences[number].first):
        number += 1
    return number


def _labels(parse: Parse) -> list[Label]:
    """Return the labels with which sentences at the heads of lines open."""
    tokens, found = parse.tokens, []
    for number, sentence in enumerate(parse.sentences):
        first = sentence.first
        if not _heads_line(parse, first):
            continue
        while first < sentence.stop - 1 and tokens.words[first] in _MARKS:
            first += 1
        most = min(first + _LONGEST_LABEL + 1, sentence.stop - 1)
        colon = next((at for at in range(first + 1, most) if tokens.words[at] == ":"), None)
        if colon is None and first + 1 < most and tokens.words[first] in _LETTERS and tokens.words[first + 1] in _ENDS:
            colon = first + 1
        if colon is None:
            continue
        words = tokens.words[first:colon]
        name = " ".join(tokens.lower[first:colon])
        titled = words[1:2] == (".",)  # "Dr. Amani"
        known = words[0].lower() in entries_of("label_words") and not titled and name not in NAMELESS | _QUESTIONS
        if known or not all(word[0].isupper() or word == "." for word in words):
            continue
        if name not in NAMELESS and set(parse.codes[first:colon]) - set("nNa.d"):
            continue
        stop = colon + 1
        while stop < sentence.stop and tokens.words[stop] in _MARKS:
            stop += 1
        found.append(Label(sentence=number, first=first, colon=colon, stop=stop, name=name))
    return found


def _heads_line(parse: Parse, position: int) -> bool:
    start = parse.tokens.starts[position]
    before = parse.tokens.ends[position - 1] if position else 0
    return position == 0 or "\n" in parse.text[before:start]
