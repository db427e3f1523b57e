"""Who disputes what others tell, and who speaks before a colon or behind a place that opens a sentence."""

from __future__ import annotations

import pytest

from events.attribution import attributions_in
from events.voices.attributed import Attribution

SPEAKERS = ("The rebels", "A spokesman for the police", "Two officers in Sabha", "The UN mission", "Musa Idris")
STANDS = (
    "rejected claims that the convoy had reached Sabha",
    "dismissed as lies reports that the convoy had reached Sabha",
    "called reports that the convoy had reached Sabha “baseless”",
    "described as untrue reports that the convoy had reached Sabha",
    "could not confirm reports that the convoy had reached Sabha",
    "would not confirm or deny that the convoy had reached Sabha",
    "dismissed the reports of a raid on Sabha as rumours",
    "described reports of a raid on Sabha as false",
)


@pytest.mark.parametrize("stand", STANDS)
@pytest.mark.parametrize("speaker", SPEAKERS)
def test_whoever_takes_a_stand_on_a_report_is_its_source(speaker: str, stand: str) -> None:
    """The whole subject is the source, whatever verb it disputes with, and what was reported is the content."""
    text = f"{speaker} {stand}."
    assert speaker in _sources_over(text, text.rindex("Sabha"))


@pytest.mark.parametrize("speaker", SPEAKERS[1:])
def test_a_speaker_before_a_colon_and_a_quotation_is_whole(speaker: str) -> None:
    """What hangs on a speaker belongs to the name: it is the spokesman who speaks, not the police."""
    text = f"{speaker}: “The convoy has reached Sabha.”"
    assert speaker in _sources_over(text, text.index("convoy"))


@pytest.mark.parametrize("front", ["In Ras Lanuf", "Near Sabha", "On Sunday", "In Sabha"])
@pytest.mark.parametrize("speaker", ["Musa Idris", "Colonel Musa Idris", "the army", "two officers"])
def test_a_place_or_day_that_opens_a_sentence_is_no_part_of_the_speaker(front: str, speaker: str) -> None:
    """Two names that stand beside each other without a comma are parted where a person's name begins."""
    text = f"{front} {speaker} said that the convoy had reached Murzuq."
    assert speaker in _sources_over(text, text.index("convoy"))


def test_a_report_that_nobody_disputes_has_no_source() -> None:
    """Who makes a report and who is spoken of in it dispute nothing."""
    assert _sources_over("Reports of a raid on Sabha reached the army.", 10) == []


def _sources_over(text: str, position: int) -> list[str]:
    def holds(made: Attribution) -> bool:
        return any(part.start <= position < part.end for part in made.content)

    return [made.source[0].of(text) for made in attributions_in(text) if made.source and holds(made)]
