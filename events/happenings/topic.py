"""Tell what is only talked about from what is said to happen: outlooks, topics, analysis, sport, prices and titles."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from events.claim import Kind, Status
from events.grammar.hanging import is_nominal
from events.grammar.phrase_over import phrase_over
from events.grammar.stem import stem_of
from events.grammar.subject import subject_of
from events.grammar.tag import FINITE, VERBS, Tag
from events.happenings.armed import is_armed
from events.happenings.bloodless import why_bloodless
from events.happenings.figure import why_figure
from events.happenings.memory import is_remembered
from events.happenings.title import WORKS, is_filmed, is_in_story, is_title
from events.happenings.weapon import is_weapon
from events.kind import Trigger
from events.scene import Scene
from events.setting.elsewhere import OPINING
from events.setting.placing import Placed
from events.setting.unlisted import is_unlisted
from events.status import StatusReading
from texts.lexicon import entries_of, rows_of

COUNTRY = 6
"""UCDP's precision of a whole country: nothing nearer is known."""
_MODAL = frozenset({"could", "may", "might"})
_BE = frozenset({"is", "are", "was", "were", "be", "been", "remains", "remain", "becomes", "become", "became"})
_TOPICAL = frozenset({"about", "regarding", "concerning", "toward", "towards", "beyond"})
_VIEWS = frozenset({"policy", "view", "views", "expert", "experts", "debate", "position", "stance"})
_FIELDS = {row[0]: row[1] for row in rows_of("other_fields")}
_HURT = frozenset({"killed", "dead", "wounded", "injured", "civilians", "casualties"})
_OFFICES = entries_of("office_words") | {"palace", "ministry", "foreign", "kremlin", "government", "cabinet"}
_BLOWS = frozenset({Kind.ATTACK, Kind.CONTROL})
_NEAR = 8
"""How many words before a trigger are looked at for what governs it."""


def why_none(  # noqa: C901, PLR0911, PLR0912 - one line a reason
    scene: Scene, trigger: Trigger, placed: Sequence[Placed], reading: StatusReading
) -> str | None:
    """Return why a sentence with a trigger and its places tells of no happening there, or None where it does."""
    country = all(_is_country(it) for it in placed)
    if country and (reading.status is Status.HYPOTHETICAL or _may_be(scene, trigger) or _is_asked(scene, trigger)):
        return "an outlook for a whole country"
    if country and is_nominal(scene, trigger):
        if _is_topic(scene, trigger, _VIEWS):
            return "a topic, not a happening"
        if all(it.site.phrase.chain == "between" or _is_behind_verb(scene, trigger, it) for it in placed):
            return "a country beside it, not the place"
        if _is_weighed(scene, trigger):
            return "a judgement of a whole country"
    if is_nominal(scene, trigger) and _is_topic(scene, trigger, WORKS, plain=frozenset()):
        return "the topic of a work"
    if is_nominal(scene, trigger) and is_remembered(scene, trigger.first):
        return "what is remembered"
    figure = why_figure(scene, trigger)
    if figure is not None:
        return figure
    if is_nominal(scene, trigger) and all(it.site.carried_from for it in placed) and _is_weighed(scene, trigger):
        return "a judgement that refers back"
    field = _other_field(scene)
    if field is not None and (field != "politics" or trigger.kind in _BLOWS):
        return f"words of {field}"
    if trigger.kind in _BLOWS and (why := why_bloodless(scene, trigger)) is not None:
        return why
    if is_title(scene, trigger) or is_filmed(scene, trigger) or is_in_story(scene):
        return "the title or the making of a work"
    if _is_purpose(scene, trigger):
        return "what a journey is for"
    if _refers_back(scene, trigger, placed):
        return "what refers back"
    if _is_post(scene, trigger):
        return "a letter or a report on its way"
    if _is_aside(scene, trigger):
        return "on the way to a blow"
    if _is_life(scene, trigger):
        return "the course of a life"
    if trigger.kind is Kind.MOVEMENT and _is_laid(scene, trigger):
        return "the course of a road or a line"
    if is_weapon(scene, trigger):
        return "a weapon and no blow"
    if trigger.type == "protest" and not trigger.noun and _is_office(scene, trigger):
        return "a government's protest"
    return None


def _is_country(placed: Placed) -> bool:
    """Whether a place is a whole country, and not a name in it that no gazetteer has."""
    ground = placed.site.resolution.ground
    return ground is not None and ground.ucdp_precision >= COUNTRY and not is_unlisted(placed.site.resolution)


def _may_be(scene: Scene, trigger: Trigger) -> bool:
    """Whether a modal of possibility stands before the trigger in its clause."""
    return not _MODAL.isdisjoint(scene.words(scene.clause_at(trigger.first).first, trigger.first))


def _is_behind_verb(scene: Scene, trigger: Trigger, placed: Placed) -> bool:
    """Whether a place stands before a noun with a verb between, and does not open the clause: "aid in X is no raid"."""
    site = placed.site
    if site.stop > trigger.first or site.phrase.first <= scene.sentence.first + 2 or not site.phrase.preposition:
        return False
    return any(tag in FINITE for tag in scene.parse.tags[site.stop : trigger.first])


def _is_asked(scene: Scene, trigger: Trigger) -> bool:
    """Whether a question asks what would be."""
    last = max(scene.sentence.first, scene.sentence.stop - 2)
    if "?" not in scene.words(last, scene.sentence.stop):
        return False
    return not {"would", "should", "will", "can"}.isdisjoint(scene.words(scene.sentence.first, trigger.first))


def _is_topic(scene: Scene, trigger: Trigger, of: frozenset[str], *, plain: frozenset[str] = _TOPICAL) -> bool:
    """Whether a noun is only what something is about: "his views on the war", "a book about the invasion"."""
    position = trigger.first - 1
    while position >= scene.sentence.first and scene.parse.tags[position] in _BEFORE_NOUN:
        position -= 1
    if position < scene.sentence.first:
        return False
    word = scene.parse.tokens.lower[position]
    before = scene.words(max(scene.sentence.first, position - 1), position)
    return word in plain or (word in {"on", "about", "of"} and bool(before) and before[0] in of)


_BEFORE_NOUN = frozenset({Tag.DETERMINER, Tag.OWN, Tag.ADJECTIVE, Tag.NOUN, Tag.NAME, Tag.NUMBER, Tag.GENITIVE})


def _is_weighed(scene: Scene, trigger: Trigger) -> bool:
    """Whether the clause of a noun gives a judgement: "X complicates the operations", "the fight is a proxy battle"."""
    clause = scene.clause_at(trigger.first)
    tags, lower = scene.parse.tags, scene.parse.tokens.lower
    verbs = [i for i in range(clause.first, clause.stop) if tags[i] in FINITE | VERBS]
    if any(stem_of(lower[i]) in OPINING for i in verbs):
        return True
    before = [i for i in verbs if i < trigger.first]
    if not before or lower[before[-1]] not in _BE or trigger.first - before[-1] > _NEAR:
        return False
    return lower[before[-1] + 1] in {"a", "an", "not"}


def _other_field(scene: Scene) -> str | None:
    """Return the field of a sentence of sport or of markets in which nobody is armed or hurt."""
    words = scene.words(scene.sentence.first, scene.sentence.stop)
    field = next((_FIELDS[word] for word in words if word in _FIELDS), None)
    if field is None or any(is_armed(word) or word in _HURT for word in words):
        return None
    return field


def _is_laid(scene: Scene, trigger: Trigger) -> bool:
    """Whether a road, a river or a front runs somewhere."""
    if trigger.noun or stem_of(scene.parse.tokens.lower[trigger.first]) not in _RUNNING:
        return False
    subject = subject_of(scene, trigger)
    before = scene.words(max(scene.sentence.first, trigger.first - 2), trigger.first)
    if len(before) > 1 and before[1] in {"that", "which"} and stem_of(before[0]) in _LINES:
        return True
    if before[-2:] == (",", "which") and scene.parse.codes[trigger.first] == "z":
        return stem_of(scene.parse.tokens.lower[trigger.first]) == _RUN  # "the N2, which runs from X"
    if subject is None:
        return False
    words = [word for word in scene.words(subject.first, subject.stop) if word not in {"that", "which"}]
    return bool(words) and (stem_of(words[-1]) in _LINES or "river" in words)


_RUN = stem_of("run")
_RUNNING = frozenset(
    stem_of(word) for word in ("run", "lead", "go", "pass", "cross", "climb", "descend", "turn", "come", "flow")
)
_LINES = frozenset(stem_of(row[0]) for row in rows_of("strongpoints") if row[1] == "way") | frozenset(
    stem_of(word) for word in ("line", "front", "river", "wall", "trail", "path", "valley", "range", "stream")
)


def _is_purpose(scene: Scene, trigger: Trigger) -> bool:
    """Whether talks or training are only what a journey is for: "arrived in X for talks"."""
    if trigger.kind not in {Kind.DIPLOMACY, Kind.SUPPORT} or not trigger.noun or trigger.first == scene.sentence.first:
        return False
    at = trigger.first - 1
    while at > scene.sentence.first and scene.parse.tags[at] in _BEFORE_NOUN:
        at -= 1
    moved = (other for other in scene.triggers if other.stop <= at and other.kind is Kind.MOVEMENT)
    return scene.parse.tokens.lower[at] == "for" and any(at - other.stop <= _NEAR for other in moved)


def _refers_back(scene: Scene, trigger: Trigger, placed: Sequence[Placed]) -> bool:
    """Whether "the attack" only takes up what was told: nothing about it is new, neither place nor day nor number."""
    if not trigger.noun or not all(it.site.carried_from for it in placed):
        return False
    before = scene.words(max(scene.sentence.first, trigger.first - 2), trigger.first)
    if _DEFINITE.isdisjoint(before) or trigger.kind not in _BLOWS:
        return False
    clause = scene.clause_at(trigger.first)
    if any(scene.parse.tags[at] is Tag.NUMBER for at in range(clause.first, clause.stop)):
        return False
    verb = next((at for at in range(trigger.stop, clause.stop) if scene.parse.tags[at] in FINITE | VERBS), None)
    goes_on = verb is not None and verb - trigger.stop < _NEAR // 2
    timed = any(scene.parse.tokens.inside(it.span) for it in scene.timexes)
    return not timed and not goes_on


_DEFINITE = frozenset({"the", "this", "that", "these", "those"})


def _is_post(scene: Scene, trigger: Trigger) -> bool:
    """Whether what moves is only words: "the minister sent a letter to X", "pictures from X reached Y"."""
    if trigger.kind is not Kind.MOVEMENT or trigger.noun:
        return False
    lower = scene.parse.tokens.lower
    sent = trigger.type == "dispatch"
    behind = phrase_over(scene, trigger.stop) if sent and trigger.stop < scene.sentence.stop else None
    before = subject_of(scene, trigger)
    heads = [lower[it.stop - 1] for it in (behind, before) if it is not None]
    if trigger.first > scene.sentence.first:
        heads.append(lower[trigger.first - 1])
    first = scene.sentence.first
    opens = lower[first] in _PAPERS and lower[first + 1] in {"of", "about"}  # "news of the raid reached X"
    return opens or any(head in _PAPERS for head in heads)


_PAPERS = entries_of("papers")


def _is_aside(scene: Scene, trigger: Trigger) -> bool:
    """Whether a flight only describes what then strikes: "jets flying over X struck Y"."""
    tags, at = scene.parse.tags, trigger.first
    if trigger.type != "overflight" or tags[at] is not Tag.GERUND or at == scene.sentence.first:
        return False
    later = (other for other in scene.triggers if other.first >= trigger.stop)
    return tags[at - 1] in {Tag.NOUN, Tag.NAME} and any(other.kind is Kind.ATTACK for other in later)


_LIVING = frozenset(
    {"born", "grew", "studied", "graduated", "educated", "schooled", "married", "taught", "retired", "widowed"}
)


def _is_life(scene: Scene, trigger: Trigger) -> bool:
    """Whether a journey is one of a life: "born in X, he moved to Y"; or a force is told where it was trained."""
    lower, tags = scene.parse.tokens.lower, scene.parse.tags
    words = scene.words(scene.sentence.first, scene.sentence.stop)
    if trigger.kind is Kind.DISPLACEMENT and trigger.type == "flight" and words[0] == "born":
        return True
    if trigger.kind is Kind.MOVEMENT:
        lived = not _LIVING.isdisjoint(words) or any(pair in _AGES for pair in pairwise(words))
        return lived and not any(is_armed(word) for word in words)
    apart = trigger.first > scene.sentence.first and tags[trigger.first - 1] is Tag.COMMA
    return trigger.kind is Kind.SUPPORT and apart and lower[trigger.first].endswith("ed") and not trigger.noun


_AGES = frozenset({("a", "girl"), ("a", "boy"), ("a", "child"), ("a", "student"), ("young", "man"), ("age", "of")})
"""Words for how old somebody was whose life is told."""


def _is_office(scene: Scene, trigger: Trigger) -> bool:
    """Whether who protests is an office of state."""
    clause = scene.clause_at(trigger.first)
    return not _OFFICES.isdisjoint(scene.words(clause.first, trigger.first))
