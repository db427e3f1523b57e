"""Tell what is only remembered: behind anniversaries, memorials, museums, veterans and histories."""

from __future__ import annotations

from events.grammar.tag import FINITE, Tag
from events.scene import Scene, Site
from texts.lexicon import rows_of

_KEPT, _TOLD = (frozenset(row[0] for row in rows_of("memory_words") if row[1] == sort) for sort in ("kept", "told"))
_LINKS = frozenset({"of", "about", "on", "to", "for", "from"})
_TELLING = frozenset({"of", "about", "after", "for", "by"})
_INSIDE = frozenset(
    {Tag.DETERMINER, Tag.OWN, Tag.ADJECTIVE, Tag.NOUN, Tag.NAME, Tag.NUMBER, Tag.GENITIVE, Tag.CONJUNCTION}
)
_FARTHEST = 12
"""How many words may lie between what keeps a memory and what is remembered."""


def is_remembered(scene: Scene, position: int) -> bool:
    """Whether what stands at a position hangs, by "of" or "about", on a word for what keeps a memory of it.

    A verb behind it may say so as well: "the battle of X is taught in schools", "is remembered each year".
    """
    return _kept_before(scene, position) is not None or _told_behind(scene, position)


def is_remembered_place(scene: Scene, site: Site) -> bool:
    """Whether a name behind "of" is that of what is remembered: "the anniversary of the fall of X", "veterans of X"."""
    before = site.first - 1 - (scene.parse.tokens.lower[site.first - 1] == "the")
    if before <= scene.sentence.first or (site.phrase.preposition != "of" and scene.parse.tokens.lower[before] != "of"):
        return False
    kept = _kept_before(scene, site.first)
    if kept is None:
        return False
    between = any(kept < trigger.first < site.first for trigger in scene.triggers)
    return between or scene.parse.tokens.lower[kept] not in _BUILT


_BUILT = frozenset({"museum", "memorial", "monument", "monuments", "statue", "plaque", "diorama", "obelisk"})
"""What stands in a place, so that "the museum of X" may be where something happens."""


def _kept_before(scene: Scene, position: int) -> int | None:
    """Return where the word stands that keeps the memory of what stands at a position, if one does."""
    lower, tags = scene.parse.tokens.lower, scene.parse.tags
    least = max(scene.sentence.first, position - _FARTHEST)
    at = position - 1
    linked = False
    while at >= least:
        word = lower[at]
        if linked and word in _KEPT:
            return at
        if word in _TOLD and (not linked or lower[at + 1] in _TELLING):
            return at
        linked = word in _LINKS | _TELLING or (linked and tags[at] is Tag.ADVERB)
        if not linked and tags[at] not in _INSIDE:
            return None
        at -= 1
    return None


def _told_behind(scene: Scene, position: int) -> bool:
    """Whether the first verb with a tense behind a noun, and what follows it, say that it is remembered or taught."""
    lower, tags = scene.parse.tokens.lower, scene.parse.tags
    stop = min(scene.sentence.stop, position + _FARTHEST)
    verb = next((at for at in range(position + 1, stop) if tags[at] in FINITE), None)
    if verb is None or any(tags[at] in {Tag.COMMA, Tag.COLON} for at in range(position, verb)):
        return False
    if lower[verb] not in {"is", "are", "was", "were"}:
        return False
    return any(word in _TOLD and word != "tells" for word in lower[verb + 1 : verb + 3])
