"""The selections that a briefing must show well, whatever they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from events.claim import Claim, Kind, Movement, Role, Status
from tests.claims import BAGHDAD, CONVOY, DOCUMENT, FEARED, OFFERED, REFUTED, RETAKEN, at, claim, town
from views.briefing.contents import Contents
from views.briefing.order import area_of
from views.briefing.sheet import Handling, Paper, Sheet
from views.briefing.underlay import underlay_of
from views.briefing.words import Tally
from views.cited import cite
from views.outlines import outline_of

MOMENT = datetime(2014, 8, 25, 9, 30, tzinfo=UTC)
FIVE = (CONVOY, RETAKEN, FEARED, REFUTED, OFFERED)
LONG_TITLE = ("Columns of armour and lorries that several people say they saw on the road " * 5)[:300]
RIGHT_TO_LEFT = "الموصل وتكريت: ما قيل عن الطريق"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A briefing to draw: its name, its claims, and its sheet."""

    name: str
    claims: Callable[[], tuple[Claim, ...]]
    sheet: Sheet = field(default_factory=lambda: Sheet(as_of=MOMENT, paper=Paper.HD))

    def contents(self) -> Contents:
        """What the briefing is made of, over the basemap that the program comes with."""
        cited = cite((one, DOCUMENT) for one in self.claims())
        tally = Tally(shown=len(cited), filtered=2, undated=1, unplaced=3)
        return Contents(cited=cited, tally=tally, area=area_of(cited), basemap=underlay_of, outlines=outline_of)


def _at_one_place() -> tuple[Claim, ...]:
    """Ten thousand claims about Baghdad, of every kind and status."""
    parts = [(kind, status) for kind in Kind for status in Status]
    return tuple(
        claim(*parts[number % len(parts)], at(BAGHDAD), on=f"2014-06-{1 + number % 28:02}", number=number // len(parts))
        for number in range(10_000)
    )


def _crowd() -> tuple[Claim, ...]:
    """Sixty villages within 100 km."""
    return tuple(
        claim(
            list(Kind)[number % len(Kind)],
            list(Status)[number % len(Status)],
            at(town(f"Village {number}", 43.0 + (number * 37 % 60) / 60, 36.0 + (number * 23 % 60) / 75, "IQ", "قرية")),
            on="2014-06-20",
        )
        for number in range(60)
    )


ACROSS = (
    claim(
        Kind.MOVEMENT,
        Status.ASSERTED,
        at(town("Suva", 178.4, -18.1, "FJ"), Role.FROM),
        at(town("Apia", -171.8, -13.8, "WS"), Role.TO),
        movement=Movement(reached=True),
    ),
    claim(Kind.ATTACK, Status.DENIED, at(town("Neiafu", -174.0, -18.7, "TO"))),
)
WORLD = tuple(
    claim(Kind.ATTACK, status, at(place))
    for status, place in (
        (Status.ASSERTED, town("Lima", -77.0, -12.0, "PE")),
        (Status.PLANNED, town("Manila", 121.0, 14.6, "PH")),
        (Status.DENIED, town("Accra", -0.2, 5.6, "GH")),
        (Status.UNCONFIRMED, town("Oslo", 10.8, 59.9, "NO")),
    )
)


def _sheet(**wanted: object) -> Sheet:
    return Sheet(**{"as_of": MOMENT, "paper": Paper.HD, **wanted})  # type: ignore[arg-type]  # named as the sheet's


CASES = (
    Case(name="nothing", claims=tuple),
    Case(name="one", claims=lambda: (RETAKEN,)),
    Case(name="five", claims=lambda: FIVE, sheet=_sheet(paper=Paper.A4, handling=Handling.AMBER)),
    Case(name="four-periods", claims=lambda: FIVE, sheet=_sheet(frames=4)),
    Case(name="one-place", claims=_at_one_place),
    Case(name="crowd", claims=_crowd),
    Case(name="world", claims=lambda: WORLD),
    Case(name="antimeridian", claims=lambda: ACROSS),
    Case(name="long-title", claims=lambda: FIVE, sheet=_sheet(title=LONG_TITLE, handling=Handling.AMBER_STRICT)),
    Case(name="right-to-left", claims=lambda: FIVE, sheet=_sheet(title=RIGHT_TO_LEFT, handling=Handling.RED)),
)
