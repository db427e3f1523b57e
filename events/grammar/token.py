"""Cut a text into words and marks, each with where it stands."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache

from texts.span import Span

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S., a.m.
    r"|[$€£]?\d+(?:[.,:/]\d+)*(?:[^\W\d_]+|%)?(?:-[^\W_]+)*"  # 11,000, 7.5, 12th, $30m, 300-mile
    r"|[^\W_]+(?:[\u0300-\u036f\u064b-\u0652\u200c]+[^\W_]*)*"  # a word, with its vowel marks and joiners
    r"(?:[-‐‑'’ʼ&](?=[^\W_])[^\W_]+(?:[\u0300-\u036f\u064b-\u0652\u200c]+[^\W_]*)*)*"  # al-Sham, O'Brien
    r"(?:\.(?=(?:com|net|org|gov|ru|az|news|uk|cr|ir)\b)[a-z]+)*"  # gazeta.ru
    r"|\.{2,}|-{2,}|[^\w\s]|_+"
)
_BARE = frozenset(
    {
        "dont", "doesnt", "didnt", "isnt", "arent", "wasnt", "werent", "hasnt", "havent", "hadnt", "cant", "wont",
        "wouldnt", "couldnt", "shouldnt", "mustnt", "neednt", "aint",
    }
)  # fmt: skip
"""Negations as posts write them, without an apostrophe."""
_CLITIC = re.compile(r"(?:['’ʼ](?:s|S|re|ve|ll|d|m)|n['’ʼ]t|N['’ʼ]T)\Z")


_LOWER = {"nt": "n't", "NT": "n't"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """The words and marks of a text, in order; position `i` of each tuple belongs to the same one."""

    starts: tuple[int, ...]
    """offsets of the first characters"""
    ends: tuple[int, ...]
    """offsets behind the last characters"""
    words: tuple[str, ...]
    """what stands there, verbatim"""
    lower: tuple[str, ...]
    """the same in lower case, with straight apostrophes"""

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, stop: int) -> Span:
        """Return where the tokens `[first, stop)` stand; there must be at least one."""
        return Span(start=self.starts[first], end=self.ends[stop - 1])

    def inside(self, span: Span) -> range:
        """Return the positions of the tokens that share a character with `span`.

        >>> tokens = tokens_in("Tikrit fell again.")
        >>> [tokens.words[i] for i in tokens.inside(Span(start=7, end=11))]
        ['fell']
        """
        return range(bisect_right(self.ends, span.start), bisect_left(self.starts, span.end))


def tokens_in(text: str) -> Tokens:
    """Return the words and marks of `text`.

    A possessive or contracted ending is a token of its own, a hyphenated word is one token.

    >>> tokens_in("Iran’s envoy didn't go.").words
    ('Iran', '’s', 'envoy', 'did', "n't", 'go', '.')
    >>> tokens_in("They dont go.").lower
    ('they', 'do', "n't", 'go', '.')
    >>> tokens_in("").words
    ()
    """
    spans = [match.span() for match in _TOKEN.finditer(text)]
    whole = [text[start:end] for start, end in spans]
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    done = 0
    for at, cut in enumerate(map(_ending_at, whole)):
        if cut:
            starts += [start for start, _ in spans[done : at + 1]]
            ends += [end for _, end in spans[done:at]]
            words += whole[done:at]
            start, end = spans[at]
            starts.append(start + cut)
            ends += (start + cut, end)
            words += (whole[at][:cut], whole[at][cut:])
            done = at + 1
    starts += [start for start, _ in spans[done:]]
    ends += [end for _, end in spans[done:]]
    words += whole[done:]
    return Tokens(starts=tuple(starts), ends=tuple(ends), words=tuple(words), lower=tuple(map(_lowered, words)))


# texts repeat their words: nearly every answer of these two is a remembered one


@lru_cache(maxsize=65536)
def _ending_at(word: str) -> int:
    """Return where a possessive or contracted ending begins; 0 where there is none."""
    if word[-2:] in {"nt", "NT"} and word.lower() in _BARE:
        return len(word) - 2
    clitic = _CLITIC.search(word) if len(word) > 2 and not word.isalnum() else None
    return 0 if clitic is None else clitic.start()


@lru_cache(maxsize=65536)
def _lowered(word: str) -> str:
    return _LOWER.get(word) or word.lower().replace("’", "'")
