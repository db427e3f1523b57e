"""Tell whether names are links of one list: "Shire and Axum", "from X and from Y"."""

from __future__ import annotations

from events.grammar.tag import Tag
from events.scene import Scene, Site
from texts.lexicon import entries_of

DESCRIBING = frozenset({Tag.DETERMINER, Tag.ADJECTIVE, Tag.NAME, Tag.NOUN, Tag.NUMBER, Tag.CONJUNCTION})
"""Tags of what may stand within a link of a list."""
_GROUND_WORDS = entries_of("ground_words")
_LONGEST = 6
"""How many words may describe a link of a list before its name."""


def is_joined(scene: Scene, one: Site, other: Site) -> bool:
    """Whether two names are links of one list: "Shire and Axum", "Shire and the old towns of Axum"."""
    first, second = sorted((one, other), key=lambda site: site.first)
    between = scene.words(first.stop, second.first)
    chain = tuple(second.phrase.chain.split("-"))
    again = second.phrase.chain == first.phrase.chain or (not first.phrase.chain and chain == ("out", "of"))
    if second.phrase.chain and again and len(between) > len(chain) and between[-len(chain) :] == chain:
        between = between[: -len(chain)]  # "from X and from Y", "drove them out of X and then out of Y"
    if len(between) > 2 and between[0] in {",", "and", "or"} and between[-1] == "of" and between[-2] in _GROUND_WORDS:
        described = scene.parse.tags[first.stop + 1 : second.first - 2]
        return len(described) <= _LONGEST and all(tag in DESCRIBING for tag in described)
    return 0 < len(between) <= 3 and all(word in _LINKS for word in between)


_LINKS = frozenset(
    {",", "and", "or", "both", "the", "then", "later", "finally", "eventually", "nearby", "neighbouring"}
)
