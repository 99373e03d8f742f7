// Reads links, and writes and reads back answers, as JSON on standard input asks.
import { readFileSync } from "node:fs";
import { cell, read, word, write } from "./link.mjs";

const plain = (key, value) => (typeof value === "bigint" ? String(value) : value);
const { links, cells, made, hostile } = JSON.parse(readFileSync(0, "utf8"));
const words = cells.map(({ question, value }) => word(question, BigInt(value)));
const out = {
  read: links.map(read),
  words,
  back: cells.map(({ question }, i) => cell(question, words[i])),
  hostile: hostile.map(({ question, value }) => {
    const got = cell(question, value);
    return got === null ? null : String(got);
  }),
  made: made.map((m) => ({ hash: write(m), link: read(write(m)) })),
};
process.stdout.write(JSON.stringify(out, plain));
