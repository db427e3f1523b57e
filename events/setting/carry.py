"""Let words like "there" and "the city" take up a place that was named before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from events.claim import Claim, Kind, Role
from events.grammar.hanging import is_object, is_own, is_subject
from events.grammar.phrase import Phrase
from events.grammar.stem import stem_of
from events.grammar.tag import FINITE, VERBS, Tag
from events.happenings.condition import is_done_to_ground
from events.kind import Condition, Trigger
from events.scene import Scene, Site
from events.setting.acting import acts, is_likened
from events.setting.dateline import dateline_of, is_dateline
from events.setting.placing import Placed, placed_by
from events.setting.plain_role import MOVING
from geo.place import FeatureClass
from geo.toponym import Resolution
from texts.lexicon import entries_of, rows_of

TRUST = 0.8
"""What remains of a place's confidence when words take it up from a sentence before."""
BREATH = 0.5
"""What remains of it when nothing but the next sentence goes on telling."""
LONGEST = 6
"""A phrase with more words than this does not point back."""
HEAT = 3
"""For how many sentences a fight that was told makes plain what "hit" and "burnt" mean."""
_CARRIERS = {row[0]: frozenset(row[1]) for row in rows_of("carriers")}
_FROM_IT = frozenset({"from", "into", "out-of", "through", "towards", "toward", "around", "near", "outside"})
"""Prepositions behind which "it" is a place: "withdrew from it"."""
_POINTERS = frozenset({"the", "this", "that", "its", "their", "both"})
_TELLING = frozenset({Kind.ATTACK, Kind.CONTROL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """What the sentences before left to point back to."""

    sites: tuple[Site, ...] = ()
    """the places that were named last, in the text's order"""
    told: tuple[Site, ...] = ()
    """where the sentence right before said that something happened"""
    heat: int = 0
    """for how many more sentences what is hit or burnt is taken to be so in the fight that was told"""

    flight: int = 0
    """for how many more sentences "they" are civilians on their way"""

    deed: Kind | None = None
    """the kind of the blow or taking that was told last, as long as it is near"""

    dateline: Site | None = None
    """the place at the head of the report, which "the city" means where no other was named"""

    @property
    def fleeing(self) -> bool:
        """Whether the sentences right before tell of civilians on their way."""
        return self.flight > 0

    @property
    def at_war(self) -> bool:
        """Whether the sentences right before tell of a fight."""
        return self.heat > 0

    @property
    def faded(self) -> Memory:
        """What is left where what was named lies too far back: the place at the report's head."""
        return Memory(dateline=self.dateline)

    def after(self, scene: Scene, claims: Sequence[Claim]) -> Memory:
        """Return what is left to point back to behind a sentence with its claims."""
        spans = {place.span for claim in claims for place in claim.places}
        known = {site.span: site for site in (*self.sites, *self.told, *scene.sites)}
        told = tuple(known[span] for span in sorted(spans) if span in known)
        deeds = [claim.kind for claim in claims if claim.kind in _TELLING]
        fought = bool(deeds)
        heat = HEAT if fought else max(0, self.heat - 1)
        return Memory(
            deed=deeds[-1] if fought else self.deed if heat else None,
            sites=tuple(it for it in scene.sites if not is_likened(scene, it)) or self.sites,
            told=told or (() if any(_moves_on(scene, site) for site in scene.sites) else self.told),
            heat=heat,
            dateline=dateline_of(scene) or self.dateline,
            flight=HEAT if any(claim.kind is Kind.DISPLACEMENT for claim in claims) else max(0, self.flight - 1),
        )


def _moves_on(scene: Scene, site: Site) -> bool:
    """Whether a name leads away from the place that was told of: any but one of who speaks or of a whole country."""
    ground = site.resolution.ground
    if ground is None or ground.ucdp_precision >= _COUNTRY:
        return False
    return not any(site.span.within(part) for made in scene.attributions for part in made.source)


_COUNTRY = 6
"""UCDP's precision of a whole country."""


def carried(
    scene: Scene, trigger: Trigger, memory: Memory, *, barred: frozenset[int] = frozenset()
) -> tuple[Placed, ...]:
    """Return the place of a trigger whose own words only point back to one, or nothing.

    `barred` are the first tokens of names that belong to who speaks.
    """
    named = tuple(it for it in scene.sites if it.first not in barred or is_dateline(scene, it) or _is_home(scene, it))
    without = replace(scene, sites=named)
    stand_ins = tuple(
        site
        for phrase in scene.phrases
        if not trigger.first <= phrase.first < trigger.stop
        for site in [_stand_in(without, trigger, phrase, memory)]
        if site is not None
    )
    if stand_ins:
        placed = placed_by(replace(scene, sites=stand_ins), trigger, barred=frozenset())[:1]
        placed = placed or _there(scene, trigger, stand_ins)
        if placed or _role_untold(scene, trigger) in {Role.AT, None}:
            return placed
    return _headed(scene, trigger) or _next_breath(scene, trigger, memory, barred)


def _is_home(scene: Scene, site: Site) -> bool:
    """Whether a speaker's place is where they live or stand: "a resident of Goma said the town"."""
    parts = (part for made in scene.attributions for part in made.source if site.span.within(part))
    held = (scene.parse.tokens.inside(part) for part in parts)
    return any(not _LOCALS.isdisjoint(map(stem_of, scene.words(it.start, it.stop))) for it in held if it)


_LOCALS = frozenset(map(stem_of, entries_of("local_tellers")))


def _headed(scene: Scene, trigger: Trigger) -> tuple[Placed, ...]:
    """Return the place that heads a line of a ticker: "Tripoli: militias fight over the airport"."""
    if len(scene.sites) != 1 or trigger.kind not in _HEADED or trigger.condition in _TIED:
        return ()
    site = scene.sites[0]
    colon = site.stop < scene.sentence.stop and scene.parse.tokens.words[site.stop] == ":"
    if not colon or scene.parse.tokens.words[site.first].isupper() or site.first > scene.sentence.first + 4:
        return ()
    if any(scene.parse.tags[i] in VERBS | FINITE for i in range(scene.sentence.first, site.first)):
        return ()
    return (Placed(site=site, role=Role.AT, margin=0.0),)


def _noted(scene: Scene, trigger: Trigger, barred: frozenset[int]) -> tuple[Placed, ...]:
    """Return the only place of a line without a verb: "14:20 Air strike, Dara; three dead"."""
    if not trigger.noun or trigger.kind not in _TELLING or len(scene.sites) != 1 or scene.sites[0].first in barred:
        return ()
    site = scene.sites[0]
    if site.phrase.chain in {"from", "for", "to", "of", "about", "with"} or not _is_town(site):
        return ()
    if any(scene.parse.tags[i] in FINITE for i in range(scene.sentence.first, scene.sentence.stop)):
        return ()
    return (Placed(site=site, role=Role.AT, margin=0.0),)


def _is_town(site: Site) -> bool:
    return _class_of(site.resolution) in _CARRIERS["the base"] | _CARRIERS["the city"]


_HEADED = frozenset({Kind.ATTACK, Kind.CONTROL, Kind.BUILDUP, Kind.STATEMENT, Kind.DIPLOMACY})
_TIED = frozenset({Condition.OBJECT, Condition.SUBJECT, Condition.OF})


def _there(scene: Scene, trigger: Trigger, stand_ins: Sequence[Site]) -> tuple[Placed, ...]:
    """Return the place that a "there" in the trigger's own clause takes up."""
    clause = scene.clause_at(trigger.first)
    for site in stand_ins:
        if site.phrase.adverb and clause.first <= site.first < clause.stop:
            goal = trigger.kind in MOVING and trigger.type in _REACHING
            return (Placed(site=site, role=Role.TO if goal else Role.AT, margin=0.0),)
    return ()


_REACHING = frozenset({"arrival", "entry", "travel", "dispatch"})


def _stand_in(scene: Scene, trigger: Trigger, phrase: Phrase, memory: Memory) -> Site | None:
    classes = _classes_of(scene, trigger, phrase)
    if not classes:
        return None
    own = [
        it for it in scene.sites if it.stop <= phrase.first and not (acts(scene, trigger, it) or is_likened(scene, it))
    ]
    head = () if memory.dateline is None else (memory.dateline,)
    known = [site for site in (*head, *memory.sites, *own) if _class_of(site.resolution) in classes]
    towns = [site for site in known if _class_of(site.resolution) in _CARRIERS["the city"]]
    # "there" is in a town rather than in a country or a river that was named after it
    found = next(reversed(towns or known), None)
    if found is None:
        return None
    words = scene.parse.tokens.span(phrase.first, phrase.stop).of(scene.document.text)
    return Site(
        resolution=_weakened(found.resolution, TRUST, f"“{words}” takes up {found.resolution.toponym.text}"),
        phrase=phrase,
        first=phrase.first,
        stop=phrase.stop,
        carried_from=found.resolution.toponym.text,
    )


def _classes_of(scene: Scene, trigger: Trigger, phrase: Phrase) -> frozenset[str]:
    """Return the feature classes of what a phrase may point back to; none where it points to no place."""
    words = scene.words(phrase.first, phrase.stop)
    if words == ("there",) and not trigger.noun and not _BEING.isdisjoint(scene.words(phrase.stop, phrase.stop + 1)):
        return frozenset()  # "there was nobody left to hold the line"; "there was fighting" was fought there
    if len(words) == 1:
        if words[0] == "it" and trigger.kind is Kind.CONTROL and trigger.first > scene.sentence.first:
            tied = is_object(scene, trigger, phrase) or is_subject(scene, trigger, phrase)
            return _CARRIERS["the city"] if tied else frozenset()
        if words[0] == "it" and phrase.preposition in _FROM_IT and is_own(scene, trigger, phrase):
            return _CARRIERS["the city"]
        return _CARRIERS.get(words[0], frozenset())
    if words[-1] == "it" and words[0] in {"all", "most", "half", "part", "much"} and trigger.kind is Kind.CONTROL:
        return _CARRIERS["the city"] if is_object(scene, trigger, phrase) else frozenset()
    if len(words) > LONGEST or words[0] not in _POINTERS or Tag.NAME in scene.parse.tags[phrase.first : phrase.stop]:
        return frozenset()
    return _CARRIERS.get(f"the {scene.parse.tokens.lower[phrase.head]}", frozenset())


_BEING = frozenset({"is", "are", "was", "were", "be", "been", "'s", "has", "have", "had", "will", "remains", "seems"})


def _next_breath(scene: Scene, trigger: Trigger, memory: Memory, barred: frozenset[int]) -> tuple[Placed, ...]:  # noqa: PLR0911 - one line a case
    """Return the place of the sentence right before, where this one goes on telling and names no place at all."""
    noted = _noted(scene, trigger, barred)
    if noted:
        return noted
    role = _role_untold(scene, trigger)
    if role is None or scene.unresolved:
        return ()
    towns = _CARRIERS["the city"]
    if role is not Role.AT:
        own = [it for it in scene.sites if it.stop <= trigger.first and _class_of(it.resolution) in towns]
        if own:
            return (Placed(site=own[-1], role=role, margin=0.0),)
    if any(site.first not in barred for site in scene.sites):
        return ()
    if not memory.told or (len(memory.told) > 1 and trigger.noun):
        return ()
    if _class_of(memory.told[-1].resolution) not in _CARRIERS["the city"]:
        return ()
    site = memory.told[-1]
    name = site.resolution.toponym.text
    resolution = _weakened(site.resolution, BREATH, f"the sentence goes on telling of {name}")
    return (Placed(site=replace(site, resolution=resolution, carried_from=name), role=role, margin=0.0),)


def _role_untold(scene: Scene, trigger: Trigger) -> Role | None:
    """Return the role of a place that goes without saying: "nine were killed", "the men had left"; None for none."""
    if trigger.kind in _TELLING:
        return Role.AT if trigger.condition in _FREE or _goes_on(scene, trigger) else None
    if trigger.noun or not _ends(scene, trigger):
        return None
    words = " ".join(map(stem_of, scene.words(trigger.first, trigger.stop)))
    return Role.FROM if words in _GOING else Role.TO if words in _COMING else None


def left_or_reached(scene: Scene, trigger: Trigger, placed: Sequence[Placed]) -> tuple[Placed, ...]:
    """Return the places before a verb that says no other as its way: "in X, most have left", "X's people have fled"."""
    role = None if trigger.kind in _TELLING else _role_untold(scene, trigger)
    if role is None or not all(it.role is Role.AT and _is_whose(scene, trigger, it.site) for it in placed):
        return ()
    return tuple(replace(it, role=role) for it in placed)


def _is_whose(scene: Scene, trigger: Trigger, site: Site) -> bool:
    """Whether a place before a verb says where or whose those are who go."""
    if site.stop > trigger.first or site.phrase.preposition not in {"", "in", "at", "of"}:
        return False
    if site.phrase.preposition or scene.parse.tags[site.stop] is Tag.GENITIVE:
        return True
    return site.first > scene.sentence.first and scene.parse.tokens.lower[site.first - 1] == "of"


def _goes_on(scene: Scene, trigger: Trigger) -> bool:
    """Whether a fight or a taking that wants a place needs none of its own in the next breath."""
    if trigger.condition is Condition.OBJECT:
        return is_done_to_ground(scene, trigger)
    if trigger.condition is Condition.SPOT:
        return trigger.type == "siege"  # "nobody can leave"
    return trigger.condition is Condition.PLACE and trigger.kind is Kind.ATTACK and trigger.type in _FIGHTS


_FIGHTS = frozenset({"battle", "killing"})
_FREE = frozenset({Condition.NONE, Condition.FORCE, Condition.WEAPON})
_GOING = frozenset(" ".join(map(stem_of, row[0].split())) for row in rows_of("untold_moves") if row[1] == "from")
_COMING = frozenset(" ".join(map(stem_of, row[0].split())) for row in rows_of("untold_moves") if row[1] == "to")


def _ends(scene: Scene, trigger: Trigger) -> bool:
    """Whether nothing stands behind a verb that it could be done to or lead to."""
    tags = scene.parse.tags
    position = trigger.stop
    while position < scene.sentence.stop and tags[position] in {Tag.ADVERB, Tag.PARTICLE}:
        position += 1
    if position >= scene.sentence.stop or tags[position] in _ENDING:
        return True
    times = (scene.parse.tokens.inside(timex.span) for timex in scene.timexes)
    return scene.parse.tokens.lower[position] in _AFTERWARDS or any(position in held for held in times)


_ENDING = frozenset({Tag.STOP, Tag.COMMA, Tag.COLON, Tag.CONJUNCTION, Tag.MARK, Tag.BRACKET, Tag.QUOTE})
_AFTERWARDS = frozenset({"on", "before", "after", "without", "by", "in", "at", "during", "when", "as", "with"})


def _weakened(resolution: Resolution, trust: float, why: str) -> Resolution:
    return replace(
        resolution, confidence=resolution.confidence * trust, reason=f"{why}, named before; {resolution.reason}"
    )


def _class_of(resolution: Resolution) -> str:
    place = resolution.place
    return "" if place is None else (place.feature_class or FeatureClass.AREA).value
