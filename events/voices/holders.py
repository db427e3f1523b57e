"""Find the attributions whose content holds a stretch of text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from events.voices.attributed import Attribution
from texts.span import Span

_BLOCK = 256
"""Characters a block; contents are listed under every block that they touch."""


class _Index:
    """The attributions of one text by the blocks that their contents touch; the last ones asked for are kept."""

    def __init__(self) -> None:
        self._attributions: tuple[Attribution, ...] = ()
        self._blocks: Mapping[int, list[Attribution]] = {}

    def near(self, attributions: tuple[Attribution, ...], start: int) -> list[Attribution]:
        """Return the attributions with content in the block of `start`."""
        if attributions is not self._attributions:
            blocks: defaultdict[int, list[Attribution]] = defaultdict(list)
            for made in attributions:
                touched = {
                    block for part in made.content for block in range(part.start // _BLOCK, part.end // _BLOCK + 1)
                }
                for block in touched:
                    blocks[block].append(made)
            self._attributions, self._blocks = attributions, blocks
        return list(self._blocks.get(start // _BLOCK, ()))


_INDEX = _Index()


def holders_of_span(attributions: tuple[Attribution, ...], span: Span) -> list[Attribution]:
    """Return the attributions whose content holds `span`, in their order.

    Asked again and again for one text, it does not look through all of its attributions each time.
    """
    near = _INDEX.near(attributions, span.start)
    return [made for made in near if any(span.within(part) for part in made.content)]
