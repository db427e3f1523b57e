"""What else a name could have been is said beside why it was put where it is."""

from __future__ import annotations

import pytest

from geo.gazetteer import Gazetteer
from geo.geoparse import resolution_at, resolutions_in
from geo.reasons import candidate_lines, rivals_of
from texts.document import Document, text_id
from texts.span import Span


def told(text: str, gazetteer: Gazetteer) -> list[str]:
    document = Document(id=text_id(text), text=text, name="a text")
    return [rivals_of(one) for one in resolutions_in(document, gazetteer)]


def test_a_name_of_several_places_names_the_others_and_the_distance(gazetteer: Gazetteer) -> None:
    """Beside Beirut, Tripoli is the Lebanese one; the Libyan one is the next."""
    tripoli, _ = told("Fighting broke out in Tripoli, north of Beirut.", gazetteer)
    assert tripoli.startswith("could also be Tripoli (LY)")
    assert tripoli.endswith(" behind")


def test_a_name_of_one_place_has_no_rival(gazetteer: Gazetteer) -> None:
    """There is nothing to say."""
    assert told("Shells fell on Sarpol-e Zahab.", gazetteer) == [""]


def test_every_candidate_has_a_line_and_the_chosen_one_is_first(gazetteer: Gazetteer) -> None:
    """With its score, how far behind the best it is, and what speaks for it."""
    text = "Fighting broke out in Tripoli, north of Beirut."
    found = resolutions_in(Document(id=text_id(text), text=text, name="a text"), gazetteer)[0]
    lines = candidate_lines(found)
    assert len(lines) == len(found.candidates)
    assert lines[0].startswith("chosen: Tripoli (Lebanon), LB")
    assert "which is named too" in lines[0]
    assert [line for line in lines[1:] if line.startswith("chosen") or " behind" not in line] == []


@pytest.mark.parametrize("before", ["", "Nothing is named in this line of words.\n" * 8000])
def test_a_name_is_read_again_as_it_was_read(before: str, gazetteer: Gazetteer) -> None:
    """At the end of a long text too; where no name was seen there is nothing."""
    text = before + "Fighting broke out in Tripoli, north of Beirut."
    document = Document(id=text_id(text), text=text, name="a text")
    for first in resolutions_in(document, gazetteer):
        again = resolution_at(document, gazetteer, first.toponym.span)
        assert again is not None
        assert (first.place, first.candidates, first.margin) == (again.place, again.candidates, again.margin)
    assert resolution_at(document, gazetteer, Span(start=0, end=3)) is None
