/** Draw what is claimed at a place: a disc for a town, a ring or an outline for an area, split by status and kind. */

import { leaderEnd, roomFor } from "./labels.js";
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
 * @typedef {object} AreaLabel a rounded label with the count of an area, so that it is not taken for a town
 * @property {Shown} shown
 * @property {string} text
 * @property {import("./labels.js").Rect} box
 */

/**
 * Find room for an area's label where it hides no disc; where there is little, its count stands alone.
 * @param {CanvasRenderingContext2D} ctx @param {View} view @param {Shown} shown
 * @param {{name: string, take: import("./labels.js").Take}} how @returns {AreaLabel}
 */
export function areaLabel(ctx, view, shown, { name, take }) {
  ctx.save();
  ctx.font = `600 13px ${SANS}`;
  const texts = [`${name}  ${shown.total}`, String(shown.total)];
  const widths = texts.map((text) => ctx.measureText(text).width + 32);
  ctx.restore();
  const { form, ...box } = roomFor(shown, widths, LABEL_PX, view, take);
  return { shown, text: texts[form], box };
}

/** Lead from an area to its label where that stands away from it. @param {CanvasRenderingContext2D} ctx @param {AreaLabel} label @param {Theme} theme */
export function drawLeader(ctx, { shown, box }, theme) {
  const end = leaderEnd(shown, box);
  if (!end) return;
  ctx.save();
  for (const [colour, width] of /** @type {[string, number][]} */ ([[theme.paper, 3.5], [theme.kinds[main(shown.cells).kind], 1.3]])) {
    ctx.strokeStyle = colour;
    ctx.lineWidth = width;
    ctx.beginPath();
    ctx.moveTo(shown.x, shown.y);
    ctx.lineTo(end.x, end.y);
    ctx.stroke();
  }
  ctx.restore();
}

/** @param {CanvasRenderingContext2D} ctx @param {AreaLabel} label @param {Theme} theme */
export function drawAreaLabel(ctx, { shown, text, box }, theme) {
  const { status, kind } = main(shown.cells);
  const { x, y, width } = box;
  ctx.save();
  ctx.font = `600 13px ${SANS}`;
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
}
