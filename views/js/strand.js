/** The lines of a flow: one from each start to each goal that the text names. */

import { screenX, screenY } from "./view.js";

/** @typedef {import("./flows.js").Flow} Flow */
/** @typedef {import("./places.js").PlaceMark} PlaceMark */
/** @typedef {import("./view.js").View} View */
/**
 * @typedef {object} Strand
 * @property {{x: number, y: number}[]} points Mercator, in the order of the text, with the crossing in between
 * @property {number[]} places positions of the places that it passes
 * @property {boolean} reached
 * @property {number} lane how far beside others between the same ends it is drawn
 */

/**
 * Lay out the strands of a flow.
 * @param {Flow} flow @param {PlaceMark[]} places @param {import("./flows.js").CrossingMark[]} crossings @returns {Strand[]}
 */
export function strandsOf({ chains, reached, crossing, lane }, places, crossings) {
  const gate = crossing >= 0 ? crossings[crossing] : null;
  return chains.map((chain) => ({ points: shortWay(pointsOf(chain.map((leg) => places[leg]), gate)), places: chain, reached, lane }));
}

/**
 * Let every leg go the short way round the earth: over the antimeridian it leaves the map at one edge.
 * @param {{x: number, y: number}[]} points Mercator @returns {{x: number, y: number}[]} some of them one world beside the map
 */
export function shortWay(points) {
  let before = points[0]?.x ?? 0;
  return points.map(({ x, y }) => {
    before = x - Math.round(x - before);
    return { x: before, y };
  });
}

/**
 * Return a line as often as it takes for all of it to lie on the map once: what leaves it at one edge comes in at the other.
 * @param {{x: number, y: number}[]} line pixels @param {View} view @returns {{x: number, y: number}[][]}
 */
export function roundTheWorld(line, view) {
  const [west, east] = [screenX(view, 0), screenX(view, 1)];
  const shifts = [0];
  if (line.some(({ x }) => x < west - 1)) shifts.push(view.scale);
  if (line.some(({ x }) => x > east + 1)) shifts.push(-view.scale);
  return shifts.map((shift) => (shift ? line.map(({ x, y }) => ({ x: x + shift, y })) : line));
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

/** @param {{x: number, y: number}} a @param {{x: number, y: number}} b */
function apart(a, b) {
  return Math.hypot(a.x - b.x, a.y - b.y);
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
