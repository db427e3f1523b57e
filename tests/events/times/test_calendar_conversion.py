"""Other calendars, and what texts make of them."""

from __future__ import annotations

import pytest

from events.timex import timexes_in
from tests.dates import anchor_on


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It was won on 22 Bahman 1357.", "22 Bahman 1357", "1979-02-11"),
        ("It fell on 15 Khordad.", "15 Khordad", "2014-06-05"),
        ("They met on 10 Muharram 1436.", "10 Muharram 1436", "2014-11-03"),
        ("on 1 Ramadan 1435 AH they met", "1 Ramadan 1435 AH", "2014-06-28"),
        ("They met in Khordad 1393.", "Khordad 1393", "2014-05-22/2014-06-21"),
        ("The siege ended in Ramadan 2014.", "Ramadan 2014", "2014-06-28/2014-07-27"),
        ("They rested during Ramadan.", "Ramadan", "2014-06-28/2014-07-27"),
        ("۲۲ بهمن ۱۳۵۷", "۲۲ بهمن ۱۳۵۷", "1979-02-11"),
        ("في ١٢ حزيران ٢٠١٤", "١٢ حزيران ٢٠١٤", "2014-06-12"),
        ("في 12 يونيو 2014", "12 يونيو 2014", "2014-06-12"),
        ("3 كانون الثاني 2014", "3 كانون الثاني 2014", "2014-01-03"),
        ("تاریخ ۱۳۹۳/۳/۲۳", "۱۳۹۳/۳/۲۳", "2014-06-13"),
        ("on 23 Dhu al-Hijja 1435", "23 Dhu al-Hijja 1435", "2014-10-17"),
        ("They sang at Nowruz.", "Nowruz", "2014-03-21"),
        ("They will be home by Christmas 2015.", "Christmas 2015", "2015-12-25"),
        ("It was quiet on Christmas Eve 2013.", "Christmas Eve 2013", "2013-12-24"),
        ("Shots rang on New Year's Eve.", "New Year's Eve", "2013-12-31"),
    ],
)
def test_dates_of_other_calendars(text: str, words: str, value: str) -> None:
    """Iranian and Islamic dates are converted, in Latin, Arabic and Persian script and numerals."""
    [timex] = timexes_in(text, anchor=anchor_on("2014-06-13"))
    assert (timex.text, timex.value) == (words, value)
    assert timex.interval is not None


def test_the_doubt_of_a_day_is_kept() -> None:
    """An Islamic date hangs on the sight of the moon; an Iranian one does not."""
    islamic, iranian = timexes_in("on 10 Muharram 1436 and on 22 Bahman 1357", anchor=None)
    assert any("a day earlier or later" in doubt for doubt in islamic.doubts)
    assert iranian.doubts == ()


@pytest.mark.parametrize("text", ["Mehr News said so.", "Azar Nafisi wrote it.", "Bahman spoke.", "Safar left."])
def test_names_are_no_months(text: str) -> None:
    """Months that are also names need a day or a year, and a day must exist."""
    assert timexes_in(text, anchor=anchor_on("2014-06-13")) == ()
