/** A picture of what is on the screen at twice its resolution, drawn anew and not photographed. */

import { countsLabel, fileLabel, filtersLabel, knownLabel, windowLabel } from "./caption.js";
import { drawBasemap } from "./basemap.js";
import { drawAxis, drawHistogram, drawHours, HOURLY_PX } from "./histogram.js";
import { ALL_DAY, HOURS, shownSpan } from "./hours.js";
import { drawLegend } from "./legend.js";
import { drawScene } from "./scene.js";
import { SANS, SERIF } from "./style.js";

/** @typedef {import("./app.js").App} App */

const RATIO = 2;
const MARGIN = 24;
const HEAD = 92;
const FOOT = 118;
const LEGEND = 250;

/**
 * Draw title, map, legend, timeline and what must be said with them.
 * @param {App} app @returns {HTMLCanvasElement}
 */
export function picture(app) {
  const size = app.map.getSize();
  const [width, height] = [size.x + LEGEND, size.y];
  const canvas = document.createElement("canvas");
  canvas.width = (width + 2 * MARGIN) * RATIO;
  canvas.height = (height + HEAD + FOOT) * RATIO;
  const ctx = canvas.getContext("2d");
  if (!ctx) throw new Error("this browser draws no canvas");
  const { theme } = app;
  ctx.scale(RATIO, RATIO);
  ctx.fillStyle = theme.paper;
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  drawTitle(ctx, app, width);
  const origin = app.map.getPixelOrigin();
  const corner = app.map.containerPointToLayerPoint([0, 0]);
  const view = { ...app.claims.view, left: origin.x + corner.x, top: origin.y + corner.y, width: size.x, height: size.y, inset: 0, insetY: 0 };
  ctx.save();
  ctx.translate(MARGIN, HEAD);
  ctx.beginPath();
  ctx.rect(0, 0, size.x, size.y);
  ctx.clip();
  drawBasemap(ctx, view, theme, app.basemap, { written: app.written(), layers: app.under.layers });
  drawScene(ctx, view, theme, { ...app.scene(), blocked: [] }, true);
  ctx.restore();
  ctx.save();
  ctx.translate(MARGIN + size.x + 22, HEAD);
  drawLegend(ctx, theme, app.present);
  ctx.restore();
  drawFoot(ctx, app, width, HEAD + height + 12);
  return canvas;
}

/** @param {CanvasRenderingContext2D} ctx @param {App} app @param {number} width */
function drawTitle(ctx, app, width) {
  const { theme } = app;
  ctx.fillStyle = theme.ink;
  ctx.fillRect(MARGIN, 14, width, 3);
  ctx.textBaseline = "alphabetic";
  ctx.font = `700 24px ${SERIF}`;
  ctx.fillText(windowLabel(app), MARGIN, 46);
  ctx.font = `14px ${SANS}`;
  wrapped(ctx, countsLabel(app), MARGIN, 66, width - 290);
  ctx.font = `700 14px ${SANS}`;
  ctx.textAlign = "right";
  ctx.fillText("Claims as reported; not verified", MARGIN + width, 46);
  ctx.font = `14px ${SANS}`;
  if (app.state.known !== null) ctx.fillText(knownLabel(app), MARGIN + width, 66);
  ctx.textAlign = "left";
}

/** @param {CanvasRenderingContext2D} ctx @param {App} app @param {number} width @param {number} top */
function drawFoot(ctx, app, width, top) {
  const { theme, dock } = app;
  const axis = dock.axisOf(width);
  ctx.save();
  ctx.translate(MARGIN, top);
  const shown = shownSpan(app.state);
  const [start, end] = app.grain === 1 ? ALL_DAY : shown.hours;
  const from = app.state.mode === "upto" ? 0 : Math.max(0, axis.x(shown.first + start / HOURS));
  const to = Math.min(width, axis.x(shown.last + (end + 1) / HOURS));
  ctx.globalAlpha = 0.1;
  ctx.fillStyle = theme.ink;
  ctx.fillRect(from, 0, Math.max(2, to - from), 46);
  ctx.globalAlpha = 1;
  const byHour = app.hourly !== null && axis.perDay >= HOURLY_PX;
  if (app.hourly !== null && byHour) drawHours(ctx, axis, app.hourly, 46, theme);
  else if (app.daily) drawHistogram(ctx, axis, app.daily, 46, theme);
  drawAxis(ctx, axis, 46, theme, byHour);
  ctx.fillStyle = theme.countryName;
  ctx.font = `12px ${SANS}`;
  ctx.textBaseline = "alphabetic";
  wrapped(ctx, [filtersLabel(app), app.under.credit, "Dateline"].join(" · "), 0, 86, width);
  ctx.restore();
}

/** @param {CanvasRenderingContext2D} ctx @param {string} text @param {number} x @param {number} y @param {number} width */
function wrapped(ctx, text, x, y, width) {
  let line = "";
  for (const part of text.split(" · ")) {
    const longer = line ? `${line} · ${part}` : part;
    if (line && ctx.measureText(longer).width > width) {
      ctx.fillText(line, x, y);
      [line, y] = [part, y + 17];
    } else line = longer;
  }
  ctx.fillText(line, x, y);
}

/** Hand the picture to the browser as a file. @param {App} app @returns {Promise<void>} */
export function savePicture(app) {
  return new Promise((resolve) => {
    picture(app).toBlob((blob) => {
      if (blob) {
        const link = document.createElement("a");
        link.href = URL.createObjectURL(blob);
        link.download = `claims-${fileLabel(app)}.png`;
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
      }
      resolve();
    }, "image/png");
  });
}
