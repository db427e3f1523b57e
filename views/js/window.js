/** The window over time: its modes, and how a step moves it. */

import { OPEN_START } from "./decode.js";
import { monthsOn } from "./dates.js";

/** @typedef {"window" | "upto" | "day"} Mode */
/** @typedef {"hour" | "day" | "week" | "month" | "claim"} Unit */
/** @typedef {{first: number, last: number}} Span inclusive days */

/** @param {Mode} mode @param {Span} span @returns {Span} the days that are shown */
export function effective(mode, { first, last }) {
  if (mode === "upto") return { first: OPEN_START, last };
  return mode === "day" ? { first: last, last } : { first, last };
}

/** @param {number} day @param {Unit} unit @param {1 | -1} by @returns {number} */
export function stepped(day, unit, by) {
  if (unit === "month") return monthsOn(day, by);
  return day + by * (unit === "week" ? 7 : 1);
}

/**
 * Move a window by one step, keeping its length, inside the axis.
 * @param {Span} span @param {Unit} unit @param {1 | -1} by @param {number[]} days days that hold a claim, sorted
 * @returns {Span}
 */
export function moved({ first, last }, unit, by, days) {
  if (unit !== "claim") {
    const shift = stepped(last, unit, by) - last;
    return { first: first + shift, last: last + shift };
  }
  const next = by > 0 ? days.find((day) => day > last) : days.findLast((day) => day < last);
  return next === undefined ? { first, last } : { first: first + next - last, last: next };
}

/**
 * Return the day that holds a claim and is nearest, the earlier one of two.
 * @param {number} day @param {number[]} days sorted @returns {number} the day itself where there is none
 */
export function nearestDay(day, days) {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle] < day) low = middle + 1;
    else high = middle;
  }
  const [before, after] = [days[low - 1] ?? days[low] ?? day, days[low] ?? days[low - 1] ?? day];
  return day - before <= after - day ? before : after;
}

/**
 * Keep a window within the days `[from, to)`, with its length where that is possible.
 * @param {Span} span @param {number} from @param {number} to @returns {Span}
 */
export function clamped({ first, last }, from, to) {
  const length = Math.min(last - first, to - from - 1);
  const start = Math.max(from, Math.min(first, to - 1 - length));
  return { first: start, last: start + length };
}
