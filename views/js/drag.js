/** The hand on the timeline: the window dragged whole, by an end or anew; the axis zoomed and pushed. */

import { fromGrains, inGrains } from "./hours.js";
import { pausePlay } from "./player.js";
import { hoverDay } from "./pointing.js";
import { pan, scrub, zoom, zoomOut } from "./travel.js";
import { nearestDay } from "./window.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./window.js").Span} Span */
/** @typedef {{part: "low" | "high" | "band" | "new", day: number, first: number, last: number}} Held what the hand took, and where */

/** What is left free beside the axis, and how wide an end of the window is. */
export const SIDE_PX = 14;
export const HANDLE_PX = 11;
/** How wide a day must be for its hours to be taken hold of. */
const FINE_PX = 168;

/**
 * Return the window as the hand has dragged it.
 * @param {Held} held @param {number} day under the pointer @param {number} edge the day that the window's end stands at
 * @param {number[] | null} days at which an end stops, or null where it stops at every day
 * @returns {Span}
 */
export function draggedTo(held, day, edge, days) {
  const stop = (/** @type {number} */ at) => (days ? nearestDay(at, days) : at);
  const { first, last } = held;
  if (held.part === "low") return { first: Math.min(stop(day), last), last };
  if (held.part === "high") return { first: Math.min(first, stop(edge)), last: stop(edge) };
  if (held.part === "new") return { first: stop(Math.min(day, held.day)), last: stop(Math.max(day, held.day)) };
  const shift = stop(last + day - held.day) - last;
  return { first: first + shift, last: last + shift };
}

/** @param {App} app @param {import("./dock.js").Dock} dock */
export function bindDrag(app, dock) {
  const { strip, low, high, band } = dock;
  /** @param {MouseEvent} event */
  const xOf = (event) => event.clientX - strip.getBoundingClientRect().left - SIDE_PX;
  /** @type {Held | null} */
  let held = null;
  /** Days, or hours where they are wide enough to be hit. */
  const grain = () => (dock.axis.perDay >= FINE_PX ? app.grain : 1);
  const under = (/** @type {number} */ x) => Math.floor(dock.axis.at(x) * grain());
  const dragged = (/** @type {Held} */ by, /** @type {number} */ at, /** @type {number} */ edge) =>
    fromGrains(draggedTo(by, at, edge, app.state.snap && grain() === 1 ? app.days : null), grain());
  strip.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    const { mode } = app.state;
    const { first, last } = inGrains(app.state, grain());
    const { target } = event;
    const part = target === low ? "low" : target === high ? "high" : target === band ? "band" : "new";
    const day = under(xOf(event));
    held = { part: part === "band" && mode !== "window" ? "high" : part, day, first, last };
    strip.setPointerCapture(event.pointerId);
    pausePlay(app);
    if (part === "new") app.set(dragged(held, day, day));
    // whoever has drawn a window goes on with the arrows, not with what was chosen before
    const taken = target instanceof HTMLElement && part !== "new" ? target : band;
    taken.focus({ preventScroll: true });
    event.preventDefault();
  });
  strip.addEventListener("pointerleave", () => hoverDay(app, null));
  strip.addEventListener("pointermove", (event) => {
    const x = xOf(event);
    if (held) scrub(app, dragged(held, under(x), under(x - HANDLE_PX / 2)));
    else hoverDay(app, dock.axis.day(x));
  });
  const release = () => {
    held = null;
  };
  strip.addEventListener("pointerup", release);
  strip.addEventListener("pointercancel", release);
  strip.addEventListener("wheel", (event) => {
    event.preventDefault();
    if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) pan(app, event.deltaX / dock.axis.width);
    else zoom(app, xOf(event), event.deltaY > 0 ? 1.25 : 0.8);
  }, { passive: false });
  strip.addEventListener("dblclick", () => zoomOut(app));
}
