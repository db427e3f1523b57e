"""Read by rule who tells what stands before or around them: "…, residents said", "…, said the mayor"."""

from __future__ import annotations

from functools import cache

from events.grammar.clause import FINITE_CODES, Stretch
from events.grammar.inflect import forms_of
from events.grammar.parse import Parse
from events.grammar.passive import HAS
from events.grammar.trim import trimmed
from events.source import is_listed
from events.voices.relation import Relation
from events.voices.speech import phrase_after
from events.voices.teller import described, telling_forms
from texts.lexicon import entries_of, rows_of

_VERBAL = frozenset("zvMxeg")
REACH = 250
"""Tokens on each side of the telling beyond which nothing is told."""
_LONGEST = 60
"""Tokens before the telling verb within which its subject and the commas around it are looked for."""
_HEADLINE = 3
"""Tokens of a headline, at least, whose verb may pass for a noun: "Jets bomb Gedo, witnesses say"."""
_WEAK = frozenset({"and", "but", "yet", "while"})
_TELLERS = frozenset(
    word for name in ("teller_words", "lone_people", "local_tellers", "kin") for word in entries_of(name)
)
_TIME_WORDS = entries_of("time_heads")


def told_in(parse: Parse) -> tuple[Relation, ...]:
    """Return what is told by somebody who is named behind it or in its midst, in the order of the telling verbs.

    >>> from events.grammar.parse import parse_of
    >>> text = "Shells fell on Sumy, residents said on Monday."
    >>> parse = parse_of(text)
    >>> told, = told_in(parse)
    >>> parse.span(told.source).of(text), [parse.span(part).of(text) for part in told.content]
    ('residents', ['Shells fell on Sumy'])
    """
    verbs, lower = telling_forms(), parse.tokens.lower
    found: list[Relation] = []
    for sentence in parse.sentences:
        for verb in range(sentence.first + 2, sentence.stop):
            if lower[verb] in verbs and (parse.codes[verb] in "zvebn" or _is_shouted(parse, verb)):
                if lower[verb] in _PUT and lower[verb + 1 : verb + 2] != ("it",):
                    continue
                made = _told_by(parse, sentence, verb) or _told_after(parse, sentence, verb)
                if made is not None:
                    found.append(made)
    return tuple(found)


def _is_shouted(parse: Parse, verb: int) -> bool:
    """Whether a verb passes for a noun: "…, CHECHENS SAY", ", SAYS KYIV", "…, the police reports."."""
    if parse.tokens.words[verb] in _SHOUTED:
        return True
    phrase = parse.phrase_at(verb)
    last = parse.codes[verb] == "n" and parse.codes[verb + 1 : verb + 2] in {"", "."}
    if not last or phrase is None or phrase.stop != verb + 1 or phrase.first >= verb or phrase.first == 0:
        return False
    several = parse.tokens.lower[verb - 1].endswith("s")
    return parse.codes[phrase.first - 1] in ",r" and several != parse.tokens.lower[verb].endswith("s")


_SHOUTED = frozenset({"SAY", "SAYS"})


def _told_by(parse: Parse, sentence: Stretch, verb: int) -> Relation | None:
    """Read "…, S V" with what is told before it, and "…, S V, …" with what is told on both sides."""
    if parse.codes[verb] not in "zve" and not _is_shouted(parse, verb):
        return None
    first = verb
    while first > sentence.first and (parse.codes[first - 1] == "r" or parse.tokens.lower[first - 1] in HAS):
        first -= 1
    opened = _subject_before(parse, sentence, first)
    if opened is None:
        return None
    comma, source = opened
    if parse.codes[verb] == "e" and first == verb and parse.tokens.lower[verb] != "said":
        return None
    return _made(parse, sentence, Stretch(first=first, stop=verb + 1), source, comma)


def _subject_before(parse: Parse, sentence: Stretch, verb: int) -> tuple[int, Stretch] | None:
    """Return the comma before the subject of a telling verb, and the subject; an apposition has a comma of its own."""
    codes = parse.codes
    commas = 2 if codes[verb - 1] == "," else 1
    least = max(sentence.first, verb - _LONGEST)
    for at in range(verb - commas, least, -1):
        if codes[at] in '.;:"' or not commas:
            return None
        if codes[at] != ",":
            continue
        start = _subject_start(parse, at + 1, verb)
        source = None if start is None else phrase_after(parse, start)
        source = None if source is None else _with_second(parse, source, verb)
        if source is not None and _reaches(parse, source, verb):
            return at, described(parse, source, verb)
        commas -= 1
    return None


def _with_second(parse: Parse, source: Stretch, verb: int) -> Stretch:
    """Return two who tell together as one source: "residents and a hospital source said"."""
    source = source.to(source.first, min(source.stop, verb))  # "SAYS" may pass for a name
    other = phrase_after(parse, source.stop + 1) if parse.tokens.lower[source.stop] == "and" else None
    return source.to(source.first, other.stop) if other is not None and other.stop <= verb else source


def _subject_start(parse: Parse, position: int, verb: int) -> int | None:
    """Return where the subject begins behind a comma and perhaps "as"; None where another clause begins there."""
    if parse.tokens.lower[position : position + 2] == ("or", "so"):
        return position + 2
    like = parse.tokens.lower[position] == "as"
    if parse.tokens.lower[position] in _WEAK and not like:
        return None
    return position + like if like or parse.tokens.lower[verb] not in _PUT else None


def _reaches(parse: Parse, source: Stretch, verb: int) -> bool:
    """Whether between a subject and its verb stands nothing, adverbs, or what only describes the subject."""
    between = parse.codes[source.stop : verb].strip("r")
    if not between or (between == "," and "," in parse.codes[source.first : source.stop]):
        return True
    if between[0] == "," and between[-1] == "," and len(between) > 2:
        return not any(code in FINITE_CODES for code in between) or between[1] == "w"
    # "officials installed by Russia said": a participle with its own phrase describes the subject
    return (
        between[0] in "ewig"
        and not any(code in '.;:",' for code in between)
        and len(between) < 16
        and (between[0] == "w" or not any(code in FINITE_CODES for code in between))
    )


def _told_after(parse: Parse, sentence: Stretch, verb: int) -> Relation | None:
    """Read "…, V S" with what is told before it."""
    comma = verb - 1
    if parse.codes[comma] != "," or not (parse.codes[verb] in "zvne" or _is_shouted(parse, verb)):
        return None
    source = phrase_after(parse, verb + 1)
    if source is None or source.stop > sentence.stop:
        return None
    named = "N" in parse.codes[source.first : source.stop] or is_listed(parse.span(source).of(parse.text))
    if parse.tokens.lower[verb] not in _SAYING and not named:
        return None
    return _made(parse, sentence, Stretch(first=verb, stop=verb + 1), source, comma, inverted=True)


_PUT = frozenset({"put", "puts"})
_SAYING = frozenset({"say", "says", "said"})


def _made(
    parse: Parse, sentence: Stretch, cue: Stretch, source: Stretch, comma: int, *, inverted: bool = False
) -> Relation | None:
    """Return the relation if what stands before the comma, and not what follows the verb, is what is told."""
    before = _before(parse, sentence, comma)
    if before is None or _hangs(parse, before):
        return None
    tail = source.stop if inverted else _past_hearer(parse, cue)
    tail, end = _aside(parse, sentence, tail)
    rest = parse.codes[tail:end].rstrip(".")
    spoken = end + (parse.codes[end : end + 1] == ",")
    if parse.codes[spoken : spoken + 1] == '"' or parse.tokens.lower[end : end + 1] == (":",):
        return None  # what is told is what is quoted
    after = _after(parse, sentence, end)
    if after is not None and not rest.strip("r") and _is_split(parse, before, after):
        return Relation(cue=cue, source=source, content=(before, after))
    plain = len(before) > _HEADLINE and not rest and _is_teller(parse, source)
    if not plain and not any(code in _VERBAL for code in parse.codes[before.first : before.stop]):
        return None
    if any(code in FINITE_CODES for code in rest.partition("w")[0]) if inverted else not _is_aside(parse, tail, rest):
        return None
    goes_on = after is not None and _goes_on(parse, after)
    return Relation(cue=cue, source=source, content=(before, after) if after is not None and goes_on else (before,))


def _is_teller(parse: Parse, source: Stretch) -> bool:
    return parse.tokens.lower[source.stop - 1] in _TELLERS or is_listed(parse.span(source).of(parse.text))


_TERM = 6
"""Tokens within quotation marks, at most, that are a term amid what is told: "has sent “observers” to X"."""


def _before(parse: Parse, sentence: Stretch, comma: int) -> Stretch | None:
    """Return what stands before the comma, from the start of the sentence or the last semicolon on."""
    begin, least = comma, max(sentence.first, comma - REACH)
    while begin > least and parse.tokens.lower[begin - 1] not in {";", ":"}:
        at = begin - 1
        if parse.codes[at] == '"' and (at := parse.codes.rfind('"', max(least, at - _TERM), at)) < 0:
            break
        begin = at
    if parse.codes[comma - 1] == '"' or begin == comma or (begin > sentence.first and parse.codes[begin - 1] == '"'):
        return None
    return trimmed(parse, Stretch(first=begin, stop=comma), ",:;.c")


def _past_hearer(parse: Parse, cue: Stretch) -> int:
    """Return where what follows a telling verb begins, behind the one who is told."""
    word = parse.tokens.lower[cue.stop - 1]
    if word in _PUT:
        return cue.stop + 1
    told = phrase_after(parse, cue.stop) if telling_forms()[word] == "person" else None
    return cue.stop if told is None else told.stop


def _aside(parse: Parse, sentence: Stretch, tail: int) -> tuple[int, int]:
    """Return from where and how far what follows the telling runs, up to the next mark."""
    end, most = tail, min(sentence.stop, tail + REACH)
    silent = parse.tokens.lower[tail : tail + 2] == ("on", "condition")
    while end < most and parse.codes[end] not in ',:"(':
        end += 1
    return (end if silent else tail), end


def _after(parse: Parse, sentence: Stretch, comma: int) -> Stretch | None:
    """Return what follows the comma behind the telling, up to the next semicolon."""
    if parse.codes[comma : comma + 1] != "," or comma + 1 >= sentence.stop:
        return None
    most = min(sentence.stop, comma + REACH)
    stop = next((at for at in range(comma + 1, most) if parse.tokens.lower[at] == ";"), most)
    return trimmed(parse, Stretch(first=comma, stop=stop), ",:;.")


def _is_split(parse: Parse, before: Stretch, after: Stretch) -> bool:
    """Whether the telling stands within what is told: "the road, he said, is cut", "on Monday, he said, it was cut"."""
    codes = parse.codes
    if any(code in FINITE_CODES for code in codes[before.first : before.stop]):
        return False
    if codes[after.first] in "zvMxer":
        return True
    return codes[before.first] in "ir" and any(code in FINITE_CODES for code in codes[after.first : after.stop])


def _hangs(parse: Parse, before: Stretch) -> bool:
    """Whether all verbs before the comma stand in a clause that hangs on the verb behind it: "as troops came"."""
    if parse.codes[before.first] in "eg":
        return not any(code in FINITE_CODES for code in parse.codes[before.first : before.stop])
    opens = parse.codes[before.first] == "m" or parse.tokens.lower[before.first] in _HANGING
    return opens and "," not in parse.codes[before.first : before.stop]


_HANGING = frozenset({"when", "while", "after", "as", "before", "although", "though", "if", "since", "once", "because"})


def _is_aside(parse: Parse, tail: int, rest: str) -> bool:
    """Whether what follows the verb up to the next comma tells only where, when or to whom it was said."""
    if not rest.strip("r") or (rest.strip("r") in {"p", "r"} and parse.tokens.lower[tail] in _IT):
        return True
    if any(code in "zvMm" for code in rest):
        return False
    head = rest.lstrip("r")[0]
    if head in "it":
        return head == "i"
    at = tail + len(rest) - len(rest.lstrip("r"))
    if head in "naNd9":
        phrase = phrase_after(parse, at)
        last = at if phrase is None else phrase.stop - 1
        return any(parse.tokens.lower[spot] in _DAYS or parse.tokens.lower[spot] in _TIME_WORDS for spot in (at, last))
    return False


_IT = frozenset({"it", "so", "this"})
"""What stands for the words before: "X fell, the mayor tweeted it"."""
_DAYS = frozenset(
    {
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
        *("today", "yesterday", "tonight", "earlier", "later", "afterwards", "afternoon", "morning", "evening"),
    }
)


def _goes_on(parse: Parse, after: Stretch) -> bool:
    """Whether what follows the telling is still told: "…, the mayor said, the first town to fall"."""
    code, word = parse.codes[after.first], parse.tokens.lower[after.first]
    if word == "but":
        bare = parse.codes[after.first + 1 : after.stop].lstrip("r")
        return bool(bare) and bare[0] in "zvx"
    if word in _AGAINST or code in 'w(:"' or (code == "g" and word in _saying()):
        return False
    return code not in "pdnNa9o" or not any(one in FINITE_CODES for one in parse.codes[after.first : after.stop])


_AGAINST = frozenset({"although", "though", "while", "whereas", "despite", "yet", "however"})


@cache
def _saying() -> frozenset[str]:
    verbs = ("cite", "quote", *(row[0] for row in rows_of("telling_verbs")))
    return frozenset(forms_of(verb)[4] for verb in verbs)
