/** Days as proleptic ordinals (1 is 0001-01-01, as in Python's date.toordinal), and how they are written. */

const EPOCH = 719163;
/** The calendar, from 0001-01-01 to 9999-12-31. */
export const FIRST_DAY = 1;
export const LAST_DAY = 3652059;
const MONTHS = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
];

/** @param {number} day @returns {Date} */
export function dateOf(day) {
  return new Date((day - EPOCH) * 864e5);
}

/** @param {number} year @param {number} month 0 to 11 @param {number} date @returns {number} */
export function ordinalOf(year, month, date) {
  const at = new Date(Date.UTC(2000, month, date));
  at.setUTCFullYear(year, month, date);
  return Math.round(at.getTime() / 864e5) + EPOCH;
}

/** @param {number} day @returns {string} ISO 8601 */
export function isoOf(day) {
  const date = dateOf(day);
  const pad = (/** @type {number} */ value, /** @type {number} */ width) => String(value).padStart(width, "0");
  return `${pad(date.getUTCFullYear(), 4)}-${pad(date.getUTCMonth() + 1, 2)}-${pad(date.getUTCDate(), 2)}`;
}

/** @param {string | null | undefined} text @returns {number | null} null where it is no day of the calendar */
export function dayFromIso(text) {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text ?? "");
  if (!found) return null;
  const day = ordinalOf(Number(found[1]), Number(found[2]) - 1, Number(found[3]));
  return day >= FIRST_DAY && isoOf(day) === text ? day : null;
}

/** @param {number} day @returns {string} such as "12 June 2014" */
export function dayLabel(day) {
  const date = dateOf(day);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/**
 * Write a stretch of days as shortly as it can be read.
 * @param {number} first @param {number} last inclusive
 * @returns {string} such as "10–16 June 2014"
 */
export function spanLabel(first, last) {
  if (first >= last) return dayLabel(first);
  const a = dateOf(first);
  const b = dateOf(last);
  if (a.getUTCFullYear() !== b.getUTCFullYear()) return `${dayLabel(first)} – ${dayLabel(last)}`;
  const start = a.getUTCMonth() === b.getUTCMonth()
    ? `${a.getUTCDate()}–`
    : `${a.getUTCDate()} ${MONTHS[a.getUTCMonth()]} – `;
  return start + dayLabel(last);
}

/** @param {number} day @param {number} months @returns {number} the same date so many months on, or the month's last */
export function monthsOn(day, months) {
  const date = dateOf(day);
  const start = ordinalOf(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
  const next = ordinalOf(dateOf(start).getUTCFullYear(), dateOf(start).getUTCMonth() + 1, 1);
  return Math.min(start + date.getUTCDate() - 1, next - 1);
}

/** @param {number} month 0 to 11 @returns {string} */
export function monthName(month) {
  return MONTHS[month];
}
