"""Arrange cited claims for reading: by place and date, contradictions side by side, and what is not known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from geo.native_name import native_name
from views.briefing.sheet import Sheet
from views.briefing.words import Tally, digest_of, footer_lines, runs
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
    notes: tuple[str, ...]
    """what is shown and what is not, names and borders, the basemap's attribution, version and hash"""


def report_of(cited: Sequence[Cited], *, sheet: Sheet, tally: Tally, title: str, projection: str) -> Report:
    """Return the report of the claims; an empty selection gives one without sections.

    `title` and `projection` are the map's, which stands at the report's head.
    """
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
        title=title,
        handling=sheet.handling.value,
        as_of=sheet.date_time_group,
        sections=sections,
        unknown=tuple(_unknown(cited, tally)),
        digest=digest_of(cited),
        notes=footer_lines(sheet, tally, projection=projection, cited=cited),
    )


def _unknown(cited: Sequence[Cited], tally: Tally) -> list[str]:
    of = f"of the {len(cited):,} claims"
    without_date = [one.number for one in cited if one.claim.when is None]
    unnamed = [one.number for one in cited if any(source.kind == "anonymous" for source in one.claim.sources)]
    nobody = [one.number for one in cited if not one.claim.sources]
    vague = [one.number for one in cited if any(place.ground.geo_precision > 1 for place in one.claim.places)]
    unpublished = [one.number for one in cited if one.report is None]
    stubs = [one.number for one in cited if one.excerpt_alone]
    told = {
        f"When: {len(without_date):,} {of} carry no date of the event ({_all(without_date)}).": without_date,
        f"When: the texts of {len(unpublished):,} {of} are undated ({_all(unpublished)}).": unpublished,
        f"When: {tally.undated:,} more claims without a date lie outside the period.": tally.undated,
        f"Where: {len(vague):,} {of} name an area or a place near by, not a point ({_all(vague)}).": vague,
        f"Where: {tally.unplaced:,} sentences with a happening could not be placed and are on no map.": tally.unplaced,
        f"Who: {len(unnamed):,} {of} rest on sources without a name ({_all(unnamed)}).": unnamed,
        f"Who: {len(nobody):,} {of} name no source at all ({_all(nobody)}).": nobody,
        f"What else stands there: of the texts of {len(stubs):,} {of} the excerpts alone are at hand "
        f"({_all(stubs)}).": stubs,
    }
    return [words for words, needed in told.items() if needed] + [
        "Whether: no claim here has been verified; the program judges no source."
    ]


def _all(numbers: Sequence[int]) -> str:
    return runs(numbers, most=len(numbers))
