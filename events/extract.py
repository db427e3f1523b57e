"""Read the claims of a document: every stage from the words to what goes on the map, on one screen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from events.abstention import abstentions_of
from events.attribution import attributions_in
from events.claim import Claim
from events.gapped import claims_for
from events.grammar.parse import parse_of
from events.grammar.small_names import with_small_names
from events.happenings.named import triggers_in
from events.happenings.presence import presences_in
from events.happenings.state import with_states
from events.happenings.toll import tolls_in
from events.kind import outside
from events.reading import Reading
from events.scene import Findings, Scene, scenes_of
from events.setting.memory import Memory
from events.setting.unlisted import with_unlisted
from events.setting.way import journeys
from events.setting.writers import Writers
from events.stage import merged
from events.times.dateline import without_datelines
from events.times.heading import Section, timexes_under_headings
from events.timex import Timex
from geo.gazetteer import Gazetteer
from geo.geoparse import resolutions_in
from geo.home import home_read
from texts.document import Document, Post
from texts.language import other_language
from texts.rejection import Reason, Rejection
from texts.span import Span

REPEATED = 40
"""A sentence of at least this many characters that stands in the text before is read once."""
OPENING = 5
"""So many words at the head of what a reply quotes tell which sentence it is."""
SKIPPED = 30
"""How many words without a place or a happening may lie between a name and what points back to it."""


def claims_in(document: Document, gazetteer: Gazetteer) -> Reading:
    """Return the claims of a document, and what could have been one and is not; the same text gives the same ids."""
    language = other_language(document.text)
    if language is not None:
        why = Rejection(reason=Reason.UNSUPPORTED, message=f"expected English, got {language}", name=document.name)
        return Reading(claims=(), rejections=(why,))
    timexes, sections = _timexes(document)
    home, refused = home_read(document, gazetteer)
    named = resolutions_in(document, gazetteer, home=home)
    parse = with_small_names(parse_of(document.text), [it.toponym.span for it in named])
    words = outside(triggers_in(parse), [timex.span for timex in timexes])
    triggers = with_states(parse, words, presences_in(parse), tolls_in(parse))
    findings = Findings(
        resolutions=with_unlisted(document, gazetteer, parse, resolutions=named, triggers=triggers, timexes=timexes),
        triggers=triggers,
        attributions=attributions_in(document.text),
        timexes=without_datelines(document.text, timexes, sections),
        sections=sections,
    )
    claims: list[Claim] = []
    rejections = [Rejection(reason=Reason.INVALID, message=it, name=document.name) for it in refused]
    last: Scene | None = None
    memory = Memory()
    writers = Writers(document)
    for scene, repeated in _told_once(document, scenes_of(document, parse, findings)):
        if last is not None and not _follows(document, last, scene):
            same = _same_post(document, last, scene)
            memory = memory.faded if same else writers.turned(memory, last.span.start, scene.span.start)
        triggers = () if repeated else scene.triggers
        made = [it for trigger in triggers for it in claims_for(scene, trigger, memory)]
        told = journeys(scene, merged([it for it in made if isinstance(it, Claim)]))
        claims += told
        rejections += repeated or [it for it in made if isinstance(it, Rejection)]
        memory = memory.after(scene, told)
        last = scene
    rejections += abstentions_of(document, findings.resolutions)
    return Reading(claims=tuple(claims), rejections=tuple(rejections))


def _follows(document: Document, before: Scene, scene: Scene) -> bool:
    """Whether a sentence stands in the same post, close behind another."""
    return _same_post(document, before, scene) and scene.sentence.first - before.sentence.stop <= SKIPPED


def _same_post(document: Document, before: Scene, scene: Scene) -> bool:
    return document.post_at(before.span.start) is document.post_at(scene.span.start)


def _timexes(document: Document) -> tuple[tuple[Timex, ...], tuple[Section, ...]]:
    """Return the time expressions, each counted from the date of its own post, and what stands under dated headings."""
    whole = Post(span=Span(start=0, end=len(document.text)), dating=document.dating)
    read = [
        timexes_under_headings(document.text, anchor=post.dating or document.dating, span=post.span)
        for post in document.posts or (whole,)
    ]
    return tuple(it for timexes, _ in read for it in timexes), tuple(it for _, sections in read for it in sections)


def _told_once(document: Document, scenes: tuple[Scene, ...]) -> Iterator[tuple[Scene, tuple[Rejection, ...]]]:
    """Yield the sentences outside furniture; what a reply quotes belongs to its first author.

    With a sentence that stands in the text before comes a rejection that says where. What a reply quotes may break
    off: there the first words are enough. Such a sentence makes no claim, and yet names what the next may point to.
    """
    seen: dict[str, int] = {}
    begun: dict[str, int] = {}
    brief: dict[str, int] = {}
    furniture = iter(document.furniture)
    hidden = next(furniture, None)
    for scene in scenes:
        while hidden is not None and hidden.end <= scene.span.start:
            hidden = next(furniture, None)
        if hidden is not None and hidden.overlaps(scene.span):
            continue
        written = scene.span.of(document.text)
        words = " ".join(written.split())
        opening = _opening(words)
        at = seen.get(words)
        if at is None and _is_quoted(document, scene):
            at = begun.get(opening, brief.get(_bare(words)))
        if at is not None:
            why = f"expected words of its own; the same sentence stands at character {at}"
            again = Rejection(reason=Reason.DUPLICATE, message=why, name=document.name, span=scene.span, text=written)
            yield scene, (again,) if scene.triggers else ()
            continue
        if len(words) >= REPEATED:
            seen[words] = scene.span.start
        else:
            brief.setdefault(_bare(words), scene.span.start)
        if opening:
            begun.setdefault(opening, scene.span.start)
        yield scene, ()


def _bare(words: str) -> str:
    """Return a sentence without the marks of a quotation before it and behind it."""
    return _TAGS.sub("", words).strip("> \"“”'*")


_TAGS = re.compile(r"\[/?quote[^\]\n]{0,60}\]", re.IGNORECASE)


def _opening(words: str) -> str:
    """Return the first words of a sentence without the marks of a quotation; nothing where there are too few."""
    bare = _bare(words).split(" ", OPENING)
    return " ".join(bare[:OPENING]).rstrip(".…\"”'") if len(bare) >= OPENING else ""


def _is_quoted(document: Document, scene: Scene) -> bool:
    post = document.post_at(scene.span.start)
    return post is not None and any(scene.span.within(it.span) for it in post.quotations)
