"""Read the plain forms of quoted speech by rule, where the models left something out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from functools import cache

from events.grammar.clause import FINITE_CODES, Stretch
from events.grammar.inflect import forms_of
from events.grammar.parse import Parse
from events.voices.relation import Relation
from events.voices.silence import SILENCE, SILENCE_OPENS, asks_for_silence
from texts.lexicon import rows_of

_SPEAKING = frozenset({"said", "claimed", "warned", "denied", "asked", "quoted"})
_LONGEST_CHAIN = 12
"""Phrases that may hang on one another for a source; more are a list."""
_FEWEST = 4
"""Tokens, marks included, below which quoted words may be a name or a term."""


def with_speech(parse: Parse, quotes: tuple[Stretch, ...], found: tuple[Relation, ...]) -> tuple[Relation, ...]:
    """Return the relations with those of quoted speech added, and with the speakers that stand behind their verbs.

    The forms are `"…," S V` and `"…," V S`.
    """
    result = [_voiced(parse, relation) for relation in found]
    result = [one for one in result if not asks_for_silence(parse, one.cue) and not _only_cites(parse, one)]
    taken = {position for relation in result for position in range(relation.cue.first, relation.cue.stop)}
    for number, quote in enumerate(quotes):
        if len(quote) < _FEWEST or parse.codes[quote.stop - 1] != '"':
            continue
        made = _after(parse, quote) or _signed(parse, quote)
        if made is None or made.cue.first in taken:
            continue
        following = number + 1
        if following < len(quotes) and quotes[following].first <= parse.sentence_at(made.cue.first).stop:
            made = Relation(cue=made.cue, source=made.source, content=(*made.content, quotes[following]))
        result.append(made)
    result += [made for made in _unnamed(parse) if made.cue.first not in taken]
    return tuple(sorted(_each_its_own(result), key=lambda relation: relation.cue))


def _voiced(parse: Parse, relation: Relation) -> Relation:
    """Return the relation with whoever says it where the model found nobody, or took the heard for the speaker."""
    by = _by(parse, relation) or _boasting(parse, relation)
    if by is not None or relation.source is not None or not relation.content:
        return by or relation
    cue, head = relation.cue, relation.content[0]
    if head.first >= cue.stop:
        source = before_relative(parse, cue)
        return relation if source is None else Relation(cue=cue, source=source, content=relation.content)
    speaker = phrase_after(parse, cue.stop) if head.stop <= cue.first else None
    if speaker is None:
        return relation
    if parse.codes[speaker.stop : speaker.stop + 1] in FINITE_CODES:
        return _turned(parse, relation)
    rest = tuple(part for part in relation.content if part.first >= speaker.stop or part.stop <= speaker.first)
    if rest and parse.codes[cue.stop - 1] in "zv" and _said(parse, cue):
        return Relation(cue=cue, source=speaker, content=rest)
    return relation


def _boasting(parse: Parse, relation: Relation) -> Relation | None:
    """Return "the rebels boasted of …" with its subject as the source, which was taken for a part of what is said."""
    cue = relation.cue
    telling = parse.codes[cue.first] in "zv" or parse.tokens.lower[cue.first] in _OWNING_UP
    if relation.source is not None or len(relation.content) < 2 or not telling:
        return None
    head, *rest = relation.content
    citing = parse.tokens.lower[head.first + 1 : head.stop]
    if citing[:2] in _CITING and head.stop == cue.first - 1:
        return Relation(cue=cue, source=head.to(head.first, head.first + 1), content=tuple(rest))
    subject = phrase_after(parse, head.first)
    if head.stop != cue.first or subject is None or subject.stop < head.stop:
        return None
    return Relation(cue=cue, source=head, content=tuple(rest))


_CITING = ((",", "quoting"), (",", "citing"))
_OWNING_UP = frozenset({"boasted", "bragged", "admitted", "confessed", "complained"})
"""Forms that tell what their subject did though they pass for participles."""


def before_relative(parse: Parse, cue: Stretch, *, sure: bool = False) -> Stretch | None:
    """Return the subject that heads a sentence and is described without commas: "those who fled said"."""
    first = parse.sentence_at(cue.first).first
    subject = phrase_after(parse, first)
    if subject is None or parse.codes[subject.stop : subject.stop + 1] != "w" or cue.first - first > _LONGEST_SUBJECT:
        return None
    between = parse.codes[subject.stop : cue.first]
    telling = (sure or parse.codes[cue.stop - 1] in "zv") and len(between) > 1
    return Stretch(first=first, stop=cue.first) if telling and not set(between) & set(',.:;"m') else None


_LONGEST_SUBJECT = 20
"""Tokens of a subject with its relative clause, at most."""


def _each_its_own(relations: list[Relation]) -> list[Relation]:
    """Return the relations, none with a second quotation that ends right before the verb of another."""
    owned = {(one.content[0], one.cue.first) for one in relations if len(one.content) == 1}
    starts = {content: first for content, first in owned if 0 <= first - content.stop <= 2}
    return [
        one
        if len(one.content) == 1 or not any(starts.get(part, one.cue.first) != one.cue.first for part in one.content)
        else Relation(
            cue=one.cue,
            source=one.source,
            content=tuple(part for part in one.content if starts.get(part, one.cue.first) == one.cue.first)
            or one.content[:1],
        )
        for one in relations
    ]


def _turned(parse: Parse, relation: Relation) -> Relation:
    """Return "an official, who …, said the ships had left" with who says it, and what follows as what is said."""
    head = relation.content[0]
    source = phrase_after(parse, head.first)
    sentence = parse.sentence_at(relation.cue.first)
    if source is None or parse.codes[source.stop : source.stop + 2] != ",w" or source.first < sentence.first:
        return relation
    stop = sentence.stop
    while stop > relation.cue.stop and parse.codes[stop - 1] in ".,":
        stop -= 1
    content = Stretch(first=relation.cue.stop, stop=stop)
    return Relation(cue=relation.cue, source=source, content=(content,)) if len(content) > 0 else relation


def _by(parse: Parse, relation: Relation) -> Relation | None:
    """Return what "was denied by X" before it, with X as its source; None for other cues."""
    cue = relation.cue
    by = next((at for at in range(cue.stop, min(cue.stop + _PLACED, len(parse.codes))) if _leads(parse, at)), None)
    if by is None or parse.tokens.lower[by] != "by" or parse.codes[cue.stop - 1] not in "ev":
        return None
    source = phrase_after(parse, by + 1)
    before = parse.tokens.lower[max(0, cue.first - 2) : cue.stop]
    if source is None or not any(word in {"is", "are", "was", "were", "been", "being", "be"} for word in before):
        return None
    told = relation.source
    if told is None and parse.tokens.lower[parse.sentence_at(cue.first).first] == "it":
        # "it was claimed by the army that"
        rest = tuple(
            part.to(max(part.first, source.stop), part.stop) for part in relation.content if part.stop > source.stop
        )
        return Relation(cue=cue, source=source, content=rest) if rest else None
    told = relation.content[0] if told is None and relation.content else told
    if told is None or told.stop > cue.first:
        return None
    content = tuple(part for part in relation.content if part.stop <= by or part.first >= source.stop) or (
        Stretch(first=parse.sentence_at(cue.first).first, stop=told.stop),
    )
    return Relation(cue=cue, source=source, content=content)


def _leads(parse: Parse, position: int) -> bool:
    """Whether "by", or what is no place or day before it, stands here: "was reported in Bor by …"."""
    return parse.tokens.lower[position] == "by" or parse.codes[position] not in "idNn9"


_PLACED = 5
"""Words of a place or a day between a passive and its "by", at most."""


def phrase_after(parse: Parse, position: int) -> Stretch | None:
    """Return the noun phrase that begins at `position`, with its "of …" and an apposition, or None."""
    at = parse.phrase_number(position)
    if at < 0 or parse.phrases[at].first != position:
        return None
    stop = parse.phrases[at].stop
    most = at + _LONGEST_CHAIN
    while at + 1 < min(most, len(parse.phrases)) and parse.phrases[at + 1].first == stop + 1:
        apposed = parse.codes[stop] == "," and parse.codes[stop + 1] in "dan"
        if not apposed and parse.tokens.lower[stop] not in {"of", "for", "at", "in", "from"}:
            break
        at += 1
        stop = parse.phrases[at].stop
    return Stretch(first=position, stop=stop)


def _after(parse: Parse, quote: Stretch) -> Relation | None:
    """Return the relation whose source and verb follow the quotation, in either order."""
    position = quote.stop
    while position < len(parse.codes) and parse.codes[position] == ",":
        position += 1
    if (
        position >= len(parse.codes)
        or "\n" in parse.text[parse.tokens.ends[quote.stop - 1] : parse.tokens.starts[position]]
    ):
        return None
    subject = phrase_after(parse, position)
    if subject is not None and len(subject) > 1 and _ends_with_saying(parse, subject):
        cue = Stretch(first=subject.stop - 1, stop=subject.stop)
        return Relation(cue=cue, source=Stretch(first=subject.first, stop=cue.first), content=(quote,))
    verb = position if subject is None else subject.stop
    while subject is not None and verb < len(parse.codes) and parse.codes[verb] in "r,":
        verb += 1
    if (
        verb >= len(parse.codes)
        or parse.codes[verb] not in "zv"
        or not _said(parse, Stretch(first=verb, stop=verb + 1))
    ):
        return None
    quoted = phrase_after(parse, verb + 1)
    if subject is None and quoted is None:
        return None
    cue = Stretch(first=verb, stop=verb + 1)
    return Relation(cue=cue, source=subject or quoted, content=(quote,))


def _ends_with_saying(parse: Parse, subject: Stretch) -> bool:
    """Whether the last word of what passes for a noun phrase is the verb of saying: "…, a survivor remembers"."""
    last = subject.stop - 1
    ends = parse.codes[subject.stop : subject.stop + 1] in {"", ".", ","}
    return ends and parse.codes[last] == "n" and parse.tokens.lower[last] in _ending()


@cache
def _ending() -> frozenset[str]:
    """Return the forms of telling verbs behind one who tells that name nothing: "remembers", not "reports"."""
    rows = (row[0] for row in rows_of("telling_verbs"))
    return frozenset(forms_of(verb)[1] for verb in rows) - {"reports", "claims", "estimates", "fears", "hopes", "vows"}


def _signed(parse: Parse, quote: Stretch) -> Relation | None:
    """Return the relation whose source stands behind the quotation and a dash, as the last words of the line."""
    dash, tokens = quote.stop, parse.tokens
    if dash + 1 >= len(parse.codes) or tokens.words[dash] not in _DASHES:
        return None
    source = phrase_after(parse, dash + 1)
    if source is None or "N" not in parse.codes[source.first : source.stop]:
        return None
    end = source.stop
    while end < len(parse.codes) and parse.codes[end] == ".":
        end += 1
    last = end >= len(parse.codes) or "\n" in parse.text[tokens.ends[end - 1] : tokens.starts[end]]
    return Relation(cue=Stretch(first=dash, stop=dash + 1), source=source, content=(quote,)) if last else None


_DASHES = frozenset({"–", "—", "―", "--", "-"})


def _only_cites(parse: Parse, relation: Relation) -> bool:
    """Whether the cue is the citing of a source that events/voices/citation.py reads, or a topic's colon: "#Sudan:"."""
    if relation.source is not None and parse.tokens.words[relation.source.first - 1 : relation.source.first] == ("#",):
        return True
    if parse.tokens.lower[relation.cue.first] not in {"citing", "quoting"}:
        return False
    aside = relation.cue.first > 0 and parse.codes[relation.cue.first - 1] == ","
    return relation.source is None or (aside and any(_goes_on(parse, part) for part in relation.content))


def _goes_on(parse: Parse, content: Stretch) -> bool:
    """Whether the verb of whoever cites stands in what is taken for cited: "…, citing Ali, reported that"."""
    letters = parse.codes[content.first : content.stop]
    return any(f",{code}" in letters for code in "zvxM")


def _unnamed(parse: Parse) -> list[Relation]:
    """Return what those say who do not want to be named: "an officer who asked not to be named said …"."""
    lower, found = parse.tokens.lower, []
    for sentence in parse.sentences:
        if SILENCE_OPENS.isdisjoint(lower[sentence.first : sentence.stop]):
            continue
        for at in range(sentence.first, sentence.stop):
            if lower[at] not in SILENCE_OPENS:
                continue
            words = next((words for words in SILENCE if lower[at : at + len(words)] == words), None)
            if words is None:
                continue
            verb = at + len(words)
            while verb < sentence.stop and parse.codes[verb] == ",":
                verb += 1
            if verb + 2 >= sentence.stop or not _said(parse, Stretch(first=verb, stop=verb + 1)):
                continue
            opener = next(
                (back for back in range(at, sentence.first, -1) if parse.codes[back] in "wg,"), sentence.first
            )
            before = bisect_right(parse.phrases, opener, key=lambda one: one.stop) - 1
            source = parse.phrases[before] if before >= 0 else None
            content = Stretch(first=verb + 1, stop=sentence.stop - (parse.codes[sentence.stop - 1] == "."))
            if source is not None and source.first >= sentence.first:
                whole = Stretch(first=source.first, stop=at + len(words))
                found.append(Relation(cue=Stretch(first=verb, stop=verb + 1), source=whole, content=(content,)))
            break
    return found


def _said(parse: Parse, cue: Stretch) -> bool:
    return any(_verbs().get(word) in _SPEAKING for word in parse.tokens.lower[cue.first : cue.stop])


@cache
def _verbs() -> Mapping[str, str]:
    return {form: row[2] for row in rows_of("cue_words") if row[1] == "verb" for form in forms_of(row[0])}
