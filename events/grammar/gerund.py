"""Tell a form in -ing that is a noun from one that is a verb."""

from __future__ import annotations

from events.grammar.parse import Parse
from events.grammar.tag import Tag

_NOUNS = frozenset({Tag.NOUN, Tag.NAME})
_DONE_TO = frozenset({Tag.NAME, Tag.NOUN, Tag.DETERMINER, Tag.OWN, Tag.NUMBER, Tag.ADJECTIVE})
"""What stands behind a verb that is done to something."""
_THEM = frozenset({"them", "us", "him", "her", "it", "me", "you"})
_OF_GERUND = frozenset({Tag.ADJECTIVE, Tag.DETERMINER, Tag.OWN, Tag.GENITIVE})
_DESCRIBING = frozenset({"of", "under", "amid", "amidst", "despite", "heavy", "more", "no", "during", "after"})


def is_gerund_noun(parse: Parse, first: int, stop: int) -> bool:
    """Whether the words `[first, stop)` end with a noun in -ing: described or governed, and done to nothing.

    >>> from events.grammar.parse import parse_of
    >>> is_gerund_noun(parse_of("After a night of shelling they left."), 4, 5)
    True
    >>> is_gerund_noun(parse_of("They went on shelling the town."), 3, 4)
    False
    """
    if parse.tags[stop - 1] not in _NOUNS | {Tag.GERUND} or not parse.tokens.lower[stop - 1].endswith("ing"):
        return False
    if stop < len(parse.tags) and (parse.tags[stop] in _DONE_TO or parse.tokens.lower[stop] in _THEM):
        return False
    if parse.tags[stop - 1] in _NOUNS:
        return True
    return first > 0 and (parse.tags[first - 1] in _OF_GERUND or parse.tokens.lower[first - 1] in _DESCRIBING)
