// Checks every implementation on every case, then measures them in turn,
// round after round, and prints one Markdown table.
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';

const rounds = Number(process.env.ROUNDS ?? 3);
const colds = Number(process.env.COLDS ?? 9);
const here = fileURLToPath(new URL('.', import.meta.url));
const built = fileURLToPath(new URL('../build/', import.meta.url));

const go = (name, ...args) => ({ command: built + name, args });
const js = (name) => ({ command: process.execPath, args: [`${here}main.js`, name] });

// bundle: what a browser would load besides the page; none where the
// implementation has no browser form here.
const rows = [
  ['hand-written JavaScript', { ...js('hand'), bundle: ['hand'], many: [] }],
  ['**mingce module, batch of 2000**', { ...js('module'), module: 'policy', many: [] }],
  ['mingce module, batch of 2000, rulebook cut to the amounts', { ...js('module-amounts'), module: 'amounts' }],
  ['mingce module, one batch call a case', js('module-single')],
  ['mingce module, batch, cells written from objects each time', js('module-written')],
  ['mingce module, `assess` a case: the full assessment', js('module-assess')],
  ['json-rules-engine 7.3.1', { ...js('json-rules'), bundle: ['json-rules'] }],
  ['ZEN 0.54.0, native addon, one at a time', js('zen')],
  ['ZEN 0.54.0, native addon, 2000 in flight', js('zen-flight')],
  ['publicodes 1.10.3, tuned', { ...js('publicodes-tuned'), bundle: ['publicodes-tuned'] }],
  ['publicodes 1.10.3, as its manual writes it', { ...js('publicodes'), bundle: ['publicodes'] }],
  ['hand-written Go', { ...go('hand'), many: [] }],
  ['**mingce/calc `Assess`: the full assessment**', { ...go('calc'), many: [] }],
  ['mingce/calc `Assess`, rulebook cut to the amounts', go('calc', '-amounts')],
  ['hand-written Go, the award alone', { ...go('hand', '-award'), many: [] }],
  ['**mingce/calc `Batch`: the award alone**', { ...go('calc', '-batch'), many: [] }],
  ['mingce/calc `AwardOf`: the award alone, case by case', { ...go('calc', '-award'), many: [] }],
  ['expr 1.17.8 (Go)', go('expr')],
  ['cel-go 0.26.1 (Go)', go('cel')],
  ['Node alone', { ...js('empty'), only: 'cold' }],
];

function run({ command, args }, what, cases = what === 'cold' ? 'first.json' : 'cases.json') {
  const all = inNode({ command }) ? [...args, what, cases] : [...args, '-cases', built + cases, what];
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(command, all, { encoding: 'utf8', cwd: fileURLToPath(new URL('../..', import.meta.url)) });
  const whole = performance.now() - start;
  if (status !== 0) throw new Error(stderr);
  return { ...JSON.parse(stdout), whole };
}

const inNode = ({ command }) => command === process.execPath;
const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];
const note = (text) => process.stderr.write(`${text}\n`);

for (const [name, row] of rows) {
  if (row.only) continue;
  const { agree } = run(row, 'check');
  note(`${name}: agrees on ${agree} cases`);
  Object.assign(row, { rates: [], rss: [] });
}
for (let round = 1; round <= rounds; round++) {
  for (const [, row] of rows) {
    if (row.only) continue;
    const { rate, rss } = run(row, 'warm');
    row.rates.push(rate);
    row.rss.push(rss);
  }
  note(`round ${round} of ${rounds}`);
}
// A processor learns the branches of 2000 cases that come again and again; it
// cannot learn those of ten times as many.
const bounds = rows.filter(([, row]) => row.many);
for (const [, row] of bounds) run(row, 'check', 'many.json');
for (let round = 1; round <= rounds; round++) {
  for (const [, row] of bounds) row.many.push(run(row, 'warm', 'many.json').rate);
}
note('the fast ones on 20000 cases');
for (const [, row] of rows) Object.assign(row, { cold: [], first: [] });
for (let i = 0; i < colds; i++) {
  for (const [, row] of rows) {
    const { whole, ms } = run(row, 'cold');
    row.cold.push(whole);
    row.first.push(ms);
  }
}
note(`${colds} fresh processes each`);

const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
const kB = (n) => (n / 1000).toFixed(1);

/** Raw and compressed size of what a browser loads. */
async function payload({ bundle, module }) {
  if (module) {
    const bytes = readFileSync(`${built}${module}.wasm`);
    return [bytes.length, brotli(bytes)];
  }
  if (!bundle) return [];
  const { outputFiles } = await build({
    entryPoints: bundle.map((name) => `${here}${name}.js`),
    bundle: true, minify: true, format: 'esm', platform: 'browser', write: false, outdir: built, logLevel: 'error',
  });
  const bytes = Buffer.concat(outputFiles.map(({ contents }) => contents));
  return [bytes.length, brotli(bytes)];
}

function rate(n) {
  return n >= 1e6 ? `${(n / 1e6).toFixed(1)} M` : n >= 1e4 ? `${(n / 1e3).toFixed(0)} k` : n.toFixed(0);
}

const bound = median(rows[0][1].rates);
const head = ['implementation', 'evaluations/s of processor time', 'range', '× hand-written JS', 'fresh process, whole, ms', 'first line to first result, ms', 'peak RSS, MB', 'payload, kB', 'brotli 11, kB'];
console.log(`| ${head.join(' | ')} |\n|${head.map((_, i) => (i === 0 ? '---|' : '---:|')).join('')}`);
for (const [name, row] of rows) {
  const size = await payload(row);
  const cells = row.only
    ? ['–', '–', '–', median(row.cold).toFixed(0), '–', '–']
    : [
        rate(median(row.rates)),
        `${rate(Math.min(...row.rates))} to ${rate(Math.max(...row.rates))}`,
        row === rows[0][1] ? '1' : ratio(median(row.rates)),
        median(row.cold).toFixed(inNode(row) ? 0 : 1),
        inNode(row) ? median(row.first).toFixed(1) : '–',
        median(row.rss).toFixed(0),
      ];
  console.log(`| ${[name, ...cells, ...(size.length ? size.map(kB) : ['–', '–'])].join(' | ')} |`);
}

function ratio(n) {
  const x = bound / n;
  return x <= 1 ? (1 / x).toFixed(1) : x < 100 ? `1/${x.toFixed(1)}` : `1/${Math.round(x).toLocaleString('en')}`;
}

const find = (name) => rows.find(([n]) => n.includes(name))[1];
const of = (name) => median(find(name).rates);
const on20000 = (name) => median(find(name).many);
/** How two compare, on 2000 cases and on 20,000. */
const against = (name, bound) => `${(of(name) / of(bound)).toFixed(3)} on 2000 cases, ${(on20000(name) / on20000(bound)).toFixed(3)} on 20,000`;
console.log(`
| on 20,000 cases, which no branch predictor learns | evaluations/s of processor time | range | ratio |
|---|---:|---:|---:|`);
let hand;
for (const [name, row] of bounds) {
  const now = median(row.many);
  const byHand = name.startsWith('hand');
  if (byHand) hand = { name, now };
  const cells = [rate(now), `${rate(Math.min(...row.many))} to ${rate(Math.max(...row.many))}`, byHand ? '1' : `${(now / hand.now).toFixed(2)} of ${hand.name}`];
  console.log(`| ${[name.replace('2000', '20,000'), ...cells].join(' | ')} |`);
}
console.log(`
- module in a batch ÷ hand-written JavaScript: ${against('batch of 2000**', 'hand-written JavaScript')} (aim: at least 0.333)
- calc.Assess, everything ÷ hand-written Go: ${against('the full assessment**', 'hand-written Go')}
- calc.Batch, the award alone ÷ hand-written Go, the award alone: ${against('`Batch`', 'Go, the award alone')} (aim: at least 0.2)
- calc.AwardOf, the award alone ÷ hand-written Go, the award alone: ${against('`AwardOf`', 'Go, the award alone')}
- module in a batch ÷ the fastest of the JavaScript engines: ${Math.round(of('batch of 2000**') / Math.max(of('json-rules'), of('one at a time'), of('in flight'), of('tuned'), of('manual'))).toLocaleString('en')}
- calc.Assess ÷ the faster of expr and cel-go: ${(of('the full assessment**') / Math.max(of('expr'), of('cel'))).toFixed(1)}
- ${cpus().length} × ${cpus()[0].model}, ${Math.round(totalmem() / 2 ** 30)} GiB; Node ${process.version}; ${rounds} rounds, each the median of 7 samples of 150 ms; ${colds} cold starts; the addon of ZEN is ${kB(addon())} kB`);

function addon() {
  const folder = new URL('../../node_modules/@gorules/', import.meta.url);
  const platform = `zen-engine-${process.platform}-${process.arch}${process.platform === 'linux' ? '-gnu' : ''}`;
  try {
    return statSync(new URL(`${platform}/${platform.replace('engine-', 'engine.')}.node`, folder)).size;
  } catch {
    return NaN;
  }
}
