// Says what would change an answer: the nearest changes, and other readings.
// Loaded once something has been answered; the sentences are those of explain.
import { prober } from "./curve.js";
import { changed, fill } from "./fact.js";
import { nearest, nears } from "./nearest.js";
import { quantity, yuan } from "./quantity.js";
import { range } from "./worth.js";

// moved says a change of one input: 年交易额再增加2.5亿元.
function moved({ say, measures }, { input, from, to }) {
  const { short, kind, unit } = measures[input];
  const up = to > from;
  if (kind === "date" || kind === "rate") return fill(say.setTo, short, quantity(kind, unit, to));
  const by = quantity(kind, unit, up ? to - from : from - to);
  if (kind !== "percent") return fill(up ? say.add : say.reduce, short, by);
  return fill(up ? say.raise : say.lower, short, fill(say.points, by.slice(0, -1)));
}

const raised = (book, sentence, change, from) => fill(sentence, moved(book, change), yuan(from), yuan(change.min));

/**
 * Says which single change would raise the award or a benefit, and what it
 * would be under other readings. ask answers a situation.
 */
export function otherwise(book, cells, answer, ask) {
  const { say, measures } = book;
  const probe = prober(book, cells, ask);
  const near = (inputs, of) => nearest(book, cells, inputs, of, probe);
  const changes = [];
  const change = near(nears(book));
  if (change) changes.push(raised(book, say.award, change, answer.min));
  measures.forEach(({ kind, short, options }, i) => {
    if (kind !== "bool" || cells[i] < 0n) return;
    const other = 1n - cells[i];
    const { min } = probe(i, other).award;
    if (min > answer.min) changes.push(fill(say.award, fill(say.flip, short, options[other]), yuan(answer.min), yuan(min)));
  });
  return {
    changes,
    benefits: book.benefits.map(({ amount, nears: inputs }, b) => {
      const found = amount && near(inputs, b);
      return found ? raised(book, say.benefit, found, answer.benefits[b].min) : "";
    }),
    readings: readings(book, cells, answer, ask),
  };
}

// readings lists, for each that is not settled, what would follow if it were
// taken another way.
function readings(book, cells, answer, ask) {
  const { say } = book;
  return book.readings.map(({ taken = [], settled }, i) => {
    const slot = book.given - book.readings.length + i;
    if (settled) return [];
    return taken.flatMap((words, k) => {
      const [, min, max] = ask.raw(changed(cells, slot, BigInt(k)));
      if (min === answer.min && max === answer.max) return [];
      return [fill(say.ifRead, words, max ? fill(say.sure, range(say, min, max)) : say.noAward)];
    });
  });
}
