/** The keyboard: every gesture of the timeline has a key. */

import { togglePlay } from "./player.js";

/** What the keys do, as the help shows it. @type {[string, string][]} */
export const KEYS = [
  ["← →", "one step back or on"],
  ["Shift ← →", "narrow or widen the window at its end"],
  ["Page Up, Page Down", "one window back or on"],
  ["Home, End", "to the beginning, to the end"],
  ["Space", "play, pause"],
  ["D W M C", "step by day, week, month, claim"],
  ["1 2 3", "window, everything up to, single day"],
  ["A", "all time"],
  ["?", "these keys"],
];

/** @param {import("./app.js").App} app */
export function bindKeys(app) {
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

/** @param {import("./app.js").App} app @param {KeyboardEvent} event @returns {boolean} whether the key means something here */
function act(app, event) {
  const { state, axisRange } = app;
  const length = state.last - state.first + 1;
  const handle = document.activeElement === app.dock.low ? "first" : "last";
  switch (event.key) {
    case "ArrowRight":
    case "ArrowLeft": {
      const by = event.key === "ArrowRight" ? 1 : -1;
      if (event.shiftKey) widen(app, "last", by);
      else if (document.activeElement === app.dock.low || document.activeElement === app.dock.high) widen(app, handle, by);
      else app.step(by);
      return true;
    }
    case "PageDown":
    case "PageUp": {
      const shift = event.key === "PageDown" ? length : -length;
      app.to({ first: state.first + shift, last: state.last + shift });
      return true;
    }
    case "Home":
      app.to({ first: axisRange.from, last: axisRange.from + length - 1 });
      return true;
    case "End":
      app.to({ first: axisRange.to - length, last: axisRange.to - 1 });
      return true;
    case " ":
      togglePlay(app);
      return true;
    case "?":
      app.help();
      return true;
    default:
      return letter(app, event.key.toLowerCase());
  }
}

/** @param {import("./app.js").App} app @param {"first" | "last"} end @param {1 | -1} by */
function widen(app, end, by) {
  const { first, last } = app.state;
  if (end === "first") app.scrub({ first: Math.min(last, first + by), last });
  else app.scrub({ first: Math.min(first, Math.max(app.axisRange.from, last + by)), last: Math.max(app.axisRange.from, last + by) });
}

/** @param {import("./app.js").App} app @param {string} key @returns {boolean} */
function letter(app, key) {
  const units = /** @type {Record<string, import("./window.js").Unit>} */ ({ d: "day", w: "week", m: "month", c: "claim" });
  const modes = /** @type {Record<string, import("./window.js").Mode>} */ ({ 1: "window", 2: "upto", 3: "day" });
  if (key in units) app.set({ unit: units[key] });
  else if (key in modes) app.set({ mode: modes[key] });
  else if (key === "a") app.whole();
  else return false;
  return true;
}
