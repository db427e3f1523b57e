/** The time axis: days to pixels and back, with long empty stretches folded, and its ticks. */

import { dateOf, monthName, ordinalOf } from "./dates.js";

/** How wide a folded stretch is drawn, in pixels. */
export const FOLD_PX = 34;
/** A stretch without claims is folded where it takes more than this share of the days that are not empty. */
const FOLD_SHARE = 0.35;
const FOLD_LEAST_DAYS = 45;
/** Days kept empty on both sides of what holds claims. */
export const MARGIN_DAYS = 3;

/**
 * @typedef {object} Piece a stretch of the axis on which a day has one width
 * @property {number} from first day
 * @property {number} to day after the last
 * @property {number} x
 * @property {number} width
 * @property {boolean} folded
 */

/**
 * Find the stretches between claims that are long enough to be folded.
 * @param {number[]} days on which a claim begins or ends, sorted
 * @param {Map<number, number>} [reach] the last day of the longest claim that begins on a day, where it is another
 * @param {number} [margin] days kept empty on both sides of what holds claims
 * @returns {[number, number][]} `[from, to)`
 */
export function gapsIn(days, reach = new Map(), margin = MARGIN_DAYS) {
  /** @type {[number, number][]} */
  const gaps = [];
  /** @type {[number, number][]} */
  const bare = [];
  let busy = 1;
  let covered = -Infinity;
  for (let i = 1; i < days.length; i++) {
    covered = Math.max(covered, reach.get(days[i - 1]) ?? days[i - 1]);
    const under = covered >= days[i];
    busy += under ? days[i] - days[i - 1] : Math.min(days[i] - days[i - 1], FOLD_LEAST_DAYS);
    if (!under && days[i] - covered > FOLD_LEAST_DAYS) bare.push([covered + 1, days[i]]);
  }
  const least = Math.max(FOLD_LEAST_DAYS, busy * FOLD_SHARE);
  for (const [from, to] of bare) if (to - from > least + 2 * margin) gaps.push([from + margin, to - margin]);
  return gaps;
}

export class Axis {
  /**
   * @param {number} from first day @param {number} to day after the last @param {number} width in pixels
   * @param {[number, number][]} gaps stretches to fold
   */
  constructor(from, to, width, gaps) {
    this.from = from;
    this.to = Math.max(to, from + 1);
    this.width = width;
    const inside = gaps
      .map(([a, b]) => /** @type {[number, number]} */ ([Math.max(a, from), Math.min(b, this.to)]))
      .filter(([a, b]) => b - a > 1);
    const foldPx = Math.min(FOLD_PX, (width * 0.4) / Math.max(1, inside.length));
    const folded = inside.reduce((sum, [a, b]) => sum + b - a, 0);
    this.perDay = (width - inside.length * foldPx) / Math.max(1, this.to - from - folded);
    /** @type {Piece[]} */
    this.pieces = [];
    let day = from;
    let x = 0;
    const push = (/** @type {number} */ until, /** @type {boolean} */ fold) => {
      if (until <= day) return;
      const wide = fold ? foldPx : (until - day) * this.perDay;
      this.pieces.push({ from: day, to: until, x, width: wide, folded: fold });
      x += wide;
      day = until;
    };
    for (const [a, b] of inside) {
      push(a, false);
      push(b, true);
    }
    push(this.to, false);
  }

  /** @param {number} day @returns {number} the x of the day's start; beyond the axis it goes on straight */
  x(day) {
    if (day < this.from) return (day - this.from) * this.perDay;
    for (const piece of this.pieces) {
      if (day < piece.to) return piece.x + ((day - piece.from) / (piece.to - piece.from)) * piece.width;
    }
    return this.width + (day - this.to) * this.perDay;
  }

  /** @param {number} x @returns {number} the day under a pixel */
  day(x) {
    return Math.floor(this.at(x));
  }

  /** @param {number} x @returns {number} the day under a pixel, and how much of it has passed */
  at(x) {
    if (x < 0) return this.from + x / this.perDay;
    for (const piece of this.pieces) {
      if (x < piece.x + piece.width) return piece.from + ((x - piece.x) / piece.width) * (piece.to - piece.from);
    }
    return this.to + (x - this.width) / this.perDay;
  }

  /**
   * Return the fold that the days lie wholly in, or null.
   * @param {number} first @param {number} last @returns {Piece | null}
   */
  foldAt(first, last) {
    return this.pieces.find((piece) => piece.folded && piece.from <= first && last < piece.to) ?? null;
  }

  /**
   * @param {boolean} [hours] whether what stands over the axis is told by the hour; else a day is the finest step
   * @returns {{x: number, text: string, major: boolean}[]}
   */
  ticks(hours = false) {
    /** @type {{x: number, text: string, major: boolean}[]} */
    const ticks = [];
    for (const piece of this.pieces) {
      if (!piece.folded) pieceTicks(piece, this.perDay, ticks, hours);
    }
    return ticks;
  }
}

const STEPS = /** @type {const} */ ([
  ["hour", 1], ["hour", 2], ["hour", 3], ["hour", 6],
  ["day", 1], ["day", 2], ["day", 5], ["day", 10], ["month", 1], ["month", 3], ["month", 6],
  ["year", 1], ["year", 2], ["year", 5], ["year", 10], ["year", 25], ["year", 50], ["year", 100], ["year", 500],
]);
const DAYS = { hour: 1 / 24, day: 1, month: 30.4, year: 365.25 };
const LEAST_TICK_PX = 46;

/** @param {Piece} piece @param {number} perDay @param {{x: number, text: string, major: boolean}[]} out @param {boolean} hours */
function pieceTicks(piece, perDay, out, hours) {
  const before = out.length;
  unitTicks(piece, perDay, out, hours);
  if (out.slice(before).some(({ major }) => major)) return;
  out.length = before;
  const middle = dateOf(Math.floor((piece.from + piece.to) / 2));
  const text = `${monthName(middle.getUTCMonth()).slice(0, 3)} ${middle.getUTCFullYear()}`;
  out.push({ x: piece.x + piece.width / 2, text, major: true });
}

/** @param {Piece} piece @param {number} perDay @param {{x: number, text: string, major: boolean}[]} out @param {boolean} hours */
function unitTicks(piece, perDay, out, hours) {
  const fits = STEPS.find(([u, n]) => (hours || u !== "hour") && DAYS[u] * n * perDay >= LEAST_TICK_PX);
  const [unit, by] = fits ?? STEPS[STEPS.length - 1];
  const start = dateOf(piece.from);
  const at = (/** @type {number} */ day, /** @type {string} */ text, /** @type {boolean} */ major) => {
    if (day >= piece.from && day < piece.to) {
      out.push({ x: piece.x + ((day - piece.from) / (piece.to - piece.from)) * piece.width, text, major });
    }
  };
  const year = start.getUTCFullYear();
  if (unit === "hour") {
    for (let day = piece.from; day < piece.to; day++) {
      const date = dateOf(day);
      at(day, `${date.getUTCDate()} ${monthName(date.getUTCMonth()).slice(0, 3)}${day === piece.from ? ` ${year}` : ""}`, true);
      for (let hour = by; hour < 24; hour += by) at(day + hour / 24, `${String(hour).padStart(2, "0")}:00`, false);
    }
    return;
  }
  if (unit === "year") {
    for (let y = Math.floor(year / by) * by; ; y += by) {
      const day = ordinalOf(Math.max(1, y), 0, 1);
      if (day >= piece.to) break;
      at(day, String(Math.max(1, y)), true);
    }
    return;
  }
  const monthBy = unit === "month" ? by : 1;
  let month = unit === "month" ? Math.floor(start.getUTCMonth() / by) * by : start.getUTCMonth();
  let yearNow = year;
  let named = false;
  for (;;) {
    const first = ordinalOf(yearNow, month, 1);
    if (first >= piece.to) break;
    const major = month === 0 || !named;
    const short = monthName(month).slice(0, 3);
    if (unit === "day") {
      const next = ordinalOf(yearNow, month + 1, 1);
      for (let day = first; day < next; day += by) {
        if (next - day < by && day !== first) continue;
        const isFirst = day === first;
        const inside = day >= piece.from && day < piece.to;
        const head = inside && (isFirst || !named);
        at(day, head ? `${day - first + 1} ${short}${!named || month === 0 ? ` ${yearNow}` : ""}` : String(day - first + 1), head);
        if (inside) named = true;
        if (by > 1 && isFirst) day -= 1;
      }
    } else {
      at(first, major ? `${short} ${yearNow}` : short, major);
      if (first >= piece.from) named = true;
    }
    month += monthBy;
    if (month > 11) {
      month -= 12;
      yearNow += 1;
    }
  }
}
