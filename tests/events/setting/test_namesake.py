"""Names that are only called after a place, or say where somebody is from, place nothing."""

from __future__ import annotations

import pytest

from geo.gazetteer import Gazetteer
from tests.events.claims import places_of


@pytest.mark.parametrize(
    "text",
    [
        "Beirut Street was blocked by the army.",
        "The Tikrit tribe's elder was shot.",
        "Hassan al-Basri's men attacked at dawn.",
        "The Doha-based channel reported clashes.",
        "The Aleppo-born poet was killed.",
        "The Mogadishu, a cargo ship, was seized by pirates.",
        "In his book on Grozny he attacked the generals.",
        "Damascus Gate clashes wounded ten.",
        "Two enemy Skyhawks fell.",
        "Liverpool attacked from the first whistle and captured the cup.",
        "The minister escaped unhurt in Basra.",
    ],
)
def test_what_is_called_after_a_place_is_none(gazetteer: Gazetteer, text: str) -> None:
    assert places_of(text, gazetteer) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The rebels managed to storm Kunduz.", "Kunduz"),
        ("Rebel-held Aleppo was shelled.", "Aleppo"),
        ("Soldiers killed ten men of a tribe in Tikrit.", "Tikrit"),
        ("Shells fell on the Aleppo road.", "Aleppo"),
    ],
)
def test_what_only_looks_like_it_is_kept(gazetteer: Gazetteer, text: str, place: str) -> None:
    assert places_of(text, gazetteer) == [place]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Nairobi sent soldiers to Kismayo, and Kampala and Bujumbura did so too.", ["Kismayo"]),
        ("The raid on Kidal prompted Bamako to send soldiers.", ["Kidal"]),
        ("Clashes in Abyei alarmed Khartoum and Juba.", ["Abyei"]),
        ("Tripoli lost control of Sabha.", ["Sabha"]),
        ('"Islamabad fired first," said an officer.', []),
        ("The siege of Aleppo mirrors Sarajevo.", ["Aleppo"]),
        ("The shelling of Homs made it a Stalingrad.", ["Homs"]),
        ("A surgeon with roots in Nablus was killed in Amman.", ["Amman"]),
        ("Rockets made in Isfahan hit Haifa.", ["Haifa"]),
        ("The Observatory, which is based in Coventry, said jets hit Idlib.", ["Idlib"]),
        ("The soldier's mother waits in Kazan; he was hit at Izyum.", ["Izyum"]),
        ("A man of Daraa descent was shot in Beirut.", ["Beirut"]),
        ("A survivor of Halabja was killed in Kirkuk.", ["Kirkuk"]),
        ("Fighters of the Tarhuna 9th Infantry Brigade shelled Gharyan.", ["Gharyan"]),
        ("The Minsk was sunk by a missile off Sevastopol.", ["Sevastopol"]),
        ("Gunmen shot four at the Café Berlin in Kabul.", ["Kabul"]),
    ],
)
def test_a_name_that_acts_lends_itself_or_tells_of_a_home_is_no_place(
    gazetteer: Gazetteer, text: str, places: list[str]
) -> None:
    assert places_of(text, gazetteer) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Fighting in Homs and Hama has killed twelve people.", ["Homs", "Hama"]),
        ("Rebels took Homs, Hama and Idlib.", ["Homs", "Hama", "Idlib"]),
        ("Rockets hit a Kabul street.", ["Kabul"]),
        ("The 7th Division, which is based in Hasakah, was reinforced.", ["Hasakah"]),
        ("Mosul was lost on Monday.", ["Mosul"]),
    ],
)
def test_a_name_in_a_like_place_that_is_one_stays(gazetteer: Gazetteer, text: str, places: list[str]) -> None:
    assert places_of(text, gazetteer) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The general, who comes from Kasese, was shot in Kampala.", ["Kampala"]),
        ("The accords of Algiers failed, and rebels attacked Kidal.", ["Kidal"]),
        ("The Ankara-Baku alliance held while rockets hit Ganja.", ["Ganja"]),
        ("A court in Stockholm charged him with the killing of prisoners at Omarska.", ["Omarska"]),
        ("In Oslo, the ministers condemned the shelling of Odesa.", ["Odesa"]),
        ("A cellar full of Lyon silk was looted by soldiers in Bamako.", ["Bamako"]),
        ("The Battle of Algiers was screened while a bomb went off in Tunis.", ["Tunis"]),
        ("The Front for the Liberation of Eritrea attacked Keren.", ["Keren"]),
        ("The Rally for Democratic Chad attacked Abéché.", ["Abéché"]),
        ("The bishop of Bukavu buried three dead in Uvira.", ["Uvira"]),
        ("Our men, who once ruled in Kabul, killed six in Ghazni.", ["Ghazni"]),
        ("A truce between Chad and Libya, mediated by Togo, held.", []),
        ("The brigade, made up of men from Kenya and Ghana, shelled hills near Xanaduville.", []),
    ],
)
def test_the_place_of_an_origin_an_office_or_a_body_is_not_where_it_happened(
    gazetteer: Gazetteer, text: str, places: list[str]
) -> None:
    assert places_of(text, gazetteer) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Fighters come from Libya to Darfur.", ["Libya", "Darfur"]),
        ("The mayor of Mosul was shot by gunmen.", ["Mosul"]),
        ("Rebels staged an attack on Kidal.", ["Kidal"]),
        ("Gunmen shot a judge in Derna.", ["Derna"]),
        ("The Siege of Homs began in May.", ["Homs"]),
    ],
)
def test_what_has_the_form_of_an_office_or_a_name_and_is_a_happening_stays(
    gazetteer: Gazetteer, text: str, places: list[str]
) -> None:
    assert places_of(text, gazetteer) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The Mombasa-bound ship was attacked off Kismayo.", ["Kismayo"]),
        ("The raid on Palmyra, like that on Hama, was planned.", ["Palmyra"]),
        ("He told the agency in Vienna that jets had hit Binnish.", ["Binnish"]),
        ("Shares fell in Tokyo and Seoul after missiles hit Haifa.", ["Haifa"]),
        ("The shelling of Aleppo delighted Cairo and dismayed Ankara.", ["Aleppo"]),
        ("The summit between Khartoum and Juba followed the shelling of Heglig.", ["Heglig"]),
        ("The Djibouti-Harar train was attacked by gunmen.", []),
        ("The embassy of Norway in Lima was seized by rebels.", ["Lima"]),
        ("News of the attack on Gao reached Lagos.", ["Gao"]),
        ("If the Turks bomb Kobani, Moscow will protest.", ["Kobani"]),
        ("Lord Byron of Missolonghi was attacked near Patras.", ["Patras"]),
        ("Gunmen in Toyota Hiluxes stormed Kidal.", ["Kidal"]),
        ("Al-Qaeda in the Islamic Maghreb attacked Niamey.", ["Niamey"]),
        ("The navy sent two ships, the Basra and the Mosul, to Kismayo.", ["Kismayo"]),
        ("The Nyon idea died when rockets hit Bilbao.", ["Bilbao"]),
        ("An aide to the governor of Kandahar was silent.", []),
        ("Shares fell in Tokyo and Seoul after missiles hit Abqaiq.", []),
        ("They called the raid on Gao a breach; Lagos smiled.", ["Gao"]),
        ("The boat Tbilisi was sunk by gunmen.", []),
        ("The talks of Geneva failed, and rebels attacked Homs.", ["Homs"]),
    ],
)
def test_a_goal_a_party_a_listener_or_a_likeness_is_not_where_it_happened(
    gazetteer: Gazetteer, text: str, places: list[str]
) -> None:
    assert places_of(text, gazetteer) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Rebels shelled the road between Homs and Hama.", ["Homs", "Hama"]),
        ("Gunmen attacked Kidal as rockets hit Gao.", ["Kidal", "Gao"]),
        ("After an airstrike in Homs, Hama was shelled.", ["Homs", "Hama"]),
        ("The army reached Mosul.", ["Mosul"]),
        ("Rafah has closed again.", ["Rafah"]),
    ],
)
def test_what_has_the_form_of_a_party_or_a_listener_and_is_struck_stays(
    gazetteer: Gazetteer, text: str, places: list[str]
) -> None:
    assert places_of(text, gazetteer) == places
