/** Take up the claims and the ground that Python laid ready. */

import { Basemap } from "./basemap.js";
import { decode, freshOf } from "./decode.js";
import { el } from "./dom.js";
import { chooseClock, refilter } from "./filter.js";
import { Flows } from "./flows.js";
import { ALL_DAY, ofWholeDays } from "./hours.js";
import { fitPlaces } from "./frame.js";
import { fetched, json } from "./load.js";
import { pathOf } from "./outline.js";
import { placeOf } from "./places.js";
import { pausePlay } from "./player.js";
import { themeOf } from "./style.js";
import { linked } from "./url.js";
import { mercatorX, mercatorY } from "./view.js";

/** @typedef {import("./app.js").App} App */
/**
 * @typedef {object} Command what Python says; numbers, ids and addresses only
 * @property {string} [layer] address of the numbers
 * @property {string} [names] address of the places
 * @property {string} [basemap]
 * @property {boolean} [dark]
 * @property {number[]} [kinds] those to show; all where it is missing
 * @property {number[]} [statuses]
 * @property {number} [unplaced]
 * @property {number} [elsewhere] claims that other filters leave out
 * @property {string[]} [open] ids of the places whose excerpts are open
 * @property {import("./sources.js").Online[]} [online] pictures of the ground that may be turned on
 * @property {number} [texts] how often other texts were turned to
 * @property {string} [saved] address of the table that was asked for
 * @property {[string, string][]} [params] the page's part of the address
 */

/** @param {App} app @param {Command} command */
export async function receiveCommand(app, command) {
  const before = app.command;
  app.command = command;
  if (app.theme.dark !== (command.dark === true)) {
    app.theme = themeOf(command.dark === true);
    app.ground.repaint();
    app.frame.explain(app);
  }
  document.documentElement.classList.toggle("dl-dark", app.theme.dark);
  app.open = command.open ?? [];
  try {
    if (command.basemap && command.basemap !== before.basemap) takeGround(app, command.basemap);
    if (command.layer && command.names && (command.layer !== before.layer || command.names !== before.names)) {
      app.frame.loading.hidden = false;
      const [numbers, names] = await Promise.all([fetched(command.layer), fetched(command.names)]);
      if (app.command.layer !== command.layer) return;
      if (before.texts !== undefined && command.texts !== before.texts) forgetWindow(app);
      takeClaims(app, decode(numbers), JSON.parse(new TextDecoder().decode(names)));
    } else if (app.columns) {
      app.markOpen();
      if (JSON.stringify([command.kinds, command.statuses]) !== JSON.stringify([before.kinds, before.statuses])) {
        refilter(app);
        app.frame.explain(app);
      }
      else app.repaint();
    }
  } catch (error) {
    app.command = before;
    const again = el("button", { type: "button" }, ["Try again"]);
    again.addEventListener("click", () => {
      app.frame.loading.textContent = "Reading the claims …";
      receiveCommand(app, command);
    });
    app.frame.loading.hidden = false;
    app.frame.loading.replaceChildren("The claims could not be read. ", again);
    throw error;
  }
  if (command.saved && command.saved !== before.saved) saveTable(app, command.saved);
  app.rest();
}

/** Hand a table to the browser as a file. @param {App} app @param {string} address */
function saveTable(app, address) {
  const link = document.createElement("a");
  link.href = address;
  link.download = "claims.csv";
  link.click();
  app.say(ofWholeDays(app.state) ? "" : "The table holds whole days");
}

/** @param {App} app @param {string} address of the world; its tiles lie beside it */
async function takeGround(app, address) {
  const load = (/** @type {string} */ name) => json(address.replace("world.json", `${name}.json`));
  app.basemap = new Basemap(await json(address), load, () => app.ground.repaint());
  app.ground.repaint();
  app.claims.repaint();
  detailGround(app);
}

/** Let the ground's detail come once the claims stand: it would hold them up. @param {App} app */
function detailGround(app) {
  if (app.columns) setTimeout(() => app.basemap?.beDetailed());
}

/** Forget what was set for other texts: the new ones are shown whole, where and when they are. @param {App} app */
function forgetWindow(app) {
  pausePlay(app);
  app.columns = null;
  app.linked = linked("");
  Object.assign(app.state, { first: 0, last: 0, hours: ALL_DAY, clock: "event", known: null, area: null });
  app.say("");
}

/** @param {App} app @param {import("./decode.js").Columns} columns @param {any} names as views/layers.py writes them */
function takeClaims(app, columns, names) {
  const isFirst = app.columns === null;
  const { linked } = app;
  app.taking = true;
  app.columns = columns;
  app.places = names.places.map(placeOf);
  app.crossings = names.crossings.map((/** @type {any} */ gate) => ({ name: gate.name, x: mercatorX(gate.lon), y: mercatorY(gate.lat) }));
  app.outlines = new Map(Object.entries(names.outlines ?? {}).map(([id, geometry]) => [id, pathOf(geometry)]));
  app.flows = new Flows(columns, app.places, app.crossings);
  app.weights = new Int32Array(app.places.length);
  for (let i = 0; i < columns.rows; i++) if (freshOf(columns.code[i])) app.weights[columns.place[i]]++;
  app.areaNames = new Set(app.places.filter(({ shape }) => shape === "outline" || shape === "ring").map(({ name }) => name));
  app.markOpen();
  app.frame.loading.hidden = columns.rows > 0;
  if (columns.rows === 0) app.frame.loading.textContent = "No claims here. Widen the filters, or add texts.";
  if (isFirst && !linked.view) fitPlaces(app);
  if (isFirst && !linked.clock) chooseClock(app);
  app.taking = false;
  app.regroup();
  refilter(app, isFirst);
  app.frame.explain(app);
  app.ground.repaint();
  app.stir();
  detailGround(app);
}
