"""The colours of kinds and the strokes of statuses, the same on the page and in briefings."""

from __future__ import annotations

from dataclasses import dataclass

from events.claim import Kind, Status

KIND_COLOURS: dict[Kind, str] = {
    Kind.MOVEMENT: "#0072B2",
    Kind.ATTACK: "#D55E00",
    Kind.CONTROL: "#CC79A7",
    Kind.BUILDUP: "#E69F00",
    Kind.DISPLACEMENT: "#56B4E9",
    Kind.DIPLOMACY: "#009E73",
    Kind.SUPPORT: "#F0E442",
    Kind.STATEMENT: "#6B6B6B",
}
"""Okabe and Ito's colours (https://jfly.uni-koeln.de/color/), told apart by most colour-blind readers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """How a status is drawn, by line and by fill, never by colour alone."""

    dashes: tuple[float, ...]
    """lengths of ink and gap in line widths; empty for a solid line"""
    hatch: str
    """matplotlib's hatch of an area"""
    opacity: float
    crossed: bool = False


STATUS_STROKES: dict[Status, Stroke] = {
    Status.ASSERTED: Stroke(dashes=(), hatch="", opacity=1.0),
    Status.UNCONFIRMED: Stroke(dashes=(0.1, 1.8), hatch="....", opacity=1.0),
    Status.DENIED: Stroke(dashes=(), hatch="xxxx", opacity=1.0, crossed=True),
    Status.PLANNED: Stroke(dashes=(4.0, 2.5), hatch="////", opacity=1.0),
    Status.HYPOTHETICAL: Stroke(dashes=(1.5, 2.5), hatch="", opacity=0.35),
}
