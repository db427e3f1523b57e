/** What lies under the claims besides the plain ground: a map of the user's own, relief, or somebody's pictures. */

import { el } from "./dom.js";
import { onlineSource, ownSource } from "./sources.js";
import { TileLayer } from "./tiles.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./tiles.js").Source} Source */

/** The ground of the program's own. */
const PLAIN_CREDIT = "Borders: Natural Earth · Places: GeoNames";

export class Ground {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    /** @type {TileLayer | null} */
    this.map = null;
    /** @type {TileLayer | null} */
    this.relief = null;
    /** What the map is called, in the counts' caption and in the dialog. */
    this.name = "";
  }

  /** @returns {TileLayer[]} from what lies lowest */
  get layers() {
    return [this.map, this.relief].filter((layer) => layer !== null);
  }

  /** @returns {string} whose data is seen */
  get credit() {
    return [PLAIN_CREDIT, ...this.layers.map(({ source }) => source.credit)].filter(Boolean).join(" · ");
  }

  /** @param {Source} source @returns {TileLayer} */
  layerFrom(source) {
    let said = false;
    const failed = () => {
      if (!said) this.app.say("Some of the ground’s tiles did not come; the plain ground is shown there.");
      said = true;
    };
    return new TileLayer(source, () => this.changed(), failed);
  }

  changed() {
    cancelAnimationFrame(this.frame ?? 0);
    // tiles that come together are drawn together
    this.frame = requestAnimationFrame(() => {
      this.app.ground.repaint();
      this.app.claims.repaint();
    });
  }

  /** @param {Partial<Pick<Ground, "map" | "relief" | "name">>} change */
  set(change) {
    Object.assign(this, change);
    this.app.say("");
    this.app.credit();
    this.changed();
  }

  plain() {
    this.set({ map: null, relief: null, name: "" });
  }

  /** Take a file of the user's own: a map, or heights for the relief. @param {File} file */
  async open(file) {
    try {
      const { source, isRelief } = await ownSource(file);
      const layer = this.layerFrom(source);
      this.set(isRelief ? { relief: layer } : { map: layer, name: file.name });
    } catch (error) {
      this.app.say(error instanceof Error ? `The map file cannot be shown. ${error.message}` : "The map file cannot be shown.");
    }
  }

  /** Ask somebody's server for pictures, from now on and until the page is left. @param {import("./sources.js").Online} online */
  turnOn(online) {
    this.set({ map: this.layerFrom(onlineSource(online)), name: online.name });
  }
}

/** Let the ground be chosen. @param {App} app */
export function showGrounds(app) {
  const dialog = el("dialog", { class: "dl-keys dl-grounds", "aria-label": "Ground" });
  const act = (/** @type {() => void} */ what) => () => {
    what();
    dialog.close();
  };
  const file = el("input", { type: "file", accept: ".pmtiles", "aria-label": "Map file (PMTiles)" });
  file.addEventListener("change", () => {
    const [chosen] = file.files ?? [];
    if (chosen) act(() => app.under.open(chosen))();
  });
  const press = (/** @type {string} */ label, /** @type {() => void} */ what) => {
    const made = el("button", { type: "button" }, [label]);
    made.addEventListener("click", act(what));
    return made;
  };
  const online = app.command.online ?? [];
  dialog.append(
    el("h2", {}, ["Ground"]),
    el("h3", {}, ["Plain"]),
    el("p", {}, ["Comes with the program; nobody is asked for anything."]),
    press("Plain ground", () => app.under.plain()),
    el("h3", {}, ["A map file of your own"]),
    el("p", {}, [
      "PMTiles with streets (Protomaps, OpenMapTiles), pictures, or heights (Terrarium, Mapbox), which are drawn as relief. It stays on this computer: it is read piece by piece and sent nowhere.",
    ]),
    file,
  );
  if (online.length > 0) {
    dialog.append(
      el("h3", {}, ["Online"]),
      el("p", {}, [
        "Asks somebody else’s computer for pictures of the area on the screen: whoever runs it learns which area is looked at, and when; never the claims. Nothing is asked before you turn it on, and the next visit begins without.",
      ]),
      ...online.map((one) => press(`Turn on ${one.name}`, () => app.under.turnOn(one))),
    );
  }
  const close = el("button", { type: "button", class: "dl-close" }, ["Close"]);
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  dialog.append(close);
  document.body.append(dialog);
  dialog.showModal();
}
