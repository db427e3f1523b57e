"""Read the golden cases: own texts with the claims that a careful reader marks in them.

A file of cases (tests/golden/*/*.txt) is written by hand so that no offset ever is. A case is a head, a text, a line
`--` and its marks; every mark quotes words of the text::

    == yemen-01 | agency | 2018-11-05
    Fighting killed at least 20 people in Hodeidah on Sunday, doctors said.
    Riyadh declined to comment.
    --
    attack asserted Fighting | at Hodeidah | when 2018-11-04 | by doctors | number 20+ people = at least 20 people
    not government: Riyadh

The head has the id (`theatre-number`), the form, and the publication date in EDTF or `undated`. A claim is
`kind status trigger`, then fields: `at`, `from`, `via`, `to` (places), `optional` (a container that is right or wrong
to give), `when` (a day, `first..last`, or an open side), `by` (sources, outermost first, with ` > `), `agent`,
`target`, `number value[-upper][+] unit = words`, `reached yes|no`. Words that occur more than once are taken in the
trigger's sentence, else need `#2` for the second time they occur. A place is looked up in tests/golden/places.tsv by
its words, or by what follows ` = `. `not why: words` is a name that must never be put on the map; `#*` takes every
occurrence. A second reading has heads without text.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from pathlib import Path

from events.claim import Kind, Role, Status
from texts.sentence import sentences_in
from texts.span import Span

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "golden"
"""Where the cases are: `dev` to develop on, `held` to be scored only, `second` read again."""

NEVER = frozenset(
    (
        *("government", "desk", "dateline", "source"),
        *("organisation", "unit", "newspaper", "person", "format", "product"),
        *("background", "word"),
    )
)
"""Why a name is never a place; docs/codebook.md has an example of each."""

Day = str | None
"""A day as YYYY-MM-DD, or None for an open side."""


class CaseError(ValueError):
    """A case that does not say what it means; names the case and the words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldPlace:
    """A place of a marked claim; without coordinates where the reader was not sure of them."""

    role: Role
    span: Span
    text: str
    lat: float | None
    lon: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldQuantity:
    """A number that belongs to a marked claim."""

    value: float
    upper: float | None
    at_least: bool
    unit: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldClaim:
    """A claim as a careful reader marks it."""

    kind: Kind
    status: Status
    trigger: Span
    sentence: Span
    places: tuple[GoldPlace, ...]
    optional: tuple[Span, ...] = ()
    first: Day = None
    last: Day = None
    sources: tuple[Span, ...] = ()
    agents: tuple[Span, ...] = ()
    targets: tuple[Span, ...] = ()
    quantities: tuple[GoldQuantity, ...] = ()
    reached: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Never:
    """A name that must not be put on the map, and why."""

    span: Span
    text: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A text and what is marked in it."""

    id: str
    form: str
    published: str | None
    text: str
    claims: tuple[GoldClaim, ...] = ()
    never: tuple[Never, ...] = ()

    @property
    def theatre(self) -> str:
        """The war or region that the text is about."""
        return self.id.rpartition("-")[0]


def is_held(case_id: str) -> bool:
    """Whether the case is one of those, one in three by a hash, that nobody develops on.

    >>> is_held("yemen-01"), is_held("yemen-02")
    (False, True)
    """
    return int(hashlib.sha256(case_id.encode()).hexdigest(), 16) % 3 == 0


@dataclass(slots=True, kw_only=True)
class _Reader:
    """The words of one text, for looking up what the marks quote."""

    id: str
    text: str
    points: dict[str, tuple[float, float] | None]
    sentences: tuple[Span, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.sentences = sentences_in(self.text)

    def all(self, words: str) -> list[Span]:
        pattern = rf"(?<!\w){re.escape(words)}(?!\w)"
        found = [Span(start=m.start(), end=m.end()) for m in re.finditer(pattern, self.text)]
        if not found:
            raise CaseError(f"{self.id}: the text does not hold {words!r}")
        return found

    def one(self, words: str, near: Span | None = None) -> Span:
        words, _, number = words.strip().partition("#")
        found = self.all(words)
        if number:
            return found[int(number) - 1]
        close = [span for span in found if near is not None and span.within(near)]
        for some in (found, close):
            if len(some) == 1:
                return some[0]
        raise CaseError(f"{self.id}: {words!r} stands {len(found)} times in the text; say which, as {words}#2")

    def sentence(self, span: Span) -> Span:
        return next((sentence for sentence in self.sentences if span.overlaps(sentence)), span)

    def place(self, role: str, value: str, near: Span) -> GoldPlace:
        words, _, key = (part.strip() for part in value.partition(" = "))
        span = self.one(words, near)
        text = span.of(self.text)
        if (key or text) not in self.points:
            raise CaseError(f"{self.id}: places.tsv has no line for {key or text!r}")
        lat, lon = self.points[key or text] or (None, None)
        return GoldPlace(role=Role(role), span=span, text=text, lat=lat, lon=lon)

    def quantity(self, value: str, near: Span) -> GoldQuantity:
        said, _, words = value.partition(" = ")
        match = re.fullmatch(r"([\d.]+)(?:-([\d.]+))?(\+?) (.+)", said.strip())
        if match is None:
            raise CaseError(f"{self.id}: a number must be like `20-30+ unit = words`, got {value!r}")
        low, upper, more, unit = match.groups()
        return GoldQuantity(
            value=float(low),
            upper=float(upper) if upper else None,
            at_least=bool(more),
            unit=unit,
            span=self.one(words, near),
        )

    def claim(self, line: str) -> GoldClaim:
        head, *fields = line.split(" | ")
        kind, status, words = head.split(" ", 2)
        trigger = self.one(words)
        near = self.sentence(trigger)
        values: dict[str, list[str]] = {}
        for entry in fields:
            name, _, value = entry.strip().partition(" ")
            values.setdefault(name, []).append(value)
        unknown = set(values) - {
            "at",
            "from",
            "via",
            "to",
            "optional",
            "when",
            "by",
            "agent",
            "target",
            "number",
            "reached",
        }
        if unknown:
            raise CaseError(f"{self.id}: no such field: {sorted(unknown)}")
        (first, last) = _days(values.get("when", [".."])[0])
        reached = values.get("reached", [""])[0]
        places = [self.place(role, value, near) for role in Role for value in values.get(role, [])]
        if not places:
            raise CaseError(f"{self.id}: a claim has at least one place: {line!r}")
        return GoldClaim(
            kind=Kind(kind),
            status=Status(status),
            trigger=trigger,
            sentence=near,
            places=tuple(places),
            optional=tuple(self.one(value, near) for value in values.get("optional", [])),
            first=first,
            last=last,
            sources=tuple(self.one(v, near) for value in values.get("by", []) for v in value.split(" > ")),
            agents=tuple(self.one(value, near) for value in values.get("agent", [])),
            targets=tuple(self.one(value, near) for value in values.get("target", [])),
            quantities=tuple(self.quantity(value, near) for value in values.get("number", [])),
            reached={"yes": True, "no": False, "": None}[reached],
        )

    def never(self, line: str) -> list[Never]:
        why, _, names = line.removeprefix("not ").partition(": ")
        if why not in NEVER:
            raise CaseError(f"{self.id}: {why!r} is no reason of the codebook")
        spans: list[Span] = []
        for name in names.split(", "):
            spans += self.all(name.removesuffix("#*")) if name.endswith("#*") else [self.one(name)]
        return [Never(span=span, text=span.of(self.text), why=why) for span in spans]


def _days(value: str) -> tuple[Day, Day]:
    first, dots, last = value.strip().partition("..")
    return (first or None, (last if dots else first) or None)


def points_in(path: Path) -> dict[str, tuple[float, float] | None]:
    """Read the table of places: words, latitude, longitude, or words alone where the reader was not sure."""
    points: dict[str, tuple[float, float] | None] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        name, *numbers = line.split("\t")
        points[name] = (float(numbers[0]), float(numbers[1])) if len(numbers) == 2 else None
    return points


def cases_in(folder: Path, *, texts: dict[str, Case] | None = None) -> tuple[Case, ...]:
    """Read every case of a folder, sorted by id.

    Parameters
    ----------
    folder
        Its `*.txt` files are read.
    texts
        Cases by id whose text stands in for a head without one: for a second reading.

    Raises
    ------
    CaseError
        If a mark quotes words that are not in the text, or not only once.
    """
    points = points_in(FOLDER / "places.tsv")
    cases: list[Case] = []
    for path in sorted(folder.glob("*.txt")):
        for block in re.split(r"^== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            head, _, rest = block.partition("\n")
            cases.append(_case(head, rest, points, texts or {}))
    return tuple(sorted(cases, key=lambda case: case.id))


def _case(head: str, rest: str, points: dict[str, tuple[float, float] | None], texts: dict[str, Case]) -> Case:
    name, *more = (part.strip() for part in head.split("|"))
    text, _, marks = rest.partition("\n--\n") if not rest.startswith("--\n") else ("", "", rest[3:])
    form, published = more or (texts[name].form, texts[name].published or "undated")
    reader = _Reader(id=name, text=text.strip() or texts[name].text, points=points)
    lines = [line.strip() for line in marks.splitlines() if line.strip()]
    claims = [reader.claim(line) for line in lines if not line.startswith("not ")]
    return Case(
        id=name,
        form=form,
        published=None if published == "undated" else published,
        text=reader.text,
        claims=tuple(sorted(claims, key=lambda claim: (claim.trigger, claim.kind))),
        never=tuple(item for line in lines if line.startswith("not ") for item in reader.never(line)),
    )
