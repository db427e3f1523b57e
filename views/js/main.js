/** Put the claim layer on a Leaflet map, once. */

import { App } from "./app.js";
import { receiveCommand } from "./take.js";

/** @type {App | null} */
let app = null;

/** @param {any} map Leaflet's */
function mount(map) {
  app ??= new App(map);
  return app;
}

/** @type {any} */ (window).dateline = {
  mount,
  /** @param {import("./take.js").Command} command */
  receive(command) {
    if (app) receiveCommand(app, command);
  },
  /** @returns {App | null} */
  app: () => app,
};
