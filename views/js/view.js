/** What part of the world a canvas shows, and where a point of it falls. */

/**
 * @typedef {object} View
 * @property {number} scale pixels of the whole world's width
 * @property {number} left world pixels at the canvas's left edge
 * @property {number} top
 * @property {number} width in CSS pixels
 * @property {number} height
 * @property {number} zoom
 * @property {number} inset how far the canvas reaches beyond the map to its left, and to its right
 * @property {number} insetY and above and below it
 */

/** @param {number} lon @returns {number} Web Mercator x in [0, 1] */
export function mercatorX(lon) {
  return (lon + 180) / 360;
}

/** @param {number} lat @returns {number} Web Mercator y in [0, 1], 0 in the north */
export function mercatorY(lat) {
  const sine = Math.sin((Math.max(-85.0511, Math.min(85.0511, lat)) * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

/** @param {number} y @returns {number} degrees */
export function latitude(y) {
  return (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
}

/** @param {View} view @param {number} x in [0, 1] @returns {number} pixels from the canvas's left edge */
export function screenX(view, x) {
  return x * view.scale - view.left;
}

/** @param {View} view @param {number} y in [0, 1] @returns {number} */
export function screenY(view, y) {
  return y * view.scale - view.top;
}

/** @param {View} view @param {number} x @param {number} y @param {number} margin @returns {boolean} */
export function onScreen(view, x, y, margin) {
  return x > -margin && y > -margin && x < view.width + margin && y < view.height + margin;
}

/** @param {number} km @param {number} y Mercator y @param {View} view @returns {number} pixels */
export function pixelsOf(km, y, view) {
  const circumference = 40075 * Math.cos((latitude(y) * Math.PI) / 180);
  return (km / circumference) * view.scale;
}
