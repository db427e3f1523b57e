"""Find where a text comes from, so that a local paper's Paris is its own."""

from __future__ import annotations

from geo.candidates import Home, kind_of
from geo.gazetteer import Gazetteer
from geo.index import Name
from geo.scan import words_of
from texts.document import Document


def home_of(document: Document, gazetteer: Gazetteer) -> Home:
    """Return the home place that a document's publisher bears in its name: "Najaf Times" has Najaf.

    A country in the name tells too little, and a name that is a common word or a person's tells nothing.
    """
    if not document.publisher:
        return Home()
    words = words_of(document.publisher)
    index, lexicons = gazetteer.index, gazetteer.judge.lexicons
    for mention in gazetteer.scanner.mentions(words):
        key = " ".join(words.keys[mention.first : mention.last])
        if any(key in lexicon for lexicon in (lexicons.common, lexicons.given, lexicons.bodies, lexicons.others)):
            continue
        place, kind = index.postings(mention.name)[0]
        if kind in (Name.OWN, Name.CURATED, Name.VARIANT) and kind_of(index.codes[index.code[place]]) in "pad":
            return Home(places=(place,))
    return Home()


def home_at(name: str, gazetteer: Gazetteer) -> Home:
    """Return the home that a user names, such as "Najaf"; the most prominent place of the name is meant.

    Raises
    ------
    ValueError
        If the gazetteer has no place of this name.
    """
    number = gazetteer.scanner.exactly(words_of(name), 0, len(name))
    if number is None:
        raise ValueError(f"home: the name of a place expected, got {name!r}")
    return Home(places=(index_place(number.name, gazetteer),))


def theatre_of(countries: tuple[str, ...], gazetteer: Gazetteer) -> Home:
    """Return the theatre of these countries (ISO 3166-1 alpha-2): their places are preferred.

    Raises
    ------
    ValueError
        If a code is not a country's.
    """
    known = {code: number for number, code in enumerate(gazetteer.index.countries) if code}
    for code in countries:
        if code not in known:
            raise ValueError(f"theatre: an ISO 3166-1 code of two letters expected, got {code!r}")
    return Home(countries=frozenset(known[code] for code in countries))


def index_place(name: int, gazetteer: Gazetteer) -> int:
    """Return the most prominent place of a name, by its number."""
    return gazetteer.index.postings(name)[0][0]
