"""Who says what."""

from __future__ import annotations

import pytest

from events.attribution import attributions_in


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Kyiv said that the bridge was hit.", "Kyiv", "said", "that the bridge was hit"),
        ("“The road to Uvira is cut,” Colonel Ilunga said.", "Colonel Ilunga", "said", "“The road to Uvira is cut,”"),
        ("“Nobody entered Shusha,” said the ministry.", "the ministry", "said", "“Nobody entered Shusha,”"),
        ("According to the mayor, shells fell on Sumy.", "the mayor", "According to", "shells fell on Sumy"),
        ("Shells fell on Sumy, according to the mayor.", "the mayor", "according to", "Shells fell on Sumy"),
    ],
)
def test_source_cue_and_content(text: str, source: str, cue: str, content: str) -> None:
    """Each of the usual forms gives the words of all three parts."""
    (made,) = attributions_in(text)
    assert ([source], [cue], [content]) == tuple(
        [span.of(text) for span in part] for part in (made.source, made.cue, made.content)
    )


def test_an_attribution_inside_another_has_it_as_parent() -> None:
    """What a source says that somebody says lies inside what it says."""
    outer, inner = attributions_in("Reuters reported that the army denied that it had shelled Goma.")
    assert outer.parent is None
    assert inner.parent == 0
