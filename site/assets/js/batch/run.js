// The rows of a table, read and answered. The Go side is run.go of package
// batch: what it writes, this writes, byte for byte.
import { fold, letter, named } from "./columns.js";
import { write } from "./csv.js";
import { Wrong, reader, unknown } from "./value.js";

/** The sentence of a key with its holes filled. */
export function say(book, key, ...parts) {
  const { text, hint } = book.say[key];
  const fill = (s) => s.replace(/\{(\d)\}/g, (hole, i) => parts[i] ?? hole);
  return { text: fill(text), hint: hint ? fill(hint) : "" };
}

const full = ({ text, hint }) => (hint ? text + "," + hint : text);

const statuses = ["undetermined", "eligible", "ineligible"];
export const wrong = 3;
const high = 2 ** 32;

/** Writes 分 as a plain number of yuan. */
export function yuan(fen) {
  const rest = fen % 100;
  const whole = String((fen - rest) / 100);
  return rest ? whole + "." + String(rest).padStart(2, "0").replace(/0$/, "") : whole;
}

/** Everything known of the rows of one table under one choice of columns and readings. */
export class Run {
  constructor(book, table, columns, readings) {
    this.book = book;
    this.table = table;
    this.columns = columns;
    this.readings = readings;
    this.name = columns.findIndex((c) => c.role === named);
    this.rows = Array.from({ length: table.length }, (_, i) => i).filter((i) => this.name < 0 || !this.example(this.title(i)));
    this.examples = table.length - this.rows.length;
    this.readers = columns.map((c) => (c.role >= 0 ? reader(book, c) : null));
    const n = this.rows.length;
    const b = book.shape.benefits;
    this.width = b;
    this.status = new Uint8Array(n);
    this.least = new Float64Array(n); // 分; exact up to 90万亿元
    this.most = new Float64Array(n);
    this.standing = new Uint8Array(n * b); // as status, and 4 for a benefit that pays
    this.from = new Float64Array(n * b);
    this.upTo = new Float64Array(n * b);
    this.missing = new Array(n);
    this.errors = new Map(); // of wrong rows: a list of [column, text, hint]
    this.texts = new Map(); // of missing inputs, by their cells
    const turned = readings.flatMap((k, i) => (k ? [book.readings[i][k]] : []));
    this.version = turned.length ? say(book, "turned", book.version, turned.join(";")).text : book.version;
  }

  // the name of the applicant in a row of the table
  title(i) {
    return this.table.cell(i, this.name);
  }

  example(name) {
    return fold(name).startsWith(this.book.words.example);
  }

  /** The name of the applicant in a row of the result. */
  who(at) {
    return this.name < 0 ? "" : this.title(this.rows[at]);
  }

  /** The cells of a row, and the line it begins on. */
  cells(at) {
    return this.table.cells(this.rows[at]);
  }

  where(at) {
    return this.table.line(this.rows[at]);
  }

  /** Reads and answers the rows from one to before another. */
  answer(module, from, to) {
    const { memory, in: input, out, assess } = module;
    const given = this.book.given;
    const cells = new Int32Array(memory.buffer, input.value, 2 * given);
    const first = given - this.readings.length;
    const empty = new Int32Array(2 * given);
    for (let i = 0; i < given; i++) {
      if (i < first) empty[2 * i + 1] = -0x80000000;
      else empty[2 * i] = this.readings[i - first];
    }
    const low = new Uint32Array(memory.buffer, out.value);
    const top = new Int32Array(memory.buffer, out.value);
    for (let at = from; at < to; at++) {
      cells.set(empty);
      const errors = this.read(this.cells(at), cells);
      if (errors) {
        this.errors.set(at, errors);
        this.status[at] = wrong;
        continue;
      }
      assess();
      this.keep(at, low, top);
    }
  }

  read(cells, into) {
    const { columns, readers } = this;
    let errors = null;
    const bad = (i, key, parts) => (errors ||= []).push([i, say(this.book, key, ...parts)]);
    if (cells.length > columns.length && cells.slice(columns.length).join("").trim()) {
      bad(columns.length, "extra", [cells.length, columns.length]);
      return errors;
    }
    const n = Math.min(cells.length, columns.length);
    for (let i = 0; i < n; i++) {
      const cell = cells[i];
      if (!cell) continue;
      if (!readers[i]) {
        if (!columns[i].heading.trim() && cell.trim()) bad(i, "headless", [short(cell)]);
        continue;
      }
      const v = readers[i](cell);
      if (v === unknown) continue;
      const slot = 2 * columns[i].role;
      if (typeof v === "number") {
        into[slot] = v % high;
        into[slot + 1] = Math.floor(v / high);
      } else if (v instanceof Wrong) {
        bad(i, v.key, v.parts);
      } else {
        into[slot] = Number(BigInt.asIntN(32, v));
        into[slot + 1] = Number(BigInt.asIntN(32, v >> 32n));
      }
    }
    return errors;
  }

  // keep takes what the module says out of its memory; see package wasm.
  keep(at, low, top) {
    const cell = (i) => top[2 * i + 1] * high + low[2 * i];
    this.status[at] = low[0];
    this.least[at] = cell(1);
    this.most[at] = cell(2);
    const b = this.width;
    for (let i = 0; i < b; i++) {
      const from = 3 + 4 * i;
      const k = at * b + i;
      this.standing[k] = low[2 * from] | (low[2 * from + 6] << 2);
      this.from[k] = cell(from + 1);
      this.upTo[k] = cell(from + 2);
    }
    const asked = 3 + 4 * b + this.book.shape.conditions + this.book.shape.readings;
    const n = low[2 * asked];
    if (!n) {
      this.missing[at] = "";
      return;
    }
    let key = "";
    for (let i = 1; i <= n; i++) key += String.fromCharCode(low[2 * (asked + i)]);
    let text = this.texts.get(key);
    if (text === undefined) {
      text = Array.from(key, (c) => this.book.inputs[c.charCodeAt(0)].short).join("、");
      this.texts.set(key, text);
    }
    this.missing[at] = text;
  }

  /** The names of the benefits that pay. */
  pays(at) {
    const out = [];
    for (let i = 0; i < this.width; i++) if (this.standing[at * this.width + i] & 4) out.push(this.book.benefits[i].name);
    return out.join("、");
  }

  /** What one benefit comes to in a row, as the table says it. */
  benefit(at, i) {
    const k = at * this.width + i;
    const { say: words } = this.book;
    const { amount } = this.book.benefits[i];
    const status = this.standing[k] & 3;
    if (status === 2) return words.denied.text;
    if (amount && this.from[k] !== this.upTo[k]) return say(this.book, "range", yuan(this.from[k]), yuan(this.upTo[k])).text;
    if (status !== 1) return words.open.text;
    return amount ? yuan(this.from[k]) : words.granted.text;
  }

  /** What is wrong with a row: each the column, its name and the sentence. */
  faults(at) {
    return (this.errors.get(at) || []).map(([i, said]) => {
      const heading = this.columns[i]?.heading || "";
      return say(this.book, heading ? "column" : "lettered", heading, letter(i), said.text).text + (said.hint ? "," + said.hint : "");
    });
  }

  word(at) {
    return this.book.say[this.status[at] === wrong ? "wrong" : statuses[this.status[at]]].text;
  }

  /** The heading of the result. */
  head() {
    const own = ["status", "min", "max", "pays", "missing", "errors"].map((key) => this.book.say[key].text);
    return write([...this.columns.map((c) => c.heading), ...own, ...this.book.benefits.map((b) => b.name), this.book.say.version.text]);
  }

  /** One row of the result. */
  line(at) {
    const cells = this.cells(at).slice(0, this.columns.length);
    while (cells.length < this.columns.length) cells.push("");
    cells.push(this.word(at));
    if (this.status[at] === wrong) {
      cells.push("", "", "", "", this.faults(at).join(";"));
      for (let i = 0; i < this.width; i++) cells.push("");
    } else {
      cells.push(yuan(this.least[at]), yuan(this.most[at]), this.pays(at), this.missing[at], "");
      for (let i = 0; i < this.width; i++) cells.push(this.benefit(at, i));
    }
    cells.push(this.version);
    return write(cells);
  }

  /** Counts and totals over some rows; amounts as digits of 分. */
  totals(chosen) {
    const { width, status, standing } = this;
    const counts = [0, 0, 0, 0];
    const [least, most] = [new Sum(), new Sum()];
    const per = this.book.benefits.map(() => ({ status: [0, 0, 0], pays: 0, sum: new Sum() }));
    for (const at of chosen) {
      counts[status[at]]++;
      if (status[at] === wrong) continue;
      least.add(this.least[at]);
      most.add(this.most[at]);
      for (let i = 0, k = at * width; i < width; i++, k++) {
        per[i].status[standing[k] & 3]++;
        if (!(standing[k] & 4)) continue;
        per[i].pays++;
        per[i].sum.add(this.from[k]);
      }
    }
    return { count: chosen.length, status: counts, least: String(least), most: String(most), per: per.map((b) => ({ ...b, sum: String(b.sum) })) };
  }
}

/** A sum that stays exact beyond what a number holds. */
class Sum {
  constructor() {
    this.small = 0;
    this.large = 0n;
  }

  add(n) {
    this.small += n;
    if (this.small < 2 ** 52) return;
    this.large += BigInt(this.small);
    this.small = 0;
  }

  toString() {
    return String(this.large + BigInt(this.small));
  }
}

const short = (cell) => {
  const all = [...cell.trim()];
  return all.length > 40 ? all.slice(0, 40).join("") + "…" : all.join("");
};

