// The calculator answers as one types. The page is complete without it: this
// reads the fields, asks the module, marks what it says on what is already
// there, and leads through the questions one by one.
import { authority, explain, met } from "js/explain.js";
import { Flow } from "js/flow.js";
import { fill } from "js/fact.js";
import { Keeper } from "js/keep.js";
import { later, onDemand } from "js/later.js";
import { Lines } from "js/lines.js";
import { load, unknown } from "js/module.js";
import { Panel } from "js/panel.js";
import { Question } from "js/questions.js";
import { markSheet, show, showOtherwise } from "js/result.js";
import { hide, list, make, say } from "js/say.js";
import { Calculator } from "js/state.js";

const sheet = document.querySelector("[data-module]");
const result = document.getElementById("result");
const book = JSON.parse(document.getElementById("book").textContent);
const words = Object.fromEntries(Array.from(sheet.querySelectorAll(".words data"), (e) => [e.value, e.textContent]));
const questions = Array.from(sheet.querySelectorAll("[data-input]"), (e) => new Question(e, words));
const shape = Object.fromEntries(["readings", "benefits", "conditions"].map((k) => [k, book[k].length]));
const calculator = new Calculator(sheet, book, words, questions, () => {
  const again = calculator.latest; // else it is put back as the page begins, which takes no focus
  update();
  if (again && flow.on) flow.show(flow.upcoming[0]);
});
const keeper = new Keeper(calculator.policy.id);
const panel = new Panel(sheet, result, words);
const flow = new Flow(sheet, questions, book, words, () => update());
const part = (name) => sheet.querySelector("." + name);
let ask;
let lines;
const pause = 100; // ms without a change before what would change it is looked for
let pending;
let begun;

// todo lists the questions that can still change the award, in their order.
function todo(asked) {
  list(result.querySelector(".todo"), asked.map((q) => [q.title, "#q-" + q.id]));
  result.dataset.questions = asked.map((q) => q.id).join(" ");
  say(result.querySelector(".left"), asked.length ? fill(words.left, asked.length) : words.none);
  hide(result.querySelector(".next"), !asked[0]);
}

// turned says which readings are not taken as the rules take them.
function turned(cells) {
  const others = [];
  for (const { e, taken } of calculator.switches) {
    cells[book.given - book.readings.length + Number(e.dataset.r)] = BigInt(taken);
    if (taken) others.push([fill(words.turned, book.readings[e.dataset.r].taken[taken]), "#" + e.id]);
  }
  list(result.querySelector(".turned"), others);
  panel.sync(calculator.switches);
}

// extras are the questions that decide on benefits without an amount.
function extras(answer, cells) {
  const found = new Set();
  const collect = ([op, first]) => {
    if (op < 2) for (const i of book.measures[first].derived?.slice(1) || [first]) found.add(i);
    if (op > 2) first.forEach(collect);
  };
  book.benefits.forEach(({ amount, needs }, b) => {
    if (amount || answer.benefits[b].status) return;
    for (const k of needs) if (answer.conditions[k] === 2) collect(book.conditions[k].test);
  });
  return questions.filter((q) => found.has(q.index) && cells[q.index] === unknown);
}

function update() {
  const cells = new BigInt64Array(book.given);
  for (const q of questions) cells[q.index] = q.read();
  if (!ask) return;
  turned(cells);
  const answer = ask(cells);
  const asked = answer.questions.map((i) => questions.find((q) => q.index === i));
  for (const q of questions) {
    const state = cells[q.index] !== unknown ? "answered" : asked.includes(q) ? "ask" : q.wrong ? "wrong" : "settled";
    if (q.element.dataset.state !== state) q.element.dataset.state = state;
  }
  todo(asked);
  const said = explain(book, cells, answer);
  show(result, answer, said, book);
  lines.show(answer, said);
  flow.take(asked, extras(answer, cells));
  panel.announce(document.activeElement);
  const latest = { answer, said, cells, ask };
  calculator.changed(latest);
  sheet.dataset.busy = "";
  waiting ||= requestAnimationFrame(() => setTimeout(rest));
  clearTimeout(pending);
  pending = setTimeout(change, pause, latest);
}

// rest marks what is not in view while one answers, the ledger, the list of
// answers and how to apply, once the result has been painted, for all that changed until then.
// Paper shows it too, and does not wait.
let waiting;
addEventListener("beforeprint", () => waiting && rest());
function rest() {
  waiting = 0;
  const { answer, said } = calculator.latest;
  markSheet(sheet, answer, said, book, words);
  flow.answered();
  flow.ending();
  for (const e of sheet.querySelectorAll("[data-for]")) {
    hide(e, !e.dataset.for.split(" ").some((b) => [met, authority].includes(said.benefits[b].state)));
  }
}

function keep() {
  keeper.keep({ version: calculator.version, ...calculator.snapshot() });
}

// change says what would change the answer, once something has been answered:
// the module that finds it is loaded then, and asks a great many questions.
async function change(latest) {
  const { cells, answer } = latest;
  keep();
  begun ||= questions.some((q) => q.raw) || calculator.switches.some((s) => s.taken);
  const module = begun && (await later(sheet.dataset.otherwise).catch(() => {}));
  if (calculator.latest !== latest) return;
  if (module) latest.otherwise = module.otherwise(book, cells, answer, ask);
  showOtherwise(sheet, result, latest.otherwise || { changes: begun ? [words.cut] : [] });
  delete sheet.dataset.busy;
  calculator.changed(latest);
}

function go(id, event) {
  const question = flow.find(id);
  if (!question) return;
  event?.preventDefault();
  panel.open(false);
  if (flow.on) flow.show(question);
  else question.focus();
}

function follow(event) {
  const link = event.target.closest("a[href^='#q-']");
  if (link) go(link.hash.slice(3), event);
}

// view turns from one question at a time to the whole sheet, or back
function view(name) {
  sheet.dataset.view = name;
  keeper.prefer(keeper.on, name);
}

// Enter, and the button, lead on; what is wrong is said first.
function submit(event) {
  event.preventDefault();
  const wrong = questions.filter((q) => q.wrong && q.raw);
  if (flow.on) flow.onward();
  else if (wrong.length) flow.fail(wrong);
  else go(result.dataset.questions?.split(" ")[0]);
}

// startOver takes everything back, and gives it back until the next answer.
let before;
function startOver(event) {
  event.preventDefault();
  before = calculator.snapshot();
  flow.more = false;
  calculator.set({});
  part("restored").hidden = true;
  part("cleared").hidden = false;
  part("undo").focus();
}

function undo() {
  calculator.set(before);
  part("cleared").hidden = true;
}

// restore puts back what was kept, and says so; else the sheet stays as it is.
function restore() {
  const { version, ...kept } = keeper.kept;
  const { unknown: strange, refused } = calculator.set(kept);
  const now = calculator.snapshot();
  if (!Object.keys({ ...now.answers, ...now.readings }).length) return;
  const notes = [words.restored];
  if (version !== calculator.version) notes.push(words.newer);
  const lost = [...strange, ...refused.map(({ id }) => id)];
  if (lost.length) notes.push(fill(words.lost, lost.join(book.say.list).slice(0, 200)));
  say(part("restored").querySelector("p"), notes.join(""));
  part("restored").hidden = false;
}

function listen() {
  sheet.addEventListener("input", (e) => {
    if (!e.target.name) return;
    hide(part("cleared"), true);
    panel.mirror(e.target);
    update();
  });
  sheet.addEventListener("reset", startOver);
  sheet.addEventListener("submit", submit);
  sheet.addEventListener("click", (e) => {
    follow(e);
    const to = e.target.closest("[data-to]")?.dataset.to;
    if (!to) return;
    view(to);
    if (to === "flow") flow.show(flow.upcoming[0], true, false);
    sheet.querySelector(`[data-to]:not([data-to=${to}])`).focus(); // the button that was there is gone
  });
  addEventListener("pagehide", () => ask && keep());
  part("undo").addEventListener("click", undo);
  part("forget").addEventListener("click", () => sheet.reset());
  const only = part("only").querySelector("input");
  only.addEventListener("change", () => sheet.toggleAttribute("data-only", only.checked));
  const off = part("keep").querySelector("input");
  off.checked = !keeper.on;
  off.addEventListener("change", () => {
    keeper.prefer(!off.checked, sheet.dataset.view);
    update();
  });
}

// arrive opens the line of the benefit that the address names; for another
// place of the sheet, the sheet.
function arrive() {
  const place = document.getElementById(location.hash.slice(1));
  if (!place || !sheet.contains(place)) return;
  if (flow.on && place.dataset.benefit) lines.ul.children[place.dataset.b].firstChild.open = true;
  else {
    sheet.dataset.view = "sheet";
    place.scrollIntoView();
  }
}

async function start() {
  const { module, integrity } = sheet.dataset;
  ask = await load(module, integrity, shape);
  lines = new Lines(sheet, book, words);
  panel.readings();
  restore();
  flow.begin(!part("restored").hidden);
  arrive();
  addEventListener("hashchange", arrive);
  sheet.dataset.ready = "";
  onDemand(sheet, calculator, (button) => {
    const note = button.parentElement.querySelector(".failed") || button.parentElement.appendChild(make("p", "failed"));
    note.role = "alert";
    note.textContent = words.later;
  });
}

document.documentElement.dataset.script = "on";
for (const e of sheet.querySelectorAll(".js:not(.review)")) e.hidden = false;
view(keeper.view); // as it will be: nothing moves when the rules have come
flow.show(questions[0], false, false);
listen();
start().catch(() => {
  sheet.dataset.broken = "";
  sheet.dataset.view = "sheet";
  for (const e of sheet.querySelectorAll(".switch")) e.disabled = true;
});
