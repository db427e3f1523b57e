"""What a person filters by, as the terminal's options and the page's address spell it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeVar

from events.claim import Kind, Status
from events.query import Box, Clock, Query

NAMES = ("from", "to", "clock", "as-known-on", "bbox", "place", "kind", "status", "actor", "source", "text")
"""The filters, in the order in which they are written."""

_Member = TypeVar("_Member", bound=StrEnum)


def query_from(params: Mapping[str, str]) -> tuple[Query, tuple[str, ...]]:
    """Return the query that named filters spell, and a message for each that was dropped.

    `from` and `to` are inclusive days; several values of one filter are separated by `|` (or `,` in `kind`, `status`
    and `bbox`). A name that is no filter is not an error: an address may carry other things.

    >>> query, dropped = query_from({"from": "2014-06-12", "to": "2014-06-13", "status": "denied,false"})
    >>> query.start, query.end, query.statuses
    (datetime.date(2014, 6, 12), datetime.date(2014, 6, 14), (<Status.DENIED: 'denied'>,))
    >>> dropped
    ("status: expected one of asserted, unconfirmed, denied, planned, hypothetical, got 'false'",)
    >>> query_from({}) == (Query(), ())
    True
    """
    dropped: list[str] = []
    given = {name: value.strip() for name, value in params.items() if name in NAMES and value.strip()}

    start = _read(given, "from", _day, dropped)
    end = _read(given, "to", _day_after, dropped)
    if start is not None and end is not None and start >= end:
        dropped.append(f"to: expected a day not before {start}, got {given['to']!r}")
        end = None
    clock = _members(given, "clock", Clock, dropped)
    query = Query(
        start=start,
        end=end,
        clock=clock[0] if clock else Clock.EVENT,
        known_on=_read(given, "as-known-on", _day, dropped),
        box=_read(given, "bbox", _box, dropped),
        places=_words(given, "place"),
        kinds=_members(given, "kind", Kind, dropped),
        statuses=_members(given, "status", Status, dropped),
        actors=_words(given, "actor"),
        sources=_words(given, "source"),
        text=given.get("text"),
    )
    return query, tuple(dropped)


def params_of(query: Query) -> dict[str, str]:
    """Return the named filters that spell a query; filters that let everything through are left out.

    Law: `query_from(params_of(query)) == (query, ())`, for names without `|` and outer white space.

    >>> params_of(Query(start=date(2014, 6, 12), end=date(2014, 6, 14), statuses=(Status.DENIED,)))
    {'from': '2014-06-12', 'to': '2014-06-13', 'status': 'denied'}
    """
    spelled = {
        "from": "" if query.start is None else query.start.isoformat(),
        "to": "" if query.end is None else (query.end - timedelta(days=1)).isoformat(),
        "clock": "" if query.clock is Clock.EVENT else query.clock.value,
        "as-known-on": "" if query.known_on is None else query.known_on.isoformat(),
        "bbox": "" if query.box is None else _spelled_box(query.box),
        "place": "|".join(query.places),
        "kind": ",".join(query.kinds),
        "status": ",".join(query.statuses),
        "actor": "|".join(query.actors),
        "source": "|".join(query.sources),
        "text": query.text or "",
    }
    return {name: value for name, value in spelled.items() if value}


def words_of(query: Query) -> str:
    """Return the filters of a query in words.

    >>> words_of(Query(statuses=(Status.DENIED,))), words_of(Query())
    ('status denied', 'none')
    """
    return "; ".join(f"{name} {value}" for name, value in params_of(query).items()) or "none"


_Value = TypeVar("_Value")


def _read(given: Mapping[str, str], name: str, reader: Callable[[str], _Value], dropped: list[str]) -> _Value | None:
    if name not in given:
        return None
    try:
        return reader(given[name])
    except ValueError as error:
        dropped.append(f"{name}: {error}")
        return None


def _day(value: str) -> date:
    try:
        if len(value) != len("2014-06-12"):
            raise ValueError
        return date.fromisoformat(value)
    except ValueError as error:
        raise ValueError(f"expected a day as in 2014-06-12, got {value!r}") from error


def _day_after(value: str) -> date:
    day = _day(value)
    if day == date.max:
        raise ValueError(f"expected a day before {date.max}, got {value!r}")
    return day + timedelta(days=1)


def _box(value: str) -> Box:
    try:
        west, south, east, north = (float(part) for part in value.split(","))
    except ValueError as error:
        raise ValueError(f"expected west,south,east,north in degrees, got {value!r}") from error
    return Box(west=west, south=south, east=east, north=north)


def _spelled_box(box: Box) -> str:
    return ",".join(f"{side:.10g}" for side in (box.west, box.south, box.east, box.north))


def _words(given: Mapping[str, str], name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in given.get(name, "").split("|") if part.strip()))


def _members(given: Mapping[str, str], name: str, enum: type[_Member], dropped: list[str]) -> tuple[_Member, ...]:
    found: list[_Member] = []
    for part in given.get(name, "").replace("|", ",").split(","):
        word = part.strip().lower()
        if word in set(enum):
            found.append(enum(word))
        elif word:
            dropped.append(f"{name}: expected one of {', '.join(enum)}, got {part.strip()!r}")
    return tuple(dict.fromkeys(found))
