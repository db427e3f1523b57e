"""Words of a text inside Streamlit's Markdown: written as they are, never read as markup."""

from __future__ import annotations

import re

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_SPACES = re.compile(r"\s+")


def plain(text: str) -> str:
    r"""Return `text` on one line, with every sign that Markdown could read escaped.

    >>> plain("Tal Afar *and* <b>[Mosul](x)</b>")
    'Tal Afar \\*and\\* \\<b\\>\\[Mosul\\]\\(x\\)\\<\\/b\\>'
    >>> plain("")
    ''
    """
    return _PUNCTUATION.sub(r"\\\1", _SPACES.sub(" ", text))
