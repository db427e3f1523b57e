/** What is under the pointer, on the map and on the timeline. */

import { clockDays } from "./filter.js";
import { VAGUE_DAYS } from "./histogram.js";
import { groupAt } from "./scene.js";
import { CELLS, upperBound } from "./tally.js";

/** @typedef {import("./app.js").App} App */

/** @param {{x: number, y: number} | null} point in the map's pixels @param {App} app */
export function groupUnder(app, point) {
  if (!point) return null;
  const offset = app.map.containerPointToLayerPoint(point).subtract(app.claims._bounds.min);
  return groupAt(app.hits, offset.x, offset.y);
}

/** @param {{x: number, y: number} | null} point @param {App} app */
export function hoverAt(app, point) {
  const group = groupUnder(app, point);
  const hovered = group ? group.members[0] : -1;
  app.map.getContainer().style.cursor = group ? "pointer" : "";
  if (group && point) {
    const names = group.members.slice(0, 8).map((member) => app.places[member].name);
    const more = group.members.length > 8 ? ` and ${group.members.length - 8} more` : "";
    app.frame.tip.textContent = names.join(", ") + more;
    app.frame.tip.style.transform = `translate(${point.x + 14}px, ${point.y + 14}px)`;
  }
  app.frame.tip.hidden = !group;
  if (hovered === app.hovered) return;
  app.hovered = hovered;
  app.dock.point(group ? daysOf(app, new Set(group.members)) : []);
  app.claims.repaint();
}

/** @param {Set<number>} members positions of places @returns {Set<number>} the days of their claims @param {App} app */
export function daysOf(app, members) {
  const days = new Set();
  if (!app.columns || !app.rows) return days;
  const { first, last } = clockDays(app);
  for (const row of app.rows) {
    if (!members.has(app.columns.place[row])) continue;
    for (let day = first[row]; day <= Math.min(last[row], first[row] + VAGUE_DAYS); day++) days.add(day);
  }
  return days;
}

/** Point out the places that have a claim on a day. @param {number | null} day @param {App} app */
export function hoverDay(app, day) {
  /** @type {Set<number>} */
  const pointed = new Set();
  if (day !== null && app.columns) {
    const { days, cell } = app.tally.starts;
    for (let i = upperBound(days, day - 1); i < days.length && days[i] === day; i++) {
      if (cell[i] >= 0) pointed.add(Math.floor(cell[i] / CELLS));
    }
  }
  if (pointed.size === 0 && app.pointedOut.size === 0) return;
  app.pointedOut = pointed;
  app.claims.repaint();
}
