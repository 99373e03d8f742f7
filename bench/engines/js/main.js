// node main.js IMPLEMENTATION check|warm|cold [FILE]: checks one implementation on
// the case file, times it warm, or answers once in a fresh process.
const start = performance.now();
import { readFileSync } from 'node:fs';

const [name, what, file = 'cases.json'] = process.argv.slice(2);
const samples = 7;
const sampleTime = 150;

const read = (file) => JSON.parse(readFileSync(new URL(`../build/${file}`, import.meta.url), 'utf8'));
const report = (value) => console.log(JSON.stringify(value));
const cases = read(file);
const x = await import(`./${name}.js`);
const engine = await x.open();
const inputs = await x.prepare(engine, cases);

async function check() {
  for (let i = 0; i < cases.length; i++) {
    const { award, pays } = await x.answer(engine, inputs[i]);
    if (award !== cases[i].award || pays !== cases[i].pays) {
      throw new Error(`${name}, case ${i}: ${award} by ${pays}, the text gives ${cases[i].award} by ${cases[i].pays}`);
    }
  }
  if (x.pass && (await x.pass(engine, inputs, 0, cases.length)) !== expected(0, cases.length)) throw new Error(`${name}: sum of a pass`);
  report({ agree: cases.length });
}

function expected(from, to) {
  let sum = 0;
  for (let i = from; i < to; i++) sum += cases[i].award + (x.sums === 'award' ? 0 : cases[i].pays);
  return sum;
}

async function oneByOne(_, all, from, to) {
  let sum = 0;
  for (let i = from; i < to; i++) {
    const r = await x.answer(engine, all[i]);
    sum += r.award + r.pays;
  }
  return sum;
}

function oneByOneAtOnce(_, all, from, to) {
  let sum = 0;
  for (let i = from; i < to; i++) {
    const r = x.answer(engine, all[i]);
    sum += r.award + r.pays;
  }
  return sum;
}

async function warm() {
  const promised = x.answer(engine, inputs[0]) instanceof Promise;
  const pass = x.pass ?? (promised ? oneByOne : oneByOneAtOnce);
  const wanted = [];
  for (let from = 0; from < cases.length; from += x.chunk) wanted.push(expected(from, Math.min(cases.length, from + x.chunk)));
  const rates = [];
  let next = 0;
  for (let k = 0; k <= samples; k++) {
    let n = 0;
    const begin = performance.now();
    const used = process.cpuUsage();
    while (performance.now() - begin < sampleTime) {
      const from = next * x.chunk;
      const to = Math.min(cases.length, from + x.chunk);
      let sum = pass(engine, inputs, from, to);
      if (sum instanceof Promise) sum = await sum;
      if (sum !== wanted[next]) throw new Error(`${name}: sum ${sum}, not ${wanted[next]}`);
      n += to - from;
      next = to === cases.length ? 0 : next + 1;
    }
    const { user, system } = process.cpuUsage(used); // less disturbed by others than the clock
    if (k > 0) rates.push((1e6 * n) / (user + system)); // the first one warmed up
  }
  rates.sort((a, b) => a - b);
  report({ rate: rates[samples >> 1], rss: process.resourceUsage().maxRSS / 1024 });
}

async function cold() {
  const result = await x.answer(engine, inputs[0]);
  report({ ms: performance.now() - start, ...result });
}

await { check, warm, cold }[what]();
