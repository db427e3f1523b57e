"""Find who stands among the words of a group that names a happening: "took out two tanks", "remains with the army"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from events.claim import Kind
from events.grammar.clause import Stretch
from events.grammar.phrase_over import phrase_over
from events.grammar.stem import stem_of
from events.happenings.armed import is_armed, is_civilian
from events.kind import Trigger, is_fired
from texts.lexicon import rows_of

if TYPE_CHECKING:
    from events.scene import Scene

_BURNING = frozenset(
    stem_of(verb)
    for verb in (
        *("burn", "loot", "torch", "destroy", "demolish", "raze", "rob", "ransack", "plunder", "pillage"),
        *("arrest", "detain", "kidnap", "abduct", "execute", "behead", "assassinate", "murder"),
    )
)
"""Verbs whose object is named whatever it is, within the words of a group too: "burned | the market"."""
_GROUP = 3
"""Words of a group that may hold an object, at least."""


def holder_in(scene: Scene, trigger: Trigger) -> Stretch | None:
    """Return with whom, or in whose hands, a place is: "remains with the army", "fell into the hands of rebels"."""
    words = scene.words(trigger.first, trigger.stop)
    if trigger.type == "holding" and "with" in words:
        return phrase_over(scene, trigger.first + words.index("with") + 1)
    of = trigger.stop - (words[-1] == "of")
    held = _HOLDING.intersection(scene.words(of - 1, of)) and not _HOLDS.isdisjoint(words)
    return phrase_over(scene, of + 1) if held and scene.words(of, min(of + 1, scene.sentence.stop)) == ("of",) else None


_HOLDING = frozenset({"hands", "hand", "control", "command", "rule", "administration", "grip"})
"""In what a place is that somebody holds."""
_HOLDS = frozenset({"in", "into", "under"})


def subject_within(scene: Scene, trigger: Trigger) -> Stretch | None:
    """Return the people that the words of a group begin with, if a verb follows: "envoys | met in"."""
    if trigger.noun or trigger.stop - trigger.first < _GROUP - 1 or scene.parse.codes[trigger.first] not in "nN9ad":
        return None
    phrase = phrase_over(scene, trigger.first)
    if (
        phrase is None
        or not trigger.first < phrase.stop < trigger.stop
        or scene.parse.codes[phrase.stop] not in "xvzMr"
    ):
        return None
    head = scene.parse.tokens.lower[phrase.stop - 1]
    return phrase if is_armed(head) or is_civilian(head) or head in _SIDES else None


_SIDES = frozenset({"parties", "delegations", "envoys", "leaders", "elders", "ministers", "mediators"})
"""Who meets and agrees."""


def object_within(scene: Scene, trigger: Trigger) -> Stretch | None:
    """Return the people or arms to whom it is done: "took out | two tanks"; of fires and looting anything."""
    if trigger.kind is Kind.STATEMENT:
        return None  # "burned an effigy"
    burnt = stem_of(scene.parse.tokens.lower[trigger.first]) in _BURNING
    if trigger.stop - trigger.first < _GROUP - burnt or scene.parse.codes[trigger.first] not in "vzbg":
        return None
    for position in range(trigger.first + 1, trigger.stop):
        phrase = phrase_over(scene, position)
        if phrase is None or phrase.first <= trigger.first or phrase.stop > trigger.stop:
            continue
        head = scene.words(phrase.stop - 1, phrase.stop)
        people = is_civilian(head[0]) or head[0] in _MOVERS or (is_armed(head[0]) and not is_fired(head))
        held = trigger.kind is Kind.ATTACK and head[0] not in _MINES and stem_of(head[0]) in _HELD
        return phrase if burnt or people or held or trigger.type in _TAKEN else None
    return None


_TAKEN = frozenset({"arrest", "abduction", "expulsion"})
"""Sorts of taking of which whoever stands in the group is taken: "took | Captain Musa | prisoner"."""
_MOVERS = frozenset({"patrol", "patrols", "convoy", "convoys", "column", "columns", "police", "policemen"})
"""Bodies that are no arms by their word alone."""
_MINES = frozenset({"mine", "mines", "landmine", "landmines"})
"""What one steps on and does nothing to."""

_HELD = frozenset(stem_of(row[0]) for row in rows_of("strongpoints"))
"""What is struck, held or passed."""


def suffers_within(scene: Scene, trigger: Trigger) -> bool:
    """Whether the words of a group tell what their subject suffers: "hit a mine", "came under fire", "lost a life"."""
    words = scene.words(trigger.first, trigger.stop)
    return len(words) > 1 and words[-1] in _SUFFERED and stem_of(words[0]) in _SUFFERING


_SUFFERED = frozenset(
    {"mine", "landmine", "bomb", "fire", "attack", "bombardment", "shelling", "life", "lives", "losses", "casualties"}
)
_SUFFERING = frozenset(
    map(stem_of, ("hit", "strike", "step", "come", "lose", "suffer", "sustain", "incur", "drive", "run", "remain"))
)
