"""Read a table of comma- or semicolon-separated values."""

from __future__ import annotations

import csv
import io


def table_in(text: str) -> csv.DictReader[str]:
    r"""Return the rows of a table by the names in its first line; commas part its cells, or semicolons, or tabs.

    >>> [row["b"] for row in table_in("a;b\n1;2\n")]
    ['2']
    >>> list(table_in(""))
    []
    """
    head = text[: text.find("\n") if "\n" in text else len(text)]
    delimiter = max(",;\t", key=head.count)
    # a cell may be as long as the file; the module's own limit would cut long claims off
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    return csv.DictReader(io.StringIO(text, newline=""), strict=True, delimiter=delimiter)


def header_of(text: str) -> frozenset[str]:
    """Return the names in the first line of a table, in lower case; none where it cannot be read.

    >>> sorted(header_of("Event_Date,notes"))
    ['event_date', 'notes']
    """
    try:
        return frozenset((name or "").strip().casefold() for name in table_in(text).fieldnames or ())
    except csv.Error:
        return frozenset()
