"""Requests as JSON lines: one object a line in, one a line out, in order."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from texts.span import Span


class BadLineError(ValueError):
    """A line that is not the object that was expected."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What one line asks about one text."""

    id: Any
    """given back as it came"""
    text: str
    spans: tuple[Span, ...] | None = None
    """from `spans` or `triggers`: exactly these are to be answered for"""
    published: str | None = None
    """from `published` or `dct`: the day of publication in EDTF"""
    publisher: str | None = None
    home: str | None = None
    """where the publisher is at home: a place's name or lon,lat"""
    theatre: str | None = None
    """what part of the earth the text is about: countries, a box, or both"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One line to write, without its line feed, and what was wrong with the request, if anything."""

    line: bytes
    error: str | None = None


def answers_to(lines: Iterable[bytes], answer: Callable[[Request], dict[str, Any]]) -> Iterator[Answer]:
    """Yield one answer for each line that is not blank, in order.

    A line that cannot be read is answered with `{"id", "error"}`, so that the lines that follow keep their places.

    >>> [it.line for it in answers_to([b'{"id": 1, "text": "x"}', b"", b"[]"], lambda request: {"id": request.id})]
    [b'{"id": 1}', b'{"id": null, "error": "line 3: expected a JSON object, got list"}']
    """
    for number, raw in enumerate(lines, start=1):
        if not raw.strip():
            continue
        known: Any = None
        try:
            fields = _object(raw)
            known = fields.get("id")
            yield Answer(line=encoded(answer(_request(fields))))
        except BadLineError as error:
            message = f"line {number}: {error}"
            yield Answer(line=encoded({"id": known, "error": message}), error=message)


def encoded(record: dict[str, Any]) -> bytes:
    r"""Return a JSON object as one line of UTF-8; lone surrogates, which have no UTF-8, are escaped.

    >>> encoded({"text": "\ud800"})
    b'{"text": "\\ud800"}'
    """
    line = json.dumps(record, ensure_ascii=False, allow_nan=False)
    try:
        return line.encode()
    except UnicodeEncodeError:
        return json.dumps(record, allow_nan=False).encode()


def _object(raw: bytes) -> dict[str, Any]:
    try:
        fields = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BadLineError(f"expected UTF-8, got the byte 0x{raw[error.start]:02x} at {error.start}") from error
    except ValueError as error:
        raise BadLineError(f"expected a JSON object, got what is not JSON ({error})") from error
    except RecursionError as error:
        raise BadLineError("expected a JSON object, got one nested too deeply") from error
    if not isinstance(fields, dict):
        raise BadLineError(f"expected a JSON object, got {type(fields).__name__}")
    return fields


def _request(fields: dict[str, Any]) -> Request:
    text = fields.get("text")
    if not isinstance(text, str):
        raise BadLineError(f'expected a string in "text", got {_kind(text)}')
    published = fields.get("published", fields.get("dct"))
    if published is not None and not isinstance(published, str):
        raise BadLineError(f'expected a date or null in "published" or "dct", got {_kind(published)}')
    spans = fields.get("spans", fields.get("triggers"))
    return Request(
        id=fields.get("id"),
        text=text,
        spans=None if spans is None else _spans(spans, len(text)),
        published=(published or "").strip() or None,
        publisher=_said(fields, "publisher"),
        home=_said(fields, "home"),
        theatre=_said(fields, "theatre"),
    )


def _said(fields: dict[str, Any], name: str) -> str | None:
    value = fields.get(name)
    if value is not None and not isinstance(value, str):
        raise BadLineError(f'expected a string or null in "{name}", got {_kind(value)}')
    return (value or "").strip() or None


def _spans(value: object, length: int) -> tuple[Span, ...]:
    if not isinstance(value, list):
        raise BadLineError(f"expected a list of [start, end], got {_kind(value)}")
    return tuple(_span(pair, length) for pair in value)


def _span(pair: object, length: int) -> Span:
    match pair:
        case [int(start), int(end)] if 0 <= start <= end <= length:
            return Span(start=start, end=end)
    raise BadLineError(f"expected [start, end] with 0 <= start <= end <= {length}, got {str(pair)[:80]}")


def _kind(value: object) -> str:
    return "nothing" if value is None else type(value).__name__
