/** The legend: what colours, lines, shapes and heads mean; only what occurs in the selection. */

import { drawDisc } from "./discs.js";
import { drawCrossing, drawFlow } from "./arrow.js";
import { KIND_NAMES, SANS, STATUS_NAMES, STATUS_ORDER, statusLine } from "./style.js";
import { CELLS, KINDS } from "./tally.js";

/** @typedef {import("./style.js").Theme} Theme */
/** @typedef {{kinds: boolean[], statuses: boolean[], moves: boolean, crossings: boolean, areas: boolean}} Present */
/** @typedef {{text: string, draw: ((ctx: CanvasRenderingContext2D) => void) | null}} Entry a heading where it draws nothing */

const SAMPLE = 54;
const TALL = 21;
const MIDDLE = TALL / 2;

/** @param {Theme} theme @param {Present} present @returns {Entry[]} */
export function legendOf(theme, present) {
  /** @type {Entry[]} */
  const entries = [{ text: "What is claimed", draw: null }];
  KIND_NAMES.forEach((text, kind) => {
    if (present.kinds[kind]) entries.push({ text, draw: (ctx) => swatch(ctx, theme.kinds[kind]) });
  });
  entries.push({ text: "How it is said", draw: null });
  for (const status of STATUS_ORDER) {
    if (present.statuses[status]) entries.push({ text: STATUS_NAMES[status], draw: (ctx) => sample(ctx, theme, status) });
  }
  if (present.areas) entries.push({ text: "an area, not a point", draw: (ctx) => area(ctx, theme) });
  if (present.moves) {
    entries.push({ text: "Movement", draw: null });
    entries.push({ text: "goal said to be reached", draw: (ctx) => arrow(ctx, theme, true) });
    entries.push({ text: "towards; not said to arrive", draw: (ctx) => arrow(ctx, theme, false) });
  }
  if (present.crossings) {
    entries.push({ text: "crossing that the text names", draw: (ctx) => drawCrossing(ctx, SAMPLE / 2, MIDDLE, true, theme) });
    entries.push({ text: "crossing inferred", draw: (ctx) => drawCrossing(ctx, SAMPLE / 2, MIDDLE, false, theme) });
  }
  return entries;
}

/**
 * Draw the legend, one entry under another.
 * @param {CanvasRenderingContext2D} ctx @param {Theme} theme @param {Present} present @returns {number} its height
 */
export function drawLegend(ctx, theme, present) {
  let y = 0;
  for (const { text, draw } of legendOf(theme, present)) {
    ctx.save();
    ctx.translate(0, y + (draw || y === 0 ? 0 : 6));
    ctx.save();
    draw?.(ctx);
    ctx.restore();
    ctx.globalAlpha = 1;
    ctx.setLineDash([]);
    ctx.font = `${draw ? "" : "600 "}13px ${SANS}`;
    ctx.textBaseline = "middle";
    ctx.textAlign = "left";
    ctx.fillStyle = draw ? theme.ink : theme.townName;
    ctx.fillText(text, draw ? SAMPLE + 10 : 0, MIDDLE);
    ctx.restore();
    y += TALL + (draw ? 0 : 6);
  }
  return y;
}

/**
 * Return the legend as a canvas with its words as its label.
 * @param {Theme} theme @param {Present} present @returns {HTMLCanvasElement}
 */
export function legendCanvas(theme, present) {
  const canvas = document.createElement("canvas");
  const ratio = window.devicePixelRatio || 1;
  const entries = legendOf(theme, present);
  const [width, height] = [SAMPLE + 190, entries.reduce((sum, { draw }) => sum + TALL + (draw ? 0 : 6), 0)];
  canvas.width = width * ratio;
  canvas.height = height * ratio;
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", entries.map(({ text, draw }) => (draw ? text : `${text}:`)).join(" "));
  const ctx = canvas.getContext("2d");
  if (ctx) {
    ctx.scale(ratio, ratio);
    drawLegend(ctx, theme, present);
  }
  return canvas;
}

/** @param {CanvasRenderingContext2D} ctx @param {string} colour */
function swatch(ctx, colour) {
  ctx.fillStyle = colour;
  ctx.fillRect(SAMPLE / 2 - 7, MIDDLE - 7, 14, 14);
}

/** @param {CanvasRenderingContext2D} ctx @param {Theme} theme @param {number} status */
function sample(ctx, theme, status) {
  const cells = new Int32Array(CELLS);
  cells[status * KINDS + (KINDS - 1)] = 1;
  const group = { members: [0], x: 0, y: 0 };
  drawDisc(ctx, { group, x: 10, y: MIDDLE, r: 7.5, total: 1, cells }, theme, true);
  const flow = { chains: [], status, reached: false, crossing: -1, stated: false, lane: 0 };
  const grey = { ...theme, kinds: theme.kinds.map(() => theme.kinds[KINDS - 1]) };
  drawFlow(ctx, flow, [{ x: 24, y: MIDDLE }, { x: SAMPLE - 2, y: MIDDLE }], 1, { theme: grey, still: true, strong: false });
}

/** @param {CanvasRenderingContext2D} ctx @param {Theme} theme */
function area(ctx, theme) {
  ctx.beginPath();
  ctx.arc(SAMPLE / 2, MIDDLE, 8.5, 0, 7);
  ctx.globalAlpha = 0.1;
  ctx.fillStyle = theme.kinds[KINDS - 1];
  ctx.fill();
  ctx.strokeStyle = theme.kinds[KINDS - 1];
  statusLine(ctx, 0, 1.6, true);
  ctx.stroke();
}

/** @param {CanvasRenderingContext2D} ctx @param {Theme} theme @param {boolean} reached */
function arrow(ctx, theme, reached) {
  const flow = { chains: [], status: 0, reached, crossing: -1, stated: false, lane: 0 };
  drawFlow(ctx, flow, [{ x: 3, y: MIDDLE }, { x: reached ? 40 : 31, y: MIDDLE }], 1, { theme, still: true, strong: false });
  ctx.beginPath();
  ctx.arc(46, MIDDLE, 5, 0, 7);
  ctx.strokeStyle = theme.ink;
  ctx.lineWidth = 1.3;
  ctx.stroke();
}
