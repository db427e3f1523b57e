"""Keep what was told of from one short message of a talk to the next."""

from __future__ import annotations

from events.setting.memory import Memory
from texts.dating import Interval
from texts.document import Document, Post

SHORT = 300
"""Characters of a message that goes on where its writer's last one stopped, at most."""
NEAR = 6
"""So many messages of others may stand between two of one writer."""
OWN = "its writer's message before"
ASKED = "the question before it"


class Writers:
    """The posts of a document that were read, and what each writer was telling of."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._left: dict[str, tuple[int, Memory]] = {}
        self._numbers = {post.span.start: number for number, post in enumerate(document.posts)}

    def turned(self, memory: Memory, before: int, now: int) -> Memory:
        """Return what a message goes on from, behind another with what it left.

        The place that the writer's last message told of, or, where the message right before ends with a question,
        the one that was asked about. Long posts and those of other days stand alone.

        Parameters
        ----------
        memory
            What the message before left.
        before, now
            Offsets in the message before and in this one.
        """
        last, post = self._document.post_at(before), self._document.post_at(now)
        if last is None or post is None:
            return Memory()
        if last.author is not None and _is_short(last):
            self._left[last.author] = (self._numbers[last.span.start], memory)
        if post.author is None or not _is_short(post) or not _is_short(last) or last.author is None:
            return Memory()
        number = self._numbers[post.span.start]
        replies = self._numbers[last.span.start] == number - 1 and last.author != post.author
        if replies and memory.told and last.span.of(self._document.text).rstrip().endswith("?"):
            return memory.resumed(ASKED)
        left, own = self._left.get(post.author, (number, Memory()))
        same_day = _day(self._document.posts[left]) == _day(post)
        return own.resumed(OWN) if own.told and same_day and number - left <= NEAR else Memory()


def _is_short(post: Post) -> bool:
    return len(post.span) <= SHORT


def _day(post: Post) -> Interval | None:
    return None if post.dating is None else post.dating.interval
