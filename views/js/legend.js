/** The legend: what colours, lines, shapes and heads mean; only what occurs in the selection. */

import { drawDisc } from "./discs.js";
import { el } from "./dom.js";
import { drawCrossing, drawFlow } from "./flows.js";
import { KIND_NAMES, STATUS_NAMES, STATUS_ORDER } from "./style.js";
import { CELLS, KINDS } from "./tally.js";

/** @typedef {import("./style.js").Theme} Theme */

const WIDE = 54;
const TALL = 20;

/**
 * @param {Theme} theme
 * @param {{kinds: boolean[], statuses: boolean[], moves: boolean, crossings: boolean, areas: boolean}} present
 * @returns {HTMLElement[]}
 */
export function legendRows(theme, present) {
  const rows = [heading("What is claimed")];
  KIND_NAMES.forEach((name, kind) => {
    if (present.kinds[kind]) rows.push(row(name, TALL, (ctx) => swatch(ctx, theme.kinds[kind])));
  });
  rows.push(heading("How it is said"));
  for (const status of STATUS_ORDER) {
    if (present.statuses[status]) rows.push(row(STATUS_NAMES[status], WIDE, (ctx) => sample(ctx, theme, status)));
  }
  if (present.moves) {
    rows.push(heading("Movement"));
    rows.push(row("goal said to be reached", WIDE, (ctx) => arrow(ctx, theme, true)));
    rows.push(row("towards; not said to be reached", WIDE, (ctx) => arrow(ctx, theme, false)));
  }
  if (present.crossings) {
    rows.push(row("crossing the text names", WIDE, (ctx) => drawCrossing(ctx, WIDE / 2, TALL / 2, true, theme)));
    rows.push(row("crossing inferred", WIDE, (ctx) => drawCrossing(ctx, WIDE / 2, TALL / 2, false, theme)));
  }
  return rows;
}

/** @param {string} text */
function heading(text) {
  return el("div", { class: "dl-legend-head" }, [text]);
}

/** @param {string} text @param {number} width @param {(ctx: CanvasRenderingContext2D) => void} draw */
function row(text, width, draw) {
  const canvas = el("canvas", { "aria-hidden": "true" });
  const ratio = window.devicePixelRatio || 1;
  canvas.width = width * ratio;
  canvas.height = TALL * ratio;
  canvas.style.width = `${width}px`;
  canvas.style.height = `${TALL}px`;
  const ctx = canvas.getContext("2d");
  if (ctx) {
    ctx.scale(ratio, ratio);
    draw(ctx);
  }
  return el("div", { class: "dl-legend-row" }, [canvas, el("span", {}, [text])]);
}

/** @param {CanvasRenderingContext2D} ctx @param {string} colour */
function swatch(ctx, colour) {
  ctx.fillStyle = colour;
  ctx.fillRect(3, TALL / 2 - 6, 13, 13);
}

/** @param {CanvasRenderingContext2D} ctx @param {Theme} theme @param {number} status */
function sample(ctx, theme, status) {
  const cells = new Int32Array(CELLS);
  cells[status * KINDS + (KINDS - 1)] = 1;
  const group = { members: [0], x: 0, y: 0 };
  drawDisc(ctx, { group, x: 10, y: TALL / 2, r: 7.5, total: 1, cells }, theme, true);
  const flow = { points: [], places: [0, 1], status, reached: false, crossing: -1, stated: false, lane: 0 };
  const grey = { ...theme, kinds: theme.kinds.map(() => theme.kinds[KINDS - 1]) };
  drawFlow(ctx, flow, [{ x: 24, y: TALL / 2 }, { x: WIDE - 2, y: TALL / 2 }], 1, { theme: grey, still: true, strong: false });
}

/** @param {CanvasRenderingContext2D} ctx @param {Theme} theme @param {boolean} reached */
function arrow(ctx, theme, reached) {
  const flow = { points: [], places: [0, 1], status: 0, reached, crossing: -1, stated: false, lane: 0 };
  drawFlow(ctx, flow, [{ x: 3, y: TALL / 2 }, { x: reached ? 40 : 32, y: TALL / 2 }], 1, { theme, still: true, strong: false });
  ctx.beginPath();
  ctx.arc(46, TALL / 2, 5, 0, 7);
  ctx.strokeStyle = theme.ink;
  ctx.lineWidth = 1.3;
  ctx.stroke();
}
