/** Draw the claims of the window on a canvas, and remember what can be pointed at. */

import { drawTowns } from "./basemap.js";
import { areaLabel, drawArea, drawAreaLabel, drawDisc, drawLeader } from "./discs.js";
import { drawCrossing, drawFlow, drawFlowsPlainly } from "./arrow.js";
import { largest } from "./flows.js";
import { roomForName, taker } from "./labels.js";
import { LEAST_R, shownOf } from "./places.js";
import { lineOf, roundTheWorld, strandsOf } from "./strand.js";
import { SANS } from "./style.js";
import { onScreen, screenX, screenY } from "./view.js";

/** @typedef {import("./view.js").View} View */
/** @typedef {import("./places.js").Shown} Shown */
/**
 * @typedef {object} Scene what is drawn from
 * @property {import("./places.js").PlaceMark[]} places
 * @property {import("./flows.js").CrossingMark[]} crossings
 * @property {import("./flows.js").Flows | null} flows
 * @property {import("./places.js").Group[]} groups
 * @property {Int32Array} cells
 * @property {Int32Array} flowCounts
 * @property {number} perRoot
 * @property {(outline: string) => Path2D | null} outline
 * @property {import("./basemap.js").Basemap | null} basemap
 * @property {import("./tiles.js").TileLayer[]} layers what lies on the plain ground
 * @property {"latin" | "native" | "both"} labels
 * @property {Set<number>} selected positions of the places whose excerpts are open
 * @property {number} hovered position of a place, or -1
 * @property {Set<number>} pointed places that have a claim on the day under the pointer
 * @property {Set<number>} strong flows that are pointed at, on the map or on the timeline
 * @property {[number, number, number, number] | null} area west, north, east, south in Mercator
 * @property {import("./labels.js").Rect[]} blocked what lies on the map, in pixels of the canvas
 */
/**
 * @typedef {object} Hits what stands where, topmost last
 * @property {{x: number, y: number, r: number, group: import("./places.js").Group}[]} discs
 * @property {{x: number, y: number, width: number, height: number, group: import("./places.js").Group}[]} labels
 * @property {{line: {x: number, y: number}[], flow: number}[]} lines
 * @property {{x: number, y: number, crossing: number, stated: boolean}[]} gates
 * @property {import("./labels.js").Rect[]} names where the names of towns stand
 * @property {number} flowsLeft how many flows were not drawn
 */

/**
 * @param {CanvasRenderingContext2D} ctx @param {View} view @param {import("./style.js").Theme} theme
 * @param {Scene} scene @param {boolean} still @returns {Hits}
 */
export function drawScene(ctx, view, theme, scene, still) {
  const shown = shownOf(scene.groups, scene.cells, view, scene.perRoot);
  const areas = shown.filter((it) => scene.places[it.group.members[0]].shape !== "point");
  const towns = shown.filter((it) => scene.places[it.group.members[0]].shape === "point");
  /** @type {Hits} */
  const hits = { discs: [], labels: [], names: [], lines: [], gates: [], flowsLeft: 0 };
  for (const it of areas) {
    const place = scene.places[it.group.members[0]];
    const paths = place.outlines.map(scene.outline).filter((path) => path !== null);
    drawArea(ctx, view, it, { place, paths, theme, still });
  }
  drawFlows(ctx, view, theme, scene, still, towns, hits);
  if (scene.area) frameArea(ctx, view, theme, scene.area);
  const take = taker(scene.blocked);
  towns.sort((a, b) => b.r - a.r);
  for (const it of towns) take(it.x - it.r, it.y - it.r, 2 * it.r, 2 * it.r, true);
  const names = namesOf(ctx, view, scene, towns, take);
  const labels = areas.map((it) => areaLabel(ctx, view, it, { name: nameOf(scene, it.group.members[0]), take }));
  for (const label of labels) drawLeader(ctx, label, theme);
  for (const it of towns) {
    drawDisc(ctx, it, theme, still);
    hits.discs.push({ x: it.x, y: it.y, r: it.r, group: it.group });
  }
  for (const label of labels) {
    drawAreaLabel(ctx, label, theme);
    hits.labels.push({ ...label.box, group: label.shown.group });
  }
  drawFocus(ctx, theme, scene, shown);
  drawNamesOf(ctx, theme, names);
  hits.names = names.map(({ x, y, width }) => ({ x, y: y - 9, width, height: 18 }));
  if (still) drawTowns(ctx, view, theme, scene.basemap, { take, native: scene.labels === "native", layers: scene.layers });
  return hits;
}

/**
 * @param {CanvasRenderingContext2D} ctx @param {View} view @param {import("./style.js").Theme} theme @param {Scene} scene
 * @param {boolean} still @param {Shown[]} towns @param {Hits} hits
 */
function drawFlows(ctx, view, theme, scene, still, towns, hits) {
  const { flows: all } = scene;
  if (!all) return;
  const { drawn, left } = largest(all, scene.flowCounts, view);
  hits.flowsLeft = left;
  /** @type {Map<number, number>} */
  const radius = new Map();
  for (const it of towns) for (const member of it.group.members) radius.set(member, it.r);
  const clear = (/** @type {number} */ place) => radius.get(place) ?? (scene.places[place].shape === "point" ? LEAST_R : 14);
  /** @type {Map<number, boolean>} */
  const lit = new Map();
  let round = false;
  const flows = drawn.reverse().flatMap((index) => {
    const flow = all.at(index);
    if (flow.crossing >= 0) lit.set(flow.crossing, flow.stated || (lit.get(flow.crossing) ?? false));
    return strandsOf(flow, scene.places, scene.crossings).flatMap((strand) => {
      const copies = roundTheWorld(lineOf(strand, view, clear), view);
      if (copies.length > 1) round = true;
      hits.lines.push(...copies.map((line) => ({ line, flow: index })));
      return copies.map((line) => ({ flow, index, line, count: scene.flowCounts[index] }));
    });
  });
  ctx.save();
  if (round) {
    ctx.beginPath();
    ctx.rect(screenX(view, 0), 0, view.scale, view.height);
    ctx.clip();
  }
  if (!still) drawFlowsPlainly(ctx, theme, flows);
  else {
    for (const { flow, index, line, count } of flows) {
      const strong = scene.strong.has(index) || scene.hovered >= 0 && flow.chains.some((chain) => chain.includes(scene.hovered));
      drawFlow(ctx, flow, line, count, { theme, still, strong });
    }
  }
  ctx.restore();
  for (const [index, stated] of lit) {
    const gate = scene.crossings[index];
    const [x, y] = [screenX(view, gate.x), screenY(view, gate.y)];
    if (!onScreen(view, x, y, 10)) continue;
    drawCrossing(ctx, x, y, stated, theme);
    hits.gates.push({ x, y, crossing: index, stated });
  }
}

/** @param {CanvasRenderingContext2D} ctx @param {View} view @param {import("./style.js").Theme} theme @param {[number, number, number, number]} area */
function frameArea(ctx, view, theme, [west, north, east, south]) {
  ctx.save();
  ctx.strokeStyle = theme.ink;
  ctx.lineWidth = 1.2;
  ctx.setLineDash([2, 3]);
  const [x, y] = [screenX(view, west), screenY(view, north)];
  ctx.strokeRect(x, y, screenX(view, east) - x, screenY(view, south) - y);
  ctx.restore();
}

/** @param {CanvasRenderingContext2D} ctx @param {import("./style.js").Theme} theme @param {Scene} scene @param {Shown[]} shown */
function drawFocus(ctx, theme, scene, shown) {
  for (const it of shown) {
    const chosen = it.group.members.some((member) => scene.selected.has(member));
    const pointed = scene.pointed.size > 0 && it.group.members.some((member) => scene.pointed.has(member));
    if (!chosen && !pointed && !it.group.members.includes(scene.hovered)) continue;
    if (scene.places[it.group.members[0]].shape !== "point") continue;
    ctx.save();
    ctx.beginPath();
    ctx.arc(it.x, it.y, it.r + 5, 0, 7);
    ctx.strokeStyle = theme.accent;
    ctx.lineWidth = chosen ? 2.5 : 1.2;
    ctx.stroke();
    ctx.restore();
  }
}

/** @param {Scene} scene @param {number} index @returns {string} */
export function nameOf(scene, index) {
  const { name, native } = scene.places[index];
  if (scene.labels === "native") return native ?? name;
  return scene.labels === "both" && native ? `${name} · ${native}` : name;
}

/** @type {Map<string, number>} widths of names that were measured */
const widths = new Map();

const NAME_FONT = `600 13px ${SANS}`;

/**
 * Find room for the names of towns, the largest first.
 * @param {CanvasRenderingContext2D} ctx @param {View} view @param {Scene} scene @param {Shown[]} towns
 * @param {import("./labels.js").Take} take @returns {{text: string, width: number, x: number, y: number}[]}
 */
function namesOf(ctx, view, scene, towns, take) {
  ctx.save();
  ctx.font = NAME_FONT;
  const names = towns.flatMap((it) => {
    const { members } = it.group;
    const more = members.length > 1 ? ` +${members.length - 1}` : "";
    const text = nameOf(scene, members[0]) + more;
    let width = widths.get(text);
    if (width === undefined) {
      width = ctx.measureText(text).width;
      widths.set(text, width);
    }
    const at = roomForName(it, width, view, take);
    return at ? [{ text, width, ...at }] : [];
  });
  ctx.restore();
  return names;
}

/** @param {CanvasRenderingContext2D} ctx @param {import("./style.js").Theme} theme @param {{text: string, x: number, y: number}[]} names */
function drawNamesOf(ctx, theme, names) {
  ctx.save();
  ctx.font = NAME_FONT;
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  ctx.strokeStyle = theme.land;
  ctx.lineWidth = 3.5;
  ctx.fillStyle = theme.ink;
  for (const { text, x, y } of names) {
    ctx.strokeText(text, x, y);
    ctx.fillText(text, x, y);
  }
  ctx.restore();
}
