"""Give each happening its places, in the roles that the words give them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from events.claim import Kind, Role
from events.grammar.phrase import Phrase
from events.grammar.stem import stem_of
from events.grammar.tag import Tag
from events.happenings.resting import resting_role
from events.kind import RESTING, Trigger
from events.movement import OBJECT_ROLES
from events.scene import Scene, Site
from events.setting.acting import acts, opens_clause, owns, shuts_own
from events.setting.aim import is_aimed_at, is_bound_for
from events.setting.container import contains, held_in, leads_to, lies_beside
from events.setting.elsewhere import is_spoken_at
from events.setting.likeness import is_likened
from events.setting.links import DESCRIBING, is_joined
from events.setting.party import is_party, is_state
from events.setting.plain_role import FARTHEST, GROUND_WORDS, MODEL_ROLES, MOVING, SPOTS, is_loose, plain_role
from events.setting.rival import has_unknown_place, is_clipped_off, is_earlier, is_others, is_past
from events.setting.role_features import Setting
from events.setting.roles import roles_of
from events.setting.ruling import only_describes
from events.setting.speaking_place import speaks_there
from events.setting.unlisted import is_unlisted
from texts.lexicon import entries_of

TOWARD = frozenset({"toward", "towards"})
"""Prepositions of a goal that is not reached."""
PLAIN_MARGIN = 2.0
"""How sure a role is that grammar alone gives, in units of the trained reading's scores."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A place of a happening with its role."""

    site: Site
    role: Role
    margin: float
    """how far the role's score is ahead of the next best; 0 where a rule of thumb chose it"""
    plain: bool = False
    """whether grammar alone gives the role"""


def placed_by(  # noqa: C901 - one line a construction
    scene: Scene, trigger: Trigger, *, barred: frozenset[int]
) -> tuple[Placed, ...]:
    """Return the places of what `trigger` names, in the text's order; `barred` are first tokens of names not to use."""
    sites = [
        site
        for site in scene.sites
        if site.first not in barred
        and not (trigger.first <= site.first < trigger.stop)
        and not is_likened(scene, site)
        and not lies_beside(scene, site)
        and not owns(scene, trigger, site)
        and not opens_clause(scene, trigger, site)
        and not is_spoken_at(scene, trigger, site)
        and not is_bound_for(scene, trigger, site)
        and not _is_beyond(scene, trigger, site)
        and not only_describes(scene, trigger, site)
    ]
    sites = _without_aims(scene, trigger, sites)
    if not sites:
        return ()
    if trigger.condition in RESTING:
        return _resting(scene, trigger, sites)
    found: list[Placed] = []
    open_sites: list[Site] = []
    left: Site | None = None
    for site in sites:
        plain = plain_role(scene, trigger, site) if not acts(scene, trigger, site) else None
        plain = Role.AT if shuts_own(scene, trigger, site) else plain
        if plain is None and site.example_of is not None:
            plain = plain_role(scene, trigger, replace(site, phrase=site.example_of))
        if plain is not None:
            plain = _nearing(scene, trigger, site) or plain
            found.append(Placed(site=site, role=plain, margin=PLAIN_MARGIN, plain=True))
        elif any(is_no_place(scene, trigger, site) for is_no_place in _VETOES):
            left = site
        elif left is not None and is_state(site) and is_joined(scene, left, site):
            left = site  # "their sponsors in X and Y"
        else:
            open_sites.append(site)
    if found and not trigger.noun:
        clause = scene.clause_at(trigger.first)  # "prices rose in London after missiles hit X"
        open_sites = [site for site in open_sites if clause.first <= site.first]
    if not has_unknown_place(scene, trigger):
        read = _read(scene, trigger, open_sites)
        # "shelled X in Y, killing nine": they died in X
        found += [it if it.role is not Role.AT else replace(it, site=held_in(scene, sites, it.site)) for it in read]
        found = found or _by_preposition(scene, trigger, open_sites)
    found = _with_joined(scene, trigger, sites, found)
    if trigger.kind in MOVING and len(found) > 1:
        found = [placed for placed in found if not is_earlier(scene, trigger, placed.site)] or found
    return without_containers(scene, _once(_fitting(trigger, found)))


def _once(found: Sequence[Placed]) -> list[Placed]:
    """Leave out the further mentions of a place in the same role, the surest staying."""
    best: dict[tuple[str, Role], Placed] = {}
    for placed in found:
        place = placed.site.resolution.place
        key = ("" if place is None else place.id, placed.role)
        if place is None or is_unlisted(placed.site.resolution):
            key = (f"{placed.site.first}", placed.role)
        if key not in best or placed.margin > best[key].margin:
            best[key] = placed
    return list(best.values())


def _nearing(scene: Scene, trigger: Trigger, site: Site) -> Role | None:
    """Return the role of what one comes "within 100 kilometres from", which is no start of the way."""
    before = scene.words(max(scene.sentence.first, site.phrase.first - _REACH), site.phrase.first)
    near = "within" in before and not _DISTANCES.isdisjoint(before) and site.phrase.chain in {"from", "of"}
    return (Role.TO if trigger.kind in MOVING else Role.AT) if near and trigger.stop <= site.first else None


_REACH = 9
"""Words between "within" and a name, at most: "within 100 kilometres, or 62 miles, from the"."""
_DISTANCES = entries_of("distance_units")


def _without_aims(scene: Scene, trigger: Trigger, sites: Sequence[Site]) -> list[Site]:
    """Leave out whom a deed should move, with the further links of the list: "to punish Kenya and Uganda"."""
    kept: list[Site] = []
    aimed: Site | None = None
    for site in sites:
        if is_aimed_at(scene, trigger, site) or (aimed is not None and is_joined(scene, aimed, site)):
            aimed = site
        else:
            kept.append(site)
    return kept


def _resting(scene: Scene, trigger: Trigger, sites: Sequence[Site]) -> tuple[Placed, ...]:
    """Return the places of what tells a state, which grammar alone gives."""
    roles = [(site, resting_role(scene, trigger, site)) for site in sites]
    found = [Placed(site=site, role=role, margin=PLAIN_MARGIN, plain=True) for site, role in roles if role is not None]
    return without_containers(scene, _with_joined(scene, trigger, sites, found))


def _is_beyond(scene: Scene, trigger: Trigger, site: Site) -> bool:
    """Whether a place stands behind a semicolon with another happening: "they fled X; in Y they were shelled"."""
    first, stop = sorted(((trigger.first, trigger.stop), (site.first, site.stop)))
    marks = [i for i in range(first[1], stop[0]) if scene.parse.tokens.lower[i] == ";"]
    if not marks:
        return False
    near = (marks[-1], scene.sentence.stop) if trigger.first < site.first else (scene.sentence.first, marks[0])
    return any(near[0] <= other.first < near[1] for other in scene.triggers)


_VETOES = (is_party, is_loose, is_others, is_past, is_clipped_off, speaks_there)


def _read(scene: Scene, trigger: Trigger, sites: Sequence[Site]) -> list[Placed]:
    """Return the places whose roles only the trained reading tells."""
    if not sites:
        return []
    setting = Setting(
        tokens=scene.parse.tokens,
        tags=scene.parse.tags,
        begin=scene.sentence.first,
        end=scene.sentence.stop,
        trigger=range(trigger.first, trigger.stop),
        places=frozenset(position for site in scene.sites for position in range(site.first, site.stop)),
    )
    readings = roles_of(setting, scene.phrases, [site.example_of or site.phrase for site in sites])
    return [
        Placed(site=site, role=_role(scene, trigger, site, reading.label), margin=reading.margin)
        for site, reading in zip(sites, readings, strict=True)
        if reading.label != "none"
    ]


def _with_joined(scene: Scene, trigger: Trigger, sites: Sequence[Site], found: Sequence[Placed]) -> list[Placed]:
    """Give the links of a list the role of the one that has one: "left Shire and Axum"."""
    roles = {placed.site.first: placed for placed in found}
    for ordered in (sites, sites[::-1]):
        for one, other in pairwise(ordered):
            known, rival = roles.get(one.first), roles.get(other.first)
            if known is None or not (is_joined(scene, one, other) or _is_parallel(scene, known, one, other)):
                continue
            if is_state(other) and acts(scene, trigger, other):
                continue
            if rival is None or (known.plain and not rival.plain):
                roles[other.first] = replace(known, site=other)
    return list(roles.values())


def _fitting(trigger: Trigger, found: Sequence[Placed]) -> list[Placed]:
    """Leave out what a sure reading makes unlikely.

    A way needs no spot beside it, and where a place is taken, held or struck, that is where it happens.
    """
    if trigger.type == "refuge":
        return list(found)  # "families from X found refuge in Y"
    if trigger.kind in MOVING and any(placed.role is not Role.AT for placed in found):
        return [placed for placed in found if placed.role is not Role.AT]
    if trigger.kind is Kind.CONTROL and any(placed.plain for placed in found):
        return [placed for placed in found if placed.plain]
    return list(found)


def _is_parallel(scene: Scene, known: Placed, one: Site, other: Site) -> bool:
    """Whether a place belongs to the next link of a list of things: "hit barracks in X, an airfield at Y"."""
    if known.role is not Role.AT or one.first > other.first:
        return False
    if one.phrase.preposition not in _THERE or other.phrase.preposition not in _THERE:
        return False
    between = scene.words(one.stop, other.first)
    tags = scene.parse.tags[one.stop : other.first]
    if not 3 <= len(between) <= _LINK or between[0] not in {",", "and"}:
        return False
    return tags[-2] is Tag.NOUN and all(tag in DESCRIBING for tag in tags[1:-1])


_THERE = frozenset({"in", "at", "near", "outside"})
_LINK = 8
"""How many words a link of a list of things may have up to its place."""


def _role(scene: Scene, trigger: Trigger, site: Site, label: str) -> Role:
    phrase = site.phrase
    if trigger.kind not in MOVING:
        return Role.FROM if label == "origin" and phrase.chain == "from" and trigger.kind is Kind.ATTACK else Role.AT
    if phrase.chain in TOWARD:
        return Role.TO
    if phrase.chain in {"from", "out-of"}:
        return Role.FROM
    if label == "at" and not phrase.preposition and phrase.first == trigger.stop:
        label = OBJECT_ROLES.get(stem_of(scene.parse.tokens.lower[trigger.first]), label)
    if label == "at" and _follows_way(scene, phrase):
        return Role.VIA
    # "entered in X", as those write who translate
    into = trigger.type == "entry" and phrase.chain == "in" and site.first <= trigger.stop + 1
    if label == "at" and (phrase.chain in {"to", "into"} or trigger.type == "arrival" or into):
        return Role.TO
    return MODEL_ROLES[label]


def _follows_way(scene: Scene, phrase: Phrase) -> bool:
    """Whether a place only says where the way lies: "through passes in X"."""
    before = [other for other in scene.phrases if other.stop < phrase.first][-2:]
    return phrase.preposition == "in" and any(other.chain in {"through", "via"} for other in before)


def _by_preposition(scene: Scene, trigger: Trigger, sites: Sequence[Site]) -> list[Placed]:
    """Return the nearest place of the trigger's own clause that a plain preposition of place introduces."""
    clause = scene.clause_at(trigger.first)
    near = [
        site
        for site in sites
        if clause.first <= site.first < clause.stop
        and (
            site.phrase.chain in SPOTS
            or (site.phrase.preposition == "of" and site.phrase.first - trigger.stop == 1)
            or _is_beside(scene, site.phrase)
        )
        and abs(site.first - trigger.first) <= FARTHEST
        and not any(
            trigger.stop <= other.first < site.phrase.first and other.condition not in RESTING
            for other in scene.triggers
        )
    ]
    if not near:
        return []
    best = min(near, key=lambda site: (abs(site.first - trigger.first), site.first))
    return [Placed(site=best, role=Role.TO if trigger.type == "arrival" else Role.AT, margin=0.0)]


def _is_beside(scene: Scene, phrase: Phrase) -> bool:
    """Whether a name says where ground lies: "the road by X"."""
    before = phrase.first - 2
    return phrase.preposition == "by" and before > 0 and scene.parse.tokens.lower[before] in GROUND_WORDS


def without_containers(scene: Scene, found: Sequence[Placed]) -> tuple[Placed, ...]:
    """Leave out a place that only says where the one before it lies: "Khanaqin, Diyala", "the town of X in Y"."""
    kept: list[Placed] = []
    for placed in sorted(found, key=lambda it: it.site.first):
        if kept and contains(scene, kept[-1].site, placed.site) and placed.role in {kept[-1].role, Role.AT}:
            continue
        passed = placed.role is Role.VIA and kept[-1:] and kept[-1].role is not Role.VIA
        outer = bool(kept) and not passed and contains(scene, placed.site, kept[-1].site)
        if outer and leads_to(scene, kept[-1].site, placed.site):
            kept.pop()
        kept.append(placed)
    return tuple(kept)
