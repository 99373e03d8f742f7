// What was typed, as terms: each an exact run of characters, with the keys
// under which the index knows its parts.

import { fold, isWord } from "./fold.js";

const longest = 5; // of a word, what the index keeps
const none = "#"; // nothing follows
const letters = "~"; // before initials

// keys lists what an occurrence of a folded term must have: {group, item}, or
// open ends {group} (any item) and {from} (any group that begins so).
export function keys(term) {
  const tokens = term.match(/[a-z0-9]+|[\p{L}\p{N}]|[^]/gu) ?? [];
  const kind = (t) => (t === undefined ? 0 : isWord(t[0]) ? 2 : /[\p{L}\p{N}]/u.test(t) ? 1 : 0);
  const out = [];
  tokens.forEach((t, i) => {
    const next = kind(tokens[i + 1]) === 1 ? tokens[i + 1] : none;
    const after = kind(tokens[i + 1]) === 2 ? tokens[i + 1][0] : next;
    const last = i === tokens.length - 1;
    const group = t.slice(0, longest);
    if (kind(t) === 2) {
      if (!last) out.push({ group, item: next });
      else out.push({ from: group });
    } else if (kind(t) === 1) {
      if (!last) out.push({ group: t, item: after });
      else if (!kind(tokens[i - 1])) out.push({ group: t });
    }
  });
  return out;
}

// initials lists the keys of a term read as first letters of pinyin.
function initials(term) {
  if (!/^[a-z]{2,}$/.test(term)) return [];
  if (term.length === 2) return [{ from: letters + term }];
  return Array.from({ length: term.length - 2 }, (_, i) => ({ group: letters + term.slice(i, i + 3), item: none }));
}

// parse takes a query apart: blanks part terms, except between quotes.
export function parse(query) {
  const terms = new Map();
  for (const [, quoted, plain] of query.replace(/[“”„‟「」『』＂]/g, '"').matchAll(/"([^"]+)"?|([^\s"]+)/g)) {
    const text = fold(quoted ?? plain);
    const parts = keys(text);
    if (parts.length) terms.set(text, { text, parts, initials: initials(text) });
  }
  return [...terms.values()];
}

// occurrences lists where a folded term stands in folded text. A word or number
// is found at its beginning only: 1亿 is not in 11亿.
export function occurrences(text, term, most = Infinity) {
  const found = [];
  for (let at = text.indexOf(term); at >= 0 && found.length < most; at = text.indexOf(term, at + 1)) {
    if (at && isWord(term[0]) && isWord(text[at - 1])) continue;
    found.push(at);
  }
  return found;
}

// pieces are the runs of a term that are looked for one by one where the whole
// is nowhere found: pairs of characters, and words.
export function pieces(terms) {
  const out = new Set();
  for (const { parts } of terms) {
    for (const { group, item, from } of parts) out.add(from ?? (item && item !== none ? group + item : group));
  }
  return [...out];
}
