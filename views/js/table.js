/** The table of what is in the window: the map's equal for whoever reads by ear or by key. */

import { choosePlaces, chooseWay } from "./ask.js";
import { number, windowLabel } from "./caption.js";
import { el } from "./dom.js";
import { byStatus } from "./places.js";
import { nameOf } from "./scene.js";
import { STATUS_NAMES, STATUS_ORDER } from "./style.js";
import { CELLS } from "./tally.js";
import { wayOf } from "./way.js";

/** @typedef {import("./app.js").App} App */

/** Rows at most in either part; the caption says how many there are. */
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

/** @param {App} app @returns {number[]} the movements in the window, most claims first */
export function waysIn(app) {
  return most(app.tally.flows, MOST_ROWS);
}

/**
 * Return the positions of the largest counts above zero, the largest first; linear but for those.
 * @param {Int32Array} counts @param {number} wanted @returns {number[]}
 */
export function most(counts, wanted) {
  const least = Math.max(1, counts.slice().sort()[Math.max(0, counts.length - wanted)] ?? 1);
  const found = [];
  let equal = wanted - counts.reduce((sum, count) => sum + Number(count > least), 0);
  for (let i = 0; i < counts.length; i++) {
    if (counts[i] > least || (counts[i] === least && equal-- > 0)) found.push(i);
  }
  return found.sort((a, b) => counts[b] - counts[a] || a - b);
}

export class Table {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    this.caption = el("caption", {});
    this.body = el("tbody", {});
    this.close = el("button", { type: "button", class: "dl-close" }, ["Close"]);
    this.close.hidden = true;
    this.close.addEventListener("click", () => this.toggle());
    this.waysCaption = el("caption", {});
    this.waysBody = el("tbody", {});
    const named = ["Movement", "Claims", "Status", "Goal"].map((head) => el("th", { scope: "col" }, [head]));
    this.ways = el("table", {}, [this.waysCaption, el("thead", {}, [el("tr", {}, named)]), this.waysBody]);
    const heads = ["Place", "Claims", ...STATUS_ORDER.map((status) => STATUS_NAMES[status])];
    this.element = el("section", { class: "dl-table dl-aside", "aria-label": "Claims by place", tabindex: "-1" }, [
      el("table", {}, [
        this.caption,
        el("thead", {}, [el("tr", {}, heads.map((head) => el("th", { scope: "col" }, [head])))]),
        this.body,
      ]),
      this.ways,
      this.close,
    ]);
  }

  toggle() {
    const aside = this.element.classList.toggle("dl-aside");
    this.close.hidden = aside;
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
    this.updateWays();
  }

  updateWays() {
    const ways = waysIn(this.app);
    const total = this.app.tally.flows.reduce((sum, count) => sum + Number(count > 0), 0);
    const more = total > MOST_ROWS ? `; the ${MOST_ROWS} with most claims are listed` : "";
    this.ways.hidden = ways.length === 0;
    this.waysCaption.textContent = `${number(total)} ${total === 1 ? "movement" : "movements"}${more}`;
    this.waysBody.replaceChildren(
      ...ways.map((flow) => {
        const { status, reached } = /** @type {import("./flows.js").Flows} */ (this.app.flows).at(flow);
        const open = el("button", { type: "button" }, [wayOf(this.app, flow)]);
        open.addEventListener("click", () => chooseWay(this.app, flow));
        const cells = [String(this.app.tally.flows[flow]), STATUS_NAMES[status], reached ? "reached" : "not said to be reached"];
        return el("tr", {}, [el("th", { scope: "row" }, [open]), ...cells.map((text) => el("td", {}, [text]))]);
      }),
    );
  }
}
