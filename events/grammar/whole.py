"""Take in what hangs behind a noun phrase and says who is meant: "soldiers of the guard", "men loyal to him"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from events.grammar.clause import Stretch
from events.grammar.joined import TIES
from events.grammar.phrase_over import is_time, phrase_over
from events.happenings.armed import is_armed

if TYPE_CHECKING:
    from events.scene import Scene

_GROUPS = frozenset(
    {
        "group", "coalition", "movement", "alliance", "clan", "tribe", "faction", "party", "front", "guard", "guards",
        "ministry", "council", "forces", "nations", "programme", "agency", "network", "cartel", "gang", "union",
    }
)  # fmt: skip
_MOST = 3
"""How many phrases may hang on one another."""


def whole_of(scene: Scene, phrase: Stretch, stop: int) -> Stretch:
    """Return a phrase with what hangs on it before the token `stop`."""
    end, lower = phrase.stop, scene.parse.tokens.lower
    for _ in range(_MOST):
        if end + 1 >= stop:
            break
        skip = 1 if lower[end] in {"of", "from"} else 2 if lower[end : end + 2] in TIES else 0
        further = phrase_over(scene, end + skip) if skip else None
        if further is None or further.first != end + skip or is_time(scene, further):
            break
        further = Stretch(first=further.first, stop=min(further.stop, stop))
        if lower[end] == "from" and not any(
            is_armed(word) or word in _GROUPS for word in lower[further.first : further.stop]
        ):
            break
        end = further.stop
        while end > further.first and scene.parse.codes[end - 1] in "reg":
            end -= 1  # "an arm of the guards rapidly | gaining ground"
    return Stretch(first=phrase.first, stop=end)
