/** Keep the page's address in step with the map. */

import { ofWholeDays } from "./hours.js";
import { linking, page } from "./url.js";

/** @typedef {import("./app.js").App} App */

/** The parts of the address that the page knows, and the map does not: they are written as the page says. */
const OF_PAGE = ["place", "kind", "status", "actor", "source", "text", "open", "as"];

/** @param {App} app */
export function writeAddress(app) {
  const whole = app.state.first <= app.axisRange.from && app.state.last >= app.axisRange.to - 1 && ofWholeDays(app.state);
  const { lat, lng } = app.map.getCenter();
  const at = page();
  const params = new URLSearchParams(at.location.search);
  if (app.command.params) {
    for (const name of OF_PAGE) params.delete(name);
    for (const [name, value] of app.command.params) params.append(name, value);
  }
  const search = linking(params.toString(), {
    first: whole ? null : app.state.first, last: whole ? null : app.state.last, hours: whole ? null : app.state.hours,
    mode: app.state.mode === "window" ? null : app.state.mode,
    clock: app.state.clock,
    known: app.state.known, view: [lat, lng, app.map.getZoom()],
    labels: app.state.labels === "latin" ? null : app.state.labels, area: app.state.area,
  });
  if (search !== at.location.search) at.history.replaceState(at.history.state, "", at.location.pathname + search);
}
