"""Put the layer's JavaScript modules together into one script that needs no loader."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

MODULES = Path(__file__).parent / "js"
ENTRY = "main.js"

_IMPORT = re.compile(r"^import [^;]{0,600}? from \"\./([a-z0-9_]{1,40}\.js)\";\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=const |function |async function |class )", re.MULTILINE)


@cache
def script() -> str:
    """Return the claim layer as one script.

    The modules stand in the order in which they import one another, inside one function, so that they share their
    names with one another and with nothing else; their top-level names therefore differ.
    """
    ordered: list[str] = []
    _visit(ENTRY, ordered)
    bodies = (_EXPORT.sub("", _IMPORT.sub("", _source(name))) for name in ordered)
    return '(() => {\n"use strict";\n' + "\n".join(bodies) + "})();\n"


def _visit(name: str, ordered: list[str]) -> None:
    if name in ordered:
        return
    for imported in _IMPORT.findall(_source(name)):
        _visit(imported, ordered)
    ordered.append(name)


def _source(name: str) -> str:
    return (MODULES / name).read_text(encoding="utf-8")


@cache
def style() -> str:
    """Return the claim layer's style sheet."""
    return (Path(__file__).parent / "timeline.css").read_text(encoding="utf-8")
