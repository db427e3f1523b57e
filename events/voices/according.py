"""Read "according to": who is named behind it, and what else the sentence says."""

from __future__ import annotations

from events.grammar.clause import FINITE_CODES, Stretch
from events.grammar.parse import Parse
from events.grammar.trim import trimmed
from events.voices.relation import Relation


def according_in(parse: Parse) -> tuple[Relation, ...]:
    """Return what is told by whoever stands behind each "according to", in order.

    >>> from events.grammar.parse import parse_of
    >>> text = "Baiji is lost according to rudaw tv but nobody believes it."
    >>> parse = parse_of(text)
    >>> it, = according_in(parse)
    >>> parse.span(it.source).of(text), [parse.span(part).of(text) for part in it.content]
    ('rudaw tv', ['Baiji is lost'])
    """
    lower = parse.tokens.lower
    if _ACCORDING not in lower:
        return ()
    firsts = [at for at in range(len(lower) - 2) if lower[at] == _ACCORDING and lower[at + 1] == "to"]
    made = (
        according(parse, Relation(cue=Stretch(first=at, stop=at + 2), source=None, content=()))
        for at in firsts
        if _NORMS.isdisjoint(lower[at + 2 : at + 4])
    )
    return tuple(one for one in made if one is not None)


def according(parse: Parse, relation: Relation) -> Relation | None:
    """Read "according to": the source is what follows it, the content the rest of the sentence."""
    sentence = parse.sentence_at(relation.cue.first)
    first = relation.cue.first + 2
    stop = first
    while (
        stop < sentence.stop
        and parse.codes[stop] not in ',:.mzvxM"'
        and not (parse.codes[stop] == "w" and stop > first)
        and not (stop > first and _opens_a_clause(parse, stop))
    ):
        stop += 1
    if parse.codes[first : first + 1] == "p":
        stop = first + 1  # "according to him the road is cut"
    if stop - 1 > first and parse.codes[stop - 1] in "ic":
        stop -= 1
    source = trimmed(parse, Stretch(first=first, stop=stop), ',:;."(') if stop > first else None
    if source is not None:
        source = _behind_words(parse, source)
    before = trimmed(parse, Stretch(first=sentence.first, stop=relation.cue.first), ",:;.c")
    if before is None and parse.codes[stop : stop + 2] == ",w":
        # "according to X, which cited Y, …"
        stop = next((at for at in range(stop + 2, sentence.stop) if parse.codes[at] == ","), stop)
    after = trimmed(parse, Stretch(first=stop, stop=sentence.stop), ",:;.") if stop < sentence.stop else None
    owns = before is not None and after is not None and _owns_clause(parse, relation.cue.first, stop, after)
    owns = owns or (after is not None and _opened_before(parse, relation.cue.first))
    content = after if owns else before or after
    if source is None or content is None:
        return None
    parts: tuple[Stretch, ...] = (content,)
    if not owns and before is not None and after is not None and _has_no_subject(parse, after):
        parts = (before, after)
    cue = Stretch(first=relation.cue.first, stop=relation.cue.first + 2)
    return Relation(cue=cue, source=source, content=parts)


_ACCOUNTS = frozenset(
    {"words", "word", "account", "accounts", "testimony", "version", "statement", "statements", "information", "data"}
)


def _behind_words(parse: Parse, source: Stretch) -> Stretch:
    """Return whose words or account a source is: "according to the words of one officer"."""
    lower = parse.tokens.lower
    for at in range(source.first, min(source.first + 3, source.stop - 2)):
        if lower[at] in _ACCOUNTS and lower[at + 1] in {"of", "from", "by"}:
            return Stretch(first=at + 2, stop=source.stop)
    return source


def _opened_before(parse: Parse, opens: int) -> bool:
    """Whether "that" opens the clause right before: "it reported that, according to two officials, …"."""
    return opens > 1 and parse.codes[opens - 1] == "," and parse.tokens.lower[opens - 2] == "that"


def _owns_clause(parse: Parse, opens: int, stop: int, after: Stretch) -> bool:
    """Whether a clause behind a comma follows the pronoun at once: "he serves there, according to him it is lost"."""
    codes = parse.codes
    follows = codes[opens - 1] == "," and codes[stop - 1] == "p" and after.first == stop
    return follows and not FINITE_CODES.isdisjoint(codes[after.first : after.stop])


_EXPLETIVE = "there"
_AGAINST = frozenset({"but", "though", "although", "while", "whereas"})
_ACCORDING = "according"
_NORMS = frozenset({"plan", "plans", "schedule", "need", "needs", "age", "size", "rank", "custom", "tradition"})
"""What things go according to, and nobody tells by."""


def _opens_a_clause(parse: Parse, position: int) -> bool:
    """Whether a subject begins here, right behind a noun: "according to residents they fled"."""
    if parse.codes[position - 1] not in "nN":
        return False
    if parse.tokens.lower[position] in _AGAINST:
        return True
    return parse.codes[position] in "pd" or parse.tokens.lower[position] == _EXPLETIVE


def _has_no_subject(parse: Parse, part: Stretch) -> bool:
    """Whether a verb follows "and" at once, so that its subject stands before: "…, and so never arrived"."""
    bare = parse.codes[part.first + 1 : part.stop].lstrip("r")
    return parse.codes[part.first] == "c" and bare != "" and bare[0] in "zvx"
