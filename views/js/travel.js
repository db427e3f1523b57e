/** Move the window through time, and what is seen of the axis. */

import { ALL_DAY, fromGrains, inGrains } from "./hours.js";
import { clamped, moved } from "./window.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./hours.js").Span} Span */

/** The least that the axis shows, in days: less only where claims tell hours. */
const LEAST_DAYS = 7;
const leastDays = (/** @type {App} */ app) => (app.grain > 1 ? 1 : LEAST_DAYS);

/** Move the window; drawn without dashes until the hand rests. @param {App} app @param {Span} span */
export function scrub(app, { first, last, hours = ALL_DAY }) {
  const { state } = app;
  if (first === state.first && last === state.last && hours[0] === state.hours[0] && hours[1] === state.hours[1]) return;
  Object.assign(state, { first, last, hours });
  app.stir();
  app.claims.repaint();
  app.dock.place();
}

/** @param {App} app @param {1 | -1} by */
export function step(app, by) {
  const { state } = app;
  if (state.unit === "hour" && app.grain > 1) {
    travelHours(app, by);
    return;
  }
  let next = moved(state, state.unit, by, app.days);
  const fold = state.folded ? app.dock.axis.foldAt(next.first, next.last) : null;
  if (fold) {
    const shift = by > 0 ? fold.to - next.last : fold.from - 1 - next.first;
    next = { first: next.first + shift, last: next.last + shift };
  }
  travel(app, next);
}

/** Move the window by hours, over what is folded. @param {App} app @param {number} by */
export function travelHours(app, by) {
  const { from, to } = app.axisRange;
  const { first, last } = inGrains(app.state, app.grain);
  const next = clamped({ first: first + by, last: last + by }, from * app.grain, to * app.grain);
  const { first: day, last: end, hours } = fromGrains(next, app.grain);
  const fold = app.state.folded ? app.dock.axis.foldAt(day, end) : null;
  const shift = !fold ? 0 : by > 0 ? fold.to - end : fold.from - 1 - day;
  scrub(app, { first: day + shift, last: end + shift, hours });
  follow(app);
}

/** Move the window, keeping its length, inside the axis. @param {App} app @param {Span} span */
export function travel(app, span) {
  scrub(app, clamped(span, app.axisRange.from, app.axisRange.to));
  follow(app);
}

/** Keep the window in the part of the axis that is seen. @param {App} app */
function follow(app) {
  const { from, to } = app.view;
  if (app.state.last < to && app.state.last >= from) return;
  const shift = app.state.last >= to ? app.state.last + 1 - to : app.state.last - from;
  app.view = { from: from + shift, to: to + shift };
  app.dock.redraw();
}

/**
 * Bring a part of the axis nearer or further away: what is folded counts as wide as it is drawn.
 * @param {App} app @param {number} x on the axis that stays where it is @param {number} factor below 1 zooms in
 */
export function zoom(app, x, factor) {
  const { axis } = app.dock;
  app.view = zoomed(axis, { x, factor, least: leastDays(app), gaps: app.state.folded ? app.gaps : [], range: app.axisRange });
  app.dock.redraw();
}

/**
 * @param {import("./axis.js").Axis} axis
 * @param {{x: number, factor: number, least: number, gaps: [number, number][], range: {from: number, to: number}}} how
 * @returns {{from: number, to: number}} the days that are seen then
 */
export function zoomed(axis, { x, factor, least, gaps, range }) {
  const nearer = factor < 1;
  let from = Math.round(axis.at(x - x * factor));
  let to = Math.round(axis.at(x + (axis.width - x) * factor));
  // a day wide on the screen is not halved: then a whole one goes, or comes
  if (from === axis.from && to === axis.to) {
    if (!nearer) [from, to] = [from - 1, to + 1];
    else if (x > axis.width / 2) from += 1;
    else to -= 1;
  }
  // an end that falls into a fold stops at its edge, or goes on behind it
  for (const [a, b] of gaps) {
    if (from >= a && from < b) from = nearer ? b : a - 1;
    if (to > a && to <= b) to = nearer ? a : b + 1;
  }
  if (to - from < least) {
    const middle = axis.day(x);
    from = Math.min(Math.max(from, middle - Math.floor(least / 2)), middle);
    to = from + least;
  }
  from = Math.max(range.from, Math.min(range.to - least, from));
  return { from, to: Math.min(range.to, Math.max(from + least, to)) };
}

/** @param {App} app @param {number} share of the axis */
export function pan(app, share) {
  const length = app.view.to - app.view.from;
  const from = Math.round(app.view.from + share * length);
  const start = Math.max(app.axisRange.from, Math.min(app.axisRange.to - length, from));
  app.view = { from: start, to: start + length };
  app.dock.redraw();
}

/** Show the whole axis. @param {App} app */
export function zoomOut(app) {
  app.view = { ...app.axisRange };
  app.dock.redraw();
}
