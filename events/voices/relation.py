"""A relation: a cue with who says it and what is said, by their words."""

from __future__ import annotations

from dataclasses import dataclass

from events.grammar.clause import Stretch


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A cue with its source and its content, as positions of tokens."""

    cue: Stretch
    source: Stretch | None
    content: tuple[Stretch, ...]
