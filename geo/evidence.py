"""What is looked at to tell whether a name in a text is meant as a place."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from geo.index import PLACE_BITS, PLACE_MASK, Index, Name
from geo.scan import JOINTS, Case, Mention, Words
from texts.lexicon import rows_of

KNOWN_BY_NAME = 8
"""Names of places this prominent are judged by themselves too: everybody writes of them."""

PLAIN: dict[int, int] = {Name.CURATED: Name.OWN, Name.VARIANT: Name.OTHER}
"""Curated names are judged as others are: the annotated texts hardly have any."""

LOUD = 0.2
"""A text with more than this part of its words in capitals shouts."""

PLACED = frozenset({"in", "near", "at", "from", "towards", "toward", "outside", "around"})
"""Words before a capitalised name that make it a place's."""

RUN = 6
"""How many capitalised words to each side belong to the run that a name stands in."""


@dataclass(slots=True)
class Lexicons:
    """Word lists by lower-case word."""

    common: dict[str, str] = field(default_factory=lambda: {row[0]: row[1] for row in rows_of("common_words")})
    given: dict[str, str] = field(default_factory=lambda: {row[0]: row[1] for row in rows_of("given_names")})
    family: dict[str, str] = field(default_factory=lambda: {row[0]: row[1] for row in rows_of("surnames")})
    titles: frozenset[str] = field(default_factory=lambda: frozenset(row[0] for row in rows_of("person_titles")))
    others: dict[str, str] = field(default_factory=lambda: {row[0]: row[1] for row in rows_of("other_names")})
    bodies: dict[str, str] = field(default_factory=lambda: {row[0]: row[1] for row in rows_of("org_words")})


@dataclass(slots=True)
class Setting:
    """What the whole text says about its names."""

    people: frozenset[str]
    """words that stand in the name of a person somewhere in the text"""
    counts: Counter[int]
    """how often each name is mentioned"""
    located: frozenset[int]
    """names that stand right after a word of place somewhere in the text"""
    shouting: float
    """share of the words written in capitals throughout"""


def setting_of(words: Words, mentions: list[Mention], lexicons: Lexicons) -> Setting:
    """Return what the whole text says about its names."""
    people: set[str] = set()
    cases, keys = words.cases, words.keys
    for at in range(len(keys) - 1):
        if cases[at] == 1 and cases[at + 1] in (1, 2) and (keys[at] in lexicons.given or keys[at] in lexicons.titles):
            people.update(_name_after(words, at))
    return Setting(
        people=frozenset(people),
        counts=Counter(mention.name for mention in mentions),
        located=frozenset(mention.name for mention in mentions if mention.first and keys[mention.first - 1] in PLACED),
        shouting=cases.count(2) / max(1, len(keys)),
    )


def _name_after(words: Words, at: int) -> list[str]:
    """Return the capitalised words, three at most, that follow a given name or a title."""
    found: list[str] = []
    for place in range(at + 1, min(len(words.keys), at + 4)):
        if words.cases[place] not in (1, 2) or words.between(place - 1) not in (" ", ". "):
            break
        found.append(words.keys[place])
    return found


@dataclass(slots=True)
class _Frame:
    """A mention with what stands around it."""

    start: int
    """the run of capitalised words around the name: words `[start, stop)`"""
    stop: int
    left: str
    right: str
    before: str
    after: str
    what: str
    """whether the name is a place's, an abbreviation or a demonym"""
    sort: str
    """what the most prominent place of the name is, and how prominent"""
    prior: int
    kind: int


def features(words: Words, mention: Mention, setting: Setting, lexicons: Lexicons, index: Index) -> list[str]:
    """Return the features of a mention, each with the letters of its kind."""
    frame = _frame(words, mention, index)
    out = _around(words, mention, frame, setting)
    if mention.last - mention.first == 1:
        out += _single(words, mention, frame, setting, lexicons)
    elif " ".join(words.keys[mention.first : mention.last]) in lexicons.others:
        out.append("xx")
    elif any(key in setting.people for key in words.keys[mention.first : mention.last]):
        out.append("P" + frame.sort)
    out += _run(words, mention, frame, lexicons)
    if words.cases[mention.first] == Case.CAPITALS:
        out.append("c" + str(setting.shouting > LOUD) + str(mention.last - mention.first) + frame.what)
    return out


def _frame(words: Words, mention: Mention, index: Index) -> _Frame:
    keys, cases = words.keys, words.cases
    first, last = mention.first, mention.last
    count = len(keys)
    posting = index.posting[index.first[mention.name]]
    place, kind = posting & PLACE_MASK, PLAIN.get(posting >> PLACE_BITS, posting >> PLACE_BITS)
    start = first
    while start > 0 and first - start < RUN and cases[start - 1] in (1, 2) and words.between(start - 1) in JOINTS:
        start -= 1
    stop = last
    while stop < count and stop - last < RUN and cases[stop] in (1, 2) and words.between(stop - 1) in JOINTS:
        stop += 1
    prior = int(index.prior[place])
    return _Frame(
        start=start,
        stop=stop,
        left=_gap(words.text[words.ends[first - 1] : mention.start] if first else "\n"),
        right=_gap(words.text[mention.end : words.starts[last]] if last < count else "\n"),
        before=keys[first - 1] if first else "^",
        after=keys[last] if last < count else "$",
        what=str(kind) if kind in (Name.SHORT, Name.PEOPLE) else "p",
        sort=f"{_sort(index.codes[index.code[place]])}{min(prior, 9)}",
        prior=prior,
        kind=kind,
    )


def _around(words: Words, mention: Mention, frame: _Frame, setting: Setting) -> list[str]:
    """Return what the words to both sides tell."""
    keys = words.keys
    first, last = mention.first, mention.last
    what, sort, left, right, before, after = (
        frame.what, frame.sort, frame.left, frame.right, frame.before, frame.after,
    )  # fmt: skip
    before2 = keys[first - 2] if first > 1 else "^"
    after2 = keys[last + 1] if last + 1 < len(keys) else "$"
    behind = frame.stop - last
    out = [
        "0" + what,
        "k" + what + sort,
        "n" + str(last - first) + what + str(words.cases[first]),
        "l" + left + before,
        "r" + right + after,
        "L" + left,
        "R" + right,
        "ll" + before2 + " " + before if left == " " else "ll" + left,
        "rr" + right + after + " " + after2 if right == " " else "rr" + right,
        "u" + str(min(first - frame.start, 3)) + str(min(behind, 3)) + what,
        "kl" + sort + left + before,
        "kr" + sort + right + ("C" if behind else after),
        "q" + str(frame.kind),
        "m" + str(min(4, setting.counts[mention.name])) + what,
    ]
    seen = "1" if mention.name in setting.located else "0"
    out += ["d" + seen + what, "ds" + seen + sort]
    if frame.prior >= KNOWN_BY_NAME:
        out.append("id" + " ".join(keys[first:last]))
    if left in ("^", "\n") or before == "^":
        out.append("s" + what + sort)
    return out


def _single(words: Words, mention: Mention, frame: _Frame, setting: Setting, lexicons: Lexicons) -> list[str]:
    """Return what word lists say of a name of one word."""
    key, case = words.keys[mention.first], str(words.cases[mention.first])
    common = lexicons.common.get(key, "-")
    given = lexicons.given.get(key, "-")
    family = lexicons.family.get(key, "-")
    ahead = str(min(mention.first - frame.start, 1))
    out = [
        "w" + common + case + frame.what,
        "wl" + common + frame.left,
        "g" + given + family + ahead + str(min(frame.stop - mention.last, 1)),
        "gs" + given + family + frame.sort,
        "ws" + common + frame.sort,
    ]
    other = lexicons.others.get(key)
    if other is not None:
        out += ["x" + other, "xs" + other + frame.sort, "xl" + other + frame.left + frame.before]
    if key in setting.people:
        out += ["p" + ahead + str(min(frame.prior, 9)), "pl" + frame.left + frame.before]
    placed = str(frame.left == " " and frame.before in PLACED)
    out += ["wb" + common + case + placed, "gb" + given + family + placed]
    if len(key) < 4:
        out.append("z" + str(len(key)) + case + frame.sort)
    return out


def _run(words: Words, mention: Mention, frame: _Frame, lexicons: Lexicons) -> list[str]:
    """Return what the run of capitalised words tells: a person, an organisation, a street."""
    keys = words.keys
    bodies, given, titles = lexicons.bodies, lexicons.given, lexicons.titles
    ahead, behind = mention.first - frame.start, frame.stop - mention.last
    size = str(mention.last - mention.first)
    out = []
    if behind:
        ending = keys[frame.stop - 1]
        body = bodies.get(ending, "-")
        out += [
            "b" + body + str(min(behind, 3)),
            "bn" + bodies.get(frame.after, "-"),
            "bw" + ending,
            "bf" + lexicons.family.get(frame.after, "-") + given.get(keys[mention.first], "-"),
            "kb" + frame.sort + body,
        ]
    elif frame.after in bodies:
        out.append("o" + bodies[frame.after] + frame.what)
    if ahead:
        out += [
            "a" + given.get(keys[frame.start], "-") + str(min(ahead, 3)) + frame.sort,
            "ag" + given.get(frame.before, "-") + size,
            "at" + str(keys[frame.start] in titles or frame.before in titles),
            "aw" + frame.before,
        ]
    if frame.before in titles:
        out.append("t" + frame.left + size + frame.sort[0])
    return out


def _sort(code: str) -> str:
    """Return a letter for what a place is."""
    if code.startswith("PCL"):
        return "c"
    if code == "ADM1":
        return "a"
    if code.startswith("ADM"):
        return "d"
    if code in ("PPLC", "PPLA"):
        return "A"
    if code.startswith("PPL"):
        return "p" if code != "PPLX" else "x"
    return "r" if code in ("RGN", "CONT") else "o"


def _gap(gap: str) -> str:
    """Return what stands between two words, in one of a few forms."""
    if gap == " ":
        return " "
    if "\n" in gap:
        return "\n"
    bare = gap.strip()
    if not bare:
        return " "
    if bare[0] in ".!?" and len(bare) == 1:
        return "."
    return bare[:1] if bare[0] in ",-()/:;&$\"'“”‘’@#–—" else "*"
