// The module that mingce/wasm emits. Its tables are described in the package
// documentation of wasm: cells of one i64, inputs first, then readings.

export const chunk = 2000;

export async function load(name) {
  const { readFileSync } = await import('node:fs');
  const build = new URL('../build/', import.meta.url);
  const shape = JSON.parse(readFileSync(new URL(`${name}.json`, build), 'utf8'));
  const { instance } = await WebAssembly.instantiate(readFileSync(new URL(`${name}.wasm`, build)));
  return { shape, ...instance.exports, width: shape.inputs.length + shape.readings };
}

export const open = () => load('policy');

/** Writes a case into cells as an unsigned pair of 32-bit halves a cell. */
export function write(halves, at, shape, c) {
  for (const { id, least, options } of shape.inputs) {
    const v = c[id];
    const n = v === undefined ? least : options ? options.indexOf(v) : Number(v);
    halves[at++] = n >>> 0;
    halves[at++] = Math.floor(n / 2 ** 32);
  }
}

/** All cases in memory, one after the other, and room for the results. */
export function prepare(engine, cases) {
  const { memory, free, width, shape } = engine;
  const from = free.value;
  const to = from + 8 * width * cases.length;
  const short = to + 16 * cases.length - memory.buffer.byteLength;
  if (short > 0) memory.grow(Math.ceil(short / 65536));
  const halves = new Uint32Array(memory.buffer, from, 2 * width * cases.length);
  cases.forEach((c, i) => write(halves, 2 * width * i, shape, c));
  engine.from = from;
  engine.to = to;
  engine.awards = new Uint32Array(memory.buffer, to, 4 * cases.length);
  engine.cells = new BigInt64Array(memory.buffer);
  return cases.map((_, i) => i);
}

/** One batch; only the award is in its results. */
export function pass({ batch, from, to, width, awards }, _, first, last) {
  batch(from + 8 * width * first, to, last - first);
  let sum = 0;
  for (let i = 0; i < 4 * (last - first); i += 4) sum += awards[i] + awards[i + 1] * 2 ** 32;
  return sum;
}

export const sums = 'award';

/** The answer in full: what assess writes, award and first payer read back. */
export function answer({ assess, cells, from, width, shape, in: into, out }, i) {
  const at = from / 8 + width * i;
  cells.copyWithin(into.value / 8, at, at + width);
  assess();
  const result = out.value / 8;
  return {
    award: Number(cells[result + 1]),
    pays: shape.benefits.findIndex((b) => cells[result + 3 + 4 * b + 3] === 1n),
  };
}
