"""Find who tells: the whole subject before a verb, apart from words that only open the sentence."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from events.grammar.clause import FINITE_CODES, Stretch
from events.grammar.inflect import forms_of
from events.grammar.parse import Parse
from events.grammar.trim import with_title
from texts.lexicon import entries_of, rows_of

CHANNELS = frozenset({"telephone", "phone", "email", "e-mail", "letter", "satellite", "video", "whatsapp", "skype"})
"""By what somebody tells a thing who is far away."""
_LONGEST = 30
"""Words of who tells, with all that describes them, at most."""
_TELLERS = entries_of("teller_words") | entries_of("local_tellers") | entries_of("lone_people")
_ASKING = frozenset({"which", "what", "whose", "who"})
_RELATIVE = frozenset({"who", "which", "that", "whose"})
_GIVEN = entries_of("given_names") | entries_of("first_names") | entries_of("person_titles")
"""Words with which a person's name begins behind the name of a place: "In Port Sudan | Ahmed Saleh said"."""
BESIDE = frozenset({"near", "outside", "inside", "around", "along", "across"})
"""Prepositions that open a sentence with a capital, for which they may be taken for names."""
_THESE = frozenset({"this", "last", "next", "that", "one", "some"})
"""Words that open a phrase of time which opens a sentence: "last week"."""
_FRONTS = _THESE | BESIDE
_BOUNDS = frozenset(',:;.cm"(w')
"""Codes before which and behind which a subject begins anew."""

_TIMES = entries_of("time_heads")
NOT = frozenset({"not", "n't", "never", "nor", "neither", "hardly"})
"""Words that deny the verb they stand by."""


def subject_before(parse: Parse, sentence: Stretch, verb: int) -> Stretch | None:
    """Return whoever does what the verb group that begins at a position says, with all that describes them."""
    codes, lower = parse.codes, parse.tokens.lower
    least = max(sentence.first, verb - _LONGEST)
    stop = end = verb
    if codes[verb - 1] == "c":
        return _shared(parse, sentence, verb - 1)
    if codes[verb - 1] == ",":
        stop = verb - 1
        end = next((at for at in range(stop - 1, least, -1) if codes[at] == ","), 0)
        inside = codes[end + 1 : stop]
        if not end or not inside or (not FINITE_CODES.isdisjoint(inside) and inside[0] != "w"):
            return None
        stop = end if inside[0] in "wgeic" else stop  # what they were doing is no part of their name
    first, parted = _chain(parse, least, end)
    if first is None:
        return None
    first = with_title(parse, first)
    before = first - 1
    if before >= sentence.first and lower[before] in _ASKING:
        return None
    if not parted and before >= sentence.first and codes[before] not in _BOUNDS:
        front = parse.phrase_at(before)
        beside = front is not None and front.stop == first and _is_fronted(parse, sentence, front)
        if (codes[before] != "r" and not beside) or lower[before] in NOT:
            return None
    return Stretch(first=first, stop=stop)


def _shared(parse: Parse, sentence: Stretch, join: int) -> Stretch | None:
    """Return the subject of the verb that another is joined to: "he denied this and | said"."""
    group = parse.group_at(join - 1)
    if group is None or group.first <= sentence.first or parse.codes[group.first] not in "zvx":
        return None
    if set(parse.codes[group.stop : join]) & set('":;(mw') or parse.codes[group.first - 1] in "ct":
        return None
    return subject_before(parse, sentence, group.first)


def _chain(parse: Parse, least: int, end: int) -> tuple[int | None, bool]:
    """Return where the noun phrases begin that hang on one another up to a position, and whether words before were cut.

    None where no phrase ends there.
    """
    codes = parse.codes
    phrase = parse.phrase_at(end - 1)
    if phrase is not None and phrase.stop < end:
        end = _before_relative(parse, least, end) or end  # "an officer who asked not to be named | said"
        phrase = parse.phrase_at(end - 1)
    if phrase is None or phrase.stop != end or phrase.first < least:
        return None, False
    hung = [phrase]
    while (at := _left(parse, hung[-1].first)) is not None and at > least:
        before = parse.phrase_at(at - 1)
        if before is None or before.stop != at or before.first < least:
            break
        hung.append(before)
    opens = hung[-1].first - 1
    if parse.tokens.lower[opens + 1] in _FRONTS and (at := parted(parse, hung[-1])) is not None:
        return at, True
    if opens >= 0 and parse.tokens.lower[opens] == "as":
        return hung[-1].first, True
    if opens < 0 or codes[opens] != "i" or (opens > least and codes[opens - 1] not in _BOUNDS):
        return hung[-1].first, False
    return next((at for part in reversed(hung) if (at := parted(parse, part)) is not None), None), True


def _before_relative(parse: Parse, least: int, end: int) -> int | None:
    """Return where those end of whom a clause without commas tells that ends at a position; None where none does."""
    opener = next((at for at in range(end - 1, least, -1) if parse.codes[at] in _BOUNDS), least)
    lower = parse.tokens.lower
    told = lower[opener] in _RELATIVE and not FINITE_CODES.isdisjoint(parse.codes[opener + 1 : end])
    return opener if told and telling_forms().keys().isdisjoint(lower[opener + 1 : end]) else None


def _left(parse: Parse, first: int) -> int | None:
    """Return where that ends which a phrase hangs on: before "of", "in", "and", "installed by", "who lives in"."""
    codes, lower = parse.codes, parse.tokens.lower
    at = first - 1
    if at < 1:
        return None
    if codes[at] == "i" or lower[at] == "and":
        at -= codes[at] == "i" and codes[at - 1] in "eg"
        opener = next((back for back in range(at - 1, max(0, at - 5), -1) if codes[back] == "w"), None)
        if opener is not None and set(codes[opener + 1 : at]) <= set("xzvegrMfbnNd") and codes[at - 1] not in "nN":
            at = opener - (codes[opener - 1] == ",")
        return at
    return None


def parted(parse: Parse, phrase: Stretch) -> int | None:
    """Return where the subject begins in words that open a sentence without a comma: "on Monday | residents"."""
    lower, codes, words = parse.tokens.lower, parse.codes, parse.tokens.words
    for at in range(phrase.first + 1, phrase.stop):
        short = words[at].isupper() and len(words[at]) > 1 and not words[at - 1].isupper()  # "In Gao RFI said"
        named = codes[at] == "N" and at + 1 < phrase.stop and lower[at] in _GIVEN and lower[at - 1] not in _GIVEN
        if lower[at - 1] in _TIMES or (codes[at - 1] == "N" and (codes[at] in "n9oa" or short or named)):
            return at
    last = phrase.stop - 1
    return last if last > phrase.first and lower[last] in _TELLERS and codes[last] == "n" else None


def _is_fronted(parse: Parse, sentence: Stretch, front: Stretch) -> bool:
    """Whether a phrase before a subject only says when or where: "In Doha | the Taliban", "This week | the army"."""
    codes = parse.codes
    if parse.tokens.lower[front.stop - 1] in _TIMES or parse.tokens.lower[front.first] in BESIDE:
        return True
    at = front.first - 1
    return at >= sentence.first and codes[at] == "i" and (at == sentence.first or codes[at - 1] in _BOUNDS)


def described(parse: Parse, source: Stretch, verb: int) -> Stretch:
    """Return the subject with what stands behind it without a comma: "officials installed by Russia"."""
    stop = verb
    while stop > source.stop and parse.codes[stop - 1] == "r":
        stop -= 1
    return source if "," in parse.codes[source.stop : stop] else Stretch(first=source.first, stop=stop)


@cache
def telling_forms() -> Mapping[str, str]:
    """Return the forms of the verbs of telling, each with what stands behind it: "words", "person" …."""
    return {form: row[1] for row in rows_of("telling_verbs") for form in forms_of(row[0])[:4]}
