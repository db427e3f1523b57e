"""Tell whether what is told is called untrue, or is said to have all but happened."""

from __future__ import annotations

from events.claim import Status
from events.grammar.clause import Stretch
from events.grammar.parse import Parse
from events.grammar.stem import stem_of
from events.status_cue import Hit, Scope
from texts.lexicon import rows_of

_SORTED: dict[str, frozenset[tuple[str, ...]]] = {
    sort: frozenset(tuple(row[0].split()) for row in rows_of("falsehoods") if row[1] == sort)
    for sort in ("report", "false", "liar")
}
_OPENING = frozenset(words[0] for words in _SORTED["false"])
_BEING = frozenset(
    {"is", "are", "was", "were", "be", "been", "'s", "as", "proved", "proven", "turned", "remain", "remains", "a"}
)
_CALLING = frozenset(
    map(
        stem_of,
        (
            "call", "describe", "dismiss", "brand", "label", "denounce", "brush", "reject", "deride", "decry", "slam",
            "term", "deem", "characterise", "characterize", "condemn", "mock", "ridicule", "expose", "debunk",
        ),
    )
)  # fmt: skip
"""Verbs by which a report is called something: "called the claims a lie"."""
_TELLING = frozenset({"say", "says", "said", "claim", "claims", "claimed", "write", "writes", "wrote", "tell", "think"})
_WHO = frozenset({"those", "people", "anyone", "anybody", "whoever", "everyone", "who", "they", "you", "he", "she"})
_NEAR = 4
"""Words between what is called untrue and the word for it, at most, on its left."""
_FARTHEST = 30
"""Tokens around a happening within which it is called untrue."""
_NEARLY = frozenset({"almost", "nearly", "narrowly", "practically", "virtually"})
_DEGREES = frozenset(
    map(stem_of, ("destroy", "raze", "level", "flatten", "ruin", "empty", "desert", "surround", "encircle", "besiege",
                  "cut", "isolate", "wipe", "demolish", "depopulate", "abandon", "devastate", "obliterate", "finish"))
)  # fmt: skip
"""Stems of verbs of which "almost" tells how far it went, not that it did not happen."""


def called_false(parse: Parse, sentence: Stretch, trigger: int) -> Hit | None:
    """Return the words that call what is told untrue, or None.

    >>> from events.grammar.parse import parse_of
    >>> text = "The ministry called reports of looting in Gori a provocation."
    >>> parse = parse_of(text)
    >>> parse.span(called_false(parse, parse.sentences[0], 5).words).of(text)
    'provocation'
    """
    lower = parse.tokens.lower
    first, stop = max(sentence.first, trigger - _FARTHEST), min(sentence.stop, trigger + _FARTHEST)
    if _OPENING.isdisjoint(lower[first:stop]) and not any((word,) in _SORTED["liar"] for word in lower[first:stop]):
        return None
    report = next((at for at in range(trigger - 1, first - 1, -1) if (lower[at],) in _SORTED["report"]), None)
    if report is not None:
        before = next((at for at in range(max(first, report - _NEAR), report) if _is(lower, at, "false")), None)
        if before is not None and stem_of(lower[report]) != stem_of(lower[before]):
            return _hit(before)
        if lower[report] != "claimed" or "by" in lower[report + 1 : trigger]:
            called = any(stem_of(word) in _CALLING for word in lower[first:report])
            behind = _behind(parse, trigger, stop, called=called)
            if behind is not None:
                return _hit(behind)
    told = next((at for at in range(trigger - 1, first, -1) if lower[at] in _TELLING), None)
    if told is not None and not _WHO.isdisjoint(lower[max(first, told - 2) : told]):
        lying = next((at for at in range(trigger + 1, stop) if _is(lower, at, "liar")), None)
        if lying is not None and (lower[lying] == "lied" or not _BEING.isdisjoint(lower[lying - 2 : lying])):
            return _hit(lying)
    return _before_what(parse, first, trigger)


def _behind(parse: Parse, trigger: int, stop: int, *, called: bool) -> int | None:
    """Return where a report is called untrue behind what it tells: "… are lies", "called … a lie"."""
    lower = parse.tokens.lower
    for at in range(trigger + 1, stop):
        if lower[at] == ";" or (lower[at] in {"but", "and"} and parse.codes[at - 1] == ","):
            return None
        if _is(lower, at, "false") and not (lower[at] == "lies" and parse.codes[at] in "zb"):
            near = lower[max(trigger, at - _NEAR) : at]
            if not _BEING.isdisjoint(near) or (called and at - trigger < _FARTHEST // 2):
                return at
    return None


def _before_what(parse: Parse, first: int, trigger: int) -> Hit | None:
    """Read "it is not true what he says, that X …" and "fake news that X …"."""
    lower = parse.tokens.lower
    for at in range(trigger - 2, first - 1, -1):
        if lower[at] not in _OPENING:
            continue
        words = next((words for words in _SORTED["false"] if lower[at : at + len(words)] == words), None)
        if words is None:
            continue
        link = at + len(words) + (lower[at + len(words)] in {"news", "reports", "info", "at"})
        if lower[link] in {"that", "what"} and not any(
            lower[i] in {"but", ";", "because"} for i in range(link, trigger)
        ):
            return _hit(at)
    return None


def nearly_done(parse: Parse, group: Stretch, trigger: int) -> Hit | None:
    """Return the words by which a deed is said to have all but happened: "almost took", "all but captured".

    >>> from events.grammar.parse import parse_of
    >>> parse = parse_of("They nearly captured Bara.")
    >>> nearly_done(parse, Stretch(first=2, stop=3), 2).status.value
    'denied'
    >>> nearly_done(parse_of("They nearly destroyed Bara."), Stretch(first=2, stop=3), 2) is None
    True
    """
    lower = parse.tokens.lower
    if parse.codes[trigger] not in "zveb" or stem_of(lower[trigger]) in _DEGREES:
        return None
    least = max(0, group.first - 2)
    for at in range(trigger - 1, least - 1, -1):
        if lower[at] in _NEARLY and (at + 1 == trigger or parse.codes[at + 1] in "xr"):
            return _hit(at)
        if lower[at : at + 2] == ("all", "but") and at + 2 == trigger:
            return Hit(words=Stretch(first=at, stop=at + 2), status=Status.DENIED, scope=Scope.NEGATION)
    return None


def _is(lower: tuple[str, ...], at: int, sort: str) -> bool:
    return any(lower[at : at + size] in _SORTED[sort] for size in (2, 1))


def _hit(at: int) -> Hit:
    return Hit(words=Stretch(first=at, stop=at + 1), status=Status.DENIED, scope=Scope.VERDICT)
