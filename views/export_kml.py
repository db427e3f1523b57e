"""Claims as KML: placemarks with a time span, which Google Earth and QGIS scrub."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from events.claim import Claim, Kind
from events.storage.stored import StoredClaim
from views.headline import NOTICE, headline
from views.legs import legs_of
from views.palette import KIND_COLOURS

NAMESPACE = "http://www.opengis.net/kml/2.2"
UNSAFE = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 65534, 65535, *range(55296, 57344)), "�")
"""Characters that XML 1.0 cannot hold."""


def kml_pieces(claims: Iterable[StoredClaim]) -> Iterator[bytes]:
    """Yield the pieces of a KML file, a placemark for each place of a claim and a line for a movement.

    Coordinates are lon, lat in EPSG:4326. A claim without a date has no time span: a viewer shows it at every time,
    and its name says that it is undated.
    """
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="{NAMESPACE}"><Document><name>{NOTICE}</name>\n'.encode()
    for kind in Kind:
        yield _piece(_style(kind))
    for it in claims:
        for mark in _marks(it):
            yield _piece(mark)
    yield b"</Document></kml>\n"


def _piece(element: ET.Element) -> bytes:
    return ET.tostring(element, encoding="unicode").encode() + b"\n"


def _style(kind: Kind) -> ET.Element:
    colour = KIND_COLOURS[kind].lstrip("#")
    style = ET.Element("Style", id=kind.value)
    for part in ("IconStyle", "LineStyle"):
        # KML writes alpha, blue, green, red
        ET.SubElement(ET.SubElement(style, part), "color").text = f"ff{colour[4:6]}{colour[2:4]}{colour[0:2]}".lower()
    return style


def _marks(it: StoredClaim) -> Iterator[ET.Element]:
    for place in it.claim.places:
        mark = _mark(it, f"{place.role} {place.place.name}: {headline(it)}")
        ET.SubElement(ET.SubElement(mark, "Point"), "coordinates").text = _coordinates(
            (place.ground.lon, place.ground.lat)
        )
        yield mark
    legs = legs_of(it.claim)
    if legs:
        mark = _mark(it, headline(it))
        lines = ET.SubElement(mark, "MultiGeometry")
        for leg in legs:
            ET.SubElement(ET.SubElement(lines, "LineString"), "coordinates").text = _coordinates(leg.start, leg.end)
        yield mark


def _mark(it: StoredClaim, name: str) -> ET.Element:
    mark = ET.Element("Placemark")
    ET.SubElement(mark, "name").text = _safe(name)
    ET.SubElement(mark, "description").text = _safe(it.claim.excerpt.text)
    _add_span(mark, it.claim)
    ET.SubElement(mark, "styleUrl").text = f"#{it.claim.kind}"
    _add_times(mark, it)
    return mark


def _coordinates(*points: tuple[float, float]) -> str:
    return " ".join(f"{lon:.6f},{lat:.6f}" for lon, lat in points)


def _add_span(mark: ET.Element, claim: Claim) -> None:
    if claim.when is None:
        return
    span = ET.SubElement(mark, "TimeSpan")
    for tag, day in (("begin", claim.when.interval.start), ("end", claim.when.interval.last)):
        if day is not None:
            ET.SubElement(span, tag).text = day.isoformat()


def _add_times(mark: ET.Element, it: StoredClaim) -> None:
    """Add the times that are known, each under its own name."""
    when, said, dating = it.claim.when, it.claim.said, it.publication.dating
    times = {
        "when": None if when is None else when.edtf,
        "said": None if said is None else said.edtf,
        "published": None if dating is None else dating.edtf,
        "captured": it.publication.captured,
    }
    known = {name: time for name, time in times.items() if time is not None}
    if not known:
        return
    data = ET.SubElement(mark, "ExtendedData")
    for name, time in known.items():
        ET.SubElement(ET.SubElement(data, "Data", name=name), "value").text = _safe(time)


def _safe(words: str) -> str:
    return words.translate(UNSAFE)
