/** Read a PMTiles archive (version 3) piece by piece: https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md */

/** @typedef {(offset: number, length: number) => Promise<ArrayBuffer>} Slice */
/**
 * @typedef {object} Header
 * @property {number} root @property {number} rootLength @property {number} meta @property {number} metaLength
 * @property {number} leaves @property {number} data
 * @property {number} inner how directories are packed @property {number} packing how tiles are packed
 * @property {number} kind of the tiles @property {number} minZoom @property {number} maxZoom
 * @property {[number, number, number, number]} bounds west, south, east, north in degrees
 */
/** @typedef {{id: number, run: number, length: number, offset: number}} Entry a run of tiles, or where it is 0 a leaf directory */

const HEADER_BYTES = 127;
const [NOT_PACKED, GZIP] = [1, 2];
export const VECTOR = 1;
const PICTURES = new Map([[2, "image/png"], [3, "image/jpeg"], [4, "image/webp"], [5, "image/avif"]]);
/** No directory is larger in a sound archive, and none may unpack to more than this many entries. */
const MOST_DIRECTORY_BYTES = 4_000_000;
const MOST_ENTRIES = 1_000_000;
/** How many directories lie under one another at most, and how many are kept. */
const MOST_DEPTH = 4;
const MOST_KEPT = 64;

/** @param {ArrayBuffer} buffer @returns {Header} */
export function headerOf(buffer) {
  const view = new DataView(buffer);
  const magic = String.fromCharCode(...new Uint8Array(buffer, 0, Math.min(7, buffer.byteLength)));
  if (buffer.byteLength < HEADER_BYTES || magic !== "PMTiles") throw new Error("This is no PMTiles file.");
  if (view.getUint8(7) !== 3) throw new Error(`This PMTiles file has version ${view.getUint8(7)}; version 3 can be read.`);
  const long = (/** @type {number} */ at) => Number(view.getBigUint64(at, true));
  const degrees = (/** @type {number} */ at) => view.getInt32(at, true) / 1e7;
  const header = {
    root: long(8), rootLength: long(16), meta: long(24), metaLength: long(32), leaves: long(40), data: long(56),
    inner: view.getUint8(97), packing: view.getUint8(98), kind: view.getUint8(99),
    minZoom: view.getUint8(100), maxZoom: Math.min(24, view.getUint8(101)),
    bounds: /** @type {[number, number, number, number]} */ ([degrees(102), degrees(106), degrees(110), degrees(114)]),
  };
  if (header.kind !== VECTOR && !PICTURES.has(header.kind)) throw new Error("The tiles of this file are of a kind that cannot be drawn.");
  return header;
}

/** Return the number of a tile on the archive's Hilbert curve. @param {number} z @param {number} x @param {number} y @returns {number} */
export function tileNumber(z, x, y) {
  let number = 0;
  for (let zoom = 0; zoom < z; zoom++) number += 4 ** zoom;
  for (let side = 2 ** (z - 1); side >= 1; side /= 2) {
    const [right, down] = [Number(x >= side), Number(y >= side)];
    number += side * side * ((3 * right) ^ down);
    x -= right * side;
    y -= down * side;
    if (down) continue;
    if (right) [x, y] = [side - 1 - x, side - 1 - y];
    [x, y] = [y, x];
  }
  return number;
}

/** @param {ArrayBuffer} buffer @returns {Entry[]} */
export function entriesOf(buffer) {
  const bytes = new Uint8Array(buffer);
  let at = 0;
  const next = () => {
    let [value, factor] = [0, 1];
    for (;;) {
      if (at >= bytes.length || factor > 2 ** 56) throw new Error("A directory of this file is broken.");
      const byte = bytes[at++];
      value += (byte & 127) * factor;
      if (byte < 128) return value;
      factor *= 128;
    }
  };
  const count = next();
  if (count > MOST_ENTRIES || count > bytes.length) throw new Error("A directory of this file is broken.");
  /** @type {Entry[]} */
  const entries = [];
  let id = 0;
  for (let i = 0; i < count; i++) entries.push({ id: (id += next()), run: 0, length: 0, offset: 0 });
  for (const entry of entries) entry.run = next();
  for (const entry of entries) entry.length = next();
  entries.forEach((entry, i) => {
    const told = next();
    const before = entries[i - 1];
    entry.offset = told === 0 && before ? before.offset + before.length : told - 1;
  });
  return entries;
}

/** @param {Entry[]} entries @param {number} id @returns {Entry | null} the one that holds the tile, or leads to it */
export function entryFor(entries, id) {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entries[middle].id <= id) low = middle + 1;
    else high = middle;
  }
  const entry = entries[low - 1];
  return entry && (entry.run === 0 || id < entry.id + entry.run) ? entry : null;
}

/** @param {ArrayBuffer} buffer @param {number} packing @returns {Promise<ArrayBuffer>} */
async function opened(buffer, packing) {
  if (packing === GZIP) return new Response(new Blob([buffer]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
  if (packing > NOT_PACKED) throw new Error("This file is packed in a way that browsers cannot open; gzip they can.");
  return buffer;
}

/** An archive that is read as it is needed. */
export class Archive {
  /** @param {Slice} slice @param {Header} header @param {any} meta */
  constructor(slice, header, meta) {
    this.slice = slice;
    this.header = header;
    this.meta = meta;
    /** @type {Map<number, Promise<Entry[]>>} */
    this.kept = new Map();
  }

  /** @returns {string} the media type of its pictures, or "" where its tiles are vectors */
  get media() {
    return PICTURES.get(this.header.kind) ?? "";
  }

  /** @param {number} offset @param {number} length @returns {Promise<Entry[]>} */
  directory(offset, length) {
    if (length > MOST_DIRECTORY_BYTES) throw new Error("A directory of this file is broken.");
    const known = this.kept.get(offset);
    if (known) return known;
    const read = this.slice(offset, length).then((packed) => opened(packed, this.header.inner)).then(entriesOf);
    if (this.kept.size >= MOST_KEPT) this.kept.clear();
    this.kept.set(offset, read);
    return read;
  }

  /** @param {number} z @param {number} x @param {number} y @returns {Promise<ArrayBuffer | null>} a tile, unpacked; null where there is none */
  async tile(z, x, y) {
    const { root, rootLength, leaves, data, packing } = this.header;
    const id = tileNumber(z, x, y);
    let [offset, length] = [root, rootLength];
    for (let depth = 0; depth < MOST_DEPTH; depth++) {
      const entry = entryFor(await this.directory(offset, length), id);
      if (!entry) return null;
      if (entry.run > 0) return opened(await this.slice(data + entry.offset, entry.length), packing);
      [offset, length] = [leaves + entry.offset, entry.length];
    }
    return null;
  }
}

/** @param {Slice} slice @returns {Promise<Archive>} */
export async function openArchive(slice) {
  const header = headerOf(await slice(0, HEADER_BYTES));
  if (header.metaLength > MOST_DIRECTORY_BYTES) throw new Error("The description in this file is broken.");
  const text = new TextDecoder().decode(await opened(await slice(header.meta, header.metaLength), header.inner));
  const meta = text ? JSON.parse(text) : {};
  return new Archive(slice, header, meta && typeof meta === "object" ? meta : {});
}

/** @param {Blob} file of the reader's own: nothing of it leaves the browser @returns {Slice} */
export function sliceOf(file) {
  return (offset, length) => file.slice(offset, offset + length).arrayBuffer();
}
