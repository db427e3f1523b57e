/** Draw what is claimed at a place: a disc for a town, a ring or an outline for an area, split by status and kind. */

import { ASSERTED, cross, DENIED, FILL, HYPOTHETICAL, SANS, STATUS_ORDER, statusLine } from "./style.js";
import { KINDS, STATUSES } from "./tally.js";
import { pixelsOf } from "./view.js";
import { inWorld } from "./world.js";

/** @typedef {import("./places.js").Shown} Shown */
/** @typedef {import("./style.js").Theme} Theme */
/** @typedef {import("./view.js").View} View */

const VAGUE_ALPHA = 0.4;
const COUNT_FROM_R = 10;

/**
 * @param {CanvasRenderingContext2D} ctx @param {Shown} shown @param {Theme} theme @param {boolean} still
 */
export function drawDisc(ctx, shown, theme, still) {
  const { x, y, r, total, cells } = shown;
  ctx.save();
  ctx.beginPath();
  ctx.arc(x, y, r + 1.5, 0, 7);
  ctx.fillStyle = theme.paper;
  ctx.fill();
  const rim = Math.max(1.6, Math.min(3, r / 6));
  let from = -Math.PI / 2;
  for (const status of STATUS_ORDER) {
    for (let vague = 0; vague < 2; vague++) {
      for (let kind = 0; kind < KINDS; kind++) {
        const count = cells[(vague * STATUSES + status) * KINDS + kind];
        if (count <= 0) continue;
        const to = from + (count / total) * 2 * Math.PI;
        sector(ctx, shown, { from, to, status, colour: theme.kinds[kind], rim, alpha: vague ? VAGUE_ALPHA : 1 }, still);
        from = to;
      }
    }
  }
  if (total > 1 && r >= COUNT_FROM_R) drawCount(ctx, x, y, total, r, theme);
  ctx.restore();
}

/**
 * @param {CanvasRenderingContext2D} ctx @param {Shown} shown
 * @param {{from: number, to: number, status: number, colour: string, rim: number, alpha: number}} part
 * @param {boolean} still
 */
function sector(ctx, { x, y, r }, { from, to, status, colour, rim, alpha }, still) {
  const whole = to - from > 6.28;
  ctx.beginPath();
  if (!whole) ctx.moveTo(x, y);
  ctx.arc(x, y, r, from, to);
  ctx.closePath();
  if (FILL[status] > 0) {
    ctx.globalAlpha = FILL[status] * alpha;
    ctx.fillStyle = colour;
    ctx.fill();
  }
  ctx.strokeStyle = colour;
  if (status === ASSERTED) {
    ctx.globalAlpha = alpha;
    ctx.lineWidth = 1;
    ctx.setLineDash([]);
    ctx.stroke();
    return;
  }
  statusLine(ctx, status, rim, still);
  ctx.globalAlpha *= alpha;
  ctx.beginPath();
  ctx.arc(x, y, r - (status === HYPOTHETICAL ? 0.5 : rim / 2), from, to);
  ctx.stroke();
  ctx.setLineDash([]);
  if (status === DENIED) {
    ctx.lineWidth = Math.max(1.4, rim * 0.8);
    const middle = (from + to) / 2;
    const away = whole ? 0 : r * 0.6;
    const size = whole ? r * 0.5 : Math.min(r * 0.3, ((to - from) * r) / 4);
    cross(ctx, x + Math.cos(middle) * away, y + Math.sin(middle) * away, size);
  }
}

/** @param {CanvasRenderingContext2D} ctx @param {number} x @param {number} y @param {number} total @param {number} r @param {Theme} theme */
function drawCount(ctx, x, y, total, r, theme) {
  const text = total >= 10000 ? `${Math.round(total / 1000)}k` : String(total);
  ctx.globalAlpha = 1;
  const size = Math.max(12, Math.min(17, r * 0.72));
  ctx.font = `700 ${size}px ${SANS}`;
  ctx.fillStyle = theme.paper;
  ctx.beginPath();
  ctx.arc(x, y, Math.max(size * 0.34 * text.length + 2, size * 0.62), 0, 7);
  ctx.fill();
  ctx.fillStyle = theme.ink;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillText(text, x, y + size * 0.04);
}

/** @param {Int32Array} cells @returns {{status: number, kind: number}} the most frequent */
function main(cells) {
  let best = 0;
  for (let i = 1; i < cells.length; i++) if (cells[i] > cells[best]) best = i;
  return { status: Math.floor(best / KINDS) % STATUSES, kind: best % KINDS };
}

/**
 * Draw an area: its outline where it is known, else a hollow ring as wide as it may reach; never a dot.
 * @param {CanvasRenderingContext2D} ctx @param {View} view @param {Shown} shown
 * @param {{place: import("./places.js").PlaceMark, paths: Path2D[], theme: Theme, still: boolean}} how
 */
export function drawArea(ctx, view, shown, { place, paths, theme, still }) {
  const { status, kind } = main(shown.cells);
  const colour = theme.kinds[kind];
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.fillStyle = colour;
  if (paths.length > 0) {
    inWorld(ctx, view, (pixel) => {
      if (place.shape === "outline") {
        ctx.globalAlpha = 0.02 + 0.07 * FILL[status];
        for (const path of paths) ctx.fill(path, "evenodd");
      }
      statusLine(ctx, status, (place.shape === "line" ? 3 : 1.5) * pixel, false);
      if (still) ctx.setLineDash(dashOf(status).map((length) => length * pixel));
      for (const path of paths) ctx.stroke(path);
    });
  } else {
    const r = Math.max(shown.r + 4, Math.min(260, pixelsOf(place.radiusKm, place.y, view)));
    ctx.beginPath();
    ctx.arc(shown.x, shown.y, r, 0, 7);
    ctx.globalAlpha = 0.05;
    ctx.fill();
    statusLine(ctx, status, 2, still);
    ctx.stroke();
  }
  ctx.restore();
}

/** @param {number} status @returns {number[]} */
function dashOf(status) {
  return [[], [1.5, 4], [], [8, 5], []][status];
}

const LABEL_PX = 24;

/**
 * Draw the count of an area: a rounded label, so that it is not taken for a town, where it hides no disc.
 * @param {CanvasRenderingContext2D} ctx @param {View} view @param {Shown} shown @param {Theme} theme
 * @param {{name: string, take: (x: number, y: number, width: number, height: number, force?: boolean) => boolean}} how
 * @returns {{x: number, y: number, width: number, height: number}}
 */
export function drawAreaLabel(ctx, view, shown, theme, { name, take }) {
  const { status, kind } = main(shown.cells);
  ctx.save();
  const text = `${name}  ${shown.total}`;
  ctx.font = `600 13px ${SANS}`;
  const width = ctx.measureText(text).width + 32;
  const at = (/** @type {[number, number]} */ [dx, dy]) => boxAt({ ...shown, x: heldInside(shown.x, dx, width, view) }, width, dy);
  const free = AROUND.find((share) => take(...at(share)));
  const [x, y] = at(free ?? [0, 0]);
  if (!free) take(x, y, width, LABEL_PX, true);
  const box = { x, y, width, height: LABEL_PX };
  const middle = y + LABEL_PX / 2;
  ctx.beginPath();
  ctx.roundRect(x, y, width, LABEL_PX, 4);
  ctx.globalAlpha = 0.92;
  ctx.fillStyle = theme.paper;
  ctx.fill();
  ctx.globalAlpha = 1;
  ctx.strokeStyle = theme.kinds[kind];
  statusLine(ctx, status, 1.5, true);
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.globalAlpha = 1;
  drawDisc(ctx, { ...shown, x: x + 13, y: middle, r: 7 }, theme, true);
  ctx.fillStyle = theme.ink;
  ctx.textBaseline = "middle";
  ctx.fillText(text, x + 25, middle + 1);
  ctx.restore();
  return box;
}

/**
 * Return the middle of a label, which is not cut at the map's edge where its area is in sight.
 * @param {number} x of the area @param {number} dx how far beside it, as a share of the width
 * @param {number} width @param {View} view @returns {number}
 */
function heldInside(x, dx, width, { inset, width: whole }) {
  const [left, right] = [inset + width / 2 + EDGE_PX, whole - inset - width / 2 - EDGE_PX];
  const wanted = x + dx * width;
  if (x < inset || x > whole - inset || left > right) return wanted;
  return Math.max(left, Math.min(right, wanted));
}

const EDGE_PX = 4;

/** Where a label may stand, as shares of its width and its height from the area's point. @type {[number, number][]} */
const AROUND = [
  [0, 0], [0, 1.3], [0, -1.3], [0.7, 0], [-0.7, 0], [0.6, 1.3], [-0.6, 1.3], [0.6, -1.3], [-0.6, -1.3], [0, 2.6], [0, -2.6],
  [1.1, 0], [-1.1, 0], [1.1, 1.3], [-1.1, 1.3], [1.1, -1.3], [-1.1, -1.3], [0.6, 2.6], [-0.6, 2.6], [0.6, -2.6], [0, 3.9], [0, -3.9],
];

/** @param {Shown} shown @param {number} width @param {number} dy @returns {[number, number, number, number]} */
function boxAt({ x, y }, width, dy) {
  return [x - width / 2, y + dy * LABEL_PX - LABEL_PX / 2, width, LABEL_PX];
}
