// A table from its text, or from the rows of a workbook. The Go side is
// table.go of package batch.
import { columns, comma, header, headings } from "./columns.js";
import { Rows, Unquoted } from "./csv.js";
import { Fault, clean, decode } from "./decode.js";
import { Run } from "./run.js";

/** A table: its columns, and those of the rows below its heading that hold something. */
class Table {
  constructor(heads, rows, at, comma) {
    this.rows = rows;
    this.comma = comma;
    this.titles = at ? rows.line(at) : 0;
    this.columns = columns(heads, rows.cells(at));
    this.filled = [];
    for (let i = at + 1; i < rows.length; i++) if (rows.holds(i)) this.filled.push(i);
    if (!this.filled.length) throw new Fault("empties");
  }

  get length() {
    return this.filled.length;
  }

  line(i) {
    return this.rows.line(this.filled[i]);
  }

  cells(i) {
    return this.rows.cells(this.filled[i]);
  }

  cell(i, n) {
    return this.rows.cell(this.filled[i], n);
  }
}

/** The table in a text. */
export function fromText(book, text) {
  const heads = headings(book);
  const { mark, at } = comma(heads, text);
  if (!mark) throw new Fault("header");
  return new Table(heads, new Rows(text, mark), at, mark);
}

/** The table in the rows of a workbook. */
export function fromRows(book, rows) {
  const heads = headings(book);
  const { at } = header(heads, rows);
  if (at < 0) throw new Fault("header");
  return new Table(heads, rows, at);
}

export { Fault, Run, Unquoted, clean, decode };
