"""Leaflet, from its pinned package."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from pathlib import Path

_PICTURES = re.compile(r"url\([^)]{0,200}\)")


@cache
def leaflet() -> tuple[str, str]:
    """Return Leaflet's script and its style sheet, without the pictures that the style sheet names."""
    folder = Path(import_module("xstatic.pkg.leaflet").BASE_DIR)
    code = (folder / "leaflet.js").read_text(encoding="utf-8")
    style = (folder / "leaflet.css").read_text(encoding="utf-8")
    return re.sub(r"\n//# sourceMappingURL=.{0,100}", "", code), _PICTURES.sub("none", style)
