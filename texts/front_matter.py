"""Read the fields at the head of a file, between two lines of `---`."""

from __future__ import annotations

FENCE = "---"

LONGEST = 200
"""How many lines front matter may have; a longer one is taken for text."""


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    r"""Return the fields of the front matter and the text after it.

    Each line is `name: value`; quotes around a value and lines that are not of this form are dropped. A text without
    a closed front matter is text from its first character on.

    >>> split_front_matter("---\ntitle: 'Fog'\n---\nMosul fell.")
    ({'title': 'Fog'}, 'Mosul fell.')
    >>> split_front_matter("Mosul fell.")
    ({}, 'Mosul fell.')
    >>> split_front_matter("---\nMosul fell.")
    ({}, '---\nMosul fell.')
    """
    if not text.startswith(FENCE + "\n"):
        return {}, text
    fields: dict[str, str] = {}
    position = len(FENCE) + 1
    for _ in range(LONGEST):
        end = text.find("\n", position)
        line = text[position:] if end < 0 else text[position:end]
        if line.rstrip() == FENCE:
            return fields, "" if end < 0 else text[end + 1 :].lstrip("\n")
        if end < 0:
            break
        name, colon, value = line.partition(":")
        if colon and not line[0].isspace() and not line.startswith("#"):
            fields[name.strip()] = _unquoted(value.strip())
        position = end + 1
    return {}, text


def _unquoted(value: str) -> str:
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value
