/** Put the claim layer on a Leaflet map, once. */

import { App } from "./app.js";

/** @type {App | null} */
let app = null;

/** @param {any} map Leaflet's */
function mount(map) {
  app ??= new App(map);
  return app;
}

/** @type {any} */ (window).dateline = {
  mount,
  /** @param {import("./app.js").Command} command */
  receive(command) {
    app?.receive(command);
  },
  /** @returns {App | null} */
  app: () => app,
};
