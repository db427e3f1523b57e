/** Count what is in the window, a place, a status and a kind, by what the last step changed. */

export const STATUSES = 5;
export const KINDS = 8;
/** Cells of a place: whether the date is vague, status, kind. */
export const CELLS = 2 * STATUSES * KINDS;

/**
 * Return the first position in the sorted `days` whose day is greater than `day`.
 * @param {Int32Array} days @param {number} day @returns {number}
 */
export function upperBound(days, day) {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle] <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Return row numbers in the order of their days: a stable counting sort, linear in rows and days.
 * @param {Int32Array} rows @param {Int32Array} days indexed by row @returns {Int32Array}
 */
export function ordered(rows, days) {
  const n = rows.length;
  if (n === 0) return new Int32Array(0);
  let low = Infinity;
  let high = -Infinity;
  let sorted = true;
  for (let i = 0, before = -Infinity; i < n; i++) {
    const day = days[rows[i]];
    if (day < low) low = day;
    if (day > high) high = day;
    if (day < before) sorted = false;
    before = day;
  }
  if (sorted) return rows.slice();
  if (high - low > 4_000_000) return rows.slice().sort((a, b) => days[a] - days[b]);
  const starts = new Uint32Array(high - low + 2);
  for (let i = 0; i < n; i++) starts[days[rows[i]] - low + 1]++;
  for (let d = 1; d < starts.length; d++) starts[d] += starts[d - 1];
  const out = new Int32Array(n);
  for (let i = 0; i < n; i++) out[starts[days[rows[i]] - low]++] = rows[i];
  return out;
}

/**
 * @typedef {object} Counted what a row adds to, indexed by row
 * @property {Int32Array} first
 * @property {Int32Array} last
 * @property {Int32Array} cell position in the counts of places, or -1
 * @property {Int32Array} flow position in the counts of flows, or -1
 * @property {Uint8Array} lead 1 where the row counts as a claim
 */

/** One side of the window: the rows in the order of one of their days, and how many of them have been passed. */
class Side {
  /** @param {Int32Array} order @param {Int32Array} days @param {Counted} counted */
  constructor(order, days, counted) {
    const n = order.length;
    this.days = new Int32Array(n);
    this.cell = new Int32Array(n);
    this.flow = new Int32Array(n);
    this.lead = new Uint8Array(n);
    for (let i = 0; i < n; i++) {
      const row = order[i];
      this.days[i] = days[row];
      this.cell[i] = counted.cell[row];
      this.flow[i] = counted.flow[row];
      this.lead[i] = counted.lead[row];
    }
    this.passed = 0;
  }

  /** @param {number} to @param {number} sign @param {Tally} tally */
  pass(to, sign, tally) {
    const { cells, flows } = tally;
    const { cell, flow, lead } = this;
    let from = this.passed;
    let shown = 0;
    const step = to > from ? sign : -sign;
    const [low, high] = to > from ? [from, to] : [to, from];
    for (from = low; from < high; from++) {
      if (cell[from] >= 0) cells[cell[from]] += step;
      if (flow[from] >= 0) flows[flow[from]] += step;
      shown += lead[from];
    }
    tally.shown += step * shown;
    this.passed = to;
  }
}

/**
 * Counts of the rows whose interval shares a day with the window.
 *
 * A row is in the window [a, b] exactly if it starts by b and does not end before a: so the counts are those that
 * have started less those that have ended, and a step touches only the rows between the old and the new window.
 */
export class Tally {
  /** @param {Int32Array} rows the rows that the filters let through @param {Counted} counted @param {number} places @param {number} flows */
  constructor(rows, counted, places, flows) {
    this.cells = new Int32Array(places * CELLS);
    this.flows = new Int32Array(flows);
    this.shown = 0;
    this.starts = new Side(ordered(rows, counted.first), counted.first, counted);
    this.ends = new Side(ordered(rows, counted.last), counted.last, counted);
  }

  /** @param {number} first @param {number} last the window, inclusive */
  move(first, last) {
    this.starts.pass(upperBound(this.starts.days, last), 1, this);
    this.ends.pass(upperBound(this.ends.days, first - 1), -1, this);
  }
}
