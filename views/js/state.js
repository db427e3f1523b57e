/** What a person has set on the timeline and the map. */

/**
 * @typedef {object} State
 * @property {number} first @property {number} last
 * @property {[number, number]} hours of the first and the last day, inclusive: 0 and 23 for whole days
 * @property {import("./window.js").Mode} mode
 * @property {"event" | "report"} clock
 * @property {number | null} known
 * @property {import("./window.js").Unit} unit
 * @property {number} speed
 * @property {boolean} folded
 * @property {boolean} snap whether a dragged end stops only at days that hold a claim
 * @property {"latin" | "native" | "both"} labels
 * @property {[number, number, number, number] | null} area west, south, east, north in degrees
 */

/** @param {import("./url.js").Linked} linked what the address says @returns {State} */
export function stateOf({ first, last, hours, mode, clock, known, labels, area }) {
  return {
    first: first ?? 0, last: last ?? 0, hours: hours ?? [0, 23], mode: mode ?? "window", clock: clock ?? "event", known, unit: "day", speed: 4,
    folded: true, snap: false, labels: labels ?? "latin", area,
  };
}
