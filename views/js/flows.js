/** Movements as flows: claims that name the same way, in the same status and with the same end, are one arrow. */

import { leadOf, reachedOf, roleOf, statedOf, statusOf } from "./decode.js";
import { cross, DENIED, HYPOTHETICAL, statusLine } from "./style.js";
import { screenX, screenY } from "./view.js";

/** @typedef {import("./decode.js").Columns} Columns */
/** @typedef {import("./places.js").PlaceMark} PlaceMark */
/** @typedef {import("./view.js").View} View */
/** @typedef {import("./style.js").Theme} Theme */
/** @typedef {{x: number, y: number, name: string}} CrossingMark Mercator */
/**
 * @typedef {object} Flow
 * @property {Strand[]} strands one from each start to each goal that the text names
 * @property {{x: number, y: number}[]} points Mercator, of all strands
 * @property {number[]} places positions of the places that it names
 * @property {number} status
 * @property {boolean} reached
 * @property {number} crossing position, or -1
 * @property {boolean} stated
 * @property {[number, number, number, number]} box west, north, east, south in Mercator
 */
/**
 * @typedef {object} Strand
 * @property {{x: number, y: number}[]} points Mercator, in the order of the text, with the crossing in between
 * @property {number[]} places positions of the places that it passes
 * @property {boolean} reached
 * @property {number} lane how far beside others between the same ends it is drawn
 */

const MOVEMENT = 0;
const [, FROM, VIA, TO] = [0, 1, 2, 3];
export const REACHED = 1;

/**
 * Find the flows, and to which of them each row's claim belongs.
 * @param {Columns} columns @param {PlaceMark[]} places @param {CrossingMark[]} crossings
 * @returns {{flows: Flow[], flowOf: Int32Array}} `flowOf` is -1 but on the first row of a claim that moves
 */
export function flowsOf(columns, places, crossings) {
  const { rows, claim, place, code, crossing, noCrossing } = columns;
  const flowOf = new Int32Array(rows).fill(-1);
  /** @type {Map<string, number>} */
  const known = new Map();
  /** @type {Map<string, number>} */
  const lanes = new Map();
  /** @type {Flow[]} */
  const flows = [];
  for (let start = 0, end; start < rows; start = end) {
    end = start + 1;
    while (end < rows && claim[end] === claim[start] && !leadOf(code[end])) end++;
    if ((code[start] & 7) !== MOVEMENT) continue;
    const ends = { [FROM]: /** @type {number[]} */ ([]), [VIA]: /** @type {number[]} */ ([]), [TO]: /** @type {number[]} */ ([]) };
    for (let i = start; i < end; i++) {
      const named = ends[roleOf(code[i])];
      if (named && !named.includes(place[i])) named.push(place[i]);
    }
    const gate = crossing[start] === noCrossing ? -1 : crossing[start];
    const chains = chainsOf(ends[FROM], ends[VIA], ends[TO]).filter((chain) => chain.length + (gate >= 0 ? 1 : 0) >= 2);
    if (chains.length === 0) continue;
    const ways = `${chains.join(";")}/${gate}`;
    const key = `${ways}/${code[start] & 0x738}`;
    let flow = known.get(key);
    if (flow === undefined) {
      flow = flows.length;
      known.set(key, flow);
      const lane = lanes.get(ways) ?? 0;
      lanes.set(ways, lane + 1);
      const stated = statedOf(code[start]) === 1;
      const reached = reachedOf(code[start]) === REACHED;
      const strands = chains.map((chain) => ({
        points: pointsOf(chain.map((leg) => places[leg]), gate >= 0 ? crossings[gate] : null), places: chain, reached, lane,
      }));
      const points = strands.flatMap((strand) => strand.points);
      flows.push({
        strands, points, places: [...new Set(chains.flat())], status: statusOf(code[start]), reached, crossing: gate, stated,
        box: boxOf(points),
      });
    }
    flowOf[start] = flow;
  }
  return { flows, flowOf };
}

/**
 * List the ways of a movement: from each start through the stops, in their order, to each goal. Two starts are not
 * stops of one another, and neither are two goals.
 * @param {number[]} starts @param {number[]} stops @param {number[]} goals @returns {number[][]}
 */
export function chainsOf(starts, stops, goals) {
  const heads = starts.length > 0 ? starts.map((start) => [start]) : [[]];
  const tails = goals.length > 0 ? goals.map((goal) => [goal]) : [[]];
  return heads.flatMap((head) => tails.map((tail) => [...head, ...stops, ...tail].filter((leg, i, all) => leg !== all[i - 1])));
}

/**
 * Put the crossing where it makes the way least longer; a straight leg everywhere.
 * @param {{x: number, y: number}[]} legs @param {{x: number, y: number} | null} gate
 */
function pointsOf(legs, gate) {
  const points = legs.map(({ x, y }) => ({ x, y }));
  if (!gate) return points;
  if (points.length === 1) return [{ x: gate.x, y: gate.y }, points[0]];
  let best = 1;
  let least = Infinity;
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1], points[i]];
    const more = apart(a, gate) + apart(gate, b) - apart(a, b);
    if (more < least) [best, least] = [i, more];
  }
  points.splice(best, 0, { x: gate.x, y: gate.y });
  return points;
}

/** @param {{x: number, y: number}[]} points @returns {[number, number, number, number]} */
function boxOf(points) {
  const [x, y] = [points.map((point) => point.x), points.map((point) => point.y)];
  return [Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y)];
}

/** @param {{x: number, y: number}} a @param {{x: number, y: number}} b */
function apart(a, b) {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** How many flows are drawn at most; those left out are counted beside the legend. */
export const MOST_FLOWS = 200;

/**
 * Return the flows in the window that touch the screen, the largest first, and how many were left out.
 * @param {Flow[]} flows @param {Int32Array} counts @param {View} view
 * @returns {{drawn: number[], left: number}}
 */
export function largest(flows, counts, view) {
  /** @type {number[]} */
  const inside = [];
  const [west, north] = [view.left / view.scale, view.top / view.scale];
  const [east, south] = [west + view.width / view.scale, north + view.height / view.scale];
  for (let i = 0; i < flows.length; i++) {
    if (counts[i] <= 0) continue;
    const { box } = flows[i];
    if (box[0] <= east && box[2] >= west && box[1] <= south && box[3] >= north) inside.push(i);
  }
  inside.sort((a, b) => counts[b] - counts[a] || a - b);
  return { drawn: inside.slice(0, MOST_FLOWS), left: Math.max(0, inside.length - MOST_FLOWS) };
}

/**
 * Return the pixels of a strand, drawn beside others of the same way and clear of the discs at its ends.
 * @param {Strand} flow @param {View} view @param {(place: number) => number} clear radius of what stands at a place
 */
export function lineOf(flow, view, clear) {
  const line = flow.points.map(({ x, y }) => ({ x: screenX(view, x), y: screenY(view, y) }));
  if (flow.lane > 0) {
    const [a, b] = [line[0], line[line.length - 1]];
    const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
    const shift = (flow.lane % 2 ? 1 : -1) * Math.ceil(flow.lane / 2) * 6;
    for (const point of line) {
      point.x += (-(b.y - a.y) / length) * shift;
      point.y += ((b.x - a.x) / length) * shift;
    }
  }
  const goal = flow.places[flow.places.length - 1];
  const short = flow.reached ? clear(goal) + 2 : Math.max(clear(goal) + 10, 0.16 * lengthOf(line));
  shorten(line, Math.min(short, 0.55 * lastLeg(line)));
  line.reverse();
  if (flow.places.length > 1) shorten(line, Math.min(clear(flow.places[0]) + 2, 0.3 * lastLeg(line)));
  line.reverse();
  return line;
}

/** @param {{x: number, y: number}[]} line */
function lengthOf(line) {
  let sum = 0;
  for (let i = 1; i < line.length; i++) sum += apart(line[i - 1], line[i]);
  return sum;
}

/** @param {{x: number, y: number}[]} line */
function lastLeg(line) {
  return apart(line[line.length - 2], line[line.length - 1]);
}

/** @param {{x: number, y: number}[]} line @param {number} by pixels taken from its end */
function shorten(line, by) {
  const [a, b] = [line[line.length - 2], line[line.length - 1]];
  const length = apart(a, b);
  if (length <= 0) return;
  const keep = (length - by) / length;
  line[line.length - 1] = { x: a.x + (b.x - a.x) * keep, y: a.y + (b.y - a.y) * keep };
}

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
