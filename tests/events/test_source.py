"""What sort of source somebody is, and who hands it on."""

from __future__ import annotations

import pytest

from events.attribution import attributions_in
from events.source import source_chain, source_kind
from texts.document import Document, Post, Quotation, text_id
from texts.span import Span


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Iranian security sources", "anonymous"),
        ("an informed source", "anonymous"),
        ("a senior intelligence official", "anonymous"),
        ("people familiar with the matter", "anonymous"),
        ("Iranian officials", "organisation"),
        ("the defence ministry", "organisation"),
        ("a spokesman for the army", "person"),
        ("Colonel Musa Idris", "person"),
        ("General Musa", "person"),
        ("Reuters", "outlet"),
        ("the Kachin News Group", "outlet"),
        ("residents", "person"),
        ("a commander of the border police", "person"),
        ("a commander in the hills", "anonymous"),
        ("Tolo", "outlet"),
    ],
)
def test_kind_of_a_source(words: str, kind: str) -> None:
    """A source without a name or an office is anonymous; groups and offices are not."""
    assert kind == source_kind(words).value


def _document(text: str, *, posts: tuple[Post, ...] = (), publisher: str | None = None) -> Document:
    return Document(id=text_id(text), text=text, name="x", posts=posts, publisher=publisher)


def test_the_publisher_is_the_outermost_source() -> None:
    """The chain runs from who published the text to who is said to have seen it."""
    text = "Reuters reported that the army said that it had left Goma."
    start = text.index("left")
    document = _document(text, publisher="Morning Post")
    chain = source_chain(document, Span(start=start, end=start + 4), attributions_in(text))
    assert [source.text for source in chain] == ["Morning Post", "Reuters", "the army"]


def test_quoted_words_belong_to_the_author_of_the_quoted_post() -> None:
    """In a reply that quotes a post, the quoted part is its author's, the rest the replier's."""
    text = "They took Sirte.\nNo they did not."
    quoted = Quotation(span=Span(start=0, end=16), author="amal")
    post = Post(span=Span(start=0, end=len(text)), author="badr", quotations=(quoted,))
    document = _document(text, posts=(post,))
    assert [source.text for source in source_chain(document, Span(start=5, end=9), ())] == ["amal"]
    assert [source.text for source in source_chain(document, Span(start=25, end=28), ())] == ["badr"]


def test_whoever_tells_the_text_is_named_once() -> None:
    """Neither "I" nor a source that says the same a second time makes a further link of the chain."""
    text = "I think that the army, Reuters said, left Goma. Reuters reported that Reuters said that Bor fell."
    first, second = text.index("left"), text.index("fell")
    said = attributions_in(text)
    document = _document(text, posts=(Post(span=Span(start=0, end=len(text)), author="amal"),))
    assert "I" not in [it.text for it in source_chain(document, Span(start=first, end=first + 4), said)]
    chain = [it.text for it in source_chain(document, Span(start=second, end=second + 4), said)]
    assert len(chain) == len(set(chain)) > 1


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Riyadh, which leads the coalition, said that Saada was hit.", "hit", ["Riyadh"]),
        ("The Sumy Post, a local paper, said that Sumy was hit.", "hit", ["The Sumy Post"]),
        ("02:25 Central Command says it struck a radar in Yemen.", "struck", ["Central Command"]),
        ("State radio still says that Sumy was hit.", "hit", ["State radio"]),
        ("My mother heard on the radio that the army entered Hama.", "entered", ["My mother", "the radio"]),
        ("A friend heard from a guard that Sinjar fell.", "fell", ["A friend", "a guard"]),
        ("We heard that six priests were murdered in Suai.", "murdered", []),
        ("The Morning Post quoted IRNA: two drones were shot down over Natanz.", "shot", ["The Morning Post", "IRNA"]),
        ("Lt. Harmon heard from an ARVN major that the bridge at Hue was hit.", "hit", ["Lt. Harmon", "an ARVN major"]),
        ("Officers in Bor, who do not wish to be named, say that Goma was hit.", "hit", ["Officers in Bor"]),
        ("Goma is quiet, though Sgt. Bell swears there were shots near Goma.", "shots", ["Sgt. Bell"]),
        ("I don't believe the tales of Gori, my boss drove to Gori.", "drove", []),
        ("The Taliban boast that Ghazni has fallen.", "fallen", ["The Taliban"]),
        ("Villagers remember how the army burned Oradour.", "burned", ["Villagers"]),
        ("“They shelled Mullaitivu all night,” a survivor remembers.", "shelled", ["a survivor"]),
        ("According to the words of one officer, four tanks burned near Shusha.", "burned", ["one officer"]),
        ("Merowe was retaken by the army acc. to al-Hadath.", "retaken", ["al-Hadath"]),
        ("Ten tanks stood near Hostomel, satellite pictures showed.", "stood", ["satellite pictures"]),
        ("How many lorries reached Djibo nobody will say.", "reached", []),
        ("According to a nun quoted by La Croix, the band burned Bouar.", "burned", ["La Croix", "a nun"]),
        ("A sergeant quoted by Radio Bor alleged that Goma was hit.", "hit", ["Radio Bor", "A sergeant"]),
        ("The Red Cross said it left Goma, citing a nun.", "left", ["The Red Cross", "a nun"]),
        ("The army said it left Goma; a monitor, citing maps, spoke of Bor.", "left", ["The army"]),
        ("The army neither confirmed nor denied on Monday that Bor was hit.", "hit", ["The army"]),
        ("A report by the panel found that Chadian troops fought in Bouar.", "fought", ["A report by the panel"]),
        ("The mayor tweeted that Bor was hit; if so, a guard said, Goma is next.", "hit", ["The mayor"]),
        ("The ministry issued a statement. It said that Goma was hit.", "hit", ["The ministry"]),
        ("Nothing suggests that rebels entered Goma, a police chief said.", "entered", ["a police chief"]),
        ("Gunmen attacked and killed three farmers in Goma.", "killed", []),
        ("In Timbuktu Iyad ag Ghaly drove in with fifty vehicles.", "drove", []),
        ("What can be seen from the dam is fighting near Bor.", "fighting", []),
    ],
)
def test_the_chain_names_who_tells_and_nobody_else(text: str, trigger: str, expected: list[str]) -> None:
    start = text.index(trigger)
    chain = source_chain(_document(text), Span(start=start, end=start + len(trigger)), attributions_in(text))

    assert [source.text for source in chain] == expected
