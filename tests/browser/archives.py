"""Map files of one's own, small: pictures, heights and streets, written by the reference library."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path
from typing import Any

from pmtiles.tile import Compression, TileType, zxy_to_tileid
from pmtiles.writer import Writer

MOST_ZOOM = 3
SIDE = 64


def png(pixel: Any) -> bytes:
    """Return a picture whose colour at (x, y) is `pixel(x, y)`."""
    rows = b"".join(b"\0" + b"".join(bytes(pixel(x, y)) for x in range(SIDE)) for y in range(SIDE))

    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    head = struct.pack(">IIBBBBB", SIDE, SIDE, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def lake() -> bytes:
    """Return a vector tile that is water all over, and has a town in its middle with a hostile name."""

    def part(field: int, content: bytes) -> bytes:
        return bytes([field * 8 + 2, len(content)]) + content

    everywhere = bytes([9, 0, 0, 26, 128, 64, 0, 0, 128, 64, 255, 63, 0, 15])
    water = part(1, b"water") + part(2, bytes([24, 3]) + part(4, everywhere)) + bytes([40, 128, 32, 120, 2])
    name = b"<img src=x onerror=alert(1)>"
    point = bytes([24, 1]) + part(4, bytes([9, 128, 32, 128, 32])) + part(2, bytes([0, 0, 1, 1]))
    words = part(3, b"kind_detail") + part(3, b"name") + part(4, part(1, b"city")) + part(4, part(1, name))
    places = part(1, b"places") + part(2, point) + words + bytes([40, 128, 32, 120, 2])
    return part(3, water) + part(3, places)


def archive(path: Path, tile: bytes, kind: TileType, **meta: str) -> Path:
    """Write a world of one tile, over and over, down to `MOST_ZOOM`."""
    with path.open("wb") as out:
        writer = Writer(out)
        for z in range(MOST_ZOOM + 1):
            for number in range(zxy_to_tileid(z, 0, 0), zxy_to_tileid(z, 0, 0) + 4**z):
                writer.write_tile(number, tile)
        header = {
            "tile_type": kind,
            "tile_compression": Compression.NONE,
            "min_zoom": 0,
            "max_zoom": MOST_ZOOM,
            "min_lon_e7": -1800000000,
            "min_lat_e7": -850000000,
            "max_lon_e7": 1800000000,
            "max_lat_e7": 850000000,
            "center_zoom": 0,
            "center_lon_e7": 0,
            "center_lat_e7": 0,
        }
        writer.finalize(header, meta)
    return path
