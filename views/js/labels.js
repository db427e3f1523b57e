/** Where words stand on the map: beside what they name, on nothing that was written before, never cut by the edge. */

/** @typedef {import("./view.js").View} View */
/** @typedef {(x: number, y: number, width: number, height: number, force?: boolean) => boolean} Take takes a box if it is free */
/** @typedef {{x: number, y: number, width: number, height: number}} Rect */

const EDGE_PX = 4;
const BAND_PX = 32;

/** @param {Rect[]} [blocked] what lies on the map, its title and its legend @returns {Take} */
export function taker(blocked = []) {
  /** @type {Map<number, number[][]>} */
  const rows = new Map();
  /** @type {Take} */
  const take = (x, y, width, height, force = false) => {
    const [from, to] = [Math.floor(y / BAND_PX), Math.floor((y + height) / BAND_PX)];
    if (!force) {
      for (let row = from; row <= to; row++) {
        for (const [a, b, c, d] of rows.get(row) ?? []) {
          if (x < c && x + width > a && y < d && y + height > b) return false;
        }
      }
    }
    for (let row = from; row <= to; row++) {
      const boxes = rows.get(row);
      if (boxes) boxes.push([x, y, x + width, y + height]);
      else rows.set(row, [[x, y, x + width, y + height]]);
    }
    return true;
  };
  for (const { x, y, width, height } of blocked) take(x, y, width, height, true);
  return take;
}

/** @param {View} view @returns {{left: number, top: number, right: number, bottom: number}} what of the canvas the map shows */
function inSight({ inset, insetY, width, height }) {
  return { left: inset, top: insetY, right: width - inset, bottom: height - insetY };
}

/** @param {Rect} box @param {View} view @returns {boolean} whether the map's edge cuts it */
export function cutByEdge({ x, y, width, height }, view) {
  const { left, top, right, bottom } = inSight(view);
  const outside = x > right || x + width < left || y > bottom || y + height < top;
  return !outside && (x < left || x + width > right || y < top || y + height > bottom);
}

/**
 * Find room for the label of an area: around its point, first with its name and then with its count alone.
 * @param {{x: number, y: number}} point of the area @param {number[]} widths of the label, the widest first @param {number} height
 * @param {View} view @param {Take} take
 * @returns {Rect & {form: number}} `form` is the position of its width
 */
export function roomFor(point, widths, height, view, take) {
  for (const [form, width] of widths.entries()) {
    for (const share of form < widths.length - 1 ? AROUND : [...AROUND, ...FURTHER]) {
      const box = heldInside(point, share, width, height, view);
      if (take(box.x, box.y, width, height)) return { ...box, form };
    }
  }
  const form = widths.length - 1;
  const box = heldInside(point, [0, 0], widths[form], height, view);
  take(box.x, box.y, box.width, height, true);
  return { ...box, form };
}

/**
 * Return a label's box, which is not cut at the map's edge where its area's point is in sight.
 * @param {{x: number, y: number}} point @param {[number, number]} share of its width and height that it stands beside it
 * @param {number} width @param {number} height @param {View} view @returns {Rect}
 */
function heldInside(point, [dx, dy], width, height, view) {
  const { left, top, right, bottom } = inSight(view);
  const box = { x: point.x + (dx - 0.5) * width, y: point.y + (dy - 0.5) * height, width, height };
  if (point.x < left || point.x > right || point.y < top || point.y > bottom) return box;
  if (right - left > width) box.x = Math.max(left + EDGE_PX, Math.min(right - width - EDGE_PX, box.x));
  if (bottom - top > height) box.y = Math.max(top + EDGE_PX, Math.min(bottom - height - EDGE_PX, box.y));
  return box;
}

/** Where a label may stand, as shares of its width and its height from the area's point. @type {[number, number][]} */
const AROUND = [
  [0, 0], [0, 1.3], [0, -1.3], [0.7, 0], [-0.7, 0], [0.6, 1.3], [-0.6, 1.3], [0.6, -1.3], [-0.6, -1.3], [0, 2.6], [0, -2.6],
  [1.1, 0], [-1.1, 0], [1.1, 1.3], [-1.1, 1.3], [1.1, -1.3], [-1.1, -1.3], [0.6, 2.6], [-0.6, 2.6], [0.6, -2.6], [0, 3.9], [0, -3.9],
];

/** Where a count may stand besides: it is so small that twice its size is still near. @type {[number, number][]} */
const FURTHER = [[-1.7, 0], [1.7, 0], [-1.3, 2.6], [1.3, 2.6], [-1.3, -2.6], [1.3, -2.6], [-2.4, 1], [2.4, 1], [-2.4, -1], [2.4, -1], [0, 5.2], [0, -5.2]];

/** How far from its area's point a label may begin without a line that leads there, in pixels. */
const LED_FROM_PX = 10;

/**
 * Return where the line from an area's point to its label ends, or null where the label stands at its point.
 * @param {{x: number, y: number}} point @param {Rect} box @returns {{x: number, y: number} | null}
 */
export function leaderEnd(point, { x, y, width, height }) {
  const end = { x: Math.max(x, Math.min(x + width, point.x)), y: Math.max(y, Math.min(y + height, point.y)) };
  return Math.hypot(end.x - point.x, end.y - point.y) > LED_FROM_PX ? end : null;
}

/**
 * Find room for a town's name: to the right, to the left, below or above, where no edge cuts it.
 * @param {{x: number, y: number, r: number}} disc @param {number} width @param {View} view @param {Take} take
 * @returns {{x: number, y: number} | null} the left end of its line's middle
 */
export function roomForName({ x, y, r }, width, view, take) {
  const beside = r + 5;
  for (const at of [
    { x: x + beside, y }, { x: x - beside - width, y }, { x: x - width / 2, y: y + r + 10 }, { x: x - width / 2, y: y - r - 10 },
  ]) {
    const box = { x: at.x, y: at.y - 9, width, height: 18 };
    if (!cutByEdge(box, view) && take(box.x, box.y, width, 18)) return at;
  }
  return null;
}
