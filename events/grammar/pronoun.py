"""Find whom a pronoun that acts stands for, within its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from events.claim import SourceKind
from events.grammar.clause import Stretch
from events.happenings.armed import is_armed
from events.kind import Trigger

if TYPE_CHECKING:
    from events.scene import Scene

_SPEAKERS = frozenset({"they", "it", "he", "she", "we", "i"})


def is_pronoun(scene: Scene, phrase: Stretch) -> bool:
    """Whether a noun phrase is a pronoun that may act: "they", "it"."""
    return len(phrase) == 1 and scene.parse.tokens.lower[phrase.first] in _SPEAKERS


def meant_by(scene: Scene, trigger: Trigger, pronoun: int) -> Stretch | None:
    """Return whom the pronoun at a token, the subject of `trigger`, stands for within its sentence, or None."""
    word = scene.parse.tokens.lower[pronoun]
    return _speaker(scene, trigger, word) or (_force(scene, pronoun) if word == "they" else None)


def _speaker(scene: Scene, trigger: Trigger, pronoun: str) -> Stretch | None:
    """Return who speaks of themselves, within the sentence: "X said that it had taken Y"; only one who fits."""
    best: Stretch | None = None
    size = 0
    for made in scene.attributions:
        if not made.source or not scene.span.start <= made.source[0].start < trigger.span.start:
            continue
        room = next((len(part) for part in made.content if trigger.span.within(part)), 0)
        source = scene.parse.tokens.inside(made.source[0])
        if room and (best is None or room < size) and _may_be(scene, source, made.kind, pronoun):
            stop = next((at - 1 for at in source if scene.parse.codes[at] == "w"), source.stop)
            best, size = Stretch(first=source.start, stop=max(stop, source.start + 1)), room
    return best


def _force(scene: Scene, pronoun: int) -> Stretch | None:
    """Return what "they" stands for within the sentence: the only force of several that is named before it."""
    parse = scene.parse
    before = parse.phrases[parse.phrase_number(scene.sentence.first - 1) + 1 : parse.phrase_number(pronoun - 1) + 1]
    heads = [(phrase, parse.tokens.lower[phrase.stop - 1]) for phrase in before]
    named = [phrase for phrase, head in heads if head.endswith("s") and is_armed(head)]
    return named[0] if len(named) == 1 else None


def _may_be(scene: Scene, source: range, kind: SourceKind, pronoun: str) -> bool:
    """Whether a source may call itself by a pronoun: several "they", a body "it", one person "he"."""
    lower = scene.parse.tokens.lower
    link = next((at for at in source if lower[at] in {"of", "for", "in", "at", "from", ","}), source.stop)
    heads = [at for at in range(source.start, link) if scene.parse.codes[at] in "nN"]
    if not heads or kind is SourceKind.OUTLET:
        return False
    several = lower[heads[-1]].endswith("s") or lower[heads[-1]] in {"police", "people"}
    if pronoun in {"they", "we"}:
        return several
    return not several and (pronoun != "it" or kind is not SourceKind.ANONYMOUS)
