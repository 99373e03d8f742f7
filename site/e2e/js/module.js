// The compiled rules themselves, without the page around them. Tables travel
// as base64 of their bytes.
function decode(text) {
  return new BigInt64Array(Uint8Array.from(atob(text), (c) => c.charCodeAt(0)).buffer);
}

function encode(cells) {
  const bytes = new Uint8Array(cells.buffer, cells.byteOffset, cells.byteLength);
  let text = "";
  for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768));
  return btoa(text);
}

async function module() {
  const bytes = await (await fetch(e2e.form().dataset.module)).arrayBuffer();
  return (await WebAssembly.instantiate(bytes)).instance.exports;
}

globalThis.e2e = Object.assign(globalThis.e2e ?? {}, {
  /** Assesses situations of so many cells; answers with all cells at out, of so many each. */
  async assessAll(text, width, length) {
    const { memory, in: from, out: to, assess } = await module();
    const cells = decode(text);
    const answers = new BigInt64Array((cells.length / width) * length);
    for (let k = 0; k < answers.length / length; k++) {
      new BigInt64Array(memory.buffer, from.value, width).set(cells.subarray(k * width, (k + 1) * width));
      assess();
      answers.set(new BigInt64Array(memory.buffer, to.value, length), k * length);
    }
    return encode(answers);
  },

  /** Fetches situations and assesses them in one call, several times; says how long each call took. */
  async batch(url, width, times) {
    const { memory, free, batch } = await module();
    const cells = new BigInt64Array(await (await fetch(url)).arrayBuffer());
    const n = cells.length / width;
    const to = free.value + cells.byteLength;
    const missing = to + n * 16 - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / 65536));
    new BigInt64Array(memory.buffer, free.value, cells.length).set(cells);
    const took = [];
    for (let i = 0; i < times; i++) {
      const start = performance.now();
      batch(free.value, to, n);
      took.push(performance.now() - start);
    }
    return { took, awards: encode(new BigInt64Array(memory.buffer, to, n * 2)) };
  },
});
