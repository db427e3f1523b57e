/** Draw vector tiles as a quiet ground, whichever of the two common schemas they follow: Protomaps' or OpenMapTiles'. */

/** @typedef {import("./style.js").Theme} Theme */
/** @typedef {import("./mvt.js").TileLayer} TileLayer */
/** @typedef {import("./mvt.js").Feature} Feature */
/** @typedef {"green" | "built" | "water" | "stream" | "path" | "street" | "road" | "highway" | "rail" | "house"} Role */
/** @typedef {{paths: Map<Role, Path2D>, names: import("./basemap.js").Name[]}} StreetTile paths in shares of the tile's width */

const LAYERS = /** @type {Record<string, "water" | "stream" | "green" | "ways" | "houses" | "names">} */ ({
  water: "water", waterway: "stream", landuse: "green", landcover: "green", park: "green", natural: "green",
  roads: "ways", transportation: "ways", transit: "ways", buildings: "houses", building: "houses", places: "names", place: "names",
});
const GREEN = new Set(["park", "forest", "wood", "nature_reserve", "national_park", "grass", "grassland", "scrub", "farmland", "orchard", "cemetery"]);
const BUILT = new Set(["residential", "industrial", "military", "aerodrome", "airfield", "commercial", "urban_area", "neighbourhood", "naval_base"]);
const WAYS = /** @type {Record<string, Role>} */ ({
  highway: "highway", motorway: "highway", trunk: "highway", major_road: "road", primary: "road", secondary: "road", medium_road: "road",
  tertiary: "street", minor_road: "street", minor: "street", service: "street", path: "path", track: "path", rail: "rail", transit: "rail",
});
/** From what lies lowest; how wide at zoom 12, or 0 where it is filled. @type {[Role, number][]} */
const ORDER = [
  ["built", 0], ["green", 0], ["water", 0], ["stream", 1], ["house", 0], ["path", 0.6], ["street", 1], ["road", 1.7], ["rail", 1], ["highway", 2.6],
];
/** The rank of a place, as the plain ground has it: 0 a metropolis, 5 a small town. @type {Record<string, number>} */
const RANKS = { city: 1, town: 4, village: 6, suburb: 7, hamlet: 8, neighbourhood: 8, quarter: 8 };
const LONGEST_PLACE = 60;

/** @param {Feature} feature @param {string} layer @returns {Role | null} */
export function roleOfFeature({ tags, shape }, layer) {
  const kind = String(tags.get("kind") ?? tags.get("class") ?? "");
  switch (LAYERS[layer]) {
    case "water":
      return shape === 3 ? "water" : shape === 2 ? "stream" : null;
    case "stream":
      return "stream";
    case "green":
      return GREEN.has(kind) ? "green" : BUILT.has(kind) ? "built" : null;
    case "ways":
      return shape === 2 ? WAYS[kind] ?? null : null;
    case "houses":
      return "house";
    default:
      return null;
  }
}

/** @param {TileLayer[]} layers @param {number} z @param {number} x @param {number} y @returns {StreetTile} */
export function streetTile(layers, z, x, y) {
  /** @type {StreetTile} */
  const tile = { paths: new Map(), names: [] };
  for (const { name, extent, features } of layers) {
    if (!(name in LAYERS)) continue;
    for (const feature of features) {
      if (LAYERS[name] === "names") {
        const named = nameFrom(feature, extent, z, x, y);
        if (named) tile.names.push(named);
        continue;
      }
      const role = roleOfFeature(feature, name);
      if (role) trace(pathFor(tile, role), feature, extent);
    }
  }
  return tile;
}

/** @param {StreetTile} tile @param {Role} role @returns {Path2D} */
function pathFor(tile, role) {
  const known = tile.paths.get(role);
  if (known) return known;
  const path = new Path2D();
  tile.paths.set(role, path);
  return path;
}

/** @param {Path2D} path @param {Feature} feature @param {number} extent */
function trace(path, { lines }, extent) {
  for (const line of lines) {
    for (let i = 0; i < line.length; i += 2) {
      if (i === 0) path.moveTo(line[0] / extent, line[1] / extent);
      else path.lineTo(line[i] / extent, line[i + 1] / extent);
    }
  }
}

/** @param {Feature} feature @param {number} extent @param {number} z @param {number} x @param {number} y */
function nameFrom({ tags, lines }, extent, z, x, y) {
  const native = String(tags.get("name") ?? "").slice(0, LONGEST_PLACE);
  const name = String(tags.get("name:en") ?? tags.get("name:latin") ?? native).slice(0, LONGEST_PLACE);
  const rank = RANKS[String(tags.get("kind_detail") ?? tags.get("class") ?? tags.get("kind") ?? "")];
  const point = lines[0];
  if (!name || rank === undefined || !point) return null;
  const side = 2 ** z;
  return { x: (x + point[0] / extent) / side, y: (y + point[1] / extent) / side, rank, name, native };
}

/** @param {Theme} theme @returns {Record<Role, string>} */
function colours(theme) {
  return {
    green: theme.green, built: theme.built, water: theme.sea, stream: theme.river, house: theme.house, path: theme.street,
    street: theme.street, road: theme.road, highway: theme.road, rail: theme.country,
  };
}

/**
 * Draw a tile in a square of the canvas.
 * @param {CanvasRenderingContext2D} ctx @param {StreetTile} tile @param {Theme} theme @param {number} size of the square in pixels
 * @param {number} zoom
 */
export function drawStreets(ctx, { paths }, theme, size, zoom) {
  const colour = colours(theme);
  ctx.fillStyle = theme.land;
  ctx.fillRect(0, 0, 1, 1);
  ctx.lineJoin = ctx.lineCap = "round";
  const wide = Math.max(0.5, 1.28 ** (zoom - 12)) / size;
  for (const [role, width] of ORDER) {
    const path = paths.get(role);
    if (!path) continue;
    ctx.fillStyle = ctx.strokeStyle = colour[role];
    if (width === 0) ctx.fill(path);
    else {
      ctx.lineWidth = width * wide;
      ctx.stroke(path);
    }
  }
}
