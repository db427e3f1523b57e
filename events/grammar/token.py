"""Cut a text into words and marks, each with where it stands."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

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
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    for start, end in [match.span() for match in _TOKEN.finditer(text)]:
        word = text[start:end]
        if word[-2:] in {"nt", "NT"} and word.lower() in _BARE:
            starts += (start, end - 2)
            ends += (end - 2, end)
            words += (word[:-2], word[-2:])
            continue
        if end - start > 2 and not word.isalnum() and ("'" in word or "’" in word or "ʼ" in word):
            clitic = _CLITIC.search(word)
            if clitic is not None and clitic.start() > 0:
                cut = clitic.start()
                starts += (start, start + cut)
                ends += (start + cut, end)
                words += (word[:cut], word[cut:])
                continue
        starts.append(start)
        ends.append(end)
        words.append(word)
    lower = tuple([_LOWER.get(word) or word.lower().replace("’", "'") for word in words])
    return Tokens(starts=tuple(starts), ends=tuple(ends), words=tuple(words), lower=lower)
