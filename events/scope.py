"""Climb from a word to what it depends on, and gather the cues that reach it."""

from __future__ import annotations

from events.claim import Status
from events.grammar.clause import Stretch
from events.grammar.describing import is_aside, is_description, is_ranked, is_relative
from events.grammar.headline import is_headline
from events.grammar.parse import Parse
from events.grammar.stem import stem_of
from events.happenings.armed import is_armed
from events.happenings.ending import only_ends
from events.status_cue import Hit, Scope, hit_at, hits_in, longest_hit
from texts.lexicon import entries_of, rows_of

_VERBAL, _SUBJECT = frozenset("zvbegMx"), frozenset("nNp")
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "'s", "'re", "am"})
_NO_SUBJECT = frozenset({"no", "none", "neither", "nobody", "nothing"})
_NOT_ONE = frozenset({("not", "a"), ("not", "one"), ("not", "any"), ("not", "even")})
_SAYING = frozenset(stem_of(row[0]) for row in rows_of("saying_verbs"))
_STATES = frozenset({"under", "in", "within", "at", "on", "without"})  # "is /under attack"
_BESIDE = frozenset({"after", "before", "during", "since", "following", "amid", "despite"})
"""Prepositions behind which a noun is not what the sentence speaks of: "after an attack, their aim is to"."""
_PERCEIVING = frozenset({"hear", "see", "watch", "smell", "feel"})
_CAN = frozenset({"can", "could"})  # what one can hear is there: "we can hear the guns"
_ABROAD = frozenset({"flying", "circulating", "swirling", "spreading", "going", "doing", "emerging", "coming"})
"""What reports and rumours do between their noun and what they tell: "rumours flying that"."""
_HIGHEST, _FARTHEST = 8, 45
"""Steps after which the climb ends, and tokens to the left of a word beyond which nothing governs it."""


class Climb:
    """The cues that reach a word, found on the way from it to the head of its sentence."""

    def __init__(self, parse: Parse, sentence: Stretch) -> None:
        self.parse = parse
        self.codes = parse.codes
        self.lower = parse.tokens.lower
        self.sentence = sentence
        self.hits: list[Hit] = []
        self.ended = False
        """whether a verb before the word only ends what it names"""
        self.apart = False
        """whether the word only describes a noun, to which something else is done"""

    def hits_on(self, trigger: int) -> list[Hit]:
        """Return the cues that reach the word at `trigger`, without repetition."""
        self._to_noun(trigger)
        own = hit_at(self.lower, trigger, Scope.EVENT) if self.codes[trigger] in _VERBAL else None
        if own is not None and own.status is Status.DENIED:
            self.hits.append(own)  # "foiled", "thwarted"
        if trigger == self.sentence.first and self.codes[trigger] == "g":
            self._predicate(Stretch(first=trigger, stop=trigger + 2))  # "Fighting in X could resume"
        node: int | None = self._of_state(trigger)
        for _ in range(_HIGHEST):
            if node is None:
                break
            node = self._verb(node) if self.codes[node] in _VERBAL else self._noun(node)
        unique: list[Hit] = []
        for hit in self.hits:
            if hit not in unique:
                unique.append(hit)
        return unique

    def _to_noun(self, trigger: int) -> None:
        """Gather the cue right before a verb that was tagged as a noun: "about to march on"."""
        if self.codes[trigger] not in "nN" or self.lower[trigger - 1 : trigger] != ("to",):
            return
        for at in range(max(self.sentence.first, trigger - 4), trigger - 1):
            hit = hit_at(self.lower, at, Scope.GOVERNOR)
            if hit is not None and hit.words.stop == trigger and len(hit.words) > 1 and self.lower[at] != "due":
                self.hits.append(hit)

    def _of_state(self, trigger: int) -> int:
        """Return the verb of which a state is said, if it is told by a phrase: "is not | under siege"."""
        opens = trigger
        if self.codes[trigger] in "nN":
            opens = self.phrase_at(trigger).first - 1
        at = opens - 1
        while at > self.sentence.first and self.codes[at] == "r":
            at -= 1
        if at < self.sentence.first or self.lower[opens] not in _STATES or self.lower[at] not in _BE:
            return trigger
        self.hits += hits_in(self.lower, range(at, opens), Scope.NEGATION)
        return at

    def group_at(self, position: int) -> Stretch:
        """Return the verb group that holds `position`, or the word alone."""
        group = self.parse.group_at(position)
        if group is not None and position < group.stop:
            return group
        return Stretch(first=position, stop=position + 1)

    def phrase_at(self, position: int) -> Stretch:
        """Return the noun phrase that holds `position`, or the word alone."""
        phrase = self.parse.phrase_at(position)
        if phrase is not None and position < phrase.stop:
            return phrase
        return Stretch(first=position, stop=position + 1)

    def _verb(self, position: int) -> int | None:
        """Gather what stands in the verb's group and clause, and return what the verb depends on."""
        group = self.group_at(position)
        if position > group.first and self._ends(position - 1, position):
            return None
        clause = self.parse.clause_at(position)
        start = max(clause.first, self.sentence.first)
        self._operators(group.first, group.stop)
        self._before_group(group, start)
        self.hits += hits_in(self.lower, range(start, group.stop), Scope.ADVERB)
        head = self.codes[group.stop - 1]
        letters = self.codes[group.first : group.stop]
        if letters.startswith("t"):
            if group.first > self.sentence.first and self.lower[group.first - 1] in _BE:
                self._to(group.first, Status.PLANNED)
            return None if is_ranked(self.parse, group.first) else self._governor(group.first, "infinitive")
        self.apart = letters in {"v", "e"} and is_description(self.parse, group, start)
        alone = "x" not in letters
        if self.apart or (head == "e" and alone):
            return None
        bare = {"g": "gerund", "b": "base"} if alone and "M" not in letters else {}
        return self._governor(group.first, bare.get(head, "finite"))

    def _is_told(self, first: int, stop: int) -> bool:
        """Whether a subject without "that" before it is what a verb of saying tells: "said no troops | would"."""
        phrase = self.phrase_at(first)
        said = stem_of(self.lower[first - 1]) in _SAYING
        return said and phrase.first == first and phrase.stop == stop

    def _ends(self, at: int, edge: int) -> bool:
        """Whether a word only ends what stands behind it, which goes on until then."""
        self.ended |= only_ends(self.parse, at, edge)
        return self.ended

    def _operators(self, first: int, stop: int) -> None:
        perceived = self.lower[stop - 1] in _PERCEIVING
        for hit in hits_in(self.lower, range(first, stop), Scope.MODAL, Scope.NEGATION):
            # "they'd entered" had done so
            had = self.lower[hit.words.first] == "'d" and self.lower[stop - 1].endswith("ed") and stop - first > 1
            if not had and not (perceived and self.lower[hit.words.first] in _CAN):
                self.hits.append(hit)

    def _before_group(self, group: Stretch, start: int) -> None:
        if group.first > start:
            self._add(hit_at(self.lower, group.first - 1, Scope.NEGATION))
        at = group.first - 1
        while at >= start and group.first - at < 5 and (self.codes[at] == "r" or self.lower[at] in {"no", "longer"}):
            self._add(hit_at(self.lower, at, Scope.NEGATION))
            at -= 1
        for at in range(start, group.first):
            held = at > start and self.codes[at - 1] == "i"
            held = held or (self.lower[at] == "no" and self.codes[at + 1] == ",")  # the answer "No, we …"
            none = self.lower[at] in _NO_SUBJECT or self.lower[at : at + 2] in _NOT_ONE
            if none and not held and (not self._has_verb(start, at) or self._is_told(at, group.first)):
                words = Stretch(first=at, stop=at + 1)
                self.hits.append(Hit(words=words, status=Status.DENIED, scope=Scope.NEGATION))

    def _noun(self, position: int) -> int | None:
        """Gather what stands in the noun's phrase and what it is the subject of, and return what it depends on."""
        phrase = self.phrase_at(position)
        clause = self.parse.clause_at(position)
        start = max(clause.first, self.sentence.first)
        described = range(phrase.first, position)
        before = self.lower[phrase.first - 1 : phrase.first + 1]
        if phrase.first > start and (before in _NOT_ONE or before[0] == "no"):
            words = Stretch(first=phrase.first - 1, stop=phrase.first)  # "not a single shot"
            self.hits.append(Hit(words=words, status=Status.DENIED, scope=Scope.MODIFIER))
        self.hits += [
            hit
            for hit in hits_in(self.lower, described, Scope.MODIFIER)
            if self.lower[hit.words.first] != "suspected" or not is_armed(self.lower[hit.words.stop])
        ]
        self.hits += hits_in(self.lower, range(start, phrase.first), Scope.ADVERB)
        if self._has_verb(start, phrase.first):
            return self._governor(phrase.first, "noun")
        held = self._governor(phrase.first, "noun", stop=start)
        if not (phrase.first > start and self.lower[phrase.first - 1] in _BESIDE):
            self._predicate(phrase)
        return held if held is not None else self._governor(start + (self.codes[start] == "m"), "finite")

    def _predicate(self, phrase: Stretch) -> None:
        """Gather what the verb says of a noun that is its subject."""
        stop = phrase.stop
        group = self.parse.group_after(stop - 1)
        if group is None or group.stop > self.sentence.stop:
            return
        if any(code in "mw;:" for code in self.codes[stop : group.first]) or self.codes[group.first] in "tg":
            return
        if self.lower[group.stop - 1] in _BE and group.stop < self.sentence.stop and self.codes[group.stop] == "t":
            self._to(group.stop, Status.PLANNED)
            return
        self.hits += hits_in(self.lower, range(stop, group.stop), Scope.ADVERB)
        said = hit_at(self.lower, group.stop - 1, Scope.EVENT)
        if said is None and group.stop < self.sentence.stop and self.lower[group.stop - 1] in _BE:
            said = hit_at(self.lower, group.stop, Scope.EVENT)
        vague = self.lower[phrase.first] in {"a", "an"} and "M" in self.codes[group.first : group.stop]
        if said is not None or vague:
            self._operators(group.first, group.stop)
            for at in range(stop, group.first):
                self._add(hit_at(self.lower, at, Scope.NEGATION))
            self._add(said if said is not None and said.status is not Status.ASSERTED else None)

    def _governor(  # noqa: C901, PLR0911, PLR0912 - one walk to the left, one case for each sort of word
        self, edge: int, form: str, *, stop: int | None = None
    ) -> int | None:
        """Return the word on which what begins at `edge` depends, and gather its cue; None where the climb ends."""
        least = max(self.sentence.first if stop is None else stop, edge - _FARTHEST)
        content = skip = False
        at = edge
        while at > least:
            at -= 1
            code, word = self.codes[at], self.lower[at]
            if hit_at(self.lower, at, Scope.BARRIER) and form in {"noun", "gerund"}:
                return None
            if form in {"noun", "gerund"} and self._ends(at, edge):
                return None
            hit = self._governing(at, edge, form, content=content)
            if hit is not None and not skip and not (word == "suspected" and self.codes[at + 1] in "nN"):
                self._add(hit if hit.status is not Status.ASSERTED else None)
                return hit.words.first
            if code == "m" or word in {"if", "whether", "unless"}:
                opener = hit_at(self.lower, at, Scope.OPENER)
                if opener is not None:
                    self._add(opener)
                    return None
                if word != "that" or is_relative(self.parse, at):
                    return None
                content, form = True, "finite"
            elif word == "that" and at > least and hit_at(self.lower, at - 1, Scope.GOVERNOR):
                content, form = True, "finite"
            elif code in "w:" or (code == "," and form == "finite" and not content):
                return None
            elif code == "c" and form in {"base", "finite", "infinitive"}:
                if form == "finite" and not _SUBJECT.isdisjoint(self.codes[at + 1 : edge]):
                    return None
                skip = form == "finite" or at + 1 == edge
            elif content and word in _ABROAD:
                continue
            elif code in _VERBAL:
                if skip:
                    skip = False
                    at = self.group_at(at).first
                    if form == "base" and code != "x" and self.codes[at] == "t":
                        edge, form = at, "infinitive"  # "left to menace X and | invade Y"
                elif form == "finite":
                    return None
                elif form == "gerund" and is_aside(self.parse, edge):
                    self.apart = True
                    return None
                else:
                    return self._plain(at, edge, form)
        if form == "infinitive" and is_headline(self.parse.tokens.words[self.sentence.first : self.sentence.stop]):
            self._to(edge, Status.PLANNED)  # its verb was taken for a name: "Chad Deploys Guards to Retake Bol"
        return None

    def _plain(self, at: int, edge: int, form: str) -> int | None:
        """Take a verb that is no cue for the governor; what it is there to do is intended."""
        group = self.group_at(at)
        if form == "noun" and hit_at(self.lower, group.stop - 1, Scope.LIGHT) is None:
            return None
        if form == "infinitive" and self.codes[at] != "x" and "have" not in self.lower[edge : edge + 2]:
            self._to(edge, Status.PLANNED)
        return group.stop - 1 if group.stop <= edge else at

    def _governing(self, at: int, edge: int, form: str, *, content: bool) -> Hit | None:
        """Return the cue that begins at `at` and can govern what begins at `edge`."""
        scopes = [Scope.GOVERNOR]
        if form == "noun" and any(word in entries_of("things_to_come") for word in self.lower[edge : edge + 5]):
            scopes += [Scope.NOMINAL]
        if form in {"infinitive", "base"}:
            scopes += [Scope.INFINITIVE, Scope.NEUTRAL]
        if form == "gerund":
            scopes += [Scope.NEUTRAL]
            if self.lower[edge - 1] == "from":
                scopes = [Scope.HINDRANCE, Scope.GOVERNOR]
        if form == "finite" and self.lower[at] == "without":
            return None
        hit = longest_hit(self.lower, at, *scopes, first=self.sentence.first)
        if hit is None and (form == "infinitive" or content) and self.codes[at] == "e":
            hit = hit_at(self.lower, at, Scope.HEARSAY)
            if hit is not None and not any(self.lower[before] in _BE for before in range(max(0, at - 3), at)):
                hit = None
        if hit is None or (self.lower[at] == "forces" and hit.words.stop == edge):
            return None  # "deploys forces to fight" forces nobody
        reach = hit.words.stop
        direct = form == "gerund" and reach == edge and hit.status is Status.DENIED
        if self.lower[reach - 1] == "to" and form != "infinitive" and not direct:
            return None
        shared = reach == edge + 1 and (self.lower[edge] == "to" or self.codes[edge] == "M")
        return hit if reach <= edge or shared else None

    def _has_verb(self, first: int, stop: int) -> bool:
        return any(self.codes[at] in _VERBAL for at in range(first, stop))

    def _to(self, at: int, status: Status) -> None:
        self.hits.append(Hit(words=Stretch(first=at, stop=at + 1), status=status, scope=Scope.GOVERNOR))

    def _add(self, hit: Hit | None) -> None:
        if hit is not None:
            self.hits.append(hit)
