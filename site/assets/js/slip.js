// The self-assessment sheet: answers, result and clauses on paper, one page of
// A4 where they fit. It stands at the end of the document while it is printed,
// and the style sheet leaves all else away. Words are the page's.
import { fill } from "./fact.js";
import { say } from "./say.js";
import { awaited } from "./text.js";
import style from "css/slip.css?text";

const sheet = new CSSStyleSheet();
sheet.replaceSync(style);

// element makes <name class="…">, with a text or children.
function element(name, kind, ...content) {
  const e = document.createElement(name);
  if (kind) e.className = kind;
  for (const c of content) {
    if (typeof c !== "string") e.append(c);
    else if (content.length === 1) say(e, c);
    else e.append(c);
  }
  return e;
}

const told = (heading, texts, words) => (texts.length ? [element("h2", "", heading), element("p", "", texts.join(words.semicolon))] : []);

// given lays out the answers, two columns of them.
function given(answers, words) {
  const pairs = answers.map((a) => element("div", "", element("dt", "", a.text), element("dd", "", a.wrong ? fill(words.unread, a.raw) : a.words)));
  return [element("h2", "", words.answers), element("dl", "", ...pairs)];
}

// why says what keeps a benefit from being certain: conditions that fail, or
// are open.
function why(b) {
  const failed = b.conditions.filter((c) => c.state === "failed");
  const decisive = failed.length ? failed : b.conditions.filter((c) => c.state === "open" || c.state === "authority");
  return decisive.map((c) => (c.state === "failed" && c.told) || c.words);
}

// rows are the benefits; those that fail for the same reason share one.
function rows(benefits, words) {
  const out = new Map();
  for (const b of benefits) {
    const reason = why(b).join(words.semicolon);
    const row = { names: [], refs: new Set(), b, reason };
    const key = b.state === "failed" ? reason : b.id;
    const at = out.get(key) || out.set(key, row).get(key);
    at.names.push(b.name);
    for (const c of b.conditions) if (c.ref) at.refs.add(c.ref);
  }
  return [...out.values()];
}

function ledger(answer, words) {
  const body = rows(answer.benefits, words).map(({ names, refs, b, reason }) => {
    const says = element("td", "", element("p", "", b.sentence), element("p", "small", reason));
    const cells = [element("th", "", names.join(words.list)), element("td", "", b.stateWords), says, element("td", "refs", ...[...refs].map((ref) => element("span", "", ref)))];
    return element("tr", b.pays ? "pays" : "", ...cells);
  });
  const heads = [words.benefit, words.state, words.amount, words.clauses].map((t) => element("th", "", t));
  return element("table", "ledger", element("caption", "", words.benefits), element("thead", "", element("tr", "", ...heads)), element("tbody", "", ...body));
}

/** Puts the sheet at the end of the document, until it has been printed. */
export function slip(calculator, { answers, readings, answer }, words, day, code) {
  document.querySelector(".slip")?.remove();
  const { title, number } = calculator.policy;
  const demo = document.querySelector(".demo p");
  const face = element(
    "header", "", element("h1", "", words.sheet), element("p", "", fill(words.by, number, title)),
    element("p", "sum", fill(words.award, answer.figure)), element("p", "", answer.sentence),
    ...answer.reasons.map((t) => element("p", "", t)), ...(answer.left ? [element("p", "", fill(words.left, answer.left))] : []),
  );
  const foot = element("footer", "", element("p", "", words.caution), element("p", "", fill(words.version, calculator.version, day) + (calculator.inForce ? words.comma + calculator.inForce : "")));
  if (demo) foot.append(element("p", "", demo.textContent));
  const awaits = awaited(answer).map((c) => fill(words.awaited, c.words, c.by));
  const paper = element(
    "section", "slip", face, ...given(answers, words), ledger(answer, words),
    ...told(words.changes, answer.changes, words), ...told(words.awaits, awaits, words),
    ...told(words.rests, answer.rests.map((r) => r.words), words), ...told(words.readings, readings.map((r) => r.words), words), foot,
  );
  if (code) face.prepend(element("figure", "", code, element("figcaption", "", words.scan)));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets.filter((s) => s !== sheet), sheet];
  document.body.append(paper);
  document.documentElement.dataset.print = "slip";
  addEventListener("afterprint", () => {
    paper.remove();
    delete document.documentElement.dataset.print;
  }, { once: true });
}
