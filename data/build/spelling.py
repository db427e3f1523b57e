"""Tell the spellings of a place's name apart: script, language, likeness."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from typing import Any

from anyascii import anyascii

SHORTEST = 5
"""letters that a Latin spelling from the data must have"""
RESEMBLANCE = 0.7
"""difflib's ratio that it must reach with the title or a spelling of ours"""

ALSO_PEOPLE = frozenset(
    [
        "Rania",
        "Ahmad",
        "Amani",
        "Amano",
        "Damas",
        "Yunus",
        "Humus",
        "Alley",
        "Haris",
        "Hamra",
        "Safir",
        "Hajib",
        "Ammon",
        "Bajan",
        "Sajda",
        "Tarib",
        "Taifa",
        "Babul",
        "Qasim",
    ]
)
"""spellings in GeoNames that are words or people's names first"""


def script_of(name: str) -> str | None:
    """Return `Latn`, `Arab`, `Hebr` or `Cyrl`, or None where letters of several or other scripts stand in one name."""
    scripts = {unicodedata.name(letter, "?").split()[0] for letter in name if letter.isalpha()}
    known = {"LATIN": "Latn", "ARABIC": "Arab", "HEBREW": "Hebr", "CYRILLIC": "Cyrl"}
    return known.get(scripts.pop()) if len(scripts) == 1 else None


def arabic_language(name: str, country: str) -> str:
    """Guess the language of a name in Arabic script: Sorani and Persian have letters of their own."""
    if re.search("[ێۆەڕڵ]", name):
        return "ckb"
    return "fa" if country == "IR" or re.search("[گچپژیک]", name) else "ar"


def hand_variants(text: str) -> list[tuple[str, str]]:
    """Return the variants of a list's field as (language, name)."""
    parts = [part.strip().rpartition("@") for part in text.split(";") if part.strip()]
    return [(language or "en", name) if name else ("en", language) for name, _, language in parts]


def data_variants(town: dict[str, Any]) -> list[tuple[str, str]]:
    """Return the alternate names of a town that are of use for matching, as (language, name)."""
    found = []
    for raw in (town["name"], *sorted(town["alternatenames"])):
        name = re.sub("[\u200e\u200f\u202a-\u202e\ufeff@;]", "", raw).strip()
        script = script_of(name)
        if (
            script == "Latn"
            and len(name) > 3
            and not name.isupper()
            and name[0].isupper() | (name[0] in "‘'")
            and "," not in name
        ):
            found.append(("und", name))
        elif script == "Arab" and "،" not in name and len(name) > 1:
            found.append((arabic_language(name, town["countrycode"]), name))
        elif script == "Hebr" and town["countrycode"] in {"IL", "PS"}:
            found.append(("he", name))
    return found


def key_of(name: str) -> str:
    """Return what two spellings of one name share."""
    return re.sub(r"[^a-z0-9]", "", anyascii(name).lower()) if script_of(name) == "Latn" else re.sub(r"[ًٌٍَُِّْـ]", "", name)


def resembles(name: str, titles: list[str]) -> bool:
    """Say whether a Latin spelling that came with the data is one of the name and not a word that means something else.

    GeoNames lists ISO codes, ancient names and slips (Hamidiyeh as "Allah", Kadirli as "Kars").
    """
    if len(name) < SHORTEST or name in ALSO_PEOPLE:
        return False
    return any(SequenceMatcher(None, key_of(name), key_of(title)).ratio() >= RESEMBLANCE for title in titles)
