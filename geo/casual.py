"""Find names that are written small, in lines without capitals, behind a word of place and beside other places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from geo.candidates import kind_of
from geo.casual_words import JOINS, LEADING, PLACE_WORDS, SHORT_FORMS, STATES, STRONG
from geo.context import SMALL_WORDS
from geo.evidence import Lexicons
from geo.index import Name
from geo.inside import holds
from geo.keys import ARTICLES
from geo.lines import Line, Style, is_tagged
from geo.scan import Mention, Scanner, Words

PROMINENT = 6.6
"""Only places this prominent are recognised in small letters."""

KNOWN = 5.0
"""Behind "in" or "near", in a line without capitals, also those this prominent that are nothing else."""

FIRST_LEVEL = 5.0
"""First-level areas are this prominent at least behind a word of place."""

NEIGHBOUR = 2.5
NEIGHBOUR_BARE = 4.5
"""In a country that the text speaks of by other names, places this prominent behind a word of place, and without."""

BARE = 7.0
"""Without a word of place before them, only those this prominent, and the curated theatre's by their own titles."""

FAMOUS = 8.5
"""Places this prominent are meant behind "from" or "to" although somebody bears their name."""

BORNE = 7.0
"""Places this prominent are meant behind "in" or "near" although somebody bears their name."""

STATE = 9.0
"""Countries' prominence: they are meant behind "in" although their name is a common word."""

NEVER = 99.0
"""No place is so prominent."""

VERY_SURE = 0.8
"""How surely a name in small letters after "in" or "near" is a place, or beside another place."""

SURE = 0.7
"""How surely a name in small letters after "from" or "to" is a place."""

LESS_SURE = 0.6
"""How surely a name in small letters without such a word is a place."""

UNMISTAKEN = 6
"""Further spellings of curated places with this many letters need no word of place before them."""

SITES = frozenset({"AIRB", "AIRP", "DAM", "INSM", "CMPRF"})
"""Bases, airports, dams and camps, by their whole name."""

SHORTEST = 4
"""Names in small letters have at least this many letters behind a word of place, and one more without."""


def casual_mentions(
    words: Words, lines: Sequence[Line], found: Sequence[Mention], scanner: Scanner, lexicons: Lexicons
) -> list[tuple[Mention, float]]:
    """Return further mentions in small letters with how sure they are."""
    seeker = _Seeker(words, found, scanner, lexicons)
    unplain: set[int] = set()
    for start, stop, style in lines:
        if style != Style.PLAIN:
            unplain.update(range(start, stop))
            seeker.look(range(start, stop), stop, small=True)
    seeker.look_near([(start, stop) for start, stop, style in lines if style == Style.SMALL])
    seeker.look((place for place in _behind(words, found) if place not in unplain), len(words.keys), small=False)
    return seeker.extra


def _behind(words: Words, found: Sequence[Mention]) -> list[int]:
    """Return where a word in small letters stands behind a word of place or beside a place."""
    cases, count = words.cases, len(words.keys)
    behind = {place for place, key in enumerate(words.keys, 1) if key in STRONG}
    for mention in found:
        behind.add(mention.last)
        behind.add(mention.last + 1)
    return sorted(place for place in behind if place < count and not cases[place])


class _Seeker:
    """Looks for names in small letters and remembers what was found."""

    def __init__(self, words: Words, found: Sequence[Mention], scanner: Scanner, lexicons: Lexicons) -> None:
        self.words = words
        self.scanner = scanner
        self.lexicons = lexicons
        self.found = found
        self.extra: list[tuple[Mention, float]] = []
        self.taken = {place for mention in found for place in range(mention.first, mention.last)}
        self.ends = {mention.last for mention in found}

    def look(self, places: Iterable[int], stop: int, *, small: bool) -> None:
        """Look at words of a line that ends before word `stop`; `small` where the line is in small letters."""
        for place in places:
            mention = self._free_at(place, stop)
            if mention is None or (small and self._with_state(mention, stop)):
                continue
            sure = self._sure(mention, small=small)
            if sure:
                self._take(mention, sure)
                if not small:
                    # what stands beside it in a list was not asked for
                    self.look(range(mention.last, min(mention.last + 2, stop)), stop, small=False)

    def look_near(self, lines: Sequence[tuple[int, int]]) -> None:
        """Look in lines in small letters for lesser places of the countries that the text speaks of."""
        countries = self._countries() if lines else set()
        if not countries:
            return
        for start, stop in lines:
            for place in range(start, stop):
                mention = self._free_at(place, stop)
                if mention is None:
                    continue
                leads = place > 0 and self.words.keys[place - 1] in LEADING
                if self._is_of(countries, mention, least=NEIGHBOUR if leads else NEIGHBOUR_BARE):
                    self._take(mention, SURE if leads else LESS_SURE)

    def _free_at(self, place: int, stop: int) -> Mention | None:
        """Return the name in small letters at a word, of which nothing is taken yet and nothing lies beyond `stop`."""
        words = self.words
        key = words.keys[place]
        if words.cases[place] or key in SMALL_WORDS or place in self.taken or is_tagged(words, place):
            return None
        mention = self.scanner.at(words, place) if self._is_open(key) else None
        if mention is None or mention.last > stop or not self.taken.isdisjoint(range(place, mention.last)):
            return None
        return mention

    def _countries(self) -> set[int]:
        """Return the countries of the prominent places that were found."""
        index = self.scanner.index
        spoken = set()
        for mention in (*self.found, *(mention for mention, _ in self.extra)):
            place, kind = index.postings(mention.name)[0]
            if index.prior[place] >= PROMINENT and kind != Name.PEOPLE and not self._is_word(mention):
                spoken.add(index.country[place])
        return spoken

    def _is_word(self, mention: Mention) -> bool:
        """Whether a name is also a word, or somebody's."""
        key = " ".join(self.words.keys[mention.first : mention.last])
        lexicons = self.lexicons
        return any(key in it for it in (lexicons.common, lexicons.given, lexicons.family, lexicons.others))

    def _is_of(self, countries: set[int], mention: Mention, *, least: float) -> bool:
        """Whether a name is a place's in one of the countries, that is so prominent at least, and nothing else."""
        index, parts = self.scanner.index, self.words.keys[mention.first : mention.last]
        if len(" ".join(parts)) <= SHORTEST or self._is_word(mention) or parts[0] in ARTICLES - {"al"}:
            return False
        if all(part in self.lexicons.common or len(part) < SHORTEST for part in parts):
            return False
        return any(
            index.prior[place] >= least and index.country[place] in countries
            for place, kind in index.postings(mention.name)
            if kind not in (Name.SHORT, Name.PEOPLE)
        )

    def _is_open(self, key: str) -> bool:
        """Whether a name could start with a word; most words of a language are asked again and again."""
        known = self.scanner.known_small
        found = known.get(key)
        if found is None:
            if len(known) > self.scanner.LIMIT:
                known.clear()
            number, longest = self.scanner.head(key)
            found = longest > 1 or (number >= 0 and (key not in self.lexicons.common or self._is_state(number)))
            known[key] = found
        return found

    def _is_state(self, number: int) -> bool:
        index = self.scanner.index
        return bool(index.prior[index.postings(number)[0][0]] >= STATE)

    def _take(self, mention: Mention, sure: float) -> None:
        self.extra.append((mention, sure))
        self.taken.update(range(mention.first, mention.last))
        self.ends.add(mention.last)

    def _with_state(self, mention: Mention, stop: int) -> bool:
        """Take "joplin mo" and "bastrop, tx" where the state has a place of that name."""
        words, after = self.words, mention.last
        if after >= stop or words.keys[after] not in STATES or words.between(after - 1) not in (" ", ", ", ","):
            return False
        state = self.scanner.at(words, after)
        if state is None or not holds(self.scanner.index, state.name, mention.name):
            return False
        self._take(mention, VERY_SURE)
        self._take(state, VERY_SURE)
        return True

    def _sure(self, mention: Mention, *, small: bool) -> float:
        """Return how surely a name in small letters is meant as a place; 0 where it is not."""
        words, place = self.words, mention.first
        before = words.keys[place - 1] if place else ""
        if before in STRONG or self._is_listed(place):
            return VERY_SURE if self._is_meant(mention, small=small) else 0.0
        bare = before not in PLACE_WORDS
        if not small or not self._is_known(mention, bare=bare):
            return 0.0
        return LESS_SURE if bare else SURE

    def _is_listed(self, place: int) -> bool:
        """Whether a comma or an "and" joins a word to a place before it."""
        words = self.words
        if not place:
            return False
        gap = words.between(place - 1)
        if place in self.ends:
            return gap in JOINS
        return gap == " " and words.keys[place - 1] in ("and", "or", "n", "y", "w") and place - 1 in self.ends

    def _is_meant(self, mention: Mention, *, small: bool) -> bool:
        """Whether a name behind "in", or in a list of places, is a place's and no other word's."""
        index, lexicons = self.scanner.index, self.lexicons
        parts = self.words.keys[mention.first : mention.last]
        key = " ".join(parts)
        if key in SHORT_FORMS:
            return True
        place, kind = index.postings(mention.name)[0]
        if kind in (Name.SHORT, Name.PEOPLE) or key in lexicons.others or parts[0] == "the":
            return False
        if len(key) < SHORTEST and not (len(key) == SHORTEST - 1 and index.prior[place] >= FAMOUS):
            return False
        code = index.codes[index.code[place]]
        letter = kind_of(code)
        least = KNOWN if small and kind == Name.OWN and len(key) > SHORTEST else PROMINENT
        if key in lexicons.common:
            least = STATE if letter == "c" else NEVER
        elif all(part in lexicons.common or len(part) < SHORTEST for part in parts):
            least = PROMINENT
        elif key in lexicons.given or key in lexicons.family:
            least = BORNE
        elif kind in (Name.CURATED, Name.VARIANT) or (code in SITES and len(parts) > 1):
            least = 0.0
        elif letter == "a" and len(key) > SHORTEST:
            least = FIRST_LEVEL
        return bool(index.prior[place] >= least)

    def _is_known(self, mention: Mention, *, bare: bool) -> bool:
        """Whether a name that only the line or a weak word of place speaks for is a prominent place's."""
        index, lexicons = self.scanner.index, self.lexicons
        parts = self.words.keys[mention.first : mention.last]
        key = " ".join(parts)
        if key in SHORT_FORMS:
            return True
        posting = index.postings(mention.name)[0]
        if posting[1] in (Name.SHORT, Name.PEOPLE):
            return False
        prior = index.prior[posting[0]]
        curated = posting[1] == Name.CURATED or (posting[1] == Name.VARIANT and (not bare or len(key) >= UNMISTAKEN))
        if prior < self._least(mention, bare=bare) and not curated:
            return False
        if not bare and prior >= FAMOUS and key not in lexicons.common and key not in lexicons.given:
            return len(key) >= SHORTEST
        if len(parts) > 1 and all(part in lexicons.common or len(part) < SHORTEST for part in parts):
            return False
        known = (lexicons.common, lexicons.given, lexicons.family, lexicons.others)
        return len(key) >= SHORTEST + bare and not any(key in lexicon for lexicon in known)

    def _least(self, mention: Mention, *, bare: bool) -> float:
        """Return how prominent a place must be that only the line or a weak word of place speaks for."""
        index = self.scanner.index
        place, kind = index.postings(mention.name)[0]
        if kind == Name.OWN and kind_of(index.codes[index.code[place]]) == "a":
            return FIRST_LEVEL + bare
        if kind == Name.OWN and mention.last - mention.first > 1:
            return PROMINENT if bare else KNOWN
        return BARE if bare else PROMINENT
