/** Movements as flows: claims that name the same way, in the same status and with the same end, are one arrow. */

import { kindOf, leadOf, reachedOf, roleOf, statedOf, statusOf } from "./decode.js";

/** @typedef {import("./decode.js").Columns} Columns */
/** @typedef {import("./places.js").PlaceMark} PlaceMark */
/** @typedef {import("./view.js").View} View */
/** @typedef {{x: number, y: number, name: string}} CrossingMark Mercator */
/**
 * @typedef {object} Flow
 * @property {number[][]} chains places that its strands pass, one strand from each start to each goal
 * @property {number} status
 * @property {boolean} reached
 * @property {number} crossing position, or -1
 * @property {boolean} stated
 * @property {number} lane how far beside others of the same way it is drawn
 */

export const MOVEMENT = 0;
const [AT, FROM, VIA, TO] = [0, 1, 2, 3];
const REACHED = 1;
/** The bits of a code that tell flows of one way apart: status, how it ends, and whether the crossing is stated. */
const SAME_FLOW = 0x738;

/**
 * The flows of a selection. Each is known by the rows of the first claim that has it, and spelled out only when it is
 * drawn: of a hundred thousand claims most flows never are.
 */
export class Flows {
  /** @param {Columns} columns @param {PlaceMark[]} places @param {CrossingMark[]} crossings */
  constructor(columns, places, crossings) {
    this.columns = columns;
    this.places = places;
    this.crossings = crossings;
    this.count = 0;
    /** By row, on the first of a claim that moves: its flow; elsewhere -1. */
    this.of = new Int32Array(columns.rows).fill(-1);
    /** @type {(Flow | undefined)[]} */
    this.spelled = [];
    let movements = 0;
    for (const code of columns.code) if (leadOf(code) && kindOf(code) === MOVEMENT) movements += 1;
    /** Of each flow, the rows of the first claim that has it, the hash of its way, and its lane. */
    this.start = new Int32Array(movements);
    this.end = new Int32Array(movements);
    this.hash = new Int32Array(movements);
    this.lane = new Uint16Array(movements);
    this.find(movements);
    /** West, north, east and south of each flow, in Mercator. */
    this.boxes = new Float32Array(4 * this.count);
    for (let flow = 0; flow < this.count; flow++) this.bound(flow);
  }

  /** @param {number} movements */
  find(movements) {
    const { rows, code } = this.columns;
    let size = 64;
    while (size < 2 * movements) size *= 2;
    const slots = new Int32Array(size).fill(-1);
    for (let start = 0, end; start < rows; start = end) {
      end = start + 1;
      while (end < rows && !leadOf(code[end])) end++;
      if (kindOf(code[start]) === MOVEMENT && this.isWay(start, end)) this.of[start] = this.take(start, end, slots);
    }
  }

  /** @param {number} row @returns {number} the position of its claim's crossing, or -1 */
  gate(row) {
    const { crossing, noCrossing } = this.columns;
    return crossing[row] === noCrossing ? -1 : crossing[row];
  }

  /** Whether a claim's rows name two points that an arrow can lie between. @param {number} start @param {number} end */
  isWay(start, end) {
    const { place, code } = this.columns;
    const gate = this.gate(start) >= 0;
    if (end - start + Number(gate) < 2) return false;
    if (roleOf(code[start]) === FROM && roleOf(code[end - 1]) === TO && place[start] !== place[end - 1]) return true;
    return chainsBetween(this.columns, start, end, gate).length > 0;
  }

  /**
   * Return the flow of a claim, found by a hash of its way; flows of one way lie in one run of slots, and count as lanes.
   * @param {number} start @param {number} end @param {Int32Array} slots
   */
  take(start, end, slots) {
    const { place, code } = this.columns;
    let hash = this.gate(start) + 1;
    for (let i = start; i < end; i++) {
      const role = roleOf(code[i]);
      if (role !== AT) hash = (hash + Math.imul(place[i] * 4 + role + 1, 0x9e3779b1)) | 0;
    }
    let lane = 0;
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    let slot = (hash ^ (hash >>> 13)) & (slots.length - 1);
    for (; slots[slot] >= 0; slot = (slot + 1) & (slots.length - 1)) {
      const flow = slots[slot];
      if (this.hash[flow] !== hash || !this.sameWay(this.start[flow], this.end[flow], start, end)) continue;
      if (((code[this.start[flow]] ^ code[start]) & SAME_FLOW) === 0) return flow;
      lane += 1;
    }
    const flow = this.count++;
    slots[slot] = flow;
    this.start[flow] = start;
    this.end[flow] = end;
    this.hash[flow] = hash;
    this.lane[flow] = lane;
    return flow;
  }

  /**
   * Whether two claims start, pass and end at the same places, whatever else they name.
   * @param {number} a @param {number} aEnd @param {number} b @param {number} bEnd
   */
  sameWay(a, aEnd, b, bEnd) {
    const { place, code, crossing } = this.columns;
    if (crossing[a] !== crossing[b]) return false;
    for (let role = FROM; role <= TO; role++) {
      for (let i = a, j = b; ; i++, j++) {
        while (i < aEnd && roleOf(code[i]) !== role) i++;
        while (j < bEnd && roleOf(code[j]) !== role) j++;
        if (i === aEnd && j === bEnd) break;
        if (i === aEnd || j === bEnd || place[i] !== place[j]) return false;
      }
    }
    return true;
  }

  /** @param {number} flow */
  bound(flow) {
    const gate = this.gate(this.start[flow]);
    let [west, north, east, south] = [1, 1, 0, 0];
    const box = 4 * flow;
    for (let row = this.start[flow]; row <= this.end[flow]; row++) {
      if (row === this.end[flow] && gate < 0) break;
      if (row < this.end[flow] && roleOf(this.columns.code[row]) === AT) continue;
      const { x, y } = row < this.end[flow] ? this.places[this.columns.place[row]] : this.crossings[gate];
      if (x < west) west = x;
      if (x > east) east = x;
      if (y < north) north = y;
      if (y > south) south = y;
    }
    this.boxes[box] = west;
    this.boxes[box + 1] = north;
    this.boxes[box + 2] = east;
    this.boxes[box + 3] = south;
  }

  /** @param {number} flow @returns {Flow} */
  at(flow) {
    const known = this.spelled[flow];
    if (known) return known;
    const row = this.start[flow];
    const code = this.columns.code[row];
    const crossing = this.gate(row);
    const spelled = {
      chains: chainsBetween(this.columns, row, this.end[flow], crossing >= 0), crossing, lane: this.lane[flow],
      status: statusOf(code), reached: reachedOf(code) === REACHED, stated: statedOf(code) === 1,
    };
    this.spelled[flow] = spelled;
    return spelled;
  }
}

/** @param {Columns} columns @param {number} start @param {number} end the rows of one claim @param {boolean} gate */
function chainsBetween({ place, code }, start, end, gate) {
  /** @type {number[][]} */
  const ends = [[], [], [], []];
  for (let i = start; i < end; i++) {
    const named = ends[roleOf(code[i])];
    if (!named.includes(place[i])) named.push(place[i]);
  }
  return chainsOf(ends[FROM], ends[VIA], ends[TO]).filter((chain) => chain.length + Number(gate) >= 2 && chain.length > 0);
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

/** How many flows are drawn at most; those left out are counted beside the legend. */
export const MOST_FLOWS = 200;

/**
 * Return the flows in the window that touch the screen, the largest first, and how many were left out.
 * @param {Flows} flows @param {Int32Array} counts @param {View} view
 * @returns {{drawn: number[], left: number}}
 */
export function largest({ count, boxes }, counts, view) {
  /** @type {number[]} */
  const inside = [];
  const [west, north] = [view.left / view.scale, view.top / view.scale];
  const [east, south] = [west + view.width / view.scale, north + view.height / view.scale];
  for (let i = 0; i < count; i++) {
    if (counts[i] <= 0) continue;
    const box = 4 * i;
    if (boxes[box] <= east && boxes[box + 2] >= west && boxes[box + 1] <= south && boxes[box + 3] >= north) inside.push(i);
  }
  inside.sort((a, b) => counts[b] - counts[a] || a - b);
  return { drawn: inside.slice(0, MOST_FLOWS), left: Math.max(0, inside.length - MOST_FLOWS) };
}
