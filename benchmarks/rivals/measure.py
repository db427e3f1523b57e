"""Measure what others take for a step of the same window over the same claims, in the same browser."""

from __future__ import annotations

import statistics
import subprocess
import time
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import folium
from folium.plugins import TimestampedGeoJson
from playwright.sync_api import Browser, Page, Route

from benchmarks.claims import START
from benchmarks.rivals.marks import WINDOW_DAYS, features_of
from tests.browser.conftest import LOCAL, serving

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"
STEPS = 20
"""How many steps of each are measured; they are slow."""

TIME = MODULES / "leaflet-timedimension" / "dist"
LOADED = {
    "jquery.min.js": MODULES / "jquery" / "dist" / "jquery.min.js",
    "jquery-3.7.1.min.js": MODULES / "jquery" / "dist" / "jquery.min.js",
    "jquery-ui.min.js": MODULES / "jquery-ui-dist" / "jquery-ui.min.js",
    "iso8601.min.js": MODULES / "iso8601-js-period" / "iso8601.js",
    "leaflet.timedimension.min.js": TIME / "leaflet.timedimension.min.js",
    "leaflet.timedimension.control.css": MODULES
    / "leaflet-timedimension"
    / "dist"
    / "leaflet.timedimension.control.css",
    "moment.min.js": MODULES / "moment" / "min" / "moment.min.js",
}
"""What folium's pages load from elsewhere, by its file's name; anything else is answered with nothing."""

STEP = """(steps) => new Promise((resolve) => {
  const map = Object.values(window).find((it) => it instanceof L.Map);
  const time = map.timeDimension;
  const times = time.getAvailableTimes();
  let index = Math.floor(times.length / 2);
  const took = [];
  const next = () => {
    if (took.length >= steps) { resolve(took); return; }
    const start = performance.now();
    const wanted = times[index += 1];
    time.once('timeload', () => {
      map.getContainer().getBoundingClientRect();
      took.push(performance.now() - start);
      requestAnimationFrame(() => setTimeout(next));
    });
    time.setCurrentTime(wanted);
  };
  next();
})"""


SEEN = "(day) => [...document.querySelectorAll('iframe')].some((it) => it.contentDocument?.body?.dataset.day === day)"


def install() -> None:
    """Install what TimestampedGeoJson loads, as package-lock.json pins it."""
    if not MODULES.is_dir():
        subprocess.run(["npm", "ci", "--silent", "--no-audit", "--no-fund"], cwd=HERE, check=True)  # noqa: S607 - npm is looked up as any developer's is


def answered(route: Route) -> None:
    """Answer a request from this machine alone."""
    address = urlsplit(route.request.url)
    if address.hostname in LOCAL:
        route.continue_()
        return
    name = address.path.rsplit("/", 1)[-1]
    leaflet = Path(import_module("xstatic.pkg.leaflet").BASE_DIR)
    local = {**LOADED, "leaflet.js": leaflet / "leaflet.js", "leaflet.css": leaflet / "leaflet.css"}
    kind = "text/css" if name.endswith(".css") else "text/javascript"
    body = local[name].read_text(encoding="utf-8") if name in local else ""
    route.fulfill(body=body, content_type=kind)


def page_of(browser: Browser) -> Page:
    """Return a fresh page that reaches this machine and nothing else."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.route("**/*", answered)
    return page


def timestamped(browser: Browser, claims: int, folder: Path) -> dict[str, Any]:
    """Measure folium's TimestampedGeoJson: from a step to the layer's own word that it is drawn, without painting."""
    map_ = folium.Map(location=(34.0, 44.0), zoom_start=5, tiles=None, prefer_canvas=True)
    TimestampedGeoJson(  # type: ignore[no-untyped-call]  # folium's own
        features_of(claims), period="P1D", duration=f"P{WINDOW_DAYS}D", auto_play=False, add_last_point=False
    ).add_to(map_)
    file = folder / "timestamped.html"
    map_.save(str(file))
    page = page_of(browser)
    start = time.perf_counter()
    page.goto(file.as_uri(), timeout=300_000)
    page.wait_for_function("window.L && document.querySelector('.timecontrol-date')", timeout=300_000)
    first = time.perf_counter() - start
    took = page.evaluate(STEP, STEPS)
    page.close()
    return _figures(took[2:], first)


def rebuilt(browser: Browser, claims: int) -> dict[str, Any]:
    """Measure a map that st.slider builds anew: from the key to the new map's script."""
    app = HERE / "slider_app.py"
    with serving(str(claims), app=app) as address:
        page = page_of(browser)
        start = time.perf_counter()
        page.goto(address)
        _seen(page, START + 1800)
        first = time.perf_counter() - start
        resting = page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]')
        took = []
        for step in range(1, STEPS + 1):
            resting.wait_for(state="attached", timeout=60_000)
            page.get_by_role("slider").focus()
            began = time.perf_counter()
            page.keyboard.press("ArrowRight")
            _seen(page, START + 1800 + step)
            took.append((time.perf_counter() - began) * 1000)
        page.close()
    return _figures(took[2:], first)


def _seen(page: Page, day: int) -> None:
    """Wait until the map's frame says that it was built for this day."""
    page.wait_for_function(SEEN, arg=str(day), timeout=60_000)


def _figures(took: list[float], first: float) -> dict[str, Any]:
    ordered = sorted(took)
    return {
        "median_ms": round(statistics.median(ordered), 1),
        "p95_ms": round(ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))], 1),
        "first_map_s": round(first, 2),
    }


def table_of(pairs: list[tuple[dict[str, Any], str, dict[str, Any]]]) -> str:
    """Return figures side by side: of the layer, and of another over the same claims, with how many times as long."""
    lines = [
        f"A step of a window of {WINDOW_DAYS} days, in one run:",
        "",
        "| | claims | median ms | p95 ms | first map s | times as long |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for ours, name, theirs in pairs:
        ratio = theirs["median_ms"] / max(ours["median_ms"], 0.1)
        for title, figures, times in (("the claim layer", ours, "1"), (name, theirs, f"{ratio:.0f}")):
            told = " | ".join(str(figures[column]) for column in ("median_ms", "p95_ms", "first_map_s"))
            lines.append(f"| {title} | {ours['claims']:,} | {told} | {times} |")
    return "\n".join(lines)
