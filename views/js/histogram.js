/** The histogram under the timeline: claims a day, stacked by kind; vague dates spread thin over their interval. */

import { ALL_DAY, HOURS, hoursOf } from "./hours.js";
import { SANS } from "./style.js";
import { KINDS } from "./tally.js";

/** @typedef {import("./axis.js").Axis} Axis */
/** @typedef {import("./style.js").Theme} Theme */

/** Claims whose interval is longer than this are vague: they are spread, not stacked on a day. */
export const VAGUE_DAYS = 7;
const MOST_BINS = 400_000;

/**
 * @typedef {object} Daily
 * @property {number} from first day
 * @property {number} bins how many
 * @property {number} per days in a bin: one, but for an axis of more than a thousand years
 * @property {Float32Array} sharp claims by bin and kind
 * @property {Float32Array} vague claims by bin and kind, each spread evenly over its interval
 */

/** @param {number} from @param {number} to @returns {number} how many days are counted together on an axis of this length */
export function daysPerBin(from, to) {
  return Math.max(1, Math.ceil((to - from) / MOST_BINS));
}

/**
 * Count claims by day and kind.
 * @param {{rows: Int32Array, first: Int32Array, last: Int32Array, kind: (row: number) => number, from: number, to: number}} of
 *   `rows` each stand for one claim; days outside `[from, to)` are left out
 * @returns {Daily}
 */
export function daily({ rows, first, last, kind, from, to }) {
  const per = daysPerBin(from, to);
  const bins = Math.max(1, Math.ceil((to - from) / per));
  const sharp = new Float32Array(bins * KINDS);
  const slope = new Float64Array((bins + 1) * KINDS);
  let anyVague = false;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    const length = last[row] - first[row] + 1;
    const a = Math.max(0, Math.floor((first[row] - from) / per));
    const b = Math.min(bins, Math.floor((last[row] - from) / per) + 1);
    if (b <= a) continue;
    const k = kind(row);
    if (length > VAGUE_DAYS) {
      const weight = 1 / Math.min(Math.ceil(length / per), bins);
      slope[a * KINDS + k] += weight;
      slope[b * KINDS + k] -= weight;
      anyVague = true;
    } else for (let bin = a; bin < b; bin++) sharp[bin * KINDS + k] += 1 / (per === 1 ? length : b - a);
  }
  const vague = new Float32Array(bins * KINDS);
  if (anyVague) {
    const level = new Float64Array(KINDS);
    for (let bin = 0; bin < bins; bin++) {
      for (let k = 0; k < KINDS; k++) {
        level[k] += slope[bin * KINDS + k];
        vague[bin * KINDS + k] = level[k] > 1e-9 ? level[k] : 0;
      }
    }
  }
  return { from, bins, per, sharp, vague };
}

const BAR_PX = 5;

/**
 * @param {CanvasRenderingContext2D} ctx @param {Axis} axis @param {Daily} counts @param {number} height of the bars' room
 * @param {Theme} theme
 */
export function drawHistogram(ctx, axis, counts, height, theme) {
  const bars = barsOf(axis, counts);
  const most = Math.max(1, ...bars.map((bar) => bar.total));
  for (const bar of bars) {
    let y = height;
    for (const [values, alpha] of /** @type {const} */ ([[bar.sharp, 1], [bar.vague, 0.4]])) {
      ctx.globalAlpha = alpha;
      for (let k = 0; k < KINDS; k++) {
        if (values[k] <= 0) continue;
        const tall = Math.max(1, (values[k] / most) * (height - 4));
        ctx.fillStyle = theme.kinds[k];
        ctx.fillRect(bar.x, y - tall, bar.width, tall);
        y -= tall;
      }
    }
  }
  ctx.globalAlpha = 1;
}

/** From what width of a day on its bars are hours. */
export const HOURLY_PX = 168;
/**
 * @typedef {object} Hourly what bars of hours are counted from
 * @property {Int32Array} rows each stands for one claim @property {Int32Array} first @property {Int32Array} last
 * @property {Uint8Array} daytime @property {(row: number) => number} kind
 */

/**
 * Draw a bar an hour: an hour that is told stands sharp, a part of a day and a whole day are spread thin.
 * @param {CanvasRenderingContext2D} ctx @param {Axis} axis @param {Hourly} of @param {number} height @param {Theme} theme
 */
export function drawHours(ctx, axis, { rows, first, last, daytime, kind }, height, theme) {
  const start = axis.from * HOURS;
  const slots = (axis.to - axis.from) * HOURS;
  const [sharp, vague] = [new Float32Array(slots * KINDS), new Float32Array(slots * KINDS)];
  for (const row of rows) {
    if (last[row] < axis.from || first[row] >= axis.to || last[row] - first[row] >= VAGUE_DAYS) continue;
    const [from, to] = first[row] === last[row] ? hoursOf(daytime[row]) : ALL_DAY;
    const [a, b] = [first[row] * HOURS + from - start, last[row] * HOURS + to - start];
    const bars = a === b ? sharp : vague;
    for (let at = Math.max(0, a); at <= Math.min(slots - 1, b); at++) bars[at * KINDS + kind(row)] += 1 / (b - a + 1);
  }
  let most = 1;
  for (let at = 0; at < slots; at++) {
    let total = 0;
    for (let k = 0; k < KINDS; k++) total += sharp[at * KINDS + k] + vague[at * KINDS + k];
    most = Math.max(most, total);
  }
  for (let at = 0; at < slots; at++) {
    const x = axis.x(axis.from + at / HOURS);
    const width = axis.x(axis.from + (at + 1) / HOURS) - x;
    let y = height;
    for (const [bars, alpha] of /** @type {const} */ ([[sharp, 1], [vague, 0.4]])) {
      ctx.globalAlpha = alpha;
      for (let k = 0; k < KINDS; k++) {
        const value = bars[at * KINDS + k];
        if (value <= 0) continue;
        const tall = Math.max(1, (value / most) * (height - 4));
        ctx.fillStyle = theme.kinds[k];
        ctx.fillRect(x, y - tall, Math.max(1, width - 1), tall);
        y -= tall;
      }
    }
  }
  ctx.globalAlpha = 1;
}

/** @param {Axis} axis @param {Daily} counts */
function barsOf(axis, counts) {
  /** @type {{x: number, width: number, sharp: Float32Array, vague: Float32Array, total: number}[]} */
  const bars = [];
  const step = Math.max(counts.per, Math.ceil(BAR_PX / Math.max(axis.perDay, 1e-6)));
  for (const piece of axis.pieces) {
    if (piece.folded) continue;
    for (let day = piece.from; day < piece.to; day += step) {
      const until = Math.min(day + step, piece.to);
      const sharp = new Float32Array(KINDS);
      const vague = new Float32Array(KINDS);
      let total = 0;
      const binOf = (/** @type {number} */ of) => Math.min(counts.bins, Math.max(0, Math.ceil((of - counts.from) / counts.per)));
      for (let bin = binOf(day); bin < binOf(until); bin++) {
        for (let k = 0; k < KINDS; k++) {
          const at = bin * KINDS + k;
          sharp[k] += counts.sharp[at];
          vague[k] += counts.vague[at];
          total += counts.sharp[at] + counts.vague[at];
        }
      }
      if (total <= 0) continue;
      const x = axis.x(day);
      const width = axis.x(until) - x;
      const gap = width > 3 ? 1 : 0;
      const wide = Math.min(width - gap, 26);
      bars.push({ x: x + (width - wide) / 2, width: wide, sharp, vague, total });
    }
  }
  return bars;
}

/**
 * Draw the axis under the bars: ticks, dates, and a break where days are folded.
 * @param {CanvasRenderingContext2D} ctx @param {Axis} axis @param {number} y of the axis line @param {Theme} theme
 * @param {boolean} hours whether the bars over it are hours: else its ticks would tell hours that nobody told
 */
export function drawAxis(ctx, axis, y, theme, hours) {
  ctx.save();
  ctx.strokeStyle = theme.countryName;
  ctx.fillStyle = theme.ink;
  ctx.lineWidth = 1;
  ctx.font = `12px ${SANS}`;
  ctx.textBaseline = "top";
  ctx.textAlign = "center";
  for (const piece of axis.pieces) {
    if (piece.folded) drawFold(ctx, piece, y, theme);
    else line(ctx, piece.x, y + 0.5, piece.x + piece.width, y + 0.5);
  }
  let taken = -Infinity;
  for (const tick of axis.ticks(hours)) {
    const x = Math.round(tick.x) + 0.5;
    line(ctx, x, y, x, y + 5);
    ctx.font = `${tick.major ? "600 " : ""}12px ${SANS}`;
    const half = ctx.measureText(tick.text).width / 2;
    const middle = Math.min(Math.max(x, half + 1), axis.width - half - 1);
    if (middle - half < taken + 8) continue;
    ctx.fillText(tick.text, middle, y + 7);
    taken = middle + half;
  }
  ctx.restore();
}

/** @param {CanvasRenderingContext2D} ctx @param {import("./axis.js").Piece} piece @param {number} y @param {Theme} theme */
function drawFold(ctx, piece, y, theme) {
  const middle = piece.x + piece.width / 2;
  ctx.save();
  ctx.strokeStyle = theme.countryName;
  ctx.setLineDash([2, 3]);
  line(ctx, piece.x, y + 0.5, piece.x + piece.width, y + 0.5);
  ctx.setLineDash([]);
  line(ctx, middle - 5, y + 5, middle - 1, y - 5);
  line(ctx, middle + 1, y + 5, middle + 5, y - 5);
  ctx.fillStyle = theme.countryName;
  const days = piece.to - piece.from;
  const text = days > 600 ? `${Math.round(days / 365.25)} yr` : days > 59 ? `${Math.round(days / 30.4)} mo` : `${days} d`;
  ctx.font = `12px ${SANS}`;
  ctx.textBaseline = "bottom";
  ctx.fillText(text, middle, y - 8);
  ctx.restore();
}

/** @param {CanvasRenderingContext2D} ctx @param {number} a @param {number} b @param {number} c @param {number} d */
function line(ctx, a, b, c, d) {
  ctx.beginPath();
  ctx.moveTo(a, b);
  ctx.lineTo(c, d);
  ctx.stroke();
}
