"""`dateline serve`: the page in the browser."""

from __future__ import annotations

import argparse
import atexit
import hashlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import platformdirs

from views.terminal.command import (
    INPUT_TROUBLE,
    OK,
    Commands,
    UsageError,
    about_of,
    add_gazetteer,
    add_store,
    add_whereabouts,
    command,
    complain,
)
from views.terminal.ingest import fill

ROOT = Path(__file__).resolve().parent.parent.parent
"""The folder of app.py."""

SAMPLE = ROOT / "data" / "corpus"
"""What is shown where nothing is named."""

HOST = "127.0.0.1"
PORT = 8501


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = command(
        commands,
        "serve",
        run,
        about="open the map over a store, over files and folders, or over the sample corpus",
        example="dateline serve reports/",
    )
    parser.add_argument("paths", type=Path, nargs="*", metavar="PATH", help="files and folders to read first")
    add_store(parser, required=False)
    parser.add_argument("--port", type=int, default=PORT, help=f"where the page is served (default {PORT})")
    add_whereabouts(parser)
    add_gazetteer(parser)


def run(options: argparse.Namespace) -> int:
    """Serve the page until it is stopped."""
    if options.store is not None and options.paths:
        raise UsageError("give either --store or files, not both; dateline ingest brings files into a store")
    if not 0 < options.port < 65536:
        raise UsageError(f"--port: expected a number from 1 to 65535, got {options.port}")
    if is_taken(options.port):
        complain(options, f"port {options.port} is taken, perhaps by another Dateline; choose one with --port")
        return INPUT_TROUBLE
    about_of(options)  # what is not understood is said before the page is there
    store = options.store or cached_store(options.paths or [SAMPLE], options)
    if not store.is_file():
        raise FileNotFoundError(f"{store}: there is no store; make one with: dateline ingest PATH... --store {store}")
    print(f"Dateline is at http://{HOST}:{options.port} (stop it with Ctrl-C)", flush=True)
    # a supervisor ends this program with SIGTERM: the page must not outlive it
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    page = subprocess.Popen(_start(store, options), cwd=ROOT)  # noqa: S603 - this program's own page
    try:
        return OK if page.wait() == 0 else INPUT_TROUBLE
    except KeyboardInterrupt:
        page.terminate()
        page.wait()
        return OK


def cached_store(paths: list[Path], options: argparse.Namespace) -> Path:
    """Return a store with the texts at `paths`, made in the user's cache folder where it is not there yet.

    Of several that start at once one makes it; the others say whom they wait for.

    Raises
    ------
    StoreError
        If the folder has no room for it.
    """
    from events.store import Store, StoreError
    from geo.turn import own_folder, turn

    name = f"{contents_key(paths, options)}.sqlite"
    path = platformdirs.user_cache_path("dateline") / "stores" / name
    if _is_there(path):
        return path
    path = _writable(path.parent) / name
    with turn(path, say=_say):
        if not _is_there(path):  # whoever had the turn before may have made it
            # it takes its name when it is whole
            with own_folder(path.parent, prefix="filling-") as folder:
                growing = folder / path.name
                try:
                    with Store.open(growing) as store:
                        fill(store, paths, options)
                except StoreError as error:
                    why = str(error).removeprefix(f"{growing}: ").partition(";")[0]
                    raise StoreError(
                        f"the texts cannot be kept in {path.parent}: {why}; nothing half read stays there, and "
                        "XDG_CACHE_HOME names another folder"
                    ) from error
                try:
                    path.hardlink_to(growing)
                except FileExistsError:
                    pass
                except OSError:  # not every file system has links
                    growing.replace(path)
    return path


def _say(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a folder that this user may not look into
        return False


def _writable(folder: Path) -> Path:
    """Return a folder, made where it is missing; one that goes with this process where nothing can be written there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=folder).close()
    except OSError:
        passing = tempfile.mkdtemp(prefix="dateline-")
        atexit.register(shutil.rmtree, passing, ignore_errors=True)
        return Path(passing)
    return folder


def contents_key(paths: list[Path], options: argparse.Namespace) -> str:
    """Return a hash of the files at `paths`, of what the options say of them, and of all that reads them."""
    from texts.folder import FoundFile, files_in

    digest = hashlib.sha256(f"{getattr(options, 'theatre', None)}|{getattr(options, 'home', None)}\0".encode())
    for path in options.gazetteer:
        digest.update(path.read_bytes() + b"\0")
    code = [file for folder in ("texts", "geo", "events") for file in sorted((ROOT / folder).rglob("*.py"))]
    data = [file for file in sorted((ROOT / "data").rglob("*")) if file.is_file() and SAMPLE not in file.parents]
    for file in (*code, *data):
        digest.update(f"{file.relative_to(ROOT)}|{file.stat().st_size}|{file.stat().st_mtime_ns}\0".encode())
    for path in paths:
        for it in files_in(path.resolve()):
            if isinstance(it, FoundFile):
                digest.update(f"{it.name}|{it.metadata}|{it.path.stat().st_size}\0".encode())
                digest.update(it.path.read_bytes())
    return digest.hexdigest()[:20]


def is_taken(port: int) -> bool:
    """Whether something answers at a port of this machine."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return True
    return False


def _start(store: Path, options: argparse.Namespace) -> list[str]:
    told = [f"--{name}={value}" for name in ("theatre", "home") if (value := getattr(options, name))]
    told += [f"--gazetteer={path.resolve()}" for path in options.gazetteer]
    return [
        sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"),
        "--server.address", HOST, "--server.port", str(options.port), "--server.headless", "true",
        "--", "--store", str(store.resolve()), *told,
    ]  # fmt: skip
