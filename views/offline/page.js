/** A map of claims that opens from disk: the layer, its data, and the excerpts beside it, set as text. */

/* global L, dateline */

(() => {
"use strict";

const data = JSON.parse(document.getElementById("dateline-data").textContent);

/** @param {string} tag @param {string} name a class @param {(Node | string)[]} children */
function made(tag, name, children) {
  const element = document.createElement(tag);
  element.className = name;
  element.append(...children);
  return element;
}

/** @param {any} claim as views/export_html.py writes it */
function card(claim) {
  const lines = [
    made("p", "dlo-head", [made("b", "dlo-status", [claim.status]), ` ${claim.kind}`, claim.places ? ` — ${claim.places}` : ""]),
    made("blockquote", "dlo-excerpt", [claim.excerpt]),
  ];
  for (const line of claim.lines) lines.push(made("p", "dlo-line", [line]));
  return made("article", "dlo-card", lines);
}

const list = document.getElementById("dlo-list");
const title = document.getElementById("dlo-title");

/** @param {string[]} ids of the places that were clicked */
function show(ids) {
  const numbers = [...new Set(ids.flatMap((id) => data.at.get(id) ?? []))].sort((a, b) => a - b);
  title.textContent = [...new Set(ids.map((id) => data.names.get(id) ?? id))].join(", ");
  list.replaceChildren(made("p", "dlo-line", [`${numbers.length} ${numbers.length === 1 ? "claim" : "claims"}, by date. ${data.notice}.`]));
  list.append(...numbers.map((number) => card(data.claims[number])));
  list.scrollTop = 0;
}

data.at = new Map(data.at);
data.names = new Map(data.names);
window.addEventListener("dateline:send", (event) => show(event.detail.places));

const map = L.map("map", {
  center: [34, 44], zoom: 5, zoomControl: false, minZoom: 2, maxZoom: 16, zoomSnap: 0.5, preferCanvas: true,
  keyboard: false, boxZoom: false, maxBounds: [[-90, -180], [90, 180]],
});
L.control.zoom({ position: "topright" }).addTo(map);
L.control.scale().addTo(map);
dateline.mount(map);

const dusk = matchMedia("(prefers-color-scheme: dark)");
function tell() {
  dateline.receive({ ...data.told, basemap: data.basemap, dark: dusk.matches });
}
dusk.addEventListener("change", tell);
tell();
})();
