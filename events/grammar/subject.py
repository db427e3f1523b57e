"""Find who a verb's subject is, across relative clauses, insertions and conjunctions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from events.grammar.clause import FINITE_CODES, Stretch
from events.grammar.counting import only_counts
from events.grammar.joined import OPENING, PREPOSITIONS, TIES, joined_before, tells_of
from events.grammar.phrase_over import clipped, is_time, phrase_over
from events.grammar.pronoun import is_pronoun, meant_by
from events.grammar.tag import VERBS, Tag
from events.happenings.armed import is_armed
from events.kind import Trigger

if TYPE_CHECKING:
    from events.scene import Scene

SEEING = frozenset({"saw", "seen", "see", "heard", "reported", "filmed", "witnessed", "reports", "report", "describe"})
"""Verbs of those who only perceive or tell what happens."""
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves", "ourselves", "myself"})
_WITH = frozenset({"with", "including"})
"""Prepositions behind which a list only tells what goes with the noun before it."""
_RELATIVE = frozenset({"who", "which", "that"})
_FARTHEST = 40
"""How many words to the left a subject is looked for."""
_MOST = 4
"""Subjects that stand side by side, at most."""


def subjects_of(scene: Scene, trigger: Trigger) -> tuple[Stretch, ...]:
    """Return the noun phrases that are a verb's subject, in order; several where "and" joins them."""
    if scene.parse.tags[trigger.first] is Tag.GERUND and not SEEING.isdisjoint(_before(scene, trigger)):
        return ()  # "witnesses saw looting"
    found = _of_relative(scene, trigger) or _of_insertion(scene, trigger.first) or _of_reduced(scene, trigger)
    found = found or subject_of(scene, trigger)
    if found is None:
        return ()
    if is_pronoun(scene, found):
        meant = meant_by(scene, trigger, found.first)
        return () if meant is None else (meant,)
    joined = [found]
    while len(joined) < _MOST:
        before = joined_before(scene, joined[0], trigger.span, listed=len(joined) > 1)
        if before is None:
            break
        joined.insert(0, before)
    return tuple(joined)


def _before(scene: Scene, trigger: Trigger) -> tuple[str, ...]:
    return scene.words(max(scene.sentence.first, trigger.first - 1), trigger.first)


def subject_of(scene: Scene, trigger: Trigger, *, start: int | None = None) -> Stretch | None:
    """Return the noun phrase that a verb's subject is, looked for leftwards through helping verbs and conjunctions.

    `start` is the token from which to look, that before the trigger unless it is given.
    """
    tags, first, lower = scene.parse.tags, scene.sentence.first, scene.parse.tokens.lower
    position = _before_verb(scene, trigger) if start is None else start
    needs_verb = False
    while position >= first and trigger.first - position < _FARTHEST:
        tag = tags[position]
        phrase = clipped(scene, phrase_over(scene, position), trigger)
        if phrase is not None and lower[phrase.first] in _REFLEXIVE:
            position = phrase.first - 1  # "the general himself landed"
            continue
        if phrase is not None:
            before = phrase.first - 1
            word = lower[before] if before >= first else ""
            hangs = bool(word) and (tags[before] in PREPOSITIONS or word == "to") and word not in OPENING
            hangs = hangs or _hangs_with(scene, phrase)
            # "with rebels gaining ground" says what they do
            hangs = hangs and not (
                word == "with"
                and tags[trigger.first] is Tag.GERUND
                and not scene.parse.codes[position + 1 : trigger.first].strip("r")
            )
            if (not hangs or only_counts(scene, phrase)) and not needs_verb and not is_time(scene, phrase):
                return phrase
            # a phrase cut short may begin behind the token that led to it
            position = min(before - 1 if hangs else before, position - 1)
            continue
        inserted = _of_insertion(scene, position + 1) if tag is Tag.COMMA and not needs_verb else None
        if inserted is not None and scene.parse.codes[position + 1] in "xvz":
            return inserted  # "the envoy, X, was hurt and | flown to"
        if tag in {Tag.CONJUNCTION, Tag.COMMA}:
            needs_verb = needs_verb or tags[position + 1] not in PREPOSITIONS
        elif tag in VERBS:
            if _tells_of(scene, position, trigger):
                return None
            position = _before_aside(scene, position, trigger)
            needs_verb = tags[position] is Tag.COMMA
        elif tag in {Tag.STOP, Tag.COLON}:
            return None
        position -= 1
    return None


def _tells_of(scene: Scene, verb: int, trigger: Trigger) -> bool:
    """Whether a verb of saying tells what has a subject of its own, which is not who speaks: "said shells | fell"."""
    group = scene.parse.group_at(trigger.stop - 1)
    if group is None or trigger.stop > group.stop or scene.parse.codes[group.first] not in FINITE_CODES:
        return False
    if scene.parse.codes[group.first - 1] == "c":
        return False  # "denied it and | attacked"
    return tells_of(scene, verb, trigger.span)


def _before_aside(scene: Scene, verb: int, trigger: Trigger) -> int:
    """Return where an aside begins in which a verb tells who speaks: "it left|, two men said, opening the road"."""
    parse, comma = scene.parse, trigger.first - 1
    if parse.tags[trigger.first] is not Tag.GERUND or parse.codes[comma] != "," or verb != comma - 1:
        return verb
    if not tells_of(scene, verb, trigger.span):
        return verb
    return next((at for at in range(verb - 1, scene.sentence.first, -1) if parse.codes[at] == ","), verb)


def _before_verb(scene: Scene, trigger: Trigger) -> int:
    """Return the token from which a verb's subject is looked for.

    That is the one before it; behind "by" and the like, or "trouble" and the like, the one before the main verb, whose
    subject does both: "they broke their word by | seizing X", "the army had no trouble | taking X".
    """
    codes, lower, first = scene.parse.codes, scene.parse.tokens.lower, scene.sentence.first
    before = trigger.first - 1
    if codes[trigger.first] != "g" or before <= first:
        return before
    while before > first and codes[before] == "r":
        before -= 1
    if lower[before] not in _MEANS and lower[before] not in _TROUBLES:
        return trigger.first - 1
    verb = before - 1
    while verb > first and codes[verb] not in 'vz.:"' and before - verb < _FARTHEST:
        verb -= 1
    if codes[verb] not in "vz":
        helping = next((at for at in range(before - 1, max(first, before - _FARTHEST), -1) if codes[at] in "Mx"), None)
        return trigger.first - 1 if helping is None else helping - 1
    return verb - 1


_MEANS = frozenset({"by", "in", "after", "before", "without", "while", "upon", "besides"})
"""Words behind which a form in -ing has the main verb's subject."""
_TROUBLES = frozenset({"problem", "problems", "trouble", "difficulty", "difficulties", "success", "luck"})
"""Nouns before a form in -ing that tell how it went: "had no trouble taking X"."""


def _hangs_with(scene: Scene, phrase: Stretch) -> bool:
    """Whether a phrase is the last link of a list behind "with": "soldiers with tanks and guns | crossed"."""
    other = phrase_over(scene, phrase.first - 2) if scene.parse.tokens.lower[phrase.first - 1] == "and" else None
    if other is None or other.stop != phrase.first - 1 or other.first <= scene.sentence.first:
        return False
    before = scene.parse.tokens.lower[other.first - 1]
    return before in _WITH or (before == "," and _hangs_on_comma(scene, other))


def _hangs_on_comma(scene: Scene, phrase: Stretch) -> bool:
    other = phrase_over(scene, phrase.first - 2)
    if other is None or other.stop != phrase.first - 1 or other.first <= scene.sentence.first:
        return False
    return scene.parse.tokens.lower[other.first - 1] in _WITH


def _of_relative(scene: Scene, trigger: Trigger) -> Stretch | None:
    """Return what "who" or "which" stands for where it is the verb's subject."""
    clause = scene.clause_at(trigger.first)
    opener = clause.opener
    if opener is None or opener >= trigger.first or scene.parse.tokens.lower[opener] not in _RELATIVE:
        return None
    between = scene.parse.codes[opener + 1 : trigger.first]
    own = not between.strip("rxMtf")
    # "a convoy which left X on Friday was turned back": the verb behind the relative clause has the same subject
    behind = between[:1] in {"v", "z", "x"} and between[-1:] in {"x", "r"} and _is_one_clause(between)
    behind = behind or _is_second(between, scene.parse.codes[trigger.first])
    if not own and not behind:
        return None
    end = opener - 1
    if end > scene.sentence.first and scene.parse.tags[end] is Tag.COMMA:
        end -= 1
    elif scene.parse.tokens.lower[opener] == "that" and scene.parse.codes[opener] == "m":
        return None
    return _with_head(scene, clipped(scene, phrase_over(scene, end), trigger))


def _is_one_clause(between: str) -> bool:
    """Whether what stands between "who" and a verb tells one thing: not "men who fled said tanks had | come"."""
    return sum(code in "vz" for code in between) <= 1 and not any(code in ',m:"w' for code in between)


def _is_second(between: str, verb: str) -> bool:
    """Whether a verb is the main clause's behind a relative one: "gunmen who had sworn an oath | occupied X"."""
    finite = sum(code in "vz" for code in between) + ("x" in between and "v" not in between and "z" not in between)
    return verb in "vz" and finite == 1 and not any(code in ',cm:"w' for code in between)


def _with_head(scene: Scene, phrase: Stretch | None) -> Stretch | None:
    """Return a phrase with the armed or counted people that it hangs on: "two companies of guards"."""
    if phrase is None or phrase.first - 2 < scene.sentence.first or scene.parse.tokens.lower[phrase.first - 1] != "of":
        return phrase
    head = phrase_over(scene, phrase.first - 2)
    if head is None or not (is_armed(scene.parse.tokens.lower[head.stop - 1]) or scene.parse.codes[head.first] == "9"):
        return phrase
    return Stretch(first=head.first, stop=phrase.stop)


def _of_reduced(scene: Scene, trigger: Trigger) -> Stretch | None:
    """Return whom a form in -ing right behind them tells of: "fired at families | trying to flee X"."""
    codes, lower = scene.parse.codes, scene.parse.tokens.lower
    opens = trigger.first
    while opens > scene.sentence.first and codes[opens - 1] in "gtr" and trigger.first - opens < _CHAIN:
        opens -= 1
    phrase = phrase_over(scene, opens - 1) if codes[opens] == "g" and opens > scene.sentence.first else None
    if phrase is None or phrase.stop != opens or is_time(scene, phrase) or phrase.first == scene.sentence.first:
        return None
    head = lower[phrase.stop - 1]
    people = head.endswith("s") or head == "people" or is_armed(head)
    hangs = lower[phrase.first - 1] in _AIMED and codes[phrase.first - 2] in "vzgenN"
    return phrase if hangs and people and codes[phrase.stop - 1] == "n" else None


_CHAIN = 5
"""Words between people and what they are said to do behind a form in -ing: "trying not to | flee"."""
_AIMED = frozenset({"at", "on", "against", "of", "by"})


def _of_insertion(scene: Scene, verb: int) -> Stretch | None:
    """Return the subject with its apposition where a comma stands before the verb: "the envoy, X, has been to"."""
    tags, first = scene.parse.tags, scene.sentence.first
    while verb > first and scene.parse.codes[verb - 1] in "xrMt":
        verb -= 1
    close = verb - 1
    if close <= first + 1 or tags[close] is not Tag.COMMA:
        return None
    opening = next(
        (at for at in range(close - 1, max(first, close - 20), -1) if tags[at] is Tag.COMMA or tags[at] is Tag.COLON),
        None,
    )
    if opening is None or tags[opening] is Tag.COLON or tags[opening + 1] is Tag.CONJUNCTION:
        return None
    if _is_age(scene, opening):
        opening -= 2
    named = phrase_over(scene, opening - 1)
    inside = scene.parse.codes[opening + 1 : close]
    if named is None or named.stop != opening or is_time(scene, named):
        return None
    head = named
    if named.first - 1 > first and scene.parse.tokens.lower[named.first - 1] == "of":
        head = phrase_over(scene, named.first - 2) or named
    elif scene.words(max(first, named.first - 2), named.first) in TIES and named.first - 3 >= first:
        head = phrase_over(scene, named.first - 3) or named  # "fighters loyal to X, backed by drones, | pushed"
    before = head.first - 1
    if before >= first and (tags[before] in PREPOSITIONS or tags[before] in VERBS):
        return None
    apposed = not any(code in "zvxM" for code in inside) and (len(inside) <= _LONGEST_APPOSITION)
    return Stretch(first=head.first, stop=close if apposed and inside[:1] in "dnNao" else named.stop)


def _is_age(scene: Scene, comma: int) -> bool:
    """Whether a bare number between commas stands before a comma: "Adam Issa, 41, a driver, fled"."""
    return (
        comma - 2 > scene.sentence.first
        and scene.parse.codes[comma - 1] == "9"
        and scene.parse.codes[comma - 2] == ","
        and scene.parse.codes[comma - 3] in "nN."
    )


_LONGEST_APPOSITION = 5
"""How many words between commas belong to who they tell of: "the envoy, Tim Lenderking,"."""
