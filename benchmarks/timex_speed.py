"""Measure how fast time expressions are found, and that the work grows with the text alone.

    python -m benchmarks.timex_speed

Processor time of one process, best of three; the texts are made up here, so that anybody gets the same ones.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

from events.timex import timexes_in
from texts.dating import Basis
from texts.edtf import dating_from

_SENTENCES = (
    "The army said on Thursday that its units had left the northern town two days earlier, after a week of shelling.",
    "Officials of the province, who met in early June, expect the road to open later this month or in July.",
    "Nobody was hurt when a shell hit the empty school near the river, a witness told the local radio station.",
    "Between 3 and 5 March 2014 about 1,500 families fled, more than in the whole of last year, the agency reported.",
    "The dam was built in the 1980s and repaired in 2007; engineers have warned of its state for years.",
    "He spoke for half an hour at the gate, thanked the guards and drove away without taking any question.",
    "A convoy of eleven lorries crossed the bridge at dawn and turned towards the hills, drivers on the road said.",
    "Markets in the old town stayed closed, and buses from the capital stopped some way before the checkpoint.",
)

HOSTILE: Mapping[str, Callable[[int], str]] = {
    "digits and slashes": lambda size: "12/31/" * (size // 6),
    "one number": lambda size: "9" * size,
    "spaces": lambda size: " " * size,
    "line breaks": lambda size: "\n" * size,
    "May": lambda size: "May " * (size // 4),
    "numbers as words": lambda size: "twenty " * (size // 7),
    "the end of the": lambda size: "the end of the " * (size // 15),
    "dates": lambda size: "12 June 2014, " * (size // 14),
    "two days before": lambda size: "two days before " * (size // 16),
    "zero-width": lambda size: "\u200b" * size,
    "lone surrogates": lambda size: "\ud800" * size,
}
"""Texts of about `size` characters that break taggers which look back and forth."""


def seconds_for(text: str, *, repeats: int = 3) -> float:
    """Return the least processor time that tagging `text` took."""
    anchor = dating_from("2014-06-13", basis=Basis.STATED, source="dct")
    best = float("inf")
    for _ in range(repeats):
        start = time.process_time()
        timexes_in(text, anchor=anchor)
        best = min(best, time.process_time() - start)
    return best


def main() -> None:
    """Print two small tables in markdown."""
    text = " ".join(_SENTENCES * 400)
    words = len(text.split())
    print("| Words | Words/s |\n|---|---|")
    for factor in (1, 4):
        print(f"| {words * factor:,} | {words * factor / seconds_for((text + ' ') * factor):,.0f} |")
    print("\n| Hostile text | 0.25 MB, s | 1 MB, s | growth |\n|---|---|---|---|")
    for name, make in HOSTILE.items():
        small, large = (seconds_for(make(size), repeats=1) for size in (250_000, 1_000_000))
        print(f"| {name} | {small:.2f} | {large:.2f} | x {large / max(small, 1e-3):.1f} |")


if __name__ == "__main__":
    main()
