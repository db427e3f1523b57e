"""Who says what: the source, the cue and the content of each attribution, and what lies inside what."""

from __future__ import annotations

from dataclasses import dataclass

from events.claim import SourceKind
from events.clause import Stretch
from events.cue import Cue, cues_in
from events.parse import Parse, parse_of
from events.quotation import quotations_in
from events.source import source_kind
from texts.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Something that is said, by whom, and the words that tie the two together (the scheme of PARC 3 and PolNeAR)."""

    source: tuple[Span, ...]
    """empty where nobody is named, as in "it is believed that" """
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: SourceKind
    parent: int | None = None
    """the position of the attribution whose content this one lies in"""


def attributions_in(text: str, sentences: tuple[Span, ...] | None = None) -> tuple[Attribution, ...]:
    """Return the attributions of a text, in the order of their cues.

    >>> text = "Officials said that the dam was mined."
    >>> attribution, = attributions_in(text)
    >>> [[span.of(text) for span in part] for part in (attribution.source, attribution.cue, attribution.content)]
    [['Officials'], ['said'], ['that the dam was mined']]
    >>> attributions_in("")
    ()
    """
    parse = parse_of(text, sentences)
    finder = _Finder(parse)
    found = [made for made in map(finder.attribution_of, cues_in(parse)) if made is not None]
    return nested(tuple(found))


def nested(attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Return the attributions with `parent` set to the smallest one whose content holds their cue."""
    result = []
    for number, inner in enumerate(attributions):
        best: int | None = None
        size = 0
        for other in range(max(0, number - 12), min(len(attributions), number + 13)):
            if other == number:
                continue
            for part in attributions[other].content:
                if inner.cue[0].within(part) and (best is None or len(part) < size):
                    best, size = other, len(part)
        result.append(
            Attribution(source=inner.source, cue=inner.cue, content=inner.content, kind=inner.kind, parent=best)
        )
    return tuple(result)


class _Finder:
    """The rules that give a cue its source and its content."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self.codes = parse.codes
        self.lower = parse.tokens.lower
        self.quotes = quotations_in(parse)
        self.quote_at = [-1] * len(parse.codes)
        for number, quote in enumerate(self.quotes):
            self.quote_at[quote.first : quote.stop] = [number] * len(quote)
        self.sentence_at = [0] * len(parse.codes)
        for number, sentence in enumerate(parse.sentences):
            self.sentence_at[sentence.first : sentence.stop] = [number] * len(sentence)
        self.phrase_at = [-1] * len(parse.codes)
        for number, phrase in enumerate(parse.phrases):
            self.phrase_at[phrase.first : phrase.stop] = [number] * len(phrase)

    def attribution_of(self, cue: Cue) -> Attribution | None:
        parse = self.parse
        sentence = parse.sentences[self.sentence_at[cue.head]]
        if cue.verb == "according":
            source, content = self._according(cue, sentence)
        else:
            source, content = self._verbal(cue, sentence)
        if not content:
            return None
        spans = tuple(parse.span(part) for part in content)
        named = None if source is None else parse.span(source)
        kind = SourceKind.ANONYMOUS if named is None else source_kind(named.of(parse.text))
        return Attribution(
            source=() if named is None else (named,), cue=(parse.span(cue.words),), content=spans, kind=kind
        )

    def _according(self, cue: Cue, sentence: Stretch) -> tuple[Stretch | None, list[Stretch]]:
        source = self._phrase_from(cue.words.stop, sentence.stop)
        if source is None:
            return None, []
        if cue.words.first <= sentence.first + 1:
            after = self._trim(source.stop, sentence.stop)
            return source, [after] if after else []
        before = self._trim(sentence.first, cue.words.first)
        return source, [before] if before else []

    def _verbal(self, cue: Cue, sentence: Stretch) -> tuple[Stretch | None, list[Stretch]]:
        first, stop = cue.words.first, cue.words.stop
        subject = self._subject(first, sentence)
        start = subject.first if subject else first
        before_mark = start > sentence.first and (self.codes[start - 1] in ',"')
        left_quote = before_mark and self._ends_quote(start - 1)
        if subject is None and not cue.passive and self._inverts(stop, sentence) and (before_mark or left_quote):
            subject = self._phrase_from(stop, sentence.stop)
            if subject is not None:
                return subject, self._left(start, sentence) + self._continued(subject.stop, sentence)
        right = self._right(stop, sentence, cue)
        if left_quote or (before_mark and start - sentence.first > 3 and not right):
            left = self._left(start, sentence)
            return subject, left + [part for part in right if self._opens_quote(part.first)]
        if cue.passive:
            agent = self._agent(stop, sentence)
            if agent is not None:
                return agent, [subject] if subject else []
            return None, right or ([subject] if subject else [])
        return subject, right

    def _subject(self, first: int, sentence: Stretch) -> Stretch | None:
        position = first - 1
        while position >= sentence.first and self.codes[position] in "rf":
            position -= 1
        if position < sentence.first:
            return None
        if self.codes[position] == "w":
            return Stretch(first=position, stop=position + 1)
        if self.codes[position] == ",":
            position -= 1
        number = self.phrase_at[position] if position >= sentence.first else -1
        if number < 0:
            return None
        return self._widened_left(self.parse.phrases[number], sentence)

    def _widened_left(self, phrase: Stretch, sentence: Stretch) -> Stretch:
        """Take in what the phrase hangs on: "the head OF the council", "Adam Musa, the governor"."""
        first = phrase.first
        for _ in range(4):
            before = first - 1
            if before > sentence.first and self.lower[before] in {"of", "for", "in", "at", "from"}:
                number = self.phrase_at[before - 1]
            elif before > sentence.first and self.codes[before] == "," and self.codes[first] in "dan":
                number = self.phrase_at[before - 1]
                if number >= 0 and "N" not in self.codes[self.parse.phrases[number].first : before]:
                    number = -1
            else:
                break
            if number < 0:
                break
            first = self.parse.phrases[number].first
        return Stretch(first=first, stop=phrase.stop)

    def _phrase_from(self, first: int, stop: int) -> Stretch | None:
        if first >= stop or self.phrase_at[first] < 0:
            return None
        end = self.parse.phrases[self.phrase_at[first]].stop
        for _ in range(4):
            if end + 1 >= stop or self.phrase_at[end + 1] < 0:
                break
            apposed = self.codes[end] == "," and self.codes[end + 1] in "da" and "N" in self.codes[first:end]
            if self.lower[end] not in {"of", "for", "at", "in", "from"} and not apposed:
                break
            end = self.parse.phrases[self.phrase_at[end + 1]].stop
        return Stretch(first=first, stop=end)

    def _inverts(self, stop: int, sentence: Stretch) -> bool:
        return stop < sentence.stop and self.phrase_at[stop] >= 0

    def _agent(self, stop: int, sentence: Stretch) -> Stretch | None:
        if stop < sentence.stop and self.lower[stop] == "by":
            return self._phrase_from(stop + 1, sentence.stop)
        return None

    def _ends_quote(self, position: int) -> bool:
        number = self.quote_at[position]
        return number >= 0 and position >= self.quotes[number].stop - 1

    def _opens_quote(self, position: int) -> bool:
        number = self.quote_at[position]
        return number >= 0 and self.quotes[number].first == position

    def _left(self, stop: int, sentence: Stretch) -> list[Stretch]:
        first = sentence.first
        if self._ends_quote(stop - 1):
            first = self.quotes[self.quote_at[stop - 1]].first
        part = self._trim(first, stop)
        return [part] if part else []

    def _right(self, stop: int, sentence: Stretch, cue: Cue) -> list[Stretch]:
        first = stop
        if cue.verb in {"tell", "inform", "assure"} and first < sentence.stop and self.phrase_at[first] >= 0:
            first = self.parse.phrases[self.phrase_at[first]].stop
        while first < sentence.stop and self.codes[first] in ",:":
            first += 1
        end = sentence.stop
        if first < end and self.quote_at[end - 1] >= 0:
            end = max(end, self.quotes[self.quote_at[end - 1]].stop)
        part = self._trim(first, end)
        return [part] if part and len(part) > 1 else []

    def _continued(self, first: int, sentence: Stretch) -> list[Stretch]:
        """Return the quotation that opens right after the words that name the speaker."""
        while first < len(self.codes) and self.codes[first] in ".," and first - sentence.stop < 2:
            first += 1
        if first < len(self.codes) and self._opens_quote(first):
            return [self.quotes[self.quote_at[first]]]
        return []

    def _trim(self, first: int, stop: int) -> Stretch | None:
        while first < stop and self.codes[first] in ",:.":
            first += 1
        while stop > first and self.codes[stop - 1] in ",:.":
            stop -= 1
        return Stretch(first=first, stop=stop) if first < stop else None
