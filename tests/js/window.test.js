// The window search, the counts and the layout, without a browser; run by node's own test runner.
import assert from "node:assert/strict";
import { test } from "node:test";

import { Axis, gapsIn } from "../../views/js/axis.js";
import { filtersLabel } from "../../views/js/caption.js";
import { dayFromIso, isoOf, monthsOn, ordinalOf, spanLabel } from "../../views/js/dates.js";
import { OPEN_START } from "../../views/js/decode.js";
import { linesOfName } from "../../views/js/basemap.js";
import { chainsOf, Flows } from "../../views/js/flows.js";
import { daily } from "../../views/js/histogram.js";
import { cutByEdge, leaderEnd, roomFor, roomForName, taker } from "../../views/js/labels.js";
import { grouped, radiusOf } from "../../views/js/places.js";
import { CELLS, ordered, Tally, upperBound } from "../../views/js/tally.js";
import { roundTheWorld, shortWay } from "../../views/js/strand.js";
import { fromGrains, hoursOf, inGrains, spanWords } from "../../views/js/hours.js";
import { stateOf } from "../../views/js/state.js";
import { zoomed } from "../../views/js/travel.js";
import { linked, linking } from "../../views/js/url.js";
import { clamped, effective, moved } from "../../views/js/window.js";

/** A small generator of numbers that are the same every time. */
const dice = (seed) => () => {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return seed / 2147483648;
};

const claimsOf = (n, seed) => {
  const next = dice(seed);
  const first = Int32Array.from({ length: n }, () => 1000 + Math.floor(next() * 200));
  const last = first.map((day) => day + (next() < 0.2 ? Math.floor(next() * 40) : 0));
  return {
    first,
    last,
    cell: Int32Array.from({ length: n }, () => Math.floor(next() * 3) * CELLS + Math.floor(next() * CELLS)),
    flow: Int32Array.from({ length: n }, () => (next() < 0.3 ? Math.floor(next() * 5) : -1)),
    lead: Uint8Array.from({ length: n }, () => Number(next() < 0.8)),
  };
};

test("a day is its ordinal, as Python counts them", () => {
  assert.equal(ordinalOf(2014, 5, 12), 735396);
  assert.equal(isoOf(735396), "2014-06-12");
  assert.equal(isoOf(1), "0001-01-01");
  assert.equal(dayFromIso("2014-06-12"), 735396);
  assert.equal(dayFromIso("2014-02-30"), null);
  assert.equal(dayFromIso("12.6.2014"), null);
});

test("a month on is the same date, or the month's last", () => {
  assert.equal(isoOf(monthsOn(dayFromIso("2015-01-31"), 1)), "2015-02-28");
  assert.equal(isoOf(monthsOn(dayFromIso("2014-12-15"), 1)), "2015-01-15");
});

test("a window is written as shortly as it can be read", () => {
  assert.equal(spanLabel(dayFromIso("2014-06-10"), dayFromIso("2014-06-16")), "10–16 June 2014");
  assert.equal(spanLabel(dayFromIso("2014-05-28"), dayFromIso("2014-06-03")), "28 May – 3 June 2014");
  assert.equal(spanLabel(dayFromIso("2014-06-10"), dayFromIso("2014-06-10")), "10 June 2014");
});

test("the search finds the first day after", () => {
  const days = Int32Array.from([3, 3, 5, 9]);
  assert.deepEqual([2, 3, 4, 9, 10].map((day) => upperBound(days, day)), [0, 2, 2, 4, 4]);
  assert.equal(upperBound(new Int32Array(0), 7), 0);
});

test("rows are ordered by their days, equal ones as they came", () => {
  const days = Int32Array.from([5, 3, 5, 1, 3]);
  assert.deepEqual([...ordered(Int32Array.from([0, 1, 2, 3, 4]), days)], [3, 1, 4, 0, 2]);
  assert.deepEqual([...ordered(Int32Array.from([0, 1]), Int32Array.from([-9e8, 9e8]))], [0, 1]);
});

test("whatever way the window went, the counts are those of the rows that share a day with it", () => {
  const counted = claimsOf(400, 7);
  const tally = new Tally(Int32Array.from(counted.first.keys()), counted, 3, 5);
  const next = dice(3);
  for (let step = 0; step < 200; step++) {
    const first = 990 + Math.floor(next() * 230);
    const last = first + Math.floor(next() * 60);
    tally.move(first, last);
    const cells = new Int32Array(3 * CELLS);
    const flows = new Int32Array(5);
    let shown = 0;
    for (let i = 0; i < 400; i++) {
      if (counted.first[i] > last || counted.last[i] < first) continue;
      cells[counted.cell[i]] += 1;
      if (counted.flow[i] >= 0) flows[counted.flow[i]] += 1;
      shown += counted.lead[i];
    }
    assert.deepEqual(tally.cells, cells);
    assert.deepEqual(tally.flows, flows);
    assert.equal(tally.shown, shown);
  }
});

test("the modes: a window, everything up to a day, one day", () => {
  assert.deepEqual(effective("window", { first: 3, last: 9 }), { first: 3, last: 9 });
  assert.deepEqual(effective("upto", { first: 3, last: 9 }), { first: OPEN_START, last: 9 });
  assert.deepEqual(effective("day", { first: 3, last: 9 }), { first: 9, last: 9 });
});

test("a step keeps the window's length, and a step by claim lands on one", () => {
  assert.deepEqual(moved({ first: 10, last: 12 }, "day", 1, []), { first: 11, last: 13 });
  assert.deepEqual(moved({ first: 10, last: 12 }, "week", -1, []), { first: 3, last: 5 });
  assert.deepEqual(moved({ first: 10, last: 12 }, "claim", 1, [5, 12, 40]), { first: 38, last: 40 });
  assert.deepEqual(moved({ first: 10, last: 12 }, "claim", 1, [5]), { first: 10, last: 12 });
  assert.deepEqual(clamped({ first: -5, last: 0 }, 1, 20), { first: 1, last: 6 });
});

test("long empty stretches are folded, and days find back to their pixels", () => {
  const days = [100, 101, 103, 4000, 4002];
  const gaps = gapsIn(days);
  assert.equal(gaps.length, 1);
  const axis = new Axis(98, 4005, 800, gaps);
  assert.ok(axis.perDay > 10);
  for (const day of [98, 100, 103, 4000, 4004]) assert.equal(axis.day(axis.x(day) + 0.01), day);
  assert.ok(axis.foldAt(500, 600));
  assert.equal(axis.foldAt(100, 600), null);
  for (let i = 1; i < axis.pieces.length; i++) assert.equal(axis.pieces[i].from, axis.pieces[i - 1].to);
  assert.ok(axis.ticks().every(({ x }) => x >= 0 && x <= 800));
  assert.deepEqual(gapsIn([1, 30, 60]), []);
});

test("a vague claim is spread over its interval, a sharp one stands on its day", () => {
  const first = Int32Array.from([10, 10]);
  const last = Int32Array.from([10, 29]);
  const counts = daily({ rows: Int32Array.from([0, 1]), first, last, kind: () => 2, from: 0, to: 40 });
  assert.equal(counts.sharp[10 * 8 + 2], 1);
  const spread = Array.from({ length: 40 }, (_, day) => counts.vague[day * 8 + 2]);
  assert.ok(Math.abs(spread.reduce((sum, value) => sum + value, 0) - 1) < 1e-5);
  assert.equal(spread[9], 0);
  assert.equal(spread[30], 0);
});

test("places that would hide one another share a disc, and none is lost", () => {
  const places = [
    { shape: "point", x: 0.5, y: 0.5 }, { shape: "point", x: 0.50001, y: 0.5 }, { shape: "point", x: 0.6, y: 0.5 },
    { shape: "ring", x: 0.5, y: 0.5 },
  ];
  const members = (scale) => grouped(places, Int32Array.from([5, 9, 1, 2]), scale).map((group) => group.members);
  assert.deepEqual(members(256), [[1, 0], [3], [2]]);
  assert.deepEqual(members(2 ** 24), [[1], [0], [3], [2]]);
  assert.ok(radiusOf(1, 7) > 0);
  assert.ok(radiusOf(100, 1) > radiusOf(60, 1));
});

test("a disc that would hide another's count joins it, and a small one at its edge does not", () => {
  const near = (/** @type {number} */ px, /** @type {number[]} */ weights) =>
    grouped([{ shape: "point", x: 0.5, y: 0.5 }, { shape: "point", x: 0.5 + px / 256, y: 0.5 }], Int32Array.from(weights), 256).length;
  assert.equal(near(20, [5, 5]), 1);
  assert.equal(near(30, [5, 5]), 2);
  assert.equal(near(20, [5, 1]), 2);
  assert.equal(near(40, [400, 400]), 1);
});

/** A canvas of 1,200 by 800 that reaches 100 beyond the map on every side. */
const VIEW = { inset: 100, insetY: 100, width: 1200, height: 800 };

test("a label that finds no room at its point is led to, and where there is none its count stands alone", () => {
  const take = taker();
  const point = { x: 600, y: 400 };
  const first = roomFor(point, [120, 40], 24, VIEW, take);
  assert.deepEqual([first.form, first.width, leaderEnd(point, first)], [0, 120, null]);
  const second = roomFor(point, [120, 40], 24, VIEW, take);
  assert.notDeepEqual([second.x, second.y], [first.x, first.y]);
  assert.ok(leaderEnd(point, second));
  let label = second;
  while (label.form === 0) label = roomFor(point, [120, 40], 24, VIEW, take);
  assert.equal(label.width, 40);
});

test("no label is cut by the map's edge, nor lies under what stands on it", () => {
  const title = { x: 100, y: 100, width: 300, height: 90 };
  const take = taker([title]);
  for (const point of [{ x: 105, y: 150 }, { x: 1095, y: 690 }, { x: 300, y: 110 }, { x: 600, y: 105 }]) {
    const box = roomFor(point, [120, 40], 24, VIEW, take);
    assert.equal(cutByEdge(box, VIEW), false);
    assert.ok(box.x >= title.x + title.width || box.y >= title.y + title.height || box.form === 1);
  }
  assert.equal(cutByEdge({ x: 1050, y: 300, width: 80, height: 20 }, VIEW), true);
  assert.equal(cutByEdge({ x: 1110, y: 300, width: 80, height: 20 }, VIEW), false);
});

test("a town's name stands right of its disc, else left, below or above", () => {
  const take = taker();
  const disc = { x: 600, y: 400, r: 10 };
  const spots = Array.from({ length: 5 }, () => roomForName(disc, 60, VIEW, take));
  assert.deepEqual(spots, [{ x: 615, y: 400 }, { x: 525, y: 400 }, { x: 570, y: 420 }, { x: 570, y: 380 }, null]);
  assert.deepEqual(roomForName({ x: 1080, y: 200, r: 10 }, 60, VIEW, take), { x: 1005, y: 200 });
});

test("a picture names its filters in words, and what is open is none", () => {
  const params = [["kind", "attack"], ["kind", "control"], ["place", "gn:1"], ["open", "gn:1"], ["as", "movement"]];
  const app = { command: { params }, places: [{ id: "gn:1", name: "Kufra" }], state: { area: null } };
  assert.equal(filtersLabel(app), "Filters: kind: attack, control; place: Kufra");
  assert.equal(filtersLabel({ ...app, command: { params: params.slice(3) } }), "No filters");
});

test("a window of hours is written in the address and read from it, and broken hours are dropped", () => {
  const hours = (/** @type {string} */ search) => {
    const { first, last, hours: told, dropped } = linked(search);
    return [first, last, told, dropped];
  };
  const state = { ...linked(""), first: 735396, last: 735396, hours: /** @type {[number, number]} */ ([6, 14]) };
  assert.equal(linking("", state), "?from=2014-06-12T06&to=2014-06-12T14");
  assert.deepEqual(hours(linking("", state)), [735396, 735396, [6, 14], []]);
  assert.deepEqual(hours("?from=2014-06-12&to=2014-06-12"), [735396, 735396, null, []]);
  assert.deepEqual(hours("?from=2014-06-12T15&to=2014-06-12T14"), [null, null, null, ["from", "to"]]);
  assert.deepEqual(hours("?from=2014-06-12T24&to=2014-06-12T1"), [null, null, null, ["from", "to"]]);
});

test("hours are counted as days are: back and forth, and in words", () => {
  const day = dayFromIso("2014-06-12");
  const span = { first: day, last: day + 1, hours: /** @type {[number, number]} */ ([6, 14]) };
  assert.deepEqual(fromGrains(inGrains(span, 24), 24), span);
  assert.deepEqual(inGrains(span, 1), { first: day, last: day + 1 });
  assert.deepEqual([0, 1, 24, 25, 28, 99].map(hoursOf), [[0, 23], [0, 0], [23, 23], [0, 11], [18, 23], [0, 23]]);
  const state = { ...stateOf(linked("")), ...span };
  assert.equal(spanWords(state, 24), "12 June 2014, 06:00 – 13 June 2014, 15:00");
  assert.equal(spanWords({ ...state, last: day }, 24), "12 June 2014, 06:00–15:00");
  assert.equal(spanWords({ ...state, last: day }, 1), "12 June 2014");
  assert.equal(spanWords({ ...state, hours: [0, 23] }, 24), "12–13 June 2014");
  assert.equal(spanWords({ ...state, mode: "day", unit: "hour" }, 24), "13 June 2014, 14:00–15:00");
  assert.equal(spanWords({ ...state, mode: "day" }, 24), "13 June 2014");
  assert.equal(spanWords({ ...state, mode: "upto" }, 24), "Up to 13 June 2014, 15:00");
});

test("an axis of a day and a half has hours under it", () => {
  const day = dayFromIso("2014-06-12");
  const axis = new Axis(day, day + 2, 800, []);
  assert.deepEqual(axis.ticks(true).map(({ text }) => text).slice(0, 5), ["12 Jun 2014", "03:00", "06:00", "09:00", "12:00"]);
  // where nobody tells an hour the axis names none
  assert.ok(axis.ticks().every(({ text }) => !text.includes(":")));
  assert.equal(axis.at(axis.x(day + 0.25)), day + 0.25);
});

test("two claims 44 years apart are reached by the wheel in a few turns, and left again", () => {
  const [early, late] = [dayFromIso("1980-09-22"), dayFromIso("2024-12-05")];
  const gaps = gapsIn([early, late]);
  const range = { from: early - 2, to: late + 3 };
  let view = { ...range };
  const axisOf = () => new Axis(view.from, view.to, 800, gaps);
  let turns = 0;
  for (; view.to - view.from > 1 && turns < 40; turns++) {
    const axis = axisOf();
    view = zoomed(axis, { x: axis.x(late + 0.5), factor: 0.8, least: 1, gaps, range });
    assert.ok(view.from <= late && view.to > late, JSON.stringify(view));
  }
  assert.deepEqual([view, turns < 15], [{ from: late, to: late + 1 }, true]);
  for (turns = 0; (view.from > range.from || view.to < range.to) && turns < 60; turns++) {
    view = zoomed(axisOf(), { x: 400, factor: 1.25, least: 1, gaps, range });
  }
  assert.deepEqual([view, turns < 30], [range, true]);
});

test("an arrow over the antimeridian goes the short way, out at one edge of the map and in at the other", () => {
  const fiji = { x: 0.99, y: 0.55 };
  const samoa = { x: 0.02, y: 0.54 };
  const xs = (/** @type {{x: number, y: number}[]} */ points) => shortWay(points).map(({ x }) => Math.round(x * 100) / 100);
  assert.deepEqual(xs([fiji, samoa]), [0.99, 1.02]);
  assert.deepEqual(xs([samoa, fiji]), [0.02, -0.01]);
  assert.deepEqual(xs([samoa, fiji, samoa]), [0.02, -0.01, 0.02]);
  assert.deepEqual(xs([{ x: 0.3, y: 0 }, { x: 0.7, y: 0 }]), [0.3, 0.7]);
  const view = { scale: 1000, left: 0, top: 0, width: 1000, height: 800, zoom: 2, inset: 0, insetY: 0 };
  const line = [{ x: 990, y: 10 }, { x: 1020, y: 10 }];
  assert.deepEqual(roundTheWorld(line, view).map((copy) => copy.map(({ x }) => x)), [[990, 1020], [-10, 20]]);
  assert.deepEqual(roundTheWorld([{ x: 10, y: 1 }, { x: 20, y: 1 }], view).length, 1);
});

test("the address gives back what was written, leaves the rest, and says what it dropped", () => {
  const state = {
    first: 735396, last: 735400, hours: null, mode: "upto", clock: "report", known: 735500, view: [34.5, 44.25, 6.5],
    labels: "both", area: [40, 30, 50, 38],
  };
  const search = linking("?kind=attack", state);
  assert.deepEqual(linked(search), { ...state, dropped: [] });
  assert.equal(new URLSearchParams(search).get("kind"), "attack");
  const broken = linked("?from=2014-02-30&mode=sideways&view=200,1,3&clock=sun&bbox=1,2&labels=x&as-known-on=never");
  assert.deepEqual(broken.dropped.sort(), ["as-known-on", "bbox", "clock", "from", "labels", "mode", "view"]);
  assert.deepEqual(linked("?from=2014-06-12&to=2014-06-10").dropped, ["from", "to"]);
});

test("two starts are not stops of one another, and neither are two goals", () => {
  assert.deepEqual(chainsOf([1, 2], [], [3]), [[1, 3], [2, 3]]);
  assert.deepEqual(chainsOf([1], [5, 6], [3, 4]), [[1, 5, 6, 3], [1, 5, 6, 4]]);
  assert.deepEqual(chainsOf([], [5], [3]), [[5, 3]]);
  assert.deepEqual(chainsOf([1], [], []), [[1]]);
  assert.deepEqual(chainsOf([], [], []), [[]]);
});

/** Columns of claims that move: each a list of [role, place], with status and crossing. */
const columnsOf = (claims) => {
  const rows = claims.flatMap(({ legs, status = 0, crossing = 255 }) => (
    legs.map(([role, place], i) => ({ code: (status << 3) | (role << 6) | (Number(i === 0) << 11), place, crossing }))
  ));
  return {
    rows: rows.length, noCrossing: 255,
    code: Uint16Array.from(rows, ({ code }) => code),
    place: Uint16Array.from(rows, ({ place }) => place),
    crossing: Uint8Array.from(rows, ({ crossing }) => crossing),
  };
};
const PLACES = Array.from({ length: 6 }, (_, i) => ({ x: i / 10, y: i / 20 }));
const [AT, FROM, VIA, TO] = [0, 1, 2, 3];

test("claims of one way are one flow whatever order names their ends in, and what else they name", () => {
  const columns = columnsOf([
    { legs: [[FROM, 0], [TO, 1]] }, { legs: [[TO, 1], [FROM, 0]] }, { legs: [[AT, 4], [FROM, 0], [TO, 1]] },
    { legs: [[FROM, 1], [TO, 0]] }, { legs: [[FROM, 0], [VIA, 2], [TO, 1]] },
  ]);
  const flows = new Flows(columns, PLACES, []);
  assert.equal(flows.count, 3);
  assert.deepEqual([...flows.of].filter((flow) => flow >= 0), [0, 0, 0, 1, 2]);
  assert.deepEqual(flows.at(2).chains, [[0, 2, 1]]);
});

test("another status of the same way is a flow in a lane of its own", () => {
  const flows = new Flows(columnsOf([{ legs: [[FROM, 0], [TO, 1]] }, { legs: [[FROM, 0], [TO, 1]], status: 3 }]), PLACES, []);
  assert.deepEqual([flows.at(0), flows.at(1)].map(({ status, lane }) => [status, lane]), [[0, 0], [3, 1]]);
});

test("one place makes no arrow, one place and a crossing do", () => {
  const gate = { name: "Gate", x: 0.9, y: 0.9 };
  const flows = new Flows(columnsOf([
    { legs: [[TO, 3]] }, { legs: [[FROM, 3], [TO, 3]] }, { legs: [[AT, 1], [AT, 2]] }, { legs: [[TO, 3]], crossing: 0 },
  ]), PLACES, [gate]);
  assert.equal(flows.count, 1);
  assert.equal(flows.at(0).crossing, 0);
  assert.deepEqual([...flows.boxes].map((side) => Math.round(side * 100)), [30, 15, 90, 90]);
});

test("long names stand on two lines of about the same length", () => {
  assert.deepEqual(linesOfName("IRAQ"), ["IRAQ"]);
  assert.deepEqual(linesOfName("BURKINA OF THE FASOLAND"), ["BURKINA OF", "THE FASOLAND"]);
  assert.deepEqual(linesOfName("LIECHTENSTEINISH"), ["LIECHTENSTEINISH"]);
});

test("an address may be any text: what is no value is dropped by name, and nothing throws", () => {
  const next = dice(11);
  const signs = "0123456789-,.%&=|<>'\"\u0000é";
  const word = () => Array.from({ length: Math.floor(next() * 14) }, () => signs[Math.floor(next() * signs.length)]).join("");
  for (let i = 0; i < 500; i++) {
    const search = ["from", "to", "mode", "clock", "as-known-on", "view", "labels", "bbox"].map((name) => `${name}=${encodeURIComponent(word())}`).join("&");
    const { dropped, ...read } = linked(`?${search}`);
    assert.deepEqual(linked(linking("", { ...read })), { ...read, dropped: [] });
    assert.ok(dropped.length > 0);
  }
});
