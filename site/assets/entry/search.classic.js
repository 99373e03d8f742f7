// The search page: answers as one types. Every word it says stands in the page.

import { open } from "js/search/index.js";
import { letterMarks, marks, snippet } from "js/search/match.js";
import { parse } from "js/search/query.js";

const form = document.getElementById("search");
const input = form.elements.q;
const status = document.getElementById("found");
const list = document.getElementById("results");
const { root } = form.dataset;
const shown = 3; // entries of a page before the rest is folded away
const local = location.protocol === "file:";
let index; // a promise, once something is looked for
let run = 0; // the search under way

const say = (name, ...values) => values.reduce((s, v) => s.replace("{}", v), status.dataset[name] ?? "");

function element(name, properties, ...children) {
  const e = Object.assign(document.createElement(name), properties);
  e.append(...children);
  return e;
}

// marked is a text with its marks.
function marked(text, places) {
  const out = [];
  let at = 0;
  for (const [from, to] of places) {
    out.push(text.slice(at, from), element("mark", {}, text.slice(from, to)));
    at = to;
  }
  return [...out, text.slice(at)];
}

// href leads to a place of the site; a disk has no index pages.
const href = (address, id) => root + address + (local ? "index.html" : "") + (id ? `#${encodeURIComponent(id)}` : "");

function hit(page, { entry }, words) {
  const parts = [];
  if (entry.title) parts.push(element("b", {}, ...marked(entry.title, marks(entry.title, words))));
  const s = snippet(entry.text, words, 72);
  const text = [s.before ? "…" : "", ...marked(s.text, s.marks), s.after ? "…" : ""];
  if (entry.text) parts.push(element("span", {}, ...text));
  return element("li", {}, element("a", { href: href(page.address, entry.id) }, ...parts));
}

function group({ page, hits, words }) {
  const places = marks(page.title, words);
  const title = marked(page.title, places.length ? places : letterMarks(page, words));
  const head = element("h2", {}, element("a", { href: href(page.address) }, ...title));
  const item = element("li", { className: "page" }, element("p", { className: "kind" }, page.kind), head);
  const all = hits.filter((h) => h.entry.title || h.entry.text).map((h) => hit(page, h, words));
  if (all.length) item.append(element("ol", {}, ...all.slice(0, shown)));
  if (all.length > shown) {
    const rest = element("ol", {}, ...all.slice(shown));
    item.append(element("details", {}, element("summary", {}, say("rest", all.length - shown)), rest));
  }
  return item;
}

function show({ found, exact, rest, more }, query) {
  list.replaceChildren(...found.map(group));
  const places = found.reduce((n, f) => n + Math.max(1, f.hits.length), 0);
  if (!found.length) status.textContent = say("none", query);
  else if (!exact) status.textContent = say("near", query, found.length);
  else status.textContent = say("some", found.length, places) + (rest ? say("open", rest) : "");
  if (!more) return;
  const button = element("button", { type: "button" }, say("more"));
  button.addEventListener("click", () => {
    const from = list.children.length - 1;
    attempt(async (mine) => {
      const next = await more();
      if (!mine()) return;
      show(next, query);
      links()[0] && list.children[Math.min(from, list.children.length - 1)].querySelector("a").focus();
    });
  });
  list.append(element("li", { className: "more" }, button));
}

// attempt runs a search unless another begins meanwhile.
async function attempt(search) {
  const own = ++run;
  const slow = setTimeout(() => own === run && (status.textContent = say("busy")), 300);
  try {
    await search(() => own === run);
  } catch {
    index = undefined;
    if (own === run) {
      list.replaceChildren();
      status.textContent = say("failed");
    }
  }
  clearTimeout(slow);
}

function update() {
  const query = input.value.trim().slice(0, 100);
  const hash = query ? `#q=${encodeURIComponent(query)}` : "";
  if (decode(location.hash) !== query) history.replaceState(null, "", hash || location.href.split("#")[0]);
  const terms = parse(query);
  if (!terms.length) {
    run++;
    list.replaceChildren();
    status.textContent = query ? say("letters") : "";
    return Promise.resolve();
  }
  return attempt(async (mine) => {
    index ??= open(root);
    const result = await (await index).search(terms);
    if (mine()) show(result, query);
  });
}

// decode reads the query from the fragment; a broken one is none.
function decode(hash) {
  try {
    return decodeURIComponent(hash.match(/^#q=(.*)$/)?.[1] ?? "").trim().slice(0, 100);
  } catch {
    return "";
  }
}

const links = () => [...list.querySelectorAll("a, summary, button")].filter((e) => e.checkVisibility?.() ?? e.offsetParent);

// step moves from the field through the results and back.
function step(by) {
  const all = [input, ...links()];
  const to = all[all.indexOf(document.activeElement) + by];
  if (all.includes(document.activeElement) && to) to.focus();
  return Boolean(to);
}

function key(e) {
  if (e.isComposing || e.ctrlKey || e.metaKey || e.altKey || e.shiftKey) return;
  if (e.key === "ArrowDown" || e.key === "ArrowUp") {
    if (step(e.key === "ArrowDown" ? 1 : -1)) e.preventDefault();
  } else if (e.key === "Escape" && document.activeElement !== input) {
    input.focus();
    input.select();
  }
}

let timer;
input.addEventListener("input", (e) => {
  if (e.isComposing) return;
  clearTimeout(timer);
  timer = setTimeout(update, 120);
});
input.addEventListener("compositionend", () => {
  clearTimeout(timer);
  timer = setTimeout(update, 120);
});
form.addEventListener("submit", async (e) => {
  e.preventDefault();
  clearTimeout(timer);
  await update();
  links()[0]?.focus();
});
for (const e of [form, list]) e.addEventListener("keydown", key);
addEventListener("hashchange", () => {
  const query = decode(location.hash);
  if (query === input.value.trim()) return;
  input.value = query;
  update();
});

// From a disk, styles held to a checksum are refused and folders have no page.
if (local) {
  for (const style of document.querySelectorAll("link[rel=stylesheet][integrity]")) {
    style.replaceWith(element("link", { rel: "stylesheet", href: style.href }));
  }
  for (const a of document.querySelectorAll('a[href$="/"]')) a.href += "index.html";
}
form.hidden = false;
document.getElementById("unscripted").remove();
input.value = decode(location.hash) || input.value;
if (input.value.trim()) update();
