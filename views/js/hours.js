/** Hours of the day: where claims tell them, the window, the axis and the counts are as fine. */

import { dayLabel, spanLabel } from "./dates.js";
import { OPEN_START } from "./decode.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {{first: number, last: number, hours?: [number, number]}} Span inclusive days, and the hours of the first and the last of them */

export const HOURS = 24;
/** The hours of a whole day. @type {[number, number]} */
export const ALL_DAY = [0, HOURS - 1];
/** Morning, afternoon, evening and night, as events/daytime.py numbers them after the hours. @type {[number, number][]} */
const PARTS = [[0, 11], [12, 17], [17, 23], [18, 23]];

/** @param {number} daytime as events/daytime.py numbers it @returns {[number, number]} the first and the last hour that it may be */
export function hoursOf(daytime) {
  if (daytime < 1) return ALL_DAY;
  return daytime <= HOURS ? [daytime - 1, daytime - 1] : PARTS[daytime - HOURS - 1] ?? ALL_DAY;
}

/** @param {Span} span @returns {boolean} whether it begins and ends with a day */
export function ofWholeDays({ hours = ALL_DAY }) {
  return hours[0] === 0 && hours[1] === HOURS - 1;
}

/** @param {Span} span @param {number} grain 24 to count in hours, 1 to count in days @returns {{first: number, last: number}} */
export function inGrains({ first, last, hours = ALL_DAY }, grain) {
  return grain === 1 ? { first, last } : { first: first * HOURS + hours[0], last: last * HOURS + hours[1] };
}

/** @param {{first: number, last: number}} span @param {number} grain in which it is counted @returns {Required<Span>} */
export function fromGrains({ first, last }, grain) {
  if (grain === 1) return { first, last, hours: ALL_DAY };
  return { first: Math.floor(first / HOURS), last: Math.floor(last / HOURS), hours: [first % HOURS, last % HOURS] };
}

/** @param {State} state @returns {Required<Span>} the days and hours that are shown */
export function shownSpan({ mode, unit, first, last, hours }) {
  if (mode === "upto") return { first: OPEN_START, last, hours: [0, hours[1]] };
  if (mode === "day") return { first: last, last, hours: unit === "hour" ? [hours[1], hours[1]] : ALL_DAY };
  return { first, last, hours };
}

/** @param {number} hour @returns {string} such as "06:00" */
const clockWords = (hour) => `${String(hour).padStart(2, "0")}:00`;

/** @param {State} state @param {number} grain @returns {string} such as "12 June 2014, 06:00–15:00" */
export function spanWords(state, grain) {
  const { first, last, hours } = shownSpan(state);
  const [from, to] = grain === 1 ? ALL_DAY : hours;
  const whole = ofWholeDays({ first, last, hours: [from, to] });
  if (state.mode === "upto") return `Up to ${dayLabel(last)}${to < HOURS - 1 ? `, ${clockWords(to + 1)}` : ""}`;
  if (whole) return spanLabel(first, last);
  if (first === last) return `${dayLabel(first)}, ${clockWords(from)}–${clockWords(to + 1)}`;
  return `${dayLabel(first)}, ${clockWords(from)} – ${dayLabel(last)}, ${clockWords(to + 1)}`;
}
