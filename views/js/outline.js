/** Outlines of areas, from GeoJSON to paths. */

import { UNIT } from "./world.js";
import { mercatorX, mercatorY } from "./view.js";

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

/** @param {any} geometry GeoJSON @returns {Path2D} in the coordinates of `inWorld` */
export function pathOf(geometry) {
  const path = new Path2D();
  const closed = geometry?.type?.endsWith("Polygon");
  for (const line of linesOf(geometry)) {
    line.forEach(([lon, lat], i) => {
      if (i === 0) path.moveTo(mercatorX(lon) * UNIT, mercatorY(lat) * UNIT);
      else path.lineTo(mercatorX(lon) * UNIT, mercatorY(lat) * UNIT);
    });
    if (closed) path.closePath();
  }
  return path;
}
