import json

import pytest

from views.lines import Request, answers_to


def echo(request: Request) -> dict[str, object]:
    return {"id": request.id, "spans": None if request.spans is None else len(request.spans)}


@pytest.mark.parametrize(
    ("line", "error"),
    [
        (b"not json", "expected a JSON object, got what is not JSON"),
        (b"[1]", "expected a JSON object, got list"),
        (b'{"id": 1}', 'expected a string in "text", got nothing'),
        (b'{"id": 1, "text": 5}', 'expected a string in "text", got int'),
        (b'{"id": 1, "text": "abc", "spans": [[0, 9]]}', "0 <= start <= end <= 3"),
        (b'{"id": 1, "text": "abc", "triggers": 7}', "expected a list of [start, end], got int"),
        (b'{"id": 1, "text": "abc", "published": 2014}', "expected a date or null"),
        (b'{"id": 1, "text": "\xff"}', "expected UTF-8, got the byte 0xff at 19"),
        (b"[" * 100_000, "expected a JSON object"),
    ],
)
def test_a_bad_line_keeps_its_place(line: bytes, error: str) -> None:
    """The line is answered with its number and what was wrong, and the next line is answered as usual."""
    bad, good = answers_to([line, b'{"id": "next", "text": ""}'], echo)

    assert error in (bad.error or "")
    assert (bad.error or "").startswith("line 1: ")
    assert bad.error == json.loads(bad.line)["error"]
    assert json.loads(good.line) == {"id": "next", "spans": None}


def test_a_bad_line_is_answered_under_its_own_id() -> None:
    """Where the id could be read, the error carries it."""
    (bad,) = answers_to([b'{"id": "a-7"}'], echo)

    assert json.loads(bad.line)["id"] == "a-7"


def test_text_without_a_utf8_form_survives() -> None:
    """A lone surrogate goes through as an escape."""
    (it,) = answers_to([b'{"id": "\\ud83d", "text": "\\ud83d"}'], echo)

    assert json.loads(it.line)["id"] == "\ud83d"
