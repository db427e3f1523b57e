"""Read by rule what posts pass on: "a reader sends: …", "got a call from my aunt: …", "…, Radio Bor had it live"."""

from __future__ import annotations

from events.grammar.clause import FINITE_CODES, Stretch
from events.grammar.parse import Parse
from events.grammar.passive import HAS
from events.grammar.trim import trimmed
from events.source import is_listed
from events.voices.head_noun import from_head
from events.voices.relation import Relation
from events.voices.relayed import phrase_before
from events.voices.speech import phrase_after

_SENDING = frozenset(
    {
        "sends", "sent", "writes", "wrote", "posts", "posted", "texts", "texted", "messages", "messaged", "emails",
        "emailed", "mails", "mailed", "tweets", "tweeted", "calls", "called",
    }
)  # fmt: skip
"""Verbs before a colon, with which somebody passes words on."""
_CARRIED = frozenset(
    {"call", "message", "text", "word", "mail", "email", "e-mail", "letter", "note", "dm", "sms", "report", "news"}
)
"""What comes from somebody, and holds what they tell."""
_HEAD = 14
"""Words before the colon, at most."""
_SHORTEST = 3


def posted_in(parse: Parse) -> tuple[Relation, ...]:
    """Return what posts pass on from others, in order.

    >>> from events.grammar.parse import parse_of
    >>> for text in ("A reader sends: jets over Bara again.", "Got a call from my aunt: they left Bara at noon."):
    ...     parse = parse_of(text)
    ...     it, = posted_in(parse)
    ...     print(parse.span(it.source).of(text), "|", parse.span(it.content[0]).of(text))
    A reader | jets over Bara again
    my aunt | they left Bara at noon
    """
    found = (_passed_on(parse, sentence) or _shown(parse, sentence) for sentence in parse.sentences)
    return tuple(one for one in found if one is not None)


def _passed_on(parse: Parse, sentence: Stretch) -> Relation | None:
    """Read "S sends: …" and "… a call from S: …"."""
    lower = parse.tokens.lower
    most = min(sentence.stop - _SHORTEST, sentence.first + _HEAD)
    colon = next((at for at in range(sentence.first + 2, most) if lower[at] == ":"), None)
    if colon is None:
        return None
    sent = next((at for at in range(colon - 1, sentence.first, -1) if lower[at] in _SENDING), None)
    source = None
    if sent is not None and not any(code in FINITE_CODES for code in parse.codes[sent + 1 : colon]):
        source = _subject(parse, sentence, sent)
    for at in range(sentence.first + 1, colon - 1):
        if source is None and lower[at] == "from" and lower[at - 1] in _CARRIED:
            phrase = phrase_after(parse, at + 1)
            source = phrase if phrase is not None and phrase.stop <= colon else None
    content = trimmed(parse, Stretch(first=colon + 1, stop=sentence.stop), ",:;.")
    if source is None or content is None or len(content) < _SHORTEST:
        return None
    return Relation(cue=Stretch(first=colon, stop=colon + 1), source=source, content=(content,))


def _shown(parse: Parse, sentence: Stretch) -> Relation | None:
    """Read "…, S had it live" and "S has it: …", where S is known to tell things."""
    lower = parse.tokens.lower
    for at in range(sentence.first + 1, sentence.stop - 1):
        if lower[at] not in HAS or lower[at + 1] != "it":
            continue
        source = _subject(parse, sentence, at)
        if source is None or not is_listed(parse.span(source).of(parse.text)):
            continue
        before = trimmed(parse, Stretch(first=sentence.first, stop=source.first), ",:;.")
        colon = next((it for it in range(at + 2, min(at + 6, sentence.stop - _SHORTEST)) if lower[it] == ":"), None)
        content = before if colon is None else trimmed(parse, Stretch(first=colon, stop=sentence.stop), ",:;.")
        if content is not None and len(content) >= _SHORTEST - 1:
            return Relation(cue=Stretch(first=at, stop=at + 2), source=source, content=(content,))
    return None


def _subject(parse: Parse, sentence: Stretch, verb: int) -> Stretch | None:
    phrase = phrase_before(parse, sentence, verb)
    if phrase is None or parse.codes[phrase.first] == "p":
        return None
    return Stretch(first=from_head(parse, phrase.first, sentence.first), stop=phrase.stop)
