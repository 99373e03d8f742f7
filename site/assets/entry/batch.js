// Many applicants at once. A worker reads and answers the table; this shows
// what it says and hands on what a person chooses. Whatever a file holds is
// only ever set as text.
import { format } from "js/amount.js";
import { say } from "js/say.js";

const form = document.querySelector("[data-worker]");
const book = JSON.parse(document.getElementById("book").textContent);
const words = Object.fromEntries(Array.from(form.querySelectorAll(".words data"), (e) => [e.value, e.textContent]));
const part = (name) => form.querySelector("." + name);
const many = 50; // rows shown at once
const printed = 1000;
const kept = { filter: { text: "", status: "", benefit: "" }, sort: { by: "line", down: false }, from: 0, name: "" };

const fill = (text, ...parts) => text.replace(/\{(\d)\}/g, (_, i) => parts[i]);
const { format: count } = new Intl.NumberFormat("zh-CN");
const money = (fen) => format(BigInt(fen), "元", 100);

function make(name, text, ...inside) {
  const e = document.createElement(name);
  if (text) say(e, text);
  e.append(...inside);
  return e;
}

// --- the worker ---------------------------------------------------------------

class Refusal extends Error {}

const waiting = new Map();
let last = 0;
let worker;

// hired is the worker, who is sent for when there is something to do.
function hired() {
  if (worker) return worker;
  worker = new Worker(form.dataset.worker, { type: "module" });
  worker.onmessage = ({ data }) => {
    const w = waiting.get(data.id);
    if (!w) return;
    if (data.news) return w.tell(data.news);
    waiting.delete(data.id);
    if (data.fault) w.failed(Object.assign(new Refusal(data.fault), data));
    else w.answered(data);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    for (const w of waiting.values()) w.failed(new Refusal("failed"));
    waiting.clear();
    worker = null;
  };
  const at = (address) => new URL(address, location).href;
  const { module, integrity, workbooks } = form.dataset;
  ask("begin", { words: book, url: at(module), integrity, workbooks: at(workbooks) }).catch(() => (worker = null));
  return worker;
}

function ask(call, given = {}, tell) {
  return new Promise((answered, failed) => {
    const to = hired();
    waiting.set(++last, { answered, failed, tell });
    to.postMessage({ id: last, call, ...given });
  });
}

// attempt runs a step; what goes wrong is said where the eye is.
async function attempt(step) {
  part("fault").hidden = true;
  try {
    await step();
  } catch (e) {
    const said = book.say[e.message] || book.say.failed;
    const at = e.line ? fill(words.line, e.line) : "";
    const names = book.inputs.slice(0, 3).map((i) => "“" + i.short + "”");
    say(part("fault"), at + said.text + (said.hint ? "。" + fill(said.hint, names.join("")) + "。" : "。"));
    part("fault").hidden = false;
    part("fault").focus();
    busy(false);
    if (!(e instanceof Refusal)) throw e;
  }
}

function busy(on) {
  part("busy").hidden = !on;
  form.toggleAttribute("data-busy", on);
}

// --- the table ------------------------------------------------------------------

async function take(given, name) {
  kept.name = name;
  part("check").hidden = part("result").hidden = true;
  await attempt(async () => {
    say(part("source"), words.reading);
    const seen = await ask("open", given);
    look(seen);
  });
  if (part("check").hidden) part("source").textContent = "";
}

function look(seen) {
  const how = { ",": words.comma, ";": words.semicolon, "\t": words.tab }[seen.comma];
  say(part("source"), [kept.name || words.pasted, seen.encoding, how, fill(words.rows, count(seen.rows)), seen.titles && fill(words.titles, seen.titles)].filter(Boolean).join(words.pause));
  const sheets = part("sheets");
  sheets.hidden = seen.sheets.length < 2;
  sheets.querySelector("select").replaceChildren(...seen.sheets.map((s, i) => new Option(s, i, false, i === seen.at)));
  part("columns").querySelector("tbody").replaceChildren(...seen.columns.map(column));
  clash();
  part("check").hidden = false;
  part("check").querySelector("h2").focus();
}

// column is one column of the table with what it is taken for.
function column(c, i) {
  const name = c.heading.trim() || fill(words.column, letter(i));
  const role = make("select");
  role.append(new Option(words.unused, -1), new Option(words.who, -2), ...book.inputs.map((input, k) => new Option(input.short, k)));
  role.value = c.role;
  role.setAttribute("aria-label", fill(words.meaning, name));
  const unit = make("select");
  role.name = "column-" + i;
  unit.name = "unit-" + i;
  unit.setAttribute("aria-label", fill(words.unit, name));
  const units = (chosen) => {
    const list = book.inputs[role.value]?.units || [];
    unit.replaceChildren(...list.map((u, k) => new Option(u || words.written, k)));
    unit.value = chosen;
    unit.hidden = list.length < 2;
  };
  units(c.unit);
  role.addEventListener("change", () => {
    units(0);
    clash();
  });
  const row = make("tr", "", make("th", name), make("td", c.samples.map((s) => (s.length > 24 ? s.slice(0, 24) + "…" : s)).filter(Boolean).join(words.pause)), make("td", "", role), make("td", "", unit));
  row.firstChild.scope = "row";
  row.dataset.heading = c.heading;
  return row;
}

const letter = (i) => (i < 26 ? "" : letter(Math.floor(i / 26) - 1)) + String.fromCharCode(65 + (i % 26));

const chosenColumns = () =>
  Array.from(part("columns").querySelectorAll("tbody tr"), (row) => {
    const [role, unit] = row.querySelectorAll("select");
    return { heading: row.dataset.heading, role: Number(role.value), unit: Number(unit.value || 0) };
  });

// clash finds two columns that say the same, and that none says anything.
function clash() {
  const roles = chosenColumns().map((c) => c.role);
  const twice = roles.find((r, i) => r !== -1 && roles.indexOf(r) !== i);
  const none = !roles.some((r) => r >= 0);
  const said = twice === undefined ? (none ? words.none : "") : fill(words.twice, twice === -2 ? words.who : book.inputs[twice].short);
  say(part("clash"), said);
  form.querySelector(".go").disabled = Boolean(said);
  const matched = new Set(roles.filter((r) => r >= 0)).size;
  say(part("matched"), fill(words.matched, matched, book.inputs.length));
}

const readings = () => book.readings.map((_, i) => Number(form.querySelector(`[name="r-${i}"]:checked`)?.value || 0));

// --- the answers ------------------------------------------------------------------

async function answer() {
  const progress = part("busy").querySelector("progress");
  progress.value = 0;
  say(part("far"), words.starting);
  part("result").hidden = true;
  busy(true);
  part("stop").focus();
  await attempt(async () => {
    const done = await ask("answer", { columns: chosenColumns(), readings: readings() }, (news) => {
      progress.max = news.all;
      progress.value = news.done;
      say(part("far"), fill(words.far, count(news.done), count(news.all)));
    });
    busy(false);
    if (done.stopped) return say(part("source"), words.stopped);
    await show(done);
  });
}

async function show(done) {
  Object.assign(kept, { filter: { text: "", status: "", benefit: "" }, sort: { by: "line", down: false }, from: 0 });
  form.querySelector(".find").value = part("status").value = part("benefit").value = "";
  sums(part("sums"), done);
  say(part("skipped"), done.examples ? fill(words.examples, done.examples) : "");
  await errors(done.status[3]);
  await page();
  part("result").hidden = false;
  part("result").querySelector("h2").focus();
}

const states = ["undetermined", "eligible", "ineligible", "wrong"];
const state = (k) => book.say[states[k]].text;

// sums says the counts and totals of the rows chosen.
function sums(to, t) {
  const entries = [[words.all, t.count], ...[1, 0, 2, 3].map((k) => [state(k), t.status[k]])].map(([name, n]) => [name, fill(words.lines, count(n))]);
  entries.push([words.total, t.least === t.most ? money(t.least) : fill(words.range, money(t.least), money(t.most))]);
  to.querySelector("dl").replaceChildren(...entries.map(([name, value]) => make("div", "", make("dt", name), make("dd", value))));
  to.querySelector("tbody").replaceChildren(
    ...t.per.map((b, i) => {
      const cells = [count(b.status[1]), count(b.status[0]), count(b.status[2]), count(b.pays), book.benefits[i].amount ? money(b.sum) : "—"];
      const row = make("tr", "", make("th", book.benefits[i].name), ...cells.map((c) => make("td", c)));
      row.firstChild.scope = "row";
      return row;
    }),
  );
}

async function errors(n) {
  const box = part("errors");
  box.hidden = !n;
  if (!n) return;
  const { list } = await ask("errors", { count: 100 });
  say(box.querySelector("summary"), fill(words.wrong, count(n)));
  box.querySelector("ul").replaceChildren(...list.map((e) => make("li", fill(words.line, e.line) + (e.name ? e.name + words.colon : "") + e.faults.join(words.semicolonMark))));
  say(box.querySelector("p"), n > list.length ? fill(words.further, list.length) : "");
}

async function page(size = many) {
  const { filter, sort, from } = kept;
  const t = await ask("page", { filter, sort, from, count: size });
  const rows = part("rows");
  rows.querySelector("tbody").replaceChildren(...t.rows.map(line));
  for (const th of rows.querySelectorAll("th[data-by]")) {
    if (th.dataset.by === sort.by) th.setAttribute("aria-sort", sort.down ? "descending" : "ascending");
    else th.removeAttribute("aria-sort");
  }
  const pages = Math.max(1, Math.ceil(t.count / many));
  say(part("where"), fill(words.where, count(t.count), Math.floor(from / many) + 1, pages));
  part("back").disabled = from === 0;
  part("on").disabled = from + many >= t.count;
  sums(part("sums"), t);
  part("some").hidden = !(filter.text || filter.status !== "" || filter.benefit !== "");
}

const labels = Array.from(form.querySelectorAll(".rows thead th"), (th) => th.textContent);

// line is one row of the result; what it says of each benefit is written when
// one asks for it.
function line(r) {
  const amount = r.status === 3 ? ["", ""] : [money(r.least), money(r.most)];
  const more = make("td");
  if (r.status === 3) say(more, r.faults.join(words.semicolonMark));
  else {
    const fold = make("details", "", make("summary", r.missing ? fill(words.missing, r.missing.split("、").length) : words.each));
    fold.addEventListener("toggle", () => {
      if (r.missing) fold.append(make("p", words.need + r.missing));
      fold.append(make("ul", "", ...r.benefits.map((b, i) => make("li", book.benefits[i].name + words.colon + told(b, i)))));
    }, { once: true });
    more.append(fold);
  }
  const row = make("tr", "", make("td", String(r.line)), make("th", r.name || fill(words.line, r.line)), make("td", state(r.status)), ...amount.map((a) => make("td", a)), make("td", r.pays), more);
  row.children[1].scope = "row";
  row.dataset.state = states[r.status];
  labels.forEach((label, i) => (row.children[i].dataset.label = label));
  return row;
}

// told is what a benefit comes to, with its unit.
const told = (text, i) => (book.benefits[i].amount && /^[0-9]/.test(text) ? text.replace(/[0-9.]+/g, (n) => format(BigInt(Math.round(Number(n) * 100)), "元", 100)) : text);

async function save(only) {
  await attempt(async () => {
    say(part("saving"), words.saving);
    const { file } = await ask("save", { only });
    part("saving").textContent = "";
    const link = make("a");
    link.href = URL.createObjectURL(file);
    link.download = (kept.name.replace(/\.[^.]*$/, "") || words.pasted) + "-" + words.file + ".csv";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  });
}

// paper prints the rows chosen, as many as paper bears.
async function paper() {
  const { from } = kept;
  await attempt(async () => {
    kept.from = 0;
    await page(printed);
    print();
    kept.from = from;
    await page();
  });
}

// --- what a person does ---------------------------------------------------------

function start() {
  const file = part("file");
  const drop = part("drop");
  file.addEventListener("change", () => file.files[0] && take({ file: file.files[0] }, file.files[0].name));
  drop.addEventListener("dragover", (e) => {
    e.preventDefault();
    drop.dataset.over = "";
  });
  drop.addEventListener("dragleave", () => delete drop.dataset.over);
  drop.addEventListener("drop", (e) => {
    e.preventDefault();
    delete drop.dataset.over;
    const dropped = e.dataTransfer.files[0];
    const text = e.dataTransfer.getData("text/plain");
    if (dropped) take({ file: dropped }, dropped.name);
    else if (text) take({ text }, "");
  });
  part("take").addEventListener("click", () => take({ text: part("paste").value }, ""));
  part("sheets").addEventListener("change", (e) => attempt(async () => look(await ask("sheet", { at: Number(e.target.value) }))));
  form.addEventListener("submit", (e) => {
    e.preventDefault();
    if (!part("check").hidden && !form.querySelector(".go").disabled) answer();
  });
  part("stop").addEventListener("click", () => ask("stop"));
  const chosen = () => {
    kept.filter = { text: form.querySelector(".find").value, status: part("status").value, benefit: part("benefit").value };
    kept.from = 0;
    return attempt(page);
  };
  let pending;
  form.querySelector(".find").addEventListener("input", () => {
    clearTimeout(pending);
    pending = setTimeout(chosen, 150);
  });
  part("status").addEventListener("change", chosen);
  part("benefit").addEventListener("change", chosen);
  part("rows").querySelector("thead").addEventListener("click", (e) => {
    const by = e.target.closest("th[data-by]")?.dataset.by;
    if (!by) return;
    kept.sort = { by, down: kept.sort.by === by ? !kept.sort.down : by === "min" || by === "max" };
    kept.from = 0;
    attempt(page);
  });
  for (const [name, step] of [["back", -many], ["on", many]])
    part(name).addEventListener("click", () => {
      kept.from += step;
      attempt(page);
    });
  part("save").addEventListener("click", () => save(false));
  part("some").addEventListener("click", () => save(true));
  part("paper").addEventListener("click", paper);
}

document.documentElement.dataset.script = "on";
start();
for (const e of document.querySelectorAll(".js")) e.hidden = false;
form.dataset.ready = "";
