// Counts how many questions publicodes asks until the award is settled: of
// every case nothing is known at first; the missing variable with the highest
// score is answered, as its forms do, until none is missing.
import { readFileSync } from 'node:fs';
import { answer, open, prepare } from './publicodes.js';
import { open as openTuned } from './publicodes-tuned.js';

const cases = JSON.parse(readFileSync(new URL('../build/cases.json', import.meta.url), 'utf8')).slice(0, 200);

function settle(engine, full) {
  const known = {};
  for (let n = 0; ; n++) {
    engine.setSituation(known);
    const { missingVariables } = engine.evaluate('award');
    const [next] = Object.entries(missingVariables).filter(([name]) => name in full && !(name in known)).sort((a, b) => b[1] - a[1]);
    if (!next) return [n, answer(engine, known).award];
    known[next[0]] = full[next[0]];
  }
}

for (const [name, start] of [['publicodes', open], ['tuned', openTuned]]) {
  const engine = start();
  const asked = prepare(engine, cases).map((full, i) => {
    const [n, award] = settle(engine, full);
    if (Number(award) !== cases[i].award) throw new Error(`case ${i}: settled on ${award}, the text gives ${cases[i].award}`);
    return n;
  });
  asked.sort((a, b) => a - b);
  const mean = asked.reduce((a, b) => a + b) / asked.length;
  console.log(`${name.padEnd(10)} ${String(asked.length).padStart(5)} cases: mean ${mean.toFixed(2)}, median ${asked[asked.length >> 1]}, most ${asked.at(-1)}`);
}
