// Folds texts and answers queries, over files as a page would load them.
import { readFileSync } from "node:fs";
import { fold } from "./search-fold.mjs";
import { open } from "./search-index.mjs";
import { parse } from "./search-query.mjs";

const { texts, files, queries } = JSON.parse(readFileSync(0, "utf8"));
globalThis.window = globalThis;
let loaded = [];
globalThis.document = {
  createElement: () => ({ remove() {} }),
  head: {
    append(script) {
      const path = script.src.split("?")[0];
      loaded.push(path);
      if (!(path in files)) return setTimeout(script.onerror);
      new Function(files[path])();
      setTimeout(script.onload);
    },
  },
};
const answers = [];
if (queries) {
  for (const query of queries) {
    loaded = [];
    const index = await open(""); // anew: nothing is loaded yet
    let result = await index.search(parse(query));
    const first = loaded.filter((p) => !p.endsWith("/search.js"));
    const pages = [];
    for (;;) {
      for (const f of result.found) {
        if (!pages.some((p) => p.address === f.page.address)) {
          pages.push({ address: f.page.address, hits: f.hits.map((h) => [h.entry.id, h.entry.title, h.entry.text].join("\u0000")) });
        }
      }
      if (!result.more) break;
      result = await result.more();
    }
    answers.push({ exact: result.exact, pages, first });
  }
}
process.stdout.write(JSON.stringify({ folded: (texts ?? []).map((t) => fold(t)), answers }));
