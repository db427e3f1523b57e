/** The claim layer: state, data and drawing of the map and its timeline. */

/* global L */

import { Basemap, drawBasemap } from "./basemap.js";
import { gapsIn } from "./axis.js";
import { dayLabel, isoOf, spanLabel } from "./dates.js";
import { decode, freshOf, kindOf, leadOf, OPEN_END, OPEN_START, statusOf, UNDATED } from "./decode.js";
import { Dock } from "./dock.js";
import { el } from "./dom.js";
import { flowsOf } from "./flows.js";
import { daily, VAGUE_DAYS } from "./histogram.js";
import { bindKeys, KEYS } from "./keys.js";
import { legendCanvas } from "./legend.js";
import { pathOf } from "./outline.js";
import { canvasPane } from "./pane.js";
import { savePicture } from "./picture.js";
import { grouped, perRootOf, placeOf } from "./places.js";
import { drawScene, groupAt } from "./scene.js";
import { themeOf } from "./style.js";
import { Table } from "./table.js";
import { CELLS, KINDS, STATUSES, Tally, upperBound } from "./tally.js";
import { linked, linking, page } from "./url.js";
import { mercatorX, mercatorY } from "./view.js";
import { clamped, effective, moved } from "./window.js";

/** How long the hand must rest before dashes are drawn, and before the address is written. */
const STILL_MS = 120;
const REST_MS = 400;
/** Where fewer of the claims say when, the page begins on the report's clock. */
const DATED_SHARE = 0.4;

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
      clock: this.linked.clock ?? "event", known: this.linked.known, unit: "day", speed: 4, folded: true,
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
    /** @type {import("./flows.js").Flow[]} */
    this.flows = [];
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
    this.playing = false;
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
    this.ground = canvasPane("dateline-ground", (ctx, view) => drawBasemap(ctx, view, this.theme, this.basemap, this.areaNames), 0.2);
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
    this.map.on("zoomend", () => this.regroup());
    this.map.on("moveend", () => {
      this.recount();
      this.rest();
    });
    this.map.on("mousemove", (/** @type {any} */ event) => this.hover(event.containerPoint));
    this.map.on("mouseout", () => this.hover(null));
    this.map.on("click", (/** @type {any} */ event) => this.click(event.containerPoint));
    this.map.on("mousedown", (/** @type {any} */ event) => this.startArea(event));
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
    if (command.selected !== undefined) this.selected = command.selected;
    try {
      if (command.basemap && command.basemap !== before.basemap) this.loadBasemap(command.basemap);
      if (command.layer && command.names && (command.layer !== before.layer || command.names !== before.names)) {
        this.loading.hidden = false;
        const [numbers, names] = await Promise.all([fetched(command.layer), fetched(command.names)]);
        if (this.command.layer !== command.layer) return;
        this.take(decode(numbers), JSON.parse(new TextDecoder().decode(names)));
      } else if (this.columns) {
        this.filter();
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
    this.repaint();
  }

  /** @param {import("./decode.js").Columns} columns @param {any} names as views/layers.py writes them */
  take(columns, names) {
    const isFirst = this.columns === null;
    this.columns = columns;
    this.places = names.places.map(placeOf);
    this.crossings = names.crossings.map((/** @type {any} */ gate) => ({ name: gate.name, x: mercatorX(gate.lon), y: mercatorY(gate.lat) }));
    this.outlines = new Map(Object.entries(names.outlines ?? {}).map(([id, geometry]) => [id, pathOf(geometry)]));
    const { flows, flowOf } = flowsOf(columns, this.places, this.crossings);
    this.flows = flows;
    this.flowOf = flowOf;
    this.weights = new Int32Array(this.places.length);
    for (let i = 0; i < columns.rows; i++) if (freshOf(columns.code[i])) this.weights[columns.place[i]]++;
    this.areaNames = new Set(this.places.filter(({ shape }) => shape === "outline" || shape === "ring").map(({ name }) => name));
    this.loading.hidden = columns.rows > 0;
    if (columns.rows === 0) this.loading.textContent = "No claims here. Widen the filters, or add texts.";
    if (isFirst && !this.linked.view) this.fitPlaces();
    if (isFirst && !this.linked.clock) this.chooseClock();
    this.regroup();
    this.filter(isFirst);
    this.showLegend();
  }

  /** Begin on the report's clock where few claims say when, and say so. */
  chooseClock() {
    const { rows, code, first, reportFirst } = /** @type {import("./decode.js").Columns} */ (this.columns);
    let [claims, dated, reported] = [0, 0, 0];
    for (let i = 0; i < rows; i++) {
      if (!leadOf(code[i])) continue;
      claims += 1;
      if (first[i] !== UNDATED) dated += 1;
      if (reportFirst[i] !== UNDATED) reported += 1;
    }
    if (dated >= claims * DATED_SHARE || reported <= dated) return;
    this.state.clock = "report";
    this.say(`Only ${number(dated)} of these claims say when: shown by the date of the report`);
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

  days2() {
    const columns = /** @type {import("./decode.js").Columns} */ (this.columns);
    return this.state.clock === "event"
      ? { first: columns.first, last: columns.last }
      : { first: columns.reportFirst, last: columns.reportLast };
  }

  /** Let the rows through that the filters, the clock and the day of knowledge allow. @param {boolean} [anew] */
  filter(anew = false) {
    if (!this.columns) return;
    const { rows, code, place, reportLast } = this.columns;
    const { first, last } = this.days2();
    const { kinds, statuses } = this.command;
    const known = this.state.known ?? Infinity;
    const allowed = new Uint8Array(64);
    for (let i = 0; i < 64; i++) {
      allowed[i] = Number((kinds?.includes(i & 7) ?? true) && (statuses?.includes(i >> 3) ?? true));
    }
    const inside = this.insideArea();
    const cell = new Int32Array(rows);
    const lead = new Uint8Array(rows);
    const dated = new Int32Array(rows);
    let n = 0;
    const counts = { total: 0, filtered: 0, unknown: 0, undated: 0 };
    for (let i = 0; i < rows; i++) {
      const c = code[i];
      const leads = leadOf(c);
      counts.total += leads;
      if (!allowed[c & 63] || (inside && !inside[i])) counts.filtered += leads;
      else if (known !== Infinity && (reportLast[i] === UNDATED || reportLast[i] > known)) counts.unknown += leads;
      else if (first[i] === UNDATED) counts.undated += leads;
      else {
        const vague = last[i] - first[i] >= VAGUE_DAYS ? STATUSES * KINDS : 0;
        cell[i] = freshOf(c) ? place[i] * CELLS + vague + statusOf(c) * KINDS + kindOf(c) : -1;
        lead[i] = leads;
        dated[n++] = i;
      }
    }
    this.counts = counts;
    this.rows = dated.subarray(0, n);
    const flow = /** @type {Int32Array} */ (this.flowOf);
    this.tally = new Tally(this.rows, { first, last, cell, flow, lead }, this.places.length, this.flows.length);
    this.perRoot = perRootOf(Math.max(1, ...(this.weights ?? [1])));
    this.layOut(anew);
    this.recount();
    this.repaint();
  }

  /** @returns {Uint8Array | null} by row, 1 where its claim has a place in the drawn area; null where none is drawn */
  insideArea() {
    const box = this.areaBox();
    if (!box || !this.columns) return null;
    const { rows, claim, place, code } = this.columns;
    const [west, north, east, south] = box;
    const within = this.places.map(({ x, y }) => x >= west && x <= east && y >= north && y <= south);
    const inside = new Uint8Array(rows);
    for (let start = 0, end; start < rows; start = end) {
      end = start + 1;
      let any = within[place[start]];
      while (end < rows && claim[end] === claim[start] && !leadOf(code[end])) any = within[place[end++]] || any;
      if (any) inside.fill(1, start, end);
    }
    return inside;
  }

  /** Find the days that the axis must hold. @param {boolean} anew */
  layOut(anew) {
    const { first, last } = this.days2();
    /** @type {Set<number>} */
    const days = new Set();
    for (const row of this.rows ?? []) {
      const [a, b] = [first[row], last[row]];
      if (a === OPEN_START || b === OPEN_END) days.add(a === OPEN_START ? b : a);
      else if (b - a < VAGUE_DAYS) days.add(a).add(b);
      else {
        days.add(a).add(b);
        for (let day = a + 30; day < b; day += 30) days.add(day);
      }
    }
    this.days = [...days].sort((a, b) => a - b);
    this.gaps = gapsIn(this.days);
    const { days: sorted } = this;
    this.axisRange = sorted.length > 0 ? { from: sorted[0] - 2, to: sorted[sorted.length - 1] + 3 } : { from: 735000, to: 735030 };
    if (anew || this.view.to <= this.axisRange.from || this.view.from >= this.axisRange.to) this.view = { ...this.axisRange };
    if (this.state.last === 0 || (anew && this.linked.last === null && this.linked.first === null)) {
      Object.assign(this.state, { first: this.axisRange.from, last: this.axisRange.to - 1 });
    }
    if (this.state.first === 0) this.state.first = Math.min(this.axisRange.from, this.state.last);
  }

  /** Count the histogram of what lies on the screen. */
  recount() {
    if (!this.columns || !this.rows) return;
    const { code, place } = this.columns;
    const { first, last } = this.days2();
    const bounds = this.map.getBounds();
    const [west, east] = [mercatorX(bounds.getWest()), mercatorX(bounds.getEast())];
    const [north, south] = [mercatorY(bounds.getNorth()), mercatorY(bounds.getSouth())];
    const inside = this.places.map(({ x, y }) => x >= west && x <= east && y >= north && y <= south);
    const rows = this.rows.filter((row) => leadOf(code[row]) === 1 && inside[place[row]]);
    const { from, to } = this.axisRange;
    this.daily = daily({ rows, first, last, kind: (row) => kindOf(code[row]), from, to });
    this.dock.redraw();
  }

  regroup() {
    if (!this.weights) return;
    this.groups = grouped(this.places, this.weights, this.map.options.crs.scale(this.map.getZoom()));
    this.repaint();
  }

  /** @returns {import("./scene.js").Scene} */
  scene() {
    return {
      places: this.places, crossings: this.crossings, flows: this.flows, groups: this.groups,
      cells: this.tally.cells, flowCounts: this.tally.flows, perRoot: this.perRoot,
      outline: (id) => this.outlines.get(id) ?? null, basemap: this.basemap,
      labels: this.state.labels, selected: this.selected, hovered: this.hovered,
      pointed: this.pointedOut, area: this.areaBox(),
    };
  }

  /** @returns {[number, number, number, number] | null} the drawn area in Mercator: west, north, east, south */
  areaBox() {
    if (!this.state.area) return null;
    const [west, south, east, north] = this.state.area;
    return [mercatorX(west), mercatorY(north), mercatorX(east), mercatorY(south)];
  }

  /** @param {CanvasRenderingContext2D} ctx @param {import("./view.js").View} view */
  paint(ctx, view) {
    if (!this.columns) return;
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

  /** @returns {string} */
  windowLabel() {
    const { mode, first, last } = this.state;
    if (mode === "upto") return `Up to ${dayLabel(last)}`;
    return mode === "day" ? dayLabel(last) : spanLabel(first, last);
  }

  caption() {
    this.when.textContent = this.windowLabel();
    this.tallyLine.textContent = this.countsLabel();
    this.asKnown.textContent = this.knownLabel();
  }

  /** @returns {string} what is shown and what is not, adding up to all that was read */
  countsLabel() {
    const { total, filtered, unknown, undated } = this.counts;
    const { unplaced = 0, elsewhere = 0 } = this.command;
    const outside = total - filtered - unknown - undated - this.tally.shown;
    const parts = [`${number(this.tally.shown)} of ${number(total + elsewhere + unplaced)} claims`];
    const add = (/** @type {number} */ count, /** @type {string} */ words) => count > 0 && parts.push(`${number(count)} ${words}`);
    add(outside, "outside the window");
    add(filtered + elsewhere, "filtered out");
    add(unknown, "not yet known");
    add(undated, "undated");
    add(unplaced, "not placed");
    if (this.hits.flowsLeft > 0) parts.push(`${number(this.hits.flowsLeft)} smaller flows not drawn`);
    return `${this.state.clock === "event" ? "By event date" : "By report date"} · ${parts.join(" · ")}`;
  }

  /** @returns {string} */
  knownLabel() {
    return this.state.known === null ? "" : `As known on ${dayLabel(this.state.known)}`;
  }

  /** @returns {string} the filters in words */
  filtersLabel() {
    const parts = (this.command.params ?? []).map(([name, value]) => `${name}: ${value}`);
    if (this.state.area) parts.push(`area: ${this.state.area.map((value) => value.toFixed(1)).join(", ")}`);
    return parts.length > 0 ? `Filters: ${parts.join("; ")}` : "No filters";
  }

  /** @returns {string} the window, for a file's name */
  fileLabel() {
    return `${isoOf(this.state.first)}-${isoOf(this.state.last)}`;
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
    this.present = { kinds, statuses, moves: this.flows.length > 0, crossings: this.crossings.length > 0, areas };
    this.legend.replaceChildren(this.legend.firstElementChild ?? "", legendCanvas(this.theme, this.present));
  }

  /** Change the state and show it. @param {Partial<State>} change */
  set(change) {
    const before = this.state;
    this.state = { ...before, ...change };
    if (this.state.clock !== before.clock) this.say("");
    const { clock, known, area } = this.state;
    if (clock !== before.clock || known !== before.known || area !== before.area) this.filter(clock !== before.clock);
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
    this.restTimer = setTimeout(() => this.link(), REST_MS);
  }

  link() {
    const whole = this.state.first <= this.axisRange.from && this.state.last >= this.axisRange.to - 1;
    const { lat, lng } = this.map.getCenter();
    const at = page();
    const params = new URLSearchParams(at.location.search);
    if (this.command.params) {
      for (const name of this.pageParams ?? []) params.delete(name);
      for (const [name, value] of this.command.params) params.append(name, value);
      this.pageParams = [...new Set([...(this.pageParams ?? []), ...this.command.params.map(([name]) => name)])];
    }
    const search = linking(params.toString(), {
      first: whole ? null : this.state.first, last: whole ? null : this.state.last,
      mode: this.state.mode === "window" ? null : this.state.mode,
      clock: this.state.clock,
      known: this.state.known, view: [lat, lng, this.map.getZoom()],
      labels: this.state.labels === "latin" ? null : this.state.labels, area: this.state.area,
    });
    if (search !== at.location.search) at.history.replaceState(at.history.state, "", at.location.pathname + search);
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

  toggle() {
    if (this.playing) this.pause();
    else this.start();
  }

  start() {
    const { from, to } = this.axisRange;
    if (this.state.mode === "window" && this.state.last - this.state.first >= (to - from) / 2) {
      const length = Math.max(1, Math.min(7, Math.round((to - from) / 20)));
      Object.assign(this.state, { first: from, last: from + length - 1 });
    } else if (this.state.last >= to - 1) {
      const length = this.state.last - this.state.first;
      Object.assign(this.state, { first: from, last: from + (this.state.mode === "window" ? length : 0) });
    }
    this.playing = true;
    this.repaint();
    this.tick();
  }

  tick() {
    clearTimeout(this.playTimer);
    this.playTimer = setTimeout(() => {
      const { last } = this.state;
      this.step(1);
      if (this.state.last === last) this.pause();
      else this.tick();
    }, 1000 / this.state.speed);
  }

  pause() {
    if (!this.playing) return;
    this.playing = false;
    clearTimeout(this.playTimer);
    this.dock.update();
  }

  whole() {
    this.pause();
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

  /** @param {{x: number, y: number} | null} point in the map's pixels */
  pointed(point) {
    if (!point) return null;
    const offset = this.map.containerPointToLayerPoint(point).subtract(this.claims._bounds.min);
    return groupAt(this.hits, offset.x, offset.y);
  }

  /** @param {{x: number, y: number} | null} point */
  hover(point) {
    const group = this.pointed(point);
    const hovered = group ? group.members[0] : -1;
    this.map.getContainer().style.cursor = group ? "pointer" : "";
    if (group && point) {
      const names = group.members.slice(0, 8).map((member) => this.places[member].name);
      const more = group.members.length > 8 ? ` and ${group.members.length - 8} more` : "";
      this.tip.textContent = names.join(", ") + more;
      this.tip.style.transform = `translate(${point.x + 14}px, ${point.y + 14}px)`;
    }
    this.tip.hidden = !group;
    if (hovered === this.hovered) return;
    this.hovered = hovered;
    this.dock.point(group ? this.daysOf(new Set(group.members)) : []);
    this.claims.repaint();
  }

  /** @param {Set<number>} members positions of places @returns {Set<number>} the days of their claims */
  daysOf(members) {
    const days = new Set();
    if (!this.columns || !this.rows) return days;
    const { first, last } = this.days2();
    for (const row of this.rows) {
      if (!members.has(this.columns.place[row])) continue;
      for (let day = first[row]; day <= Math.min(last[row], first[row] + VAGUE_DAYS); day++) days.add(day);
    }
    return days;
  }

  /** Point out the places that have a claim on a day. @param {number | null} day */
  hoverDay(day) {
    /** @type {Set<number>} */
    const pointed = new Set();
    if (day !== null && this.columns) {
      const { days, cell } = this.tally.starts;
      for (let i = upperBound(days, day - 1); i < days.length && days[i] === day; i++) {
        if (cell[i] >= 0) pointed.add(Math.floor(cell[i] / CELLS));
      }
    }
    if (pointed.size === 0 && this.pointedOut.size === 0) return;
    this.pointedOut = pointed;
    this.claims.repaint();
  }

  /** Let an area be drawn on the map, or forget the one that was. */
  drawArea() {
    if (this.state.area) this.set({ area: null });
    else {
      this.drawing = !this.drawing;
      this.say(this.drawing ? "Drag over the map to draw an area" : "");
      this.dock.update();
    }
  }

  /** @param {any} event Leaflet's */
  startArea(event) {
    if (!this.drawing && !event.originalEvent.shiftKey) return;
    const start = event.latlng;
    this.map.dragging.disable();
    /** @param {any} at */
    const areaTo = (at) => /** @type {[number, number, number, number]} */ ([
      Math.max(-180, Math.min(start.lng, at.latlng.lng)), Math.min(start.lat, at.latlng.lat),
      Math.min(180, Math.max(start.lng, at.latlng.lng)), Math.max(start.lat, at.latlng.lat),
    ]);
    const move = (/** @type {any} */ at) => {
      this.state.area = areaTo(at);
      this.claims.repaint();
    };
    this.map.on("mousemove", move);
    this.map.once("mouseup", (/** @type {any} */ at) => {
      this.map.off("mousemove", move);
      this.map.dragging.enable();
      this.drawing = false;
      this.say("");
      this.state.area = null;
      const area = areaTo(at);
      this.set({ area: area[2] - area[0] > 1e-6 && area[3] - area[1] > 1e-6 ? area : null });
    });
  }

  /** @param {{x: number, y: number}} point */
  click(point) {
    if (this.drawing) return;
    const group = this.pointed(point);
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

/** @param {number} count @returns {string} */
function number(count) {
  return count.toLocaleString("en-GB");
}

/** @param {string} address @returns {Promise<any>} */
async function json(address) {
  return JSON.parse(new TextDecoder().decode(await fetched(address)));
}

/** @param {string} address an address of this server, or base64 after "data:," @returns {Promise<ArrayBuffer>} */
async function fetched(address) {
  if (address.startsWith("data:")) {
    const text = atob(address.slice(address.indexOf(",") + 1));
    return Uint8Array.from(text, (letter) => letter.charCodeAt(0)).buffer;
  }
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} for the claims`);
  return answer.arrayBuffer();
}
