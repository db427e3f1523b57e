"""Tell a place that only says where another lies: "Khanaqin, Diyala", "the town of X in Y"."""

from __future__ import annotations

from collections.abc import Sequence

from events.scene import Scene, Site
from events.setting.unlisted import is_unlisted
from geo.place import FeatureClass, Place
from geo.whereabouts import WINDS


def contains(scene: Scene, inner: Site, outer: Site) -> bool:
    """Whether `outer` is a larger area around `inner` that stands close behind or before it."""
    one, other = inner.resolution.place, outer.resolution.place
    if one is None or other is None:
        return False
    if one.id == other.id:
        return is_unlisted(inner.resolution) and not is_unlisted(outer.resolution)
    if _level(other) >= _level(one) or (other.country is not None and one.country != other.country):
        return False
    if one.admin1 and other.admin1 and one.admin1 != other.admin1:
        return False  # "Isfahan, Khuzestan": a list
    first, stop = sorted((inner, outer), key=lambda site: site.first)
    between = scene.words(first.stop, stop.first)
    if other.feature_code == _REGION:
        return first is inner and _says_in(between)
    return len(between) <= 6 and "and" not in between


def held_in(scene: Scene, sites: Sequence[Site], outer: Site) -> Site:
    """Return the place of which an area only says where it lies: "X" for the second of "X in Y"; otherwise the area."""
    inner = next((site for site in reversed(sites) if site.stop <= outer.first), None)
    if inner is None or not _says_in(scene.words(inner.stop, outer.first)) or not contains(scene, inner, outer):
        return outer
    return inner


def _says_in(between: tuple[str, ...]) -> bool:
    return "in" in between and _IN.issuperset(between)


_REGION = "RGN"
"""GeoNames' code of a region without a government: it has no areas to compare, and only "in" tells."""
_IN = frozenset({"in", "the", ",", "across"})


def _level(place: Place) -> int:
    """Return 0 for a country or region, 1 and up for provinces and districts, the most for what has no government."""
    if place.feature_code == _REGION:
        return 0
    if place.feature_class is not FeatureClass.ADMIN:
        return 9
    return 0 if place.feature_code.startswith("PCL") else next((int(c) for c in place.feature_code if c in "12345"), 5)


def leads_to(scene: Scene, outer: Site, inner: Site) -> bool:
    """Whether only describing words lie between an area and the place in it: "Iraq's second city Mosul"."""
    return all(
        word not in {"to", "from", "through", "into", "and", "via"} for word in scene.words(outer.stop, inner.first)
    )


def lies_beside(scene: Scene, site: Site) -> bool:
    """Whether a place only says where the one before it lies: "Rais, south of Algiers", "X lies 20 km from Y"."""
    before = next((it for it in reversed(scene.sites) if it.stop <= site.first), None)
    if before is None or before.carried_from or site.first - before.stop > _APART:
        return False
    words = scene.words(before.stop, site.first)
    if len(words) < 2 or words[0] not in _LYING or words[-1] not in {"of", "from"}:
        return False
    sided = words[-1] == "from" or words[-2] in _SIDES
    return sided and all(word in _SIDES | _MEASURES | _LYING or word[0].isdigit() for word in words[1:-1])


_APART = 8
_SIDES = WINDS | {"outside"}
_LYING = frozenset({",", "lies", "lie", "lay", "is", "sits", "stands", "situated", "located", "which"})
_MEASURES = frozenset({"km", "kilometres", "kilometers", "miles", "about", "some", "just", "the", "hours", "hour"})
