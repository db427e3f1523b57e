/** Shade relief from tiles that hold heights. */

/** @typedef {"terrarium" | "mapbox"} Heights how a height stands in a colour */

/** @param {Heights} how @param {number} r @param {number} g @param {number} b @returns {number} metres */
export function heightOf(how, r, g, b) {
  return how === "terrarium" ? r * 256 + g + b / 256 - 32768 : (r * 65536 + g * 256 + b) / 10 - 10000;
}

/** @param {any} meta of an archive @param {string} name of its file @returns {Heights | null} what its pictures hold, where they are not to be looked at */
export function heightsIn(meta, name) {
  const said = `${meta.encoding ?? ""} ${meta.name ?? ""} ${name}`.toLowerCase();
  if (said.includes("terrarium")) return "terrarium";
  return said.includes("mapbox") || said.includes("terrain-rgb") || said.includes("terrainrgb") || said.includes("terrain_rgb") ? "mapbox" : null;
}

/** Light from the north-west, 45° high, as on printed maps. */
const [LIGHT_X, LIGHT_Y, LIGHT_Z] = [-0.5, -0.5, Math.SQRT1_2];
const STRENGTH = 150;
/** Heights are drawn steeper where the map is coarse, or nothing would be seen of them. */
const EXAGGERATION = 3;

/**
 * Return the shade of a tile: black where the slope turns from the light and white where it faces it, more opaque the
 * steeper it is; clear on a plain and on the sea.
 * @param {Uint8ClampedArray} pixels RGBA, of heights @param {number} width @param {Heights} how @param {number} metres a pixel
 * @returns {Uint8ClampedArray<ArrayBuffer>} RGBA
 */
export function shaded(pixels, width, how, metres) {
  const height = pixels.length / 4 / width;
  const level = new Float32Array(width * height);
  for (let i = 0; i < level.length; i++) level[i] = Math.max(0, heightOf(how, pixels[4 * i], pixels[4 * i + 1], pixels[4 * i + 2]));
  const out = new Uint8ClampedArray(pixels.length);
  const factor = (EXAGGERATION * Math.max(1, Math.log2(metres / 20))) / (2 * metres);
  for (let y = 0; y < height; y++) {
    const [above, below] = [Math.max(0, y - 1) * width, Math.min(height - 1, y + 1) * width];
    for (let x = 0; x < width; x++) {
      const [left, right] = [Math.max(0, x - 1), Math.min(width - 1, x + 1)];
      const dx = (level[y * width + right] - level[y * width + left]) * factor;
      const dy = (level[below + x] - level[above + x]) * factor;
      const light = (-dx * LIGHT_X - dy * LIGHT_Y + LIGHT_Z) / Math.hypot(dx, dy, 1);
      const turn = light - LIGHT_Z;
      const at = 4 * (y * width + x);
      out[at] = out[at + 1] = out[at + 2] = turn > 0 ? 255 : 0;
      out[at + 3] = Math.min(170, Math.abs(turn) * STRENGTH * (turn > 0 ? 0.9 : 1));
    }
  }
  return out;
}
