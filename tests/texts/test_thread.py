import pytest

from texts.document import Post
from texts.thread import posts_in

LONG = "The bridge over the river was reached by two battalions in the early morning."


def cut(text: str, about: str | None = None) -> list[tuple[str | None, str]]:
    return [(post.author, post.span.of(text).strip()) for post in posts_in(text, about=about)]


@pytest.mark.parametrize(
    "head",
    [
        "{}, 12 June 2014, 18:20",
        "{} • Jun 12, 2014",
        "by {} » Thu Jun 12, 2014 5:12 pm",
        "Post by {} » Thu Jun 12, 2014 5:12 pm",
        "Posted by {} on 2014-06-12",
        "{} wrote on June 12th, 2014:",
        "{} | 12/06/2014 18:20",
        "#211 | {} | 12 Jun 2014, 18:20",
        "**{}** — 12/06/2014 18:20",
        "⚡️ {} | 12 June, 18:20",
        "{}, [12.06.2014 18:20]",
        "{}\nPosted: Thu Jun 12, 2014 5:12 pm",
        "{}\nSenior Member\nPosted on 12 June 2014 18:20",
    ],
)
def test_heads_with_author_and_date_begin_posts(head: str) -> None:
    text = "\n\n".join(f"{head.format(author)}\n{LONG} Says {author}." for author in ("ali_x", "zed 9"))

    assert [author for author, _ in cut(text)] == ["ali_x", "zed 9"]


def test_numbered_posts_with_a_user_box_begin_at_the_box() -> None:
    box = "{}\nSENIOR MEMBER\nJoined\nJan 1, 2010\nMessages\n1,234\nJun 13, 2014\n#{}\n" + LONG + " {}\n"
    text = box.format("ali", 1, "one") + box.format("zed", 2, "two")

    assert [author for author, _ in cut(text)] == ["ali", "zed"]


def test_numbered_posts_with_a_user_box_below_begin_at_the_stamp() -> None:
    """As a page of vBulletin looks when it is copied."""
    box = (
        "06-{}-2014, 06:20 PM\n#{}\n{}\nSenior Member\nJoin Date: Jan 2010\nPosts: 1,234\n" + LONG + " {}\nSo it is.\n"
    )
    text = box.format(12, 1, "ali", "one") + box.format(13, 2, "zed", "two")

    assert [author for author, _ in cut(text)] == ["ali", "zed"]
    assert [words.partition(",")[0] for _, words in cut(text)] == ["06-12-2014", "06-13-2014"]


def test_an_article_is_one_post() -> None:
    """Paragraphs, a dateline and a single dated line make no thread."""
    text = f"Bridge reached\n\nBAGHDAD, 12 June 2014\n\n{LONG}\n{LONG} Again.\n\n{LONG} Once more."

    assert len(posts_in(text)) == 1


def test_a_forum_menu_around_the_text_makes_it_a_thread() -> None:
    """A paragraph without the blank line that stands between all others is somebody else's."""
    text = f"What's new\n\nThe bridge\n\n{LONG}\n\nSo it is said.\nI doubt that it was.\n\nTop Bottom"

    posts = cut(text)

    assert len(posts) == 2
    assert posts[1][1].startswith("I doubt")


def test_what_a_reply_repeats_is_a_quotation_of_its_author() -> None:
    text = f"ali, 12 June 2014, 18:20\n{LONG}\n\nzed, 12 June 2014, 19:00\n{LONG}\n\nNobody crossed it."
    quotations = [(it.author, it.span.of(text)) for post in posts_in(text) for it in post.quotations]

    assert quotations == [("ali", LONG)]


def test_an_expanded_quotation_ends_where_it_says() -> None:
    text = f"ali, 12 June 2014\nYes.\n\nzed, 12 June 2014\nali said:\n{LONG} Or so.\nClick to expand...\nNo."
    (quotation,) = posts_in(text)[1].quotations

    assert quotation.author == "ali"
    assert quotation.span.of(text) == f"ali said:\n{LONG} Or so.\nClick to expand..."


def test_posts_cover_the_text_without_a_gap() -> None:
    """Every character belongs to exactly one post."""
    text = f"Menu\n\nali, 12 June 2014\n{LONG}\n\nzed, 13 June 2014\nNo."
    posts = posts_in(text)

    assert [0, *(post.span.end for post in posts)] == [*(post.span.start for post in posts), len(text)]


@pytest.mark.parametrize("text", ["\n" * 300_000, "> " * 300_000, "ali, " * 200_000, "a\n" * 300_000, "#1\n" * 200_000])
def test_long_monotonous_texts_are_cut_in_linear_time(text: str) -> None:
    """Nothing to assert but that it ends: the suite's time shows a slow one."""
    assert isinstance(posts_in(text, about="forum"), tuple)
    assert all(isinstance(post, Post) for post in posts_in(text))


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("On Sat, Jun 14, 2014, Omar Said wrote:\n> Tikrit fell.\n\nNo.", "Omar Said"),
        ("On 14 June 2014 at 9:12, Omar <omar@example.org> wrote:\n> Tikrit fell.\nNo.", "Omar"),
        ("I doubt it.\n> Posted by mike_k: Tikrit fell.\nWhy?", "mike_k"),
        ("> Originally posted by mike_k\n> Tikrit fell.\nWhy?", "mike_k"),
        ("> Tikrit fell.\nWhy?", None),
    ],
)
def test_a_single_text_keeps_whose_words_it_quotes(text: str, author: str | None) -> None:
    """A letter or a post that stands alone quotes as one in a thread does."""
    (post,) = posts_in(text)
    (quotation,) = post.quotations

    assert quotation.author == author
    assert "Tikrit fell." in quotation.span.of(text)
    assert "No." not in quotation.span.of(text)


@pytest.mark.parametrize(
    ("first", "second"),
    [("u/ali_x: ", "u/zed: "), ("<ali_x> ", "<zed> "), ("@ali_x: ", "@zed: "), ("/u/ali_x ", "u/zed ")],
)
def test_handles_at_the_head_of_lines_begin_posts(first: str, second: str) -> None:
    """In copies of chats the author and the words share a line, and no day is told."""
    authors = [author for author, _ in cut(f"{first}Tikrit fell.\nToday.\n{second}No it did not.\n")]

    assert [author.lstrip("@") if author else None for author in authors] == ["ali_x", "zed"]


def test_a_line_that_names_a_handle_is_no_post() -> None:
    assert cut("Thanks to u/ali_x and @zed: they wrote this.\nTikrit fell.") == [
        (None, "Thanks to u/ali_x and @zed: they wrote this.\nTikrit fell.")
    ]


def test_tags_of_a_quotation_keep_its_author() -> None:
    text = f'ali, 12 June 2014\n{LONG}\n\nzed, 13 June 2014\n[quote="ali"]{LONG[:40]}[/quote]\nNo.'
    ((quotation,),) = [post.quotations for post in posts_in(text) if post.quotations]

    assert quotation.author == "ali"
    assert quotation.span.of(text) == f'[quote="ali"]{LONG[:40]}[/quote]'


@pytest.mark.parametrize("stamp", ["Aug 20", "20 Aug 2011", "2h", "Aug 20, 2011 18:40"])
def test_short_posts_in_a_row_are_of_their_handles(stamp: str) -> None:
    text = f"@amal_t · {stamp}\nShots at the port.\n\nBo Writes (@bo.w) · {stamp}\nQuiet here."

    assert [author for author, _ in cut(text)] == ["@amal_t", "@bo.w"]


def test_letters_of_a_mailing_list_are_posts_of_those_who_wrote_them() -> None:
    text = (
        'From: "Ana K." <ana@one.example>\nSubject: Re: the bridge\nDate: 2 May 1999\n\nBo wrote:\n'
        ">> The bridge still stands.\n\nIt was hit.\n\nFrom: bo@two.example\nDate: 3 May 1999\n\nOnly scratched."
    )
    first, second = posts_in(text)

    assert (first.author, second.author) == ("Ana K.", "bo")
    assert [(it.author, it.span.of(text)) for it in first.quotations] == [("Bo", ">> The bridge still stands.")]


def test_a_line_of_a_report_with_a_day_and_no_hour_heads_no_post() -> None:
    text = f"Kabul, 12 June\n{LONG}\n\nHerat, 13 June\n{LONG} Again."

    assert len(posts_in(text)) == 1
