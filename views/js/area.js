/** An area drawn on the map, as a filter. */

import { mercatorX, mercatorY } from "./view.js";

/** @typedef {import("./app.js").App} App */

/** @returns {[number, number, number, number] | null} the drawn area in Mercator: west, north, east, south @param {App} app */
export function areaBox(app) {
  if (!app.state.area) return null;
  const [west, south, east, north] = app.state.area;
  return [mercatorX(west), mercatorY(north), mercatorX(east), mercatorY(south)];
}

/** Let an area be drawn on the map, or forget the one that was. @param {App} app */
export function toggleArea(app) {
  if (app.state.area) app.set({ area: null });
  else {
    app.drawing = !app.drawing;
    app.say(app.drawing ? "Drag over the map to draw an area" : "");
    app.dock.update();
  }
}

/** @param {any} event Leaflet's @param {App} app */
export function startArea(app, event) {
  if (!app.drawing && !event.originalEvent.shiftKey) return;
  const start = event.latlng;
  app.map.dragging.disable();
  /** @param {any} at */
  const areaTo = (at) => /** @type {[number, number, number, number]} */ ([
    Math.max(-180, Math.min(start.lng, at.latlng.lng)), Math.min(start.lat, at.latlng.lat),
    Math.min(180, Math.max(start.lng, at.latlng.lng)), Math.max(start.lat, at.latlng.lat),
  ]);
  const move = (/** @type {any} */ at) => {
    app.state.area = areaTo(at);
    app.claims.repaint();
  };
  app.map.on("mousemove", move);
  app.map.once("mouseup", (/** @type {any} */ at) => {
    app.map.off("mousemove", move);
    app.map.dragging.enable();
    app.drawing = false;
    app.say("");
    app.state.area = null;
    const area = areaTo(at);
    app.set({ area: area[2] - area[0] > 1e-6 && area[3] - area[1] > 1e-6 ? area : null });
  });
}
