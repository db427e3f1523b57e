/** The ground that is not the program's own: archives, vector tiles, heights, and which tiles are in sight. */

import assert from "node:assert/strict";
import test from "node:test";

import { layersOf } from "../../views/js/mvt.js";
import { entriesOf, entryFor, headerOf, tileNumber } from "../../views/js/pmtiles.js";
import { heightOf, heightsIn, shaded } from "../../views/js/relief.js";
import { roleOfFeature } from "../../views/js/street.js";
import { TileLayer, tilesIn } from "../../views/js/tiles.js";

test("tiles are numbered along the Hilbert curve, as the specification's examples have it", () => {
  const examples = [[0, 0, 0, 0], [1, 0, 0, 1], [1, 0, 1, 2], [1, 1, 1, 3], [1, 1, 0, 4], [2, 0, 0, 5], [12, 3423, 1763, 19078479]];
  for (const [z, x, y, number] of examples) assert.equal(tileNumber(z, x, y), number);
});

test("the tiles of a zoom have each a number of their own, one after another", () => {
  const numbers = [];
  for (let x = 0; x < 16; x++) for (let y = 0; y < 16; y++) numbers.push(tileNumber(4, x, y));
  assert.deepEqual(numbers.sort((a, b) => a - b), Array.from({ length: 256 }, (_, i) => 85 + i));
});

test("a file that is no archive is refused in words", () => {
  assert.throws(() => headerOf(new ArrayBuffer(0)), /no PMTiles/);
  assert.throws(() => headerOf(new ArrayBuffer(127)), /no PMTiles/);
  const old = new Uint8Array(127);
  old.set(new TextEncoder().encode("PMTiles"));
  old[7] = 2;
  assert.throws(() => headerOf(old.buffer), /version 2/);
  old[7] = 3;
  assert.throws(() => headerOf(old.buffer), /cannot be drawn/);
});

test("a directory gives runs of tiles and leaves, and nothing for a tile between", () => {
  // ids 5, 42, 100; runs 1, 2, 0 (a leaf); lengths 10, 20, 30; the second lies right behind the first
  const bytes = Uint8Array.from([3, 5, 37, 58, 1, 2, 0, 10, 20, 30, 1, 0, 101]);
  const entries = entriesOf(bytes.buffer);
  assert.deepEqual(entries.map(({ id, offset }) => [id, offset]), [[5, 0], [42, 10], [100, 100]]);
  assert.equal(entryFor(entries, 4), null);
  assert.equal(entryFor(entries, 5)?.length, 10);
  assert.equal(entryFor(entries, 43)?.length, 20);
  assert.equal(entryFor(entries, 44), null);
  assert.equal(entryFor(entries, 9999)?.run, 0);
});

test("a directory that promises more than it holds is refused, however much it promises", () => {
  for (const bytes of [[], [3, 5], [255, 255, 255, 255, 127], [255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1]]) {
    assert.throws(() => entriesOf(Uint8Array.from(bytes).buffer), /broken/);
  }
});

/** @param {number} field @param {number[]} content */
const part = (field, content) => [field * 8 + 2, content.length, ...content];
const letters = (/** @type {string} */ text) => [...new TextEncoder().encode(text)];

test("a vector tile gives its layers, lines and tags", () => {
  // the specification's polygon: (3,6) (8,12) (20,34), closed; and a tag kind = lake
  const geometry = [9, 6, 12, 18, 10, 12, 24, 44, 15];
  const feature = [...part(2, [0, 0]), 24, 3, ...part(4, geometry)];
  const layer = [...part(1, letters("water")), ...part(2, feature), ...part(3, letters("kind")), ...part(4, part(1, letters("lake"))), 40, 64];
  const [water] = layersOf(Uint8Array.from(part(3, layer)).buffer);
  assert.deepEqual([water.name, water.extent], ["water", 64]);
  assert.deepEqual(water.features[0].lines, [[3, 6, 8, 12, 20, 34, 3, 6]]);
  assert.equal(water.features[0].tags.get("kind"), "lake");
  assert.equal(roleOfFeature(water.features[0], "water"), "water");
});

test("a broken vector tile throws and does not hang", () => {
  for (const bytes of [[26, 200], [26, 3, 18, 200, 1], [255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1], [27]]) {
    assert.throws(() => layersOf(Uint8Array.from(bytes).buffer), /broken/);
  }
  assert.deepEqual(layersOf(new ArrayBuffer(0)), []);
});

test("ways of both schemas have their role, and what is unknown has none", () => {
  const way = (/** @type {string} */ key, /** @type {string} */ kind) => ({ shape: /** @type {2} */ (2), lines: [], tags: new Map([[key, kind]]) });
  assert.equal(roleOfFeature(way("kind", "highway"), "roads"), "highway");
  assert.equal(roleOfFeature(way("class", "motorway"), "transportation"), "highway");
  assert.equal(roleOfFeature(way("class", "gondola"), "transportation"), null);
  assert.equal(roleOfFeature(way("class", "motorway"), "mine"), null);
});

test("a height is read as its encoding has it, and a file says which it holds", () => {
  assert.equal(heightOf("terrarium", 128, 0, 0), 0);
  assert.equal(heightOf("terrarium", 136, 72, 128), 2120.5);
  assert.equal(heightOf("mapbox", 1, 134, 160), 0);
  assert.equal(heightsIn({ encoding: "terrarium" }, "x.pmtiles"), "terrarium");
  assert.equal(heightsIn({}, "world-terrain-rgb.pmtiles"), "mapbox");
  assert.equal(heightsIn({ name: "Old town plan" }, "plan.pmtiles"), null);
});

/** Heights in Terrarium's colours. @param {number} side @param {(x: number, y: number) => number} metres */
function heights(side, metres) {
  const pixels = new Uint8ClampedArray(4 * side * side);
  for (let i = 0; i < side * side; i++) {
    const height = metres(i % side, Math.floor(i / side)) + 32768;
    pixels.set([Math.floor(height / 256), height % 256, 0, 255], 4 * i);
  }
  return pixels;
}

test("a plain and the sea cast no shade; what faces north-west is light and what turns away is dark", () => {
  const flat = shaded(heights(8, () => 300), 8, "terrarium", 500);
  const sea = shaded(heights(8, (x) => -100 * x), 8, "terrarium", 500);
  assert.ok([...flat, ...sea].every((_, i) => i % 4 !== 3 || [...flat, ...sea][i] === 0));
  const middle = 4 * (4 * 8 + 4);
  const facing = shaded(heights(8, (x, y) => 100 * (x + y)), 8, "terrarium", 500);
  const turned = shaded(heights(8, (x, y) => 2000 - 100 * (x + y)), 8, "terrarium", 500);
  assert.deepEqual([facing[middle], turned[middle]], [255, 0]);
  assert.ok(facing[middle + 3] > 20 && turned[middle + 3] > 20);
});

const VIEW = { scale: 256 * 2 ** 6, left: 9000, top: 6000, width: 800, height: 600, zoom: 6, inset: 0 };

test("the tiles in sight cover the view, the nearest to its middle first", () => {
  const tiles = tilesIn(VIEW, { minZoom: 0, maxZoom: 14, size: 256 });
  assert.ok(tiles.every(({ z }) => z === 6));
  assert.equal(tiles.length, 4 * 3);
  assert.deepEqual(tiles[0], { z: 6, x: 36, y: 24 });
});

test("a file of coarser tiles is drawn from its finest, and the world's edge has no tile beyond", () => {
  assert.ok(tilesIn(VIEW, { minZoom: 0, maxZoom: 3, size: 256 }).every(({ z }) => z === 3));
  const world = tilesIn({ ...VIEW, scale: 512, left: -400, top: -300, zoom: 1 }, { minZoom: 0, maxZoom: 14, size: 256 });
  assert.deepEqual(world.map(({ x, y }) => `${x}${y}`).sort(), ["00", "01", "10", "11"]);
});

test("a tile that does not come is told once it failed, and is not asked for again", async () => {
  let [asked, failed] = [0, 0];
  const source = { minZoom: 0, maxZoom: 4, size: 256, isGround: true, credit: "", tile: () => Promise.reject(new Error(String((asked += 1)))) };
  const layer = new TileLayer(source, () => {}, () => (failed += 1));
  await layer.fetch({ z: 1, x: 0, y: 0 });
  assert.equal(layer.known({ z: 1, x: 0, y: 0 }), null);
  assert.deepEqual([asked, failed], [1, 1]);
});
