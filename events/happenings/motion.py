"""Find the words of a text that name a motion of any kind."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from events.claim import Kind
from events.grammar.parse import Parse
from events.grammar.stem import IRREGULAR, stem_of
from events.grammar.tag import VERBS, Tag
from events.happenings.named import triggers_in
from texts.lexicon import rows_of
from texts.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Motion:
    """A word that names a motion."""

    span: Span
    strong: bool
    """whether it names one by itself; else it needs a place that it comes from, passes or goes to"""


def motions_in(parse: Parse) -> tuple[Motion, ...]:
    """Return the words of motion of a text, in order.

    >>> from events.grammar.parse import parse_of
    >>> parse = parse_of("She walked on, took a trip, and gave up.")
    >>> [word.span.of(parse.text) for word in motions_in(parse) if word.strong]
    ['walked', 'trip']
    """
    table = _lexicon()
    found: dict[Span, Motion] = {}
    for position, word in enumerate(parse.tokens.lower):
        tag = parse.tags[position]
        part = "v" if tag in VERBS or word in IRREGULAR else "n" if tag is Tag.NOUN else ""
        strong = table.get((stem_of(word), part))
        if strong is None and part == "n" and word.endswith("ing"):
            strong = table.get((stem_of(word), "v"))
        if strong is not None:
            span = parse.tokens.span(position, position + 1)
            found[span] = Motion(span=span, strong=strong)
    for trigger in triggers_in(parse):
        if trigger.kind in {Kind.MOVEMENT, Kind.DISPLACEMENT}:
            span = parse.tokens.span(trigger.first, trigger.first + 1)
            found.setdefault(span, Motion(span=span, strong=False))
    return tuple(found[span] for span in sorted(found))


@cache
def _lexicon() -> dict[tuple[str, str], bool]:
    return {(stem_of(row[0]), row[1]): row[2] == "strong" for row in rows_of("motion")}
