"""Read by rule the plain form of telling: who, a verb of telling, to whom, when, where or how, and "that …"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from events.grammar.clause import FINITE_CODES, Stretch
from events.grammar.inflect import forms_of
from events.grammar.parse import Parse
from events.grammar.trim import trimmed, with_title
from events.voices.relation import Relation
from events.voices.told_that import opens_clause
from texts.lexicon import entries_of, rows_of

_LONGEST_TAIL = 16
"""Words between a verb of telling and its "that", at most."""
_LONGEST = 30
"""Words of who tells, with all that describes them, at most."""
_SHORT = 3
_HELPING = frozenset({"has", "have", "had"})
_HEARD = frozenset({"put", "hear", "learn", "understand"})
"""Verbs of those who are told, and one that needs a noun."""
_NOTHING = "nothing"
"""What tells nothing: "nothing suggests that"."""
_ALWAYS = frozenset({"said", "told"})
"""Forms that are verbs whatever they were tagged."""
_NOT = frozenset({"not", "n't", "never", "nor", "neither", "hardly"})
_CHANNELS = frozenset({"telephone", "phone", "radio", "email", "e-mail", "letter", "text", "satellite", "video"})
_TOLD_OF = entries_of("told_of")
"""Nouns of which "that" says more: "the claim that"."""
_TIMES = entries_of("time_heads")
_TELLERS = entries_of("teller_words") | entries_of("local_tellers") | entries_of("lone_people")
_OPENS = frozenset("nNa9odpire,gcs")
"""Codes of what may stand between a verb of telling and its "that"."""
_ASKING = frozenset({"which", "what", "whose", "who"})
_RELATIVE = frozenset({"who", "which", "that", "whose"})
_THESE = frozenset({"this", "last", "next", "that", "one", "some"})
"""Words that open a phrase of time which opens a sentence: "last week"."""
_BOUNDS = frozenset(',:;.cm"(w')
"""Codes before which and behind which a subject begins anew."""


def plainly_in(parse: Parse) -> tuple[Relation, ...]:
    """Return what is told in the plain form, in the order of the verbs.

    >>> from events.grammar.parse import parse_of
    >>> text = "In Doha the Taliban told reporters late on Monday that Ghazni had fallen."
    >>> parse = parse_of(text)
    >>> it, = plainly_in(parse)
    >>> parse.span(it.source).of(text), [parse.span(part).of(text) for part in it.content]
    ('the Taliban', ['that Ghazni had fallen'])
    """
    verbs, lower, codes = _verbs(), parse.tokens.lower, parse.codes
    found: list[Relation] = []
    for sentence in parse.sentences:
        for verb in range(sentence.first + 1, sentence.stop - _SHORT):
            if lower[verb] not in verbs or (codes[verb] not in "zve" and lower[verb] not in _ALWAYS):
                continue
            told = verbs[lower[verb]] == "person"
            link = _link(parse, sentence, verb, told=told) or _bare(parse, sentence, verb, told=told)
            first = None if link is None else _helped(parse, sentence, verb)
            source = None if first is None else subject_before(parse, sentence, first)
            if link is None or first is None or source is None or lower[source.first] == _NOTHING:
                continue
            content = trimmed(parse, Stretch(first=link, stop=_end(parse, sentence, link)), ",:;.")
            if content is not None and len(content) > _SHORT:
                found.append(Relation(cue=Stretch(first=first, stop=verb + 1), source=source, content=(content,)))
    return tuple(found)


def with_plain(parse: Parse, found: tuple[Relation, ...]) -> tuple[Relation, ...]:
    """Return the relations in order, those of the plain form with the source and the content that the rule reads."""
    plain = plainly_in(parse)
    read = {position: one for one in plain for position in range(one.cue.first, one.cue.stop)}
    kept: list[Relation] = []
    used: set[Stretch] = set()
    for one in found:
        made = next((read[at] for at in range(one.cue.first, one.cue.stop) if at in read), None)
        if made is None:
            kept.append(one)
        elif made.cue not in used:
            kept.append(Relation(cue=one.cue, source=made.source, content=made.content))
            used.add(made.cue)
    # without "that" a verb may as well have an object: only what the models take for a telling is one
    more = (it for it in plain if it.cue not in used and parse.tokens.lower[it.content[0].first] == "that")
    return tuple(sorted((*kept, *more), key=lambda relation: relation.cue))


def _link(parse: Parse, sentence: Stretch, verb: int, *, told: bool) -> int | None:
    """Return where the "that" of a verb stands, if only hearers, times, places and manners stand before it."""
    lower, codes = parse.tokens.lower, parse.codes
    stop = min(sentence.stop - _SHORT, verb + 1 + _LONGEST_TAIL)
    link = next((at for at in range(verb + 1, stop) if lower[at] == "that"), None)
    if link is None or FINITE_CODES.isdisjoint(codes[link + 1 : sentence.stop]):
        return None
    tail = codes[verb + 1 : link]
    if not set(tail) <= _OPENS or lower[link - 1] in _TOLD_OF:
        return None
    if not tail:
        return link if lower[link + 1] not in _TIMES else None
    if tail.count(",") % 2 or tail[-1] in "ido" or (lower[link - 1] in _TIMES and lower[link - 2] == "the"):
        return None
    phrase = parse.phrase_at(verb + 1)
    timed = phrase is not None and lower[phrase.stop - 1] in _TIMES
    return link if told or tail[0] in "ir," or timed else None


def _bare(parse: Parse, sentence: Stretch, verb: int, *, told: bool) -> int | None:
    """Return where a clause begins without "that", behind hearers, times, places: "said on Monday it was"."""
    codes, lower = parse.codes, parse.tokens.lower
    at = verb + 1
    for number in range(_PIECES):
        if at >= sentence.stop - _SHORT:
            return None
        phrase = parse.phrase_at(at)
        here = phrase is not None and phrase.first == at
        timed = phrase is not None and here and not _TIMES.isdisjoint(lower[at : phrase.stop])
        counted = at + 2 if (lower[at], lower[at + 1]) in _AT_LEAST else at
        if (number or not told) and not timed and opens_clause(parse, sentence, counted):
            return at
        if codes[at] == "i":
            phrase = parse.phrase_at(at + 1)
            here = phrase is not None and phrase.first == at + 1
        elif codes[at] == "r":
            at += 1
            continue
        elif not timed and (number or not told):
            return None
        if phrase is None or not here:
            return None
        at = _parted(parse, phrase) or phrase.stop
    return None


_AT_LEAST = frozenset({("at", "least"), ("up", "to"), ("more", "than"), ("as", "many"), ("at", "most"), ("some", "of")})
_PIECES = 4
"""Phrases between a verb of telling and what is told, at most."""


def _helped(parse: Parse, sentence: Stretch, verb: int) -> int | None:
    """Return where the verb's group begins, or None where it is denied, passive or only possible."""
    lower, codes = parse.tokens.lower, parse.codes
    first, had = verb, False
    while first > sentence.first + 1 and (codes[first - 1] == "r" or lower[first - 1] in _HELPING):
        first -= 1
        if lower[first] in _NOT:
            return None
        had |= lower[first] in _HELPING
    if codes[verb] == "e" and not had and lower[verb + 1] == "by" and lower[verb + 2] not in _CHANNELS:
        return None  # "the claim made by"
    return first if codes[first - 1] not in "xMt" else None


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
        if (codes[before] != "r" and not beside) or lower[before] in _NOT:
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
    if parse.tokens.lower[opens + 1] in _THESE and (at := _parted(parse, hung[-1])) is not None:
        return at, True
    if opens < 0 or codes[opens] != "i" or (opens > least and codes[opens - 1] not in _BOUNDS):
        return hung[-1].first, False
    return next((at for part in reversed(hung) if (at := _parted(parse, part)) is not None), None), True


def _before_relative(parse: Parse, least: int, end: int) -> int | None:
    """Return where those end of whom a clause without commas tells that ends at a position; None where none does."""
    opener = next((at for at in range(end - 1, least, -1) if parse.codes[at] in _BOUNDS), least)
    lower = parse.tokens.lower
    told = lower[opener] in _RELATIVE and not FINITE_CODES.isdisjoint(parse.codes[opener + 1 : end])
    return opener if told and _verbs().keys().isdisjoint(lower[opener + 1 : end]) else None


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


def _parted(parse: Parse, phrase: Stretch) -> int | None:
    """Return where the subject begins in words that open a sentence without a comma: "on Monday | residents"."""
    lower, codes, words = parse.tokens.lower, parse.codes, parse.tokens.words
    for at in range(phrase.first + 1, phrase.stop):
        short = words[at].isupper() and len(words[at]) > 1 and not words[at - 1].isupper()  # "In Gao RFI said"
        if lower[at - 1] in _TIMES or (codes[at - 1] == "N" and (codes[at] in "n9oa" or short)):
            return at
    last = phrase.stop - 1
    return last if last > phrase.first and lower[last] in _TELLERS and codes[last] == "n" else None


def _is_fronted(parse: Parse, sentence: Stretch, front: Stretch) -> bool:
    """Whether a phrase before a subject only says when or where: "In Doha | the Taliban", "This week | the army"."""
    codes = parse.codes
    if parse.tokens.lower[front.stop - 1] in _TIMES:
        return True
    at = front.first - 1
    return at >= sentence.first and codes[at] == "i" and (at == sentence.first or codes[at - 1] in _BOUNDS)


def _end(parse: Parse, sentence: Stretch, first: int) -> int:
    """Return where what is told ends: at a semicolon, or behind a comma at "but" or at whom it is had from."""
    lower = parse.tokens.lower
    for at in range(first, sentence.stop):
        if lower[at] == ";" or (lower[at] == "," and lower[at + 1 : at + 2] in _AFTER):
            return at
    return sentence.stop


_AFTER = (("but",), ("citing",), ("quoting",))


@cache
def _verbs() -> Mapping[str, str]:
    rows = (*rows_of("telling_verbs"), ("deny", "words"))
    return {form: row[1] for row in rows if row[0] not in _HEARD for form in forms_of(row[0])[:4]}
