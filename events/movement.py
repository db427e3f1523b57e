"""Find who moves from where to where, and where other things happen, from the words alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from events.grammar.parse import Parse, parse_of
from events.grammar.phrase import phrases_in
from events.grammar.stem import stem_of
from events.happenings.motion import motions_in
from events.setting.role_features import positions_of, setting_of
from events.setting.roles import roles_of
from geo.gazetteer import Gazetteer, open_gazetteer
from geo.geoparse import resolutions_in
from texts.document import Document, text_id
from texts.lexicon import rows_of
from texts.span import Span

OBJECT_ROLES = {stem_of(row[0]): row[1] for row in rows_of("object_roles")}
"""What the direct object of a verb of motion is to it: one leaves an origin and enters a destination."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A trigger with the words that name where it starts, passes, ends and happens."""

    trigger: Span
    mover: Span | None = None
    """who or what goes, or is said to do what the trigger names"""
    origin: tuple[Span, ...] = ()
    via: tuple[Span, ...] = ()
    destination: tuple[Span, ...] = ()
    at: tuple[Span, ...] = ()
    reached: bool | None = None
    """whether the goal was reached, as far as the words say"""


def moves_in(text: str, triggers: Sequence[Span] | None = None) -> tuple[Move, ...]:
    """Return the movements of a text; with `triggers`, the events that exactly those name, in their order.

    >>> text = "They went from Erbil to Mosul."
    >>> [(m.trigger.of(text), [s.of(text) for s in m.origin + m.destination]) for m in moves_in(text)]
    [('went', ['Erbil', 'Mosul'])]
    >>> moves_in("")
    ()
    """
    parse = parse_of(text)
    places = positions_of(parse, place_names(text))
    if triggers is not None:
        return tuple(move_of(parse, trigger, places) for trigger in triggers)
    moves = [(word, move_of(parse, word.span, places)) for word in motions_in(parse)]
    return tuple(move for word, move in moves if word.strong or move.origin or move.destination or move.via)


def place_names(text: str) -> tuple[Span, ...]:
    """Return where the names stand that the gazetteer of the installation takes for places."""
    document = Document(id=text_id(text), text=text, name="a text")
    return tuple(it.toponym.span for it in resolutions_in(document, _gazetteer()) if it.place is not None)


@cache
def _gazetteer() -> Gazetteer:
    return open_gazetteer()


def move_of(parse: Parse, trigger: Span, places: frozenset[int]) -> Move:
    """Return what the words around a trigger say of its places."""
    setting = setting_of(parse, trigger, places)
    if setting is None:
        return Move(trigger=trigger)
    phrases = phrases_in(parse.tokens, parse.tags, setting.begin, setting.end)
    near = [
        phrase for phrase in phrases if phrase.stop <= setting.trigger.start or phrase.first >= setting.trigger.stop
    ]
    found: dict[str, list[Span]] = {"origin": [], "destination": [], "via": [], "at": []}
    for reading in roles_of(setting, phrases, near):
        label = reading.label
        if label == "at" and not reading.phrase.preposition and reading.phrase.first == setting.trigger.stop:
            label = OBJECT_ROLES.get(stem_of(parse.tokens.lower[setting.trigger.start]), label)
        if label in found:
            found[label].append(parse.tokens.span(reading.phrase.first, reading.phrase.stop))
    return Move(
        trigger=trigger,
        origin=tuple(found["origin"]),
        via=tuple(found["via"]),
        destination=tuple(found["destination"]),
        at=tuple(found["at"]),
    )
