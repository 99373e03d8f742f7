// Reads links, writes and reads back states, and gives the JSON values of
// answers, as JSON on standard input asks.
import { readFileSync } from "node:fs";
import { valueOf } from "./contract.mjs";
import { read, write } from "./link.mjs";

const plain = (key, value) => (typeof value === "bigint" ? String(value) : value);
const { links, states, answers } = JSON.parse(readFileSync(0, "utf8"));
const out = {
  read: links.map(read),
  made: states.map((m) => ({ hash: write(m), link: read(write(m)) })),
  values: answers.map(({ question, raw, value }) => JSON.stringify(valueOf(question, { raw, value: BigInt(value) }))),
};
process.stdout.write(JSON.stringify(out, plain));
