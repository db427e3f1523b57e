/** What is pointed at, in words: a group of places, a movement, a crossing. */

import { nameOf } from "./scene.js";
import { STATUS_NAMES } from "./style.js";

/** @typedef {import("./app.js").App} App */

const MOST_NAMES = 8;

/** @param {App} app @param {import("./places.js").Group} group @returns {string} */
export function groupLabel(app, { members }) {
  const scene = app.scene();
  const names = members.slice(0, MOST_NAMES).map((member) => nameOf(scene, member));
  return names.join(", ") + (members.length > MOST_NAMES ? ` and ${members.length - MOST_NAMES} more` : "");
}

/** @param {App} app @param {number} index of a flow @returns {string} the places that it names, in the order of the way */
export function wayOf(app, index) {
  const flow = /** @type {import("./flows.js").Flows} */ (app.flows).at(index);
  const gate = flow.crossing >= 0 ? app.crossings[flow.crossing].name : null;
  const scene = app.scene();
  const ways = flow.chains.map((chain) => {
    const names = chain.map((place) => nameOf(scene, place));
    return (names.length > 1 ? names : [gate ?? "", ...names]).join(flow.reached ? " → " : " ⇢ ");
  });
  return ways.join("; ");
}

/** @param {App} app @param {number} index @returns {string} */
export function wayLabel(app, index) {
  const { status, reached, crossing, stated, chains } = /** @type {import("./flows.js").Flows} */ (app.flows).at(index);
  const count = app.tally.flows[index];
  const parts = [wayOf(app, index), `${count} ${count === 1 ? "claim" : "claims"}`, STATUS_NAMES[status].toLowerCase()];
  parts.push(reached ? "goal said to be reached" : "not said to arrive");
  if (crossing >= 0 && chains[0]?.length > 1) parts.push(`by ${app.crossings[crossing].name}${stated ? "" : " (inferred)"}`);
  return parts.join(" · ");
}

/** @param {App} app @param {{crossing: number, stated: boolean}} gate @returns {string} */
export function gateLabel(app, { crossing, stated }) {
  return `${app.crossings[crossing].name} · ${stated ? "crossing that the text names" : "crossing inferred"}`;
}

/** @param {App} app @param {number} index @returns {number[]} positions of the places that a movement names */
export function placesOfWay(app, index) {
  const { chains } = /** @type {import("./flows.js").Flows} */ (app.flows).at(index);
  return [...new Set(chains.flat())];
}
