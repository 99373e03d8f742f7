// Looking through text: which pages and which of their entries answer a query.

import { fold } from "./fold.js";
import { occurrences, pieces } from "./query.js";

// read makes a page out of what the generator wrote.
export function read([address, kind, title, letters, entries]) {
  return {
    address,
    kind,
    title,
    letters,
    folded: fold(title),
    row: letters.replaceAll(" ", ""),
    entries: entries.map(([id, title, text]) => ({ id, title, text, head: undefined, body: undefined })),
  };
}

function prepare(entry) {
  entry.head ??= fold(entry.title);
  entry.body ??= fold(entry.text);
}

const has = (text, term) => occurrences(text, term, 1).length > 0;

// named reports whether the title of a page has a term, or its initials do.
const named = (page, term) => has(page.folded, term.text) || (term.initials.length > 0 && page.row.includes(term.text));

// exact finds a page that has every term, with the entries that have most of
// them; undefined if a term is nowhere.
export function exact(page, terms) {
  const inTitle = terms.filter((t) => named(page, t));
  const open = new Set(terms.filter((t) => !inTitle.includes(t)));
  const hits = [];
  for (const entry of page.entries) {
    prepare(entry);
    let weight = 0;
    for (const t of terms) {
      const head = has(entry.head, t.text);
      if (!head && !has(entry.body, t.text)) continue;
      weight += head ? 3 : 2;
      open.delete(t);
    }
    if (weight) hits.push({ entry, weight });
  }
  if (open.size) return;
  const best = hits.reduce((n, h) => Math.max(n, h.weight), 0);
  return { page, score: inTitle.length * 8 + best * 4 + Math.min(hits.length, 9) / 10, hits: order(hits), words: terms.map((t) => t.text) };
}

// near finds a page whose entries have at least half of the pieces of a query.
export function near(page, terms) {
  const wanted = pieces(terms);
  const share = (...texts) => wanted.filter((w) => texts.some((t) => has(t, w))).length / wanted.length;
  const hits = [];
  for (const entry of page.entries) {
    prepare(entry);
    const weight = share(entry.head, entry.body);
    if (weight >= 0.5) hits.push({ entry, weight });
  }
  const score = Math.max(share(page.folded), ...hits.map((h) => h.weight));
  if (score >= 0.5) return { page, score, hits: order(hits), words: wanted };
}

const order = (hits) => hits.sort((a, b) => b.weight - a.weight);

// marks are the places of a text that words stand at, as [from, to], merged.
export function marks(text, words) {
  const places = [];
  const folded = fold(text, places);
  const found = words.flatMap((w) => occurrences(folded, w).map((at) => [places[at], places[at + w.length]]));
  return merge(found);
}

// letterMarks are the places of a title that initials stand at.
export function letterMarks(page, words) {
  const chars = Array.from(page.title);
  const starts = [];
  let at = 0;
  chars.forEach((c, i) => {
    if (page.letters[i] !== " ") starts.push([at, at + c.length]);
    at += c.length;
  });
  return merge(words.flatMap((w) => {
    const from = page.row.indexOf(w);
    return from < 0 || !/^[a-z]{2,}$/.test(w) ? [] : [[starts[from][0], starts[from + w.length - 1][1]]];
  }));
}

function merge(found) {
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const out = [];
  for (const [from, to] of found) {
    const last = out[out.length - 1];
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else out.push([from, to]);
  }
  return out;
}

// snippet is the part of a text around its first mark, with the marks in it.
export function snippet(text, words, length) {
  const found = marks(text, words);
  if (text.length <= length) return { text, marks: found, before: false, after: false };
  const first = found.length ? found[0][0] : 0;
  let from = Math.max(0, Math.min(first - length / 4, text.length - length)) | 0;
  const stop = text.slice(from, first).search(/[。；;！？\n]/);
  if (from && stop >= 0) from += stop + 1;
  if (/[\udc00-\udfff]/.test(text[from] ?? "")) from--;
  let to = Math.min(text.length, from + length);
  if (/[\udc00-\udfff]/.test(text[to] ?? "")) to--;
  const inside = found.filter(([a, b]) => b > from && a < to).map(([a, b]) => [Math.max(a, from) - from, Math.min(b, to) - from]);
  return { text: text.slice(from, to), marks: inside, before: from > 0, after: to < text.length };
}
