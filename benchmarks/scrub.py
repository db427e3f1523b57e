"""Measure scrubbing in a real browser; usage: python -m benchmarks.scrub --claims N [--json] [--compare]."""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Frame, Page, WebSocket, sync_playwright

from benchmarks.claims import stored
from benchmarks.rivals.measure import install, rebuilt, table_of, timestamped
from tests.browser.conftest import FLAGS, MAP, inside, map_in, serving

KEYS = 120
"""How many steps are measured; the first few warm the page up and are left out."""
WARM = 10
MOST_COMPARED = 100_000
"""Claims at which others are measured at most."""
MOST_REBUILT = 10_000
"""Claims at which a map is built anew at each step: with more, a step takes many seconds."""

STEP = """(keys) => new Promise((resolve) => {
  const canvas = document.querySelector('#dateline-claims');
  const times = [];
  let blank = 0;
  let left = keys;
  const empty = () => {
    const [width, height] = [canvas.width / 2, canvas.height / 2];
    const { data } = canvas.getContext('2d').getImageData(width / 2, height / 2, width, height);
    for (let i = 3; i < data.length; i += 4) if (data[i]) return false;
    return true;
  };
  const next = () => {
    const before = canvas.dataset.paintedDay;
    const start = performance.now();
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
    const done = () => {
      const waiting = canvas.dataset.paintedDay === before && performance.now() - start < 2000;
      if (waiting) { setTimeout(done, 0); return; }
      times.push(performance.now() - start);
      if (left % 10 === 0 && empty()) blank += 1;
      left -= 1;
      if (left > 0) requestAnimationFrame(next);
      else resolve({ times, blank });
    };
    done();
  };
  next();
})"""

DRAG = """(steps) => new Promise((resolve) => {
  const app = dateline.app();
  const strip = document.querySelector('.dl-strip');
  const box = strip.getBoundingClientRect();
  const band = document.querySelector('.dl-band').getBoundingClientRect();
  const at = (x, type) => (type === 'pointerdown' ? document.querySelector('.dl-band') : strip).dispatchEvent(
    new PointerEvent(type, { clientX: x, clientY: box.top + 30, bubbles: true, pointerId: 1, button: 0 }));
  strip.setPointerCapture = () => {};
  const from = band.left + Math.max(4, band.width / 2);
  at(from, 'pointerdown');
  const gaps = [];
  let before = 0;
  let step = 0;
  const frame = (now) => {
    if (before) gaps.push(now - before);
    before = now;
    at(from + step * 4, 'pointermove');
    step += 1;
    if (step <= steps) requestAnimationFrame(frame);
    else { at(from + step * 4, 'pointerup'); resolve(gaps); }
  };
  requestAnimationFrame(frame);
})"""


SEEK = """(name) => {
  window.seen = 0;
  const seek = new MutationObserver(() => {
    const headed = [...document.querySelectorAll('h3')].some((head) => head.textContent.includes(name));
    if (!headed || !document.querySelector('.dlx-card')) return;
    window.seen = performance.timeOrigin + performance.now();
    seek.disconnect();
  });
  seek.observe(document.body, { subtree: true, childList: true, characterData: true });
}"""


CLICK = """(row) => {
  const at = performance.timeOrigin + performance.now();
  document.querySelectorAll('.dl-table tbody button')[row].click();
  return at;
}"""


def measured(page: Page, address: str) -> dict[str, Any]:
    """Open the app over its claims, scrub, drag and click, and return the figures in milliseconds and seconds."""
    sent: list[int] = []

    def listen(socket: WebSocket) -> None:
        socket.on("framesent", lambda payload: sent.append(len(payload)))

    page.on("websocket", listen)
    start = time.perf_counter()
    page.goto(address)
    page.frame_locator(MAP).locator("#dateline-claims[data-shown]").wait_for(state="attached", timeout=120_000)
    first_map = time.perf_counter() - start
    map_in(page)
    page.wait_for_load_state("networkidle")
    frame: Frame = inside(page)  # type: ignore[assignment]  # Playwright's own
    frame.evaluate("""() => { const app = dateline.app(); const { from, to } = app.axisRange;
        const middle = Math.floor((from + to) / 2); app.set({ first: middle - 30, last: middle, folded: false }); }""")
    page.wait_for_timeout(800)
    before = sum(sent)
    stepped = frame.evaluate(STEP, KEYS)
    gaps = frame.evaluate(DRAG, KEYS)
    bytes_sent = sum(sent) - before
    times = sorted(stepped["times"][WARM:])
    return {
        "median_ms": round(statistics.median(times), 2),
        "p95_ms": round(times[int(len(times) * 0.95)], 2),
        "bytes_per_step": round(bytes_sent / (2 * KEYS), 2),
        "blank_frames": stepped["blank"],
        "first_map_s": round(first_map, 2),
        "click_to_excerpt_ms": clicked(page, frame),
        "late_frames_share": round(sum(gap > 25 for gap in gaps) / len(gaps), 3),
    }


def clicked(page: Page, frame: Frame) -> float:
    """Return the median time from a click on a place, in the map's table, to its excerpts, in milliseconds."""
    times: list[float] = []
    frame.evaluate("document.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }))")
    page.wait_for_timeout(800)
    for row in range(6):
        name = frame.locator(".dl-table tbody button").nth(row).text_content()
        page.evaluate(SEEK, name)
        clicked_at = frame.evaluate(CLICK, row)
        page.wait_for_function("window.seen > 0", timeout=20_000)
        times.append(page.evaluate("window.seen") - clicked_at)
        page.wait_for_timeout(500)
    return round(statistics.median(times), 1)


def measured_over(browser: Browser, claims: int, folder: Path) -> dict[str, Any]:
    """Measure the app over as many made-up claims, after one visit that warms the server up."""
    store = stored(claims, folder / f"claims-{claims}.sqlite")
    size = {"width": 1440, "height": 900}
    with serving("--store", str(store)) as address:
        warm = browser.new_page(viewport=size)  # type: ignore[arg-type]  # Playwright's own
        warm.goto(address)
        warm.frame_locator(MAP).locator("#dateline-claims[data-shown]").wait_for(state="attached", timeout=300_000)
        warm.close()
        return {"claims": claims, **measured(browser.new_page(viewport=size), address)}  # type: ignore[arg-type]  # same


def main() -> int:
    """Run the measurement and print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--compare", action="store_true", help="beside others, at no more claims than they bear")
    options = parser.parse_args()
    paths = [shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome")]
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        browser = playwright.chromium.launch(executable_path=next(filter(None, paths), None), args=FLAGS)
        if options.compare:
            compare(browser, min(options.claims, MOST_COMPARED), folder, as_json=options.json)
        else:
            figures = measured_over(browser, options.claims, folder)
            lines = (f"{name:20} {value}" for name, value in figures.items())
            print(json.dumps(figures) if options.json else "\n".join(lines))
        browser.close()
    return 0


def compare(browser: Browser, claims: int, folder: Path, *, as_json: bool) -> None:
    """Measure the layer and the others over the same claims, and print them in pairs."""
    install()
    fewer = min(claims, MOST_REBUILT)
    ours = {size: measured_over(browser, size, folder) for size in sorted({claims, fewer})}
    pairs = [
        (ours[claims], "folium's TimestampedGeoJson, points alone", timestamped(browser, claims, folder)),
        (ours[fewer], "a map that st.slider builds anew, points alone", rebuilt(browser, fewer)),
    ]
    print(json.dumps([{"layer": it, name: other} for it, name, other in pairs]) if as_json else table_of(pairs))


if __name__ == "__main__":
    sys.exit(main())
