/** Colours of kinds (Okabe and Ito), line styles of statuses, and the two themes. */

export const KIND_NAMES = ["Movement", "Attack", "Control", "Buildup", "Displacement", "Diplomacy", "Support", "Statement"];
export const STATUS_NAMES = ["Asserted", "Unconfirmed", "Denied", "Planned", "Hypothetical"];

export const ASSERTED = 0;
export const UNCONFIRMED = 1;
export const DENIED = 2;
export const PLANNED = 3;
export const HYPOTHETICAL = 4;
/** From what is said firmest to what is said most faintly; the order of a disc's sectors. */
export const STATUS_ORDER = [ASSERTED, UNCONFIRMED, PLANNED, HYPOTHETICAL, DENIED];

/**
 * @typedef {object} Theme
 * @property {boolean} dark
 * @property {string} sea
 * @property {string} land
 * @property {string} coast
 * @property {string} country line between countries
 * @property {string} province
 * @property {string} river
 * @property {string} disputed
 * @property {string} green what grows, on a map of the user's own
 * @property {string} built
 * @property {string} house
 * @property {string} street
 * @property {string} road
 * @property {string} countryName
 * @property {string} townName
 * @property {string} ink
 * @property {string} paper
 * @property {string} accent
 * @property {string[]} kinds
 */

/** @type {Theme} */
const LIGHT = {
  dark: false, sea: "#dfe7ea", land: "#f8f6f1", coast: "#b4bdc0", country: "#a8a294", province: "#e2ddd1", river: "#bcd0da",
  disputed: "#a8a294", green: "#eaeee0", built: "#f1eee6", house: "#e3ddd1", street: "#dfd9cc", road: "#cfc6b4",
  countryName: "#696356", townName: "#6b665c", ink: "#1f1e1b", paper: "#ffffff", accent: "#1f1e1b",
  kinds: ["#0072B2", "#D55E00", "#CC79A7", "#E69F00", "#56B4E9", "#009E73", "#F0E442", "#6B6B6B"],
};
/** @type {Theme} */
const DARK = {
  dark: true, sea: "#12161a", land: "#1f2429", coast: "#3c464f", country: "#59616a", province: "#2d343b", river: "#2b4352",
  disputed: "#59616a", green: "#20291f", built: "#242a30", house: "#2d343b", street: "#313940", road: "#434c55",
  countryName: "#959da5", townName: "#a3a9af", ink: "#f1efe9", paper: "#171b1f", accent: "#f1efe9",
  kinds: ["#4aa3dc", "#ef7c2b", "#dd93bb", "#E69F00", "#7cc8f2", "#2bbd93", "#F0E442", "#b5b5b5"],
};

/** @param {boolean} dark @returns {Theme} */
export function themeOf(dark) {
  return dark ? DARK : LIGHT;
}

export const SANS = '"Source Sans 3", "Source Sans Pro", "Helvetica Neue", Helvetica, Arial, "Liberation Sans", "Noto Sans", sans-serif';
export const SERIF = 'Georgia, "Source Serif 4", "Liberation Serif", "Noto Serif", serif';

/**
 * Set the line of a status; `still` is false while something moves, when dashes would cost too much.
 * @param {CanvasRenderingContext2D} ctx @param {number} status @param {number} width @param {boolean} still
 */
export function statusLine(ctx, status, width, still) {
  ctx.lineWidth = status === HYPOTHETICAL ? Math.max(1, width * 0.6) : width;
  ctx.lineCap = "butt";
  ctx.globalAlpha = status === HYPOTHETICAL ? 0.6 : 1;
  if (!still) ctx.setLineDash([]);
  else if (status === UNCONFIRMED) {
    ctx.lineCap = "round";
    ctx.setLineDash([0.1, width * 1.9 + 1.2]);
  } else if (status === PLANNED) ctx.setLineDash([4 + width * 1.6, 3 + width]);
  else ctx.setLineDash([]);
}

/** How full a sector of a status is painted, from 0 to 1. */
export const FILL = [0.95, 0.38, 0.0, 0.14, 0.0];

/**
 * Draw a small cross: the sign of a denial.
 * @param {CanvasRenderingContext2D} ctx @param {number} x @param {number} y @param {number} r
 */
export function cross(ctx, x, y, r) {
  ctx.beginPath();
  ctx.moveTo(x - r, y - r);
  ctx.lineTo(x + r, y + r);
  ctx.moveTo(x + r, y - r);
  ctx.lineTo(x - r, y + r);
  ctx.stroke();
}
