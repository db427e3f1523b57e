"""Pack the marks of a selection for the claim layer: numbers without any text, and the names of its places."""

from __future__ import annotations

import base64
import gzip
import json
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from shapely import set_precision
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from events.claim import Kind, Role, Status
from events.marks import NO_CROSSING, NO_DAY, Marks
from views.outlines import drawn_outlines

MAGIC = b"DTL2"
PACKING = 4
"""How hard gzip tries: a third of the time of its usual 9, for a hundredth more bytes."""
_TYPES = {"u8": np.uint8, "u16": np.uint16, "u32": np.uint32}
_BITS = {"kind": 0, "status": 3, "role": 6, "reached": 8, "stated": 10, "lead": 11, "fresh": 12}

assert len(Kind) <= 8, "a kind is packed into 3 bits"
assert len(Status) <= 8, "a status is packed into 3 bits"
assert len(Role) <= 4, "a role is packed into 2 bits"


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """What the claim layer draws: `numbers` to count and place claims, `names` to write beside them."""

    numbers: bytes
    """columns of little-endian unsigned integers behind a header, packed; at most 24 bytes a claim and no text"""
    names: bytes
    """JSON: places, crossings and the outlines of areas, packed; written by the canvas as text, never as markup"""
    rows: int
    claims: int


def layer_of(marks: Marks, *, outlines: dict[str, BaseGeometry] | None = None) -> Layer:
    """Pack `marks`.

    Parameters
    ----------
    marks
        The selection, sorted by (`first_day`, `claim`, `leg`).
    outlines
        Geometries of the ids that `marks.places` name, degrees in EPSG:4326; what is missing is drawn as a ring.
    """
    lead = _first_of(marks.claim)
    fresh = _first_of(marks.claim, marks.place)
    header, body = _columns(marks, _codes(marks, lead=lead, fresh=fresh))
    text = json.dumps(header, separators=(",", ":")).encode()
    start = MAGIC + len(text).to_bytes(4, "little") + text
    return Layer(
        numbers=packed(start + body),
        names=packed(_names(marks, outlines or {})),
        rows=len(marks.claim),
        claims=int(lead.sum()),
    )


def packed(content: bytes) -> bytes:
    """Return `content` as gzip, which views/js/load.js opens: packed once a selection, not once a reader."""
    return gzip.compress(content, compresslevel=PACKING, mtime=0)


def inlined(content: bytes) -> str:
    """Return an address that is the content itself.

    >>> inlined(b"")
    'data:,'
    """
    return "data:," + base64.b64encode(content).decode("ascii")


def _first_of(*columns: NDArray[np.generic]) -> NDArray[np.bool_]:
    """Whether a row is the first with its values in `columns`."""
    rows = len(columns[0])
    order = np.lexsort((np.arange(rows), *columns[::-1]))
    changes = np.zeros(rows, dtype=np.bool_)
    changes[:1] = True
    for column in columns:
        sorted_ = column[order]
        changes[1:] |= sorted_[1:] != sorted_[:-1]
    first = np.zeros(rows, dtype=np.bool_)
    first[order] = changes
    return first


def _codes(marks: Marks, *, lead: NDArray[np.bool_], fresh: NDArray[np.bool_]) -> NDArray[np.uint16]:
    reached = np.where(marks.reached == 1, 1, np.where(marks.reached == 0, 2, 0))
    parts = {
        "kind": marks.kind,
        "status": marks.status,
        "role": marks.role,
        "reached": reached,
        "stated": marks.crossing_stated,
        "lead": lead,
        "fresh": fresh,
    }
    code = np.zeros(len(marks.claim), dtype=np.uint16)
    for name, values in parts.items():
        code |= values.astype(np.uint16) << _BITS[name]
    return code


def _columns(marks: Marks, code: NDArray[np.uint16]) -> tuple[dict[str, object], bytes]:
    days = {
        "first": marks.first_day,
        "last": marks.last_day,
        "reportFirst": marks.report_first_day,
        "reportLast": marks.report_last_day,
    }
    known = np.concatenate([column[column != NO_DAY] for column in days.values()])
    base = int(known.min()) if len(known) else 1
    day_type = _narrowest(int(known.max()) - base + 1 if len(known) else 1)
    no_crossing = 0xFF if len(marks.crossings) < 0xFF else 0xFFFF
    counted = {name: np.where(column == NO_DAY, 0, column - base + 1) for name, column in days.items()}
    first = counted.pop("first")
    # most texts tell no hours: then nothing is sent of them
    hours = {"daytime": ("u8", marks.daytime)} if marks.daytime.any() else {}
    columns: dict[str, tuple[str, NDArray[np.generic]]] = {
        **hours,
        "first": (day_type, first),
        # a claim's other days are close to its first: as differences, modulo their type, they pack to almost nothing
        **{name: (day_type, column - first) for name, column in counted.items()},
        "place": (_narrowest(len(marks.places)), marks.place),
        "code": ("u16", code),
        "crossing": (
            "u8" if no_crossing == 0xFF else "u16",
            np.where(marks.crossing == NO_CROSSING, no_crossing, _within(marks.crossing, "crossing", no_crossing)),
        ),
    }
    return _laid_out({"rows": len(marks.claim), "base": base, "noCrossing": no_crossing}, columns)


def _laid_out(
    header: dict[str, object], columns: dict[str, tuple[str, NDArray[np.generic]]]
) -> tuple[dict[str, object], bytes]:
    """Return the header with each column's place, and the columns; offsets count from the file's first byte.

    The widest columns come first and the header is padded to a multiple of eight, so that every column is aligned.
    """
    order = sorted(columns.items(), key=lambda item: -np.dtype(_TYPES[item[1][0]]).itemsize)
    pieces = {name: values.astype(_TYPES[kind]).tobytes() for name, (kind, values) in order}
    room = 1024
    offset = room
    places: dict[str, dict[str, object]] = {}
    for name, (kind, _) in order:
        places[name] = {"offset": offset, "type": kind}
        offset += len(pieces[name])
    whole = {**header, "columns": places}
    text = json.dumps(whole, separators=(",", ":"))
    padding = room - len(MAGIC) - 4 - len(text)
    assert padding >= 0, "the header has its room"
    return whole, b" " * padding + b"".join(pieces.values())


def _narrowest(most: int) -> str:
    return "u16" if most <= 0xFFFF else "u32"


def _within(values: NDArray[np.generic], name: str, most: int) -> NDArray[np.generic]:
    if len(values) and int(values.max()) > most:
        raise ValueError(f"{name} must be at most {most}, got {values.max()}")
    return values


def _names(marks: Marks, outlines: dict[str, BaseGeometry]) -> bytes:
    drawn = [drawn_outlines(place.shape, place.outlines) for place in marks.places]
    wanted = sorted({outline for each in drawn for outline in each if outline in outlines})
    names = {
        "places": [
            {
                "id": place.id,
                "name": place.name,
                "native": place.native_name,
                "shape": place.shape.value,
                "lon": place.lon,
                "lat": place.lat,
                "radiusKm": place.radius_km,
                "precision": place.geo_precision,
                "outlines": list(each),
            }
            for place, each in zip(marks.places, drawn, strict=True)
        ],
        "crossings": [{"name": gate.name, "lon": gate.lon, "lat": gate.lat} for gate in marks.crossings],
        "outlines": {name: mapping(_coarse(outlines[name])) for name in wanted},
    }
    return json.dumps(names, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


OUTLINE_TOLERANCE_DEG = 0.01
"""How far a drawn outline may leave the true one: a kilometre, below a pixel at the zooms at which areas are seen."""


def _coarse(outline: BaseGeometry) -> BaseGeometry:
    return set_precision(outline.simplify(OUTLINE_TOLERANCE_DEG), 0.001, mode="pointwise")
