"""The forms of English verbs, and the plain form behind a form."""

from __future__ import annotations

import re
from functools import cache

from texts.lexicon import rows_of

_DOUBLING = re.compile(r"[^aeiou][aeiou][bdgmnprt]\Z")
_ENDS_STRESSED = frozenset(
    {"admit", "commit", "submit", "refer", "infer", "deter", "occur", "rebut", "permit", "regret"}
)
"""Verbs of several syllables that double their last consonant."""
_VOWELS = frozenset("aeiou")


@cache
def forms_of(verb: str) -> tuple[str, str, str, str, str]:
    """Return the plain, third-person, past, participle and -ing form.

    >>> forms_of("deny"), forms_of("admit")[2:]
    (('deny', 'denies', 'denied', 'denied', 'denying'), ('admitted', 'admitted', 'admitting'))
    """
    past, participle = _irregular().get(verb, (None, None))
    doubled = verb + verb[-1] if _doubles(verb) else verb
    ends_y = verb.endswith("y") and verb[-2] not in _VOWELS
    third = verb[:-1] + "ies" if ends_y else verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    regular = verb + "d" if verb.endswith("e") else verb[:-1] + "ied" if ends_y else doubled + "ed"
    silent = verb.endswith("e") and not verb.endswith(("ee", "ye", "oe"))
    gerund = (verb[:-2] + "y" if verb.endswith("ie") else verb[:-1] if silent else doubled) + "ing"
    return verb, third, past or regular, participle or regular, gerund


def _doubles(verb: str) -> bool:
    if _DOUBLING.search(verb) is None:
        return False
    return verb in _ENDS_STRESSED or sum(letter in _VOWELS for letter in verb) == 1


@cache
def _irregular() -> dict[str, tuple[str, str]]:
    return {row[0]: (row[1], row[2]) for row in rows_of("irregular_verbs")}


def by_form(verbs: tuple[tuple[str, str], ...]) -> dict[str, tuple[str, str]]:
    """Return, for each form of the verbs in `(verb, value)` pairs, the verb and its value; earlier pairs win.

    >>> by_form((("say", "said"),))["saying"]
    ('say', 'said')
    """
    table: dict[str, tuple[str, str]] = {}
    for verb, value in verbs:
        for form in forms_of(verb):
            table.setdefault(form, (verb, value))
    return table
