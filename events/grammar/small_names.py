"""Tag names that are written in small letters as what they are: places that were found, and known armed bodies."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from events.grammar.parse import Parse, retagged
from events.grammar.tag import Tag
from texts.lexicon import entries_of, rows_of
from texts.span import Span


def with_small_names(parse: Parse, places: Iterable[Span]) -> Parse:
    """Return a text's grammar with the names in small letters tagged as names; the same where there are none.

    A tagger that learnt from papers takes "houthis are in aden" for anything else. Words of a line in small letters
    are names of bodies there alone where a place in small letters shows how its writer writes.

    >>> from events.grammar.parse import parse_of
    >>> text = "rsf are in bara"
    >>> parse = with_small_names(parse_of(text), [Span(start=11, end=15)])
    >>> [tag.name for tag in parse.tags]
    ['NOUN', 'PRESENT', 'PREPOSITION', 'NAME']
    """
    tokens, small = parse.tokens, set[int]()
    for span in places:
        if parse.text[span.start].islower():
            small.update(tokens.inside(span))
    if not small:
        return parse
    tags = [Tag.NAME if at in small else tag for at, tag in enumerate(parse.tags)]
    for at, word in enumerate(tokens.words):
        if word in _bodies() and tags[at] not in _NOUNS:
            tags[at] = Tag.NAME
    return retagged(parse, tuple(tags))


@cache
def _bodies() -> frozenset[str]:
    """Return the single words for armed and political bodies that are no other words, in small letters."""
    names = {row[0].lower() for row in rows_of("actors") if " " not in row[0]}
    return frozenset(names - entries_of("function_words") - entries_of("common_words") - {"is", "guards"})


_NOUNS = frozenset({Tag.NAME, Tag.NOUN})
