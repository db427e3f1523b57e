"""Tell the name of a place in a script of its region."""

from __future__ import annotations

from geo.place import Place

NATIVE = ("ar", "fa", "ku", "ckb", "kmr", "he", "tr", "ps", "ur", "ru", "uk", "el", "hy", "ka", "am", "zh", "ko", "ja")
"""Languages whose names are told beside the English one, best first, where the name has another script."""


def native_name(place: Place) -> str | None:
    """Return the first name of a place in a script of its region, or None."""
    named = {language.split("-")[0]: name for language, name in reversed(place.names) if not name.isascii()}
    return next((named[language] for language in NATIVE if language in named), None)
