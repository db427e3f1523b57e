"""Reduce the forms of a verb to one."""

from __future__ import annotations

from functools import lru_cache

from texts.lexicon import rows_of

IRREGULAR = {row[0]: row[1] for row in rows_of("past_forms")}
"""Past tenses and participles by form, with their plain forms."""

_SHORTEST = 6
"""Words in -ings that are no longer than this are no verb's: "wings", "rings"."""
_VOWELS = frozenset("aeiouy")


@lru_cache(maxsize=65536)
def stem_of(word: str) -> str:
    """Return what the forms of a verb in lower case, and its nouns in -ing, have in common; it need not be a word.

    >>> [stem_of(word) for word in ("seize", "seized", "seizing", "struck", "ferries", "killings", "")]
    ['seiz', 'seiz', 'seiz', 'strik', 'ferry', 'kill', '']
    """
    word = IRREGULAR.get(word, word)
    if word.endswith("ings") and len(word) > _SHORTEST:
        word = word[:-1]
    for ending in ("ing", "ed", "es", "s", "e"):
        root = word[: -len(ending)]
        if word.endswith(ending) and len(root) >= 3 and _VOWELS.intersection(root) and not word.endswith("ss"):
            return _plain(root, ending)
    return word


def _plain(root: str, ending: str) -> str:
    if root[-1] == "i" and ending in {"ed", "es"}:
        return root[:-1] + "y"
    if ending in {"ing", "ed"} and root[-1] == root[-2] and root[-1] not in "lsz" and len(root) > 3:
        return root[:-1]
    if ending in {"ing", "ed"} and root.endswith("ll") and len(root) > 5:
        return root[:-1]  # travelled, patrolled; but not killed
    if ending == "s" and root[-1] == "e":
        return root[:-1]
    return root
