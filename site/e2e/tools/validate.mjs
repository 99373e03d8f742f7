// Checks every page of a folder with html-validate; prints what it finds, one
// line each: rule: page: selector: message.
import { readFileSync, readdirSync } from "node:fs";
import { HtmlValidate, StaticConfigLoader } from "html-validate";

const config = {
  extends: ["html-validate:recommended"],
  rules: {
    "doctype-style": "off", // as browsers do, either case
    "long-title": "off", // the title of a document is as long as it is
    "no-inline-style": "error",
    "no-trailing-whitespace": "off", // lines of no page are written by hand
    "no-redundant-role": "off", // a list without bullets is one to Safari only if it says so
    "prefer-native-element": "off", // a table that scrolls is a region that takes the focus
    "require-sri": ["error", { target: "all", exclude: ["search.classic."] }], // it also runs from a file, where a browser cannot hold it to its content
  },
};

const folder = process.argv[2];
const validator = new HtmlValidate(new StaticConfigLoader(config));
for (const name of readdirSync(folder, { recursive: true }).filter((n) => n.endsWith(".html")).sort()) {
  const { results } = await validator.validateString(readFileSync(`${folder}/${name}`, "utf8"), name);
  for (const r of results) {
    for (const m of r.messages) console.log(`${m.ruleId}: ${name}: ${m.selector ?? `${m.line}:${m.column}`}: ${m.message}`);
  }
}
