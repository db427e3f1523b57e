"""Tell a figure of speech from a blow: who attacks with words, fights a disease, captures votes, or is a storm."""

from __future__ import annotations

from itertools import pairwise

from events.actor import known_name
from events.claim import Kind
from events.grammar.clause import Stretch
from events.grammar.phrase_over import phrase_over
from events.grammar.stem import stem_of
from events.grammar.subject import subjects_of
from events.grammar.tag import Tag
from events.grammar.whole import whole_of
from events.happenings.armed import is_armed, is_civilian
from events.kind import Trigger
from events.scene import Scene
from texts.lexicon import entries_of, rows_of

SORTS = (
    "beast",
    "mishap",
    "stir",
    "ailment",
    "contest",
    "chamber",
    "ill",
    "words",
    "politico",
    "firm",
    "asset",
    "mood",
    "belonging",
)
"""Sorts of words in data/lexicons/figure_words.txt."""
_WORDS = {sort: frozenset(stem_of(row[0]) for row in rows_of("figure_words") if row[1] == sort) for sort in SORTS}
_NATURE = frozenset(stem_of(word) for word in entries_of("natural_causes")) | _WORDS["beast"]
_WEAPONS = frozenset(map(stem_of, entries_of("weapons")))
_PERSONS = frozenset(row[0] for row in rows_of("other_names") if row[1] == "person")
_FIGHTING = frozenset(
    map(stem_of, ("fight", "battle", "combat", "tackle", "attack", "target", "hit", "war", "campaign"))
)
"""Verbs and nouns of what is also done to diseases and fires."""
_BLAMING = frozenset(
    map(
        stem_of, ("attack", "assail", "slam", "blast", "target", "hit", "fire", "strike", "savage", "assault", "ambush")
    )
)
"""Verbs of what is also done with words."""
_CONTENDING = frozenset(map(stem_of, ("fight", "battle", "war", "compete", "contest", "race")))
_MARKETPLACES = frozenset({"market", "markets"})
"""What is contested in a fight alone; who shells one shells a square full of people."""
_LINKS = frozenset({"against", "with", "for", "over", "on", "at", "of"})
_LONGEST = 3
"""How many phrases joined by "of" are read as one: "control of a third of the market"."""


def why_figure(scene: Scene, trigger: Trigger) -> str | None:  # noqa: C901, PLR0911, PLR0912 - one line a figure
    """Return why what looks like a blow, a capture or a journey is a figure of speech, or None where it is none."""
    if trigger.kind is Kind.MOVEMENT:
        if _is_mood(scene, trigger):
            return "nobody on the way"
        if _is_appeal(scene, trigger):
            return "an appeal and no journey"
        return "the course of business" if _is_business(scene, trigger) else None
    if trigger.kind not in {Kind.ATTACK, Kind.CONTROL}:
        return None
    if trigger.noun and stem_of(scene.parse.tokens.lower[trigger.first - 1]) in _WORDS["ailment"]:
        return "a fit of illness"
    doers = () if trigger.noun else subjects_of(scene, trigger)
    wholes = [whole_of(scene, doer, max(doer.stop, trigger.first)) for doer in doers]  # "a company of the army"
    words = {word for doer in wholes for word in scene.words(doer.first, doer.stop)}
    if _is_natural(scene, trigger, doers):
        return "a deed of nature"
    done = _objects(scene, trigger)
    stem = stem_of(scene.parse.tokens.lower[trigger.first])
    if stem in _FIGHTING and _any(done, _WORDS["ill"]):
        return "a fight against an ill"
    if any(is_armed(word) for word in words | done) or not _WEAPONS.isdisjoint(map(stem_of, words)):
        return None
    if trigger.kind is Kind.CONTROL and not trigger.noun and _is_charge(scene, trigger):
        return "a charge and no taking"
    if trigger.kind is Kind.CONTROL and _is_won_in_peace(scene, trigger, words, done):
        return "a contest without force"
    contested = done if trigger.kind is Kind.CONTROL or stem in _CONTENDING else done - _MARKETPLACES
    if _any(contested, _WORDS["contest"]) or (_any(words, _WORDS["firm"]) and trigger.kind is Kind.CONTROL):
        return "a contest without force"
    if trigger.kind is Kind.CONTROL and _any(words, _WORDS["politico"]) and _any(done, _WORDS["chamber"]):
        return "a contest without force"
    if stem == "fight" and not done.isdisjoint({"war", "wars"}) and not scene.timexes:
        return "a war told of as a whole"
    if trigger.noun or stem not in _BLAMING:
        return None
    if _any(done, _WORDS["words"]) or (_speaks(words) and _is_someone(scene, trigger, done)):
        return "an attack in words"
    return None


def _any(words: set[str], stems: frozenset[str]) -> bool:
    return any(stem_of(word) in stems for word in words)


def _is_natural(scene: Scene, trigger: Trigger, doers: tuple[Stretch, ...]) -> bool:
    """Whether an earthquake, a storm or a beast does it: "a quake struck X", "X was hit by floods"."""
    lower = scene.parse.tokens.lower
    heads = [_head(scene, doer) for doer in doers]
    stop = min(trigger.stop + 3, scene.sentence.stop)
    by = next((at for at in range(trigger.stop, stop) if lower[at] == "by"), None)
    if by is not None and by + 1 < scene.sentence.stop and (phrase := phrase_over(scene, by + 1)) is not None:
        heads.append(_head(scene, phrase))
    if heads and all(stem_of(lower[head]) in _NATURE for head in heads):
        return True
    if stem_of(lower[trigger.first]) in _BURSTING:
        return any(stem_of(lower[head]) in _WORDS["stir"] for head in heads)
    return trigger.type == "killing" and any(_is_mishap(scene, doer) for doer in doers)


_BURSTING = frozenset(map(stem_of, ("explode", "erupt", "burst", "blow", "hit", "strike")))


def _is_mishap(scene: Scene, doer: Stretch) -> bool:
    """Whether who kills is a fire, a fall of a house or a crash; "sniper fire" is none."""
    lower, head = scene.parse.tokens.lower, _head(scene, doer)
    if stem_of(lower[head]) not in _WORDS["mishap"]:
        return False
    return lower[head] != "fire" or head == doer.first or scene.parse.tags[head - 1] is Tag.DETERMINER


def _head(scene: Scene, phrase: Stretch) -> int:
    """Return the last word of a phrase before what hangs on it."""
    lower = scene.parse.tokens.lower
    stop = next((at for at in range(phrase.first + 1, phrase.stop) if lower[at] in {"of", ","}), phrase.stop)
    return stop - 1


def _objects(scene: Scene, trigger: Trigger) -> set[str]:
    """Return the heads of the phrases that what is done is done to, across "of": "a third of the market"."""
    lower, tags = scene.parse.tokens.lower, scene.parse.tags
    position, found = trigger.stop, set()
    for _ in range(_LONGEST):
        if position < scene.sentence.stop and lower[position] in _LINKS and (trigger.noun or lower[position] == "of"):
            position += 1
        phrase = phrase_over(scene, position) if position < scene.sentence.stop else None
        if phrase is None:
            break
        found.add(lower[phrase.stop - 1])
        found |= {lower[at] for at in range(max(position, phrase.first), phrase.stop) if _lists(scene, at + 1)}
        position = phrase.stop
        if position >= scene.sentence.stop or (lower[position] != "of" and tags[position] is not Tag.GENITIVE):
            break
        position += tags[position] is Tag.GENITIVE
    return found


def _lists(scene: Scene, position: int) -> bool:
    """Whether a comma or "and" follows, so that the word before is the head of its own part of a list."""
    return position < scene.sentence.stop and scene.parse.tokens.lower[position] in {",", "and", "or"}


def _is_mood(scene: Scene, trigger: Trigger) -> bool:
    """Whether what comes or goes is life, a disease, the weather or a thought: "life has returned to X"."""
    aimed = scene.parse.tokens.lower[trigger.first - 1] == "to"  # "the order to withdraw"
    doers = () if trigger.noun or aimed else subjects_of(scene, trigger)
    heads = [stem_of(scene.parse.tokens.lower[_head(scene, doer)]) for doer in doers]
    return bool(heads) and all(head in _NATURE | _WORDS["mood"] for head in heads)


def _is_appeal(scene: Scene, trigger: Trigger) -> bool:
    """Whether one only asks somebody for something: "turned to X for help"."""
    behind = scene.words(trigger.stop, min(trigger.stop + _NEAR, scene.sentence.stop))
    return stem_of(scene.parse.tokens.lower[trigger.first]) == "turn" and any(
        one == "for" and other in _ASKED for one, other in pairwise(behind)
    )


_ASKED = frozenset(
    {"help", "aid", "arms", "weapons", "support", "advice", "money", "protection", "assistance", "answers", "troops"}
)


def _is_won_in_peace(scene: Scene, trigger: Trigger, words: set[str], done: set[str]) -> bool:
    """Whether a vote is won or lost, a post taken or a thing of one's own held, and nobody is armed."""
    around = scene.words(scene.sentence.first, scene.sentence.stop)
    if any(is_armed(word) for word in around):
        return False
    if _any(done, _WORDS["belonging"]) or _is_mood(scene, trigger):
        return True
    polled = _any(words, _WORDS["politico"]) and words.isdisjoint(_RULERS)
    voted = not _VOTES.isdisjoint(scene.words(trigger.stop, min(trigger.stop + _NEAR, scene.sentence.stop)))
    return stem_of(scene.parse.tokens.lower[trigger.first]) in _WINNING and (polled or voted)


def _is_charge(scene: Scene, trigger: Trigger) -> bool:
    """Whether somebody is only held to account: "holds X responsible", "took X to court".

    Or somebody's side is taken: "took X's side".
    """
    behind = scene.words(trigger.stop, min(trigger.stop + _NEAR, scene.sentence.stop))
    near = behind[: _NEAR // 2]
    sued = any(pair in _COURTS for pair in pairwise(near)) or ("to" in near and "court" in behind)
    return sued or not _LIABLE.isdisjoint(near)


_LIABLE = frozenset({"responsible", "accountable", "liable"})
_COURTS = frozenset({("to", "court"), ("to", "task"), ("to", "account"), ("'s", "side"), ("'s", "part")})
_WINNING = frozenset(map(stem_of, ("win", "won", "lose", "lost", "sweep", "swept", "carry")))
_RULERS = frozenset({"opposition", "governor", "leader", "president", "rival", "rivals", "opponents"})
"""Those in or after office who may have men under arms."""
_VOTES = frozenset({"vote", "votes", "margin", "goals", "points", "seats", "ballot", "runs"})
_NEAR = 8
"""How many words behind a verb of winning are searched for votes."""


def _speaks(words: set[str]) -> bool:
    """Whether a doer holds or seeks an office, by the words for them."""
    return _any(words, _WORDS["politico"]) or not _PERSONS.isdisjoint(words)


def _is_someone(scene: Scene, trigger: Trigger, done: set[str]) -> bool:
    """Whether what is attacked is a politician or a person by name, and no place."""
    if _any(done, _WORDS["politico"]) or not _PERSONS.isdisjoint(done):
        return True
    phrase = phrase_over(scene, trigger.stop) if trigger.stop < scene.sentence.stop else None
    if phrase is None or any(phrase.first <= site.first < phrase.stop for site in scene.sites):
        return False
    held = range(phrase.first, phrase.stop)
    if not all(scene.parse.tokens.words[at][0].isupper() for at in held):
        return False
    return known_name(scene.parse.span(phrase).of(scene.document.text)) is None


_MARKETS = frozenset({"market", "markets", "business", "sector", "industry", "league", "race", "fray", "debate"})
"""What is entered without going anywhere."""


def _is_business(scene: Scene, trigger: Trigger) -> bool:
    """Whether a firm moves, or its seat is moved, and nobody is armed: "the bank moved its headquarters to X"."""
    doers = () if trigger.noun else subjects_of(scene, trigger)
    words = {scene.parse.tokens.lower[_head(scene, doer)] for doer in doers}
    around = scene.words(scene.sentence.first, scene.sentence.stop)
    if any(is_armed(word) or is_civilian(word) for word in around):
        return False
    done = _objects(scene, trigger)
    done -= {scene.parse.tokens.lower[at] for site in scene.sites for at in range(site.first, site.stop)}
    if not _MARKETS.isdisjoint(done) and trigger.type == "entry":
        return True  # "entered the market in X"
    if _any(words, _WORDS["firm"]):
        return not done or _any(done, _WORDS["contest"] | _WORDS["asset"])
    return _any(done, _WORDS["asset"])
