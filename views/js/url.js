/** The map's part of the address: window, mode, clock, day of knowledge, view and labels. */

import { dayFromIso, isoOf } from "./dates.js";

/**
 * @typedef {object} Linked what the address says; a part is null where it says nothing
 * @property {number | null} first
 * @property {number | null} last
 * @property {[number, number] | null} hours of the first and the last day
 * @property {import("./window.js").Mode | null} mode
 * @property {"event" | "report" | null} clock
 * @property {number | null} known
 * @property {[number, number, number] | null} view latitude, longitude, zoom
 * @property {"latin" | "native" | "both" | null} labels
 * @property {[number, number, number, number] | null} area west, south, east, north in degrees
 * @property {string[]} dropped the names of parts that could not be read
 */

/** How far away and how near the map may be brought. */
export const LEAST_ZOOM = 1;
export const MOST_ZOOM = 16;
/** How much of an unknown part's name is said. */
const LONGEST_NAME = 30;
/** Parts of an address that are read here, by the page around the map, or by what serves it. */
const KNOWN = new Set([
  "from", "to", "mode", "clock", "as-known-on", "view", "labels", "bbox", "place", "kind", "status", "actor", "source", "text",
  "open", "as", "embed", "embed_options",
]);

/** @param {string} search as in `location.search` @returns {Linked} */
export function linked(search) {
  const params = new URLSearchParams(search);
  /** @type {string[]} */
  const dropped = [];
  /**
   * @template T
   * @param {string} name @param {(text: string) => T | null} read @returns {T | null}
   */
  const part = (name, read) => {
    const text = params.get(name);
    if (text === null) return null;
    const value = read(text);
    if (value === null) dropped.push(name);
    return value;
  };
  /**
   * @template {string} T
   * @param {readonly T[]} allowed @returns {(text: string) => T | null}
   */
  const oneOf = (allowed) => (text) => allowed.find((value) => value === text) ?? null;
  dropped.push(...new Set([...params.keys()].filter((name) => !KNOWN.has(name)).map((name) => name.slice(0, LONGEST_NAME))));
  let begin = part("from", (text) => hourFrom(text, 0));
  let end = part("to", (text) => hourFrom(text, 23));
  if (begin !== null && end !== null && begin.day * 24 + begin.hour > end.day * 24 + end.hour) {
    dropped.push("from", "to");
    [begin, end] = [null, null];
  }
  const [from, to] = [begin?.hour ?? 0, end?.hour ?? 23];
  return {
    first: begin?.day ?? null,
    last: end?.day ?? null,
    hours: from > 0 || to < 23 ? [from, to] : null,
    mode: part("mode", oneOf(/** @type {const} */ (["window", "upto", "day"]))),
    clock: part("clock", oneOf(/** @type {const} */ (["event", "report"]))),
    known: part("as-known-on", dayFromIso),
    view: part("view", viewFrom),
    labels: part("labels", oneOf(/** @type {const} */ (["latin", "native", "both"]))),
    area: part("bbox", areaFrom),
    dropped,
  };
}

/** @param {string} text such as 2014-06-12 or 2014-06-12T06 @param {number} hour where it tells none */
function hourFrom(text, hour) {
  const [date, told, more] = text.split("T");
  const day = dayFromIso(date);
  if (day === null || more !== undefined || (told !== undefined && !/^([01]\d|2[0-3])$/.test(told))) return null;
  return { day, hour: told === undefined ? hour : Number(told) };
}

/** @param {string} text @returns {[number, number, number, number] | null} */
function areaFrom(text) {
  const [west, south, east, north, more] = text.split(",").map(Number);
  if (![west, south, east, north].every(Number.isFinite) || more !== undefined) return null;
  if (Math.abs(west) > 180 || Math.abs(east) > 180 || south < -90 || north > 90 || south > north || west > east) return null;
  return [west, south, east, north];
}

/** @param {string} text @returns {[number, number, number] | null} */
function viewFrom(text) {
  const numbers = text.split(",").map(Number);
  if (numbers.length !== 3 || !numbers.every(Number.isFinite)) return null;
  const [lat, lon, zoom] = numbers;
  if (Math.abs(lat) > 85.1 || Math.abs(lon) > 180 || zoom < LEAST_ZOOM || zoom > MOST_ZOOM) return null;
  return [lat, lon, zoom];
}

/**
 * Write the map's part into an address, leaving every other part as it is.
 * @param {string} search
 * @param {Omit<Linked, "dropped">} state
 * @returns {string} as for `location.search`
 */
export function linking(search, state) {
  const params = new URLSearchParams(search);
  const set = (/** @type {string} */ name, /** @type {string | null} */ value) => {
    if (value === null) params.delete(name);
    else params.set(name, value);
  };
  const [from, to] = state.hours ?? [0, 23];
  const hour = (/** @type {number} */ value) => `T${String(value).padStart(2, "0")}`;
  set("from", state.first === null ? null : isoOf(state.first) + (from > 0 ? hour(from) : ""));
  set("to", state.last === null ? null : isoOf(state.last) + (to < 23 ? hour(to) : ""));
  set("mode", state.mode);
  set("clock", state.clock);
  set("as-known-on", state.known === null ? null : isoOf(state.known));
  set("view", state.view && state.view.map((value, i) => value.toFixed(i === 2 ? 2 : 4)).join(","));
  set("labels", state.labels);
  set("bbox", state.area && state.area.map((value) => value.toFixed(4)).join(","));
  const text = params.toString();
  return text ? `?${text}` : "";
}

/** @returns {Window} the page that the map is part of, or its own window where it stands alone or may not look */
export function page() {
  try {
    if (window.parent !== window && window.parent.location.search !== undefined) return window.parent;
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
  return window;
}
