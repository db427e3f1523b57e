"""Tell verbs whose subject is what they are done to, with and without a form of "be"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from events.grammar.clause import Stretch, is_clipped
from events.grammar.phrase_over import is_time, phrase_over
from events.grammar.stem import stem_of
from events.kind import Trigger

if TYPE_CHECKING:
    from events.scene import Scene

BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "get", "got"})
_GET = frozenset({"get", "gets", "got", "gotten", "getting"})
HAS = frozenset({"has", "have", "had"})
"""Forms of "have" that have a tense."""
HAVE = HAS | {"having"}


def is_done_to(scene: Scene, trigger: Trigger) -> bool:
    """Whether a verb's subject is what it is done to: "were sent", "troops sent to X", "the units, sent to X,"."""
    codes, first = scene.parse.codes, trigger.first
    if trigger.stop - first > 1 and scene.parse.tokens.lower[first] in _GET and codes[trigger.stop - 1] in "evz":
        return True  # "got smoked"
    if codes[first] not in "ev":
        return False
    if is_bare(scene, trigger):
        return True
    before = scene.words(max(scene.sentence.first, first - _HELPING), first)
    near = before[-3:]
    opener = max((at for at in range(len(near)) if codes[first - len(near) + at] == "w"), default=-1)
    if not BE.isdisjoint(near[opener + 1 :]):
        return True  # not "it was rebels who | burned X"
    bare = codes[first] == "e" and HAVE.isdisjoint(before)
    return bare and codes[first - 1 : first] in {"n", "N", ",", "r"} and codes[trigger.stop : trigger.stop + 1] in _ENDS


def is_bare(scene: Scene, trigger: Trigger) -> bool:
    """Whether a verb that cannot do without an object has none, as in notes: "convoy ambushed", "hotel taken by X"."""
    lower, codes = scene.parse.tokens.lower, scene.parse.codes
    if codes[trigger.first] not in "evn" or trigger.noun or trigger.first == scene.sentence.first:
        return False
    if not HAVE.isdisjoint(scene.words(max(scene.sentence.first, trigger.first - 3), trigger.first)):
        return False
    ends = trigger.stop >= scene.sentence.stop or codes[trigger.stop] in ".(" or _is_set(scene, trigger.stop)
    ends &= set(codes[trigger.first + 1 : trigger.stop]).isdisjoint("nN9")  # "took out two tanks" holds its object
    by = not ends and lower[trigger.stop : trigger.stop + 1] == ("by",) and codes[trigger.first] != "n"
    return (by or ends) and stem_of(lower[trigger.first]) in _TRANSITIVE and codes[trigger.first - 1] in "nN9"


def _is_set(scene: Scene, position: int) -> bool:
    """Whether words behind a verb only say where or when it was, or a headline goes on: "guard killed near X"."""
    lower = scene.parse.tokens.lower
    if lower[position] in _WHERE:
        return lower[position + 1 : position + 2] != ("least",)
    sentence = scene.parse.codes[scene.sentence.first : scene.sentence.stop]
    return lower[position] == "," and is_clipped(sentence)


_WHERE = frozenset({"in", "near", "at", "outside", "inside", "around", "during", "after", "amid", "while", "as"})
_TRANSITIVE = frozenset(
    stem_of(word)
    for word in (
        "ambush", "capture", "recapture", "kidnap", "abduct", "kill", "destroy", "storm", "retake", "retook", "seize",
        "occupy", "abandon", "wound", "injure", "arrest", "detain", "besiege", "encircle", "surround", "demolish",
        "loot", "torch", "behead", "execute", "clear", "liberate", "evacuate", "level", "overrun", "damage", "taken",
    )
)  # fmt: skip
"""Verbs that cannot do without what they are done to."""
_HELPING = 4
"""How many words before a verb its helping verbs may stand."""
_ENDS = frozenset({"", "i", ",", ".", "c", "r", "t", "m"})
"""Codes of what may follow a participle without an object."""


def apposed(scene: Scene, trigger: Trigger) -> tuple[Stretch, ...]:
    """Return what a participle between commas tells of: "the units, dispatched from X", "Musa, back from X, met"."""
    comma = trigger.first - 1
    if scene.parse.codes[trigger.first] not in "er" or comma <= scene.sentence.first or scene.parse.codes[comma] != ",":
        return ()
    phrase = phrase_over(scene, comma - 1)
    return () if phrase is None or phrase.stop != comma or is_time(scene, phrase) else (phrase,)
