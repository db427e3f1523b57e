/** What the map's title says: the window, the counts, the filters. */

import { dayLabel, isoOf } from "./dates.js";
import { spanWords } from "./hours.js";

/** @typedef {import("./app.js").App} App */

const FORMAT = new Intl.NumberFormat("en-GB");

/** @param {number} count @returns {string} */
export function number(count) {
  return FORMAT.format(count);
}

/** @returns {string} @param {App} app */
export function windowLabel(app) {
  return spanWords(app.state, app.grain);
}

/** @returns {string} what is shown and what is not, adding up to all that was read @param {App} app */
export function countsLabel(app) {
  const { total, filtered, unknown, undated } = app.counts;
  const { unplaced = 0, elsewhere = 0 } = app.command;
  const outside = total - filtered - unknown - undated - app.tally.shown;
  const all = total + elsewhere + unplaced;
  const parts = [`${number(app.tally.shown)} of ${number(all)} ${all === 1 ? "claim" : "claims"}`];
  const add = (/** @type {number} */ count, /** @type {string} */ words) => count > 0 && parts.push(`${number(count)} ${words}`);
  add(outside, "outside the window");
  add(filtered + elsewhere, "filtered out");
  add(unknown, "not yet known");
  add(undated, app.state.clock === "event" ? "no event date" : "no report date");
  add(unplaced, "not placed");
  if (app.hits.flowsLeft > 0) parts.push(`${number(app.hits.flowsLeft)} smaller flows not drawn`);
  return `${app.state.clock === "event" ? "By event date" : "By report date"} · ${parts.join(" · ")}`;
}

/** @returns {string} @param {App} app */
export function knownLabel(app) {
  return app.state.known === null ? "" : `As known on ${dayLabel(app.state.known)}`;
}

/** What of the address opens excerpts, and filters nothing. */
const NO_FILTER = new Set(["open", "as"]);

/** @returns {string} the filters in words, places by their names @param {App} app */
export function filtersLabel(app) {
  /** @type {Map<string, string[]>} */
  const values = new Map();
  for (const [name, value] of app.command.params ?? []) {
    if (NO_FILTER.has(name)) continue;
    const word = name === "place" ? app.places.find(({ id }) => id === value)?.name ?? value : value;
    values.set(name, [...values.get(name) ?? [], word]);
  }
  const parts = [...values].map(([name, words]) => `${name}: ${words.join(", ")}`);
  if (app.state.area) parts.push(`area: ${app.state.area.map((value) => value.toFixed(1)).join(", ")}`);
  return parts.length > 0 ? `Filters: ${parts.join("; ")}` : "No filters";
}

/** @returns {string} the window, for a file's name @param {App} app */
export function fileLabel(app) {
  return `${isoOf(app.state.first)}-${isoOf(app.state.last)}`;
}
