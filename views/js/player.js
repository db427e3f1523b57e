/** Playing: one step after another until the end. */

import { ALL_DAY } from "./hours.js";
import { step, zoomOut } from "./travel.js";

/** @typedef {import("./app.js").App} App */

/** @param {App} app */
export function togglePlay(app) {
  if (app.playing) pausePlay(app);
  else startPlay(app);
}

/** @param {App} app */
export function startPlay(app) {
  const { from, to } = app.axisRange;
  if (app.state.mode === "window" && app.state.last - app.state.first >= (to - from) / 2) {
    const length = app.state.unit === "hour" ? 1 : Math.max(1, Math.min(7, Math.round((to - from) / 20)));
    Object.assign(app.state, { first: from, last: from + length - 1, hours: ALL_DAY });
  } else if (app.state.last >= to - 1 && app.state.hours[1] >= ALL_DAY[1]) {
    const length = app.state.last - app.state.first;
    Object.assign(app.state, { first: from, last: from + (app.state.mode === "window" ? length : 0) });
  }
  app.playing = true;
  app.repaint();
  tickPlay(app);
}

/** @param {App} app */
export function tickPlay(app) {
  clearTimeout(app.playTimer);
  app.playTimer = setTimeout(() => {
    const { last, hours } = app.state;
    step(app, 1);
    if (app.state.last === last && app.state.hours[1] === hours[1]) pausePlay(app);
    else tickPlay(app);
  }, 1000 / app.state.speed);
}

/** @param {App} app */
export function pausePlay(app) {
  if (!app.playing) return;
  app.playing = false;
  clearTimeout(app.playTimer);
  app.dock.update();
}

/** Show all time. @param {App} app */
export function showWhole(app) {
  pausePlay(app);
  zoomOut(app);
  app.set({ first: app.axisRange.from, last: app.axisRange.to - 1 });
}
