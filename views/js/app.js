/** The claim layer: state, data and drawing of the map and its timeline. */

/* global L */

import { writeAddress } from "./address.js";
import { areaBox, startArea } from "./area.js";
import { Basemap, drawBasemap } from "./basemap.js";
import { countsLabel, knownLabel, windowLabel } from "./caption.js";
import { isoOf } from "./dates.js";
import { decode, freshOf, kindOf, statusOf } from "./decode.js";
import { Dock } from "./dock.js";
import { el } from "./dom.js";
import { chooseClock, recount, refilter } from "./filter.js";
import { Flows } from "./flows.js";
import { bindKeys, KEYS } from "./keys.js";
import { legendCanvas } from "./legend.js";
import { fetched, json } from "./load.js";
import { pathOf } from "./outline.js";
import { canvasPane } from "./pane.js";
import { savePicture } from "./picture.js";
import { grouped, placeOf } from "./places.js";
import { pausePlay } from "./player.js";
import { groupUnder, hoverAt } from "./pointing.js";
import { drawScene } from "./scene.js";
import { themeOf } from "./style.js";
import { Table } from "./table.js";
import { KINDS, STATUSES, Tally } from "./tally.js";
import { linked, page } from "./url.js";
import { mercatorX, mercatorY } from "./view.js";
import { clamped, effective, moved } from "./window.js";

/** How long the hand must rest before dashes are drawn, and before the address is written. */
const STILL_MS = 120;
const REST_MS = 400;

/**
 * @typedef {object} State
 * @property {number} first @property {number} last
 * @property {import("./window.js").Mode} mode
 * @property {"event" | "report"} clock
 * @property {number | null} known
 * @property {import("./window.js").Unit} unit
 * @property {number} speed
 * @property {boolean} folded
 * @property {"latin" | "native" | "both"} labels
 * @property {[number, number, number, number] | null} area west, south, east, north in degrees
 */
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
 * @property {number} [selected] position of the place whose excerpts are open, or -1
 * @property {[string, string][]} [params] the page's part of the address
 */

export class App {
  /** @param {any} map Leaflet's */
  constructor(map) {
    this.map = map;
    this.linked = linked(page().location.search);
    /** @type {State} */
    this.state = {
      first: this.linked.first ?? 0, last: this.linked.last ?? 0, mode: this.linked.mode ?? "window",
      clock: this.linked.clock === "report" ? "report" : "event", known: this.linked.known, unit: "day", speed: 4, folded: true,
      labels: this.linked.labels ?? "latin", area: this.linked.area,
    };
    this.theme = themeOf(false);
    /** @type {Command} */
    this.command = {};
    /** @type {import("./decode.js").Columns | null} */
    this.columns = null;
    /** @type {import("./places.js").PlaceMark[]} */
    this.places = [];
    /** @type {import("./flows.js").CrossingMark[]} */
    this.crossings = [];
    /** @type {Flows | null} */
    this.flows = null;
    /** @type {import("./places.js").Group[]} */
    this.groups = [];
    /** @type {Map<string, Path2D>} */
    this.outlines = new Map();
    /** @type {import("./basemap.js").Basemap | null} */
    this.basemap = null;
    /** @type {import("./histogram.js").Daily | null} */
    this.daily = null;
    /** @type {[number, number][]} */
    this.gaps = [];
    /** @type {number[]} */
    this.days = [];
    this.axisRange = { from: 0, to: 1 };
    this.view = { from: 0, to: 1 };
    this.counts = { total: 0, filtered: 0, unknown: 0, undated: 0 };
    this.tally = new Tally(new Int32Array(0), { first: new Int32Array(0), last: new Int32Array(0), cell: new Int32Array(0), flow: new Int32Array(0), lead: new Uint8Array(0) }, 0, 0);
    this.perRoot = 7;
    this.selected = -1;
    this.hovered = -1;
    /** Places with a claim on the day under the pointer. @type {Set<number>} */
    this.pointedOut = new Set();
    this.drawing = false;
    /** @type {Set<string>} */
    this.areaNames = new Set();
    /** @type {import("./legend.js").Present} */
    this.present = { kinds: [], statuses: [], moves: false, crossings: false, areas: false };
    /** Rows that the filters let through and that have a date. */
    this.rows = /** @type {Int32Array} */ (new Int32Array(0));
    this.weights = new Int32Array(0);
    /** Names of the page's parts of the address that were written. @type {string[]} */
    this.pageParams = [];
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.playTimer = undefined;
    this.playing = false;
    /** Whether new claims are being taken up: nothing is drawn meanwhile. */
    this.taking = false;
    this.still = true;
    this.clicks = 0;
    /** @type {import("./scene.js").Hits} */
    this.hits = { discs: [], labels: [], lines: [], flowsLeft: 0 };
    this.dock = new Dock(this);
    this.when = el("div", { class: "dl-when" });
    this.tallyLine = el("div", { class: "dl-counts", "aria-live": "polite" });
    this.asKnown = el("div", { class: "dl-claim" });
    this.note = el("div", { class: "dl-note", role: "status" });
    this.title = el("div", { class: "dl-title" }, [
      this.when,
      this.tallyLine,
      el("div", { class: "dl-claim" }, ["Claims as reported; not verified"]),
      this.asKnown,
      this.note,
    ]);
    this.legend = el("details", { class: "dl-legend" }, [el("summary", {}, ["Legend"])]);
    this.legend.open = map.getContainer().clientWidth > 900;
    this.tip = el("div", { class: "dl-tip", hidden: "" });
    this.loading = el("div", { class: "dl-state", role: "status" }, ["Reading the claims …"]);
    this.table = new Table(this);
    this.ground = canvasPane("dateline-ground", (ctx, view) => {
      if (!this.taking) drawBasemap(ctx, view, this.theme, this.basemap, this.areaNames);
    }, 0.2);
    this.claims = canvasPane("dateline-claims", (ctx, view) => this.paint(ctx, view), 0.1);
    this.build();
  }

  build() {
    const container = this.map.getContainer();
    container.classList.add("dl-map");
    this.map.attributionControl?.setPrefix(false).addAttribution("Borders: Natural Earth · Places: GeoNames");
    container.setAttribute("aria-label", "Map of claims");
    container.append(this.title, this.legend, this.tip, this.loading, this.table.element);
    for (const part of [this.title, this.legend, this.table.element]) {
      L.DomEvent.disableClickPropagation(part);
      L.DomEvent.disableScrollPropagation(part);
    }
    container.after(this.dock.element);
    this.ground.addTo(this.map);
    this.claims.addTo(this.map);
    this.fit();
    new ResizeObserver(() => this.fit()).observe(this.dock.element);
    new ResizeObserver(() => this.dock.redraw()).observe(this.dock.strip);
    this.map.on("zoomend", () => {
      this.regroup();
      this.repaint();
    });
    this.map.on("moveend", () => {
      recount(this);
      this.rest();
    });
    this.map.on("mousemove", (/** @type {any} */ event) => hoverAt(this, event.containerPoint));
    this.map.on("mouseout", () => hoverAt(this, null));
    this.map.on("click", (/** @type {any} */ event) => this.click(event.containerPoint));
    this.map.on("mousedown", (/** @type {any} */ event) => startArea(this, event));
    bindKeys(this);
    if (this.linked.view) this.map.setView(this.linked.view.slice(0, 2), this.linked.view[2], { animate: false });
    if (this.linked.dropped.length > 0) this.say(`Not understood in the address and left out: ${this.linked.dropped.join(", ")}`);
  }

  /** Leave the dock its room under the map. */
  fit() {
    this.map.getContainer().style.setProperty("height", `calc(100% - ${this.dock.element.offsetHeight}px)`, "important");
    this.map.invalidateSize({ animate: false });
  }

  /** @param {string} text shown on the map, as text */
  say(text) {
    this.note.textContent = text;
  }

  /** @param {Command} command */
  async receive(command) {
    const before = this.command;
    this.command = command;
    this.theme = themeOf(command.dark === true);
    document.documentElement.classList.toggle("dl-dark", this.theme.dark);
    if (command.selected !== undefined && command.selected >= 0) this.selected = command.selected;
    try {
      if (command.basemap && command.basemap !== before.basemap) this.loadBasemap(command.basemap);
      if (command.layer && command.names && (command.layer !== before.layer || command.names !== before.names)) {
        this.loading.hidden = false;
        const [numbers, names] = await Promise.all([fetched(command.layer), fetched(command.names)]);
        if (this.command.layer !== command.layer) return;
        this.take(decode(numbers), JSON.parse(new TextDecoder().decode(names)));
      } else if (this.columns) {
        refilter(this);
        this.showLegend();
      }
    } catch (error) {
      this.loading.hidden = false;
      this.loading.textContent = "The claims could not be read. Reload the page.";
      throw error;
    }
    this.ground.repaint();
  }

  /** @param {string} address of the world; its tiles lie beside it */
  async loadBasemap(address) {
    const load = (/** @type {string} */ name) => json(address.replace("world.json", `${name}.json`));
    this.basemap = new Basemap(await json(address), load, () => this.ground.repaint());
    this.ground.repaint();
    if (this.still) this.claims.repaint();
    this.detailGround();
  }

  /** @param {import("./decode.js").Columns} columns @param {any} names as views/layers.py writes them */
  take(columns, names) {
    const isFirst = this.columns === null;
    this.taking = true;
    this.columns = columns;
    this.places = names.places.map(placeOf);
    this.crossings = names.crossings.map((/** @type {any} */ gate) => ({ name: gate.name, x: mercatorX(gate.lon), y: mercatorY(gate.lat) }));
    this.outlines = new Map(Object.entries(names.outlines ?? {}).map(([id, geometry]) => [id, pathOf(geometry)]));
    this.flows = new Flows(columns, this.places, this.crossings);
    this.weights = new Int32Array(this.places.length);
    for (let i = 0; i < columns.rows; i++) if (freshOf(columns.code[i])) this.weights[columns.place[i]]++;
    this.areaNames = new Set(this.places.filter(({ shape }) => shape === "outline" || shape === "ring").map(({ name }) => name));
    this.loading.hidden = columns.rows > 0;
    if (columns.rows === 0) this.loading.textContent = "No claims here. Widen the filters, or add texts.";
    if (isFirst && !this.linked.view) this.fitPlaces();
    if (isFirst && !this.linked.clock) chooseClock(this);
    this.taking = false;
    this.regroup();
    refilter(this, isFirst);
    this.showLegend();
    this.stir();
    this.detailGround();
  }

  /** Let the ground's detail come once the claims stand: it would hold them up. */
  detailGround() {
    if (this.columns) setTimeout(() => this.basemap?.beDetailed());
  }

  /** Show the places that hold most of the claims. */
  fitPlaces() {
    const points = this.places.filter((place, i) => place.shape === "point" && (this.weights?.[i] ?? 0) > 0);
    const of = points.length > 0 ? points : this.places;
    if (of.length === 0) return;
    const middle = (/** @type {number[]} */ values, /** @type {number} */ share) =>
      values.sort((a, b) => a - b)[Math.round((values.length - 1) * share)];
    const [west, east] = [middle(of.map((p) => p.x), 0.04), middle(of.map((p) => p.x), 0.96)];
    const [north, south] = [middle(of.map((p) => p.y), 0.04), middle(of.map((p) => p.y), 0.96)];
    const { crs } = this.map.options;
    const corner = (/** @type {number} */ x, /** @type {number} */ y) => crs.pointToLatLng(L.point(x * 256, y * 256), 0);
    const right = this.legend.open ? 300 : 70;
    const padding = { paddingTopLeft: [60, 120], paddingBottomRight: [right, 40] };
    this.map.fitBounds([corner(west, south), corner(east, north)], { ...padding, maxZoom: 8, animate: false });
  }

  /** Find anew which places share a disc. */
  regroup() {
    if (this.taking) return;
    this.groups = grouped(this.places, this.weights, this.map.options.crs.scale(this.map.getZoom()));
  }

  /** @returns {import("./scene.js").Scene} */
  scene() {
    return {
      places: this.places, crossings: this.crossings, flows: this.flows, groups: this.groups,
      cells: this.tally.cells, flowCounts: this.tally.flows, perRoot: this.perRoot,
      outline: (id) => this.outlines.get(id) ?? null, basemap: this.basemap,
      labels: this.state.labels, selected: this.selected, hovered: this.hovered,
      pointed: this.pointedOut, area: areaBox(this),
    };
  }

  /** @param {CanvasRenderingContext2D} ctx @param {import("./view.js").View} view */
  paint(ctx, view) {
    if (!this.columns || this.taking) return;
    const { first, last } = effective(this.state.mode, this.state);
    this.tally.move(first, last);
    this.hits = drawScene(ctx, view, this.theme, this.scene(), this.still);
    this.claims.canvas.dataset.paintedDay = isoOf(this.state.last);
    this.claims.canvas.dataset.shown = String(this.tally.shown);
    this.caption();
  }

  repaint() {
    this.claims.repaint();
    this.dock.place();
    this.dock.update();
  }

  caption() {
    this.when.textContent = windowLabel(this);
    this.tallyLine.textContent = countsLabel(this);
    this.asKnown.textContent = knownLabel(this);
  }

  savePicture() {
    return savePicture(this);
  }

  showLegend() {
    const { columns } = this;
    if (!columns) return;
    const kinds = new Array(KINDS).fill(false);
    const statuses = new Array(STATUSES).fill(false);
    for (const code of columns.code) kinds[kindOf(code)] = statuses[statusOf(code)] = true;
    const areas = this.places.some(({ shape }) => shape !== "point");
    this.present = { kinds, statuses, moves: (this.flows?.count ?? 0) > 0, crossings: this.crossings.length > 0, areas };
    this.legend.replaceChildren(this.legend.firstElementChild ?? "", legendCanvas(this.theme, this.present));
  }

  /** Change the state and show it. @param {Partial<State>} change */
  set(change) {
    const before = this.state;
    this.state = { ...before, ...change };
    if (this.state.clock !== before.clock) this.say("");
    const { clock, known, area } = this.state;
    if (clock !== before.clock || known !== before.known || area !== before.area) refilter(this, clock !== before.clock);
    else if (this.state.folded !== before.folded) this.dock.redraw();
    this.stir();
    this.repaint();
  }

  /** Move the window; drawn without dashes until the hand rests. @param {import("./window.js").Span} span */
  scrub(span) {
    const { first, last } = span;
    if (first === this.state.first && last === this.state.last) return;
    Object.assign(this.state, span);
    this.stir();
    this.claims.repaint();
    this.dock.place();
  }

  /** Draw plainly from now on, and fully once nothing moves. */
  stir() {
    this.still = false;
    clearTimeout(this.stillTimer);
    this.stillTimer = setTimeout(() => {
      this.still = true;
      this.repaint();
      this.table.update();
    }, STILL_MS);
    this.rest();
  }

  /** Write the address once the hand has rested; nothing is sent to the server. */
  rest() {
    clearTimeout(this.restTimer);
    this.restTimer = setTimeout(() => writeAddress(this), REST_MS);
  }

  /** @param {1 | -1} by */
  step(by) {
    const { state } = this;
    let next = moved(state, state.unit, by, this.days);
    const fold = state.folded ? this.dock.axis.foldAt(next.first, next.last) : null;
    if (fold) {
      const shift = by > 0 ? fold.to - next.last : fold.from - 1 - next.first;
      next = { first: next.first + shift, last: next.last + shift };
    }
    this.scrub(clamped(next, this.axisRange.from, this.axisRange.to));
    this.follow();
  }

  /** Move the window, keeping its length, inside the axis. @param {import("./window.js").Span} span */
  to(span) {
    this.scrub(clamped(span, this.axisRange.from, this.axisRange.to));
    this.follow();
  }

  /** Keep the window in the part of the axis that is seen. */
  follow() {
    const { from, to } = this.view;
    if (this.state.last < to && this.state.last >= from) return;
    const shift = this.state.last >= to ? this.state.last + 1 - to : this.state.last - from;
    this.view = { from: from + shift, to: to + shift };
    this.dock.redraw();
  }

  whole() {
    pausePlay(this);
    this.view = { ...this.axisRange };
    this.dock.redraw();
    this.set({ first: this.axisRange.from, last: this.axisRange.to - 1 });
  }

  /** @param {number} day that stays where it is @param {number} factor below 1 zooms in */
  zoom(day, factor) {
    const { from, to } = this.view;
    const least = 7;
    const range = Math.max(least, Math.min(this.axisRange.to - this.axisRange.from, (to - from) * factor));
    const share = (day - from) / (to - from);
    const start = Math.max(this.axisRange.from, Math.min(this.axisRange.to - range, Math.round(day - share * range)));
    this.view = { from: start, to: start + Math.round(range) };
    this.dock.redraw();
  }

  /** @param {number} share of the axis */
  pan(share) {
    const length = this.view.to - this.view.from;
    const from = Math.round(this.view.from + share * length);
    const start = Math.max(this.axisRange.from, Math.min(this.axisRange.to - length, from));
    this.view = { from: start, to: start + length };
    this.dock.redraw();
  }

  zoomOut() {
    this.view = { ...this.axisRange };
    this.dock.redraw();
  }

  help() {
    const dialog = el("dialog", { class: "dl-keys", "aria-label": "Keys" }, [
      el("h2", {}, ["Keys"]),
      el("dl", {}, KEYS.flatMap(([keys, what]) => [el("dt", {}, [keys]), el("dd", {}, [what])])),
    ]);
    const close = el("button", { type: "button" }, ["Close"]);
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => dialog.remove());
    dialog.append(close);
    document.body.append(dialog);
    dialog.showModal();
  }

  /** @param {{x: number, y: number}} point */
  click(point) {
    if (this.drawing) return;
    const group = groupUnder(this, point);
    if (group) this.choose(group.members);
  }

  /** Ask Python for the excerpts of places. @param {number[]} members positions of places */
  choose(members) {
    this.selected = members[0];
    this.clicks += 1;
    this.send({ places: members.map((member) => this.places[member].id), click: this.clicks });
    this.claims.repaint();
  }

  /** Ask Python for what is not on the map. @param {"undated"} what */
  show(what) {
    this.clicks += 1;
    this.send({ show: what, click: this.clicks });
  }

  /** @param {object} properties */
  send(properties) {
    const host = /** @type {any} */ (window);
    const feature = { type: "Feature", geometry: null, properties };
    host.dispatchEvent(new CustomEvent("dateline:send", { detail: properties }));
    if (!host.Streamlit || !host.__GLOBAL_DATA__) return;
    host.__GLOBAL_DATA__.last_active_drawing = feature;
    host.__GLOBAL_DATA__.previous_data = { last_active_drawing: feature };
    host.Streamlit.setComponentValue({ last_active_drawing: feature });
  }
}
