"""What the cue model looks at: each word with its neighbours, its place in the sentence and the quotations."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from events.grammar.clause import Stretch
from events.grammar.inflect import forms_of
from events.grammar.linear import Hashes, feature_rows, shifted
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
    hashed = [_lexical(word) for word in parse.tokens.lower]
    table = np.array(hashed, dtype=np.uint32).reshape(-1, 5)
    tag = np.frombuffer(parse.codes.encode("ascii"), dtype=np.uint8).astype(np.uint32)
    verb, noun, adjective = (np.isin(tag, np.frombuffer(codes, dtype=np.uint8)) for codes in (b"zvbeg", b"nN", b"a"))
    kind = np.where(verb, table[:, 2], np.where(noun, table[:, 3], np.where(adjective, table[:, 4], 0)))
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
        kind=kind.astype(np.uint32),
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
    left, right = _neighbours(columns, tag)
    words_left, words_right = _neighbours(columns, word)
    kinds_left, kinds_right = _neighbours(columns, kind)
    quotes_left, quotes_right = _neighbours(columns, quote)
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


def second_rows(rows: NDArray[np.intp], columns: Columns, guess: NDArray[np.float32]) -> NDArray[np.intp]:
    """Return `rows` with features that look at the first pass, whose chances of a cue are `guess`."""
    level = np.minimum(guess * 5, 4).astype(np.uint32)
    left, right = _neighbours(columns, level)
    tags_left, tags_right = _neighbours(columns, columns.tag)
    words_left, _ = _neighbours(columns, columns.word)
    before, after = _peaks(columns, guess)
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
    return np.concatenate([rows, feature_rows(BITS, parts, first=101)], axis=1)


def _neighbours(columns: Columns, values: Hashes) -> tuple[tuple[Hashes, Hashes], tuple[Hashes, Hashes]]:
    """Return the values one and two to the left, and one and two to the right, blank beyond the sentence."""
    shifts = [
        np.where(shifted(columns.sentence, by) == columns.sentence, shifted(values, by), np.uint32(0xFFFF))
        for by in (-1, -2, 1, 2)
    ]
    return (shifts[0], shifts[1]), (shifts[2], shifts[3])


def _so_far(columns: Columns) -> tuple[Hashes, Hashes, Hashes]:
    """Return, for each token, how many cue verbs and clause openers stand before it in its sentence, and its order."""
    verbs = (columns.kind > 0) & np.isin(columns.tag, np.frombuffer(b"zve", dtype=np.uint8))
    openers = np.isin(columns.tag, np.frombuffer(b"mw", dtype=np.uint8))
    return tuple(  # type: ignore[return-value]  # three of them
        np.minimum(_since_start(columns.sentence, flags), most).astype(np.uint32)
        for flags, most in ((verbs, 2), (openers, 2), (np.ones(len(verbs), dtype=bool), 6))
    )


def _since_start(sentence: Hashes, flags: NDArray[np.bool_]) -> NDArray[np.int64]:
    total = np.cumsum(flags)
    opens = np.flatnonzero(np.diff(sentence, prepend=np.uint32(0xFFFFFFFF)))
    base = np.concatenate([[0], total])[opens]
    lengths = np.diff(np.append(opens, len(sentence)))
    result: NDArray[np.int64] = total - flags - np.repeat(base, lengths)
    return result


def _peaks(columns: Columns, guess: NDArray[np.float32]) -> tuple[Hashes, Hashes]:
    """Return how sure the likeliest cue before, and after, each token of its sentence is, in five steps."""
    before = np.zeros(len(guess), dtype=np.uint32)
    after = np.zeros(len(guess), dtype=np.uint32)
    level = np.minimum(guess * 5, 4).astype(np.uint32)
    opens = np.flatnonzero(np.diff(columns.sentence, prepend=np.uint32(0xFFFFFFFF))).tolist()
    for first, stop in zip(opens, [*opens[1:], len(guess)], strict=True):
        part = level[first:stop]
        before[first + 1 : stop] = np.maximum.accumulate(part)[:-1]
        after[first : stop - 1] = np.maximum.accumulate(part[::-1])[::-1][1:]
    return before, after


@lru_cache(maxsize=65536)
def _lexical(lower: str) -> tuple[int, int, int, int, int]:
    lemma, verb, noun, adjective = _table().get(lower, (_stem(lower), 0, 0, 0))
    return (
        zlib.crc32(lower.encode("utf-8", "surrogatepass")),
        zlib.crc32(lemma.encode("utf-8", "surrogatepass"), 9),
        verb,
        noun,
        adjective,
    )


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
