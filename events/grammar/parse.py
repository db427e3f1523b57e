"""The shallow grammar of a text: words, tags, sentences, noun phrases, verb groups and clauses."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from events.grammar.clause import Clause, Stretch, clauses_in, codes_of, noun_phrases, verb_groups
from events.grammar.stem import stem_of
from events.grammar.tag import Tag, tags_of
from events.grammar.token import Tokens, tokens_in
from texts.sentence import sentences_in
from texts.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Parse:
    """What is known of a text's grammar; positions count tokens, `Stretch` and `Clause` hold positions."""

    text: str
    tokens: Tokens
    tags: tuple[Tag, ...]
    codes: str
    """one letter a tag, as `events.grammar.clause.CODES` has them"""
    stems: tuple[str, ...]
    """what the forms of each word have in common, by `events.grammar.stem.stem_of`"""
    sentences: tuple[Stretch, ...]
    phrases: tuple[Stretch, ...]
    """simple noun phrases, in order"""
    groups: tuple[Stretch, ...]
    """verb groups, in order"""
    clauses: tuple[Clause, ...]
    """clauses, in order; together they cover the sentences"""
    sentence_firsts: tuple[int, ...] = field(init=False, repr=False)
    """where the sentences begin, in order; likewise of the others below"""
    phrase_firsts: tuple[int, ...] = field(init=False, repr=False)
    group_firsts: tuple[int, ...] = field(init=False, repr=False)
    clause_firsts: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        # set around the freeze: they follow from what stands above, in a copy with other sentences, too
        object.__setattr__(self, "sentence_firsts", _firsts(self.sentences))
        object.__setattr__(self, "phrase_firsts", _firsts(self.phrases))
        object.__setattr__(self, "group_firsts", _firsts(self.groups))
        object.__setattr__(self, "clause_firsts", _firsts(self.clauses))

    def sentence_at(self, position: int) -> Stretch:
        """Return the sentence that holds `position`, the first one for what stands before it."""
        return self.sentences[max(0, bisect_right(self.sentence_firsts, position) - 1)]

    def clause_at(self, position: int) -> Clause:
        """Return the clause that holds `position`, the first one for what stands before it."""
        return self.clauses[self.clause_number(position)]

    def clause_number(self, position: int) -> int:
        """Return which clause holds `position`, the first one for what stands before it."""
        return max(0, bisect_right(self.clause_firsts, position) - 1)

    def phrase_at(self, position: int) -> Stretch | None:
        """Return the last noun phrase that begins at or before `position`; it may end before it, too.

        >>> parse = parse_of("The army had left.")
        >>> [parse.phrase_at(position) for position in (0, 2)]
        [Stretch(first=0, stop=2), Stretch(first=0, stop=2)]
        >>> parse.phrase_at(-1) is None
        True
        """
        number = self.phrase_number(position)
        return self.phrases[number] if number >= 0 else None

    def phrase_number(self, position: int) -> int:
        """Return which noun phrase is the last that begins at or before `position`, -1 if none does."""
        return bisect_right(self.phrase_firsts, position) - 1

    def group_at(self, position: int) -> Stretch | None:
        """Return the last verb group that begins at or before `position`; it may end before it, too."""
        number = bisect_right(self.group_firsts, position) - 1
        return self.groups[number] if number >= 0 else None

    def group_after(self, position: int) -> Stretch | None:
        """Return the first verb group that begins behind `position`."""
        number = bisect_right(self.group_firsts, position)
        return self.groups[number] if number < len(self.groups) else None

    def span(self, stretch: Stretch | Clause) -> Span:
        """Return where a stretch stands in the text."""
        return self.tokens.span(stretch.first, stretch.stop)


def parse_of(text: str, sentences: tuple[Span, ...] | None = None) -> Parse:
    """Return the shallow grammar of `text`; the last few answers are kept, so that each stage may ask again.

    >>> parse = parse_of("Rebels said that the army had left Kirkuk.")
    >>> [parse.span(phrase).of(parse.text) for phrase in parse.phrases]
    ['Rebels', 'the army', 'Kirkuk']
    >>> [parse.span(group).of(parse.text) for group in parse.groups]
    ['said', 'had left']
    >>> [parse.span(clause).of(parse.text) for clause in parse.clauses]
    ['Rebels said', 'that the army had left Kirkuk.']
    >>> parse_of("").clauses
    ()
    """
    return _parse(text, sentences)


@lru_cache(maxsize=4)
def _parse(text: str, sentences: tuple[Span, ...] | None) -> Parse:
    tokens = tokens_in(text)
    ranges = [tokens.inside(span) for span in (sentences_in(text) if sentences is None else sentences)]
    stretches = tuple(Stretch(first=part.start, stop=part.stop) for part in ranges if part)
    tags = tags_of(tokens, frozenset(stretch.first for stretch in stretches))
    untagged = Parse(
        text=text,
        tokens=tokens,
        tags=(),
        codes="",
        stems=tuple(map(stem_of, tokens.lower)),
        sentences=stretches,
        phrases=(),
        groups=(),
        clauses=(),
    )
    return retagged(untagged, tags)


def retagged(parse: Parse, tags: tuple[Tag, ...]) -> Parse:
    """Return the grammar of the same words with these tags, and with all that follows from tags."""
    codes = codes_of(tags)
    groups = _cut(verb_groups(codes), parse.sentences)
    return replace(
        parse,
        tags=tags,
        codes=codes,
        phrases=_cut(noun_phrases(codes), parse.sentences),
        groups=groups,
        clauses=clauses_in(codes, parse.sentences, groups),
    )


def _firsts(stretches: Sequence[Stretch | Clause]) -> tuple[int, ...]:
    return tuple([stretch.first for stretch in stretches])


def _cut(runs: tuple[Stretch, ...], sentences: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    """Return the runs, those that reach over the end of a sentence cut in two: tags alone do not see a line's end."""
    made: list[Stretch] = []
    firsts = _firsts(runs)
    done = 0
    for sentence in sentences:
        at = bisect_left(firsts, sentence.first) - 1
        if at < 0 or runs[at].stop <= sentence.first:
            continue
        made += runs[done:at]
        # the rest of the run may reach over the next sentence's beginning, too
        left = made.pop() if at < done else runs[at]
        made += (left.to(left.first, sentence.first), left.to(sentence.first, left.stop))
        done = at + 1
    made += runs[done:]
    return tuple(made)
