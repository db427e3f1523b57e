"""The shallow grammar of a text: words, tags, sentences, noun phrases, verb groups and clauses."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from events.grammar.clause import Clause, Stretch, clauses_in, codes_of, noun_phrases, verb_groups
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
    sentences: tuple[Stretch, ...]
    phrases: tuple[Stretch, ...]
    """simple noun phrases, in order"""
    groups: tuple[Stretch, ...]
    """verb groups, in order"""
    clauses: tuple[Clause, ...]
    """clauses, in order; together they cover the sentences"""

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
    codes = codes_of(tags)
    groups = _cut(verb_groups(codes), stretches)
    return Parse(
        text=text,
        tokens=tokens,
        tags=tags,
        codes=codes,
        sentences=stretches,
        phrases=_cut(noun_phrases(codes), stretches),
        groups=groups,
        clauses=clauses_in(codes, stretches, groups),
    )


def _cut(runs: tuple[Stretch, ...], sentences: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    """Return the runs, those that reach over the end of a sentence cut in two: tags alone do not see a line's end."""
    made: list[Stretch] = []
    starts = iter(sentence.first for sentence in sentences)
    start = next(starts, None)
    for run in runs:
        while start is not None and start <= run.first:
            start = next(starts, None)
        first = run.first
        while start is not None and start < run.stop:
            made.append(run.to(first, start))
            first, start = start, next(starts, None)
        made.append(run.to(first, run.stop))
    return tuple(made)
