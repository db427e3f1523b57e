"""Who passes on what others tell."""

from __future__ import annotations

import pytest

from events.attribution import attributions_in


@pytest.mark.parametrize(
    ("text", "outer", "inner"),
    [
        ("Interfax quoted a general as saying that two battalions had left Gyumri.", "Interfax", "a general"),
        ("A colonel was quoted by Tass as saying that the bridge had fallen.", "Tass", "A colonel"),
        ("AFP quoted witnesses as saying tanks rolled into Hudaydah.", "AFP", "witnesses"),
        ("Sky News Arabia, citing Reuters, reported that troops had entered Sirte.", "Sky News Arabia", "Reuters"),
    ],
)
def test_who_is_quoted_lies_inside_who_quotes(text: str, outer: str, inner: str) -> None:
    """There are two sources, and the one quoted has the other as its parent."""
    first, second = attributions_in(text)
    assert (first.source[0].of(text), second.source[0].of(text), second.parent) == (outer, inner, 0)


@pytest.mark.parametrize(
    "text", ["RT: two blasts in Dnipro", "He drove to Lviv via Stryi", "The agency quotes no one."]
)
def test_what_only_looks_passed_on_has_no_such_source(text: str) -> None:
    """Without a name behind the sign nobody passes anything on."""
    assert not [one for one in attributions_in(text) if one.source and "@" in one.source[0].of(text)]


def test_a_topic_is_no_source() -> None:
    """What stands behind "#" and before a colon is what the line is of."""
    text = "#Sudan: planes land in Merowe - state media"
    assert [one.source[0].of(text) for one in attributions_in(text)] == ["state media"]


def test_whoever_is_told_of_does_not_tell_it() -> None:
    """In "no soldier crossed, he said" the pronoun is not the soldier."""
    (made,) = attributions_in("No Ugandan soldier crossed into Ituri, he said.")
    assert made.antecedent is None


def test_nobody_who_was_seen_tells_anything() -> None:
    """ "No rebel was seen" tells of rebels."""
    text = "No rebel was seen in Bria, according to the prefect."
    assert [one.source[0].of(text) for one in attributions_in(text)] == ["the prefect"]
