"""Read what a sentence leaves unsaid the second time: "took Homs on Monday, and on Friday Hama"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from events.claim import Claim, Kind, claim_id
from events.draft import claim_of, claim_place
from events.grammar.tag import FINITE, Tag
from events.kind import Trigger
from events.moment import claim_time
from events.scene import Scene, Site
from events.setting.links import is_joined
from events.setting.memory import Memory
from events.setting.placing import Placed
from events.timex import Timex
from texts.lexicon import entries_of
from texts.rejection import Rejection

_KINDS = frozenset({Kind.ATTACK, Kind.CONTROL, Kind.MOVEMENT, Kind.DISPLACEMENT})
_GROUNDS = entries_of("ground_words")
_LINKS = frozenset({",", "and", ";", "then", "but"})
_TIMELY = frozenset({"on", "in", "by", "at", "the"})
_CLOSING = frozenset({"too", "also", "as", "again"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Places with a time of their own behind a verb that is not said again."""

    sites: tuple[Site, ...]
    timex: Timex


def claims_for(scene: Scene, trigger: Trigger, memory: Memory) -> Iterator[Claim | Rejection | None]:
    """Yield what a trigger makes, and for each place with a time of its own behind it a claim of that place."""
    gaps = gaps_in(scene, trigger)
    if not gaps:
        yield claim_of(scene, trigger, memory)
        return
    apart = {site.first for gap in gaps for site in gap.sites}
    times = {gap.timex.span for gap in gaps}
    sites = tuple(site for site in scene.sites if site.first not in apart)
    timexes = tuple(timex for timex in scene.timexes if timex.span not in times)
    first = claim_of(replace(scene, sites=sites, timexes=timexes), trigger, memory)
    if not isinstance(first, Claim):
        yield claim_of(scene, trigger, memory)
        return
    yield first
    role = first.places[-1].role
    for gap in gaps:
        places = tuple(claim_place(Placed(site=site, role=role, margin=0.0)) for site in gap.sites)
        yield replace(
            first,
            id=claim_id(
                scene.document.id, trigger=trigger.span, kind=first.kind, places=tuple(it.span for it in places)
            ),
            places=places,
            when=claim_time(gap.timex),
        )


def gaps_in(scene: Scene, trigger: Trigger) -> tuple[Gap, ...]:
    """Return the places behind a trigger that have a time of their own and no verb."""
    behind = [site for site in scene.sites if site.first >= trigger.stop]
    if trigger.noun or trigger.kind not in _KINDS or not behind or not scene.timexes or len(scene.sites) < 2:
        return ()
    found: list[Gap] = []
    for timex in scene.timexes:
        held = scene.parse.tokens.inside(timex.span)
        if not held or held.start < trigger.stop:
            continue
        sites = _after_time(scene, trigger, held, behind) or _before_time(scene, trigger, held, behind)
        if sites:
            found.append(Gap(sites=sites, timex=timex))
    return tuple(found)


def _after_time(scene: Scene, trigger: Trigger, held: range, behind: Sequence[Site]) -> tuple[Site, ...]:
    """Return the places of "…, and on Friday X and Y": right behind the time, with no verb behind them."""
    lower = scene.parse.tokens.lower
    before = held.start - 1
    while before > trigger.stop and lower[before] in _TIMELY:
        before -= 1
    if lower[before] not in _LINKS:
        return ()
    first = next((site for site in behind if site.first >= held.stop), None)
    if first is None or any(lower[i] not in {",", "the"} | _GROUNDS | {"of"} for i in range(held.stop, first.first)):
        return ()
    sites = [first]
    for site in behind:
        if site.first > sites[-1].first and is_joined(scene, sites[-1], site):
            sites.append(site)
    return tuple(sites) if _closes(scene, sites[-1].stop) else ()


def _before_time(scene: Scene, trigger: Trigger, held: range, behind: Sequence[Site]) -> tuple[Site, ...]:
    """Return the place of "took X on Monday and Y on Friday": bare, behind another time and "and"."""
    lower = scene.parse.tokens.lower
    site = next((it for it in reversed(behind) if it.stop <= held.start), None)
    if site is None or site.phrase.preposition or not _closes(scene, held.stop):
        return ()
    start = site.first - 1 if lower[site.first - 1] != "the" else site.first - 2
    if lower[start] not in _LINKS or any(lower[i] not in _TIMELY | {",", "only"} for i in range(site.stop, held.start)):
        return ()
    earlier = (scene.parse.tokens.inside(timex.span) for timex in scene.timexes)
    return (site,) if any(it and trigger.stop <= it.start and it.stop <= site.first for it in earlier) else ()


def _closes(scene: Scene, position: int) -> bool:
    """Whether no verb of its own follows."""
    tokens, tags = scene.parse.tokens, scene.parse.tags
    while position < scene.sentence.stop and tokens.lower[position] in _GROUNDS | _CLOSING:
        position += 1
    if position >= scene.sentence.stop or tags[position] in {Tag.STOP, Tag.COLON, Tag.BRACKET, Tag.QUOTE}:
        return True
    if tags[position] not in {Tag.COMMA, Tag.CONJUNCTION}:
        return False
    return position + 1 >= scene.sentence.stop or tags[position + 1] not in FINITE
