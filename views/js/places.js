/** The places of a selection on the screen: which of them share a disc, and what stands in it. */

import { CELLS, KINDS, STATUSES } from "./tally.js";
import { mercatorX, mercatorY, onScreen, screenX, screenY } from "./view.js";

/** @typedef {import("./view.js").View} View */
/**
 * @typedef {object} PlaceMark
 * @property {string} id
 * @property {string} name
 * @property {string | null} native
 * @property {"point" | "ring" | "outline" | "line"} shape
 * @property {number} x Mercator
 * @property {number} y
 * @property {number} radiusKm
 * @property {number} precision
 * @property {string[]} outlines
 */
/**
 * @typedef {object} Group places that are too close at this zoom to be told apart
 * @property {number[]} members positions of places, the weightiest first
 * @property {number} x Mercator
 * @property {number} y
 */

/** Discs whose centres are closer than this are one, in pixels; larger ones sooner, since the smaller would hide a count. */
const APART_PX = 17;
const COUNT_PX = 10;
export const LEAST_R = 7;
const MOST_R = 34;
const CELL_PX = MOST_R + COUNT_PX;

/** @param {any} place as views/layers.py writes it @returns {PlaceMark} */
export function placeOf(place) {
  return {
    id: place.id, name: place.name, native: place.native, shape: place.shape,
    x: mercatorX(place.lon), y: mercatorY(place.lat),
    radiusKm: place.radiusKm, precision: place.precision, outlines: place.outlines,
  };
}

/**
 * Put places that would hide one another into groups; towns with towns, areas with nothing.
 * @param {PlaceMark[]} places @param {Int32Array} weights claims of all times, by place @param {number} scale
 * @returns {Group[]} the weightiest first
 */
export function grouped(places, weights, scale) {
  const perRoot = perRootOf(weights.reduce((most, weight) => Math.max(most, weight), 1));
  const apartOf = (/** @type {number} */ i) => Math.max(APART_PX, radiusOf(weights[i], perRoot) + COUNT_PX);
  const order = [...places.keys()].filter((i) => weights[i] > 0).sort((a, b) => weights[b] - weights[a] || a - b);
  /** @type {Map<string, Group[]>} */
  const grid = new Map();
  /** @type {Group[]} */
  const groups = [];
  for (const i of order) {
    const place = places[i];
    const column = Math.floor((place.x * scale) / CELL_PX);
    const row = Math.floor((place.y * scale) / CELL_PX);
    const near = place.shape === "point" ? nearest(grid, place, { column, row, scale, apart: apartOf(i) }) : null;
    if (near) near.members.push(i);
    else {
      const group = { members: [i], x: place.x, y: place.y };
      groups.push(group);
      if (place.shape !== "point") continue;
      const key = `${column}:${row}`;
      const cell = grid.get(key);
      if (cell) cell.push(group);
      else grid.set(key, [group]);
    }
  }
  return groups;
}

/** @param {Map<string, Group[]>} grid @param {PlaceMark} place @param {{column: number, row: number, scale: number, apart: number}} at */
function nearest(grid, place, { column, row, scale, apart }) {
  let best = null;
  let least = apart * apart;
  for (let c = column - 1; c <= column + 1; c++) {
    for (let r = row - 1; r <= row + 1; r++) {
      for (const group of grid.get(`${c}:${r}`) ?? []) {
        const distance = ((group.x - place.x) * scale) ** 2 + ((group.y - place.y) * scale) ** 2;
        if (distance < least) [best, least] = [group, distance];
      }
    }
  }
  return best;
}

/**
 * @typedef {object} Shown a group as it stands in the window
 * @property {Group} group
 * @property {number} x pixels
 * @property {number} y
 * @property {number} r
 * @property {number} total
 * @property {Int32Array} cells
 */

/**
 * Return the groups on the screen that have claims in the window.
 * @param {Group[]} groups @param {Int32Array} cells counts of the tally @param {View} view @param {number} perRoot
 * @returns {Shown[]}
 */
export function shownOf(groups, cells, view, perRoot) {
  /** @type {Shown[]} */
  const shown = [];
  for (const group of groups) {
    const x = screenX(view, group.x);
    const y = screenY(view, group.y);
    if (!onScreen(view, x, y, 60)) continue;
    const sum = new Int32Array(CELLS);
    let total = 0;
    for (const member of group.members) {
      const start = member * CELLS;
      for (let i = 0; i < CELLS; i++) {
        const count = cells[start + i];
        if (count !== 0) {
          sum[i] += count;
          total += count;
        }
      }
    }
    if (total > 0) shown.push({ group, x, y, r: radiusOf(total, perRoot), total, cells: sum });
  }
  return shown;
}


/** @param {number} count @param {number} perRoot @returns {number} pixels; the disc's area grows with the count */
export function radiusOf(count, perRoot) {
  return Math.max(LEAST_R, Math.min(MOST_R, perRoot * Math.sqrt(count)));
}

/** @param {number} most the largest count of a place over all times @returns {number} */
export function perRootOf(most) {
  return Math.min(LEAST_R, MOST_R / Math.sqrt(Math.max(1, most)));
}

/** @param {Int32Array} cells of one place @returns {number[]} counts by status */
export function byStatus(cells) {
  const counts = new Array(STATUSES).fill(0);
  for (let i = 0; i < CELLS; i++) counts[Math.floor(i / KINDS) % STATUSES] += cells[i];
  return counts;
}
