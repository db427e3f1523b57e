/** The keyboard: every gesture of the timeline has a key. */

import { turnExcerpt } from "./ask.js";
import { showHelp } from "./help.js";
import { fromGrains, inGrains, ofWholeDays } from "./hours.js";
import { showWhole, togglePlay } from "./player.js";
import { scrub, step, travel, travelHours, zoom } from "./travel.js";

/** @param {import("./app.js").App} app */
export function bindKeys(app) {
  focusByKey(app);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target;
    if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) return;
    if (document.querySelector("dialog[open]")) return;
    if (target instanceof HTMLButtonElement && (event.key === " " || event.key === "Enter")) return;
    if (act(app, event)) {
      event.preventDefault();
      event.stopPropagation();
    }
  }, true);
}

/** How far an arrow moves the map that was reached by Tab. */
const PAN_PX = 90;
/** @type {Record<string, [number, number]>} */
const MOVES = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

/** Let Tab reach the map: then, and not after a click, arrows move the map and not the window. @param {import("./app.js").App} app */
function focusByKey(app) {
  const container = app.map.getContainer();
  let pressed = false;
  container.tabIndex = 0;
  container.addEventListener("pointerdown", () => {
    pressed = true;
    delete container.dataset.byKey;
  }, true);
  document.addEventListener("pointerup", () => setTimeout(() => (pressed = false)), true);
  container.addEventListener("focus", () => {
    if (!pressed) container.dataset.byKey = "yes";
  });
  container.addEventListener("blur", () => delete container.dataset.byKey);
}

/** @param {import("./app.js").App} app @param {KeyboardEvent} event @returns {boolean} whether the key means something here */
function act(app, event) {
  const { state, axisRange } = app;
  const length = state.last - state.first + 1;
  if (event.key in MOVES && document.activeElement === app.map.getContainer() && app.map.getContainer().dataset.byKey) {
    const [x, y] = MOVES[event.key];
    app.map.panBy([x * PAN_PX, y * PAN_PX], { animate: false });
    return true;
  }
  const handle = document.activeElement === app.dock.low ? "first" : "last";
  switch (event.key) {
    case "ArrowRight":
    case "ArrowLeft": {
      const by = event.key === "ArrowRight" ? 1 : -1;
      if (event.shiftKey) widen(app, "last", by);
      else if (document.activeElement === app.dock.low || document.activeElement === app.dock.high) widen(app, handle, by);
      else step(app, by);
      return true;
    }
    case "PageDown":
    case "PageUp": {
      const shift = event.key === "PageDown" ? length : -length;
      if (app.grain > 1 && !ofWholeDays(state)) {
        const { first, last } = inGrains(state, app.grain);
        travelHours(app, Math.sign(shift) * (last - first + 1));
        return true;
      }
      travel(app, { first: state.first + shift, last: state.last + shift });
      return true;
    }
    case "Home":
      travel(app, { first: axisRange.from, last: axisRange.from + length - 1 });
      return true;
    case "End":
      if (state.mode === "day" && app.days.length > 0) {
        scrub(app, { first: state.first, last: app.days[app.days.length - 1] });
        return true;
      }
      travel(app, { first: axisRange.to - length, last: axisRange.to - 1 });
      return true;
    case " ":
      togglePlay(app);
      return true;
    case "?":
      showHelp();
      return true;
    default:
      return letter(app, event.key.toLowerCase());
  }
}

/** @param {import("./app.js").App} app @param {"first" | "last"} end @param {1 | -1} by */
function widen(app, end, by) {
  const grain = app.state.unit === "hour" ? app.grain : 1;
  const { first, last } = inGrains(app.state, grain);
  const least = app.axisRange.from * grain;
  const span = end === "first" ? { first: Math.min(last, first + by), last }
    : { first: Math.min(first, Math.max(least, last + by)), last: Math.max(least, last + by) };
  scrub(app, fromGrains(span, grain));
}

/** @param {import("./app.js").App} app @param {string} key @returns {boolean} */
function letter(app, key) {
  const units = /** @type {Record<string, import("./window.js").Unit>} */ ({ h: "hour", d: "day", w: "week", m: "month", c: "claim" });
  const modes = /** @type {Record<string, import("./window.js").Mode>} */ ({ 1: "window", 2: "upto", 3: "day" });
  if (key in units) app.set({ unit: units[key] });
  else if (key in modes) app.set({ mode: modes[key] });
  else if (key === "n" || key === "p") turnExcerpt(key === "n" ? 1 : -1);
  else if (key === "a") showWhole(app);
  else if (key === "s") app.set({ snap: !app.state.snap });
  else if (key === "i" || key === "o") zoom(app, app.dock.axis.x(app.state.last + 0.5), key === "i" ? 0.6 : 1.6);
  else if (key === "+" || key === "-") app.map.zoomIn(key === "+" ? 1 : -1);
  else return false;
  return true;
}
