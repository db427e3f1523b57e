/** Move the window through time, and what is seen of the axis. */

import { clamped, moved } from "./window.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./window.js").Span} Span */

/** The least that the axis shows, in days. */
const LEAST_DAYS = 7;

/** Move the window; drawn without dashes until the hand rests. @param {App} app @param {Span} span */
export function scrub(app, { first, last }) {
  if (first === app.state.first && last === app.state.last) return;
  Object.assign(app.state, { first, last });
  app.stir();
  app.claims.repaint();
  app.dock.place();
}

/** @param {App} app @param {1 | -1} by */
export function step(app, by) {
  const { state } = app;
  let next = moved(state, state.unit, by, app.days);
  const fold = state.folded ? app.dock.axis.foldAt(next.first, next.last) : null;
  if (fold) {
    const shift = by > 0 ? fold.to - next.last : fold.from - 1 - next.first;
    next = { first: next.first + shift, last: next.last + shift };
  }
  travel(app, next);
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

/** @param {App} app @param {number} day that stays where it is @param {number} factor below 1 zooms in */
export function zoom(app, day, factor) {
  const { from, to } = app.view;
  const range = Math.max(LEAST_DAYS, Math.min(app.axisRange.to - app.axisRange.from, (to - from) * factor));
  const share = (day - from) / (to - from);
  const start = Math.max(app.axisRange.from, Math.min(app.axisRange.to - range, Math.round(day - share * range)));
  app.view = { from: start, to: start + Math.round(range) };
  app.dock.redraw();
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
