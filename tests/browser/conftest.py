"""The running app in a real browser that reaches this machine and nothing else."""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, FrameLocator, Locator, Page, Route, expect, sync_playwright
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from views.terminal.serve import cached_store

ROOT = Path(__file__).resolve().parents[2]
RESULTS = ROOT / "test-results"
MAP = 'iframe[title="streamlit_folium.st_folium"]'
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
LOCAL = {"127.0.0.1", "localhost", "", None}
START_SECONDS = 60
FIRST_CLICK = 5_000
"""Milliseconds until a click counts as lost."""
expect.set_options(timeout=20_000)  # a busy machine is no failure
RUNNING: list[Path] = []
"""The logs of the servers that are up."""
MOST_LOG = 6_000


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


@contextmanager
def serving(*arguments: str, app: Path = ROOT / "app.py") -> Iterator[str]:
    """Run the app, or another, with these arguments until the block ends, and give its address."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(app), "--server.port", str(port), "--", *arguments]
    log = RESULTS / f"server-{port}.log"
    RESULTS.mkdir(exist_ok=True)
    with log.open("wb") as out:
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=out, stderr=subprocess.STDOUT, start_new_session=True
        )
        RUNNING.append(log)
        try:
            wait_for(f"http://127.0.0.1:{port}/_stcore/health", process, log)
            yield f"http://127.0.0.1:{port}/"
        finally:
            RUNNING.remove(log)
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(timeout=20)


def wait_for(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=2):  # noqa: S310 - our own server
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    raise RuntimeError(f"the app did not start: {log.read_text()}")


@pytest.fixture(scope="session")
def served() -> Iterator[str]:
    """The app over the sample corpus, which is read before the server is up, as `dateline serve` does."""
    store = cached_store([ROOT / "data" / "corpus"], argparse.Namespace(gazetteer=[]))
    with serving("--store", str(store)) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium: the machine's own, else Playwright's."""
    path = next(
        (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
    )
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let one worker drive the browser: a second server and browser would only slow both."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    if report.failed:
        # the page says no more than that the app met an error
        report.sections += [(log.name, log.read_text(errors="replace")[-MOST_LOG:]) for log in RUNNING]
    return report


FAILED = pytest.StashKey[bool]()

Opener = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Opener]:
    """Open an address in a fresh session; whoever asks another machine fails, and so does an error or a dialog."""
    outside: list[str] = []
    errors: list[str] = []
    pages: list[Page] = []

    def guard(route: Route) -> None:
        if urlsplit(route.request.url).hostname in LOCAL or route.request.url.startswith(("data:", "blob:")):
            route.continue_()
        else:
            outside.append(route.request.url)
            route.abort()

    def opened(address: str, *, width: int = 1440, height: int = 900, **context: object) -> Page:
        session = browser.new_context(viewport={"width": width, "height": height}, accept_downloads=True, **context)  # type: ignore[arg-type]  # Playwright's own keywords
        session.route("**/*", guard)
        page = session.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("dialog", lambda dialog: (errors.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        pages.append(page)
        page.goto(address)
        return page

    yield opened
    if request.node.stash.get(FAILED, False):
        for number, page in enumerate(pages):
            RESULTS.mkdir(exist_ok=True)
            page.screenshot(path=RESULTS / f"{request.node.name}-{number}.png")
    for page in pages:
        page.context.close()
    assert outside == [], "something was asked of another machine"
    assert errors == [], "the page met an error"


def map_in(page: Page) -> FrameLocator:
    """Return the map's frame once it has painted and the page's script has run."""
    frame = page.frame_locator(MAP)
    expect(frame.locator("#dateline-claims[data-shown]")).to_be_attached(timeout=30_000)
    expect(page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]')).to_be_attached(timeout=30_000)
    return frame


def shown(frame: FrameLocator) -> int:
    return int(frame.locator("#dateline-claims").get_attribute("data-shown") or -1)


def painted_day(frame: FrameLocator) -> str:
    return frame.locator("#dateline-claims").get_attribute("data-painted-day") or ""


def inside(page: Page) -> object:
    """Return the map's frame as Playwright's Frame, for running JavaScript in it."""
    return next(frame for frame in page.frames if "streamlit_folium" in frame.url)


DISC = """(name) => {
  const app = dateline.app();
  const disc = app.hits.discs.find(({ group }) => group.members.some((place) => app.places[place].name === name));
  const at = app.map.layerPointToContainerPoint(L.point(disc.x, disc.y).add(app.claims._bounds.min));
  return [at.x, at.y];
}"""


def click_place(page: Page, name: str) -> None:
    """Click the disc of a place where the canvas drew it, once the page above it stands still."""
    x, y = inside(page).evaluate(DISC, name)  # type: ignore[attr-defined]  # a Frame
    page.locator(MAP).click(position={"x": x, "y": y})


def open_place(page: Page, name: str) -> Locator:
    """Click the disc of a place until its first card is there: a click before the page listens is lost."""
    card = page.locator(".dlx-card").first
    click_place(page, name)
    try:
        card.wait_for(timeout=FIRST_CLICK)
    except PlaywrightTimeout:
        click_place(page, name)
    expect(card).to_be_visible()
    return card
