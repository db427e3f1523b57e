/** The dock under the map: the controls, the histogram and the window that is dragged over it. */

import { toggleArea } from "./area.js";
import { askTable, askUndated } from "./ask.js";
import { number, windowLabel } from "./caption.js";
import { bindDrag, HANDLE_PX, SIDE_PX } from "./drag.js";
import { showWhole, togglePlay } from "./player.js";
import { Axis } from "./axis.js";
import { dayFromIso, isoOf } from "./dates.js";
import { button, el, ICONS, icon, select } from "./dom.js";
import { ALL_DAY, HOURS, shownSpan } from "./hours.js";
import { showGrounds } from "./ground.js";
import { showHelp } from "./help.js";
import { drawAxis, drawHistogram, drawHours, HOURLY_PX } from "./histogram.js";
import { savePicture } from "./picture.js";
import { step } from "./travel.js";

/** @typedef {import("./app.js").App} App */

const BARS_PX = 52;
const AXIS_PX = 26;

export class Dock {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    this.axis = new Axis(0, 1, 100, []);
    this.play = button("Play", ICONS.play, () => togglePlay(app));
    this.play.classList.add("dl-play");
    this.unit = select("Step", [["hour", "Hour"], ["day", "Day"], ["week", "Week"], ["month", "Month"], ["claim", "Claim"]], (value) =>
      app.set({ unit: /** @type {any} */ (value) }),
    );
    this.speed = select("Steps a second", [["1", "1×"], ["2", "2×"], ["4", "4×"], ["8", "8×"], ["16", "16×"]], (value) =>
      app.set({ speed: Number(value) }),
    );
    this.mode = select("Mode", [["window", "Window"], ["upto", "Up to"], ["day", "One day"]], (value) =>
      app.set({ mode: /** @type {any} */ (value) }),
    );
    this.clock = select("Clock", [["event", "Event date"], ["report", "Report date"]], (value) =>
      app.set({ clock: /** @type {any} */ (value) }),
    );
    this.from = this.dateInput("First day", (day) => app.set({ first: day, last: Math.max(day, app.state.last) }));
    this.to = this.dateInput("Last day", (day) => app.set({ last: day, first: Math.min(day, app.state.first) }));
    this.known = this.dateInput("As known on", (day) => app.set({ known: day }), () => app.set({ known: null }));
    this.known.placeholder = "any day";
    this.labels = select("Place names", [["latin", "Latin"], ["native", "Native"], ["both", "Both"]], (value) =>
      app.set({ labels: /** @type {any} */ (value) }),
    );
    this.foldButton = button("Fold gaps", null, () => app.set({ folded: !app.state.folded }));
    this.foldButton.textContent = "Fold";
    this.snapButton = button("Snap to claims", null, () => app.set({ snap: !app.state.snap }));
    this.snapButton.textContent = "Snap";
    this.areaButton = button("Area", null, () => toggleArea(app));
    this.moreButton = button("More", null, () => {
      const open = this.element.classList.toggle("dl-open");
      this.moreButton.setAttribute("aria-expanded", String(open));
    });
    this.moreButton.classList.add("dl-only-narrow");
    this.moreButton.setAttribute("aria-expanded", "false");
    this.canvas = el("canvas", { "aria-hidden": "true" });
    this.marks = el("canvas", { "aria-hidden": "true" });
    this.band = el("div", { class: "dl-band", role: "slider", tabindex: "0", "aria-label": "Window" });
    this.low = el("div", { class: "dl-handle", role: "slider", tabindex: "0", "aria-label": "First day" });
    this.high = el("div", { class: "dl-handle", role: "slider", tabindex: "0", "aria-label": "Last day" });
    this.strip = el("div", { class: "dl-strip" }, [this.canvas, this.marks, this.band, this.low, this.high]);
    this.tray = el("button", { type: "button", class: "dl-tray" });
    this.tray.addEventListener("click", () => askUndated(app));
    const time = el("div", { class: "dl-time" }, [this.strip, this.tray]);
    this.element = el("div", { class: "dl-dock", role: "region", "aria-label": "Timeline" }, [this.controls(), time]);
    bindDrag(app, this);
  }

  controls() {
    const { app } = this;
    const group = (/** @type {string} */ name, /** @type {(Node | string)[]} */ ...children) =>
      el("div", { class: `dl-group dl-${name}` }, children);
    return el("div", { class: "dl-controls" }, [
      group(
        "steps",
        button("Step back", ICONS.back, () => step(app, -1)),
        this.play,
        button("Step forward", ICONS.forward, () => step(app, 1)),
        this.unit,
        this.speed,
        this.moreButton,
      ),
      group("dates", this.mode, this.from, el("span", { "aria-hidden": "true" }, ["–"]), this.to),
      group("clocks", this.clock, el("label", { class: "dl-known" }, ["as known on", this.known])),
      group(
        "more",
        this.labels,
        button("All time", null, () => showWhole(app)),
        this.foldButton,
        this.snapButton,
        this.areaButton,
        button("Ground", null, () => showGrounds(app)),
        button("Table", null, () => app.table.toggle()),
        button("Picture", null, () => savePicture(app)),
        button("CSV", null, () => askTable(app)),
        button("Keys", null, () => showHelp()),
      ),
    ]);
  }

  /** @param {string} label @param {(day: number) => void} act @param {() => void} [clear] */
  dateInput(label, act, clear) {
    const input = el("input", {
      type: "text", "aria-label": `${label}, year-month-day`, title: `${label}, year-month-day`, placeholder: "YYYY-MM-DD",
      inputmode: "numeric", autocomplete: "off", maxlength: "10", size: "10",
    });
    input.addEventListener("change", () => {
      const day = dayFromIso(input.value.trim());
      const empty = input.value.trim() === "" && clear !== undefined;
      input.setAttribute("aria-invalid", String(day === null && !empty));
      this.app.say(day === null && !empty ? "Not a day of the calendar: write it as 2014-06-12" : "");
      if (day !== null) act(day);
      else if (empty) clear();
    });
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter") input.blur();
    });
    return input;
  }

  /** @param {number} width @returns {Axis} the axis as it is seen, in another width */
  axisOf(width) {
    return new Axis(this.app.view.from, this.app.view.to, width, this.app.state.folded ? this.app.gaps : []);
  }

  /** Lay the axis out anew and draw what does not move with the window. */
  redraw() {
    const width = Math.max(60, this.strip.clientWidth - 2 * SIDE_PX);
    this.axis = this.axisOf(width);
    const ratio = window.devicePixelRatio || 1;
    const [w, h] = [this.strip.clientWidth, BARS_PX + AXIS_PX];
    for (const canvas of [this.canvas, this.marks]) {
      canvas.width = Math.round(w * ratio);
      canvas.height = Math.round(h * ratio);
      canvas.style.width = `${w}px`;
      canvas.style.height = `${h}px`;
    }
    const ctx = this.canvas.getContext("2d");
    if (!ctx) return;
    this.draw(ctx, ratio);
    this.place();
  }

  /** @param {CanvasRenderingContext2D} ctx @param {number} ratio */
  draw(ctx, ratio) {
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.clearRect(0, 0, this.canvas.width, this.canvas.height);
    ctx.save();
    ctx.beginPath();
    ctx.rect(SIDE_PX - 1, 0, this.axis.width + 2, BARS_PX + AXIS_PX);
    ctx.clip();
    ctx.translate(SIDE_PX, 0);
    const { daily, hourly } = this.app;
    const byHour = hourly !== null && this.axis.perDay >= HOURLY_PX;
    if (hourly !== null && byHour) drawHours(ctx, this.axis, hourly, BARS_PX, this.app.theme);
    else if (daily) drawHistogram(ctx, this.axis, daily, BARS_PX, this.app.theme);
    drawAxis(ctx, this.axis, BARS_PX, this.app.theme, byHour);
    ctx.restore();
  }

  /** Point out days at the foot of the bars. @param {Iterable<number>} days */
  point(days) {
    const ctx = this.marks.getContext("2d");
    if (!ctx) return;
    const ratio = window.devicePixelRatio || 1;
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.clearRect(0, 0, this.strip.clientWidth, BARS_PX + AXIS_PX);
    ctx.fillStyle = this.app.theme.ink;
    const half = Math.min(10, Math.max(2, this.axis.perDay)) / 2;
    for (const day of days) {
      const x = SIDE_PX + this.axis.x(day) + this.axis.perDay / 2;
      if (x >= SIDE_PX && x <= SIDE_PX + this.axis.width) ctx.fillRect(x - half, BARS_PX - 3, 2 * half, 3);
    }
  }

  /** Put the window's band and handles where they belong; nothing is laid out anew. */
  place() {
    const { mode } = this.app.state;
    const limit = (/** @type {number} */ x) => Math.max(-2, Math.min(this.axis.width + 2, x)) + SIDE_PX;
    const shown = shownSpan(this.app.state);
    const [from, to] = this.app.grain === 1 ? ALL_DAY : shown.hours;
    const end = limit(this.axis.x(shown.last + (to + 1) / HOURS));
    const start = mode === "upto" ? SIDE_PX : limit(this.axis.x(shown.first + from / HOURS));
    this.band.style.transform = `translateX(${start}px) scaleX(${Math.max(3, end - start) / 100})`;
    this.low.style.transform = `translateX(${start - HANDLE_PX}px)`;
    this.low.hidden = mode !== "window";
    this.high.style.transform = `translateX(${end}px)`;
  }

  /** Show the state in the controls. */
  update() {
    const { state, axisRange } = this.app;
    if (state.last === 0) return;
    const put = (/** @type {HTMLInputElement | HTMLSelectElement} */ input, /** @type {string} */ value) => {
      if (input.value !== value && document.activeElement !== input) input.value = value;
    };
    this.unit.options[0].hidden = this.unit.options[0].disabled = this.app.grain === 1;
    put(this.unit, state.unit);
    put(this.speed, String(state.speed));
    put(this.mode, state.mode);
    put(this.clock, state.clock);
    put(this.labels, state.labels);
    put(this.from, isoOf(state.first));
    put(this.to, isoOf(state.last));
    put(this.known, state.known === null ? "" : isoOf(state.known));
    this.from.disabled = state.mode !== "window";
    this.play.replaceChildren(icon(this.app.playing ? ICONS.pause : ICONS.play));
    this.play.setAttribute("aria-label", this.app.playing ? "Pause" : "Play");
    this.play.title = this.app.playing ? "Pause" : "Play";
    this.foldButton.setAttribute("aria-pressed", String(state.folded));
    this.snapButton.setAttribute("aria-pressed", String(state.snap));
    this.foldButton.hidden = this.app.gaps.length === 0;
    this.areaButton.setAttribute("aria-pressed", String(this.app.drawing || state.area !== null));
    const area = state.area === null ? "Area" : "Clear area";
    this.areaButton.textContent = this.areaButton.title = area;
    this.areaButton.setAttribute("aria-label", area);
    const { undated } = this.app.counts;
    this.tray.hidden = undated === 0;
    const clock = state.clock === "event" ? "event" : "report";
    this.tray.replaceChildren(el("b", {}, [number(undated)]), ` no ${clock} date`);
    this.tray.title = `Claims without ${clock === "event" ? "an event" : "a report"} date: shown in no window of this clock`;
    for (const [slider, day] of /** @type {const} */ ([[this.low, state.first], [this.high, state.last], [this.band, state.first]])) {
      slider.setAttribute("aria-valuemin", String(axisRange.from));
      slider.setAttribute("aria-valuemax", String(axisRange.to - 1));
      slider.setAttribute("aria-valuenow", String(day));
      slider.setAttribute("aria-valuetext", slider === this.band ? windowLabel(this.app) : isoOf(day));
    }
  }
}
