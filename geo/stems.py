"""Take off a word what its language hangs on a name: articles, prepositions, cases."""

from __future__ import annotations

from geo.fold import fold

_ARABIC_CLITICS = ("وال", "بال", "فال", "كال", "لل", "و", "ب", "ل", "ف", "ك")
_HEBREW_CLITICS = ("וב", "ומ", "ול", "שב", "ב", "ל", "מ", "ו", "ה", "ש", "כ")
_CYRILLIC_ENDINGS = ("ом", "ем", "ой", "ою", "ам", "ах", "ами", "е", "а", "у", "ы", "и", "ю", "я", "і", "ї")
_CYRILLIC_BASES = ("", "а", "я", "ь", "и", "ы")


def stems_of(raw: str, key: str, *, caseless: bool) -> list[tuple[int, int, str]]:
    """Return (characters off the front, off the end, key) of what may be the name within a word."""
    for mark in "'’":
        at = raw.find(mark)
        if 0 < at < len(raw) - 1:
            if at <= 2:
                return [(at + 1, 0, fold(raw[at + 1 :]))] if raw[at + 1].isupper() else []
            return [(0, len(raw) - at, fold(raw[:at]))]
    if caseless and key[0] >= "\u0590":
        clitics = _HEBREW_CLITICS if key[0] < "\u0600" else _ARABIC_CLITICS if key[0] < "\u0700" else ()
        found = []
        for clitic in clitics:
            if key.startswith(clitic) and len(key) - len(clitic) > 2:
                rest = key[len(clitic) :]
                if clitic.endswith("ال") or clitic == "لل":
                    found.append((len(clitic), 0, "ال" + rest))
                found.append((len(clitic), 0, rest))
        return found
    if "\u0400" <= key[0] <= "\u04ff" and len(key) > 4:
        return [
            (0, 0, key[: -len(ending)] + base)
            for ending in _CYRILLIC_ENDINGS
            if key.endswith(ending)
            for base in _CYRILLIC_BASES
        ]
    return []
