/** The claim layer: what it holds, and how its parts are drawn. */

/* global L */

import { writeAddress } from "./address.js";
import { areaBox, startArea } from "./area.js";
import { clickAt } from "./ask.js";
import { drawBasemap } from "./basemap.js";
import { isoOf } from "./dates.js";
import { Dock } from "./dock.js";
import { recount, refilter } from "./filter.js";
import { coverOf, fitDock, Frame } from "./frame.js";
import { Ground } from "./ground.js";
import { ALL_DAY, inGrains, shownSpan } from "./hours.js";
import { bindKeys } from "./keys.js";
import { canvasPane } from "./pane.js";
import { grouped } from "./places.js";
import { hoverAt } from "./pointing.js";
import { drawScene } from "./scene.js";
import { stateOf } from "./state.js";
import { themeOf } from "./style.js";
import { Table } from "./table.js";
import { Tally } from "./tally.js";
import { LEAST_ZOOM, linked, MOST_ZOOM, page } from "./url.js";

/** How long the hand must rest before dashes are drawn, and before the address is written. */
const STILL_MS = 120;
const REST_MS = 400;

export class App {
  /** @param {any} map Leaflet's */
  constructor(map) {
    this.map = map;
    this.linked = linked(page().location.search);
    this.state = stateOf(this.linked);
    this.theme = themeOf(false);
    /** @type {import("./take.js").Command} */
    this.command = {};
    /** @type {import("./decode.js").Columns | null} */
    this.columns = null;
    /** @type {import("./places.js").PlaceMark[]} */
    this.places = [];
    /** @type {import("./flows.js").CrossingMark[]} */
    this.crossings = [];
    /** @type {import("./flows.js").Flows | null} */
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
    /** How fine the counts are: 24 where claims tell hours, else 1. */
    this.grain = 1;
    /** What bars of hours are counted from. @type {import("./histogram.js").Hourly | null} */
    this.hourly = null;
    /** Ids of the places whose excerpts are open, and their positions. @type {string[]} */
    this.open = [];
    /** @type {Set<number>} */
    this.selected = new Set();
    this.hovered = -1;
    this.hoveredFlow = -1;
    /** Places with a claim on the day under the pointer. @type {Set<number>} */
    this.pointedOut = new Set();
    /** Flows with a claim on that day. @type {Set<number>} */
    this.pointedFlows = new Set();
    this.drawing = false;
    /** @type {Set<string>} */
    this.areaNames = new Set();
    /** @type {import("./legend.js").Present} */
    this.present = { kinds: [], statuses: [], moves: false, crossings: false, areas: false };
    /** Rows that the filters let through and that have a date. */
    this.rows = /** @type {Int32Array} */ (new Int32Array(0));
    this.weights = new Int32Array(0);
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.playTimer = undefined;
    this.playing = false;
    /** Whether new claims are being taken up: nothing is drawn meanwhile. */
    this.taking = false;
    this.still = true;
    /** @type {string | undefined} */
    this.credited = undefined;
    /** What lies on the map, as it stood when nothing moved. @type {import("./labels.js").Rect[]} */
    this.cover = [];
    /** How often the page was asked for something, and when this map began: a new map counts anew. */
    this.asked = 0;
    this.born = Math.round(performance.timeOrigin);
    /** @type {import("./scene.js").Hits} */
    this.hits = { discs: [], labels: [], names: [], lines: [], gates: [], flowsLeft: 0 };
    this.under = new Ground(this);
    this.dock = new Dock(this);
    this.frame = new Frame(map.getContainer());
    this.table = new Table(this);
    this.ground = canvasPane("dateline-ground", (ctx, view) => {
      if (!this.taking) drawBasemap(ctx, view, this.theme, this.basemap, { written: this.written(), layers: this.under.layers });
    }, 0.2);
    this.claims = canvasPane("dateline-claims", (ctx, view) => this.paint(ctx, view), 0.1);
    this.build();
  }

  build() {
    const container = this.map.getContainer();
    this.map.attributionControl?.setPrefix(false);
    // folium keeps these for the tiles that it does not draw
    this.map.setMinZoom(LEAST_ZOOM).setMaxZoom(MOST_ZOOM);
    this.credit();
    container.append(this.table.element);
    for (const part of [this.frame.title, this.frame.legend, this.table.element]) {
      L.DomEvent.disableClickPropagation(part);
      L.DomEvent.disableScrollPropagation(part);
    }
    container.after(this.dock.element);
    this.ground.addTo(this.map);
    this.claims.addTo(this.map);
    fitDock(this);
    new ResizeObserver(() => fitDock(this)).observe(this.dock.element);
    this.frame.legend.addEventListener("toggle", () => this.stir());
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
    this.map.on("click", (/** @type {any} */ event) => clickAt(this, event.containerPoint));
    this.map.on("mousedown", (/** @type {any} */ event) => startArea(this, event));
    bindKeys(this);
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
      // Leaflet has settled whether it flies before a layer comes: it is told by the name that it keeps for that
      this.map._zoomAnimated = this.map.options.zoomAnimation = this.map.options.inertia = false;
    }
    if (this.linked.view) this.map.setView(this.linked.view.slice(0, 2), this.linked.view[2], { animate: false });
    if (this.linked.dropped.length > 0) this.say(`Not understood in the address and left out: ${this.linked.dropped.join(", ")}`);
  }

  /** @param {string} text shown on the map, as text */
  say(text) {
    this.frame.note.textContent = text;
  }

  /** Say whose data is seen. */
  credit() {
    const control = this.map.attributionControl;
    if (!control) return;
    control.removeAttribution(this.credited);
    // Leaflet writes it as markup
    this.credited = this.under.credit.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    control.addAttribution(this.credited);
  }

  /** Find anew which places share a disc. */
  regroup() {
    if (this.taking) return;
    this.groups = grouped(this.places, this.weights, this.map.options.crs.scale(this.map.getZoom()));
  }

  /** @returns {import("./basemap.js").Written} the names that the claims write, and where they, their labels and discs stood last */
  written() {
    const { scale, left, top } = this.claims.view ?? { scale: 1, left: 0, top: 0 };
    const discs = this.hits.discs.map(({ x, y, r }) => ({ x: x - r, y: y - r, width: 2 * r, height: 2 * r }));
    const boxes = [...this.hits.labels, ...this.hits.names, ...discs].map(({ x, y, width, height }) => (
      /** @type {import("./basemap.js").Box} */ ([(left + x + width / 2) / scale, (top + y + height / 2) / scale, width / 2, height / 2])
    ));
    return { names: this.areaNames, boxes };
  }

  /** Find the places whose excerpts are open among those of the selection. */
  markOpen() {
    const open = new Set(this.open);
    this.selected = new Set(open.size > 0 ? this.places.flatMap(({ id }, i) => (open.has(id) ? [i] : [])) : []);
  }

  /** @returns {import("./scene.js").Scene} */
  scene() {
    return {
      places: this.places, crossings: this.crossings, flows: this.flows, groups: this.groups,
      cells: this.tally.cells, flowCounts: this.tally.flows, perRoot: this.perRoot,
      outline: (id) => this.outlines.get(id) ?? null, basemap: this.basemap, layers: this.under.layers,
      labels: this.state.labels, selected: this.selected, hovered: this.hovered,
      blocked: this.blocked(), pointed: this.pointedOut, strong: this.hoveredFlow >= 0 ? new Set([this.hoveredFlow]) : this.pointedFlows, area: areaBox(this),
    };
  }

  /** @returns {import("./labels.js").Rect[]} what lies on the map, from the canvas's corner */
  blocked() {
    const { inset = 0, insetY = 0 } = this.claims.view ?? {};
    return this.cover.map((box) => ({ ...box, x: box.x + inset, y: box.y + insetY }));
  }

  /** @param {CanvasRenderingContext2D} ctx @param {import("./view.js").View} view */
  paint(ctx, view) {
    if (!this.columns || this.taking) return;
    const { first, last } = inGrains(shownSpan(this.state), this.grain);
    this.tally.move(first, last);
    this.hits = drawScene(ctx, view, this.theme, this.scene(), this.still);
    this.claims.canvas.dataset.paintedDay = isoOf(this.state.last);
    this.claims.canvas.dataset.shown = String(this.tally.shown);
    this.frame.caption(this);
  }

  repaint() {
    this.claims.repaint();
    this.dock.place();
    this.dock.update();
  }

  /** Change the state and show it. @param {Partial<import("./state.js").State>} change */
  set(change) {
    const before = this.state;
    // new days are whole days unless their hours are told
    const hours = change.hours ?? ("first" in change || "last" in change ? ALL_DAY : before.hours);
    this.state = { ...before, ...change, hours };
    const latest = this.days[this.days.length - 1];
    // the axis ends a little after the last claim: a single day begins where there is something to see
    if (change.mode === "day" && latest !== undefined && this.state.last > latest) this.state.last = latest;
    if (this.state.clock !== before.clock) this.say("");
    const { clock, known, area } = this.state;
    if (clock !== before.clock || known !== before.known || area !== before.area) refilter(this, clock !== before.clock);
    else if (this.state.folded !== before.folded) this.dock.redraw();
    this.stir();
    this.repaint();
  }

  /** Draw plainly from now on, and fully once nothing moves. */
  stir() {
    this.still = false;
    clearTimeout(this.stillTimer);
    this.stillTimer = setTimeout(() => {
      this.still = true;
      const before = JSON.stringify(this.cover);
      this.cover = coverOf(this.map.getContainer());
      this.repaint();
      // labels have made room: the ground's names make room for them
      if (JSON.stringify(this.cover) !== before) this.ground.repaint();
      this.table.update();
    }, STILL_MS);
    this.rest();
  }

  /** Write the address once the hand has rested; nothing is sent to the server. */
  rest() {
    clearTimeout(this.restTimer);
    this.restTimer = setTimeout(() => writeAddress(this), REST_MS);
  }
}
