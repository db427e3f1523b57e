"""Read by rule the plain form of telling: who, a verb of telling, to whom, when, where or how, and "that …"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from events.grammar.clause import FINITE_CODES, Stretch
from events.grammar.inflect import forms_of
from events.grammar.parse import Parse
from events.grammar.passive import HAS
from events.grammar.trim import trimmed
from events.voices.relation import Relation
from events.voices.teller import BESIDE, CHANNELS, NOT, parted, subject_before, telling_forms
from events.voices.told_that import opens_clause, told_from
from texts.lexicon import entries_of

_LONGEST_TAIL = 16
"""Words between a verb of telling and its "that", at most."""
_SHORT = 3
_HEARD = frozenset(form for verb in ("put", "hear", "learn", "understand") for form in forms_of(verb))
"""Verbs of those who are told, and one that needs a noun."""
_NOTHING = "nothing"
"""What tells nothing: "nothing suggests that"."""
_ALWAYS = frozenset({"said", "told"})
"""Forms that are verbs whatever they were tagged."""
_DENYING = frozenset(forms_of("deny")[:3])
_TOLD_OF = entries_of("told_of")
"""Nouns of which "that" says more: "the claim that"."""
_TIMES = entries_of("time_heads")
_OPENS = frozenset("nNa9odpire,gcs")
"""Codes of what may stand between a verb of telling and its "that"."""


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
            if link is None and lower[verb] in _DENYING and (codes[verb + 1] == "g" or lower[verb + 1] == "having"):
                link = verb + 1  # "denied shelling Bor"
            first = None if link is None else _helped(parse, sentence, verb)
            source = None if first is None else subject_before(parse, sentence, first)
            if link is None or first is None or source is None or lower[source.first] == _NOTHING:
                continue
            deed = codes[link] in "gx"
            content = (_deed if deed else told_from)(parse, sentence, link, before=_AFTER)
            if content is not None and (deed or len(content) > _SHORT):
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
    lower = parse.tokens.lower
    more = (
        it
        for it in plain
        if it.cue not in used and (lower[it.content[0].first] == "that" or lower[it.cue.stop - 1] in _DENYING)
    )
    return tuple(sorted((*kept, *more), key=lambda relation: relation.cue))


def with_whole(parse: Parse, relation: Relation) -> Relation:
    """Return the relation with the whole of the subject of its verb, of which a part was taken for the source."""
    source, cue = relation.source, relation.cue
    if source is None or parse.codes[cue.first] not in "zvx" or not 0 <= cue.first - source.stop <= 1:
        return relation
    whole = subject_before(parse, parse.sentence_at(cue.first), cue.first)
    if whole is None or whole == source or whole.stop < source.stop:
        return relation
    content = relation.content
    if whole.first > source.first:
        lower = parse.tokens.lower
        if whole.stop == source.stop and (lower[source.first] in BESIDE or lower[whole.first - 1] in _TIMES):
            return Relation(cue=cue, source=whole, content=content)
        if parse.codes[source.first - 1] != "i" or parse.codes[whole.first - 1] != ",":
            return relation
        # "“…” to X, two officials told us": what stands before the comma is told
        content = tuple(it.to(it.first, whole.first - 1) if it.stop <= source.first else it for it in content[:1])
    elif any(part.first < whole.stop and whole.first < part.stop for part in content):
        return relation
    return Relation(cue=cue, source=whole, content=content)


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
    if lower[verb] in _DENYING or codes[at + 1] == "c":
        return None  # "denied this and said"
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
        at = parted(parse, phrase) or phrase.stop
    return None


_AT_LEAST = frozenset({("at", "least"), ("up", "to"), ("more", "than"), ("as", "many"), ("at", "most"), ("some", "of")})
_PIECES = 4
"""Phrases between a verb of telling and what is told, at most."""


def _helped(parse: Parse, sentence: Stretch, verb: int) -> int | None:
    """Return where the verb's group begins, or None where it is denied, passive or only possible."""
    lower, codes = parse.tokens.lower, parse.codes
    if lower[verb - 1] == "nor" and lower[verb - 3] == "neither" and verb - 3 > sentence.first:
        return verb - 3  # "neither confirmed nor denied"
    first, had = verb, False
    while first > sentence.first + 1 and (codes[first - 1] == "r" or lower[first - 1] in HAS):
        first -= 1
        if lower[first] in NOT:
            return None
        had |= lower[first] in HAS
    if codes[verb] == "e" and not had and lower[verb + 1] == "by" and lower[verb + 2] not in CHANNELS:
        return None  # "the claim made by"
    return first if codes[first - 1] not in "xMt" else None


def _deed(parse: Parse, sentence: Stretch, first: int, *, before: frozenset[str]) -> Stretch | None:
    """Return a deed that is denied, to where the sentence goes on to what its subject says or does besides."""
    codes = parse.codes
    join = (at for at in range(first, sentence.stop - 1) if codes[at] == "c" and codes[at + 1] in FINITE_CODES)
    stop = next(join, None)
    if stop is None:
        return told_from(parse, sentence, first, before=before)
    return trimmed(parse, Stretch(first=first, stop=stop), ",:;.")


_AFTER = frozenset({"but", "citing", "quoting"})
"""What ends a thing told behind a comma: what speaks against it, and whom it is had from."""


@cache
def _verbs() -> Mapping[str, str]:
    return {form: shape for form, shape in telling_forms().items() if form not in _HEARD} | dict.fromkeys(
        forms_of("deny")[:4], "words"
    )
