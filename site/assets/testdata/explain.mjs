// Explains situations as the calculator page does, for explain_test.go. The
// job on standard input: a module, its book, and situations as decimal cells.
import { readFileSync } from "node:fs";
import { explain } from "./explain.mjs";
import { load } from "./module.mjs";
import { otherwise } from "./otherwise.mjs";
import { quantity } from "./quantity.mjs";

const { jobs, quantities } = JSON.parse(readFileSync(0, "utf8"));
const out = [];
for (const { module, book, shape, situations } of jobs) {
  const ask = await load("data:application/wasm;base64," + module, "", shape);
  for (const situation of situations) {
    const cells = BigInt64Array.from(situation, BigInt);
    const answer = ask(cells);
    out.push({ ...explain(book, cells, answer), otherwise: otherwise(book, cells, answer, ask) });
  }
}
console.log(JSON.stringify({ trees: out, quantities: quantities.map(([k, u, v]) => quantity(k, u, BigInt(v))) }));
