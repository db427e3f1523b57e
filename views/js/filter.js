/** Which rows pass, and what the axis and the histogram hold of them. */

import { areaBox } from "./area.js";
import { gapsIn, MARGIN_DAYS } from "./axis.js";
import { number } from "./caption.js";
import { LAST_DAY } from "./dates.js";
import { freshOf, kindOf, leadOf, OPEN_END, OPEN_START, statusOf, UNDATED } from "./decode.js";
import { daily, daysPerBin, VAGUE_DAYS } from "./histogram.js";
import { HOURS, hoursOf } from "./hours.js";
import { perRootOf } from "./places.js";
import { CELLS, KINDS, STATUSES, Tally } from "./tally.js";
import { mercatorX, mercatorY } from "./view.js";

/** @typedef {import("./app.js").App} App */

/** The days of an axis that has no claim: any month would do. */
const EMPTY_AXIS = [735000, 735030];
/** Where fewer of the claims say when, the page begins on the report's clock. */
const DATED_SHARE = 0.4;

/** Begin on the report's clock where few claims say when, and say so. @param {App} app */
export function chooseClock(app) {
  const { rows, code, first, reportFirst } = /** @type {import("./decode.js").Columns} */ (app.columns);
  let [claims, dated, reported] = [0, 0, 0];
  for (let i = 0; i < rows; i++) {
    if (!leadOf(code[i])) continue;
    claims += 1;
    if (first[i] !== UNDATED) dated += 1;
    if (reportFirst[i] !== UNDATED) reported += 1;
  }
  if (dated >= claims * DATED_SHARE || reported <= dated) return;
  app.state.clock = "report";
  const note = `Only ${number(dated)} of these claims say when: shown by the date of the report`;
  app.say([app.frame.note.textContent, note].filter(Boolean).join(". "));
}

/** @param {App} app @returns {{first: Int32Array, last: Int32Array}} the days of the clock that is chosen, by row */
export function clockDays(app) {
  const columns = /** @type {import("./decode.js").Columns} */ (app.columns);
  return app.state.clock === "event"
    ? { first: columns.first, last: columns.last }
    : { first: columns.reportFirst, last: columns.reportLast };
}

/** @param {App} app @returns {(code: number) => boolean} whether the page's filters let a kind and a status through */
export function passesOf({ command: { kinds, statuses } }) {
  const allowed = Array.from({ length: 64 }, (_, i) => (kinds?.includes(kindOf(i)) ?? true) && (statuses?.includes(statusOf(i)) ?? true));
  return (code) => allowed[code & 63];
}

/**
 * Return when each row begins and ends, in days, or in hours where the claims tell them.
 * @param {App} app @returns {{grain: number, begin: Int32Array, end: Int32Array}}
 */
function grainsOf(app) {
  const { first, last } = clockDays(app);
  const { daytime = null } = app.columns ?? {};
  if (!daytime || app.state.clock !== "event") return { grain: 1, begin: first, end: last };
  const begin = first.map((day, row) => day * HOURS + (day === last[row] ? hoursOf(daytime[row])[0] : 0));
  const end = last.map((day, row) => day * HOURS + (day === first[row] ? hoursOf(daytime[row])[1] : HOURS - 1));
  return { grain: HOURS, begin, end };
}

/** Let the rows through that the filters, the clock and the day of knowledge allow. @param {boolean} [anew] @param {App} app */
export function refilter(app, anew = false) {
  if (!app.columns) return;
  const { rows, code, place, reportLast } = app.columns;
  const { first, last } = clockDays(app);
  const passes = passesOf(app);
  const known = app.state.known ?? Infinity;
  const inside = insideArea(app);
  const cell = new Int32Array(rows);
  const lead = new Uint8Array(rows);
  const dated = new Int32Array(rows);
  let n = 0;
  const counts = { total: 0, filtered: 0, unknown: 0, undated: 0 };
  for (let i = 0; i < rows; i++) {
    const c = code[i];
    const leads = leadOf(c);
    counts.total += leads;
    if (!passes(c) || (inside && !inside[i])) counts.filtered += leads;
    else if (known !== Infinity && (reportLast[i] === UNDATED || reportLast[i] > known)) counts.unknown += leads;
    else if (first[i] === UNDATED) counts.undated += leads;
    else {
      const vague = last[i] - first[i] >= VAGUE_DAYS ? STATUSES * KINDS : 0;
      cell[i] = freshOf(c) ? place[i] * CELLS + vague + statusOf(c) * KINDS + kindOf(c) : -1;
      lead[i] = leads;
      dated[n++] = i;
    }
  }
  app.counts = counts;
  app.rows = dated.subarray(0, n);
  const { of: flow, count: flows } = /** @type {import("./flows.js").Flows} */ (app.flows);
  const { grain, begin, end } = grainsOf(app);
  app.grain = grain;
  app.tally = new Tally(app.rows, { first: begin, last: end, cell, flow, lead }, app.places.length, flows);
  app.perRoot = perRootOf(Math.max(1, ...(app.weights ?? [1])));
  layOutAxis(app, anew);
  recount(app);
  app.repaint();
}

/** @returns {Uint8Array | null} by row, 1 where its claim has a place in the drawn area; null where none is drawn @param {App} app */
export function insideArea(app) {
  const box = areaBox(app);
  if (!box || !app.columns) return null;
  const { rows, place, code } = app.columns;
  const [west, north, east, south] = box;
  const within = app.places.map(({ x, y }) => x >= west && x <= east && y >= north && y <= south);
  const inside = new Uint8Array(rows);
  for (let start = 0, end; start < rows; start = end) {
    end = start + 1;
    let any = within[place[start]];
    while (end < rows && !leadOf(code[end])) any = within[place[end++]] || any;
    if (any) inside.fill(1, start, end);
  }
  return inside;
}

/** Find the days that the axis must hold. @param {boolean} anew @param {App} app */
export function layOutAxis(app, anew) {
  const { first, last } = clockDays(app);
  /** @type {Set<number>} */
  const days = new Set();
  /** @type {Map<number, number>} */
  const reach = new Map();
  for (const row of app.rows ?? []) {
    const [a, b] = [first[row], last[row]];
    if (a === OPEN_START || b === OPEN_END) days.add(a === OPEN_START ? b : a);
    else if (a === b) days.add(a);
    else {
      days.add(a).add(b);
      if (b > (reach.get(a) ?? a)) reach.set(a, b);
    }
  }
  app.days = [...days].sort((a, b) => a - b);
  const sorted = app.days;
  const [from, to] = sorted.length > 0 ? [Math.max(1, sorted[0] - 2), Math.min(LAST_DAY + 1, sorted[sorted.length - 1] + 3)] : EMPTY_AXIS;
  app.axisRange = { from, to };
  app.gaps = gapsIn(sorted, reach, Math.max(MARGIN_DAYS, daysPerBin(from, to)));
  if (anew || app.view.to <= app.axisRange.from || app.view.from >= app.axisRange.to) app.view = { ...app.axisRange };
  if (app.state.last === 0 || (anew && app.linked.last === null && app.linked.first === null)) {
    Object.assign(app.state, { first: app.axisRange.from, last: app.axisRange.to - 1 });
  }
  if (app.state.first === 0) app.state.first = Math.min(app.axisRange.from, app.state.last);
}

/** Count the histogram of what lies on the screen. @param {App} app */
export function recount(app) {
  if (!app.columns || app.taking) return;
  const { code, place } = app.columns;
  const { first, last } = clockDays(app);
  const bounds = app.map.getBounds();
  const [west, east] = [mercatorX(bounds.getWest()), mercatorX(bounds.getEast())];
  const [north, south] = [mercatorY(bounds.getNorth()), mercatorY(bounds.getSouth())];
  const inside = app.places.map(({ x, y }) => x >= west && x <= east && y >= north && y <= south);
  const rows = app.rows.filter((row) => leadOf(code[row]) === 1 && inside[place[row]]);
  const { from, to } = app.axisRange;
  app.daily = daily({ rows, first, last, kind: (row) => kindOf(code[row]), from, to });
  const { daytime } = app.columns;
  app.hourly = app.grain === 1 || !daytime ? null : { rows, first, last, daytime, kind: (row) => kindOf(code[row]) };
  app.dock.redraw();
}
