"""Read by rule "S V that …" where the verb is of telling: "the Taliban boast that", "a survivor remembers how"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from events.grammar.clause import FINITE_CODES, Stretch
from events.grammar.inflect import forms_of
from events.grammar.parse import Parse
from events.grammar.stem import stem_of
from events.grammar.trim import trimmed, with_title
from events.source import is_listed
from events.voices.relation import Relation
from events.voices.speech import before_relative, phrase_after
from events.voices.teller import subject_before
from texts.lexicon import entries_of, rows_of

_LINKS = frozenset({"that", "how"})
_HEARERS = frozenset({"me", "us", "him", "her", "them"})
_PRONOUNS = frozenset({"he", "she", "they", "it"})
_PLAIN = frozenset(
    {"hope", "expect", "fear", "guess", "estimate", "calculate", "put", "observe", "hear", "learn", "show", "indicate"}
)
"""Verbs of what somebody thinks or hears rather than tells."""
_NOUNS = frozenset(
    {
        *("claim", "claims", "report", "reports", "fear", "fears", "hope", "hopes", "estimate", "estimates", "vow"),
        *("vows", "boast", "boasts", "warning", "promise", "promises", "pledge", "pledges", "state", "states", "note"),
        *("notes", "stress", "complaint", "guess", "post", "posts", "tweet", "tweets", "remark", "remarks", "thought"),
        *("reply", "replies", "joke", "jokes", "repeat", "repeats", "lament", "laments", "show", "shows", "recall"),
    }
)
"""Forms of such verbs that are nouns as well."""
_SURE = 5
"""Letters of a form, at least, that is taken for a verb though it was tagged as a noun: "the ministry insists that"."""
_LONGEST = 12
"""Words of a subject, at most."""
_CLAIMING = frozenset({"claim", "claims", "claimed", "admitted", "admits"})
_BOASTING = frozenset({"boasted", "boasts", "boast"})
_SHORT = 3
_BUT = frozenset({"but"})
_STEMS = frozenset(map(stem_of, entries_of("local_tellers")))
_TELLERS = entries_of("teller_words") | entries_of("local_tellers") | entries_of("lone_people") | entries_of("kin")
_TELLERS |= entries_of("men") | entries_of("women")


def told_that_in(parse: Parse) -> tuple[Relation, ...]:
    """Return who tells what stands behind "that" or "how", in order.

    >>> from events.grammar.parse import parse_of
    >>> text = "The Taliban boast that Ghazni has fallen."
    >>> parse = parse_of(text)
    >>> it, = told_that_in(parse)
    >>> parse.span(it.source).of(text), [parse.span(part).of(text) for part in it.content]
    ('The Taliban', ['that Ghazni has fallen'])
    """
    verbs, lower = _verbs(), parse.tokens.lower
    found: list[Relation] = []
    for sentence in parse.sentences:
        for at in range(sentence.first + 1, sentence.stop - _SHORT):
            if lower[at] in _BOASTING and lower[at + 1 : at + 3] == ("of", "having"):
                source, content = subject_before(parse, sentence, at), told_from(parse, sentence, at + 1, before=_BUT)
                if source is not None and content is not None:
                    found.append(Relation(cue=Stretch(first=at, stop=at + 1), source=source, content=(content,)))
                continue
            if lower[at] not in verbs or parse.codes[at] not in ("n" if lower[at] in _NOUNS else "nr") + "zv":
                continue
            link = at + 1
            to_me = verbs[lower[at]] == "person" and lower[link] in _HEARERS
            link += to_me
            plain = lower[at] in _plain() or (to_me and lower[link - 1] in {"me", "us"})
            done = lower[at] in _CLAIMING and lower[link : link + 2] == ("to", "have")
            if lower[link] not in _LINKS and not done and not (plain and opens_clause(parse, sentence, link)):
                continue
            source = subject_of_telling(parse, sentence, at)
            content = told_from(parse, sentence, link, before=_BUT)
            if source is not None and content is not None and len(content) > _SHORT:
                found.append(Relation(cue=Stretch(first=at, stop=at + 1), source=source, content=(content,)))
    return tuple(found)


def subject_of_telling(parse: Parse, sentence: Stretch, verb: int) -> Stretch | None:
    """Return the noun phrase right before a verb, with what hangs on it, where it is somebody who may tell."""
    stop = verb
    while stop > sentence.first and parse.codes[stop - 1] == "r":
        stop -= 1
    stop = _before_insertions(parse, sentence, stop)
    first = stop
    while first > max(sentence.first, stop - _LONGEST) and parse.codes[first - 1] in "dnNaos9i":
        first -= 1
    while first < stop and parse.codes[first] in "is":
        first += 1
    whole = before_relative(parse, Stretch(first=verb, stop=verb + 1), sure=True)
    if whole is not None:
        return phrase_after(parse, whole.first)
    if first == stop:
        pronoun = stop > sentence.first and parse.tokens.lower[stop - 1] in _PRONOUNS
        return Stretch(first=stop - 1, stop=stop) if pronoun and parse.codes[verb] != "n" else None
    several = parse.tokens.lower[stop - 1].endswith("s") and stem_of(parse.tokens.lower[stop - 1]) in _STEMS
    nominal = parse.codes[verb] == "n" and (parse.tokens.lower[verb] in _NOUNS or len(parse.tokens.lower[verb]) < _SURE)
    if nominal and parse.codes[stop - 1] != "N" and not several:
        return None  # "the claim that" is no verb
    if parse.codes[first - 1 : first] == "i":
        return None
    whole = phrase_after(parse, first)
    head = Stretch(first=first, stop=stop) if whole is None or whole.stop > stop else whole
    words = parse.tokens.lower[head.first : head.stop]
    first = with_title(parse, first)
    known = several or not _TELLERS.isdisjoint(words) or is_listed(" ".join(words)) or "N" in parse.codes[first:stop]
    return Stretch(first=first, stop=stop) if known else None


def _before_insertions(parse: Parse, sentence: Stretch, stop: int) -> int:
    """Return where a subject ends before what only tells of it: "Lin, 34, a teacher, | says", "my uncle, who …, |"."""
    codes = parse.codes
    for most in (_LONGEST, 1):
        if codes[stop - 1] != ",":
            break
        mark = next((at for at in range(stop - 2, sentence.first, -1) if codes[at] == ","), None)
        if mark is None or stop - 2 - mark > most:
            break
        inside = codes[mark + 1 : stop - 1]
        if inside[0] != "w" and (set(inside) & FINITE_CODES or (most == 1 and inside != "9")):
            break
        stop = mark + (most > 1 and codes[mark - 1] == "9")
    return stop


def opens_clause(parse: Parse, sentence: Stretch, first: int) -> bool:
    """Whether a clause with its subject stands at a position, without "that": "swears there were still shots"."""
    if parse.codes[first] not in "pdnNo9" and parse.tokens.lower[first] != "there":
        return False
    codes = parse.codes[first + 1 : min(first + _CLAUSE, sentence.stop)]
    verb = next((at for at, code in enumerate(codes) if code in FINITE_CODES), None)
    return verb is not None and not set(codes[:verb]) & set(',.:;"mwtg')


_CLAUSE = 7
"""Words of a subject before its verb, at most."""


@cache
def _plain() -> frozenset[str]:
    """Return the forms of the verbs behind which "that" is left out."""
    verbs = ("say", "swear", "insist", "claim", "reckon", "admit", "confirm")
    return frozenset(form for verb in verbs for form in forms_of(verb)[:3])


def told_from(parse: Parse, sentence: Stretch, first: int, *, before: frozenset[str] = frozenset()) -> Stretch | None:
    """Return what is told from a position to a semicolon or to a comma with one of these words behind it."""
    lower = parse.tokens.lower
    ends = (
        at
        for at in range(first, sentence.stop)
        if lower[at] == ";" or (lower[at] == "," and not before.isdisjoint(lower[at + 1 : at + 2]))
    )
    return trimmed(parse, Stretch(first=first, stop=next(ends, sentence.stop)), ",:;.")


@cache
def _verbs() -> Mapping[str, str]:
    rows = [row for row in rows_of("telling_verbs") if row[0] not in _PLAIN]
    return {form: row[1] for row in rows for form in forms_of(row[0])[:3]}
