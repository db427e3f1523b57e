/** Where tiles of the ground come from: a file of the user's own, or somebody's server once the user turned it on. */

import { layersOf } from "./mvt.js";
import { openArchive, sliceOf, VECTOR } from "./pmtiles.js";
import { heightsIn, shaded } from "./relief.js";
import { drawStreets, streetTile } from "./street.js";
import { latitude } from "./view.js";

/** @typedef {import("./tiles.js").Source} Source */
/** @typedef {import("./tiles.js").Drawn} Drawn */
/** @typedef {{name: string, url: string, credit: string, maxZoom: number}} Online as views/online.py lists it */

const LONGEST_CREDIT = 200;

/** @param {unknown} markup that may be anything @returns {string} its words alone */
export function wordsOf(markup) {
  if (typeof markup !== "string") return "";
  const words = new DOMParser().parseFromString(markup, "text/html").body.textContent ?? "";
  return words.replaceAll(/\s+/g, " ").trim().slice(0, LONGEST_CREDIT);
}

/** @param {CanvasImageSource} image @returns {Drawn} */
function pictureTile(image) {
  return { draw: (ctx) => ctx.drawImage(image, 0, 0, 1, 1), names: [] };
}

/** @param {ImageBitmap} heights @param {import("./relief.js").Heights} how @param {number} z @param {number} y @returns {Promise<Drawn>} */
async function reliefTile(heights, how, z, y) {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [heights.width, heights.height];
  const ctx = canvas.getContext("2d");
  if (!ctx) throw new Error("this browser draws no canvas");
  ctx.drawImage(heights, 0, 0);
  const { data } = ctx.getImageData(0, 0, heights.width, heights.height);
  const metres = (40_075_016 * Math.cos((latitude((y + 0.5) / 2 ** z) * Math.PI) / 180)) / 2 ** z / heights.width;
  return pictureTile(await createImageBitmap(new ImageData(shaded(data, heights.width, how, metres), heights.width, heights.height)));
}

/** @param {File} file a PMTiles archive @returns {Promise<{source: Source, isRelief: boolean}>} */
export async function ownSource(file) {
  const archive = await openArchive(sliceOf(file));
  const { minZoom, maxZoom, kind } = archive.header;
  const heights = kind === VECTOR ? null : heightsIn(archive.meta, file.name);
  /** @type {Source["tile"]} */
  const tile = async (z, x, y) => {
    const content = await archive.tile(z, x, y);
    if (!content) return null;
    if (kind === VECTOR) {
      const streets = streetTile(layersOf(content), z, x, y);
      return { draw: (ctx, theme, size, zoom) => drawStreets(ctx, streets, theme, size, zoom), names: streets.names };
    }
    const image = await createImageBitmap(new Blob([content], { type: archive.media }), heights ? { colorSpaceConversion: "none" } : {});
    return heights ? reliefTile(image, heights, z, y) : pictureTile(image);
  };
  const credit = wordsOf(archive.meta.attribution);
  return { source: { minZoom, maxZoom, size: kind === VECTOR ? 512 : 256, isGround: !heights, credit, tile }, isRelief: heights !== null };
}

const SERVERS = ["a", "b", "c"];

/** @param {Online} online @returns {Source} */
export function onlineSource({ url, credit, maxZoom }) {
  /** @type {Source["tile"]} */
  const tile = (z, x, y) => new Promise((resolve, reject) => {
    const image = new Image();
    // asked without cookies, and told no more of this page than which server it is of: its address holds the filters
    image.crossOrigin = "anonymous";
    image.referrerPolicy = "origin";
    image.onload = () => resolve(pictureTile(image));
    image.onerror = () => reject(new Error("a tile did not come"));
    const parts = /** @type {Record<string, string>} */ ({ z: String(z), x: String(x), y: String(y), s: SERVERS[(x + y) % SERVERS.length] });
    image.src = url.replaceAll(/\{([zxys])\}/g, (_, name) => parts[name]);
  });
  return { minZoom: 0, maxZoom, size: 256, isGround: true, credit, tile };
}
