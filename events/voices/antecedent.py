"""Find the words that a pronoun stands for where it names a source."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from events.claim import SourceKind
from events.grammar.clause import Stretch
from events.grammar.parse import Parse
from events.source import PRONOUNS, source_kind
from events.voices.attributed import Attribution
from events.voices.head_noun import widened
from events.voices.speech import phrase_after
from texts.lexicon import entries_of
from texts.span import Span

FARTHEST = 1500
"""Characters before a pronoun beyond which nobody is looked for."""

_RELATIVE = frozenset({"who", "which", "that"})
_HE = frozenset({"he", "him", "his"})
_SHE = frozenset({"she", "her"})
_IT = frozenset({"it", "its"})
_PEOPLE = frozenset({SourceKind.PERSON, SourceKind.ANONYMOUS})
_BODIES = frozenset({SourceKind.ORGANISATION, SourceKind.OUTLET})


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Somebody whom a later pronoun may stand for."""

    span: Span
    kind: SourceKind
    woman: bool
    man: bool
    spoke: bool
    """whether it is the source of something"""


def with_antecedents(parse: Parse, attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Return the attributions with what their pronouns stand for, and the kind of source that this makes them.

    "Who" and "which" stand for the noun phrase before them; "he" and "she" for the person last named before them, as a
    source or at the head of a sentence, who may be a man or a woman; "it" for a body and "they" for several, or for
    the source named last. Where nobody fits, the pronoun stands alone.
    """
    result = list(attributions)
    order = sorted(range(len(result)), key=lambda at: result[at].cue[0])
    if not any(_pronoun(parse, made) for made in result):
        return attributions
    named = sorted({it.span: it for it in (*_heads(parse), *_sources(parse, result))}.values(), key=lambda it: it.span)
    starts = [it.span.start for it in named]
    for number in order:
        made = result[number]
        word = _pronoun(parse, made)
        if not word:
            continue
        start = made.source[0].start
        if word in _RELATIVE:
            phrase = _phrase_before(parse, start)
            found = None if phrase is None else (phrase, source_kind(phrase.of(parse.text)))
        else:
            near = named[max(0, bisect_left(starts, start) - NEAREST) : bisect_left(starts, start)]
            # whoever is told of is not the one who tells it: "No soldier crossed, he said"
            told = [it for it in near if not any(it.span.within(part) for part in made.content)]
            found = _last(told, start, word)
            if word == "they" and _is_hearsay(parse, made, found):
                result[number] = replace(made, kind=SourceKind.ANONYMOUS)
                continue
        if found is None and word in _IT and _opens_its_sentence(parse, start):
            result[number] = replace(made, source=(), kind=SourceKind.ANONYMOUS)  # "it says here": nobody was named
        if found is not None:
            kind = SourceKind.ANONYMOUS if made.kind is SourceKind.ANONYMOUS else found[1]
            result[number] = replace(made, antecedent=found[0], kind=kind)
    return tuple(result)


_SELVES = frozenset({"i", "we"})
_SAYING = frozenset({"say", "tell", "claim", "write"})


def _is_hearsay(parse: Parse, made: Attribution, found: tuple[Span, SourceKind] | None) -> bool:
    """Whether "they say" means anybody: nobody who spoke in this sentence or the one before."""
    if made.cue[0].of(parse.text).lower() not in _SAYING:
        return False
    at = bisect_right(parse.tokens.starts, made.source[0].start) - 1
    number = bisect_right(parse.sentences, at, key=lambda sentence: sentence.first) - 1
    before = parse.span(parse.sentences[max(0, number - 1)])
    same_line = "\n" not in parse.text[before.end : made.source[0].start]
    return found is None or found[0].start < before.start or not same_line


NEAREST = 12
"""How many of those named before a pronoun are looked at."""


def _pronoun(parse: Parse, made: Attribution) -> str:
    """Return the pronoun that the source is, or nothing."""
    word = made.source[0].of(parse.text).lower() if made.source and len(made.source[0]) < 6 else ""
    return word if word in PRONOUNS else ""


def _sources(parse: Parse, attributions: list[Attribution]) -> list[Named]:
    return [
        _named(parse, made.source[0], made.kind, spoke=True)
        for made in attributions
        if made.source and not _pronoun(parse, made) and made.source[0].of(parse.text).lower() not in _SELVES
    ]


def _heads(parse: Parse) -> list[Named]:
    """Return the people at the heads of the sentences."""
    found = []
    for sentence in parse.sentences:
        first = sentence.first
        while first < sentence.stop and parse.codes[first] in 'r.,:"9cm':
            first += 1
        phrase = phrase_after(parse, first) if first < sentence.stop else None
        if phrase is None or phrase.stop > sentence.stop:
            continue
        span, stated = parse.span(phrase), _states(parse, sentence, phrase.stop)
        if stated or _is_person(parse, phrase):
            found.append(_named(parse, span, source_kind(span.of(parse.text)), spoke=stated))
    return found


def _states(parse: Parse, sentence: Stretch, verb: int) -> bool:
    """Whether somebody puts out words that a sentence of its own tells: "the ministry issued a statement. It said"."""
    lower = parse.tokens.lower
    return (
        lower[verb : verb + 1] != ()
        and lower[verb] in _PUTTING_OUT
        and not _WORDS.isdisjoint(lower[verb : sentence.stop])
    )


_PUTTING_OUT = frozenset({"issued", "released", "published", "posted", "sent", "put", "made", "gave", "circulated"})
_WORDS = frozenset({"statement", "communique", "communiqué", "message", "video", "letter", "report", "leaflet"})


def _is_person(parse: Parse, phrase: Stretch) -> bool:
    """Whether a noun phrase is one person: a known name, or a noun like "driver"."""
    words = parse.tokens.lower[phrase.first : phrase.stop]
    stop = next((at for at, word in enumerate(words) if word in {"of", "for", "at", "in", "from", ","}), len(words))
    named = any(words[0] in entries_of(name) for name in ("given_names", "person_titles", "women"))
    if named and "N" in parse.codes[phrase.first : phrase.first + stop]:
        return True
    return any(words[stop - 1] in entries_of(name) for name in _ONE_PERSON)


_ONE_PERSON = ("lone_people", "women", "men", "kin", "person_titles")


def _named(parse: Parse, span: Span, kind: SourceKind, *, spoke: bool) -> Named:
    words = {word.strip(".,'’\"").removesuffix("'s") for word in span.of(parse.text).lower().replace("’", "'").split()}
    woman, man = not words.isdisjoint(entries_of("women")), not words.isdisjoint(entries_of("men"))
    return Named(span=span, kind=kind, woman=woman and not man, man=man and not woman, spoke=spoke)


def _last(named: list[Named], before: int, word: str) -> tuple[Span, SourceKind] | None:
    for it in reversed(named):
        if before - it.span.end > FARTHEST:
            return None
        if it.span.end > before:
            continue
        if word in _HE:
            fits = it.kind in _PEOPLE and not it.woman
        elif word in _SHE:
            fits = it.kind in _PEOPLE and not it.man
        else:
            fits = it.spoke and (it.kind in _BODIES if word in _IT else not (it.woman or it.man))
        if fits:
            return it.span, it.kind
    return None


FARTHEST_INSERTION = 5
"""Tokens between two commas that may stand between a noun and its "who": "sources, unnamed, who"."""


def _before_insertion(parse: Parse, comma: int) -> int:
    """Return the position of the comma before words that only describe what stands before them, else `comma`."""
    at = comma - 1
    while at > max(0, comma - FARTHEST_INSERTION) and parse.codes[at] in "ar9egv":
        at -= 1
    return at if at < comma - 1 and parse.codes[at] == parse.codes[comma] == "," else comma


def _opens_its_sentence(parse: Parse, start: int) -> bool:
    at = bisect_right(parse.tokens.starts, start) - 1
    return parse.sentence_at(at).first == at


def _phrase_before(parse: Parse, start: int) -> Span | None:
    at = bisect_right(parse.tokens.starts, start) - 2
    if at >= 0 and parse.codes[at] in ",i":
        at = _before_insertion(parse, at) - 1
    phrase = parse.phrase_at(at)
    if phrase is None or phrase.stop <= at:
        return None
    return parse.span(widened(parse, phrase))
