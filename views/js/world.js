/** Draw paths that were made once for the whole world. */

/** @typedef {import("./view.js").View} View */

/** Path2D keeps single precision: the world is drawn this many units wide. */
export const UNIT = 4096;

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
