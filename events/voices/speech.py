"""Read the plain forms of quoted speech by rule, where the models left something out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from functools import cache
from operator import attrgetter

from events.grammar.clause import Stretch
from events.grammar.inflect import forms_of
from events.grammar.parse import Parse
from events.voices.mend import Relation
from texts.lexicon import rows_of

_first = attrgetter("first")

_SPEAKING = frozenset({"said", "claimed", "warned", "denied", "asked", "quoted"})
_LONGEST_CHAIN = 12
"""Phrases that may hang on one another for a source; more are a list."""
_FEWEST = 4
"""Tokens, marks included, below which quoted words may be a name or a term."""


def with_speech(parse: Parse, quotes: tuple[Stretch, ...], found: tuple[Relation, ...]) -> tuple[Relation, ...]:
    """Return the relations with those of quoted speech added, and with the speakers that stand behind their verbs.

    The forms are `"…," S V` and `"…," V S`.
    """
    result = list(found)
    for number, relation in enumerate(result):
        if relation.source is None and relation.content and relation.content[0].stop <= relation.cue.first:
            speaker = phrase_after(parse, relation.cue.stop)
            if speaker is not None and parse.codes[relation.cue.stop - 1] in "zv" and _said(parse, relation.cue):
                rest = tuple(
                    part for part in relation.content if part.first >= speaker.stop or part.stop <= speaker.first
                )
                if rest:
                    result[number] = Relation(cue=relation.cue, source=speaker, content=rest)
    result = [one for one in result if not _asks_for_silence(parse, one.cue) and not _only_cites(parse, one)]
    taken = {position for relation in result for position in range(relation.cue.first, relation.cue.stop)}
    for number, quote in enumerate(quotes):
        if len(quote) < _FEWEST or parse.codes[quote.stop - 1] != '"':
            continue
        made = _after(parse, quote) or _signed(parse, quote)
        if made is None or made.cue.first in taken:
            continue
        following = number + 1
        if following < len(quotes) and quotes[following].first <= _end_of_sentence(parse, made.cue.first):
            made = Relation(cue=made.cue, source=made.source, content=(*made.content, quotes[following]))
        result.append(made)
    result += [made for made in _unnamed(parse) if made.cue.first not in taken]
    return tuple(sorted(result, key=lambda relation: relation.cue))


def phrase_after(parse: Parse, position: int) -> Stretch | None:
    """Return the noun phrase that begins at `position`, with its "of …" and an apposition, or None."""
    at = bisect_right(parse.phrases, position, key=_first) - 1
    if at < 0 or parse.phrases[at].first != position:
        return None
    stop = parse.phrases[at].stop
    if at + 1 < len(parse.phrases) and parse.phrases[at + 1].first == stop + 1 and _owns(parse, stop):
        at += 1
        stop = parse.phrases[at].stop
    most = at + _LONGEST_CHAIN
    while at + 1 < min(most, len(parse.phrases)) and parse.phrases[at + 1].first == stop + 1:
        apposed = parse.codes[stop] == "," and parse.codes[stop + 1] in "dan"
        if not apposed and parse.tokens.lower[stop] not in {"of", "for", "at", "in", "from"}:
            break
        at += 1
        stop = parse.phrases[at].stop
    return Stretch(first=position, stop=stop)


def _owns(parse: Parse, position: int) -> bool:
    """Whether the mark at `position` is the ending of an owner in the plural: "the rebels' spokesman"."""
    tokens = parse.tokens
    beside = (
        tokens.starts[position] == tokens.ends[position - 1] and tokens.ends[position] < tokens.starts[position + 1]
    )
    return tokens.lower[position] == "'" and tokens.lower[position - 1].endswith("s") and beside


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


SILENCE = (
    ("not", "to", "be", "named"), ("not", "to", "be", "identified"), ("to", "be", "named"), ("to", "be", "identified"),
    ("condition", "of", "anonymity"), ("not", "be", "named"), ("not", "be", "identified"),
    ("to", "be", "quoted", "by", "name"), ("anonymously",),
)  # fmt: skip
"""What those say who do not want to be named."""
_SILENCE_OPENS = frozenset(words[0] for words in SILENCE)


def _asks_for_silence(parse: Parse, cue: Stretch) -> bool:
    """Whether the cue is the asking itself: "who asked not to be named"."""
    lower = parse.tokens.lower
    if _SILENCE_OPENS.isdisjoint(lower[cue.first : cue.stop + 3]):
        return False
    return any(lower[at : at + len(words)] == words for at in range(cue.first, cue.stop + 3) for words in SILENCE)


_BESIDE = 14
"""Tokens between a source and its cue, and behind the cue, where it may ask not to be named."""


def is_silent(parse: Parse, relation: Relation) -> bool:
    """Whether the source of a relation asks not to be named, beside its name or behind the cue."""
    source, cue, lower = relation.source, relation.cue, parse.tokens.lower
    if source is None:
        return False
    first = source.first if source.stop <= cue.first <= source.stop + _BESIDE else cue.first
    stop = min(len(lower), cue.stop + _BESIDE)
    for at in range(first, stop):
        if at > cue.stop and parse.codes[at] == ".":
            return False
        if lower[at] in _SILENCE_OPENS and any(lower[at : at + len(words)] == words for words in SILENCE):
            return True
        if lower[at : at + 2] == ("on", "condition") and "named" in lower[at : at + 9]:
            return True
    return False


def _only_cites(parse: Parse, relation: Relation) -> bool:
    """Whether the cue is the citing of a source that events/voices/citation.py reads."""
    return relation.source is None and parse.tokens.lower[relation.cue.first] in {"citing", "quoting"}


def _unnamed(parse: Parse) -> list[Relation]:
    """Return what those say who do not want to be named: "an officer who asked not to be named said …"."""
    lower, found = parse.tokens.lower, []
    for sentence in parse.sentences:
        for at in range(sentence.first, sentence.stop):
            if lower[at] not in _SILENCE_OPENS:
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


def _end_of_sentence(parse: Parse, position: int) -> int:
    at = bisect_right(parse.sentences, position, key=_first) - 1
    return parse.sentences[at].stop


@cache
def _verbs() -> Mapping[str, str]:
    return {form: row[2] for row in rows_of("cue_words") if row[1] == "verb" for form in forms_of(row[0])}
