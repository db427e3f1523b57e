"""The index of the gazetteer: building, reading, and the cache."""

from __future__ import annotations

import errno
import multiprocessing
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from geo.gazetteer import Gazetteer, cache_path, open_gazetteer, write_atomically
from geo.index import Index, Name
from geo.index_build import build
from geo.keys import keys_of
from geo.world import Row

ROOT = Path(__file__).resolve().parents[2]


def row(name: str, **given: object) -> Row:
    known: dict[str, object] = {
        "id": f"gn:{len(name)}", "code": "PPL", "lon": 44.0, "lat": 33.0, "country": "IQ", "admin1": "IQ-BG",
        "population": 0, "geonameid": len(name), "radius_km": 1.0,
    }  # fmt: skip
    return Row(name=name, names=(name,), **{**known, **given})  # type: ignore[arg-type]  # a test's shorthand


def opened(tmp_path: Path, *rows: Row) -> Index:
    path = tmp_path / "index"
    write_atomically(path, build(rows))
    return Index(path)


def test_every_key_of_every_name_is_found(tmp_path: Path) -> None:
    """What goes in comes out, under each of its keys."""
    names = ["Mosul", "al-Tanf", "Dara'a", "كركوك", "Coeur d'Alene", "Şanlıurfa", "New York City"]
    index = opened(tmp_path, *(row(name) for name in names))
    for number, name in enumerate(names):
        for key in keys_of(name):
            assert (number, Name.OWN) in index.postings(index.find(key))


def test_a_name_that_is_not_there_is_not_found(tmp_path: Path) -> None:
    """Neither a stranger nor the first word of a longer name is a name."""
    index = opened(tmp_path, row("New York City"))
    assert index.find("mosul") == -1
    assert index.postings(index.find("new")) == []


def test_an_empty_gazetteer_has_no_names(tmp_path: Path) -> None:
    """Nothing in, nothing out, and nothing breaks."""
    assert opened(tmp_path).find("mosul") == -1


def test_the_more_prominent_place_comes_first(tmp_path: Path) -> None:
    """Of two places of one name the larger one leads."""
    index = opened(tmp_path, row("Tikrit", population=10), row("Tikrit", population=100_000))
    assert [place for place, _ in index.postings(index.find("tikrit"))] == [1, 0]


def test_a_torn_file_is_refused(tmp_path: Path) -> None:
    """An index of another version or half an index is not read."""
    path = tmp_path / "index"
    write_atomically(path, build([row("Mosul")]))
    content = path.read_bytes()
    path.write_bytes(b"DLGAZ001" + content[8:])
    with pytest.raises(ValueError, match="expected an index of this version"):
        Index(path)
    path.write_bytes(content[:-100])
    with pytest.raises(ValueError, match=r"expected \d+ bytes"):
        Index(path)


def _write(path: Path) -> None:
    write_atomically(path, build([row("Mosul")]))


def test_two_processes_that_build_at_once_leave_one_whole_index(tmp_path: Path) -> None:
    """Whoever is last wins, and no half file is ever there."""
    path = tmp_path / "index"
    context = multiprocessing.get_context("spawn")
    builders = [context.Process(target=_write, args=(path,)) for _ in range(2)]
    for builder in builders:
        builder.start()
    for builder in builders:
        builder.join(60)
    assert Index(path).find("mosul") >= 0
    assert [path] == list(tmp_path.iterdir())


def test_the_cache_changes_with_its_inputs(tmp_path: Path) -> None:
    """A changed row of one's own gazetteer means another index."""
    path = tmp_path / "own.csv"
    path.write_text("a", encoding="utf-8")
    first = cache_path((path,))
    assert first == cache_path((path,))
    path.write_text("b", encoding="utf-8")
    assert first != cache_path((path,))


def test_an_entry_of_ones_own_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A theatre is one more CSV; its entry stands before the world's of that name."""
    monkeypatch.setattr(
        "geo.world.rows", lambda: iter([row("Springfield", population=10_000, country="US", lon=-90.0)])
    )
    monkeypatch.setattr("platformdirs.user_cache_path", lambda _: tmp_path)
    path = tmp_path / "own.csv"
    path.write_text("id,title,fclasses,lon,lat,feature_code\ndl:x,Springfield,P,43.7,34.6,PPL\n", encoding="utf-8")
    gazetteer: Gazetteer = open_gazetteer(curated=(path,))
    assert gazetteer.places_named("Springfield")[0].id == "dl:x"


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A gazetteer of one place, and the cache folder that it is kept in."""
    monkeypatch.setattr("geo.gazetteer._built", lambda *_, **__: build([row("Mosul")]))
    monkeypatch.setattr("platformdirs.user_cache_path", lambda name: tmp_path / "cache" / name)
    return tmp_path / "cache"


@pytest.mark.parametrize("size", [0, 4, 20, 100, -100])
def test_a_torn_index_in_the_cache_is_built_anew(small: Path, size: int) -> None:
    """A full disk or a machine that lost its power costs ten seconds and not the program."""
    open_gazetteer()
    (path,) = (small / "dateline").iterdir()
    whole = path.read_bytes()
    path.write_bytes(whole[:size])
    assert open_gazetteer().places_named("Mosul")
    assert whole == path.read_bytes()


def test_a_cache_folder_that_cannot_be_written_to_costs_time_alone(small: Path) -> None:
    """The index is built in memory, and the warning says why and what helps."""
    small.write_text("a file where a folder should be")
    with pytest.warns(UserWarning, match=r"cannot be kept in .*dateline \(Not a directory\); XDG_CACHE_HOME"):
        found = open_gazetteer()
    assert found.places_named("Mosul")


def test_a_disk_that_fills_up_amid_the_index_leaves_nothing(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It serves from memory this time, and is kept as soon as there is room."""

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as context:
        context.setattr("os.fsync", full)
        with pytest.warns(UserWarning, match=r"cannot be kept in .*dateline \(No space left on device\)"):
            assert open_gazetteer().places_named("Mosul")
    assert list((small / "dateline").iterdir()) == []
    assert open_gazetteer().places_named("Mosul")
    assert len(list((small / "dateline").iterdir())) == 1


STARTS = """
import os, signal, sys
from geo import gazetteer
from geo.index_build import build
from tests.geo.test_index import row
def built(*_, **__):
    print("builds", flush=True)
    return build([row("Mosul")])
gazetteer._built = built
if len(sys.argv) > 1:
    os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)
print(len(gazetteer.open_gazetteer(progress=True).places_named("Mosul")), flush=True)
"""


def starts(cache: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", STARTS, *arguments],
        cwd=ROOT, env={**os.environ, "XDG_CACHE_HOME": str(cache)}, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip


def test_of_two_processes_that_start_on_an_empty_cache_one_builds(tmp_path: Path) -> None:
    """The other waits for it and opens what it built."""
    with starts(tmp_path) as one, starts(tmp_path) as other:
        told = sorted(it.communicate()[0].split() for it in (one, other))
    assert told == [["1"], ["builds", "1"]]
    assert len(list((tmp_path / "dateline").iterdir())) == 1


def test_one_that_was_killed_amid_the_writing_is_not_waited_for(tmp_path: Path) -> None:
    """What it left half written is removed."""
    with starts(tmp_path, "dies") as killed:
        killed.communicate()
    assert killed.returncode == -signal.SIGKILL
    assert sorted(it.suffix for it in (tmp_path / "dateline").iterdir()) == [".lock", ".part"]
    with starts(tmp_path) as following:
        assert following.communicate()[0].split() == ["builds", "1"]
    assert [it.suffix for it in (tmp_path / "dateline").iterdir()] == [".index"]


def test_an_index_that_is_there_is_read_from_a_folder_that_may_only_be_read(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a lock, and without a word."""
    open_gazetteer()
    monkeypatch.setattr("geo.gazetteer.turn", lambda *_, **__: pytest.fail("nothing is to be made"))
    assert open_gazetteer().places_named("Mosul")
    assert len(list((small / "dateline").iterdir())) == 1
