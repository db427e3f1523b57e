/** The quiet ground under the claims: land, water, lines between countries and their names. */

import { cutByEdge } from "./labels.js";
import { SANS } from "./style.js";
import { mercatorX, mercatorY, onScreen, screenX, screenY } from "./view.js";
import { inWorld, UNIT } from "./world.js";

/** @typedef {import("./view.js").View} View */
/** @typedef {import("./style.js").Theme} Theme */
/** @typedef {import("./tiles.js").TileLayer} TileLayer */
/** @typedef {{x: number, y: number, rank: number, name: string, native: string}} Name Mercator; a country's rank is -2, a province's -1 */
/** @typedef {"land" | "coast" | "borders" | "disputed" | "provinces" | "rivers" | "lakes"} Part */
/**
 * @typedef {object} Piece the world, or a tile of it, as data/README.md explains its file
 * @property {Record<Part, Path2D>} paths
 * @property {Name[]} names
 * @property {[number, number, number, number]} box west, north, east, south in Mercator
 */

const POLYGONS = /** @type {const} */ (["land", "lakes"]);
const LINES = /** @type {const} */ (["coast", "borders", "disputed", "provinces", "rivers"]);
/** How wide the tiles of pictures are; those of vectors are wider. */
const PICTURE_PX = 256;
const DETAIL_ZOOM = 5;
const TILE_DEG = 20;
const COUNTRY = -2;
const PROVINCE = -1;

/** @param {any} data a piece's JSON @returns {Piece} */
export function pieceOf(data) {
  const scale = data.scale;
  /** @param {Path2D} path @param {number[]} line first point, then differences @param {boolean} closed */
  const trace = (path, line, closed) => {
    let [x, y] = [0, 0];
    for (let i = 0; i < line.length; i += 2) {
      x += line[i];
      y += line[i + 1];
      const [mx, my] = [mercatorX(x / scale) * UNIT, mercatorY(y / scale) * UNIT];
      if (i === 0) path.moveTo(mx, my);
      else path.lineTo(mx, my);
    }
    if (closed) path.closePath();
  };
  const paths = /** @type {Record<Part, Path2D>} */ ({});
  for (const part of POLYGONS) {
    paths[part] = new Path2D();
    for (const rings of data[part] ?? []) for (const ring of rings) trace(paths[part], ring, true);
  }
  for (const part of LINES) {
    paths[part] = new Path2D();
    for (const line of data[part] ?? []) trace(paths[part], line, false);
  }
  /** @param {any[]} row @returns {Name} */
  const nameOf = ([x, y, rank, name, native]) => ({
    x: mercatorX(x / scale), y: mercatorY(y / scale),
    rank: rank === "country" ? COUNTRY : rank === "province" ? PROVINCE : Number(rank), name, native,
  });
  const names = [...(data.labels ?? []), ...(data.towns ?? [])].map(nameOf).filter(({ rank }) => Number.isFinite(rank));
  const [west, south, east, north] = data.bounds ?? [-180, -90, 180, 90];
  return { paths, names, box: [mercatorX(west), mercatorY(north), mercatorX(east), mercatorY(south)] };
}

export class Basemap {
  /**
   * @param {any} data the world's JSON, with `tiles` naming the detailed ones and perhaps `detail` holding some of them
   * @param {(name: string) => Promise<any>} load fetch a tile's JSON @param {() => void} changed called when one came
   */
  constructor(data, load, changed) {
    this.world = pieceOf(data);
    /** @type {Set<string>} */
    this.known = new Set(data.tiles ?? []);
    /** @type {Map<string, Piece | null>} null while it is on its way */
    this.tiles = new Map();
    this.detail = data.detail ? pieceOf(data.detail) : null;
    this.load = load;
    this.changed = changed;
    this.isDetailed = false;
    this.waiting = false;
    /** Where names were written last. @type {Box[]} */
    this.taken = [];
  }

  /** @param {View} view @returns {Piece[]} what to draw, the coarsest first */
  pieces(view) {
    const pieces = [this.world];
    if (view.zoom < DETAIL_ZOOM) return pieces;
    if (this.detail) pieces.push(this.detail);
    const [west, north] = [view.left / view.scale, view.top / view.scale];
    const [east, south] = [west + view.width / view.scale, north + view.height / view.scale];
    for (let lon = -180; lon < 180; lon += TILE_DEG) {
      for (let lat = -80; lat < 90; lat += TILE_DEG) {
        const name = `${lon}_${lat}`;
        if (!this.known.has(name) || mercatorX(lon) > east || mercatorX(lon + TILE_DEG) < west) continue;
        if (mercatorY(lat) < north || mercatorY(lat + TILE_DEG) > south) continue;
        const tile = this.tiles.get(name);
        if (tile) pieces.push(tile);
        else if (tile === undefined && this.isDetailed) this.fetch(name);
      }
    }
    return pieces;
  }

  /** Fetch the detailed tiles of what is on the screen, from now on. */
  beDetailed() {
    if (this.isDetailed) return;
    this.isDetailed = true;
    this.changed();
  }

  /** @param {string} name */
  async fetch(name) {
    this.tiles.set(name, null);
    this.tiles.set(name, pieceOf(await this.load(name)));
    if (this.waiting) return;
    // tiles that come together are drawn together
    this.waiting = true;
    requestAnimationFrame(() => {
      this.waiting = false;
      this.changed();
    });
  }

  /** @param {View} view @returns {Name[]} of the most detailed pieces */
  names(view) {
    const [world, ...detailed] = this.pieces(view);
    return detailed.length > 0 ? detailed.flatMap((piece) => piece.names) : world.names;
  }
}

/**
 * @param {CanvasRenderingContext2D} ctx @param {View} view @param {Theme} theme @param {Basemap | null} basemap
 * @param {{written: Written, layers: TileLayer[]}} how what the claims write themselves, and what lies on the plain ground
 */
export function drawBasemap(ctx, view, theme, basemap, { written, layers }) {
  ctx.fillStyle = theme.sea;
  ctx.fillRect(0, 0, view.width, view.height);
  const pieces = basemap ? basemap.pieces(view) : [];
  pieces.forEach((piece, i) => drawGround(ctx, view, theme, piece, i > 0));
  for (const layer of layers) layer.draw(ctx, view, theme);
  // whatever map lies there, borders that are disputed are drawn as disputed
  if (layers.some(({ source }) => source.isGround)) for (const piece of pieces.slice(-1)) drawBorders(ctx, view, theme, piece);
  // names that are written into the pictures are not written twice
  if (basemap && !layers.some(({ source }) => source.isGround && source.size === PICTURE_PX)) drawNames(ctx, view, theme, basemap, written);
}

/** @param {CanvasRenderingContext2D} ctx @param {View} view @param {Theme} theme @param {Piece} piece */
function drawBorders(ctx, view, theme, { paths }) {
  inWorld(ctx, view, (pixel) => {
    const width = (view.zoom >= DETAIL_ZOOM ? 1.4 : 0.9) * pixel;
    stroke(ctx, paths.borders, theme.country, width);
    ctx.setLineDash([4 * pixel, 3 * pixel]);
    stroke(ctx, paths.disputed, theme.disputed, width);
    ctx.setLineDash([]);
  });
}

/** @param {CanvasRenderingContext2D} ctx @param {Path2D} path @param {string} colour @param {number} width */
function stroke(ctx, path, colour, width) {
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.stroke(path);
}

/** @param {CanvasRenderingContext2D} ctx @param {View} view @param {Theme} theme @param {Piece} piece @param {boolean} detailed */
function drawGround(ctx, view, theme, piece, detailed) {
  const { paths, box } = piece;
  inWorld(ctx, view, (pixel) => {
    const line = (/** @type {Part} */ part, /** @type {string} */ colour, /** @type {number} */ width) => {
      stroke(ctx, paths[part], colour, width * pixel);
    };
    ctx.lineJoin = "round";
    if (detailed) {
      ctx.beginPath();
      ctx.rect(box[0] * UNIT, box[1] * UNIT, (box[2] - box[0]) * UNIT, (box[3] - box[1]) * UNIT);
      ctx.clip();
      ctx.fillStyle = theme.sea;
      ctx.fill();
    }
    ctx.fillStyle = theme.land;
    ctx.fill(paths.land, "evenodd");
    line("land", theme.land, 0.6);
    line("coast", theme.coast, 1);
    if (view.zoom >= DETAIL_ZOOM) line("provinces", theme.province, 1);
    line("rivers", theme.river, view.zoom >= 7 ? 1.8 : 1.1);
    ctx.fillStyle = theme.sea;
    ctx.fill(paths.lakes, "evenodd");
  });
  drawBorders(ctx, view, theme, piece);
}

/** @typedef {[number, number, number, number]} Box a middle in Mercator, and half a width and a height in pixels */
/** @typedef {{names: Set<string>, boxes: Box[]}} Written */

/** Names longer than this stand on two lines. */
const LONG_NAME = 14;
const LINE = 1.15;

/** @param {string} name @returns {string[]} one line, or two of about the same length */
export function linesOfName(name) {
  const breaks = [...name.matchAll(/ /g)].map(({ index }) => index);
  if (name.length <= LONG_NAME || breaks.length === 0) return [name];
  const at = breaks.reduce((best, it) => (Math.abs(2 * it - name.length) < Math.abs(2 * best - name.length) ? it : best));
  return [name.slice(0, at), name.slice(at + 1)];
}

/** @param {CanvasRenderingContext2D} ctx @param {View} view @param {Theme} theme @param {Basemap} basemap @param {Written} written */
function drawNames(ctx, view, theme, basemap, written) {
  ctx.save();
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  const taken = basemap.taken;
  taken.length = 0;
  for (const { x, y, rank, name } of basemap.names(view).sort((a, b) => a.rank - b.rank)) {
    if ((rank !== COUNTRY && (rank !== PROVINCE || view.zoom < 7)) || written.names.has(name)) continue;
    const [at, py] = [screenX(view, x), screenY(view, y)];
    if (!onScreen(view, at, py, 60)) continue;
    const country = rank === COUNTRY;
    const size = country ? (view.zoom >= 6 ? 15 : view.zoom >= 4.5 ? 13 : 12) : 12;
    ctx.font = `${country ? 600 : 400} ${size}px ${SANS}`;
    if ("letterSpacing" in ctx) ctx.letterSpacing = `${Math.round(size * (country ? 0.16 : 0.06))}px`;
    ctx.fillStyle = theme.countryName;
    const lines = linesOfName(country ? name.toUpperCase() : name);
    const half = Math.max(...lines.map((line) => ctx.measureText(line).width)) / 2 + 4;
    const tall = (lines.length * size * LINE) / 2;
    const px = at > view.inset && at < view.width - view.inset ? Math.max(view.inset + half, Math.min(view.width - view.inset - half, at)) : at;
    if (cutByEdge({ x: px - half, y: py - tall, width: 2 * half, height: 2 * tall }, view)) continue;
    const near = (/** @type {Box} */ [a, b, c, d]) => Math.abs(screenX(view, a) - px) < half + c && Math.abs(screenY(view, b) - py) < tall + d;
    if (taken.some(near) || written.boxes.some(near)) continue;
    taken.push([(view.left + px) / view.scale, y, half, tall]);
    lines.forEach((line, i) => ctx.fillText(line, px, py + (i - (lines.length - 1) / 2) * size * LINE));
  }
  ctx.restore();
}

/** How many ranks of towns are named at a zoom: 0 is a metropolis, 5 a small town. @param {number} zoom */
function ranksAt(zoom) {
  return zoom < 4 ? 0 : zoom - 4;
}

/**
 * Draw the names of towns that stay clear of what is taken.
 * @param {CanvasRenderingContext2D} ctx @param {View} view @param {Theme} theme @param {Basemap | null} basemap
 * @param {{take: (x: number, y: number, width: number, height: number) => boolean, native: boolean, layers: TileLayer[]}} how
 */
export function drawTowns(ctx, view, theme, basemap, { take, native, layers }) {
  const grounds = layers.filter(({ source }) => source.isGround);
  if (!basemap || grounds.some(({ source }) => source.size === PICTURE_PX)) return;
  ctx.save();
  ctx.font = `12px ${SANS}`;
  ctx.textBaseline = "middle";
  ctx.fillStyle = theme.townName;
  const most = ranksAt(view.zoom);
  for (const [x, y, half, tall] of basemap.taken) {
    take(screenX(view, x) - half, screenY(view, y) - tall, 2 * half, 2 * tall);
  }
  const named = [...basemap.names(view), ...grounds.flatMap((layer) => layer.names(view)).sort((a, b) => a.rank - b.rank)];
  const written = new Set();
  for (const town of named) {
    if (written.has(town.name) || town.rank < 0 || town.rank >= most) continue;
    const [px, py] = [screenX(view, town.x), screenY(view, town.y)];
    if (!onScreen(view, px, py, 20)) continue;
    const name = native && town.native ? town.native : town.name;
    const width = ctx.measureText(name).width;
    if (cutByEdge({ x: px - 3, y: py - 8, width: width + 12, height: 16 }, view) || !take(px - 3, py - 8, width + 12, 16)) continue;
    ctx.beginPath();
    ctx.arc(px, py, 1.8, 0, 7);
    ctx.fill();
    ctx.fillText(name, px + 6, py);
    written.add(town.name);
  }
  ctx.restore();
}
