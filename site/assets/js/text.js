// A result as lines of text, to be pasted where there is no page: a chat, a
// letter. Words are the page's.
import { fill } from "./fact.js";
import { widen } from "./say.js";

/** The lines that tell a described calculator. */
export function lines(calculator, { answers, readings, answer }, words, day) {
  const { title, number, address } = calculator.policy;
  const out = [words.heading, fill(words.by, number, title), "", fill(words.award, answer.figure)];
  const block = (heading, entries) => {
    if (entries.length) out.push("", heading, ...entries);
  };
  out.push(...answer.reasons, ...answer.changes);
  if (answer.left) out.push(fill(words.left, answer.left));
  block(words.benefits, answer.benefits.filter((b) => b.state !== "failed").map((b) => fill(words.entry, b.name, b.sentence)));
  block(words.awaits, awaited(answer).map((c) => fill(words.awaited, c.words, c.by)));
  block(words.answers, answers.map((a) => fill(words.entry, a.label, a.words)));
  block(words.rests, answer.rests.map((r) => r.words));
  block(words.readings, readings.map((r) => r.words));
  out.push("", fill(words.version, calculator.version, day), words.caution);
  if (address.startsWith("http")) out.push(address);
  return out.map(widen);
}

/** The conditions that somebody else has still to decide, once each. */
export function awaited({ benefits }) {
  const open = benefits.filter((b) => b.state !== "failed").flatMap((b) => b.conditions.filter((c) => c.state === "authority"));
  return [...new Map(open.map((c) => [c.id, c])).values()];
}
