// Runs the tables of a job through the page's own scripts and prints what they
// write, and how long that took.
import { readFileSync } from "node:fs";
import { Fault, Run, decode, fromText } from "./table.mjs";
import { day, spelled } from "./spelled.mjs";

const { book, module, readings, tables, quantities, rounds } = JSON.parse(readFileSync(0, "utf8"));
const { exports } = (await WebAssembly.instantiate(Buffer.from(module, "base64"))).instance;

// milliseconds of processor time, which a busy machine does not stretch
function cpu() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function answer(base64) {
  try {
    const start = cpu();
    const [text] = decode(Buffer.from(base64, "base64"));
    const read = cpu();
    const t = fromText(book, text);
    const run = new Run(book, t, t.columns, readings);
    for (let at = 0; at < run.rows.length; at += 1000) run.answer(exports, at, Math.min(at + 1000, run.rows.length));
    const answered = cpu();
    const parts = ["\ufeff", run.head()];
    for (let at = 0; at < run.rows.length; at++) parts.push(run.line(at));
    const out = parts.join("");
    return { out, took: [read - start, answered - read, cpu() - answered] };
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    return { fault: fault.message, line: fault.line };
  }
}

let answers = tables.map(answer);
for (let i = 1; i < rounds; i++) answers = tables.map(answer);
const read = quantities.map(([spelling, scale, written, text]) => {
  const v = spelling.units ? spelled(text, spelling, scale, written) : day(text);
  return v === null ? null : String(v);
});
process.stdout.write(JSON.stringify({ answers, read }));
