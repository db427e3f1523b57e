"""An attribution: something that is said, and by whom."""

from __future__ import annotations

from dataclasses import dataclass

from events.claim import SourceKind
from texts.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Something that is said, by whom, and the words that tie the two together (the scheme of PARC 3 and PolNeAR)."""

    source: tuple[Span, ...]
    """empty where nobody is named, as in "it is believed that" """
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: SourceKind
    parent: int | None = None
    """the position of the attribution whose content this one lies in"""
    antecedent: Span | None = None
    """where the source is a pronoun: the words before it that it stands for, where they were found"""
