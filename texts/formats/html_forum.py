"""Where the usual forum programs keep a post's author, day and words in their pages."""

from __future__ import annotations

from dataclasses import dataclass

_HAS = "contains(concat(' ', normalize-space(@class), ' '), ' {} ')"


def _has(name: str) -> str:
    return _HAS.format(name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """The pages of one forum program, as paths in its markup; the first path that finds something counts."""

    name: str
    post: str
    body: tuple[str, ...]
    author: tuple[str, ...]
    day: tuple[str, ...]
    """gives a date in ISO 8601, seconds or milliseconds since 1970, or words"""


FORMS = (
    Form(
        name="XenForo 2",
        post=f"//article[@data-author and {_has('message')}]",
        body=(f".//*[{_has('bbWrapper')}]",),
        author=("./@data-author",),
        day=(".//header//time/@datetime", ".//time/@datetime"),
    ),
    Form(
        name="XenForo 1",
        post=f"//li[@data-author and {_has('message')}]",
        body=(f".//*[{_has('messageText')}]", f".//*[{_has('messageContent')}]"),
        author=("./@data-author",),
        day=tuple(f".//*[{_has('DateTime')}]/@{name}" for name in ("data-time", "title", "data-datestring")),
    ),
    Form(
        name="phpBB",
        post=f"//div[{_has('post')} and .//*[{_has('author')}]]",
        body=(f".//*[{_has('content')}]",),
        author=(
            f".//*[{_has('username')} or {_has('username-coloured')}]",
            f".//*[{_has('author')}]//strong",
        ),
        day=(f".//*[{_has('author')}]//time/@datetime", f".//*[{_has('author')}]"),
    ),
    Form(
        name="vBulletin 4",
        post=f"//li[{_has('postcontainer')}]",
        body=(f".//*[{_has('postcontent')}]", f".//*[{_has('content')}]"),
        author=(f".//*[{_has('username')}]",),
        day=(f".//*[{_has('postdate')}]", f".//*[{_has('date')}]"),
    ),
    Form(
        name="vBulletin 3",
        post="//table[starts-with(@id, 'post') and .//*[starts-with(@id, 'post_message_')]]",
        body=(".//*[starts-with(@id, 'post_message_')]",),
        author=(f".//*[{_has('bigusername')}]",),
        day=(f".//td[{_has('thead')}]",),
    ),
    Form(
        name="vBulletin 5",
        post=f"//li[{_has('b-post')} and .//*[{_has('js-post__content-text')}]]",
        body=(f".//*[{_has('js-post__content-text')}]",),
        author=(".//*[@itemprop='author']//*[@itemprop='name']", f".//*[{_has('author')}]"),
        day=(".//time/@datetime",),
    ),
    Form(
        name="Discourse",
        post="//article[@data-post-id or @data-user-id]",
        body=(f".//*[{_has('cooked')}]",),
        author=(
            f".//*[{_has('names')}]//*[@data-user-card]/@data-user-card",
            ".//*[@data-user-card]/@data-user-card",
            f".//*[{_has('username')}]",
        ),
        day=(f".//*[{_has('relative-date')}]/@data-time", ".//time/@datetime"),
    ),
    Form(
        name="Discourse without scripts",
        post=f"//*[{_has('crawler-post')}]",
        body=(".//*[@itemprop='text']",),
        author=(".//*[@itemprop='author']//*[@itemprop='name']", f".//*[{_has('creator')}]"),
        day=(".//time/@datetime",),
    ),
    Form(
        name="Invision",
        post=f"//article[{_has('ipsComment')} and .//*[{_has('ipsComment_author')}]]",
        body=(".//*[@data-role='commentContent']", f".//*[{_has('ipsType_richText')}]"),
        author=(
            f".//*[{_has('cAuthorPane_author')}]//a",
            f".//*[{_has('cAuthorPane_author')}]",
            f".//*[{_has('ipsComment_author')}]//a[normalize-space()]",
        ),
        day=(f".//*[{_has('ipsComment_meta')}]//time/@datetime", ".//time/@datetime"),
    ),
)
"""The programs whose pages are read, those with the plainest signs first."""

WRAPPERS = frozenset({"messageText", "postcontent"})
"""Classes of elements that are written as quotations and hold a post's own words."""

QUOTATIONS = frozenset({"bbCodeBlock--quote", "bbCodeQuote", "quote", "bbcode_quote", "ipsQuote"})
"""Classes of elements that hold somebody else's words; so do `blockquote`s and, in vBulletin 3, cells within a post."""

QUOTED_AUTHOR = (
    "./@data-quote",
    "./@data-author",
    "./@data-username",
    "./@data-ipsquote-username",
    f"./*/*[{_has('bbcode_postedby')}]//strong | ./*[{_has('bbcode_postedby')}]//strong",
    "./div/cite//a[normalize-space()] | ./cite//a[normalize-space()]",
    "./div/cite | ./cite",
    "./self::td/div[1]/strong[1]",
)
"""Who is quoted, where the page says so."""

LABELS = frozenset(
    {
        "attribution",
        "bbCodeBlock-expandLink",
        "bbCodeBlock-title",
        "bbcode_postedby",
        "ipsQuote_citation",
        "quoteExpand",
        "quote-controls",
    }
)
"""Classes of elements that say who is quoted, or offer to show more: the program's words, nobody's."""
