// A file as text. The Go side is Decode in package batch.

/** Thrown for what cannot be read; its message is a key of the book's sentences. */
export class Fault extends Error {
  get fault() {
    return true; // known by this, since another bundle has a class of its own
  }
}

const begins = (bytes, ...mark) => mark.every((b, i) => bytes[i] === b);

function strict(bytes, label) {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    throw new Fault("encoding");
  }
}

function decoded(bytes) {
  if (begins(bytes, 0xff, 0xfe)) return [strict(bytes, "utf-16le"), "UTF-16"];
  if (begins(bytes, 0xfe, 0xff)) return [strict(bytes, "utf-16be"), "UTF-16"];
  try {
    return [strict(bytes, "utf-8"), "UTF-8"];
  } catch (fault) {
    if (begins(bytes, 0xef, 0xbb, 0xbf)) throw fault;
    return [strict(bytes, "gb18030"), "GB18030"];
  }
}

/** Whether a file is an archive, as a workbook is. */
export const zipped = (bytes) => begins(bytes, 0x50, 0x4b, 3, 4);

/** The text of a file and the name of its encoding. */
export function decode(bytes) {
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new Fault("old");
  const [text, encoding] = decoded(bytes);
  return [clean(text), encoding];
}

/** Text that came as such, as from the clipboard. */
export function clean(text) {
  if (!text.trim()) throw new Fault("empty");
  if (/[\ufffd\0]/.test(text)) throw new Fault("encoding");
  return text.includes("\n") ? text : text.replaceAll("\r", "\n");
}
