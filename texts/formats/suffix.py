"""The suffixes of the files that are read beside plain text."""

from __future__ import annotations

from pathlib import PurePosixPath

SUFFIXES = (".html", ".htm", ".xhtml", ".mhtml", ".mht", ".pdf", ".docx", ".eml", ".warc", ".warc.gz", ".zip")
"""What is read beside plain text."""


def suffix_of(name: str) -> str:
    """Return the suffix that decides, in lower case.

    >>> suffix_of("a/b.WARC.gz"), suffix_of("a.b/c")
    ('.warc.gz', '')
    """
    path = PurePosixPath(name.lower())
    return ".warc.gz" if path.name.endswith(".warc.gz") else path.suffix
