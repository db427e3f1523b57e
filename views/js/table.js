/** The table of what is in the window: the map's equal for whoever reads by ear or by key. */

import { choosePlaces } from "./ask.js";
import { windowLabel } from "./caption.js";
import { el } from "./dom.js";
import { byStatus } from "./places.js";
import { nameOf } from "./scene.js";
import { STATUS_NAMES, STATUS_ORDER } from "./style.js";
import { CELLS } from "./tally.js";

/** @typedef {import("./app.js").App} App */

/** Rows at most; the caption says how many places are left out. */
const MOST_ROWS = 200;

/**
 * @param {App} app @returns {{place: number, total: number, statuses: number[]}[]} places in the window, most claims first
 */
export function placesIn(app) {
  const { cells } = app.tally;
  const rows = [];
  for (let place = 0; place < app.places.length; place++) {
    const statuses = byStatus(cells.subarray(place * CELLS, (place + 1) * CELLS));
    const total = statuses.reduce((sum, count) => sum + count, 0);
    if (total > 0) rows.push({ place, total, statuses });
  }
  return rows.sort((a, b) => b.total - a.total || a.place - b.place);
}

export class Table {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    this.caption = el("caption", {});
    this.body = el("tbody", {});
    const heads = ["Place", "Claims", ...STATUS_ORDER.map((status) => STATUS_NAMES[status])];
    this.element = el("section", { class: "dl-table dl-aside", "aria-label": "Claims by place", tabindex: "-1" }, [
      el("table", {}, [
        this.caption,
        el("thead", {}, [el("tr", {}, heads.map((head) => el("th", { scope: "col" }, [head])))]),
        this.body,
      ]),
    ]);
  }

  toggle() {
    const aside = this.element.classList.toggle("dl-aside");
    this.update();
    if (!aside) this.element.focus();
  }

  update() {
    const rows = placesIn(this.app);
    const more = rows.length > MOST_ROWS ? `; the ${MOST_ROWS} with most claims are listed` : "";
    this.caption.textContent = `${windowLabel(this.app)}: ${rows.length} ${rows.length === 1 ? "place" : "places"}${more}`;
    this.body.replaceChildren(
      ...rows.slice(0, MOST_ROWS).map(({ place, total, statuses }) => {
        const name = nameOf(this.app.scene(), place);
        const open = el("button", { type: "button" }, [name]);
        open.addEventListener("click", () => choosePlaces(this.app, [place]));
        const cells = [total, ...STATUS_ORDER.map((status) => statuses[status])];
        return el("tr", {}, [el("th", { scope: "row" }, [open]), ...cells.map((count) => el("td", {}, [count ? String(count) : "–"]))]);
      }),
    );
  }
}
