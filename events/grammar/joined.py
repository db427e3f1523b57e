"""Find what "and" joins to a noun phrase: "the army and | the militia"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from events.grammar.clause import Stretch
from events.grammar.headline import is_headline
from events.grammar.phrase_over import is_time, phrase_over
from events.grammar.tag import VERBS, Tag
from events.happenings.armed import is_armed
from texts.span import Span

if TYPE_CHECKING:
    from events.scene import Scene

OPENING = frozenset({"that", "after", "before", "since", "as", "until", "while", "if", "when", "because", "whether"})
"""Words before a noun phrase that open a clause of which it may be the subject."""
TIES = frozenset(
    {
        ("loyal", "to"), ("belonging", "to"), ("allied", "to"), ("allied", "with"), ("linked", "to"), ("close", "to"),
        ("affiliated", "with"), ("affiliated", "to"), ("led", "by"), ("commanded", "by"), ("aligned", "with"),
    }
)  # fmt: skip
"""Pairs of words behind which it is said whose people they are."""
PREPOSITIONS = frozenset({Tag.PREPOSITION, Tag.MARK})


def _opens_headline(scene: Scene, phrase: Stretch) -> bool:
    """Whether a phrase opens a headline, where a comma stands for "and": "Troops, Fighters Enter X"."""
    words = scene.parse.tokens.words[scene.sentence.first : scene.sentence.stop]
    return phrase.first == scene.sentence.first and is_headline(words)


def joined_before(scene: Scene, phrase: Stretch, told: Span, *, listed: bool = False) -> Stretch | None:
    """Return the phrase that "and" joins to this one from before, unless it hangs on something else than the saying.

    `told` is the verb whose subject they are: "he said the army and | rebels fought". A comma joins those who are
    `listed` before others, and those of a headline.
    """
    first, lower = scene.sentence.first, scene.parse.tokens.lower
    link = phrase.first - 1
    while link > first and scene.parse.codes[link] in "ea" and phrase.first - link < _DESCRIBING:
        link -= 1  # "the army and allied | militias"
    if link <= first or lower[link] not in _JOINING:
        return None
    other = phrase_over(scene, link - 1)
    if other is None or other.stop != link or is_time(scene, other):
        return None
    if lower[link] == "," and not (listed or _opens_headline(scene, other)):
        return None
    return _begun(scene, other, told, hung=lower[link] != ",")


def _begun(scene: Scene, other: Stretch, told: Span, *, hung: bool) -> Stretch | None:
    """Return a joined phrase without a place before it and with those on whom it hangs; None where it is no subject."""
    first, lower = scene.sentence.first, scene.parse.tokens.lower
    for site in scene.sites:
        if site.first == other.first and site.stop < other.stop and site.phrase.preposition:
            return Stretch(first=site.stop, stop=other.stop)  # "in X Omar Said | and Ali Musa met"
    before = other.first - 1
    if before < first or lower[before] in OPENING:
        return other
    if lower[before] in _BELONGING and hung:
        head = phrase_over(scene, before - 1 - (lower[before] == "to"))
        tied = head is not None and (head.stop == before or lower[head.stop : before + 1] in TIES)
        return Stretch(first=head.first, stop=other.stop) if head is not None and tied and _acts(scene, head) else None
    tag = scene.parse.tags[before]
    return None if tag in PREPOSITIONS or (tag in VERBS and not tells_of(scene, before, told)) else other


def _acts(scene: Scene, head: Stretch) -> bool:
    """Whether a phrase is people under arms that begin a clause: "fighters | of the front and soldiers"."""
    before = head.first - 1
    free = before < scene.sentence.first or scene.parse.tokens.lower[before] in OPENING | {",", "and"}
    return free and is_armed(scene.parse.tokens.lower[head.stop - 1])


_JOINING = frozenset({"and", ",", "&", "nor"})
_BELONGING = frozenset({"of", "from", "to"})
_DESCRIBING = 3
"""Words, at most, that may describe who is named behind "and" without being of the phrase."""


def tells_of(scene: Scene, verb: int, told: Span) -> bool:
    """Whether a verb of saying tells what stands at `told`."""
    said = scene.parse.tokens.span(verb, verb + 1)
    return any(
        any(said.within(part) for part in made.cue) and any(told.within(part) for part in made.content)
        for made in scene.attributions
    )


def joined_behind(scene: Scene, phrase: Stretch, *, of_noun: bool = False) -> tuple[Stretch, ...]:
    """Return a phrase and those that a list joins to it from behind: "killed a guard, two drivers and a cook".

    A list ends with "and"; what a verb follows is the subject of a clause of its own, unless the list is `of_noun`:
    "the shelling by soldiers and militiamen killed".
    """
    found, sure = [phrase], 1
    codes, lower = scene.parse.codes, scene.parse.tokens.lower
    while len(found) < _MOST and (link := found[-1].stop) < scene.sentence.stop and lower[link] in {"and", ","}:
        start = link + 1 + (lower[link : link + 2] == (",", "and"))
        while start < scene.sentence.stop and codes[start] == "e":
            start += 1
        other = phrase_over(scene, start)
        if other is None or other.first != start or is_time(scene, other) or other.stop <= start:
            break
        after = other.stop
        while after < scene.sentence.stop and codes[after] == "r":
            after += 1
        if not of_noun and after < scene.sentence.stop and codes[after] in "vzxMw":
            break
        found.append(other)
        if "and" in lower[link:start]:
            sure = len(found)
            break
    return tuple(found[:sure])


_MOST = 4
"""Members of a list, at most."""
