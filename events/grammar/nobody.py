"""Tell words for nobody, for ground and for things from words for who acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from events.claim import ActorRole
from events.grammar.clause import Stretch
from events.grammar.stem import stem_of
from events.grammar.tag import Tag
from texts.lexicon import entries_of, rows_of

if TYPE_CHECKING:
    from events.scene import Scene

_NOBODY = entries_of("not_actors")
_HELD = frozenset(row[0] for row in rows_of("strongpoints") if row[1] in {"way", "spot"}) - {"garrison"}
_GROUND = entries_of("ground_words") | _NOBODY | _HELD | frozenset(f"{word}s" for word in _HELD)


def is_no_actor(scene: Scene, phrase: Stretch, role: ActorRole) -> bool:
    """Whether the head of a phrase is ground, or a word for nobody: "the road", "the attempt", "nobody"."""
    lower, tags = scene.parse.tokens.lower, scene.parse.tags
    stop = next((at for at in range(phrase.first, phrase.stop) if lower[at] in {"of", ","}), phrase.stop)
    while stop > phrase.first + 1 and tags[stop - 1] not in {Tag.NOUN, Tag.NAME}:
        stop -= 1
    if role is ActorRole.AGENT and stem_of(lower[stop - 1]) in _THINGS:
        return not any(word in _PEOPLES for word in lower[phrase.first : stop])
    return lower[stop - 1] in (_GROUND if role is ActorRole.AGENT else _NOBODY) and tags[stop - 1] is not Tag.NAME


_THINGS = frozenset(stem_of(word) for word in entries_of("not_agents"))
_PEOPLES = frozenset(row[0].lower() for row in rows_of("demonyms")) | frozenset(
    row[0].lower() for row in rows_of("actors") if " " not in row[0]
)
