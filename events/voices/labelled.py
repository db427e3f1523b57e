"""Read by rule sources that stand beside what they tell without a verb: "Tolo: …", "… (SANA)", "…: minister"."""

from __future__ import annotations

from functools import cache

from events.grammar.clause import Stretch
from events.grammar.parse import Parse
from events.grammar.trim import trimmed, with_title
from events.source import is_listed
from events.voices.relation import Relation
from events.voices.speech import phrase_after
from texts.lexicon import entries_of, rows_of

_LONGEST_LABEL = 6
"""Words before a colon beyond which they are no name."""
_LONGEST_HEADLINE = 30
"""Tokens of a line beyond which it is no headline."""
_HEADLINE = 4
_NO_NAMES = entries_of("label_words")
_TIMES = entries_of("time_heads") | {"may"}
_TELLERS = entries_of("teller_words")
_ACCOUNTS = frozenset(
    {"account", "accounts", "words", "telling", "version", "estimate", "estimates", "count", "reckoning", "admission"}
)
_ACCOUNT_OPENS = frozenset({"by", "in", "on", "from", "at"})
_HEARING = frozenset({"heard", "hear", "learned", "learnt", "know", "told", "informed", "assured", "hearing"})
_TOLD = _ACCOUNTS | _HEARING | {"read", "reads", "saw", "seen", "hears"}


def labels_in(parse: Parse) -> tuple[Relation, ...]:
    """Return what is told beside the name of who tells it, in order.

    >>> from events.grammar.parse import parse_of
    >>> text = "By the mayor's account, nine houses burned."
    >>> parse = parse_of(text)
    >>> it, = labels_in(parse)
    >>> parse.span(it.source).of(text), [parse.span(part).of(text) for part in it.content]
    ("the mayor's", ['nine houses burned'])
    """
    found: list[Relation] = []
    for sentence in parse.sentences:
        if len(sentence) < 4:
            continue
        label = _signed_off(parse, sentence) or _before_colon(parse, sentence)
        rest = sentence if label is None else Stretch(first=label.cue.stop, stop=sentence.stop)
        made = [label, _at_end(parse, rest)]
        if not _TOLD.isdisjoint(parse.tokens.lower[sentence.first : sentence.stop]):
            made += [_account(parse, sentence), *_heard(parse, sentence)]
        found += [one for one in made if one is not None]
    return tuple(sorted(found, key=lambda relation: relation.cue))


def _before_colon(parse: Parse, sentence: Stretch) -> Relation | None:
    """Read "NAME: what it says" at the start of a line, behind a clock time too."""
    tokens, codes = parse.tokens, parse.codes
    first = sentence.first
    while first < sentence.stop and (
        codes[first] in '.,"(' or tokens.words[first][0].isdigit() or tokens.words[first] in {"#", "*", "•"}
    ):
        first += 1
    if first - sentence.first > 6:
        return None
    colon = first
    while colon < sentence.stop and colon - first <= _LONGEST_LABEL and tokens.words[colon] != ":":
        colon += 1
    if colon >= sentence.stop - 2 or tokens.words[colon] != ":" or colon == first:
        return None
    label = codes[first:colon]
    if first and tokens.words[first - 1] == "#":
        return None  # a topic
    if label.strip("9dnNasic") or not _is_name(parse, first, colon):
        return None
    content = trimmed(parse, Stretch(first=colon + 1, stop=sentence.stop), ",:;.")
    if content is None or len(content) < 3:
        return None
    return Relation(
        cue=Stretch(first=colon, stop=colon + 1), source=Stretch(first=first, stop=colon), content=(content,)
    )


def _signed_off(parse: Parse, sentence: Stretch) -> Relation | None:
    """Read "Source: NAME" behind what it tells, in the sentence before."""
    lower, first = parse.tokens.lower, sentence.first
    if lower[first] not in {"source", "sources"} or lower[first + 1] != ":" or len(sentence) > _LONGEST_LABEL + 2:
        return None
    before = parse.sentence_at(first - 1) if first else None
    source = trimmed(parse, Stretch(first=first + 2, stop=sentence.stop), ",:;.")
    content = None if before is None else trimmed(parse, before, ",:;.")
    if source is None or content is None or parse.codes[source.first : source.stop].strip("dnNasi,"):
        return None
    return Relation(cue=Stretch(first=first, stop=first + 2), source=source, content=(content,))


def _is_name(parse: Parse, first: int, stop: int) -> bool:
    """Whether the words before a colon name somebody who speaks."""
    words, lower = parse.tokens.words[first:stop], parse.tokens.lower[first:stop]
    lettered = lower[0] == "a" and len(lower) > 1  # "A:" opens an answer, "a spokesman:" does not
    if (lower[0] in _NO_NAMES and not lettered) or lower[-1] in _NO_NAMES or lower[-1] in _TIMES:
        return False
    quoted = parse.codes[stop + 1 : stop + 2] == '"'
    links = {"of", "for", "in", "from"} if quoted else {"of", "for"}
    end = next((at for at, word in enumerate(lower) if word in links), len(lower))
    if end and (is_listed(words[end - 1]) or lower[end - 1] in _TELLERS or _is_outlet(" ".join(words))):
        pairs = zip(parse.codes[first:stop], lower, strict=True)
        hangs = any(code == "i" and word not in links for code, word in pairs)
        return parse.codes[first + end - 1] in "nN" and not hangs
    last = words[-1]
    if len(words) == 1 and 2 <= len(last) <= 6 and last.isalpha() and sum(map(str.isupper, last)) >= 2:
        return True
    named = all(word[:1].isupper() for word in words)
    if named and len(words) > 1 and lower[0] in entries_of("person_titles"):
        return True
    person = lower[0] in entries_of("given_names") or lower[-1] in entries_of("surnames")
    said = parse.tokens.words[stop + 1 : stop + 2]
    return named and (person or (said != () and said[0] in {'"', "“", "«", "'", "‘"})) and len(words) <= 4


def _at_end(parse: Parse, sentence: Stretch) -> Relation | None:
    """Read "what is told: minister", "… – Reuters", "… (SANA)" and ", two sources" at the end of a line."""
    tokens, codes = parse.tokens, parse.codes
    stop = sentence.stop
    while stop > sentence.first and codes[stop - 1] == ".":
        stop -= 1
    bracket = codes[stop - 1] == "("
    stop -= bracket
    first = stop
    while first > sentence.first and stop - first < _LONGEST_LABEL and codes[first - 1] in "dnNas9i":
        first -= 1
    mark = first - 1
    first += bracket and tokens.lower[first] in {"via", "per", "from"}
    if first >= stop or mark <= sentence.first + 1 or not _is_teller(parse, first, stop, mark, bracket=bracket):
        return None
    content = trimmed(parse, Stretch(first=sentence.first, stop=mark), ",:;.")
    if content is None or len(content) < 3:
        return None
    # a headline's verb may pass for a noun or a preposition: "Troops enter Gedo: residents"
    happens = any(code in "zvMxegb" for code in codes[content.first : content.stop])
    if (
        not happens
        and (len(content) < _HEADLINE or "N" not in codes[content.first : content.stop])
        and not _is_outlet(" ".join(tokens.words[first:stop]))
    ):
        return None
    if tokens.words[mark] in {":", "-", "–", "—"} and (
        len(sentence) > _LONGEST_HEADLINE or (codes[sentence.stop - 1] == "." and tokens.words[mark] == ":")
    ):
        return None
    return Relation(cue=Stretch(first=mark, stop=mark + 1), source=Stretch(first=first, stop=stop), content=(content,))


def _is_teller(parse: Parse, first: int, stop: int, mark: int, *, bracket: bool) -> bool:
    """Whether the last words of a line, behind a mark, name who tells the rest of it."""
    word, words = parse.tokens.words[mark], " ".join(parse.tokens.words[first:stop])
    if bracket:
        return parse.codes[mark] == "(" and _is_outlet(words)
    alone = parse.tokens.lower[stop - 1] in _TELLERS or parse.tokens.lower[first] in _TELLERS
    if word in {":", "-", "–", "—", "―"}:
        if word == "-" and parse.tokens.ends[mark - 1] == parse.tokens.starts[mark]:
            return False
        return alone or _is_outlet(words) or (word != ":" and _is_known_person(words))
    if word != ",":
        return False
    numbered = parse.codes[first] in "9n" and alone
    listed = "," in parse.codes[max(0, mark - 4) : mark]
    return numbered and not listed and parse.codes[first:stop].strip("9na") == "" and stop - first <= 3


def _is_known_person(words: str) -> bool:
    last = words.rpartition(" ")[2]
    return last[:1].isupper() and last.lower() in entries_of("surnames")


def _is_outlet(words: str) -> bool:
    return words.lower().removeprefix("the ") in _outlets()


@cache
def _outlets() -> frozenset[str]:
    return frozenset(row[0] for row in rows_of("source_words") if row[1] == "outlet") - _COMMON


_COMMON = frozenset(
    {"news", "media", "channel", "television", "tv", "radio", "daily", "wire", "post", "times", "press"}
)


def _account(parse: Parse, sentence: Stretch) -> Relation | None:
    """Read "by the mayor's account" and "in the words of the mayor"; what is told is the rest of the sentence."""
    lower, codes = parse.tokens.lower, parse.codes
    for at in range(sentence.first + 1, sentence.stop):
        if lower[at] not in _ACCOUNTS:
            continue
        opens = at - 1
        while opens > sentence.first and at - opens < 8 and lower[opens] not in _ACCOUNT_OPENS:
            opens -= 1
        if lower[opens] not in _ACCOUNT_OPENS:
            continue
        inner = codes[opens + 1 : at]
        stop = at + 1
        if "s" in inner and not inner.strip("dnNasoi"):
            source: Stretch | None = Stretch(first=opens + 1, stop=opens + 1 + inner.rindex("s") + 1)
        elif lower[stop : stop + 1] == ("of",) and not inner.strip("da"):
            source = phrase_after(parse, at + 2)
        else:
            continue
        if source is None:
            continue
        comma = codes.find(",", source.first, source.stop)
        if comma >= 0 and opens == sentence.first:
            source = Stretch(first=source.first, stop=comma)
        stop = max(stop, source.stop)
        before = trimmed(parse, Stretch(first=sentence.first, stop=opens), ",:;.cw") if opens > sentence.first else None
        after = trimmed(parse, Stretch(first=stop, stop=sentence.stop), ",:;.") if stop < sentence.stop else None
        content = tuple(part for part in (before, after) if part is not None)
        if content:
            return Relation(cue=Stretch(first=at, stop=at + 1), source=source, content=content)
    return None


def _heard(parse: Parse, sentence: Stretch) -> list[Relation]:
    """Read "heard from a nurse that …", "was told by a nurse that …" and "heard on the radio that …".

    Whoever heard it, if it is not the one who writes, passes it on.
    """
    lower = parse.tokens.lower
    last = max(parse.codes.rfind(code, sentence.first, sentence.stop) for code in "mzvMx")
    for at in range(sentence.first, min(sentence.stop - 4, last)):
        if lower[at] not in _HEARING | _READING:
            continue
        link = lower[at + 1]
        heard = lower[at] in _HEARING and link == ("by" if lower[at] in {"told", "informed", "assured"} else "from")
        if not heard and not (link in {"on", "in"} and lower[at] in _MEDIA):
            continue
        source = phrase_after(parse, at + 2)
        if source is None or source.stop >= sentence.stop - 2 or parse.codes[source.stop] == ".":
            continue
        while parse.codes[source.stop] in "nNa" and source.stop < sentence.stop - 2:
            source = Stretch(first=source.first, stop=source.stop + 1)
        that = lower[source.stop] == "that"
        if (parse.codes[source.stop] == "w" and not that) or (not heard and not that):
            continue
        content = trimmed(parse, Stretch(first=source.stop, stop=sentence.stop), ",:;.")
        if content is None or not content.first <= last < content.stop:
            continue
        hearer = _hearer(parse, sentence, at) if lower[at] in _MEDIA else None
        cue = Stretch(first=at + (hearer is not None), stop=at + 2)
        made = [Relation(cue=cue, source=source, content=(content,))]
        if hearer is not None:
            passed = Stretch(first=at + 1, stop=content.stop)
            made = [Relation(cue=Stretch(first=at, stop=at + 1), source=hearer, content=(passed,)), *made]
        return made
    return []


_READING = frozenset({"read", "saw", "seen", "reads"})
_MEDIA = frozenset({"heard", "hear", "hears", "learned", "learnt", "read", "reads", "saw", "seen"})
_SELVES = frozenset({"i", "we"})


def _hearer(parse: Parse, sentence: Stretch, verb: int) -> Stretch | None:
    """Return who heard it, where it is somebody else than the one who writes."""
    stop = verb
    while stop > sentence.first and parse.codes[stop - 1] in "rx":
        stop -= 1
    first = stop
    while first > sentence.first and parse.codes[first - 1] in "dnNaosip":
        first -= 1
    if first == stop or parse.tokens.lower[stop - 1] in _SELVES:
        return None
    return Stretch(first=with_title(parse, first), stop=stop)
