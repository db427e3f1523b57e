/** Read a Mapbox Vector Tile: https://github.com/mapbox/vector-tile-spec/tree/master/2.1 */

/** @typedef {1 | 2 | 3} Shape point, line, polygon */
/** @typedef {{shape: Shape, lines: number[][], tags: Map<string, string | number | boolean>}} Feature `lines` as x, y, x, y … */
/** @typedef {{name: string, extent: number, features: Feature[]}} TileLayer */

const [MOVE_TO, LINE_TO, CLOSE_PATH] = [1, 2, 7];

/** A reader of Protocol Buffers. */
class Wire {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = 0;
  }

  get more() {
    return this.at < this.bytes.length;
  }

  /** @returns {number} a varint; exact up to 53 bits */
  number() {
    let [value, factor] = [0, 1];
    for (;;) {
      if (!this.more || factor > 2 ** 63) throw new Error("a tile is broken");
      const byte = this.bytes[this.at++];
      value += (byte & 127) * factor;
      if (byte < 128) return value;
      factor *= 128;
    }
  }

  /** @returns {Uint8Array} */
  chunk() {
    const length = this.number();
    if (this.at + length > this.bytes.length) throw new Error("a tile is broken");
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  text() {
    return new TextDecoder().decode(this.chunk());
  }

  /** Pass over a field. @param {number} type */
  skip(type) {
    if (type === 0) this.number();
    else if (type === 2) this.chunk();
    else if (type === 1 || type === 5) this.at += type === 1 ? 8 : 4;
    else throw new Error("a tile is broken");
  }
}

/** @param {Uint8Array} bytes @param {(field: number, wire: Wire) => boolean} read whether the field was taken */
function fields(bytes, read) {
  const wire = new Wire(bytes);
  while (wire.more) {
    const key = wire.number();
    if (!read(Math.floor(key / 8), wire)) wire.skip(key % 8);
  }
}

/** @param {Uint8Array} bytes @returns {number[]} */
function packedNumbers(bytes) {
  const wire = new Wire(bytes);
  const numbers = [];
  while (wire.more) numbers.push(wire.number());
  return numbers;
}

/** @param {number} value @returns {number} zigzag undone */
function signed(value) {
  return value % 2 ? -(value + 1) / 2 : value / 2;
}

/** @param {Uint8Array} bytes @returns {string | number | boolean} */
function valueOf(bytes) {
  /** @type {string | number | boolean} */
  let value = "";
  fields(bytes, (field, wire) => {
    if (field === 1) value = wire.text();
    else if (field === 2 || field === 3) {
      value = field === 2 ? wire.view.getFloat32(wire.at, true) : wire.view.getFloat64(wire.at, true);
      wire.at += field === 2 ? 4 : 8;
    } else if (field === 4 || field === 5) value = wire.number();
    else if (field === 6) value = signed(wire.number());
    else if (field === 7) value = wire.number() !== 0;
    else return false;
    return true;
  });
  return value;
}

/** @param {number[]} commands @returns {number[][]} lines as x, y, x, y …; a closed one ends where it begins */
function linesFrom(commands) {
  /** @type {number[][]} */
  const lines = [];
  let [x, y, at] = [0, 0, 0];
  while (at < commands.length) {
    const [command, count] = [commands[at] & 7, commands[at] >> 3];
    at += 1;
    if (command === CLOSE_PATH) {
      const line = lines[lines.length - 1];
      if (line) line.push(line[0], line[1]);
      continue;
    }
    if (command !== MOVE_TO && command !== LINE_TO) throw new Error("a tile is broken");
    for (let i = 0; i < count && at + 1 < commands.length; i++, at += 2) {
      x += signed(commands[at]);
      y += signed(commands[at + 1]);
      if (command === MOVE_TO || lines.length === 0) lines.push([x, y]);
      else lines[lines.length - 1].push(x, y);
    }
  }
  return lines;
}

/** @param {Uint8Array} bytes @returns {TileLayer} */
function layerOf(bytes) {
  /** @type {Uint8Array[]} */
  const packed = [];
  /** @type {string[]} */
  const keys = [];
  /** @type {(string | number | boolean)[]} */
  const values = [];
  let [name, extent] = ["", 4096];
  fields(bytes, (field, wire) => {
    if (field === 1) name = wire.text();
    else if (field === 2) packed.push(wire.chunk());
    else if (field === 3) keys.push(wire.text());
    else if (field === 4) values.push(valueOf(wire.chunk()));
    else if (field === 5) extent = Math.max(1, wire.number());
    else return false;
    return true;
  });
  const features = packed.map((chunk) => {
    /** @type {Feature} */
    const feature = { shape: 1, lines: [], tags: new Map() };
    fields(chunk, (field, wire) => {
      if (field === 2) {
        const pairs = packedNumbers(wire.chunk());
        for (let i = 0; i + 1 < pairs.length; i += 2) feature.tags.set(keys[pairs[i]] ?? "", values[pairs[i + 1]] ?? "");
      } else if (field === 3) feature.shape = /** @type {Shape} */ (wire.number());
      else if (field === 4) feature.lines = linesFrom(packedNumbers(wire.chunk()));
      else return false;
      return true;
    });
    return feature;
  });
  return { name, extent, features };
}

/** @param {ArrayBuffer} buffer @returns {TileLayer[]} */
export function layersOf(buffer) {
  /** @type {TileLayer[]} */
  const layers = [];
  fields(new Uint8Array(buffer), (field, wire) => {
    if (field !== 3) return false;
    layers.push(layerOf(wire.chunk()));
    return true;
  });
  return layers;
}
