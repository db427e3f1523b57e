"""Claims out of other people's tables of events: each row is a text, and whoever made the table says what it says."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from events.claim import (
    Actor,
    ActorRole,
    Claim,
    ClaimPlace,
    ClaimTime,
    Kind,
    Quantity,
    Role,
    Source,
    SourceKind,
    Status,
    TimeBasis,
    claim_id,
)
from events.intake.columns import ColumnMap
from events.intake.table import table_in
from events.intake.widened import widened
from geo.place import FeatureClass, Ground, Place, Shape
from texts.dating import Basis, Dating, Interval, Precision
from texts.document import Document, Post, text_id
from texts.edtf import dating_from, edtf_between
from texts.limits import DEFAULT
from texts.rejection import Reason, Rejection
from texts.span import Span
from texts.stamp import dating_of_stamp

Row = Mapping[str, str]
EPOCH_SECONDS = re.compile(r"[0-9]{9,10}")
"""A moment as tables that were made by programs have it: seconds since 1970 in UTC."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignClaim:
    """A row of a table as a text, and the claim that it makes."""

    document: Document
    claim: Claim


class InvalidRowError(ValueError):
    """A row from which no claim can be made."""

    def __init__(self, message: str, reason: Reason = Reason.INVALID) -> None:
        super().__init__(message)
        self.reason = reason


def foreign_claims_in(text: str, columns: ColumnMap, *, name: str) -> Iterator[ForeignClaim | Rejection]:
    """Yield the claims of a table, and the rows from which none was made, with their lines."""
    rows = table_in(text)
    try:
        header = tuple((column or "").strip().casefold() for column in rows.fieldnames or ())
        for cells in rows:
            where = f"{name}: line {rows.line_num}: "
            values = [value or "" for column, value in cells.items() if isinstance(column, str)]
            row = dict(zip(header, values, strict=False))
            try:
                yield foreign_claim_of(row, columns)
            except InvalidRowError as error:
                yield Rejection(reason=error.reason, message=f"{where}{error}", name=name, text="; ".join(values)[:500])
    except csv.Error as error:
        message = f"{name}: line {rows.line_num}: {error}; what follows was not read"
        yield Rejection(reason=Reason.INVALID, message=message, name=name)


def foreign_claim_of(row: Row, columns: ColumnMap) -> ForeignClaim:
    """Return the claim of one row.

    Its text is the row itself, a line a cell (`column: value`), so that the words behind each part can be shown. It is
    asserted, at most, by whoever made the table, who cites the source that the row names.

    Raises
    ------
    InvalidRowError
        If there is no place, no day or no kind in it, or a value is not of its form.
    """
    row_text = _RowText.of(row, columns)
    if len(row_text.text) > DEFAULT.text_characters:
        message = f"a row may have {DEFAULT.text_characters:,} characters, got {len(row_text.text):,}"
        raise InvalidRowError(message, Reason.TOO_LARGE)
    document = _document(row_text)
    kind, trigger = _kind(row_text)
    place = _place(row_text)
    text_column = columns.column_in(row, "text")
    excerpt = Span(start=0, end=len(document.text)) if text_column is None else row_text.spans[text_column]
    status = columns.rule_for(row, "status")
    said = Status.ASSERTED if status is None else Status(status.means)
    return ForeignClaim(
        document=document,
        claim=Claim(
            id=claim_id(document.id, trigger=trigger, kind=kind, places=(place.span,)),
            kind=kind,
            status=said,
            report_status=said,
            excerpt=document.excerpt(excerpt),
            trigger=trigger,
            cues=(),
            places=(place,),
            when=_when(row_text, excerpt),
            sources=_sources(row_text),
            actors=tuple(
                Actor(text=span.of(document.text), role=role, span=span)
                for role in ActorRole
                if (span := row_text.span(role.value)) is not None
            ),
            quantities=_quantities(row_text),
            movement=None,
            extraction_quality=1.0,
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _RowText:
    row: Row
    columns: ColumnMap
    text: str
    spans: dict[str, Span]

    @classmethod
    def of(cls, row: Row, columns: ColumnMap) -> _RowText:
        lines: list[str] = []
        spans: dict[str, Span] = {}
        at = 0
        for column, cell in row.items():
            value = cell.strip()
            if not value:
                continue
            line = f"{column}: {value}\n"
            spans[column] = Span(start=at + len(column) + 2, end=at + len(line) - 1)
            lines.append(line)
            at += len(line)
        return cls(row=row, columns=columns, text="".join(lines), spans=spans)

    def span(self, field: str) -> Span | None:
        column = self.columns.column_in(self.row, field)
        return None if column is None else self.spans[column]

    def words(self, field: str) -> str | None:
        span = self.span(field)
        return None if span is None else span.of(self.text)

    def needed(self, field: str, reason: Reason = Reason.INVALID) -> str:
        words = self.words(field)
        if words is None:
            raise InvalidRowError(
                f"expected a value in {' or '.join(self.columns.columns_of(field))}, got none", reason
            )
        return words

    def meaning(self, field: str) -> str | None:
        rule = self.columns.rule_for(self.row, field)
        return None if rule is None else rule.means


def _document(it: _RowText) -> Document:
    number = it.needed("id")
    url = it.words("url")
    return Document(
        id=text_id(it.text),
        text=it.text,
        name=f"{it.columns.name} {number}",
        title=it.words("title") or f"{it.columns.name} {number}",
        publisher=it.columns.name,
        url=url if url is not None and url.startswith(("https://", "http://")) else None,
        dating=_published(it),
        posts=(Post(span=Span(start=0, end=len(it.text))),),
        held=(Span(start=0, end=len(it.text)),),
    )


def _published(it: _RowText) -> Dating | None:
    words = it.words("published")
    if words is not None and EPOCH_SECONDS.fullmatch(words):
        words = datetime.fromtimestamp(int(words), tz=UTC).date().isoformat()
    try:
        return None if words is None else dating_from(words[:10], basis=Basis.STATED, source=it.columns.name)
    except ValueError:
        return None


def _kind(it: _RowText) -> tuple[Kind, Span]:
    rule = it.columns.rule_for(it.row, "kind")
    if rule is None:
        columns = dict.fromkeys(one.column for one in it.columns.rules if one.field == "kind")
        said = ", ".join(f"{column} {it.row.get(column, '')!r}" for column in columns)
        raise InvalidRowError(f"the column map gives no kind for {said}", Reason.NO_CLAIM)
    return Kind(rule.means), it.spans.get(rule.column, Span(start=0, end=0))


def _place(it: _RowText) -> ClaimPlace:
    name = it.needed("place", Reason.UNPLACED)
    span = it.span("place")
    assert span is not None, "the name was found in it"
    lat, lon = _degrees(it, "lat", 90), _degrees(it, "lon", 180)
    precision, ucdp = int(it.meaning("geo_precision") or 3), int(it.meaning("ucdp_precision") or 6)
    radius = float(it.meaning("radius_km") or 100)
    whose = it.columns.name
    exact = precision == 1
    place = Place(
        id=f"{whose.casefold()}:{name}@{lat:g},{lon:g}",
        name=name,
        feature_class=FeatureClass.SETTLEMENT if exact else FeatureClass.AREA,
        feature_code="PPL" if exact else "RGN",
        lon=lon,
        lat=lat,
        approximation_km=radius,
    )
    ground = Ground(
        shape=Shape.POINT if exact else Shape.RING,
        lon=lon,
        lat=lat,
        radius_km=radius,
        geo_precision=precision,
        ucdp_precision=ucdp,
    )
    reason = f"coordinates and precision as {whose} gives them"
    return ClaimPlace(role=Role.AT, span=span, text=name, place=place, ground=ground, confidence=1.0, reason=reason)


def _degrees(it: _RowText, field: str, most: float) -> float:
    words = it.needed(field, Reason.UNPLACED)
    try:
        value = float(words.replace(",", "."))
    except ValueError:
        value = most + 1
    if not -most <= value <= most:
        raise InvalidRowError(f"{field} must be in [-{most}, {most}], got {words[:40]!r}")
    return value


def _when(it: _RowText, excerpt: Span) -> ClaimTime:
    first = _day(it.needed("first"), "first")
    words = it.words("last")
    last = first if words is None else _day(words, "last")
    if last < first:
        raise InvalidRowError(f"last: expected a day not before {first}, got {last}")
    rule = it.columns.rule_for(it.row, "time_precision")
    precision = Precision.DAY if rule is None else Precision(rule.means)
    anchor: str | None = None
    if first == last and precision is not Precision.DAY:
        first, last = widened(first, precision)
        anchor = None if rule is None else f"{it.columns.name}'s {rule.column} {rule.value}"
    elif first != last and precision is Precision.DAY:
        precision = Precision.RANGE
    try:
        interval = Interval(start=first, end=last + timedelta(days=1))
    except OverflowError:
        interval = Interval(start=first, end=None)
    span = it.span("first")
    assert span is not None, "the day was found in it"
    return ClaimTime(
        edtf=edtf_between(interval),
        interval=interval,
        precision=precision,
        span=span,
        text=span.of(it.text),
        basis=TimeBasis.TEXT if span.within(excerpt) else TimeBasis.CONTEXT,
        anchor=anchor,
    )


def _day(words: str, field: str) -> date:
    dating = dating_of_stamp(words)
    if dating is None or dating.precision is not Precision.DAY or dating.interval.start is None:
        raise InvalidRowError(f"{field}: expected a day as in 2014-06-12, got {words[:40]!r}")
    return dating.interval.start


def _sources(it: _RowText) -> tuple[Source, ...]:
    kind = SourceKind(it.meaning("source_kind") or SourceKind.ORGANISATION)
    chain = [Source(text=it.columns.name, kind=kind)]
    span = it.span("source")
    if span is not None:
        chain.append(Source(text=span.of(it.text), kind=SourceKind.OUTLET, span=span))
    return tuple(chain)


def _quantities(it: _RowText) -> tuple[Quantity, ...]:
    words, span = it.words("quantity"), it.span("quantity")
    if words is None or span is None:
        return ()
    if not (words.isascii() and words.isdecimal() and len(words) < 10):
        raise InvalidRowError(f"quantity: expected a whole number, got {words[:40]!r}")
    return (Quantity(value=int(words), unit=it.meaning("unit") or "people", span=span),) if int(words) else ()
