"""Make one claim of a trigger and what stands around it, or say why not."""

from __future__ import annotations

import math
from collections.abc import Sequence

from events.actor import actors_of
from events.claim import Claim, ClaimPlace, Kind, claim_id
from events.grammar.hanging import is_object, is_own, is_subject
from events.grammar.stem import stem_of
from events.grammar.tag import Tag
from events.happenings.armed import is_armed
from events.happenings.condition import is_hopeless, is_met
from events.happenings.kind_choice import kind_of
from events.happenings.memory import is_remembered_place
from events.happenings.private import is_idle, is_private
from events.happenings.sequel import goes_on, with_prospect
from events.happenings.topic import COUNTRY, why_none
from events.kind import Condition, Trigger
from events.moment import said_of, time_of
from events.quantity import quantities_of
from events.scene import Scene, Site
from events.setting.acting import suffers
from events.setting.carry import carried
from events.setting.dateline import is_dateline
from events.setting.journey import movement_of
from events.setting.memory import Memory
from events.setting.namesake import is_namesake
from events.setting.party import is_state
from events.setting.placing import Placed, placed_by
from events.setting.plain_role import MOVING, is_under
from events.setting.shared import shared
from events.setting.unlisted import is_unlisted
from events.setting.untold import left_or_reached
from events.source import source_chain
from events.status import status_of
from events.voices.attributed import Attribution
from events.voices.presupposed import tellers_of
from geo.reasons import rivals_of
from texts.lexicon import entries_of, rows_of
from texts.rejection import Reason, Rejection
from texts.span import Span


def claim_of(  # noqa: PLR0911 - one line a reason
    scene: Scene, trigger: Trigger, memory: Memory
) -> Claim | Rejection | None:
    """Return the claim that a trigger makes, why it makes none, or None where the word names no happening here.

    `memory` holds the places named before in the same post, which words like "the city" may take up.
    """
    dates = is_background(scene, trigger)
    if is_hopeless(scene, trigger, at_war=memory.at_war):
        return None
    barred = barred_in(scene, trigger)
    placed = (
        placed_by(scene, trigger, barred=barred)
        or shared(scene, trigger, barred)
        or carried(scene, trigger, memory, barred=barred)
    )
    if dates and not (trigger.kind is Kind.CONTROL and any(it.plain and not is_state(it.site) for it in placed)):
        return None  # "since the capture of X" tells of it, "since the invasion of 2003" does not
    if not is_met(scene, trigger, [(it.site, it.role.value) for it in placed], at_war=memory.at_war):
        placed = left_or_reached(scene, trigger, placed)
        if not placed:
            return None
    elif trigger.type == "flight":
        placed = left_or_reached(scene, trigger, placed) or placed
    if not placed:
        return None if goes_on(trigger) else _unplaced(scene, trigger)
    actors = actors_of(scene, trigger)
    kind = kind_of(scene, trigger, placed, actors, fleeing=memory.fleeing, deed=memory.deed)
    grounds = tuple(it.site.span for it in placed)
    reading = status_of(scene.document.text, trigger.span, scene.span, scene.attributions, places=grounds)
    if (kind is Kind.MOVEMENT or is_idle(scene, trigger)) and is_private(scene, trigger, reading.status):
        return _left_out(scene, trigger, Reason.NO_CLAIM, "a private journey")
    reading = with_prospect(scene, trigger, reading)
    why = why_none(scene, trigger, placed, reading)
    if why is not None:
        return _left_out(scene, trigger, Reason.NO_CLAIM, why)
    return Claim(
        id=claim_id(scene.document.id, trigger=trigger.span, kind=kind, places=tuple(it.site.span for it in placed)),
        kind=kind,
        status=reading.status,
        report_status=reading.report_status,
        excerpt=scene.document.excerpt(scene.span),
        trigger=trigger.span,
        cues=reading.cues,
        places=tuple(map(claim_place, placed)),
        when=time_of(scene, trigger),
        said=said_of(scene, trigger),
        sources=source_chain(scene.document, trigger.span, tellers_of(scene.parse, scene.attributions, trigger.span)),
        actors=actors,
        quantities=quantities_of(scene, trigger),
        movement=movement_of(scene, trigger, placed, reading.status) if kind in MOVING else None,
        extraction_quality=_quality(placed),
    )


def barred_in(scene: Scene, trigger: Trigger) -> frozenset[int]:
    """Return the first tokens of the place names that belong to who speaks and not to what happened."""
    barred = set()
    for made in scene.attributions:
        if _tells_of(scene, trigger, made):
            continue
        inside = any(trigger.span.within(part) for part in made.content)
        for part in (*made.source, *made.cue):
            if not trigger.span.within(part) and (inside or made.content):
                barred |= {
                    site.first for site in scene.sites if site.span.within(part) and not _is_tied(scene, trigger, site)
                }
            if not trigger.span.within(part):
                barred |= {site.first for site in scene.sites if _follows_cue(scene, site, part)}
        barred |= {site.first for site in scene.sites if inside and _is_told_at(site, made)}
    barred |= {site.first for site in scene.sites if is_dateline(scene, site)}
    return frozenset(barred | {site.first for site in scene.sites if _describes(scene, site)})


def _tells_of(scene: Scene, trigger: Trigger, made: Attribution) -> bool:
    """Whether the trigger is what is said, not who says: "an attack was reported in X", "fighting continued in X"."""
    if any(trigger.span.within(part) for part in made.source):
        return True
    if trigger.kind is Kind.STATEMENT and any(trigger.span.within(part) for part in made.cue):
        return True  # "residents of X protested against"
    if any(part.within(trigger.span) for part in made.cue):
        return True  # "a ceasefire was declared in X"
    held = [i for part in made.cue for i in scene.parse.tokens.inside(part)]
    if not held or not scene.sentence.first <= trigger.first < held[0]:
        return False
    words = scene.words(max(scene.sentence.first, held[0] - 2), held[-1] + 1)
    return not _BE.isdisjoint(words) and not _NOTICED.isdisjoint(map(stem_of, words))


_NOTICED = frozenset(stem_of(word) for word in entries_of("noticing_verbs"))
_BE = frozenset({"is", "are", "was", "were", "been", "being"})


def _is_tied(scene: Scene, trigger: Trigger, site: Site) -> bool:
    """Whether grammar ties a name to the trigger, so that it cannot be the speaker's own."""
    if trigger.noun and is_under(scene, trigger) and is_subject(scene, trigger, site.phrase):
        return True
    if suffers(scene, trigger, site):
        return True  # "Mosul saw fighting" has the form of "the army saw fighting"
    return is_own(scene, trigger, site.phrase) or (not trigger.noun and is_object(scene, trigger, site.phrase))


def _follows_cue(scene: Scene, site: Site, cue: Span) -> bool:
    """Whether a place only says where somebody speaks: "the minister said in X"."""
    before = site.phrase.first - 2
    if before > scene.sentence.first and scene.parse.tokens.lower[before] in _HEARERS:
        before -= 1  # "told reporters in X"
    return (
        site.phrase.preposition in {"in", "from", "at"}
        and before >= scene.sentence.first
        and scene.parse.tokens.lower[before] not in _PERCEIVED
        and scene.parse.tokens.span(before, before + 1).within(cue)
    )


def _is_told_at(site: Site, made: Attribution) -> bool:
    """Whether a place stands between the verb of saying and what is said: "told the agency in X that"."""
    told, said = made.cue[-1].end, made.content[0].start
    return site.phrase.preposition in {"in", "from", "at"} and told <= site.span.start and site.span.end <= said


_HEARERS = frozenset({"reporters", "journalists", "newsmen", "correspondents", "lawmakers", "diplomats", "us", "me"})
_PERCEIVED = frozenset(
    {
        "found", "heard", "seen", "spotted", "discovered", "observed", "filmed", "photographed", "continued", "resumed",
        "erupted", "raged", "begun", "began", "started", "occurred", "intensified",
    }
)  # fmt: skip
"""Verbs behind which a place is where the thing was: "shots were heard in X", "clashes continued in X"."""


def _describes(scene: Scene, site: Site) -> bool:
    """Whether a name only says whose people another word means: "U.S. troops", "the Baghdad government"."""
    if _names_unit(scene, site) or _names_body(scene, site) or is_remembered_place(scene, site):
        return True
    if is_namesake(scene, site):
        return True
    if site.stop >= scene.sentence.stop or scene.parse.tags[site.stop] is not Tag.NOUN or site.stop >= site.phrase.stop:
        return False
    ground = site.resolution.ground
    country = ground is not None and ground.ucdp_precision >= COUNTRY and not is_unlisted(site.resolution)
    word = scene.parse.tokens.lower[site.stop]
    opens = site.first == scene.sentence.first and site.stop - site.first == 1 and word not in _GROUNDS
    if opens and scene.parse.tokens.lower[site.first] in _COMMON:
        return True  # "Mobile phones were seized"
    last = site.stop
    while last + 1 < site.phrase.stop and scene.parse.tags[last + 1] is Tag.NOUN:
        last += 1
    if not country and last > site.stop and stem_of(scene.parse.tokens.lower[last]) in _STANDING:
        return False  # "X police station", "X army base" are in X
    armed = is_armed(word) and (country or stem_of(word) not in _SITES)  # "X garrison", "X base" are in X
    return armed or word in _OFFICES or word in _WARES or (country and word not in _GROUNDS)


def _names_unit(scene: Scene, site: Site) -> bool:
    """Whether a name is a unit's: "Quds force", "Tarhuna 9th Brigade", whatever the letters and the tag behind it."""
    at = site.stop
    if at < scene.sentence.stop and scene.parse.tokens.lower[at][0].isdigit():
        at += 1  # the number of the unit, and what arms it has
        while at < min(site.stop + _NUMBERED, scene.sentence.stop) and scene.parse.tokens.words[at].istitle():
            if scene.parse.tokens.lower[at] in _UNITS:
                return True
            at += 1
    return at < scene.sentence.stop and scene.parse.tokens.lower[at] in _UNITS


_NUMBERED = 4
"""How many words behind a name the kind of a numbered unit stands at most: "93rd Mechanised Brigade"."""


def _names_body(scene: Scene, site: Site) -> bool:
    """Whether a country's name opens that of a body of state: "a meeting of Iran's National Security Council"."""
    ground = site.resolution.ground
    if ground is None or ground.ucdp_precision < COUNTRY or site.stop >= scene.sentence.stop:
        return False
    if scene.parse.tags[site.stop] is not Tag.GENITIVE:
        return False
    for at in range(site.stop + 1, min(site.stop + 6, scene.sentence.stop)):
        if not scene.parse.tokens.words[at][0].isupper():
            return False
        if scene.parse.tokens.lower[at] in _OFFICES:
            return True
    return False


_UNITS = frozenset(
    {
        "force", "brigade", "brigades", "corps", "battalion", "division", "regiment", "fleet", "legion", "company",
        "platoon", "squadron", "flotilla", "squad",
    }
)  # fmt: skip
_OFFICES = entries_of("office_words")
_GROUNDS = entries_of("ground_words")
_COMMON = entries_of("common_words")
_WARES = frozenset(
    {
        "truck", "trucks", "rifle", "rifles", "pickup", "pickups", "jeep", "jeeps", "car", "cars", "soap", "carpet",
        "carpets", "rug", "rugs", "shawl", "shawls", "hat", "hats", "wine", "tea", "coffee", "cigar", "cigars", "beret",
        "berets", "uniforms", "lace", "silk", "saffron", "pottery", "porcelain",
    }
)  # fmt: skip
"""What is made and sold under the names of places."""
_STANDING = frozenset(stem_of(row[0]) for row in rows_of("strongpoints"))
_SITES = frozenset(stem_of(row[0]) for row in rows_of("strongpoints") if row[1] == "spot")


def is_background(scene: Scene, trigger: Trigger) -> bool:
    """Whether a noun dates something else: "since the invasion of 2003"."""
    return trigger.noun and "since" in scene.words(max(scene.sentence.first, trigger.first - 5), trigger.first)


def claim_place(placed: Placed) -> ClaimPlace:
    """Return a place of a happening as its claim keeps it."""
    resolution = placed.site.resolution
    assert resolution.place is not None
    assert resolution.ground is not None
    return ClaimPlace(
        role=placed.role,
        span=resolution.toponym.span,
        text=resolution.toponym.text,
        place=resolution.place,
        ground=resolution.ground,
        confidence=resolution.confidence,
        reason="; ".join(filter(None, (resolution.reason, rivals_of(resolution)))),
    )


def _quality(placed: Sequence[Placed]) -> float:
    """Return how sure the reading is: the least sure place times the least sure role."""
    place = min(it.site.resolution.confidence for it in placed)
    role = min(1 / (1 + math.exp(-it.margin)) for it in placed)
    return round(place * role, 3)


def _unplaced(scene: Scene, trigger: Trigger) -> Rejection | None:
    if scene.sites:
        names = ", ".join(site.resolution.toponym.text for site in scene.sites)
        return _left_out(scene, trigger, Reason.NO_CLAIM, f"nothing ties it to {names}")
    for resolution in scene.unresolved:
        reason = Reason.AMBIGUOUS_PLACE if len(resolution.candidates) > 1 else Reason.UNPLACED
        return _left_out(scene, trigger, reason, f"{resolution.toponym.text}: {resolution.reason}")
    if trigger.condition is Condition.NONE:
        return _left_out(scene, trigger, Reason.UNPLACED, "no place is named")
    return None


def _left_out(scene: Scene, trigger: Trigger, reason: Reason, why: str) -> Rejection:
    words = trigger.span.of(scene.document.text)
    return Rejection(
        reason=reason,
        message=f"expected a place for “{words}”; {why}",
        name=scene.document.name,
        span=scene.span,
        text=scene.span.of(scene.document.text),
    )
