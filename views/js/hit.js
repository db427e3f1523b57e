/** What was drawn under a point. */

/** @typedef {import("./scene.js").Hits} Hits */

/** @param {Hits} hits @param {number} x @param {number} y @returns {import("./places.js").Group | null} */
export function groupAt(hits, x, y) {
  let best = null;
  let least = Infinity;
  for (const disc of hits.discs) {
    const distance = Math.hypot(disc.x - x, disc.y - y) - disc.r;
    if (distance < 5 && distance < least) [best, least] = [disc.group, distance];
  }
  if (best) return best;
  const label = hits.labels.find((box) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height);
  return label?.group ?? null;
}

/** How far from a line the pointer may be, and from a crossing, in pixels. */
const LINE_REACH = 6;
const GATE_REACH = 9;

/** @param {Hits} hits @param {number} x @param {number} y @returns {number} the flow under a point, or -1 */
export function flowAt(hits, x, y) {
  let best = -1;
  let least = LINE_REACH;
  for (const { line, flow } of hits.lines) {
    for (let i = 1; i < line.length; i++) {
      const distance = fromSegment(line[i - 1], line[i], x, y);
      if (distance <= least) [best, least] = [flow, distance];
    }
  }
  return best;
}

/** @param {{x: number, y: number}} a @param {{x: number, y: number}} b @param {number} x @param {number} y */
function fromSegment(a, b, x, y) {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const share = Math.max(0, Math.min(1, ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(a.x + share * dx - x, a.y + share * dy - y);
}

/** @param {Hits} hits @param {number} x @param {number} y */
export function gateAt(hits, x, y) {
  return hits.gates.find((gate) => Math.hypot(gate.x - x, gate.y - y) < GATE_REACH) ?? null;
}
