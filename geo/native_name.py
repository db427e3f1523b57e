"""Tell the name of a place in a script of its country."""

from __future__ import annotations

from functools import cache

from babel.core import get_global

from geo.place import Place

WITHOUT_COUNTRY = ("ar", "fa", "ku", "ckb", "kmr", "he", "tr", "ps", "ur", "ru", "uk", "el", "hy", "ka", "am")
"""Languages of a place that lies in no one country, best first."""
SPOKEN_PERCENT = 5.0
"""A language that fewer speak, and that is not official, does not name the places of a country."""


def native_name(place: Place) -> str | None:
    """Return the first name of a place in a script other than Latin, in a language of its country; None where none is.

    >>> from geo.place import FeatureClass
    >>> names = (("ar", "الصين"), ("zh", "中国"))
    >>> china = Place(
    ...     id="iso:CN", name="China", feature_class=FeatureClass.ADMIN, feature_code="PCLI", lon=105, lat=35,
    ...     country="CN", names=names,
    ... )
    >>> native_name(china)
    '中国'
    """
    named = {language.split("-")[0]: name for language, name in reversed(place.names) if not name.isascii()}
    languages = WITHOUT_COUNTRY if place.country is None else _languages(place.country)
    return next((named[language] for language in languages if language in named), None)


@cache
def _languages(country: str) -> tuple[str, ...]:
    """Return the languages of a country (ISO 3166-1 alpha-2): official ones first, then by how many speak them."""
    spoken = get_global("territory_languages").get(country, {})
    ranked = sorted(
        (about["official_status"] is None, -about["population_percent"], language.split("_")[0])
        for language, about in spoken.items()
        if about["official_status"] is not None or about["population_percent"] >= SPOKEN_PERCENT
    )
    return tuple(dict.fromkeys(language for *_, language in ranked))
