"""Bring claims into the store that come with their excerpts and without the text that they stand in."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from events.claim import Claim
from events.storage.read import claims_where, document_at
from events.storage.stored import Publication
from events.storage.stub import claims_that_fit, empty_stub, with_excerpts
from events.storage.where import Where
from events.storage.write import erase_claims, key_of, write_claims, write_document, write_text
from texts.document import Document
from texts.rejection import Reason, Rejection


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """What became of claims that came from outside."""

    new: tuple[Claim, ...] = ()
    known: tuple[Claim, ...] = ()
    """those that the store has exactly so"""
    other: tuple[Claim, ...] = ()
    """those that the store has under the same id with another content; the store's stand"""
    unfit: tuple[Claim, ...] = ()
    """those whose excerpt is not what is known of the text at its place"""
    is_new: bool = False
    """whether nothing of the text was known before"""


def receive(
    db: sqlite3.Connection, publication: Publication, claims: Iterable[Claim], *, run: int | None = None
) -> tuple[int, Received]:
    """Keep claims of one text, and return the text's number and what became of them.

    A text that is not there yet is kept as a stub that holds the excerpts alone, at their places; a stub that is there
    grows by them.
    """
    row = db.execute("SELECT number FROM documents WHERE id = ?", (publication.id,)).fetchone()
    there = {} if row is None else {claim.id: claim for claim in claims_of(db, row[0])}
    known: list[Claim] = []
    other: list[Claim] = []
    fresh: dict[str, Claim] = {}
    for claim in claims:
        same = there.get(claim.id) or fresh.get(claim.id)
        if same is not None or _is_taken(db, claim.id):
            (known if same == claim else other).append(claim)
        else:
            fresh[claim.id] = claim
    document = empty_stub(publication) if row is None else document_at(db, publication.id)
    fitting, unfit = claims_that_fit(document, fresh.values())
    if document.held is not None:
        document = with_excerpts(document, (claim.excerpt for claim in fitting))
    if row is not None:
        number = int(row[0])
        if fitting and document.held is not None:
            write_text(db, document)
    else:
        number = write_document(db, document, run=run) if fitting else 0
    write_claims(db, number, document, fitting)
    received = Received(
        new=tuple(fitting), known=tuple(known), other=tuple(other), unfit=tuple(unfit), is_new=row is None
    )
    return number, received


def unfold(
    db: sqlite3.Connection, number: int, document: Document, claims: Iterable[Claim]
) -> tuple[Claim, ...] | None:
    """Put a whole text in the place of its stub, and return the stub's claims that do not fit it.

    The stub's other claims stay as they came; to them come those that were read from the text. None is returned, and
    nothing done, where the store has the whole text already or `document` is none.
    """
    stub = document_at(db, document.id)
    if stub.held is None or document.held is not None:
        return None
    before = claims_of(db, number)
    erase_claims(db, number, stub.text)
    write_text(db, document)
    fitting, unfit = claims_that_fit(document, before)
    there = {claim.id for claim in fitting}
    write_claims(db, number, document, [*fitting, *(claim for claim in claims if claim.id not in there)])
    return tuple(unfit)


def misfit(claim: Claim, name: str) -> Rejection:
    """Return the rejection of a claim whose excerpt is not what its text has."""
    message = f"{name}: claim {claim.id}: its excerpt is not what the text has at its place"
    return Rejection(
        reason=Reason.INVALID, message=message, name=name, span=claim.excerpt.span, text=claim.excerpt.text
    )


def claims_of(db: sqlite3.Connection, number: int) -> list[Claim]:
    """Return the claims of one text, by its number."""
    return [it.claim for it in claims_where(db, Where(conditions=("c.document = ?",), values=(number,)))]


def _is_taken(db: sqlite3.Connection, id_: str) -> bool:
    return db.execute("SELECT 1 FROM claims WHERE key = ?", (key_of(id_),)).fetchone() is not None
