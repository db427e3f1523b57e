"""Tell whether a text is English, by its script and its small words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache

from texts.lexicon import rows_of

SAMPLE = 20_000
"""How many characters are looked at, from the start of the text."""

ENOUGH_WORDS = 25
"""A text with fewer words is not refused for its small words."""

ENOUGH_LETTERS = 12
"""A text with fewer letters is not refused for its script."""

ENGLISH_SHARE = 0.12
"""The least share of English small words in English prose; news has 0.3 to 0.45, lists of names less."""

NAMES_SHARE = 0.8
"""The share of words with a capital from which a text without small words of any language is a list of names."""

LEAD = 1.3
"""How much larger another language's share must be than that of English to be named."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_NOT_LATIN = re.compile(r"[^\x00-ɏḀ-ỿ]")
_SMALL: dict[str, frozenset[str]] = {
    language: frozenset(word for name, word in rows_of("function_words") if name == language)
    for language in dict.fromkeys(row[0] for row in rows_of("function_words"))
}


@lru_cache(maxsize=2)  # the reader of files and the reader of claims both ask, of the same text
def other_language(text: str) -> str | None:
    """Return the name of the language or script that a text is in, or None where it is English or too short to tell.

    >>> other_language("Die Stadt ist gefallen, und die Truppen sind nicht in der Lage, sie zu halten. " * 4)
    'German'
    >>> other_language("سقطت المدينة بيد المسلحين يوم الخميس")
    'Arabic script'
    >>> other_language("The city has fallen, and the troops are in no position to hold it. " * 4) is None
    True
    >>> other_language("") is None
    True
    >>> other_language("Omar Said, Maria Lopez, John Smith, " * 50) is None
    True
    """
    sample = text[:SAMPLE]
    foreign = [it for it in _NOT_LATIN.findall(sample) if it.isalpha()]
    letters = sum(map(str.isalpha, sample)) if foreign else 0
    if letters >= ENOUGH_LETTERS and len(foreign) > letters / 2:
        return _script_of(foreign)
    found = _WORD.findall(sample)
    words = list(map(str.lower, found))
    if len(words) < ENOUGH_WORDS:
        return None
    counts = Counter(words)
    shares = {name: sum(counts[word] for word in small & counts.keys()) / len(words) for name, small in _SMALL.items()}
    best = max(shares, key=lambda name: shares[name])
    if best != "English" and shares[best] > LEAD * shares["English"] and shares[best] >= ENGLISH_SHARE:
        return best
    if shares["English"] >= ENGLISH_SHARE / 3 or sum(word[0].isupper() for word in found) >= NAMES_SHARE * len(found):
        return None
    small = round(shares["English"] * len(words))
    return f"a language that is not English: {small} of {len(words)} words are small words of English"


def _script_of(letters: list[str]) -> str:
    names = Counter(unicodedata.name(character, "UNKNOWN").split()[0] for character in letters[:200])
    name = names.most_common(1)[0][0]
    return {"CJK": "Chinese characters", "HIRAGANA": "Japanese", "KATAKANA": "Japanese", "HANGUL": "Korean"}.get(
        name, f"{name.capitalize()} script"
    )
