"""Who says what."""

from __future__ import annotations

import pytest

from events.attribution import attributions_in
from events.claim import SourceKind


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


def test_the_it_of_it_is_believed_is_nobody() -> None:
    """An impersonal "it" is no source; what is believed keeps its cue and its content."""
    (made,) = attributions_in("It is believed that the tanks came from Lashio.")
    assert made.source == ()
    assert made.content


def test_a_cited_source_stands_inside_the_one_that_cites_it() -> None:
    """Both say the same content, the one cited as the inner."""
    made = attributions_in("Local media, citing an unnamed officer, said rebels had entered Kaya.")
    (inner,) = [one for one in made if one.parent is not None]
    assert inner.kind is SourceKind.ANONYMOUS
    assert made[inner.parent or 0].content == inner.content


def test_a_pronoun_stands_for_the_source_named_before_it() -> None:
    """The kind of source is that of the name, and the name is kept."""
    text = "A diplomat said that troops had withdrawn from Shire. He added that they went home."
    _, later = attributions_in(text)
    assert later.antecedent is not None
    assert later.antecedent.of(text) == "A diplomat"
    assert later.kind is SourceKind.ANONYMOUS
