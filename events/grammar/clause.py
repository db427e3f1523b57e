"""Find noun phrases, verb groups and clauses in tagged words, by patterns over the tags."""

from __future__ import annotations

import re
from dataclasses import dataclass

from events.grammar.tag import Tag

CODES: dict[Tag, str] = {
    Tag.NOUN: "n", Tag.NAME: "N", Tag.PRONOUN: "p", Tag.OWN: "o", Tag.DETERMINER: "d", Tag.ADJECTIVE: "a",
    Tag.NUMBER: "9", Tag.ADVERB: "r", Tag.PREPOSITION: "i", Tag.MARK: "m", Tag.TO: "t", Tag.CONJUNCTION: "c",
    Tag.MODAL: "M", Tag.AUXILIARY: "x", Tag.BASE: "b", Tag.PRESENT: "z", Tag.PAST: "v", Tag.PARTICIPLE: "e",
    Tag.GERUND: "g", Tag.PARTICLE: "f", Tag.WH: "w", Tag.GENITIVE: "s", Tag.COMMA: ",", Tag.STOP: ".",
    Tag.COLON: ":", Tag.QUOTE: '"', Tag.BRACKET: "(", Tag.OTHER: "?",
}  # fmt: skip
"""One letter a tag, so that patterns over tags are regular expressions."""

_PHRASE = re.compile(r"p|[do9anN][o9anNegr]*s?(?:(?<=s)[9anNegr]+s?){0,4}")
_PHRASE_END = frozenset("nN9pd")
_GROUP = re.compile(r"Mr{0,2}(?:xr{0,2}){0,3}[zvbeg]?|(?:xr{0,2}){1,3}[zvbeg]?|[zvbeg]|tr?x{0,2}[be]")
FINITE_CODES = frozenset("zvMx")
"""Letters of verbs that have a tense, or of what gives them one."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Stretch:
    """A run of tokens `[first, stop)`."""

    first: int
    stop: int

    def __init__(self, *, first: int, stop: int) -> None:
        # the slots are set directly: a long text makes very many runs, and the way of dataclasses takes twice as long
        _set_first(self, first)
        _set_stop(self, stop)

    def __len__(self) -> int:
        return self.stop - self.first

    def to(self, first: int, stop: int) -> Stretch:
        """Return the run with these ends, which is the same one where they are its own."""
        return self if first == self.first and stop == self.stop else Stretch(first=first, stop=stop)


_set_first, _set_stop = (vars(Stretch)[name].__set__ for name in ("first", "stop"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A run of tokens with at most one verb that has a tense, and the word that opens it."""

    first: int
    stop: int
    opener: int | None = None
    """the position of "that", "who", "if", "after", "and" …, where one opens it"""
    verbs: Stretch | None = None
    """its verb group, auxiliaries included: "had not been seen", "to enter" """

    def __len__(self) -> int:
        return self.stop - self.first


def codes_of(tags: tuple[Tag, ...]) -> str:
    """Return one letter for each tag.

    >>> codes_of((Tag.DETERMINER, Tag.NOUN, Tag.PAST))
    'dnv'
    """
    return "".join([CODES[tag] for tag in tags])


def noun_phrases(codes: str) -> tuple[Stretch, ...]:
    """Return the simple noun phrases, without what hangs on them by "of", "in" or "who".

    >>> [(phrase.first, phrase.stop) for phrase in noun_phrases("dnvNsnn.")]
    [(0, 2), (3, 7)]
    >>> noun_phrases("")
    ()
    """
    found: list[Stretch] = []
    for match in _PHRASE.finditer(codes):
        stop = match.end()
        while stop > match.start() and codes[stop - 1] not in _PHRASE_END:
            stop -= 1
        if stop > match.start():
            found.append(Stretch(first=match.start(), stop=stop))
    return tuple(found)


def verb_groups(codes: str) -> tuple[Stretch, ...]:
    """Return the verb groups: a full verb with the modals and auxiliaries before it, or "to" with its verb.

    >>> [(group.first, group.stop) for group in verb_groups("nMxeinttb.")]
    [(1, 4), (7, 9)]
    """
    return tuple(Stretch(first=match.start(), stop=match.end()) for match in _GROUP.finditer(codes))


def clauses_in(
    codes: str, sentences: tuple[Stretch, ...], groups: tuple[Stretch, ...] | None = None
) -> tuple[Clause, ...]:
    """Return the clauses of each sentence, in order; together they cover the sentences.

    A clause begins at a sentence's start, at a word that opens clauses, at a colon, semicolon, dash or bracket, and
    at a comma or conjunction between two verbs that have a tense. `groups` are the verb groups where they are known.

    >>> codes = "nvmnvcv."
    >>> [(clause.first, clause.stop, clause.opener) for clause in clauses_in(codes, (Stretch(first=0, stop=8),))]
    [(0, 2, None), (2, 5, 2), (5, 8, 5)]
    """
    groups = verb_groups(codes) if groups is None else groups
    clauses: list[Clause] = []
    first_of = {group.first: group for group in groups}
    for sentence in sentences:
        first, opener, verbs = sentence.first, None, None
        soft: int | None = None
        tensed = _of_headline(codes[sentence.first : sentence.stop])
        for position in range(sentence.first, sentence.stop):
            code = codes[position]
            cut = code in "mw:;(" and position > first
            if code == "," or (code == "c" and soft != position - 1):
                soft = position
            group = first_of.get(position)
            if group is not None:
                if codes[position] in tensed and verbs is not None and soft is not None and soft > verbs.first:
                    clauses.append(Clause(first=first, stop=soft, opener=opener, verbs=verbs))
                    first, verbs = soft, None
                    opener = soft if codes[soft] == "c" else soft + 1 if codes[soft + 1] == "c" else None
                    soft = None
                if verbs is None or (codes[verbs.first] not in tensed and codes[position] in tensed):
                    verbs = group
            if cut:
                clauses.append(Clause(first=first, stop=position, opener=opener, verbs=verbs))
                first, opener, verbs, soft = position, position if code in "mw" else None, None, None
        clauses.append(Clause(first=first, stop=sentence.stop, opener=opener, verbs=verbs))
    return tuple(clauses)


def _of_headline(codes: str) -> frozenset[str]:
    """Return the letters of verbs that carry a clause of a sentence: in a headline participles, too, do so.

    "Curfew imposed in X, bus hit in Y" has two clauses; "They reached X, a town held by rebels." is no headline.
    """
    return _HEADLINE_CODES if is_clipped(codes) else FINITE_CODES


def is_clipped(codes: str) -> bool:
    """Whether a sentence is a headline of several clauses: without articles and a stop, with a participle for a verb.

    >>> is_clipped(codes="nvN,neiN"), is_clipped(codes="nvN,dneiN.")
    (True, False)
    """
    return "d" not in codes and codes[-1:] != "." and _SECOND.search(codes) is not None


_SECOND = re.compile(r"[,c][naN9]+[ev]")
_HEADLINE_CODES = FINITE_CODES | {"e"}
