/** What the page beside the map is asked for: ids and days, never words. */

import { isoOf } from "./dates.js";
import { under } from "./pointing.js";
import { page } from "./url.js";
import { placesOfWay } from "./way.js";
import { effective } from "./window.js";

/** @typedef {import("./app.js").App} App */

/** Open what was clicked on the map. @param {App} app @param {{x: number, y: number}} point */
export function clickAt(app, point) {
  if (app.drawing) return;
  const { group, flow } = under(app, point);
  if (group) choosePlaces(app, group.members);
  else if (flow >= 0) chooseWay(app, flow);
}

/** Ask for the excerpts of a movement: the claims that name all its places. @param {App} app @param {number} flow */
export function chooseWay(app, flow) {
  const members = placesOfWay(app, flow);
  app.open = members.map((member) => app.places[member].id);
  app.markOpen();
  ask(app, { places: app.open, together: members.length > 1 });
  app.claims.repaint();
}

/** Ask for the excerpts of places. @param {App} app @param {number[]} members positions of places */
export function choosePlaces(app, members) {
  app.open = members.map((member) => app.places[member].id);
  app.markOpen();
  ask(app, { places: app.open });
  app.claims.repaint();
}

/** Ask for the claims that have no date on the clock that is shown. @param {App} app */
export function askUndated(app) {
  ask(app, { show: "undated", clock: app.state.clock });
}

/** Ask for the claims that are shown, as a table. @param {App} app */
export function askTable(app) {
  const { mode, clock, known, area } = app.state;
  const { first, last } = effective(mode, app.state);
  const from = first < app.axisRange.from ? app.axisRange.from : first;
  app.say("Writing the table …");
  ask(app, {
    save: "csv", clock, from: isoOf(from), to: isoOf(last), known: known === null ? "" : isoOf(known), box: area ? area.join(",") : "",
  });
}

/** Show the next or the previous excerpt, in the page. @param {1 | -1} by */
export function turnExcerpt(by) {
  page().document.dispatchEvent(new CustomEvent("dateline:turn", { detail: by }));
}

/** @param {App} app @param {object} wanted */
function ask(app, wanted) {
  app.asked += 1;
  const properties = { ...wanted, click: `${app.born}.${app.asked}` };
  const host = /** @type {any} */ (window);
  const feature = { type: "Feature", geometry: null, properties };
  host.dispatchEvent(new CustomEvent("dateline:send", { detail: properties }));
  if (!host.Streamlit || !host.__GLOBAL_DATA__) return;
  host.__GLOBAL_DATA__.last_active_drawing = feature;
  host.__GLOBAL_DATA__.previous_data = { last_active_drawing: feature };
  host.Streamlit.setComponentValue({ last_active_drawing: feature });
}
