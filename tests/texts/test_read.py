from pathlib import Path

import pytest

from texts.dating import Basis
from texts.document import Document
from texts.limits import Limits
from texts.read import documents_in
from texts.rejection import Reason, Rejection


def read(path: Path, **options: object) -> tuple[list[Document], list[Rejection]]:
    found = list(documents_in(path, **options))  # type: ignore[arg-type]  # options are those of documents_in
    return [it for it in found if isinstance(it, Document)], [it for it in found if isinstance(it, Rejection)]


def test_a_folder_gives_its_texts_in_order_of_name(tmp_path: Path) -> None:
    """README, LICENSE and hidden files are about the folder and are passed over."""
    for name in ("b.txt", "a.md", "README.md", "LICENSE", ".hidden.txt"):
        (tmp_path / name).write_text("Troops reached the bridge.")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "c.txt").write_text("Troops left the bridge.")

    documents, rejections = read(tmp_path)

    assert [it.name for it in documents] == ["a.md", "b.txt", "c.txt"]
    assert rejections == []


def test_the_manifest_tells_about_the_files_beside_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Troops reached the bridge.")
    (tmp_path / "corpus.csv").write_text(
        "file,title,publisher,published,published_basis,language\n"
        'a.txt,"Bridge, reached",The Gazette,2014-06-12/2014-06-13,inferred,en\n'
    )

    (document,), rejections = read(tmp_path)

    assert rejections == []
    assert (document.title, document.publisher) == ("Bridge, reached", "The Gazette")
    assert document.dating is not None
    assert (
        document.dating.edtf,
        document.dating.basis,
        document.dating.source,
    ) == ("2014-06-12/2014-06-13", Basis.INFERRED, "corpus.csv")
    assert document.posts[0].dating == document.dating


def test_front_matter_is_no_part_of_the_text(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: Bridge\ndate: 2014-06-12\n---\n\nTroops reached the bridge.\n")

    (document,), _ = read(tmp_path / "a.md")

    assert document.text == "Troops reached the bridge.\n"
    assert document.title == "Bridge"
    assert document.dating is not None


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("a.txt,last week", "corpus.csv:2: published: a date must be in EDTF"),
        ("a.txt", "corpus.csv:2: expected 2 columns, got 1"),
        ("b.txt,2014", "corpus.csv:2: there is no file 'b.txt' beside it"),
        ("../a.txt,2014", "corpus.csv:2: there is no file '../a.txt' beside it"),
    ],
)
def test_a_bad_row_of_the_manifest_is_told_and_its_file_read(tmp_path: Path, row: str, message: str) -> None:
    (tmp_path / "a.txt").write_text("Troops reached the bridge.")
    (tmp_path / "corpus.csv").write_text(f"file,published\n{row}\n")

    (document,), (rejection,) = read(tmp_path)

    assert document.name == "a.txt"
    assert rejection.reason is Reason.INVALID
    assert rejection.message.startswith(message)


@pytest.mark.parametrize(
    ("name", "content", "reason", "message"),
    [
        ("a.txt", b"", Reason.EMPTY, "a.txt: expected text, got none"),
        ("a.txt", b" \n\t\n", Reason.EMPTY, "a.txt: expected text, got none"),
        ("a.txt", bytes(range(256)) * 40, Reason.UNREADABLE, "a.txt: expected text, got a binary file"),
        ("a.txt", b"%PDF-1.7\n%more", Reason.UNREADABLE, "a.txt: expected text, got a binary file"),
        ("a.exe", b"MZ", Reason.UNSUPPORTED, "a.exe: files of this kind (.exe) are not read"),
        ("a.txt", b"x" * 2000, Reason.TOO_LARGE, "a.txt: a file may have 1,000 bytes, got 2,000"),
        ("a.txt", "город пал в четверг".encode(), Reason.UNSUPPORTED, "a.txt: expected English, got Cyrillic script"),
    ],
)
def test_a_bad_file_is_a_rejection_that_names_it(
    tmp_path: Path, name: str, content: bytes, reason: Reason, message: str
) -> None:
    """It is counted with its reason, and the file beside it is read all the same."""
    (tmp_path / name).write_bytes(content)
    (tmp_path / "z.txt").write_text("Troops reached the bridge.")

    documents, (rejection,) = read(tmp_path, limits=Limits(file_bytes=1000) if len(content) == 2000 else Limits())

    assert [it.name for it in documents] == ["z.txt"]
    assert (reason, message) == (rejection.reason, rejection.message)


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("Troops reached the bridge.")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "a.txt").symlink_to(outside)

    documents, (rejection,) = read(tmp_path / "folder")

    assert documents == []
    assert rejection.reason is Reason.UNSUPPORTED


def test_a_missing_path_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="there is no such file or folder"):
        list(documents_in(tmp_path / "nowhere"))


@pytest.mark.originals
def test_the_originals_are_read(originals: Path) -> None:
    """Five texts with their manifest; two are threads, and what their replies repeat is known for a quotation."""
    documents, rejections = read(originals)

    assert rejections == []
    assert len(documents) == 5
    assert all(it.dating is not None and it.publisher and it.title for it in documents)
    posts = [len(it.posts) for it in documents]
    assert posts[0] >= 2
    assert posts[1] >= 8
    assert posts[2:] == [1, 1, 1]
    assert [sum(len(post.quotations) for post in it.posts) for it in documents] == [0, 2, 0, 0, 0]
    assert all(it.furniture for it in documents)
