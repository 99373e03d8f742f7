// QR codes as ISO/IEC 18004 describes them: a text as bytes, in the smallest
// symbol that holds it. Up to version 10 it can lose 15 % and still be read
// (level M); a longer text makes do with 7 % (level L), so that its squares
// stay as large as they can be on a phone.

// By level, for versions 1 to 40: error correction bytes of a block, and blocks.
const levels = {
  M: {
    format: 0,
    last: 10,
    bytes: [10, 16, 26, 18, 24, 16, 18, 22, 22, 26],
    blocks: [1, 1, 1, 2, 2, 4, 4, 4, 5, 5],
  },
  L: {
    format: 1,
    last: 40,
    bytes: [
      7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26, 28, 30, 30, 30, 30, 30, 30, 30,
      30, 30, 30, 30, 30, 30, 30,
    ],
    blocks: [
      1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18, 19, 19, 20, 21, 22, 24,
      25,
    ],
  },
};

// room is the number of bytes that a symbol holds besides its patterns.
function room(version) {
  let bits = (16 * version + 128) * version + 64;
  if (version > 1) {
    const n = Math.floor(version / 7) + 2;
    bits -= (25 * n - 10) * n - 55;
    if (version > 6) bits -= 36;
  }
  return bits >> 3;
}

// smallest is the level and version for a number of bytes, or nothing.
function smallest(length) {
  for (const level of [levels.M, levels.L]) {
    for (let version = 1; version <= level.last; version++) {
      const data = room(version) - level.bytes[version - 1] * level.blocks[version - 1];
      if (length + (version < 10 ? 2 : 3) <= data) return { level, version, data };
    }
  }
}

// codewords is the text between its header and its padding.
function codewords(bytes, version, data) {
  const bits = [];
  const put = (value, width) => {
    while (width--) bits.push((value >> width) & 1);
  };
  put(4, 4);
  put(bytes.length, version < 10 ? 8 : 16);
  for (const b of bytes) put(b, 8);
  put(0, 4);
  while (bits.length % 8) bits.push(0);
  const out = [];
  for (let i = 0; i < bits.length; i += 8) out.push(bits.slice(i, i + 8).reduce((v, b) => v * 2 + b, 0));
  for (let pad = 236; out.length < data; pad ^= 236 ^ 17) out.push(pad);
  return out.slice(0, data);
}

// times multiplies in the field of 256 elements that the standard takes.
function times(a, b) {
  let product = 0;
  for (let i = 7; i >= 0; i--) {
    product = (product << 1) ^ ((product >> 7) * 0x11d);
    product ^= ((b >> i) & 1) * a;
  }
  return product;
}

// divisor is the generator of n correction bytes, without its leading 1.
function divisor(n) {
  const out = Array(n).fill(0);
  out[n - 1] = 1;
  for (let i = 0, root = 1; i < n; i++, root = times(root, 2)) {
    for (let k = 0; k < n; k++) out[k] = times(out[k], root) ^ (out[k + 1] || 0);
  }
  return out;
}

function correction(block, by) {
  const rest = Array(by.length).fill(0);
  for (const b of block) {
    const factor = b ^ rest.shift();
    rest.push(0);
    by.forEach((c, i) => (rest[i] ^= times(c, factor)));
  }
  return rest;
}

// interleaved cuts the data into blocks and lays them and their correction
// bytes side by side. The last blocks are one byte longer.
function interleaved(data, version, level) {
  const count = level.blocks[version - 1];
  const by = divisor(level.bytes[version - 1]);
  const short = Math.floor(data.length / count);
  const longer = data.length % count;
  const blocks = [];
  for (let i = 0, at = 0; i < count; i++) {
    const n = short + (i >= count - longer ? 1 : 0);
    blocks.push(data.slice(at, (at += n)));
  }
  const out = [];
  for (let i = 0; i <= short; i++) for (const b of blocks) if (i < b.length) out.push(b[i]);
  const ends = blocks.map((b) => correction(b, by));
  for (let i = 0; i < by.length; i++) for (const e of ends) out.push(e[i]);
  return out;
}

const masks = [
  (x, y) => (x + y) % 2,
  (x, y) => y % 2,
  (x) => x % 3,
  (x, y) => (x + y) % 3,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
  (x, y) => ((x * y) % 2) + ((x * y) % 3),
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
];

// A Matrix is the squares, and which of them are patterns and not data.
class Matrix {
  constructor(version) {
    this.version = version;
    this.size = 17 + 4 * version;
    this.rows = Array.from({ length: this.size }, () => new Uint8Array(this.size));
    this.fixed = Array.from({ length: this.size }, () => new Uint8Array(this.size));
  }

  set(x, y, dark) {
    this.rows[y][x] = dark ? 1 : 0;
    this.fixed[y][x] = 1;
  }

  // square draws rings around a point: distance 2 is light in the large one.
  square(cx, cy, reach, light) {
    for (let y = cy - reach; y <= cy + reach; y++) {
      for (let x = cx - reach; x <= cx + reach; x++) {
        if (x < 0 || y < 0 || x >= this.size || y >= this.size) continue;
        const d = Math.max(Math.abs(x - cx), Math.abs(y - cy));
        this.set(x, y, d !== light && d !== 4);
      }
    }
  }

  patterns() {
    const { size, version } = this;
    for (let i = 0; i < size; i++) {
      this.set(6, i, i % 2 === 0);
      this.set(i, 6, i % 2 === 0);
    }
    for (const [x, y] of [[3, 3], [size - 4, 3], [3, size - 4]]) this.square(x, y, 4, 2);
    const at = this.alignment();
    for (const x of at) {
      for (const y of at) {
        const corner = (x === 6 && (y === 6 || y === size - 7)) || (y === 6 && x === size - 7);
        if (!corner) this.square(x, y, 2, 1);
      }
    }
    if (version > 6) this.versionBits();
  }

  alignment() {
    const { version, size } = this;
    if (version === 1) return [];
    const n = Math.floor(version / 7) + 2;
    const step = Math.floor((version * 8 + n * 3 + 5) / (n * 4 - 4)) * 2;
    const out = [6];
    for (let at = size - 7; out.length < n; at -= step) out.splice(1, 0, at);
    return out;
  }

  versionBits() {
    const bits = (this.version << 12) | remainder(this.version, 12, 0x1f25);
    for (let i = 0; i < 18; i++) {
      const a = this.size - 11 + (i % 3);
      const b = Math.floor(i / 3);
      this.set(a, b, (bits >> i) & 1);
      this.set(b, a, (bits >> i) & 1);
    }
  }

  formatBits(level, mask) {
    const value = (level.format << 3) | mask;
    const bits = ((value << 10) | remainder(value, 10, 0x537)) ^ 0x5412;
    const bit = (i) => (bits >> i) & 1;
    const { size } = this;
    for (let i = 0; i < 6; i++) this.set(8, i, bit(i));
    this.set(8, 7, bit(6));
    this.set(8, 8, bit(7));
    this.set(7, 8, bit(8));
    for (let i = 9; i < 15; i++) this.set(14 - i, 8, bit(i));
    for (let i = 0; i < 8; i++) this.set(size - 1 - i, 8, bit(i));
    for (let i = 8; i < 15; i++) this.set(8, size - 15 + i, bit(i));
    this.set(8, size - 8, 1);
  }

  // fill lays the bytes in pairs of columns, up and down, from the right.
  fill(bytes) {
    const { size } = this;
    let i = 0;
    for (let right = size - 1; right > 0; right -= 2) {
      if (right === 6) right = 5;
      const up = ((right + 1) & 2) === 0;
      for (let k = 0; k < size; k++) {
        const y = up ? size - 1 - k : k;
        for (const x of [right, right - 1]) {
          if (this.fixed[y][x]) continue;
          this.rows[y][x] = i < bytes.length * 8 ? (bytes[i >> 3] >> (7 - (i & 7))) & 1 : 0;
          i++;
        }
      }
    }
  }

  mask(n) {
    const off = masks[n];
    for (let y = 0; y < this.size; y++) {
      for (let x = 0; x < this.size; x++) if (!this.fixed[y][x] && off(x, y) === 0) this.rows[y][x] ^= 1;
    }
  }

  // penalty is how badly a mask reads, by the four rules of the standard.
  penalty() {
    const { rows, size } = this;
    const columns = rows.map((_, x) => rows.map((row) => row[x]));
    let sum = 0;
    for (const line of [...rows.map((row) => Array.from(row)), ...columns]) {
      const text = line.join("");
      for (const run of text.match(/0{5,}|1{5,}/g) || []) sum += run.length - 2;
      for (let at = -1; (at = text.indexOf("1011101", at + 1)) >= 0; ) {
        if (/^0{4}|^$/.test(text.slice(at + 7, at + 11)) || /0{4}$|^$/.test(text.slice(Math.max(0, at - 4), at))) sum += 40;
      }
    }
    let dark = 0;
    for (let y = 0; y < size; y++) {
      for (let x = 0; x < size; x++) {
        dark += rows[y][x];
        if (!x || !y) continue;
        const four = rows[y][x] + rows[y - 1][x] + rows[y][x - 1] + rows[y - 1][x - 1];
        if (four % 4 === 0) sum += 3;
      }
    }
    return sum + 10 * Math.floor((Math.abs(dark * 2 - size * size) * 10) / (size * size));
  }
}

// remainder of value·2^n by a polynomial of degree n.
function remainder(value, n, by) {
  let rest = value;
  for (let i = 0; i < n; i++) rest = (rest << 1) ^ ((rest >> (n - 1)) * by);
  return rest & ((1 << n) - 1);
}

/** The rows of the symbol for a text, 1 for dark; null for a text that no symbol holds. */
export function encode(text) {
  const bytes = new TextEncoder().encode(text);
  const found = smallest(bytes.length);
  if (!found) return null;
  const { level, version, data } = found;
  const symbol = new Matrix(version);
  symbol.patterns();
  symbol.formatBits(level, 0);
  symbol.fill(interleaved(codewords(bytes, version, data), version, level));
  let best = 0;
  let least = Infinity;
  for (let n = 0; n < 8; n++) {
    symbol.mask(n);
    symbol.formatBits(level, n);
    const bad = symbol.penalty();
    if (bad < least) [least, best] = [bad, n];
    symbol.mask(n);
  }
  symbol.mask(best);
  symbol.formatBits(level, best);
  return symbol.rows;
}

/** The dark squares as the path of an SVG, one unit a square. */
export function path(rows) {
  let d = "";
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      let n = 0;
      while (row[x + n]) n++;
      if (n) d += `M${x} ${y}h${n}v1h-${n}z`;
      x += n;
    }
  });
  return d;
}
