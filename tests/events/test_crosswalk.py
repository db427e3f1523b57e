"""The crosswalk has a coding for everything that the lexicon can find, and nothing else."""

from __future__ import annotations

from events.claim import Kind
from events.crosswalk import crosswalk
from texts.lexicon import rows_of

ACLED = {
    "Battles": {"Armed clash", "Government regains territory", "Non-state actor overtakes territory"},
    "Explosions/Remote violence": {
        "Chemical weapon",
        "Air/drone strike",
        "Suicide bomb",
        "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED",
        "Grenade",
    },
    "Violence against civilians": {"Sexual violence", "Attack", "Abduction/forced disappearance"},
    "Protests": {"Peaceful protest", "Protest with intervention", "Excessive force against protesters"},
    "Riots": {"Violent demonstration", "Mob violence"},
    "Strategic developments": {
        "Agreement",
        "Arrests",
        "Change to group/activity",
        "Disrupted weapons use",
        "Headquarters or base established",
        "Looting/property destruction",
        "Non-violent transfer of territory",
        "Other",
    },
}


def test_every_type_of_the_lexicon_has_a_coding() -> None:
    """The crosswalk is total, and has no row that nothing leads to."""
    assert {(Kind(row[2]), row[3]) for row in rows_of("triggers")} == set(crosswalk())


def test_every_type_of_a_state_has_a_coding() -> None:
    """What is told as a state is of the types of what is told as a deed."""
    told = {(Kind(row[1]), row[2]) for row in rows_of("statives") if len(row) > 2}
    assert told <= set(crosswalk())


def test_every_kind_has_a_coding() -> None:
    """No kind is left out."""
    assert set(Kind) == {kind for kind, _ in crosswalk()}


def test_codes_are_those_of_acled() -> None:
    """Each sub-event belongs to its event in ACLED's codebook."""
    wrong = [it for it in crosswalk().values() if it.acled_sub_event not in ACLED.get(it.acled_event, set())]
    assert wrong == []
