// Runs Lighthouse over addresses, in a Chromium of its own, and prints for each
// a line of JSON: {"address", "scores": {"accessibility": 100, …}, "faults": […]}.
//
//   node lighthouse.mjs CHROMIUM CATEGORIES ADDRESS…
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const [chromePath, categories, ...addresses] = process.argv.slice(2);
const chrome = await launch({
  chromePath,
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
});
try {
  for (const address of addresses) {
    const { lhr } = await lighthouse(address, { port: chrome.port, logLevel: "error", onlyCategories: categories.split(",") });
    const scores = {};
    const faults = [];
    for (const c of Object.values(lhr.categories)) {
      scores[c.id] = Math.round(c.score * 100);
      for (const { id, weight } of c.auditRefs) {
        const a = lhr.audits[id];
        if (weight && a.score !== null && a.score < 1) faults.push(`${c.id}: ${id}: ${a.title} ${a.displayValue ?? ""}`);
      }
    }
    console.log(JSON.stringify({ address, scores, faults }));
  }
} finally {
  await chrome.kill();
}
