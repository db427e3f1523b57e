/** The timeline at its ends: the whole calendar, vague claims, snapping, and colours that can be read. */

import assert from "node:assert/strict";
import test from "node:test";

import { Axis, gapsIn } from "../../views/js/axis.js";
import { dayFromIso, dayLabel, FIRST_DAY, isoOf, LAST_DAY } from "../../views/js/dates.js";
import { draggedTo } from "../../views/js/drag.js";
import { daily, daysPerBin } from "../../views/js/histogram.js";
import { themeOf } from "../../views/js/style.js";
import { most } from "../../views/js/table.js";
import { linked } from "../../views/js/url.js";
import { nearestDay } from "../../views/js/window.js";

test("the calendar goes from the year 1 to 9999, and not beyond", () => {
  assert.equal(isoOf(FIRST_DAY), "0001-01-01");
  assert.equal(isoOf(LAST_DAY), "9999-12-31");
  assert.equal(dayFromIso("0001-01-01"), FIRST_DAY);
  assert.equal(dayFromIso("9999-12-31"), LAST_DAY);
  assert.equal(dayFromIso("0000-12-31"), null);
  assert.equal(dayLabel(FIRST_DAY), "1 January 1");
});

test("no claim falls out of a histogram of ten thousand years", () => {
  const first = Int32Array.from([FIRST_DAY, 366 * 700, 735_000, 735_001, LAST_DAY]);
  const last = Int32Array.from([FIRST_DAY, 366 * 900, 735_000, 735_004, LAST_DAY]);
  const [from, to] = [FIRST_DAY, LAST_DAY + 1];
  const counts = daily({ rows: Int32Array.from([0, 1, 2, 3, 4]), first, last, kind: () => 1, from, to });
  const sum = (/** @type {Float32Array} */ values) => values.reduce((total, value) => total + value, 0);
  assert.ok(Math.abs(sum(counts.sharp) - 4) < 1e-3);
  assert.ok(Math.abs(sum(counts.vague) - 1) < 1e-2);
  assert.equal(counts.per, daysPerBin(from, to));
  assert.ok(counts.per * counts.bins >= to - from);
  assert.ok(new Axis(from, to, 900, []).ticks().some(({ text }) => text === "5000"));
});

test("years that a vague claim spans are not empty, and are not folded", () => {
  const days = [1000, 1001, 9000, 20_000];
  assert.deepEqual(gapsIn(days), [[1005, 8997], [9004, 19_997]]);
  assert.deepEqual(gapsIn(days, new Map([[1001, 9000]])), [[9004, 19_997]]);
  assert.deepEqual(gapsIn(days, new Map([[1000, 20_000]])), []);
});

test("snapping finds the nearest day that holds a claim", () => {
  const days = [10, 20, 40];
  assert.deepEqual([1, 14, 15, 16, 33, 99].map((day) => nearestDay(day, days)), [10, 10, 10, 20, 40, 40]);
  assert.equal(nearestDay(7, []), 7);
});

test("a dragged end stops at a claim only where it is asked to", () => {
  const held = /** @type {import("../../views/js/drag.js").Held} */ ({ part: "high", day: 12, first: 10, last: 12 });
  assert.deepEqual(draggedTo(held, 33, 33, null), { first: 10, last: 33 });
  assert.deepEqual(draggedTo(held, 33, 33, [10, 20, 40]), { first: 10, last: 40 });
  assert.deepEqual(draggedTo({ ...held, part: "band" }, 33, 33, [10, 20, 40]), { first: 38, last: 40 });
  assert.deepEqual(draggedTo({ ...held, part: "new" }, 33, 33, [10, 20, 40]), { first: 10, last: 40 });
});

test("the largest counts come first, and no more of them than are wanted", () => {
  assert.deepEqual(most(Int32Array.from([0, 3, 1, 0, 3, 2, 1]), 4), [1, 4, 5, 2]);
  assert.deepEqual(most(Int32Array.from([0, 0]), 4), []);
  assert.deepEqual(most(new Int32Array(0), 4), []);
});

test("an address that is old says which of its parts mean nothing any more", () => {
  assert.deepEqual(linked("?date=2014-06-12&from=2014-06-12&zoom=4&embed=true").dropped, ["date", "zoom"]);
  assert.ok(linked(`?${"x".repeat(5000)}=1`).dropped[0].length <= 30);
});

/** @param {string} colour as #rrggbb @returns {number} relative luminance, as WCAG 2 defines it */
function light(colour) {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** @param {string} a @param {string} b */
function contrast(a, b) {
  const [more, less] = [light(a), light(b)].sort((x, y) => y - x);
  return (more + 0.05) / (less + 0.05);
}

for (const dark of [false, true]) {
  test(`words on the ${dark ? "dark" : "light"} canvas stand out from every ground that they may lie on`, () => {
    const theme = themeOf(dark);
    for (const ink of /** @type {const} */ (["ink", "countryName", "townName"])) {
      for (const ground of /** @type {const} */ (["land", "sea", "paper", "green", "built"])) {
        const found = contrast(theme[ink], theme[ground]);
        assert.ok(found >= 4.5, `${ink} on ${ground}: ${found.toFixed(2)}`);
      }
    }
  });
}

test("the check of contrast can fail", () => {
  assert.ok(contrast("#ffffff", "#ffffff") === 1 && contrast("#000000", "#ffffff") === 21 && contrast("#999999", "#ffffff") < 4.5);
});
