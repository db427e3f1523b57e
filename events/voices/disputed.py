"""Read by rule who denies or confirms what others tell, or will not say: "denied reports that"."""

from __future__ import annotations

from functools import cache

from events.grammar.clause import Stretch
from events.grammar.inflect import forms_of
from events.grammar.parse import Parse
from events.voices.relation import Relation
from events.voices.teller import subject_before
from events.voices.told_that import subject_of_telling, told_from

_STORIES = frozenset(
    {
        *("report", "reports", "claim", "claims", "rumour", "rumours", "rumor", "rumors", "story", "stories"),
        *("allegation", "allegations", "accusation", "accusations", "suggestion", "suggestions", "charge", "charges"),
        *("assertion", "assertions", "statement", "statements", "news", "speculation", "talk", "idea", "notion"),
    }
)
"""Nouns for what others tell."""
_HEARSAY = frozenset(
    {
        *("report", "reports", "claim", "claims", "rumour", "rumours", "rumor", "rumors", "talk", "speculation"),
        *("allegation", "allegations", "accusation", "accusations", "suggestion", "suggestions"),
    }
)
"""Those behind which "of" says what is told, as "that" does."""
_LINKS = frozenset({"that", "whether", "if"})
_FARTHEST = 9
"""Tokens between a verb and "that", at most: "dismissed as lies a report by the police that"."""
_SHORT = 3
_NEGATIONS = frozenset({"not", "n't", "never", "neither"})
_UNWILLING = frozenset({"refused", "refuses", "declined", "declines", "refusing", "declining", "unwilling", "unable"})
_SAYING = frozenset({"say", "confirm", "said", "confirmed", "deny"})


_BREAKS = frozenset('zM,.:;"w')
"""Codes between a verb and "that" beyond which it tells of something else; "reports" itself may pass for a verb."""

_BRUSHING = frozenset({"laughed", "laughs", "shrugged", "shrugs", "brushed", "brushes", "waved", "waves"})
_ASIDE = frozenset({"off", "aside", "away"})


def disputed_in(parse: Parse) -> tuple[Relation, ...]:
    """Return who takes a stand on what others tell, in order.

    >>> from events.grammar.parse import parse_of
    >>> text = "Chad denied reports that its troops had left Bol."
    >>> parse = parse_of(text)
    >>> it, = disputed_in(parse)
    >>> parse.span(it.source).of(text), [parse.span(part).of(text) for part in it.content]
    ('Chad', ['that its troops had left Bol'])
    """
    lower, found = parse.tokens.lower, []
    for sentence in parse.sentences:
        words = lower[sentence.first : sentence.stop]
        if _LINKS.isdisjoint(words) and _HEARSAY.isdisjoint(words):
            continue
        for at in range(sentence.first + 1, sentence.stop - _SHORT):
            if lower[at] in _BRUSHING and lower[at + 1] in _ASIDE:
                made = _disputed(parse, sentence, at)
            elif lower[at] in _SAYING and lower[at + 1] in _LINKS:
                made = _unsaid(parse, sentence, at)
            elif lower[at] in _disputing():
                made = _disputed(parse, sentence, at)
            else:
                continue
            if made is not None:
                found.append(made)
    return tuple(found)


def _disputed(parse: Parse, sentence: Stretch, verb: int) -> Relation | None:
    """Read "S denied reports that …" and "S called reports of … a lie"."""
    lower, codes = parse.tokens.lower, parse.codes
    most = min(verb + _FARTHEST, sentence.stop - _SHORT)
    link = next((at for at in range(verb + 2, most) if lower[at] == "that"), None)
    if link is None:
        link = next((at for at in range(verb + 1, most) if lower[at] in _HEARSAY and lower[at + 1] == "of"), None)
    elif _STORIES.isdisjoint(lower[verb + 1 : link]) or (lower[verb] in _naming() and lower[link - 1] not in _STORIES):
        return None
    if link is None or _BREAKS.intersection(codes[verb + 1 : link].removesuffix("z")):
        return None
    return _made(parse, sentence, Stretch(first=_group(parse, sentence, verb), stop=verb + 1), link)


def _unsaid(parse: Parse, sentence: Stretch, verb: int) -> Relation | None:
    """Read "S would not confirm that …" and "S refused to confirm or deny that …"."""
    lower = parse.tokens.lower
    first = _group(parse, sentence, verb - 2 if lower[verb - 2 : verb] in _EITHER else verb)
    if (_NEGATIONS | _UNWILLING).isdisjoint(lower[first:verb]):
        return None
    return _made(parse, sentence, Stretch(first=first, stop=verb + 1), verb + 1)


_EITHER = (("confirm", "or"), ("deny", "or"))


def _group(parse: Parse, sentence: Stretch, verb: int) -> int:
    """Return where the helping verbs and negations before a verb begin."""
    first = verb
    while first > sentence.first and (
        parse.codes[first - 1] in "Mxtr" or parse.tokens.lower[first - 1] in _NEGATIONS | _UNWILLING
    ):
        first -= 1
    return first


def _made(parse: Parse, sentence: Stretch, cue: Stretch, link: int) -> Relation | None:
    source = subject_before(parse, sentence, cue.first) or subject_of_telling(parse, sentence, cue.first)
    content = told_from(parse, sentence, link)
    if source is None or content is None or len(content) <= _SHORT or not _STORIES.isdisjoint(_words(parse, source)):
        return None
    return Relation(cue=cue, source=source, content=(content,))


def _words(parse: Parse, part: Stretch) -> tuple[str, ...]:
    return parse.tokens.lower[part.first : part.stop]


@cache
def _naming() -> frozenset[str]:
    """Return the forms of the verbs that say what a report is: "called it a lie"."""
    return frozenset(form for verb in ("call", "describe", "brand", "label", "term") for form in forms_of(verb)[:3])


@cache
def _disputing() -> frozenset[str]:
    verbs = (
        *("deny", "reject", "dismiss", "refute", "contradict", "rebut", "dispute", "rubbish", "ridicule", "denounce"),
        *("confirm", "repeat", "corroborate", "echo"),
    )
    return frozenset(form for verb in verbs for form in forms_of(verb)[:3]) | _naming()
