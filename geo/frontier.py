"""Find the borders that a text names: "the Iraqi-Syrian border", "the border between Iraq and Iran"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot

import shapely
import shapely.ops

from geo.borders import load_borders
from geo.place import FeatureClass, Ground, Place, Shape
from geo.scan import Mention, Words
from texts.span import Span

BORDER_WORDS = frozenset({"border", "borders", "frontier", "borderline", "boundary", "borderlands"})
BESIDE_BORDER = frozenset(
    {
        "province", "provinces", "town", "towns", "city", "cities", "village", "villages", "district", "districts",
        "guard", "guards", "police", "force", "forces", "patrol", "patrols", "state", "states", "county", "counties",
    }
)  # fmt: skip
"""Words that "border" qualifies: they are not the line itself."""
REACH = 400
"""Characters before "the Syrian border" in which the other country is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frontier:
    """A border as a text names it: where it stands, whose it is, and which mentions it is made of."""

    span: Span
    countries: tuple[str, str]
    """outlines' ids"""
    parts: tuple[int, ...]
    """numbers of the mentions inside the phrase"""


def frontiers_in(words: Words, mentions: Sequence[Mention], outlines: Sequence[str | None]) -> list[Frontier]:
    """Return the borders that are named; `outlines` holds for each mention the outline of its country, or None.

    The two countries stand around the word, or one does and the other is the last country named before that shares
    a border with it.
    """
    starts = {mention.first: number for number, mention in enumerate(mentions) if outlines[number]}
    found = []
    for at, key in enumerate(words.keys):
        if key in BORDER_WORDS and not _qualifies(words, at):
            frontier = _around(words, mentions, outlines, starts, at)
            if frontier is not None:
                found.append(frontier)
    return found


def _qualifies(words: Words, at: int) -> bool:
    """Whether the word only says where something else lies or what it watches: "the Iranian border provinces"."""
    after = at + 1
    return after < len(words.keys) and words.keys[after] in BESIDE_BORDER and words.text[words.ends[at]] == " "


def _around(
    words: Words, mentions: Sequence[Mention], outlines: Sequence[str | None], starts: dict[int, int], at: int
) -> Frontier | None:
    before = _ending(mentions, starts, at)
    if before is not None and words.text[mentions[before].end : words.starts[at]] in (" ", "'s ", "\u2019s "):
        pair = _ending(mentions, starts, mentions[before].first)
        if pair is not None and words.text[mentions[pair].end : mentions[before].start] in (
            "-",
            "\u2013",
            "\u2010",
            "/",
            " and ",
        ):
            return _frontier(words, mentions, outlines, (pair, before), at)
        after = starts.get(at + 2) if at + 1 < len(words.keys) and words.keys[at + 1] == "with" else None
        if after is not None:
            return _frontier(words, mentions, outlines, (before, after), at)
        return _with_other(words, mentions, outlines, before, at)
    if at + 2 < len(words.keys) and words.keys[at + 1] == "between":
        first = starts.get(at + 2)
        if first is not None:
            second = starts.get(mentions[first].last + 1)
            if second is not None and words.keys[mentions[first].last] == "and":
                return _frontier(words, mentions, outlines, (first, second), at)
    if at + 2 < len(words.keys) and words.keys[at + 1] == "with" and at + 2 in starts:
        return _with_other(words, mentions, outlines, starts[at + 2], at)
    return None


def _ending(mentions: Sequence[Mention], starts: dict[int, int], at: int) -> int | None:
    """Return the mention of a country that ends right before word `at`."""
    for first in range(at - 1, max(-1, at - 4), -1):
        number = starts.get(first)
        if number is not None and mentions[number].last == at:
            return number
    return None


def _with_other(
    words: Words, mentions: Sequence[Mention], outlines: Sequence[str | None], one: int, at: int
) -> Frontier | None:
    """Return the border of one named country with the country named last before it that it borders on."""
    own = outlines[one]
    for number in range(one - 1, max(-1, one - 12), -1):
        other = outlines[number]
        if mentions[one].start - mentions[number].end > REACH:
            break
        if other and own and other != own and load_borders().shared_border(own, other) is not None:
            return Frontier(span=_span(words, mentions, (one,), at), countries=_pair(own, other), parts=(one,))
    return None


def _frontier(
    words: Words, mentions: Sequence[Mention], outlines: Sequence[str | None], parts: tuple[int, int], at: int
) -> Frontier | None:
    one, other = outlines[parts[0]], outlines[parts[1]]
    if not one or not other or one == other or load_borders().shared_border(one, other) is None:
        return None
    return Frontier(span=_span(words, mentions, parts, at), countries=_pair(one, other), parts=parts)


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _span(words: Words, mentions: Sequence[Mention], parts: tuple[int, ...], at: int) -> Span:
    start = min(words.starts[at], *(mentions[part].start for part in parts))
    return Span(start=start, end=max(words.ends[at], *(mentions[part].end for part in parts)))


def place_of(countries: tuple[str, str]) -> tuple[Place, Ground]:
    """Return the border of two countries as a place, and its line as the ground."""
    borders = load_borders()
    line = borders.shared_border(*countries)
    assert line is not None
    middle = shapely.ops.nearest_points(line, line.centroid)[0]
    west, south, east, north = line.bounds
    radius = round(55.6 * hypot((east - west) * 0.8, north - south), 1)
    names = [area.name if (area := borders.area(id_)) else id_ for id_ in countries]
    place = Place(
        id="border:" + "+".join(id_.removeprefix("iso:") for id_ in countries),
        name=" \u2013 ".join(names) + " border",
        feature_class=FeatureClass.AREA,
        feature_code="BDR",
        lon=round(middle.x, 5),
        lat=round(middle.y, 5),
        approximation_km=radius,
    )
    ground = Ground(
        shape=Shape.LINE,
        lon=place.lon,
        lat=place.lat,
        radius_km=radius,
        geo_precision=2,
        ucdp_precision=5,
        outlines=countries,
    )
    return place, ground
