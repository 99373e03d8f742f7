// Encodes each text given as a JSON list on standard input.
import { readFileSync } from "node:fs";
import { encode, path } from "./qr.mjs";

const texts = JSON.parse(readFileSync(0, "utf8"));
const out = texts.map((text) => {
  const rows = encode(text);
  return rows && { rows: rows.map((row) => Array.from(row).join("")), path: path(rows) };
});
process.stdout.write(JSON.stringify(out));
