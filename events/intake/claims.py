"""Bring claims that others wrote down into the store: exports of this program, and tables of others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from events.claim import Claim
from events.intake.columns import ColumnMap, known_columns
from events.intake.foreign import ForeignClaim, foreign_claims_in
from events.intake.returned import Returned, is_ours, returned_in
from events.intake.table import header_of
from events.storage.receive import Received, misfit
from events.storage.stored import Publication
from events.store import Store
from texts.limits import DEFAULT, Limits
from texts.original import Original
from texts.rejection import Reason, Rejection

SUFFIXES = (".geojson", ".csv")
"""Of files that hold claims and no text."""

MOST_SHADED = 60_000_000
"""How many characters the stubs of one file may have together, most of them unknown; more is a mistake or an attack."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """What became of a file of claims."""

    claims: int = 0
    known: int = 0
    """claims that the store had already"""
    stubs: int = 0
    """texts of which nothing but excerpts is known"""
    rows: int = 0
    """rows of other people's tables, each a text of its own"""
    rejections: tuple[Rejection, ...] = ()

    @property
    def reasons(self) -> tuple[tuple[Reason, int], ...]:
        """How often something was left out, by reason."""
        found = Counter(it.reason for it in self.rejections)
        return tuple((reason, found[reason]) for reason in Reason if found[reason])


def ingest_claims(
    store: Store,
    original: Original,
    *,
    columns: ColumnMap | None = None,
    limits: Limits = DEFAULT,
    run: int | None = None,
) -> Import:
    """Bring the claims of a file into the store, all that can be read of them or none.

    A claim that the store has under the same id with another content is counted as a duplicate; the store's stands.

    Parameters
    ----------
    columns
        What the columns of a table mean; where it is not given, the program's own exports and the tables that it has
        column maps for are told by their columns.
    run
        The number of the run that brings them.
    """
    try:
        text = original.content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _refused(store, original, Reason.UNREADABLE, f"expected UTF-8, got {error.reason} at byte {error.start}")
    if columns is None and is_ours(text):
        return _returned(store, original, text, limits, run)
    header = header_of(text)
    fitting = [one for one in (known_columns() if columns is None else (columns,)) if not one.missing_in(header)]
    if fitting:
        return _foreign(store, original, text, fitting[0], run)
    lacking = (
        "a table of this program, or one with a column map"
        if columns is None
        else "; ".join(f"a column {name!r}" for name in columns.missing_in(header))
    )
    return _refused(store, original, Reason.UNSUPPORTED, f"expected {lacking}, got neither")


def _returned(store: Store, original: Original, text: str, limits: Limits, run: int | None) -> Import:
    rejections: list[Rejection] = []
    texts: dict[str, tuple[Publication, list[Claim]]] = {}
    for it in returned_in(text, name=original.name, limits=limits):
        if isinstance(it, Returned):
            texts.setdefault(it.publication.id, (it.publication, []))[1].append(it.claim)
        else:
            rejections.append(it)
    claims = known = stubs = shaded = 0
    with store.writing():
        file = store.keep_file(original)
        for publication, found in texts.values():
            shaded += max(claim.excerpt.span.end for claim in found)
            if shaded > MOST_SHADED:
                rejections += _too_much(found, original.name)
                continue
            received = store.receive(publication, found, file=file, run=run)
            claims += len(received.new)
            known += len(received.known)
            stubs += received.is_new and bool(received.new)
            rejections += _left_out(received, original.name)
        store.refuse(original, rejections)
    return Import(claims=claims, known=known, stubs=stubs, rejections=tuple(rejections))


def _foreign(store: Store, original: Original, text: str, columns: ColumnMap, run: int | None) -> Import:
    rejections: list[Rejection] = []
    claims = known = 0
    with store.writing():
        file = store.keep_file(original)
        for it in foreign_claims_in(text, columns, name=original.name):
            if not isinstance(it, ForeignClaim):
                rejections.append(it)
            elif store.add(it.document, (it.claim,), original=file, run=run):
                claims += 1
            else:
                known += 1
        store.refuse(original, rejections)
    return Import(claims=claims, known=known, rows=claims, rejections=tuple(rejections))


def _refused(store: Store, original: Original, reason: Reason, message: str) -> Import:
    rejection = Rejection(reason=reason, message=f"{original.name}: {message}", name=original.name)
    store.refuse(original, (rejection,))
    return Import(rejections=(rejection,))


def _left_out(received: Received, name: str) -> Iterator[Rejection]:
    for claim in received.other:
        message = f"{name}: claim {claim.id}: the store has it with another content, which was kept"
        yield Rejection(
            reason=Reason.DUPLICATE, message=message, name=name, span=claim.excerpt.span, text=claim.excerpt.text
        )
    for claim in received.unfit:
        yield misfit(claim, name)


def _too_much(claims: Iterable[Claim], name: str) -> Iterator[Rejection]:
    for claim in claims:
        message = f"{name}: claim {claim.id}: the texts of one file may have {MOST_SHADED:,} characters together"
        yield Rejection(reason=Reason.TOO_LARGE, message=message, name=name)
