"""Cues that are deeds and no sayings."""

from __future__ import annotations

import pytest

from events.attribution import attributions_in


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers have blocked all roads leading into the forest.",
        "Clashes between the army and the rebels continued in Nyala over the weekend.",
        "Fighters from the coast have poured in to help.",
        "The airport of Benghazi was closed.",
        "They sent a convoy of tanks from Basra to Amara.",
        "If the rebels take Jowhar the road to Balad is finished.",
        "A curfew was imposed in Goma.",
    ],
)
def test_a_deed_with_no_clause_behind_it_has_no_source(text: str) -> None:
    """Who blocks, closes or goes on says nothing by it."""
    assert attributions_in(text) == ()


def test_what_a_verb_of_lasting_quotes_is_still_said() -> None:
    """ "He continued" before quoted words is a saying."""
    text = "“We will come back,” he continued, “and we will stay.”"
    assert [span.of(text) for made in attributions_in(text) for span in made.source] == ["he"]


def test_what_is_sent_to_be_read_is_said() -> None:
    text = "The council sent a message that the border is closed."
    assert [span.of(text) for made in attributions_in(text) for span in made.source] == ["The council"]
