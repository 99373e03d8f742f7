// Works through a table beside the page, so that the page stays at hand. What
// the two say to each other is written at the functions of `does`.
import { Fault, Run, clean, decode, fromRows, fromText } from "./table.js";
import { zipped } from "./decode.js";
import { wrong } from "./run.js";

const limit = 1_000_000; // rows
const large = 128 * 2 ** 20; // bytes of a file
const samples = 3;

let book;
let xlsx; // where the script is that reads workbooks
let archive; // the workbook at hand
let table;
let run;
let module;
let job = 0; // whoever sees another number stops
let order = []; // the rows chosen, in their order
let chosen = "";
let totals; // of the rows chosen

const pause = () => new Promise((go) => setTimeout(go));

async function load(url, integrity) {
  const response = await fetch(url, { integrity });
  if (!response.ok) throw new Error(String(response.status));
  return (await WebAssembly.instantiate(await response.arrayBuffer())).instance.exports;
}

// seen is what the page shows of a table before it is answered.
function seen(encoding, sheets, at) {
  const shown = [];
  for (let i = 0; i < Math.min(samples, table.length); i++) shown.push(table.cells(i));
  const columns = table.columns.map((c, i) => ({ ...c, samples: shown.map((cells) => cells[i] || "") }));
  return { encoding, comma: table.comma, titles: table.titles, rows: table.length, columns, sheets, at };
}

function checked(found) {
  if (found.length > limit) throw new Fault("long");
  table = found;
  run = null;
}

const does = {
  /** The book, and where the compiled rules are. */
  async begin({ words, url, integrity, workbooks }) {
    book = words;
    xlsx = workbooks;
    module = await load(url, integrity);
    return {};
  },

  /** A file, or text that was pasted; says what is in it. */
  async open({ file, text }) {
    archive = null;
    if (text !== undefined) {
      checked(fromText(book, clean(text)));
      return seen("", [], 0);
    }
    if (file.size > large) throw new Fault("huge");
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (!zipped(bytes)) {
      const [words, encoding] = decode(bytes);
      checked(fromText(book, words));
      return seen(encoding, [], 0);
    }
    const { workbook } = await import(xlsx);
    archive = await workbook(bytes, limit);
    return does.sheet({ at: 0 });
  },

  /** Another sheet of the workbook. */
  async sheet({ at }) {
    checked(fromRows(book, await archive.read(at)));
    return seen("", archive.names, at);
  },

  /** Answers every row; says how far it is, and gives up when another message bids it. */
  async answer({ columns, readings }, tell) {
    const mine = ++job;
    const now = new Run(book, table, columns, readings);
    const all = now.rows.length;
    for (let at = 0, last = 0; at < all; ) {
      const until = performance.now() + 30;
      while (at < all && performance.now() < until) {
        const to = Math.min(at + 256, all);
        now.answer(module, at, to);
        at = to;
      }
      if (performance.now() - last > 90) {
        tell({ done: at, all });
        last = performance.now();
      }
      await pause();
      if (mine !== job) return { stopped: true };
    }
    run = now;
    chosen = "";
    choose({ text: "", status: "", benefit: "" }, { by: "line" });
    return { ...totals, examples: run.examples, benefits: book.benefits.map((b) => b.name), named: run.name >= 0 };
  },

  /** Stops what is under way. */
  stop() {
    job++;
    return {};
  },

  /** Some rows of the result, as filtered and sorted. */
  page({ filter, sort, from, count }) {
    choose(filter, sort);
    const rows = [];
    for (let i = from; i < Math.min(from + count, order.length); i++) rows.push(shown(order[i]));
    return { rows, from, ...totals };
  },

  /** What is wrong with rows, the first of them. */
  errors({ count }) {
    const list = [];
    for (const at of run.errors.keys()) {
      if (list.length === count) break;
      list.push({ line: run.where(at), name: run.who(at), faults: run.faults(at) });
    }
    return { list };
  },

  /** The result as a file: all rows, or those chosen. */
  async save({ only }) {
    const parts = ["\ufeff", run.head()];
    const rows = only ? order : run.rows.keys();
    let part = "";
    let until = performance.now() + 50;
    for (const at of rows) {
      part += run.line(at);
      if (part.length < 1 << 18) continue;
      parts.push(new Blob([part]));
      part = "";
      if (performance.now() < until) continue;
      await pause();
      until = performance.now() + 50;
    }
    return { file: new Blob([...parts, part], { type: "text/csv" }) };
  },
};


function shown(at) {
  return {
    line: run.where(at), name: run.who(at), status: run.status[at], least: run.least[at], most: run.most[at],
    pays: run.pays(at), missing: run.missing[at] || "", faults: run.faults(at),
    benefits: book.benefits.map((_, i) => (run.status[at] === wrong ? "" : run.benefit(at, i))),
  };
}

// choose puts the rows into order that a filter lets through.
function choose(filter, sort) {
  const key = JSON.stringify([filter, sort]);
  if (key === chosen) return;
  chosen = key;
  const text = filter.text.normalize("NFKC").toLowerCase().trim();
  const lets = (at) => {
    if (filter.status !== "" && run.status[at] !== Number(filter.status)) return false;
    if (filter.benefit !== "" && (run.status[at] === wrong || (run.standing[at * run.width + Number(filter.benefit)] & 3) === 2)) return false;
    return !text || run.cells(at).some((c) => c.normalize("NFKC").toLowerCase().includes(text));
  };
  order = Uint32Array.from(run.rows.keys()).filter(lets);
  const by = { min: run.least, max: run.most, status: run.status }[sort.by];
  const down = sort.down ? -1 : 1;
  if (by) order.sort((a, b) => down * (by[a] - by[b]) || a - b);
  if (sort.by === "name") {
    const names = new Map(Array.from(order, (at) => [at, run.who(at)]));
    const { compare } = new Intl.Collator("zh");
    order = Uint32Array.from(Array.from(order).sort((a, b) => down * compare(names.get(a), names.get(b)) || a - b));
  }
  if (sort.by === "line" && sort.down) order.reverse();
  totals = run.totals(order);
}

let begun;

self.onmessage = async ({ data: { id, call, ...given } }) => {
  try {
    if (call === "begin") begun = does.begin(given);
    await begun; // what is asked meanwhile waits
    self.postMessage({ id, ...(call === "begin" ? {} : await does[call](given, (news) => self.postMessage({ id, news }))) });
  } catch (e) {
    self.postMessage({ id, fault: e.fault ? e.message : "failed", line: e.line || 0 });
    if (!e.fault) throw e;
  }
};
