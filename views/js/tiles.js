/** A layer of tiles on the ground's canvas: fetched as they come into sight, drawn together, and forgotten when many. */

/** @typedef {import("./view.js").View} View */
/** @typedef {import("./style.js").Theme} Theme */
/** @typedef {import("./basemap.js").Name} Name */
/**
 * @typedef {object} Drawn a tile, ready to be drawn in a square from (0, 0) to (1, 1)
 * @property {(ctx: CanvasRenderingContext2D, theme: Theme, size: number, zoom: number) => void} draw
 * @property {Name[]} names
 */
/**
 * @typedef {object} Source where tiles come from
 * @property {number} minZoom @property {number} maxZoom
 * @property {number} size pixels that a tile is meant to be wide
 * @property {boolean} isGround whether it hides what lies under it
 * @property {string} credit whose data and pictures these are, as plain text
 * @property {(z: number, x: number, y: number) => Promise<Drawn | null>} tile
 */
/** @typedef {{z: number, x: number, y: number}} At */

const MOST_KEPT_TILES = 300;
/** Tiles that are asked for at once; the others wait until one has come. */
const MOST_ON_THEIR_WAY = 12;
/** How much coarser a tile may be that stands in for one that is on its way. */
const MOST_COARSER = 5;

/** @param {View} view @param {Pick<Source, "minZoom" | "maxZoom" | "size">} source @returns {At[]} the tiles in sight, the nearest to the middle first */
export function tilesIn(view, { minZoom, maxZoom, size }) {
  const z = Math.max(minZoom, Math.min(maxZoom, Math.round(view.zoom + Math.log2(256 / size))));
  const side = view.scale / 2 ** z;
  const within = (/** @type {number} */ value) => Math.max(0, Math.min(2 ** z - 1, Math.floor(value / side)));
  /** @type {At[]} */
  const found = [];
  for (let x = within(view.left); x <= within(view.left + view.width); x++) {
    for (let y = within(view.top); y <= within(view.top + view.height); y++) found.push({ z, x, y });
  }
  const [column, row] = [(view.left + view.width / 2) / side - 0.5, (view.top + view.height / 2) / side - 0.5];
  return found.sort((a, b) => Math.hypot(a.x - column, a.y - row) - Math.hypot(b.x - column, b.y - row));
}

export class TileLayer {
  /** @param {Source} source @param {() => void} changed called when a tile came @param {() => void} failed called when one did not */
  constructor(source, changed, failed) {
    this.source = source;
    this.changed = changed;
    this.failed = failed;
    /** @type {Map<string, Drawn | null>} null where there is none */
    this.kept = new Map();
    /** @type {Set<string>} */
    this.coming = new Set();
  }

  /** @param {At} at @returns {Drawn | null | undefined} undefined where it is not here */
  known({ z, x, y }) {
    const name = `${z}/${x}/${y}`;
    const tile = this.kept.get(name);
    if (tile !== undefined) {
      this.kept.delete(name);
      this.kept.set(name, tile);
    }
    return tile;
  }

  /** @param {At} at */
  async fetch({ z, x, y }) {
    const name = `${z}/${x}/${y}`;
    if (this.coming.has(name) || this.coming.size >= MOST_ON_THEIR_WAY) return;
    this.coming.add(name);
    try {
      this.kept.set(name, await this.source.tile(z, x, y));
    } catch {
      this.kept.set(name, null);
      this.failed();
    }
    this.coming.delete(name);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= MOST_KEPT_TILES) break;
      this.kept.delete(oldest);
    }
    this.changed();
  }

  /** @param {CanvasRenderingContext2D} ctx @param {View} view @param {Theme} theme */
  draw(ctx, view, theme) {
    for (const at of tilesIn(view, this.source)) {
      const tile = this.known(at);
      if (tile === undefined) this.fetch(at);
      for (let up = 0; up <= Math.min(MOST_COARSER, at.z - this.source.minZoom); up++) {
        const over = { z: at.z - up, x: at.x >> up, y: at.y >> up };
        const drawn = up === 0 ? tile : this.known(over);
        if (drawn) {
          this.drawOne(ctx, view, theme, at, over, drawn);
          break;
        }
      }
    }
  }

  /**
   * Draw the part of a tile that lies under another, of the same place or finer.
   * @param {CanvasRenderingContext2D} ctx @param {View} view @param {Theme} theme @param {At} part @param {At} whole @param {Drawn} drawn
   */
  drawOne(ctx, view, theme, part, whole, drawn) {
    const square = (/** @type {At} */ { z, x, y }) => {
      const side = view.scale / 2 ** z;
      const [left, top] = [Math.round(x * side - view.left), Math.round(y * side - view.top)];
      return [left, top, Math.round((x + 1) * side - view.left) - left, Math.round((y + 1) * side - view.top) - top];
    };
    const [left, top, width, height] = square(whole);
    ctx.save();
    ctx.beginPath();
    ctx.rect(.../** @type {[number, number, number, number]} */ (square(part)));
    ctx.clip();
    ctx.translate(left, top);
    ctx.scale(width, height);
    drawn.draw(ctx, theme, width, view.zoom);
    ctx.restore();
  }

  /** @param {View} view @returns {Name[]} */
  names(view) {
    return tilesIn(view, this.source).flatMap((at) => this.kept.get(`${at.z}/${at.x}/${at.y}`)?.names ?? []);
  }
}
