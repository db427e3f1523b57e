"""Bring a source to the whole words of whoever speaks, and of nobody else."""

from __future__ import annotations

from events.grammar.clause import FINITE_CODES, Stretch
from events.grammar.parse import Parse
from events.grammar.trim import trimmed
from events.voices.head_noun import from_head


def whole_speaker(parse: Parse, source: Stretch, cue: Stretch, content: tuple[Stretch, ...]) -> Stretch | None:
    """Return the source with the whole of the noun phrases that it cuts, and without marks at its ends."""
    part = trimmed(parse, source, ',:;."(icm')
    if part is not None and len(part) > 1 and parse.codes[part.stop - 2 : part.stop] in {"nw", "Nw", ",w"}:
        part = trimmed(parse, part.to(part.first, part.stop - 1), ',:;."(icm')
    if part is not None and part.stop <= cue.first:
        part = _bare(parse, _over_insertion(parse, part) or part)
    if part is None or parse.codes[part.first] in "zvMxb":
        return None  # who acts and does not speak
    part = _one_line(parse, part, cue)
    first, stop = _without_grounds(parse, _behind_dateline(parse, part.first, part.stop), part.stop), part.stop
    opening, closing = parse.phrase_at(first), parse.phrase_at(stop - 1)
    if opening is not None and opening.stop > first:
        first = opening.first
    if closing is not None and closing.stop > stop:
        stop = closing.stop
    for other in (cue, *content):
        if first < other.stop and other.first < stop:
            if other.first <= first:
                first = other.stop
            else:
                stop = other.first
    if stop <= cue.first:
        first, stop = _before_cue(parse, first, stop, cue)
    return part.to(first, stop) if first < stop else None


def _bare(parse: Parse, part: Stretch) -> Stretch | None:
    """Return the speaker without adverbs at the ends, and behind a place's name with which the sentence opens."""
    codes, first, stop = parse.codes, part.first, part.stop
    lower = parse.tokens.lower
    if ":" in lower[first:stop]:
        first = lower.index(":", first) + 1  # "Sudan: army says"
    if stop - first > 1 and lower[first] in _OF_SPEAKERS and first > 1:
        return _whom(parse, first - (codes[first - 1] == ",")) or part  # "officers in Bor, who do not …, say"
    while stop - first > 1 and codes[stop - 1] == "r" and (lower[stop - 1].endswith("ly") or lower[stop - 1] in _STILL):
        stop -= 1
    if lower[stop - 1] in _NOBODY and stop - first > 1:
        return None
    if stop - first > 1 and codes[first] == "r" and codes[first + 1] in "zvMxb":
        return None
    if codes[first] == "p" and stop - first > 1 and codes[first + 1] in FINITE_CODES:
        stop = first + 1  # "he denied it and | said"
    subject = parse.phrase_at(first)
    if (
        subject is not None
        and first < subject.stop < stop
        and codes[subject.stop] in "zvx"
        and codes[stop : stop + 2].lstrip("r")[:1] == "c"
    ):
        stop = subject.stop  # "my sister is there and | tells me"
    if first > 0 and codes[first - 1] == "i" and codes[first : first + 2] in {"Nd", "No"}:
        first += 1  # "in Doha the Taliban promised"
    return part.to(first, stop)


def _whom(parse: Parse, stop: int) -> Stretch | None:
    """Return the noun phrase that ends at a position, with what it hangs on: "officers in Bor"."""
    phrase = parse.phrase_at(stop - 1)
    if phrase is None or phrase.stop < stop:
        return None
    first = phrase.first
    while first > 1 and parse.codes[first - 1] == "i":
        before = parse.phrase_at(first - 2)
        if before is None or before.stop < first - 1:
            break
        first = before.first
    return Stretch(first=first, stop=stop)


_STILL = frozenset(
    {"still", "also", "now", "already", "later", "again", "then", "once", "even", "too", "often", "both"}
)
_NOBODY = frozenset({"nobody", "none", "nothing"})


def _before_cue(parse: Parse, first: int, stop: int, cue: Stretch) -> tuple[int, int]:
    """Return the speaker who stands before the cue, over clauses that only tell of them."""
    first = next((at + 1 for at in range(stop - 2, first, -1) if parse.tokens.lower[at] == ";"), first)
    if stop == cue.first:
        first = from_head(parse, _over_object(parse, first), parse.sentence_at(first).first)
    elif stop + 1 == cue.first and parse.tokens.lower[stop] in _INSERTING:
        first, stop = _over_clause(parse, first, stop)
    return first, next((at for at in range(first + 1, stop) if _does(parse, at)), stop)


def _without_grounds(parse: Parse, first: int, stop: int) -> int:
    """Return where the noun begins behind "in light of" and its like, which name nobody."""
    lower = parse.tokens.lower
    for at in range(first, min(first + 3, stop - 2)):
        opening = next((word for word in lower[max(0, at - 2) : at][::-1] if word != "the"), "")
        if lower[at] in _GROUNDS and lower[at + 1] in {"of", "with", "to"} and opening in {"in", "on", "at"}:
            return at + 2
    return first


_GROUNDS = frozenset(
    {"light", "view", "face", "basis", "wake", "line", "response", "contrast", "addition", "reply", "absence", "case"}
)


def _over_insertion(parse: Parse, source: Stretch) -> Stretch | None:
    """Return who speaks where the source lies in a clause about them: "the group – which had fled – said"."""
    if parse.codes[source.first] not in "ev":
        return None
    at = source.first - 1
    while at >= 0 and parse.codes[at] in "xrM":
        at -= 1
    if at < 2 or parse.codes[at] != "w":
        return None
    at -= 1 + (parse.tokens.lower[at - 1] in _INSERTING)
    phrase = parse.phrase_at(at)
    return phrase if phrase is not None and phrase.stop == at + 1 else None


def _over_object(parse: Parse, first: int) -> int:
    """Return where the speaker begins if a source is what a clause about it names last: "the band that left Bor"."""
    behind = first - (first > 0 and parse.codes[first - 1] == "i")  # "a man who lives in | Bor"
    doing = parse.group_at(behind - 1)
    if doing is None or doing.stop != behind:
        return first
    mark = doing.first - 1
    end = mark - (parse.tokens.lower[mark - 1] in _INSERTING)
    phrase = parse.phrase_at(end - 1)
    if mark < 1 or parse.codes[mark] != "w" or phrase is None or phrase.stop != end:
        return first
    return phrase.first


def _over_clause(parse: Parse, first: int, stop: int) -> tuple[int, int]:
    """Return the speaker of whom a clause between commas tells: "the guard, who spoke to reporters, said"."""
    opens = parse.sentence_at(first).first
    for mark in range(first - 1, max(opens, first - _FARTHEST), -1):
        inserted = parse.tokens.lower[mark - 1] in _INSERTING and mark - 1 > opens
        if inserted and (parse.tokens.lower[mark] in _OF_SPEAKERS or parse.codes[mark] in "ge"):
            phrase = parse.phrase_at(mark - 2)
            if phrase is not None and phrase.stop == mark - 1:
                return phrase.first, phrase.stop
    return first, stop


_FARTHEST = 30
"""Words of a clause about the speaker, at most."""
_OF_SPEAKERS = frozenset({"who", "which", "whose"})
_INSERTING = frozenset({",", "-", "–", "—", "(", ")"})


def _does(parse: Parse, position: int) -> bool:
    """Whether a source ends here, and what it does goes on: "the Times, citing an official, said"."""
    codes, lower = parse.codes, parse.tokens.lower
    if codes[position] != ",":
        return False
    cites = not {"cited", "quoted"}.isdisjoint(lower[position + 2 : position + 3])
    return codes[position + 1] == "g" or (codes[position + 1] == "w" and cites)


def _behind_dateline(parse: Parse, first: int, stop: int) -> int:
    """Return where a source begins behind the mark that ends a report's dateline: "(AP) -- The minister said"."""
    lower = parse.tokens.lower
    marks = [at for at in range(first, min(stop - 1, first + _DATELINE)) if lower[at] in _DASHES]
    return marks[-1] + 1 if marks and ")" in lower[first : marks[-1]] else first


_DATELINE = 6
_DASHES = frozenset({"-", "--", "–", "—"})


def _one_line(parse: Parse, source: Stretch, cue: Stretch) -> Stretch:
    """Return the source without what stands on other lines than the words beside its cue: stamps, signatures."""
    first, stop = source.first, source.stop
    tokens, text = parse.tokens, parse.text
    breaks = [
        at for at in range(first + 1, stop) if "\n" in text[tokens.ends[at - 1] : tokens.starts[at]]
    ]  # fmt: skip
    if not breaks:
        return source
    return Stretch(first=breaks[-1], stop=stop) if stop <= cue.first else Stretch(first=first, stop=breaks[0])


def is_empty(parse: Parse, source: Stretch, *, verb: str) -> bool:
    """Whether the source is nobody: the "it" of "it is believed", "in view of", or whoever is only asked for."""
    lower = parse.tokens.lower
    it = len(source) == 1 and lower[source.first] == "it" and verb in _IMPERSONAL
    ground = len(source) == 1 and lower[source.first] in _GROUNDS and "of" in lower[source.stop : source.stop + 1]
    nothing = len(source) == 1 and lower[source.first] == "nothing"
    return it or ground or nothing or _is_asked_for(parse, source)


def _is_asked_for(parse: Parse, source: Stretch) -> bool:
    """Whether nobody has answered who it is: "who says that?", "not clear which country supports them"."""
    lower = parse.tokens.lower
    opens = parse.sentence_at(source.first).first
    if len(source) == 1 and source.first == opens and lower[opens] in _ASKING:
        return True
    at = source.first - (lower[source.first] not in _CHOOSING)
    while at > opens and parse.codes[at] in "ac":
        at -= 1
    # behind a noun, a comma or "in" it opens a clause about something: "the town, which rebels hold"
    chosen = at > opens and lower[at] in _CHOOSING and parse.codes[at - 1] in "azvebgr"
    return chosen and parse.codes[source.stop - 1] == "n" and parse.codes[source.first] not in "do"


_ASKING = frozenset({"who", "which", "what"})
_CHOOSING = frozenset({"which", "whichever"})
_IMPERSONAL = frozenset({"is", "was", "'s", "has", "seems", "seemed", "appears", "appeared", "emerged", "turned"})
