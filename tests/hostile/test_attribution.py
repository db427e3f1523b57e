"""Texts that were not written to be read: attribution and status neither crash nor hang."""

from __future__ import annotations

import sys
from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import NDArray

from events.attribution import attributions_in
from events.grammar.parse import parse_of
from events.status import status_of
from events.voices import (
    parts,
)
from events.voices.cue_features import Columns
from events.voices.part_features import Pairs
from events.voices.quotation import quotations_in
from texts.span import Span

HOSTILE = {
    "empty": "",
    "blank": " \n\t\n ",
    "hundred levels of quotation": "“He said, " * 100 + "stop" + "”" * 100,
    "hundred levels of saying": "Adam said that " * 100 + "it rained.",
    "unbalanced quotes": 'He said "one. "Two" she said. \'\'Three “four\nfive” six" seven',
    "only quotes": '"' * 3000,
    "only apostrophes": "'" * 3000,
    "a table": "Sector\tDead\tHurt\nEast\t3\t4\nWest\t5\t6\n" * 50,
    "a list of names": ", ".join(f"Name{number} Surname{number}" for number in range(2000)),
    "no cue": "Rain. Snow. Wind and the sea. " * 50,
    "other scripts": "قال المتحدث إن القوات دخلت المدينة. Вони сказали, що місто впало. 発言した。" * 20,
    "surrogates and nul": "\ud800 said \x00 that \udfff\u200b\u200d\u2060 fell",
    "one long word": "a" * 50_000,
    "according to nothing": "according to",
    "says who": "said said said said, said: said “said” said",
    "a cue at each end": "said",
    "machine translation": "The source saeid the army they is enter of the Mosul yesterday will go have gone.",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_any_text_is_read(text: str) -> None:
    """Every span that comes back lies in the text and holds something, and every parent is another attribution."""
    made = attributions_in(text)
    for number, attribution in enumerate(made):
        for span in (*attribution.source, *attribution.cue, *attribution.content):
            assert span.of(text).strip()
            assert span.end <= len(text)
        assert attribution.parent is None or (attribution.parent != number and attribution.parent < len(made))
    whole = Span(start=0, end=len(text))
    for token in range(min(20, len(parse_of(text).tokens))):
        assert status_of(text, parse_of(text).tokens.span(token, token + 1), whole, made).status


def test_parents_never_go_in_a_circle() -> None:
    """Following parents from any attribution ends at one without."""
    made = attributions_in(HOSTILE["hundred levels of saying"] + " " + HOSTILE["hundred levels of quotation"])
    for attribution in made:
        steps = 0
        while attribution.parent is not None:
            attribution = made[attribution.parent]  # noqa: PLW2901 - the walk is the point
            steps += 1
            assert steps <= len(made)


def test_quotations_do_not_overlap() -> None:
    """Quotations come in order, each with at least its mark, however the marks are mixed."""
    parse = parse_of(HOSTILE["unbalanced quotes"])
    quotes = quotations_in(parse)
    assert all(one.stop <= two.first for one, two in pairwise(quotes))


@pytest.mark.parametrize(
    "piece",
    [
        *("The army said that it had left Goma, according to a witness. ", "“We left” he said ", "and, ", '" '),
        *('"said" ', "said, ", "Ali said that ", "they left, Ali said; ", "Tolo: Ali, two sources\n", "of the "),
        *("Ali quoted Omar as saying ", "Osman: Why?\nNasser: Rain.\n", "as per Ali, ", "RT @a: it fell\n"),
        *("heard from a nurse ", "An officer who asked not to be named said it rained. ", "citing Ali, he said "),
    ],
)
def test_work_grows_with_the_text_and_not_faster(piece: str) -> None:
    """Eight times the text takes at most twelve times as many calls, so that no text is slow beyond its length."""
    small, large = piece * (1_500 // len(piece)), piece * (12_000 // len(piece))
    attributions_in(small)
    assert _calls(large) < 12 * _calls(small + ".")


def _calls(text: str) -> int:
    count = 0

    def counted(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(counted)
    try:
        attributions_in(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("piece", ['"said" ', "Adam said that ", "said, ", "he said "])
def test_a_flood_of_cues_costs_no_more_than_prose(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where every few words are a cue, the models are shown a bounded number of pairs for each word of the text."""
    looked: list[int] = []
    known = parts.first_rows

    def counted(columns: Columns, chances: NDArray[np.float32], pairs: Pairs) -> NDArray[np.intp]:
        looked.append(len(pairs.token))
        return known(columns, chances, pairs)

    monkeypatch.setattr(parts, "first_rows", counted)
    text = piece * (60_000 // len(piece))
    attributions_in(text)
    assert sum(looked) < 12 * len(parse_of(text).tokens)  # two levels of saying, with at most six pairs a word each


@pytest.mark.parametrize("piece", ['"said" ', "The army said that it had left Goma, a witness reported. "])
def test_tokens_are_looked_at_a_bounded_number_of_times(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the models are shown of a text, over all levels of saying, grows with the text and not faster."""
    looked: list[int] = []
    known = parts.first_rows

    def counted(columns: Columns, chances: NDArray[np.float32], pairs: Pairs) -> NDArray[np.intp]:
        looked.append(len(columns.tag) + len(pairs.token))
        return known(columns, chances, pairs)

    monkeypatch.setattr(parts, "first_rows", counted)
    monkeypatch.setattr(parts, "BATCH", 2_000)
    sums = []
    for size in (1_500, 12_000):
        looked.clear()
        attributions_in(piece * (size // len(piece)))
        sums.append(sum(looked))
    assert 0 < sums[1] < 12 * sums[0]
