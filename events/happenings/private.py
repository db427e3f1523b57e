"""Tell a private journey from one worth a claim: "my uncle moved to X", "I want to go to X", "flew to X on holiday"."""

from __future__ import annotations

from itertools import pairwise

from events.claim import Kind, Status
from events.grammar.stem import stem_of
from events.grammar.subject import subject_of
from events.happenings.armed import is_armed
from events.kind import Trigger
from events.scene import Scene

_KIN = frozenset(
    {
        "uncle", "aunt", "auntie", "cousin", "brother", "sister", "mother", "father", "mom", "mum", "dad", "parents",
        "grandmother", "grandfather", "grandma", "grandpa", "son", "daughter", "wife", "husband", "nephew", "niece",
        "fiance", "fiancee", "girlfriend", "boyfriend", "friend", "friends", "family", "in-laws", "boss", "neighbour",
        "neighbor", "colleague", "roommate", "classmate", "cousins", "brothers", "sisters", "kids", "children",
    }
)  # fmt: skip
"""Those of whom somebody tells a private thing."""
_OWN = frozenset({"my", "our", "his", "her", "their", "your"})
_SETTLING = frozenset(map(stem_of, ("move", "relocate", "emigrate", "immigrate", "visit", "settle")))
"""Verbs of what one who says "I" does for himself."""
_ERRANDS = frozenset(
    {
        "holiday", "holidays", "vacation", "honeymoon", "wedding", "university", "college", "studies", "degree",
        "scholarship", "pilgrimage", "tourist", "tourists", "shopping", "study",
    }
)  # fmt: skip
"""What a journey is made for that nobody watches a war for."""
_IDLE = frozenset(
    {
        "tourist", "tourists", "visitor", "visitors", "holidaymaker", "holidaymakers", "fan", "fans",
        "pilgrim", "pilgrims", "shopper", "shoppers", "traveller", "travellers", "band", "orchestra", "singer",
    }
)  # fmt: skip
"""Those whose journeys nobody watches a war for."""
_UNREAL = frozenset({Status.PLANNED, Status.HYPOTHETICAL})
_FAR = 8
"""How many words behind a journey its purpose is looked for."""


def is_private(scene: Scene, trigger: Trigger, status: Status | None = None) -> bool:
    """Whether a journey is somebody's own, with nobody armed about it; `status` is how it is said to be true."""
    if any(is_armed(word) for word in scene.words(scene.sentence.first, scene.sentence.stop)):
        return False
    behind = scene.words(trigger.stop, min(trigger.stop + _FAR, scene.sentence.stop))
    if not _ERRANDS.isdisjoint(behind):
        return True
    if trigger.noun:
        return False
    who = subject_of(scene, trigger)
    words = () if who is None else scene.words(who.first, who.stop)
    if is_idle(scene, trigger) or (words in {("she",), ("he",)} and _stays_away(scene, trigger)):
        return True
    if words == ("i",):
        return status in _UNREAL or stem_of(scene.parse.tokens.lower[trigger.first]) in _SETTLING
    return len(words) > 1 and words[-1] in _KIN and (words[0] in _OWN or "'s" in words)


def _stays_away(scene: Scene, trigger: Trigger) -> bool:
    """Whether somebody left for good, which is the course of a life: "she left Iraq and did not return"."""
    behind = scene.words(trigger.stop, scene.sentence.stop)
    return any(one in {"not", "never"} and stem_of(other) == _RETURN for one, other in pairwise(behind))


_RETURN = stem_of("return")


def is_idle(scene: Scene, trigger: Trigger) -> bool:
    """Whether those who go somewhere of their own will are tourists, fans or pilgrims."""
    if trigger.noun or trigger.kind is not Kind.MOVEMENT:
        return False
    who = subject_of(scene, trigger)
    return who is not None and scene.parse.tokens.lower[who.stop - 1] in _IDLE
