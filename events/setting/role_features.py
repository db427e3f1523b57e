"""What is looked at to tell which role a phrase plays for a trigger."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from events.grammar.parse import Parse
from events.grammar.phrase import Phrase
from events.grammar.stem import stem_of
from events.grammar.tag import FINITE, VERBS, Tag
from events.grammar.token import Tokens
from events.happenings.armed import is_armed
from texts.lexicon import entries_of
from texts.span import Span

FARTHEST = 100
"""How many words on each side of a trigger are looked at, however long the sentence is."""
PATH = 7
"""How many tags between the trigger and the phrase are looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A sentence's tokens with their tags, and the trigger in it by token positions `[first, stop)`."""

    tokens: Tokens
    tags: tuple[Tag, ...]
    begin: int
    end: int
    """the sentence, by token positions `[begin, end)`"""
    trigger: range
    places: frozenset[int] = frozenset()
    """positions of the tokens of names that are known to be places"""


def rows_for(setting: Setting, phrase: Phrase, phrases: Sequence[Phrase], bits: int) -> list[int]:
    """Return the rows of the model's table that the phrase's features fall on; always the same number of them."""
    mask = (1 << bits) - 1
    return [
        zlib.crc32(feature.encode("utf-8", "surrogatepass")) & mask for feature in features(setting, phrase, phrases)
    ]


def features(setting: Setting, phrase: Phrase, phrases: Sequence[Phrase]) -> list[str]:
    """Return the features of a phrase for a trigger, each with the letter of its kind."""
    tags, lower = setting.tags, setting.tokens.lower
    first, stop = setting.trigger.start, setting.trigger.stop
    after = phrase.first >= stop
    lo, hi = (stop, phrase.first) if after else (phrase.stop, first)
    between = tags[lo:hi]
    side = "a" if after else "b" if phrase.stop <= first else "i"
    verb = stem_of(lower[first])
    verb_tag = tags[first].value
    voice = "p" if first > setting.begin and lower[first - 1] in _BE else verb_tag
    head = lower[phrase.head]
    prep, chain = phrase.preposition, phrase.chain
    distance = hi - lo
    far = str(min(distance, 4)) if distance < 5 else "5" if distance < 9 else "9" if distance < 16 else "16"
    verbs = sum(tag in VERBS for tag in between)
    finite = sum(tag in FINITE for tag in between)
    commas = sum(tag in _BREAKS for tag in between)
    marks = "".join(sorted({tag.value[0] for tag in between if tag in _LINKS}))
    named = "n" if any(tags[i] == Tag.NAME for i in range(phrase.first, phrase.stop)) else _sort(tags, phrase)
    inner = [other for other in phrases if lo <= other.first and other.stop <= hi]
    rivals = sum(other.preposition == prep for other in inner)
    bare = sum(not other.preposition and not other.adverb for other in inner)
    preps = "+".join(
        other.preposition or ("@" if other.adverb else "_") for other in (inner[:3] if after else inner[-3:])
    )
    names = sum(any(tags[i] == Tag.NAME for i in range(other.first, other.stop)) for other in inner)
    path = " ".join(tag.value[:3] for tag in (between[:PATH] if after else between[-PATH:]))
    past = lower[phrase.stop] if phrase.stop < setting.end else "$"
    past_tag = tags[phrase.stop].value if phrase.stop < setting.end else "$"
    before = lower[phrase.first - 1] if phrase.first > setting.begin else "^"
    opening = lower[phrase.first]
    kind = "@" + opening if phrase.adverb else named
    lead = prep or ("@" + opening if phrase.adverb else "_")
    clear = f"{min(verbs, 2)}{min(finite, 1)}{min(commas, 2)}"
    following = lower[stop] if stop < setting.end else "$"
    ahead = next((other for other in phrases if other.first >= stop), None)
    ahead_lead = "" if ahead is None else ahead.preposition or ("@" if ahead.adverb else "_")
    known = _known(setting, phrase)
    nearer = sum(_known(setting, other) == "k" for other in inner)
    ground = "g" if any(lower[i] in _GROUNDS for i in range(phrase.first, phrase.stop)) else ""
    told = "t" if head in _TIMES else "a" if any(is_armed(lower[i]) for i in range(phrase.first, phrase.stop)) else ""
    outer = phrase.stop < setting.end - 1 and past == "," and phrase.stop + 1 in setting.places
    return [
        "0",
        f"f{known}|{lead}|{side}|{clear}",
        f"g{known}|{ground}{told}|{lead}|{side}",
        f"h{known}|{min(nearer, 2)}|{min(len(inner), 4)}|{side}",
        f"i{known}|{verb}|{lead}|{side}",
        f"j{known}|{outer}|{chain}|{side}",
        f"k{known}|{verb_tag}|{voice}|{side}|{far}",
        f"l{known}|{before}|{past_tag}|{min(nearer, 1)}",
        f"m{told}|{lead}|{verb}",
        f"A{lead}",
        f"B{side}{lead}{clear}",
        f"C{verb}|{lead}|{side}",
        f"D{verb}|{side}|{clear}",
        f"E{voice}|{side}|{lead}",
        f"F{side}{far}{lead}",
        f"G{chain}|{side}|{before}",
        f"H{head}|{lead}",
        f"I{head}",
        f"J{kind}|{lead}|{side}",
        f"K{side}{clear}{marks}",
        f"L{preps}|{lead}|{side}",
        f"M{min(rivals, 2)}{lead}|{side}",
        f"N{path}|{lead}|{side}",
        f"O{past_tag}|{lead}",
        f"P{past}|{side}",
        f"Q{before}|{side}",
        f"R{verb}|{lead}|{kind}",
        f"S{verb}|{following}|{lead}",
        f"T{min(bare, 2)}|{lead}|{verb}",
        f"U{verb[-3:]}|{lead}|{verb_tag}",
        f"V{head[-3:]}|{lead}",
        f"W{min(names, 2)}|{named}|{side}{clear}",
        f"X{opening}|{lead}",
        f"Y{distance == 0}|{lead}|{verb}|{verb_tag}",
        f"Z{phrase.first == setting.begin}|{lead}|{past_tag}",
        f"a{named}|{past_tag}|{before}|{side}",
        f"b{lead}|{ahead_lead}|{side}|{len(inner) == 0}",
        f"c{chain}|{min(len(inner), 4)}|{side}|{named}",
        f"d{verb}|{head}",
        f"e{verb}|{verb_tag}|{side}|{far}",
    ]


def _known(setting: Setting, phrase: Phrase) -> str:
    """Return "k" for a phrase that ends in a known place, "d" for one that a place describes, "" for others."""
    held = [i for i in range(phrase.first, phrase.stop) if i in setting.places]
    return "" if not held else "k" if held[-1] >= phrase.stop - 2 else "d"


def setting_of(parse: Parse, trigger: Span, places: frozenset[int] = frozenset()) -> Setting | None:
    """Return the setting of a trigger in the first sentence that it touches; None where it touches no word."""
    held = parse.tokens.inside(trigger)
    if not held:
        return None
    sentence = parse.sentence_at(held.start)
    return Setting(
        tokens=parse.tokens,
        tags=parse.tags,
        begin=max(sentence.first, held.start - FARTHEST),
        end=max(min(sentence.stop, held.stop + FARTHEST), held.stop),
        trigger=held,
        places=places,
    )


def positions_of(parse: Parse, names: Iterable[Span]) -> frozenset[int]:
    """Return the positions of the tokens of names."""
    return frozenset(position for name in names for position in parse.tokens.inside(name))


_GROUNDS = entries_of("ground_words")
_TIMES = entries_of("time_heads")
_BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "'s", "'re", "get", "got"})
_BREAKS = frozenset({Tag.COMMA, Tag.COLON, Tag.QUOTE, Tag.BRACKET})
_LINKS = frozenset({Tag.MARK, Tag.WH, Tag.CONJUNCTION, Tag.MODAL, Tag.TO})


def _sort(tags: tuple[Tag, ...], phrase: Phrase) -> str:
    if phrase.adverb:
        return "@"
    tag = tags[phrase.head]
    return "p" if tag == Tag.PRONOUN else "#" if tag == Tag.NUMBER else "w" if tag == Tag.WH else "c"
