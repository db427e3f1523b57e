/** The help: what the keys do. */

import { el } from "./dom.js";

/** What the keys do. @type {[string, string][]} */
const KEYS = [
  ["← →", "one step back or on"],
  ["Shift ← →", "narrow or widen the window at its end"],
  ["Page Up, Page Down", "one window back or on"],
  ["Home, End", "to the beginning, to the end"],
  ["Space", "play, pause"],
  ["H D W M C", "step by hour (where claims tell them), day, week, month, claim"],
  ["1 2 3", "window, everything up to, single day"],
  ["A", "all time"],
  ["I O", "the time axis nearer, further away"],
  ["S", "a dragged end stops only at days with claims"],
  ["+ −", "the map nearer, further away"],
  ["Tab to the map, then ← ↑ → ↓", "move the map"],
  ["N P", "next, previous excerpt of the place that is open"],
  ["?", "these keys"],
];

/** Show what the keys do. */
export function showHelp() {
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
