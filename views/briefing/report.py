"""Arrange cited claims for reading: by place and date, contradictions side by side, and what is not known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from geo.native_name import native_name
from views.briefing.sheet import Sheet
from views.briefing.words import Tally, digest_of, period_of
from views.cited import Cited
from views.contradiction import Contradiction, contradictions_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The claims about one place, dated ones first."""

    place: str
    native_name: str | None
    cited: tuple[Cited, ...]
    contradictions: tuple[Contradiction[Cited], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A briefing in words."""

    title: str
    handling: str
    as_of: str
    sections: tuple[Section, ...]
    unknown: tuple[str, ...]
    """what is not known, a sentence each"""
    digest: str


def report_of(cited: Sequence[Cited], *, sheet: Sheet, tally: Tally, area: str) -> Report:
    """Return the report of the claims; an empty selection gives one without sections."""
    where: dict[str, list[Cited]] = defaultdict(list)
    names: dict[str, tuple[str, str | None]] = {}
    for one in cited:
        for place in dict.fromkeys(place.place for place in one.claim.places):
            where[place.id].append(one)
            names[place.id] = (place.name, native_name(place))
    sections = tuple(
        Section(
            place=names[key][0],
            native_name=names[key][1],
            cited=tuple(where[key]),
            contradictions=contradictions_in(where[key]),
        )
        for key in sorted(where, key=lambda key: (names[key][0], key))
    )
    return Report(
        title=f"Reported claims: {sheet.title or area}, {period_of(cited)}",
        handling=sheet.handling.value,
        as_of=sheet.date_time_group,
        sections=sections,
        unknown=tuple(_unknown(cited, tally)),
        digest=digest_of(cited),
    )


def _unknown(cited: Sequence[Cited], tally: Tally) -> list[str]:
    without_date = [one.number for one in cited if one.claim.when is None]
    unnamed = [one.number for one in cited if any(source.kind == "anonymous" for source in one.claim.sources)]
    sentences = []
    if without_date:
        sentences.append(f"When: {len(without_date)} of the {len(cited)} claims carry no date of the event.")
    if tally.undated or tally.unplaced:
        sentences.append(
            f"Where: {tally.unplaced} sentences with a happening could not be placed; {tally.undated} claims "
            "without a date lie outside the window."
        )
    if unnamed:
        sentences.append(f"Who: {len(unnamed)} of the {len(cited)} claims rest on sources without a name.")
    sentences.append("Whether: no claim here has been verified; the program judges no source.")
    return sentences
