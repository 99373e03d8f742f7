// Rows of CSV, read as Go's encoding/csv reads them: strictly, blank lines
// passed over, every line end within quotes a plain one.
import { Fault } from "./decode.js";

/** A quote that does not close, the line its row begins on, and the rows before. */
export class Unquoted extends Fault {
  constructor(line, before) {
    super("quote");
    this.line = line;
    this.before = before;
  }
}

const cut = (s, comma) => (s.includes('"') ? quoted(s, comma) : s.split(comma));

/**
 * The rows of a text. Only where they lie is kept: the cells of a hundred
 * thousand rows, kept apart, would keep the collector of garbage busy.
 */
export class Rows {
  /** Finds up to most rows. What does not close throws, after the rows before it are found. */
  constructor(text, comma, most = Infinity) {
    Object.assign(this, { text, comma, places: [] });
    this.find(most);
  }

  find(most) {
    const { text, comma, places } = this;
    for (let at = 0, line = 1; at < text.length && places.length < 3 * most; ) {
      let [end, next] = lineEnd(text, at);
      let lines = 1;
      const begin = at;
      for (let open = odd(text, at, end); open; lines++) {
        if (next >= text.length) throw new Unquoted(line, this);
        const from = next;
        [end, next] = lineEnd(text, next);
        if (odd(text, from, end)) open = false;
      }
      if (lines > 1 || text.slice(begin, end).includes('"')) {
        if (!quoted(text.slice(begin, end), comma)) throw new Unquoted(line, this);
      }
      if (end > begin) places.push(line, begin, end);
      line += lines;
      at = next;
    }
  }

  get length() {
    return this.places.length / 3;
  }

  /** The line that a row begins on. */
  line(i) {
    return this.places[3 * i];
  }

  row(i) {
    return this.text.slice(this.places[3 * i + 1], this.places[3 * i + 2]);
  }

  /** The cells of a row. */
  cells(i) {
    return cut(this.row(i), this.comma);
  }

  /** One cell of a row, without taking the others out. */
  cell(i, n) {
    const row = this.row(i);
    if (row.includes('"')) return this.cells(i)[n] || "";
    let at = 0;
    for (; n > 0; n--) {
      const next = row.indexOf(this.comma, at);
      if (next < 0) return "";
      at = next + 1;
    }
    const end = row.indexOf(this.comma, at);
    return end < 0 ? row.slice(at) : row.slice(at, end);
  }

  /** Whether a row holds something. */
  holds(i) {
    const row = this.row(i);
    if (row.includes('"')) return this.cells(i).some((c) => c.trim());
    for (let k = 0; k < row.length; k++) if (row[k] !== this.comma && row[k] > " ") return row.replaceAll(this.comma, "").trim() !== "";
    return false;
  }
}

// lineEnd is where a line ends, and where the next begins.
function lineEnd(text, at) {
  const end = text.indexOf("\n", at);
  if (end < 0) return [text.endsWith("\r") && text.length > at ? text.length - 1 : text.length, text.length];
  return [text[end - 1] === "\r" && end > at ? end - 1 : end, end + 1];
}

// odd reports whether the number of quotes in a stretch of text is.
function odd(text, from, to) {
  let n = 0;
  const stretch = text.slice(from, to);
  for (let i = stretch.indexOf('"'); i >= 0; i = stretch.indexOf('"', i + 1)) n++;
  return n % 2 === 1;
}

// quoted takes a row apart in which quotes stand; null when they stand wrongly.
function quoted(s, comma) {
  const cells = [];
  for (let i = 0; ; ) {
    if (s[i] !== '"') {
      const end = s.indexOf(comma, i);
      const cell = end < 0 ? s.slice(i) : s.slice(i, end);
      if (cell.includes('"')) return null;
      cells.push(cell);
      if (end < 0) return cells;
      i = end + 1;
      continue;
    }
    let cell = "";
    for (i++; ; i++) {
      const end = s.indexOf('"', i);
      if (end < 0) return null;
      cell += s.slice(i, end);
      i = end + 1;
      if (s[i] !== '"') break;
      cell += '"';
    }
    cells.push(cell.replaceAll("\r\n", "\n"));
    if (i === s.length) return cells;
    if (s[i] !== comma) return null;
    i++;
  }
}

// What a spreadsheet takes for a formula, also behind blanks; what it may read
// as a number; and codes whose digits it would lose.
const acts = /^[=+\-@\uff1d\uff0b\uff0d\uff20\t\r\n]/;
const blanks = /^[\p{Z}\p{Cc}\p{Cf}]+/u;
const plain = /^[+-]?[0-9]+(\.[0-9]+)?$/;
const code = /^(0[0-9]+|[0-9]{16,})$/;
const harmless = /^\p{L}[^",;\t\r\n]*$/u;

const begins = (cell) => acts.test(cell) && !plain.test(cell);

/** A cell that no spreadsheet takes for a formula. */
export function safe(cell) {
  if (code.test(cell) || begins(cell)) return "'" + cell;
  return !plain.test(cell) && begins(cell.replace(blanks, "")) ? "'" + cell : cell;
}

/** One row of CSV, every cell safe. */
export function write(cells) {
  let out = "";
  for (let i = 0; i < cells.length; i++) {
    if (i) out += ",";
    let cell = cells[i];
    if (!cell) continue;
    if (!harmless.test(cell)) {
      cell = safe(cell);
      if (/[",;\t\r\n]/.test(cell)) cell = '"' + cell.replaceAll('"', '""') + '"';
    }
    out += cell;
  }
  return out + "\r\n";
}
