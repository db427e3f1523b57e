/** Unpack the layer's numbers; the layout is written by views/layers.py. */

import { FIRST_DAY, LAST_DAY } from "./dates.js";

/**
 * @typedef {object} Columns one row a place of a claim, sorted by first day
 * @property {number} rows
 * @property {Int32Array} first event clock; OPEN_START where unknown and `last` is known
 * @property {Int32Array} last
 * @property {Int32Array} reportFirst
 * @property {Int32Array} reportLast
 * @property {Uint32Array | Uint16Array} place
 * @property {Uint16Array} code kind, status, role, reached, stated, lead, alone packed as bits
 * @property {Uint8Array | Uint16Array} crossing
 * @property {number} noCrossing
 * @property {Uint8Array | null} daytime of the event's day, as events/daytime.py numbers it; null where no claim tells one
 */

export const UNDATED = 0;
export const OPEN_START = FIRST_DAY;
export const OPEN_END = LAST_DAY;
const MAGIC = 0x324c5444;

export const kindOf = (/** @type {number} */ code) => code & 7;
export const statusOf = (/** @type {number} */ code) => (code >> 3) & 7;
export const roleOf = (/** @type {number} */ code) => (code >> 6) & 3;
/** 0 not said, 1 reached, 2 not reached */
export const reachedOf = (/** @type {number} */ code) => (code >> 8) & 3;
export const statedOf = (/** @type {number} */ code) => (code >> 10) & 1;
/** 1 on the first row of a claim, so that claims are counted once */
export const leadOf = (/** @type {number} */ code) => (code >> 11) & 1;
/** 1 on a claim's first row at a place, so that a place counts a claim once */
export const freshOf = (/** @type {number} */ code) => (code >> 12) & 1;

/** @param {ArrayBuffer} buffer @returns {Columns} */
export function decode(buffer) {
  const head = new DataView(buffer);
  if (buffer.byteLength < 8 || head.getUint32(0, true) !== MAGIC) throw new Error("not a layer of claims");
  const length = head.getUint32(4, true);
  const meta = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 8, length)));
  const rows = meta.rows;
  /** @param {string} name */
  const column = (name) => {
    const { offset, type } = meta.columns[name];
    const Kind = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array }[/** @type {"u8"|"u16"|"u32"} */ (type)];
    return new Kind(buffer, offset, rows);
  };
  const starts = column("first");
  const mask = meta.columns.first.type === "u16" ? 0xffff : 0xffffffff;
  const base = meta.base - 1;
  /** @param {string} name */
  const days = (name) => {
    const packed = column(name);
    const apart = name !== "first";
    const out = new Int32Array(rows);
    for (let i = 0; i < rows; i++) {
      const day = apart ? ((packed[i] + starts[i]) & mask) >>> 0 : packed[i];
      out[i] = day === 0 ? UNDATED : day + base;
    }
    return out;
  };
  const columns = {
    rows,
    first: days("first"),
    last: days("last"),
    reportFirst: days("reportFirst"),
    reportLast: days("reportLast"),
    place: /** @type {Uint32Array | Uint16Array} */ (column("place")),
    code: /** @type {Uint16Array} */ (column("code")),
    crossing: /** @type {Uint8Array | Uint16Array} */ (column("crossing")),
    noCrossing: meta.noCrossing,
    daytime: meta.columns.daytime ? /** @type {Uint8Array} */ (column("daytime")) : null,
  };
  open(columns.first, columns.last);
  open(columns.reportFirst, columns.reportLast);
  return columns;
}

/** Give an interval that is open on one side the end of the calendar there. @param {Int32Array} first @param {Int32Array} last */
function open(first, last) {
  for (let i = 0; i < first.length; i++) {
    if (first[i] === UNDATED && last[i] !== UNDATED) first[i] = OPEN_START;
    else if (last[i] === UNDATED && first[i] !== UNDATED) last[i] = OPEN_END;
  }
}
