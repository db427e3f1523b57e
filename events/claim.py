"""A claim: who says what happened where and when, over one excerpt."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from geo.place import Ground, Place
from texts.dating import Interval, Precision
from texts.span import Excerpt, Span


class Status(StrEnum):
    """How a claim is said to be true by the source that makes it."""

    ASSERTED = "asserted"
    """said as having happened"""
    UNCONFIRMED = "unconfirmed"
    """said with doubt, as hearsay, or by a source that is not named"""
    DENIED = "denied"
    """said not to have happened"""
    PLANNED = "planned"
    """said to be intended, ordered, threatened or expected"""
    HYPOTHETICAL = "hypothetical"
    """said under a condition, as a possibility or a question"""


class Kind(StrEnum):
    """What kind of thing is claimed; docs/codebook.md maps it to PLOVER and ACLED."""

    MOVEMENT = "movement"
    ATTACK = "attack"
    CONTROL = "control"
    BUILDUP = "buildup"
    DISPLACEMENT = "displacement"
    DIPLOMACY = "diplomacy"
    SUPPORT = "support"
    STATEMENT = "statement"


class Role(StrEnum):
    """What a place does in a claim."""

    AT = "at"
    FROM = "from"
    VIA = "via"
    TO = "to"


class SourceKind(StrEnum):
    """What sort of source says it."""

    OUTLET = "outlet"
    PERSON = "person"
    ORGANISATION = "organisation"
    ANONYMOUS = "anonymous"
    AUTHOR = "author"
    """the author of a forum post or of the text itself"""


class ActorRole(StrEnum):
    """What an actor does in a claim."""

    AGENT = "agent"
    TARGET = "target"


class TimeBasis(StrEnum):
    """What the time of a claim rests on."""

    TEXT = "text"
    """words of the excerpt"""
    CONTEXT = "context"
    """words of a sentence before it, in the same post"""
    ANALYST = "analyst"
    """a person set it"""


class CrossingBasis(StrEnum):
    """What a border crossing rests on."""

    STATED = "stated"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPlace:
    """A place of a claim with the words that name it and the ground that it was taken for."""

    role: Role
    span: Span
    text: str
    place: Place
    ground: Ground
    confidence: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimTime:
    """When the claimed thing is said to have happened, or to have been said."""

    edtf: str
    interval: Interval
    precision: Precision
    span: Span
    text: str
    basis: TimeBasis
    anchor: str | None = None
    """what a relative expression was counted from: "the report's date 2014-06-13"; None for a full date"""
    clock: str | None = None
    """the time of that day as the words give it, in no known zone: "15:40", or MO, AF, EV, NI"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One link of the chain of those who say it; `span` is None for the outlet or author of the whole text."""

    text: str
    kind: SourceKind
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Somebody who is said to do or to suffer it, as the text names them."""

    text: str
    role: ActorRole
    span: Span
    name: str | None = None
    """the name under which the alias table knows them"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with its unit, as the text gives it; `value` is the lower end of a range."""

    value: float
    unit: str
    span: Span
    upper: float | None = None
    at_least: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BorderCrossing:
    """Where a movement is said, or taken, to pass from one country into another."""

    name: str
    lon: float
    lat: float
    basis: CrossingBasis
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """What a claim of movement says beyond its places: whether the goal was reached, and which border it crosses."""

    reached: bool | None
    """None where the text does not say"""
    crossing: BorderCrossing | None = None
    border: tuple[str, str] | None = None
    """ISO 3166-1 alpha-2 codes of the two countries whose border is crossed, in the direction of the movement"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Somebody's words that something happened, is happening or will happen somewhere.

    A claim is never a fact: `status` is how the innermost source puts it, `report_status` how the report does.
    """

    id: str
    kind: Kind
    status: Status
    report_status: Status
    excerpt: Excerpt
    trigger: Span
    """the word that names the kind"""
    cues: tuple[Span, ...]
    """the words that the status rests on"""
    places: tuple[ClaimPlace, ...]
    """never empty, in the order of the movement's legs; what has no place is a rejection, not a claim"""
    when: ClaimTime | None
    sources: tuple[Source, ...]
    """from the outermost to the innermost"""
    actors: tuple[Actor, ...]
    quantities: tuple[Quantity, ...]
    movement: Movement | None
    extraction_quality: float
    """between 0 and 1: how sure the program is that it read the sentence right; nothing about the truth of it"""
    said: ClaimTime | None = None
    """when it is said to have been said, by the innermost source whose saying the text dates; never the publication"""


def claim_id(document_id: str, *, trigger: Span, kind: Kind, places: tuple[Span, ...]) -> str:
    """Return the id of a claim: the same document, trigger, kind and places give the same id.

    >>> claim_id("d", trigger=Span(start=1, end=4), kind=Kind.ATTACK, places=())
    '2d30c9f4685718c0'
    """
    spans = ";".join(f"{span.start}-{span.end}" for span in sorted(places))
    key = f"{document_id}|{kind}|{trigger.start}-{trigger.end}|{spans}"
    return hashlib.sha256(key.encode()).hexdigest()[:16]
