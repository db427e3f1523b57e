import io
import json
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from cli import main, parser
from events.store import Store
from ui.excerpt import setting_label

ROOT = Path(__file__).resolve().parent.parent
COMMANDS = (
    "locate",
    "timex",
    "attribute",
    "movements",
    "read",
    "ingest",
    "export",
    "brief",
    "serve",
    "check",
    "backup",
)
TEXT = "The mayor said that troops from Baghdad reached Tikrit on Thursday. Rebels shelled Mosul on Wednesday."


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("texts")
    (folder / "a.md").write_text(f"---\npublished: 2014-06-13\n---\n{TEXT}\n")
    path = tmp_path_factory.mktemp("stores") / "s.sqlite"
    assert main(["ingest", str(folder), "--store", str(path)]) == 0
    return path


def lines_of(
    monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes], command: list[str], content: bytes
) -> tuple[int, list[dict[str, object]], str]:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    code = main(command)
    out, err = capsysbinary.readouterr()
    return code, [json.loads(line) for line in out.splitlines()], err.decode()


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main([command, "--help"])

    assert stop.value.code == 0
    assert f"dateline {command}" in capsys.readouterr().out.split("Example:")[1]


def test_no_command_is_without_a_test() -> None:
    assert set(COMMANDS) == set(next(it.choices for it in parser()._actions if it.dest == "command") or ())


@pytest.mark.parametrize("command", [[], ["fly"], ["export"], ["ingest", "--store", "s"]])
def test_what_is_no_command_is_a_usage_error(command: list[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(command)

    assert stop.value.code == 2


@pytest.mark.parametrize(
    ("command", "answer"),
    [("locate", "toponyms"), ("timex", "timex"), ("attribute", "attr"), ("movements", "events"), ("read", "claims")],
)
def test_a_filter_answers_line_by_line(
    command: str, answer: str, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """A bad line is answered in its place and told on standard error; the exit code says that there was one."""
    good = json.dumps({"id": "é", "text": TEXT, "dct": "2014-06-13", "published": "2014-06-13"}).encode()
    code, lines, err = lines_of(monkeypatch, capsysbinary, [command], good + b"\nnonsense\n" + good + b"\n")

    assert code == 1
    assert [line["id"] for line in lines] == ["é", None, "é"]
    assert lines[0] == lines[2]
    assert lines[0][answer]
    assert f"dateline {command}: line 2: expected a JSON object" in err


def test_offsets_are_those_of_the_text(
    monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """Code points, end exclusive, beyond the basic plane too."""
    text = "🛰️ " + TEXT
    request = json.dumps({"id": 1, "text": text, "published": "2014-06-13"}).encode()
    _, (line,), _ = lines_of(monkeypatch, capsysbinary, ["read"], request)
    excerpts = [claim["excerpt"] for claim in line["claims"]]  # type: ignore[attr-defined]  # JSON

    assert excerpts
    assert all(it["text"] == text[it["start"] : it["end"]] for it in excerpts)


def test_read_takes_files_and_says_what_it_could_not_read(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text("")
    code = main(["read", str(tmp_path), str(tmp_path / "none.txt")])
    out, err = capsysbinary.readouterr()

    assert code == 1
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["a.txt", "b.txt"]
    assert b"b.txt: expected text, got none" in err
    assert b"none.txt: there is no such file or folder" in err


def test_an_export_holds_what_passes_the_filters(store: Path, tmp_path: Path) -> None:
    out = tmp_path / "claims.geojson"
    command = ["export", "--store", str(store), "--format", "geojson", "-o", str(out), "--place", "tikrit"]

    assert main(command) == 0
    features = json.loads(out.read_bytes())["features"]
    assert features
    assert all("Tikr" in it["properties"]["places"] for it in features)
    assert [out] == list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["--from", "soon"], 2, "--from: expected a day as in 2014-06-12, got 'soon'"),
        (["--kind", "rumour"], 2, "--kind: expected one of movement"),
        (["-o", "/nonexistent/x.csv"], 1, "No such file or directory"),
    ],
)
def test_an_export_that_cannot_be_says_why(
    store: Path, arguments: list[str], code: int, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert code == main(["export", "--store", str(store), "--format", "csv", *arguments])
    assert message in capsys.readouterr().err


def test_a_missing_store_is_input_trouble(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = str(tmp_path / "none.sqlite")

    assert main(["export", "--store", missing, "--format", "csv"]) == 1
    assert main(["serve", "--store", missing, "--port", str(free_port())]) == 1
    assert capsys.readouterr().err.count("there is no store") == 2


def test_serve_says_that_the_port_is_taken(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        assert main(["serve", "--store", str(store), "--port", str(port)]) == 1
    assert f"port {port} is taken" in capsys.readouterr().err


def test_serve_takes_a_store_or_files_but_not_both(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--store", str(store), "some.txt"]) == 2
    assert "not both" in capsys.readouterr().err


def test_a_filter_answers_before_the_next_line_comes_and_leaves_quietly() -> None:
    """Callers speak with it line by line; no traceback where they stop listening."""
    with subprocess.Popen(
        [sys.executable, "-m", "cli", "attribute"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        assert child.stderr is not None
        for number in range(2):
            child.stdin.write(json.dumps({"id": number, "text": TEXT}).encode() + b"\n")
            child.stdin.flush()
            assert number == json.loads(child.stdout.readline())["id"]
        child.stdout.close()
        child.stdin.write(json.dumps({"id": 2, "text": TEXT}).encode() + b"\n")
        child.stdin.close()
        errors = child.stderr.read()
    assert errors == b""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.mark.parametrize("form", ["geojson", "csv"])
def test_an_export_comes_back(store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str) -> None:
    """Into another store, and out of it again with the same claims."""
    out, back, again = tmp_path / f"a.{form}", tmp_path / "back.sqlite", tmp_path / f"b.{form}"
    assert main(["export", "--store", str(store), "--format", form, "-o", str(out)]) == 0
    assert main(["ingest", str(out), "--store", str(back)]) == 0
    assert "1 texts known by excerpts alone" in capsys.readouterr().out
    assert main(["export", "--store", str(back), "--format", form, "-o", str(again)]) == 0

    def claims(path: Path) -> object:
        return path.read_bytes() if form == "csv" else json.loads(path.read_bytes())["features"]

    assert claims(out) == claims(again)
    assert claims(out)


def test_a_store_is_checked_and_copied(store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = tmp_path / "copy.sqlite"

    assert main(["check", str(store)]) == 0
    assert main(["backup", str(store), str(copy)]) == 0
    capsys.readouterr()
    assert main(["check", str(copy)]) == 0
    assert "Runs that filled it: 1" in capsys.readouterr().out
    assert main(["backup", str(store), str(copy)]) == 1
    assert "something under this name already" in capsys.readouterr().err


def test_what_was_left_out_is_listed_with_its_reason(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line each, whatever the name of the file; and which encodings are guesses."""
    folder, store = tmp_path / "texts", tmp_path / "s.sqlite"
    folder.mkdir()
    (folder / "a\x1b[2J.txt").write_text("")
    (folder / "b.txt").write_bytes("The governor’s office said nothing of it.".encode("cp1252"))
    assert main(["ingest", str(folder), "--store", str(store)]) == 0
    assert "dateline check" in capsys.readouterr().out
    assert main(["check", str(store), "--left-out"]) == 0
    told = capsys.readouterr().out

    assert "empty: a\\x1b[2J.txt: expected text, got none\n" in told
    assert "encoding in doubt: b.txt: not UTF-8 (byte 0x92 at 12); it looks like cp1252\n" in told


@pytest.mark.parametrize(
    ("content", "message"),
    [(None, "none.csv"), ("id,title\nx\n", "none.csv"), ("\0\1", "none.csv")],
    ids=["missing", "broken", "binary"],
)
def test_a_missing_or_broken_gazetteer_is_named(
    tmp_path: Path, content: str | None, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "none.csv"
    if content is not None:
        file.write_text(content)
    (tmp_path / "a.txt").write_text(TEXT)
    command = ["ingest", str(tmp_path / "a.txt"), "--store", str(tmp_path / "s.sqlite"), "--gazetteer", str(file)]

    assert main(command) == 1
    assert message in capsys.readouterr().err


AMBIGUOUS = "Rebels shelled Tripoli on Wednesday."


@pytest.mark.parametrize(
    ("options", "fields", "country"),
    [
        ([], {}, "LY"),
        (["--theatre", "LB, SY"], {}, "LB"),
        (["--theatre=34.9,33,37,35"], {}, "LB"),
        (["--home", "Beirut"], {}, "LB"),
        ([], {"theatre": "LB"}, "LB"),
        ([], {"home": "Beirut"}, "LB"),
        ([], {"publisher": "Beirut Observer"}, "LB"),
        (["--theatre", "LY"], {"theatre": "LB"}, "LY"),
    ],
)
def test_a_theatre_or_a_home_decides_what_a_name_means(
    options: list[str],
    fields: dict[str, str],
    country: str,
    monkeypatch: pytest.MonkeyPatch,
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    """Set by an option for all texts, or by a request for its own; the option wins."""
    request = json.dumps({"id": 1, "text": AMBIGUOUS, **fields}).encode()
    _, (located,), _ = lines_of(monkeypatch, capsysbinary, ["locate", *options], request)
    _, (read,), _ = lines_of(monkeypatch, capsysbinary, ["read", *options], request)
    (toponym,) = located["toponyms"]  # type: ignore[misc]  # JSON
    (claim,) = read["claims"]  # type: ignore[misc]  # JSON

    assert (toponym["lat"] > 34) == (country == "LB")
    assert claim["places"][0]["lat"] == toponym["lat"]


def test_what_is_not_understood_of_a_theatre_is_a_usage_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(AMBIGUOUS)
    code = main(["read", str(tmp_path), "--theatre", "QQ", "--home", "Zzzyx"])

    assert code == 2
    assert (
        "--home: the name of a place or lon,lat expected, got 'Zzzyx'; --theatre: a country's"
        in capsys.readouterr().err
    )


def test_a_store_keeps_by_which_theatre_a_text_was_read(tmp_path: Path) -> None:
    """From `corpus.csv` for one text, from front matter for another, from the option for the rest."""
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "a.txt").write_text("Rebels shelled Tripoli on Monday.")
    (folder / "b.md").write_text("---\nhome: Beirut\n---\nRebels shelled Tripoli on Tuesday.")
    (folder / "c.txt").write_text("Rebels shelled Tripoli on Wednesday.")
    (folder / "corpus.csv").write_text("file,theatre\na.txt,LB; SY\n")
    for name, option in (("s", []), ("t", ["--theatre", "LY"])):
        assert main(["ingest", str(folder), "--store", str(tmp_path / name), *option]) == 0
    with Store.open(tmp_path / "s") as store, Store.open(tmp_path / "t") as other:
        found = {it.publication.name: it for it in store.claims()}
        said = {name: (it.publication.theatre, it.publication.home) for name, it in found.items()}
        assert said == {"a.txt": ("LB; SY", None), "b.md": (None, "Beirut"), "c.txt": (None, None)}
        assert [found[name].claim.places[0].place.country for name in sorted(found)] == ["LB", "LB", "LY"]
        assert "in the theatre that was set: LB, SY" in found["a.txt"].claim.places[0].reason
        assert store.document(found["a.txt"].publication.id).theatre == "LB; SY"
        assert setting_label(found["a.txt"].publication) == "theatre LB; SY"
        assert setting_label(found["c.txt"].publication) is None
        assert {it.publication.theatre for it in other.claims()} == {"LY"}


def test_an_ingest_shows_how_far_it_is_on_a_terminal_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files done, time left, rate and claims so far; nothing of it where the output is kept in a file."""
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "a.txt").write_text("Rebels shelled Mosul on Monday.")
    (folder / "b.txt").write_text("Troops fled to Erbil.")
    shown = {}
    for shows in (True, False):
        screen = io.StringIO()
        monkeypatch.setattr(screen, "isatty", lambda shows=shows: shows)
        monkeypatch.setattr(sys, "stderr", screen)
        assert main(["ingest", str(folder), "--store", str(tmp_path / f"{shows}.sqlite")]) == 0
        shown[shows] = screen.getvalue()

    assert "2/2" in shown[True]
    assert "file/s" in shown[True]
    assert "claims=" in shown[True]
    assert shown[False] == ""
