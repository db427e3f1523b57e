/** Draw flows as arrows, and border crossings. */

import { MOVEMENT } from "./flows.js";
import { cross, DENIED, HYPOTHETICAL, statusLine } from "./style.js";

/** @typedef {import("./flows.js").Flow} Flow */
/** @typedef {import("./style.js").Theme} Theme */

/** @param {number} count @returns {number} pixels */
export function widthOf(count) {
  return Math.min(9, 2 + 1.25 * Math.log2(count));
}

/**
 * @param {CanvasRenderingContext2D} ctx @param {Flow} flow @param {{x: number, y: number}[]} line @param {number} count
 * @param {{theme: Theme, still: boolean, strong: boolean}} how
 */
export function drawFlow(ctx, flow, line, count, { theme, still, strong }) {
  const width = widthOf(count) + (strong ? 1.5 : 0);
  const colour = theme.kinds[MOVEMENT];
  ctx.save();
  ctx.lineJoin = "round";
  const end = line[line.length - 1];
  const before = line[line.length - 2];
  const angle = Math.atan2(end.y - before.y, end.x - before.x);
  const head = 6 + width * 1.7;
  const neck = flow.reached ? head * 0.8 : 0;
  const path = new Path2D();
  line.forEach((point, i) => {
    const last = i === line.length - 1;
    const x = last ? point.x - Math.cos(angle) * neck : point.x;
    const y = last ? point.y - Math.sin(angle) * neck : point.y;
    if (i === 0) path.moveTo(x, y);
    else path.lineTo(x, y);
  });
  if (still) {
    ctx.strokeStyle = theme.paper;
    ctx.globalAlpha = 0.75;
    ctx.lineWidth = width + 3;
    ctx.stroke(path);
  }
  ctx.strokeStyle = colour;
  ctx.fillStyle = colour;
  statusLine(ctx, flow.status, width, still);
  ctx.stroke(path);
  ctx.setLineDash([]);
  ctx.lineCap = "round";
  drawHead(ctx, end, angle, head, width, flow.reached, theme);
  if (flow.status === DENIED) {
    const i = Math.floor((line.length - 1) / 2);
    ctx.lineWidth = 2.4;
    cross(ctx, (line[i].x + line[i + 1].x) / 2, (line[i].y + line[i + 1].y) / 2, 7);
  }
  if (flow.status === HYPOTHETICAL) ctx.globalAlpha = 1;
  ctx.restore();
}

/**
 * Draw flows while something moves: without dashes and halos, those of one width and faintness in one stroke.
 * @param {CanvasRenderingContext2D} ctx @param {Theme} theme
 * @param {{flow: Flow, line: {x: number, y: number}[], count: number}[]} drawn
 */
export function drawFlowsPlainly(ctx, theme, drawn) {
  /** @type {Map<number, Path2D>} */
  const shafts = new Map();
  const full = new Path2D();
  const open = new Path2D();
  for (const { flow, line, count } of drawn) {
    const width = Math.round(widthOf(count));
    const key = flow.status === HYPOTHETICAL ? -width : width;
    let shaft = shafts.get(key);
    if (!shaft) shafts.set(key, (shaft = new Path2D()));
    shaft.moveTo(line[0].x, line[0].y);
    for (let i = 1; i < line.length; i++) shaft.lineTo(line[i].x, line[i].y);
    const [end, before] = [line[line.length - 1], line[line.length - 2]];
    const angle = Math.atan2(end.y - before.y, end.x - before.x);
    const size = 6 + width * 1.7;
    const head = flow.reached ? full : open;
    head.moveTo(end.x - Math.cos(angle + 0.45) * size, end.y - Math.sin(angle + 0.45) * size);
    head.lineTo(end.x, end.y);
    head.lineTo(end.x - Math.cos(angle - 0.45) * size, end.y - Math.sin(angle - 0.45) * size);
  }
  ctx.save();
  ctx.strokeStyle = ctx.fillStyle = theme.kinds[MOVEMENT];
  for (const [key, shaft] of shafts) {
    ctx.lineWidth = Math.abs(key);
    ctx.globalAlpha = key < 0 ? 0.6 : 1;
    ctx.stroke(shaft);
  }
  ctx.globalAlpha = 1;
  ctx.lineWidth = 2;
  ctx.stroke(open);
  ctx.fill(full);
  ctx.restore();
}

/** A full head stands on a goal that was reached; an open one says only the direction. */
function drawHead(
  /** @type {CanvasRenderingContext2D} */ ctx, /** @type {{x: number, y: number}} */ at, /** @type {number} */ angle,
  /** @type {number} */ size, /** @type {number} */ width, /** @type {boolean} */ reached, /** @type {Theme} */ theme,
) {
  const wing = (/** @type {number} */ turn) => [at.x - Math.cos(angle + turn) * size, at.y - Math.sin(angle + turn) * size];
  const [left, right] = [wing(0.45), wing(-0.45)];
  ctx.beginPath();
  ctx.moveTo(left[0], left[1]);
  ctx.lineTo(at.x, at.y);
  ctx.lineTo(right[0], right[1]);
  if (reached) {
    ctx.closePath();
    ctx.fill();
  } else {
    ctx.lineWidth = Math.max(1.6, Math.min(width, 3.5));
    ctx.strokeStyle = theme.kinds[MOVEMENT];
    ctx.stroke();
  }
}

/**
 * Draw a border crossing: a lozenge, full where the text names it and hollow where it is inferred.
 * @param {CanvasRenderingContext2D} ctx @param {number} x @param {number} y @param {boolean} stated @param {Theme} theme
 */
export function drawCrossing(ctx, x, y, stated, theme) {
  const r = 7;
  ctx.save();
  ctx.beginPath();
  ctx.moveTo(x, y - r);
  ctx.lineTo(x + r, y);
  ctx.lineTo(x, y + r);
  ctx.lineTo(x - r, y);
  ctx.closePath();
  ctx.lineWidth = 4;
  ctx.strokeStyle = theme.paper;
  ctx.stroke();
  ctx.fillStyle = stated ? theme.ink : theme.paper;
  ctx.fill();
  ctx.lineWidth = 1.8;
  ctx.strokeStyle = theme.ink;
  ctx.stroke();
  ctx.restore();
}
