/** The frame of the map: its title, legend and messages, and the room that they leave. */

/* global L */

import { countsLabel, knownLabel, windowLabel } from "./caption.js";
import { kindOf, statusOf } from "./decode.js";
import { el } from "./dom.js";
import { legendCanvas } from "./legend.js";
import { passesOf } from "./filter.js";
import { MOVEMENT } from "./flows.js";
import { KINDS, STATUSES } from "./tally.js";

/** @typedef {import("./app.js").App} App */

/** How wide the map must be for the legend to stand open at first: in a narrower one it would hide claims. */
const LEGEND_FROM_PX = 1100;

export class Frame {
  /** @param {HTMLElement} container of the map */
  constructor(container) {
    this.when = el("div", { class: "dl-when" });
    this.counts = el("div", { class: "dl-counts", "aria-live": "polite" });
    this.known = el("div", { class: "dl-claim" });
    this.note = el("div", { class: "dl-note", role: "status" });
    const warning = el("div", { class: "dl-claim" }, ["Claims as reported; not verified"]);
    this.title = el("div", { class: "dl-title" }, [this.when, this.counts, warning, this.known, this.note]);
    this.legend = el("details", { class: "dl-legend" }, [el("summary", {}, ["Legend"])]);
    this.legend.open = container.clientWidth >= LEGEND_FROM_PX;
    this.tip = el("div", { class: "dl-tip", hidden: "" });
    this.loading = el("div", { class: "dl-state", role: "status" }, ["Reading the claims …"]);
    container.classList.add("dl-map");
    container.setAttribute("role", "region");
    container.setAttribute("aria-label", "Map of claims");
    container.append(this.title, this.legend, this.tip, this.loading);
  }

  /** Say what is shown. @param {App} app */
  caption(app) {
    this.when.textContent = windowLabel(app);
    this.counts.textContent = countsLabel(app);
    this.known.textContent = knownLabel(app);
  }

  /** Explain what the filters let through, and no more. @param {App} app */
  explain(app) {
    if (!app.columns) return;
    const kinds = new Array(KINDS).fill(false);
    const statuses = new Array(STATUSES).fill(false);
    const { code, place } = app.columns;
    const passes = passesOf(app);
    let areas = false;
    for (let i = 0; i < code.length; i++) {
      if (!passes(code[i])) continue;
      kinds[kindOf(code[i])] = statuses[statusOf(code[i])] = true;
      areas = areas || app.places[place[i]].shape !== "point";
    }
    const moves = kinds[MOVEMENT] && (app.flows?.count ?? 0) > 0;
    app.present = { kinds, statuses, moves, crossings: moves && app.crossings.length > 0, areas };
    this.legend.replaceChildren(this.legend.firstElementChild ?? "", legendCanvas(app.theme, app.present));
  }
}

/**
 * Return what lies on the map and hides what is written under it, in pixels of the map.
 * @param {HTMLElement} container @returns {import("./labels.js").Rect[]}
 */
export function coverOf(container) {
  const { left, top } = container.getBoundingClientRect();
  return [...container.querySelectorAll(".dl-title, .dl-legend, .leaflet-control")].map((part) => {
    const box = part.getBoundingClientRect();
    return { x: box.left - left, y: box.top - top, width: box.width, height: box.height };
  });
}

/** Leave the dock its room under the map. @param {App} app */
export function fitDock(app) {
  app.map.getContainer().style.setProperty("height", `calc(100% - ${app.dock.element.offsetHeight}px)`, "important");
  app.map.invalidateSize({ animate: false });
}

/** Show the places that hold most of the claims. @param {App} app */
export function fitPlaces(app) {
  const points = app.places.filter((place, i) => place.shape === "point" && (app.weights[i]) > 0);
  const of = points.length > 0 ? points : app.places;
  if (of.length === 0) return;
  const middle = (/** @type {number[]} */ values, /** @type {number} */ share) =>
    values.sort((a, b) => a - b)[Math.round((values.length - 1) * share)];
  const [west, east] = [middle(of.map((p) => p.x), 0.04), middle(of.map((p) => p.x), 0.96)];
  const [north, south] = [middle(of.map((p) => p.y), 0.04), middle(of.map((p) => p.y), 0.96)];
  const { crs } = app.map.options;
  const corner = (/** @type {number} */ x, /** @type {number} */ y) => crs.pointToLatLng(L.point(x * 256, y * 256), 0);
  const right = app.frame.legend.open ? 300 : 70;
  const padding = { paddingTopLeft: [60, 120], paddingBottomRight: [right, 40] };
  app.map.fitBounds([corner(west, south), corner(east, north)], { ...padding, maxZoom: 8, animate: false });
}
