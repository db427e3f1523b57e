"""Tell a place that only says where another lies: "Khanaqin, Diyala", "the town of X in Y"."""

from __future__ import annotations

from events.scene import Scene, Site
from events.setting.unlisted import is_unlisted
from geo.place import FeatureClass, Place


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
    return len(between) <= 6 and "and" not in between


def _level(place: Place) -> int:
    """Return 0 for a country, 1 and up for provinces and districts, and the most for what has no government."""
    if place.feature_class is not FeatureClass.ADMIN:
        return 9
    return 0 if place.feature_code.startswith("PCL") else next((int(c) for c in place.feature_code if c in "12345"), 5)


def leads_to(scene: Scene, outer: Site, inner: Site) -> bool:
    """Whether only describing words lie between an area and the place in it: "Iraq's second city Mosul"."""
    return all(
        word not in {"to", "from", "through", "into", "and", "via"} for word in scene.words(outer.stop, inner.first)
    )
