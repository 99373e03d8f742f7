// The rules, compiled to WebAssembly when the site was built. See the package
// documentation of wasm for the two tables.

/** What stands in a cell for an answer that was not given. */
export const unknown = -(2n ** 63n);

/**
 * Loads the module and returns a function from cells to an answer. shape has
 * the number of benefits, conditions and readings of the rules. Its property
 * raw is the same without laying the table out; curve lists the award as a
 * function of one input, in rows of [from, to, least at from, least at to, most
 * at from, most at to].
 */
export async function load(url, integrity, shape) {
  // held to a checksum it comes as a whole, or fails: there is nothing to compile meanwhile
  const response = await fetch(url, { integrity });
  const { instance } = await WebAssembly.instantiate(await response.arrayBuffer());
  const { memory, in: from, out: to, free, assess, curve } = instance.exports;
  const give = (cells) => new BigInt64Array(memory.buffer, from.value, cells.length).set(cells);
  const raw = (cells) => {
    give(cells);
    assess();
    return new BigInt64Array(memory.buffer, to.value);
  };
  const answer = (cells) => {
    const out = raw(cells);
    let at = 3;
    const take = (n) => out.slice(at, (at += n));
    const benefits = Array.from({ length: shape.benefits }, () => {
      const [status, min, max, pays] = take(4);
      return { status: Number(status), min, max, pays: pays === 1n };
    });
    const conditions = Array.from(take(shape.conditions), Number);
    const readings = Array.from(take(shape.readings), (used) => used === 1n);
    const questions = Array.from(take(Number(take(1)[0])), Number);
    return { status: Number(out[0]), min: out[1], max: out[2], benefits, conditions, readings, questions };
  };
  const rows = (cells, input) => {
    give(cells);
    const n = Number(curve(input, -1));
    return Array.from({ length: n }, (_, i) => new BigInt64Array(memory.buffer, free.value + 48 * i, 6).slice());
  };
  return Object.assign(answer, { raw, curve: rows });
}
