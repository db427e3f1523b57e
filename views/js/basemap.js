/** The quiet ground under the claims: land, water, lines between countries and their names. */

import { SANS } from "./style.js";
import { mercatorX, mercatorY, onScreen, screenX, screenY } from "./view.js";

/** @typedef {import("./view.js").View} View */
/** @typedef {import("./style.js").Theme} Theme */
/**
 * @typedef {object} Shape
 * @property {Path2D} path in Mercator units times `UNIT`
 * @property {[number, number, number, number]} box west, north, east, south in Mercator
 * @property {string | null} name
 * @property {number} x where its name stands
 * @property {number} y
 * @property {number} least the zoom from which it is drawn
 */
/** @typedef {{countries: Shape[], provinces: Shape[], rivers: Shape[], lakes: Shape[], disputed: Shape[], towns: Shape[]}} Basemap */

/** Path2D keeps single precision: the world is drawn this many units wide. */
const UNIT = 4096;
const PROVINCES_FROM = 5;
const COUNTRY_NAMES_FROM = 3;

/** @param {any} geometry GeoJSON @returns {number[][][]} its lines or rings */
function linesOf(geometry) {
  switch (geometry?.type) {
    case "Polygon":
    case "MultiLineString":
      return geometry.coordinates;
    case "MultiPolygon":
      return geometry.coordinates.flat();
    case "LineString":
      return [geometry.coordinates];
    default:
      return [];
  }
}

/** @param {any} geometry GeoJSON @returns {{path: Path2D, box: [number, number, number, number], x: number, y: number}} */
export function pathOf(geometry) {
  const path = new Path2D();
  const closed = geometry?.type?.endsWith("Polygon");
  /** @type {[number, number, number, number]} */
  const box = [1, 1, 0, 0];
  let largest = -1;
  let x = 0.5;
  let y = 0.5;
  for (const line of linesOf(geometry)) {
    let [west, north, east, south] = [1, 1, 0, 0];
    line.forEach((point, i) => {
      const mx = mercatorX(point[0]);
      const my = mercatorY(point[1]);
      west = Math.min(west, mx);
      east = Math.max(east, mx);
      north = Math.min(north, my);
      south = Math.max(south, my);
      if (i === 0) path.moveTo(mx * UNIT, my * UNIT);
      else path.lineTo(mx * UNIT, my * UNIT);
    });
    if (closed) path.closePath();
    const size = (east - west) * (south - north);
    if (size > largest) {
      largest = size;
      [x, y] = closed ? centroid(line) : [(west + east) / 2, (north + south) / 2];
    }
    box[0] = Math.min(box[0], west);
    box[1] = Math.min(box[1], north);
    box[2] = Math.max(box[2], east);
    box[3] = Math.max(box[3], south);
  }
  return { path, box, x, y };
}

/** @param {number[][]} ring degrees @returns {[number, number]} Mercator */
function centroid(ring) {
  let area = 0;
  let x = 0;
  let y = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay, bx, by] = [mercatorX(ring[j][0]), mercatorY(ring[j][1]), mercatorX(ring[i][0]), mercatorY(ring[i][1])];
    const cut = ax * by - bx * ay;
    area += cut;
    x += (ax + bx) * cut;
    y += (ay + by) * cut;
  }
  return area === 0 ? [mercatorX(ring[0][0]), mercatorY(ring[0][1])] : [x / (3 * area), y / (3 * area)];
}

/** @param {any} collection GeoJSON or undefined @returns {Shape[]} */
function shapesOf(collection) {
  return (collection?.features ?? []).map((/** @type {any} */ feature) => {
    const name = feature.properties?.name ?? null;
    const least = Number(feature.properties?.zoom ?? 0);
    if (feature.geometry?.type === "Point") {
      const [lon, lat] = feature.geometry.coordinates;
      const [x, y] = [mercatorX(lon), mercatorY(lat)];
      return { path: new Path2D(), box: /** @type {const} */ ([x, y, x, y]), name, x, y, least };
    }
    const shape = pathOf(feature.geometry);
    const { label_lon: lon, label_lat: lat } = feature.properties ?? {};
    if (Number.isFinite(lon) && Number.isFinite(lat)) [shape.x, shape.y] = [mercatorX(lon), mercatorY(lat)];
    return { ...shape, name, least };
  });
}

/** @param {any} data a GeoJSON collection a layer @returns {Basemap} */
export function basemapOf(data) {
  return {
    countries: shapesOf(data.countries),
    provinces: shapesOf(data.provinces),
    rivers: shapesOf(data.rivers),
    lakes: shapesOf(data.lakes),
    disputed: shapesOf(data.disputed),
    towns: shapesOf(data.towns),
  };
}

/** @param {Shape[]} shapes @param {View} view @returns {Shape[]} those that touch the canvas and belong to its zoom */
function inView(shapes, view) {
  const [west, north] = [view.left / view.scale, view.top / view.scale];
  const [east, south] = [west + view.width / view.scale, north + view.height / view.scale];
  return shapes.filter(
    ({ box, least }) => box[0] <= east && box[2] >= west && box[1] <= south && box[3] >= north && least <= view.zoom + 0.01,
  );
}

/**
 * Run `draw` in the coordinates of the paths.
 * @param {CanvasRenderingContext2D} ctx @param {View} view @param {(perPixel: number) => void} draw
 */
export function inWorld(ctx, view, draw) {
  const factor = view.scale / UNIT;
  ctx.save();
  ctx.translate(-view.left, -view.top);
  ctx.scale(factor, factor);
  draw(1 / factor);
  ctx.restore();
}

/**
 * @param {CanvasRenderingContext2D} ctx @param {View} view @param {Theme} theme @param {Basemap | null} basemap
 */
export function drawBasemap(ctx, view, theme, basemap) {
  ctx.fillStyle = theme.sea;
  ctx.fillRect(0, 0, view.width, view.height);
  if (!basemap) return;
  const countries = inView(basemap.countries, view);
  inWorld(ctx, view, (pixel) => {
    ctx.lineJoin = "round";
    ctx.fillStyle = theme.land;
    for (const { path } of countries) ctx.fill(path, "evenodd");
    if (view.zoom >= PROVINCES_FROM) {
      ctx.strokeStyle = theme.province;
      ctx.lineWidth = pixel;
      for (const { path } of inView(basemap.provinces, view)) ctx.stroke(path);
    }
    ctx.fillStyle = theme.sea;
    ctx.strokeStyle = theme.river;
    for (const { path } of inView(basemap.lakes, view)) ctx.fill(path, "evenodd");
    ctx.lineWidth = (view.zoom >= 7 ? 1.6 : 1.1) * pixel;
    for (const { path } of inView(basemap.rivers, view)) ctx.stroke(path);
    ctx.strokeStyle = theme.country;
    ctx.lineWidth = (view.zoom >= 5 ? 1.3 : 0.8) * pixel;
    for (const { path } of countries) ctx.stroke(path);
    const disputed = inView(basemap.disputed, view);
    ctx.strokeStyle = theme.land;
    ctx.lineWidth = 2.4 * pixel;
    for (const { path } of disputed) ctx.stroke(path);
    ctx.strokeStyle = theme.disputed;
    ctx.lineWidth = 1.2 * pixel;
    ctx.setLineDash([4 * pixel, 3 * pixel]);
    for (const { path } of disputed) ctx.stroke(path);
  });
  drawCountryNames(ctx, view, theme, countries);
}

/** @param {CanvasRenderingContext2D} ctx @param {View} view @param {Theme} theme @param {Shape[]} countries */
function drawCountryNames(ctx, view, theme, countries) {
  if (view.zoom < COUNTRY_NAMES_FROM) return;
  ctx.save();
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillStyle = theme.countryName;
  const size = view.zoom >= 6 ? 15 : view.zoom >= 5 ? 13 : 12;
  ctx.font = `600 ${size}px ${SANS}`;
  if ("letterSpacing" in ctx) ctx.letterSpacing = `${Math.round(size * 0.16)}px`;
  for (const { name, x, y, box } of countries) {
    if (!name) continue;
    const text = name.toUpperCase();
    const wide = (box[2] - box[0]) * view.scale;
    if (ctx.measureText(text).width > wide * 0.95) continue;
    const [px, py] = [screenX(view, x), screenY(view, y)];
    if (onScreen(view, px, py, 60)) ctx.fillText(text, px, py);
  }
  ctx.restore();
}

/**
 * Draw the names of towns that stay clear of what is taken.
 * @param {CanvasRenderingContext2D} ctx @param {View} view @param {Theme} theme @param {Basemap | null} basemap
 * @param {(x: number, y: number, width: number, height: number) => boolean} take
 */
export function drawTowns(ctx, view, theme, basemap, take) {
  if (!basemap) return;
  ctx.save();
  ctx.font = `12px ${SANS}`;
  ctx.textBaseline = "middle";
  ctx.fillStyle = theme.townName;
  for (const { name, x, y } of inView(basemap.towns, view)) {
    const [px, py] = [screenX(view, x), screenY(view, y)];
    const width = ctx.measureText(name ?? "").width;
    if (!name || !take(px - 3, py - 8, width + 12, 16)) continue;
    ctx.globalAlpha = 0.9;
    ctx.beginPath();
    ctx.arc(px, py, 1.8, 0, 7);
    ctx.fill();
    ctx.fillText(name, px + 6, py);
  }
  ctx.restore();
}
