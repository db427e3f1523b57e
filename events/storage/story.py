"""Know a text again that came under another hash: the same story, with other blanks or without its line of date."""

from __future__ import annotations

import sqlite3

from texts.document import Document
from texts.story import story_key

_NAME = "story:{}"


def same_story(db: sqlite3.Connection, document: Document) -> int | None:
    """Return the number of the whole text that tells the same story as one that is not there yet; None if none does."""
    if document.held is not None:
        return None
    row = db.execute("SELECT value FROM facts WHERE name = ?", (_NAME.format(story_key(document)),)).fetchone()
    return None if row is None else int(row[0])


def note_story(db: sqlite3.Connection, document: Document, number: int) -> None:
    """Keep by what a whole text is known again; of a stub that is not known yet."""
    if document.held is None:
        name = _NAME.format(story_key(document))
        db.execute("INSERT OR IGNORE INTO facts (name, value) VALUES (?, ?)", (name, str(number)))
