// What the headings of a table are taken for. The Go side is columns.go of
// package batch: the same book, the same folding.
import { Rows } from "./csv.js";

/** What a cell says, whatever its width, case and blanks. */
export const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/[\s\u0085]/g, "");

/** A heading without its punctuation, but for the marks that are units. */
export const heading = (text) => fold(text).replace(/(?![%‰])[\p{P}\p{S}\p{Cc}\p{Cf}]/gu, "");

/** What a column is taken for besides an input's index. */
export const carried = -1;
export const named = -2;

/** Every heading that the book knows. */
export function headings(book) {
  const heads = new Map();
  const shared = new Set();
  const add = (name, role, unit) => {
    const old = heads.get(name);
    if (!old) heads.set(name, { role, unit });
    else if (old.role !== role) shared.add(name);
  };
  book.inputs.forEach((input, i) => {
    for (const name of input.names) {
      add(name, i, 0);
      (input.units || []).forEach((word, k) => {
        const unit = heading(word);
        add(name + unit, i, k);
        for (const between of book.words.between) add(name + between + unit, i, k);
      });
      if (input.kind !== "bool") continue;
      for (const before of book.words.before) {
        add(before + name, i, 0);
        add(name + before, i, 0);
      }
    }
  });
  for (const name of shared) heads.delete(name);
  for (const name of book.words.name) if (!heads.has(name)) heads.set(name, { role: named, unit: 0 });
  return heads;
}

/** The columns of a heading; the first that may name the applicant does. */
export function columns(heads, cells) {
  let already = false;
  return cells.map((text) => {
    const head = heads.get(heading(text)) || { role: carried, unit: 0 };
    const again = head.role === named && already;
    already ||= head.role === named;
    return { heading: text, role: again ? carried : head.role, unit: again ? 0 : head.unit };
  });
}

const known = (heads, cells) => cells.filter((c) => (heads.get(heading(c)) || { role: carried }).role >= 0).length;

// How many rows may come before the heading, itself included.
const top = 10;

/** Which of the first rows is the heading, and how many of its cells are known. */
export function header(heads, rows) {
  let best = { at: -1, most: 0 };
  for (let at = 0; at < Math.min(rows.length, top); at++) {
    const most = known(heads, rows.cells(at));
    if (most > best.most) best = { at, most };
  }
  return best;
}

/** What parts the cells of a text, that which makes most headings known, and which row is the heading. */
export function comma(heads, text) {
  let best = { most: 0 };
  for (const mark of [",", ";", "\t"]) {
    let rows;
    try {
      rows = new Rows(text, mark, top);
    } catch (fault) {
      if (!fault.before) throw fault;
      rows = fault.before;
    }
    const found = header(heads, rows);
    if (found.most > best.most) best = { ...found, mark };
  }
  return best;
}

/** The name of a column in a spreadsheet: A, Z, AA. */
export const letter = (i) => (i < 26 ? "" : letter(Math.floor(i / 26) - 1)) + String.fromCharCode(65 + (i % 26));
