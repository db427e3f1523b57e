/** What is under the pointer, on the map and on the timeline. */

import { clockDays } from "./filter.js";
import { VAGUE_DAYS } from "./histogram.js";
import { flowAt, gateAt, groupAt } from "./hit.js";
import { CELLS, upperBound } from "./tally.js";
import { gateLabel, groupLabel, wayLabel } from "./way.js";

/** @typedef {import("./app.js").App} App */
/**
 * @typedef {object} Pointed
 * @property {import("./places.js").Group | null} group
 * @property {number} flow or -1
 * @property {{crossing: number, stated: boolean} | null} gate
 */

/** @param {{x: number, y: number} | null} point in the map's pixels @param {App} app @returns {Pointed} */
export function under(app, point) {
  if (!point) return { group: null, flow: -1, gate: null };
  const { x, y } = app.map.containerPointToLayerPoint(point).subtract(app.claims._bounds.min);
  const group = groupAt(app.hits, x, y);
  const gate = group ? null : gateAt(app.hits, x, y);
  return { group, gate, flow: group ? -1 : flowAt(app.hits, x, y) };
}

/** @param {{x: number, y: number} | null} point @param {App} app */
export function hoverAt(app, point) {
  const { group, flow, gate } = under(app, point);
  const hovered = group ? group.members[0] : -1;
  app.map.getContainer().style.cursor = group || flow >= 0 ? "pointer" : "";
  const label = group ? groupLabel(app, group) : gate ? gateLabel(app, gate) : flow >= 0 ? wayLabel(app, flow) : "";
  if (label && point) placeTip(app, label, point);
  app.frame.tip.hidden = !label;
  if (hovered === app.hovered && flow === app.hoveredFlow) return;
  app.hovered = hovered;
  app.hoveredFlow = flow;
  app.dock.point(group ? daysOf(app, new Set(group.members)) : flow >= 0 ? daysOfFlow(app, flow) : []);
  app.claims.repaint();
}

/** Write the tip beside the pointer, inside the map. @param {App} app @param {string} label @param {{x: number, y: number}} point */
function placeTip(app, label, { x, y }) {
  const { tip } = app.frame;
  tip.textContent = label;
  tip.hidden = false;
  const { x: width, y: height } = app.map.getSize();
  const left = Math.max(4, Math.min(x + 14, width - tip.offsetWidth - 4));
  const top = y + 14 + tip.offsetHeight > height ? y - 10 - tip.offsetHeight : y + 14;
  tip.style.transform = `translate(${left}px, ${top}px)`;
}

/** @param {Set<number>} members positions of places @returns {Set<number>} the days of their claims @param {App} app */
export function daysOf(app, members) {
  const { place } = /** @type {import("./decode.js").Columns} */ (app.columns);
  return daysWhere(app, (row) => members.has(place[row]));
}

/** @param {App} app @param {number} flow @returns {Set<number>} the days of its claims */
function daysOfFlow(app, flow) {
  const { of } = /** @type {import("./flows.js").Flows} */ (app.flows);
  return daysWhere(app, (row) => of[row] === flow);
}

/** @param {App} app @param {(row: number) => boolean} wanted @returns {Set<number>} */
function daysWhere(app, wanted) {
  const days = new Set();
  const { first, last } = clockDays(app);
  for (const row of app.rows) {
    if (!wanted(row)) continue;
    for (let day = first[row]; day <= Math.min(last[row], first[row] + VAGUE_DAYS); day++) days.add(day);
  }
  return days;
}

/** Point out the places and the flows that have a claim on a day. @param {number | null} day @param {App} app */
export function hoverDay(app, day) {
  /** @type {Set<number>} */
  const pointed = new Set();
  /** @type {Set<number>} */
  const flows = new Set();
  if (day !== null && app.columns) {
    const { days, cell, flow } = app.tally.starts;
    const { grain } = app;
    for (let i = upperBound(days, day * grain - 1); i < days.length && days[i] < (day + 1) * grain; i++) {
      if (cell[i] >= 0) pointed.add(Math.floor(cell[i] / CELLS));
      if (flow[i] >= 0) flows.add(flow[i]);
    }
  }
  if (pointed.size === 0 && app.pointedOut.size === 0) return;
  app.pointedOut = pointed;
  app.pointedFlows = flows;
  app.claims.repaint();
}
