// The rows of an Excel workbook (.xlsx), read here: an archive of XML. Only
// what a table needs: shared and inline strings, numbers, booleans and dates.
import { Fault } from "./decode.js";

// An archive can promise a little and hold too much.
const most = 256 * 2 ** 20; // bytes of one part, unpacked
const text = new TextDecoder();

// directory lists the parts of an archive: name, method, packed bytes.
function directory(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  for (const least = Math.max(0, end - 0xffff); end >= least && view.getUint32(end, true) !== 0x06054b50; end--);
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50) throw new Fault("broken");
  const parts = new Map();
  let at = view.getUint32(end + 16, true);
  for (let n = view.getUint16(end + 10, true); n > 0; n--) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw new Fault("broken");
    const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
    const [packed, full] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    const [name, extra, comment] = [28, 30, 32].map((k) => view.getUint16(at + k, true));
    const local = view.getUint32(at + 42, true);
    parts.set(text.decode(bytes.subarray(at + 46, at + 46 + name)), { flags, method, packed, full, local });
    at += 46 + name + extra + comment;
  }
  return { view, parts };
}

// unpack returns one part as text; null when there is none.
async function unpack(bytes, { view, parts }, name) {
  const part = parts.get(name);
  if (!part) return null;
  if (part.flags & 1) throw new Fault("old"); // needs a password
  if (part.full > most || part.local + 30 > bytes.length) throw new Fault(part.full > most ? "huge" : "broken");
  const from = part.local + 30 + view.getUint16(part.local + 26, true) + view.getUint16(part.local + 28, true);
  const packed = bytes.subarray(from, from + part.packed);
  if (part.method === 0) return text.decode(packed);
  if (part.method !== 8) throw new Fault("broken");
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const decoder = new TextDecoder();
  const out = [];
  for (let size = 0; ; ) {
    const { done, value } = await reader.read().catch(() => {
      throw new Fault("broken");
    });
    if (done) return out.join("") + decoder.decode();
    size += value.length;
    if (size > most) {
      await reader.cancel();
      throw new Fault("huge");
    }
    out.push(decoder.decode(value, { stream: true }));
  }
}

// tags walks over XML: visit(name, attributes, closing, empty), and the text
// between. Prefixes of names are dropped.
const token = /<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:\s(?:[^"'<>/]|"[^"]*"|'[^']*'|\/(?!>))*)?)(\/?)>|<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<[?!][^>]*>|([^<]+)/g;
function walk(xml, tag, words) {
  token.lastIndex = 0;
  for (let m; (m = token.exec(xml)); ) {
    if (m[2]) tag(m[2], m[3], Boolean(m[1]), Boolean(m[4]));
    else if (words && (m[5] || m[6])) words(m[5] || entities(m[6]));
  }
}

const named = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
function entities(s) {
  if (!s.includes("&")) return s;
  return s.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (all, hex, dec, name) => {
    if (name) return named[name] ?? all;
    const code = hex ? parseInt(hex, 16) : Number(dec);
    return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
  });
}

const patterns = new Map();
const attribute = (attributes, name) => {
  let pattern = patterns.get(name);
  if (!pattern) patterns.set(name, (pattern = new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)));
  const m = pattern.exec(attributes);
  return m ? entities(m[1] ?? m[2]) : "";
};

// strings reads the shared strings; what only says how to pronounce is left out.
function strings(xml) {
  const out = [];
  let now = null;
  let inside = false;
  let silent = false;
  walk(
    xml || "",
    (name, _, closing, empty) => {
      if (name === "si") {
        if (!closing) now = "";
        if (closing || empty) out.push(now);
      } else if (name === "rPh") silent = !closing;
      else if (name === "t") inside = !closing && !empty;
    },
    (words) => {
      if (inside && !silent) now += words;
    },
  );
  return out;
}

// What a style says of a number: 1 a day, 2 a percentage, 0 just a number.
function styles(xml) {
  const formats = new Map([9, 10].map((id) => [id, 2]));
  for (const id of [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]) formats.set(id, 1);
  const out = [];
  let cells = false;
  walk(xml || "", (name, attributes, closing) => {
    if (name === "cellXfs") cells = !closing;
    if (closing) return;
    if (name === "numFmt") {
      const code = attribute(attributes, "formatCode").replace(/"[^"]*"|\\.|\[[^\]]*\]/g, "");
      formats.set(Number(attribute(attributes, "numFmtId")), code.includes("%") ? 2 : /[yd年日]/i.test(code) && !/general/i.test(code) ? 1 : 0);
    } else if (name === "xf" && cells) out.push(formats.get(Number(attribute(attributes, "numFmtId"))) || 0);
  });
  return out;
}

// decimal writes a number as the sheet shows it, to fifteen digits, shifted to
// the left by some places.
function decimal(v, shift = 0) {
  const [mantissa, exponent] = Number(v.toPrecision(15)).toExponential().split("e");
  const sign = mantissa.startsWith("-") ? "-" : "";
  const digits = mantissa.replace(/[-.]/g, "");
  const point = 1 + Number(exponent) + shift;
  if (point <= 0) return sign + "0." + "0".repeat(-point) + digits;
  if (point >= digits.length) return sign + digits + "0".repeat(point - digits.length);
  return sign + digits.slice(0, point) + "." + digits.slice(point);
}

function day(v, from1904) {
  const whole = Math.floor(v) + (from1904 ? 1462 : 0);
  const real = new Date(Date.UTC(1899, 11, whole < 60 ? 31 : 30) + whole * 864e5);
  return Number.isNaN(real.getTime()) || v < 1 ? decimal(v) : real.toISOString().slice(0, 10);
}

function number(raw, style, from1904) {
  const v = Number(raw);
  if (!raw.trim() || !Number.isFinite(v)) return raw;
  if (style === 1) return day(v, from1904);
  return style === 2 ? decimal(v, 2) + "%" : decimal(v);
}

const column = (ref) => {
  let n = 0;
  for (const c of ref) {
    if (c < "A" || c > "Z") break;
    n = n * 26 + c.charCodeAt(0) - 64;
  }
  return n - 1;
};

/** The rows of one sheet, as Rows of csv.js are. */
class Sheet {
  constructor() {
    this.lines = [];
    this.list = [];
  }

  get length() {
    return this.list.length;
  }

  line(i) {
    return this.lines[i];
  }

  cells(i) {
    return this.list[i];
  }

  cell(i, n) {
    return this.list[i][n] || "";
  }

  holds(i) {
    return this.list[i].some((c) => c.trim());
  }
}

const widest = 16384;

function sheet(xml, shared, look, from1904, limit) {
  const out = new Sheet();
  let [row, at, type, style, value, taking, silent] = [null, 0, "", 0, "", false, false];
  const put = () => {
    if (at < 0 || at >= widest || !row) return;
    while (row.length < at) row.push("");
    row[at] = type === "s" ? (shared[Number(value)] ?? "") : type === "b" ? (value === "1" ? "TRUE" : "FALSE") : type ? value : number(value, look[style] || 0, from1904);
  };
  walk(
    xml,
    (name, attributes, closing, empty) => {
      if (name === "row" && !closing) {
        if (out.list.length >= limit) throw new Fault("long");
        row = [];
        out.list.push(row);
        out.lines.push(Number(attribute(attributes, "r")) || (out.lines.at(-1) || 0) + 1);
      } else if (name === "c" && !closing) {
        const ref = attribute(attributes, "r");
        at = ref ? column(ref) : at + 1;
        type = attribute(attributes, "t");
        if (type === "n") type = "";
        style = Number(attribute(attributes, "s"));
        value = "";
      } else if (name === "c") {
        if (value) put();
      } else if (name === "rPh") silent = !closing;
      else if (name === "v" || name === "t") taking = !closing && !empty;
      if (name === "row" && (closing || empty)) at = -1;
    },
    (words) => {
      if (taking && !silent) value += words;
    },
  );
  return out;
}

/** The names of the sheets of a workbook that can be seen, and a function that reads one. */
export async function workbook(bytes, limit) {
  const archive = directory(bytes);
  const book = await unpack(bytes, archive, "xl/workbook.xml");
  if (!book) throw new Fault(archive.parts.has("EncryptedPackage") ? "old" : "foreign");
  const targets = new Map();
  walk((await unpack(bytes, archive, "xl/_rels/workbook.xml.rels")) || "", (name, a) => {
    if (name === "Relationship") targets.set(attribute(a, "Id"), attribute(a, "Target"));
  });
  const sheets = [];
  let from1904 = false;
  walk(book, (name, a, closing) => {
    if (name === "workbookPr") from1904 = /^(1|true)$/.test(attribute(a, "date1904"));
    if (name !== "sheet" || closing || attribute(a, "state")) return;
    const target = targets.get(attribute(a, "id")) || "";
    sheets.push({ name: attribute(a, "name"), path: target.startsWith("/") ? target.slice(1) : "xl/" + target });
  });
  if (!sheets.length) throw new Fault("foreign");
  return {
    names: sheets.map((s) => s.name),
    async read(i) {
      const xml = await unpack(bytes, archive, sheets[i].path);
      if (xml === null) throw new Fault("broken");
      const shared = strings(await unpack(bytes, archive, "xl/sharedStrings.xml"));
      return sheet(xml, shared, styles(await unpack(bytes, archive, "xl/styles.xml")), from1904, limit);
    },
  };
}
