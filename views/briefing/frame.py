"""Choose the projection and the extent of a map from the points that must be on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from math import cos, hypot, radians

from pyproj import Transformer

MARGIN = 0.18
"""Share of the extent that is added on every side, so that labels and arrows have room."""
WORLD_MARGIN = 0.12
"""Share of the extent that is added around points on a world map."""
SMALLEST_KM = 120.0
"""Width of the ground shown for a single place: a town with its surroundings."""
WORLD_DEGREES = 110.0
"""From this extent on the map is a part of a world map: an azimuthal one would bend it too far."""
DISC_M = 12_700_000.0
"""How far an azimuthal equal-area map reaches from its centre, in metres: beyond lies no ground. A wide sheet of a tall
extent has corners there."""
WORLD_HALF_WIDTH, WORLD_HALF_HEIGHT = 17_300_000.0, 8_450_000.0
"""Half the size of the world in Equal Earth, with a narrow margin, in metres."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A projected rectangle of the earth; its x and y are metres in `crs`.

    `lon`, `lat` is its centre in EPSG:4326; the datum is WGS 84.
    """

    crs: str
    name: str
    """the projection in words, for the footer"""
    lon: float
    lat: float
    left: float
    bottom: float
    right: float
    top: float
    world: bool

    @property
    def transformer(self) -> Transformer:
        """Degrees (lon, lat) to metres (x, y), and back with `direction="INVERSE"`."""
        return _transformer(self.crs)


@cache
def _transformer(crs: str) -> Transformer:
    return Transformer.from_crs("EPSG:4326", crs, always_xy=True)


def middle_longitude(longitudes: Iterable[float]) -> tuple[float, float]:
    """Return the middle and the width in degrees of the shortest arc that holds all the longitudes.

    >>> middle_longitude([170.0, -170.0])
    (180.0, 20.0)
    >>> middle_longitude([44.0, 46.0])
    (45.0, 2.0)
    >>> middle_longitude([])
    (0.0, 360.0)
    """
    turns = sorted({longitude % 360 for longitude in longitudes})
    if not turns:
        return 0.0, 360.0
    gaps = [(after - before, after) for before, after in zip(turns, [*turns[1:], turns[0] + 360], strict=True)]
    gap, start = max(gaps)
    width = 360 - gap
    middle = (start + width / 2) % 360
    return (middle - 360 if middle > 180 else middle), width


def frame_of(points: Iterable[tuple[float, float]], *, ratio: float) -> Frame:
    """Return the frame that holds the (lon, lat) points, with a margin.

    Parameters
    ----------
    ratio
        Width of the map on paper over its height.

    Returns
    -------
    Frame
        An azimuthal equal-area map around the middle of the points; a part of the world in Equal Earth where they lie
        too far apart for it, all of it where there are none.
    """
    at = tuple(points)
    lon, width = middle_longitude(point[0] for point in at)
    south, north = min((point[1] for point in at), default=-90.0), max((point[1] for point in at), default=90.0)
    lat = (south + north) / 2
    if max(width * cos(radians(lat)), north - south) > WORLD_DEGREES:
        return _world(at, lon if at else 0.0, ratio)
    crs = f"+proj=laea +lat_0={lat:.4f} +lon_0={lon:.4f} +datum=WGS84 +units=m"
    project = _transformer(crs).transform
    xs, ys = zip(*(project(*point) for point in at), strict=True)
    middle_x, middle_y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    half_height = max((max(ys) - min(ys)) / 2, (max(xs) - min(xs)) / 2 / ratio) * (1 + 2 * MARGIN)
    half_height = max(half_height, SMALLEST_KM * 1000 / 2 / ratio)
    if hypot(abs(middle_x) + half_height * ratio, abs(middle_y) + half_height) > DISC_M:
        return _world(at, lon, ratio)
    return Frame(
        crs=crs,
        name=f"Lambert azimuthal equal-area, centred on {abs(lat):.1f}°{'N' if lat >= 0 else 'S'} "
        f"{abs(lon):.1f}°{'E' if lon >= 0 else 'W'}; datum WGS 84",
        lon=lon,
        lat=lat,
        left=middle_x - half_height * ratio,
        right=middle_x + half_height * ratio,
        bottom=middle_y - half_height,
        top=middle_y + half_height,
        world=False,
    )


def _world(at: Sequence[tuple[float, float]], lon: float, ratio: float) -> Frame:
    crs = f"+proj=eqearth +lon_0={lon:.4f} +datum=WGS84 +units=m"
    whole_height = max(WORLD_HALF_HEIGHT, WORLD_HALF_WIDTH / ratio)
    middle_y, half_height = 0.0, whole_height
    if at:
        xs, ys = zip(*(_transformer(crs).transform(*point) for point in at), strict=True)
        reach_x, reach_y = max(map(abs, xs)), (max(ys) - min(ys)) / 2
        half_height = min(whole_height, max(reach_y, reach_x / ratio) * (1 + WORLD_MARGIN))
        # what is shown stays on the globe as far as that is possible
        most = max(0.0, WORLD_HALF_HEIGHT - half_height)
        middle_y = min(most, max(-most, (max(ys) + min(ys)) / 2))
    return Frame(
        crs=crs,
        name="Equal Earth; datum WGS 84",
        lon=lon,
        lat=0.0,
        left=-half_height * ratio,
        bottom=middle_y - half_height,
        right=half_height * ratio,
        top=middle_y + half_height,
        world=True,
    )
