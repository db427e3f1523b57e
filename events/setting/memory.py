"""Keep what the sentences before left to point back to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from events.claim import Claim, Kind
from events.grammar.tag import FINITE, Tag
from events.scene import Scene, Site
from events.setting.container import contains, lies_beside
from events.setting.dateline import dateline_of, is_dateline
from events.setting.elsewhere import SPEAKERS
from events.setting.likeness import is_likened
from events.setting.party import is_capital, is_state
from events.setting.spoken_of import spoken_of
from events.voices.head_noun import from_head
from texts.span import Span

HEAT = 3
"""For how many sentences a fight that was told makes plain what "hit" and "burnt" mean."""
TELLING = frozenset({Kind.ATTACK, Kind.CONTROL})
"""Kinds that go on being told where no place is named anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """What the sentences before left to point back to."""

    sites: tuple[Site, ...] = ()
    """the places that were named last, in the text's order"""
    asides: tuple[Site, ...] = ()
    """the countries and capitals that were named last as those who act or where somebody speaks"""
    astray: bool = False
    """whether the last place that was named is in no gazetteer"""
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

    before: str = ""
    """where what is told of stands, if not in the sentences right before: how a claim's reason says so"""

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

    def resumed(self, why: str) -> Memory:
        """Return what is left in another post: where something was told to have happened, and the head's place."""
        return Memory(sites=self.told, told=self.told, dateline=self.dateline, heat=self.heat, before=why)

    def after(self, scene: Scene, claims: Sequence[Claim]) -> Memory:
        """Return what is left to point back to behind a sentence with its claims."""
        spans = {place.span for claim in claims if claim.kind is not Kind.DIPLOMACY for place in claim.places}
        known = {site.span: site for site in (*self.sites, *self.told, *scene.sites)}
        told = tuple(known[span] for span in sorted(spans) if span in known) or spoken_of(scene) or topic_of(scene)
        deeds = [claim.kind for claim in claims if claim.kind in TELLING]
        fought = bool(deeds)
        heat = HEAT if fought else max(0, self.heat - 1)
        stays = [
            it
            for it in scene.sites
            if not (is_likened(scene, it) or lies_beside(scene, it)) and _stays(scene, it, spans)
        ]
        ruling = [it for it in stays if it.span not in spans and it not in told and _rules(scene, it)]
        named = tuple(it for it in stays if it not in ruling)
        return Memory(
            astray=not named and (self.astray or bool(scene.unresolved)),
            asides=tuple(ruling) or self.asides,
            deed=deeds[-1] if fought else self.deed if heat else None,
            before="" if told else self.before,
            sites=named or self.sites,
            told=told or (() if _leads_away(scene) else self.told),
            heat=heat,
            dateline=dateline_of(scene) or self.dateline,
            flight=HEAT if any(claim.kind is Kind.DISPLACEMENT for claim in claims) else max(0, self.flight - 1),
        )


def topic_of(scene: Scene) -> tuple[Site, ...]:
    """Return the town that a sentence speaks of: its subject, or the one that opens it, with no other beside it.

    "In X the streets are empty" and "X is a port of some 90,000" tell of no happening; what the next sentence tells
    without a place happened there.
    """
    named = [site for site in scene.sites if _moves_on(scene, site) and not lies_beside(scene, site)]
    if not named or is_dateline(scene, named[0]) or is_likened(scene, named[0]):
        return ()
    first = named[0]
    if any(not contains(scene, first, it) for it in named[1:]):
        return ()
    tags = scene.parse.tags
    before = tags[scene.sentence.first : first.phrase.first - bool(first.phrase.preposition)]
    if any(tag not in _BEFORE for tag in before):
        return ()
    if first.phrase.preposition in _OPENING:
        return (first,) if Tag.NOUN not in before else ()
    if first.phrase.preposition == "of" and before:
        return (first,)
    stop = first.phrase.stop
    plain = not first.phrase.preposition and stop == first.stop < scene.sentence.stop
    return (first,) if plain and scene.parse.tokens.lower[stop] in _BEING else ()


_OPENING = frozenset({"in", "at", "near", "around", "inside", "outside", "across", "throughout"})
_BEFORE = frozenset({Tag.ADVERB, Tag.COMMA, Tag.CONJUNCTION, Tag.DETERMINER, Tag.ADJECTIVE, Tag.NOUN})
"""Tags of what may stand before the town: "Meanwhile, in X", "The old port of X"."""
_BEING = frozenset({"is", "was", "has", "had", "lies", "lay", "remains", "remained", "stands", "stood", ","})


def _stays(scene: Scene, site: Site, told: set[Span]) -> bool:
    """Whether a name is more than where somebody comes from."""
    return site.span in told or site.phrase.preposition != "from" or _moves_on(scene, site)


def _rules(scene: Scene, site: Site) -> bool:
    """Whether a state is named as one that acts, or as where somebody in office speaks: "officials in X denied it"."""
    if not is_state(site) or is_dateline(scene, site):
        return False
    if not site.phrase.chain:
        return is_capital(site) or _does(scene, site.stop)
    before = scene.parse.tokens.lower[max(scene.sentence.first, site.phrase.first - 2)]
    told = any(site.span.within(part) for made in scene.attributions for part in made.source)
    return is_capital(site) and (told or before in SPEAKERS)


def _leads_away(scene: Scene) -> bool:
    """Whether a sentence names another place than what was told of, be it one that no gazetteer has."""
    told = [part for made in scene.attributions for part in made.source]
    unknown = any(not any(it.toponym.span.within(part) for part in told) for it in scene.unresolved)
    return unknown or any(_moves_on(scene, site) for site in scene.sites)


def _moves_on(scene: Scene, site: Site) -> bool:
    """Whether a name leads away from the place that was told of: no speaker's, no whole country, no government."""
    ground, place = site.resolution.ground, site.resolution.place
    if ground is None or ground.ucdp_precision >= _COUNTRY:
        return False
    if site.phrase.preposition == "from" and from_head(scene.parse, site.first, scene.sentence.first) < site.first:
        return False  # "a sergeant from X" is not there
    if place is not None and place.is_capital and not site.phrase.chain and _does(scene, site.stop):
        return False  # "Damascus has given up"
    return not any(site.span.within(part) for made in scene.attributions for part in made.source)


def _does(scene: Scene, position: int) -> bool:
    """Whether an active verb with a tense stands at a position."""
    tags, lower = scene.parse.tags, scene.parse.tokens.lower
    if position + 1 >= scene.sentence.stop or tags[position] not in FINITE:
        return False
    return lower[position] not in _BEING - {"has", "had"} and lower[position + 1] not in {"been", "fallen"}


_COUNTRY = 6
"""UCDP's precision of a whole country."""
