import pytest

from texts.language import other_language

PROSE = {
    None: "The governor said on Thursday that the troops had left the town and were on their way to the bridge. ",
    "French": "Le gouverneur a dit que les troupes ont quitté la ville et sont sur la route qui mène au pont. ",
    "German": "Der Gouverneur sagte, die Truppen haben die Stadt verlassen und sind auf dem Weg zu der Brücke. ",
    "Spanish": "El gobernador dijo que las tropas dejaron la ciudad y que se encuentran en el camino del puente. ",
    "Turkish": "Vali bir açıklama ile bu birliklerin çok daha sonra kente ve köprüye kadar geldiğini, ancak. ",
    "Cyrillic script": "Губернатор сказал, что войска покинули город. ",
    "Arabic script": "قال المحافظ إن القوات غادرت المدينة يوم الخميس. ",
    "Chinese characters": "省长星期四说部队已经离开了城市正在前往大桥的路上。",
}


@pytest.mark.parametrize("language", PROSE)
def test_a_language_is_told_by_script_and_small_words(language: str | None) -> None:
    assert language == other_language(PROSE[language] * 4)


@pytest.mark.parametrize(
    "text",
    [
        "Mosul, Tikrit, Samarra, Baqubah.",
        "Tikrit fell.",
        "TIKRIT RETAKEN, OFFICIALS SAY",
        PROSE[None] * 3 + PROSE["Arabic script"],
        "The town of Sarpol-e Zahab (سرپل ذهاب) is in the west of the province, they said.",
    ],
)
def test_short_and_mixed_texts_are_let_through(text: str) -> None:
    """Refusing English loses claims; letting a little of something else through loses nothing."""
    assert other_language(text) is None


def test_a_list_of_names_is_read() -> None:
    """Thousands of names have no small words of any language and are no reason to refuse a text."""
    assert (
        other_language("\n".join(f"{first} {last}" for first in ("Omar", "Maria") for last in ("Said", "Lopez") * 1250))
        is None
    )


def test_a_refusal_says_what_was_seen() -> None:
    """Words of no language that is known are refused with how few of them are English."""
    named = other_language(
        "kaupunki kaatui torstaina taistelun jälkeen eikä kukaan tiedä mitä tapahtuu seuraavaksi rajalla " * 4
    )
    assert named is not None
    assert "0 of 48 words" in named
