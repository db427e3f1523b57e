"""What the cue model looks at: each word with its neighbours, its place in the sentence and the quotations."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from functools import cache, lru_cache
from struct import Struct

import numpy as np
from numpy.typing import NDArray

from events.grammar.clause import Stretch
from events.grammar.inflect import forms_of
from events.grammar.linear import Hashes, feature_rows
from events.grammar.parse import Parse
from texts.lexicon import rows_of

BITS = 17
"""The cue model's table has `2 ** BITS` rows."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Columns:
    """One number a token in each column, of shape `(tokens,)`."""

    word: Hashes
    lemma: Hashes
    kind: Hashes
    """the type of cue word that it may be, by part of speech; 0 for none"""
    tag: Hashes
    quote: Hashes
    """0 outside, 1 inside, 2 the first and 3 the last mark of a quotation"""
    sentence: Hashes
    """the number of the sentence, from 1; 0 for what is not looked at"""
    phrase: Hashes
    """the sort of noun phrase that it is in: with a name, a pronoun, an owner or a plain noun; 0 for none"""
    opens: Hashes
    """1 for the first token of a noun phrase"""

    def part(self, first: int, stop: int) -> Columns:
        """Return the columns of the tokens `[first, stop)`."""
        return Columns(**{it.name: getattr(self, it.name)[first:stop] for it in fields(self)})

    def where(self, mask: NDArray[np.bool_]) -> Columns:
        """Return the columns of the tokens that `mask`, of shape `(tokens,)`, is true for."""
        return Columns(**{it.name: getattr(self, it.name)[mask] for it in fields(self)})

    def within(self, sentences: tuple[Stretch, ...]) -> Columns:
        """Return the columns with other sentences and without quotations: what is looked at inside what is said."""
        return replace(self, quote=np.zeros_like(self.quote), sentence=_numbered(sentences, len(self.tag)))


def columns_of(parse: Parse, quotes: tuple[Stretch, ...]) -> Columns:
    """Return what each token is."""
    table = np.frombuffer(b"".join(map(_lexical, parse.tokens.lower)), dtype=np.uint32).reshape(-1, _LEXICAL.size // 4)
    tag = np.frombuffer(parse.codes.encode("ascii"), dtype=np.uint8).astype(np.uint32)
    kind = np.zeros(len(tag), dtype=np.uint32)
    for number, flags in ((2, _VERBS), (3, _NOUNS), (4, _ADJECTIVES)):
        np.copyto(kind, table[:, number], where=flags[tag])
    quote = np.zeros(len(tag), dtype=np.uint32)
    for part in quotes:
        quote[part.first : part.stop] = 1
        quote[part.first] = 2
        quote[part.stop - 1] = 3
    phrase, opens = np.zeros((2, len(tag)), dtype=np.uint32)
    for part in parse.phrases:
        letters = parse.codes[part.first : part.stop]
        phrase[part.first : part.stop] = 4 if "N" in letters else 3 if "p" in letters else 2 if "o" in letters else 1
        opens[part.first] = 1
    return Columns(
        word=np.ascontiguousarray(table[:, 0]),
        lemma=np.ascontiguousarray(table[:, 1]),
        kind=kind,
        tag=tag,
        quote=quote,
        sentence=_numbered(parse.sentences, len(tag)),
        phrase=phrase,
        opens=opens,
    )


def _numbered(sentences: tuple[Stretch, ...], size: int) -> Hashes:
    number = np.zeros(size, dtype=np.uint32)
    firsts = np.array([part.first for part in sentences], dtype=np.int64)
    stops = np.array([part.stop for part in sentences], dtype=np.int64)
    sizes = stops - firsts
    inside = np.arange(sizes.sum()) + np.repeat(firsts - np.concatenate([[0], np.cumsum(sizes)[:-1]]), sizes)
    number[inside.astype(np.int64)] = np.repeat(np.arange(1, len(sentences) + 1, dtype=np.uint32), sizes)
    return number


def first_rows(columns: Columns) -> NDArray[np.intp]:
    """Return the feature rows of the first pass, of shape `(tokens, features)`."""
    word, lemma, kind, tag, quote = columns.word, columns.lemma, columns.kind, columns.tag, columns.quote
    (left, right), (words_left, words_right), (kinds_left, kinds_right), (quotes_left, quotes_right) = _neighbours(
        columns.sentence, tag, word, kind, quote
    )
    earlier, depth, order = _so_far(columns)
    parts: list[tuple[Hashes, ...]] = [
        (word,),
        (lemma,),
        (lemma, tag),
        (kind, tag),
        (left[0], tag, right[0]),
        (left[1], left[0], tag),
        (tag, right[0], right[1]),
        (words_left[0],),
        (words_right[0],),
        (words_left[1],),
        (words_right[1],),
        (lemma, words_right[0]),
        (words_left[0], lemma),
        (lemma, right[0]),
        (left[0], lemma),
        (kind, right[0], words_right[0]),
        (kind, tag, left[0], right[0]),
        (kind, tag, left[0], left[1]),
        (kind, tag, right[0], right[1]),
        (kind, quote, quotes_left[0], quotes_right[0]),
        (kind, quotes_left[1], quotes_left[0], quotes_right[1]),
        (kinds_left[0], tag, kind),
        (kind, tag, kinds_right[0]),
        (kinds_left[1], kind, kinds_right[1]),
        (kind, tag, earlier),
        (kind, tag, depth, quote),
        (lemma, earlier),
        (kind, order),
        (tag, words_left[0], words_right[0]),
        (words_left[0], right[0]),
    ]
    return feature_rows(BITS, parts, first=1)


def second_rows(columns: Columns, guess: NDArray[np.float32]) -> NDArray[np.intp]:
    """Return the rows of the features that look at the first pass, whose chances of a cue are `guess`."""
    level = np.minimum(guess * 5, 4).astype(np.uint32)
    (left, right), (tags_left, tags_right), (words_left, _) = _neighbours(
        columns.sentence, level, columns.tag, columns.word
    )
    before, after = _peaks(columns.sentence, level)
    tag, lemma = columns.tag, columns.lemma
    parts: list[tuple[Hashes, ...]] = [
        (level,),
        (left[0], level, right[0]),
        (left[1], left[0], level),
        (level, right[0], right[1]),
        (level, tag),
        (level, lemma),
        (level, before),
        (level, after),
        (level, before, after),
        (left[0], tag, tags_left[0]),
        (left[0], words_left[0], tag),
        (right[0], tag, tags_right[0]),
        (left[0], columns.word),
        (right[0], columns.word),
        (level, before, tag, tags_left[0]),
        (level, columns.quote, before),
    ]
    return feature_rows(BITS, parts, first=101)


Two = tuple[Hashes, Hashes]


def _neighbours(sentence: Hashes, *columns: Hashes) -> tuple[tuple[Two, Two], ...]:
    """Return, for each column, the values one and two to the left and one and two to the right.

    They are blank beyond the sentence.
    """
    values, count = np.array(columns), len(sentence)
    found = []
    for by in (1, 2):
        early, late = slice(0, max(0, count - by)), slice(by, count)
        same = sentence[early] == sentence[late]
        left, right = np.full((2, *values.shape), 0xFFFF, dtype=np.uint32)
        np.copyto(left[:, late], values[:, early], where=same)
        np.copyto(right[:, early], values[:, late], where=same)
        found.append((left, right))
    (left, right), (left2, right2) = found
    return tuple(((left[at], left2[at]), (right[at], right2[at])) for at in range(len(columns)))


def _flags(codes: bytes) -> NDArray[np.bool_]:
    """Return which tags, by their letters' numbers, are among `codes`."""
    found = np.zeros(256, dtype=bool)
    found[np.frombuffer(codes, dtype=np.uint8)] = True
    return found


_TELLS, _OPENS = _flags(b"zve"), _flags(b"mw")
_VERBS, _NOUNS, _ADJECTIVES = _flags(b"zvbeg"), _flags(b"nN"), _flags(b"a")


def _so_far(columns: Columns) -> tuple[Hashes, Hashes, Hashes]:
    """Return, for each token, how many cue verbs and clause openers stand before it in its sentence, and its order."""
    flags = np.ones((3, len(columns.tag)), dtype=bool)
    flags[0] = (columns.kind > 0) & _TELLS[columns.tag]
    flags[1] = _OPENS[columns.tag]
    total = np.zeros((3, len(columns.tag) + 1), dtype=np.int64)
    np.cumsum(flags, axis=1, out=total[:, 1:])
    opens = np.flatnonzero(_starts(columns.sentence))
    base = np.repeat(total[:, opens], np.diff(opens, append=len(columns.tag)), axis=1)
    verbs, openers, order = np.minimum(total[:, :-1] - base, [[2], [2], [6]]).astype(np.uint32)
    return verbs, openers, order


def _starts(sentence: Hashes) -> NDArray[np.bool_]:
    """Return whether each token is the first of its sentence."""
    starts = np.ones(len(sentence), dtype=bool)
    np.not_equal(sentence[1:], sentence[:-1], out=starts[1:])
    return starts


_APART = 8
"""More than any level: what keeps the levels of sentences apart in one running maximum."""


def _peaks(sentence: Hashes, level: Hashes) -> tuple[Hashes, Hashes]:
    """Return the highest level before, and after, each token of its sentence; 0 where there is none."""
    before, after = np.zeros((2, len(level)), dtype=np.uint32)
    number = np.cumsum(_starts(sentence)) * _APART
    inside = number[1:] == number[:-1]
    so_far = (np.maximum.accumulate(number + level) - number)[:-1]
    back = number[-1:] - number
    to_come = (np.maximum.accumulate((back + level)[::-1])[::-1] - back)[1:]
    np.copyto(before[1:], so_far, where=inside, casting="unsafe")
    np.copyto(after[:-1], to_come, where=inside, casting="unsafe")
    return before, after


@lru_cache(maxsize=65536)
def _lexical(lower: str) -> bytes:
    """Return the hashes of a word and of its plain form, and its types as a verb, a noun and an adjective."""
    lemma, *types = _table().get(lower, (_stem(lower), 0, 0, 0))
    word = zlib.crc32(lower.encode("utf-8", "surrogatepass"))
    return _LEXICAL.pack(word, zlib.crc32(lemma.encode("utf-8", "surrogatepass"), 9), *types)


_LEXICAL = Struct("=5I")
"""What a word is as bytes, which are joined to a table faster than numbers."""


def _stem(word: str) -> str:
    for ending in ("ing", "ies", "ed", "es", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 3:
            return word[: -len(ending)]
    return word


@cache
def _table() -> Mapping[str, tuple[str, int, int, int]]:
    """Return, for each form of a cue word, its plain form and its types as verb, noun and adjective."""
    types = sorted({row[2] for row in rows_of("cue_words")})
    table: dict[str, tuple[str, int, int, int]] = {}
    for word, part, kind in rows_of("cue_words"):
        number = types.index(kind) + 1
        forms = forms_of(word) if part == "verb" else (word, word + "s") if part == "noun" else (word,)
        for form in forms:
            lemma, verb, noun, adjective = table.get(form, (word, 0, 0, 0))
            table[form] = (
                lemma,
                verb or (number if part == "verb" else 0),
                noun or (number + 20 if part == "noun" else 0),
                adjective or (number + 40 if part == "adjective" else 0),
            )
    return table
