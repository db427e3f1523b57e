"""Whole families of words that name a happening: one sentence for each sort, and what only looks like one."""

from __future__ import annotations

import pytest

from geo.gazetteer import Gazetteer
from tests.events.claims import told

BLOWS = (
    "Bandits butchered nine herders in Taiz.",
    "Two grenades were tossed by militiamen into a cafe in Taiz.",
    "The retreating army laid waste to Taiz.",
    "Rebels put the town hall of Taiz to the torch and set alight the market in Taiz.",
    "Four men were blown to pieces in Taiz.",
    "A lorry ran over a mine near Taiz.",
    "Six prisoners were put to death in Taiz.",
    "Militiamen fell upon the market in Taiz.",
    "Raiders made off with 300 goats near Taiz.",
    "An aid worker was spirited away in Taiz.",
    "A dogfight took place over Taiz.",
    "Small-arms fire was heard in Taiz.",
    "Gunmen sprayed a cafe with bullets in Taiz.",
    "A mine cost a farmer both legs near Taiz.",
    "Rescuers dug eleven people out of the rubble in Taiz.",
    "Two clans came to blows in Taiz.",
    "Sirens wailed in Taiz.",
    "The frigate was holed off Aden.",
    "A patrol boat went to the bottom off Aden.",
    "The column was cut to pieces at Taiz.",
    "Tracer lit up the sky over Aden.",
    "Chlorine was dropped on Taiz.",
    "The truce was broken in Taiz within hours.",
)
HOLDS = (
    "Some 400 fighters laid down their weapons in Taiz.",
    "Deserters gave themselves up in Taiz.",
    "Soldiers sat astride the highway at Taiz.",
    "Soldiers frisked everybody at the gates of Taiz.",
    "A mayor was led off in handcuffs in Taiz.",
    "Four trucks were impounded in Taiz.",
    "Gunmen threw up barriers on the road into Taiz.",
    "Taiz is a closed military zone.",
    "The garrison ran up the white flag in Taiz.",
    "Eleven suspects were picked up in Taiz.",
    "The army clawed back Taiz.",
    "Militiamen collect taxes in Taiz.",
    "A sniper was caught in Taiz.",
    "The tanker was boarded off Aden.",
    "Sappers cleared mines from the port of Aden.",
)
WAYS = (
    "Landing craft nosed into Aden.",
    "The minister dashed to Aden.",
    "A battalion of marines was trucked in from Aden.",
    "The army edged towards Taiz.",
    "Fighters sneaked into Taiz.",
    "Marines came ashore at Aden.",
    "Two frigates dropped anchor at Aden.",
    "Reservists were recalled to Aden.",
    "Two jets swooped over Taiz.",
    "Soldiers were greeted with flags in Taiz.",
    "A supply plane crash-landed at Aden.",
    "The army is closing on Taiz.",
    "Militiamen stormed Taiz. The last soldiers melted away at midnight.",
    "Shells fell on Taiz. The rebels walked in at five.",
)
OTHERS = (
    ("displacement", "Ten thousand people were made homeless in Taiz."),
    ("displacement", "Families sleep in the open near Taiz."),
    ("displacement", "The camp at Taiz is bursting at the seams."),
    ("displacement", "Buses with families were filmed at Taiz."),
    ("displacement", "Refugees have pitched tents at Taiz."),
    ("buildup", "Guards were doubled at the airport in Aden."),
    ("buildup", "A new base is going up near Aden."),
    ("diplomacy", "The two generals sat down together in Amman."),
    ("diplomacy", "Envoys struck a deal in Amman."),
    ("diplomacy", "The guns were silenced by elders, who shook hands in Taiz."),
    ("support", "Blankets and food were handed out in Taiz."),
    ("support", "Rations were halved in Taiz."),
    ("statement", "Students burned tyres in Aden."),
)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        *(("attack", text) for text in BLOWS),
        *(("control", text) for text in HOLDS),
        *(("movement", text) for text in WAYS),
        *OTHERS,
    ],
)
def test_a_happening_is_known_by_any_word_of_its_family(gazetteer: Gazetteer, kind: str, text: str) -> None:
    assert kind in {it[0] for it in told(text, gazetteer)}


@pytest.mark.parametrize(
    "text",
    [
        "Hopes for an end to the war were dashed by officials in Taiz.",
        "He owns a fleet of helicopters in Aden.",
        "The minister picked up the phone in Aden.",
        "The two firms hammered home their message in Aden.",
        "The horse had bolted before the door in Aden was shut.",
        "Nobody knows what a bus in Aden costs.",
    ],
)
def test_what_only_shares_a_word_with_them_is_none(gazetteer: Gazetteer, text: str) -> None:
    assert told(text, gazetteer) == []
