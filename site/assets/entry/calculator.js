// The decision sheet answers as one types. The page is complete without it:
// this only reads the fields, asks the module and marks what it says.
import { explain, otherwise } from "js/explain.js";
import { fill } from "js/fact.js";
import { load, unknown } from "js/module.js";
import { Question } from "js/questions.js";
import { show, showOtherwise } from "js/result.js";
import { list, say } from "js/say.js";

const sheet = document.querySelector("[data-module]");
const result = document.getElementById("result");
const book = JSON.parse(document.getElementById("book").textContent);
const words = Object.fromEntries(Array.from(sheet.querySelectorAll(".words data"), (e) => [e.value, e.textContent]));
const questions = Array.from(sheet.querySelectorAll("[data-input]"), (e) => new Question(e, words));
const shape = Object.fromEntries(["readings", "benefits", "conditions"].map((k) => [k, book[k].length]));
let pending;

// todo lists the questions that can still change the award, in their order.
function todo(asked) {
  list(result.querySelector(".todo"), asked.map((q) => [q.title, "#q-" + q.id]));
  result.dataset.questions = asked.map((q) => q.id).join(" ");
  say(result.querySelector(".left"), asked.length ? fill(words.left, asked.length) : words.none);
  result.querySelector(".next").hidden = !asked.length;
}

// turned says which readings are not taken as the rules take them.
function turned(cells) {
  const others = [];
  for (const e of sheet.querySelectorAll("[data-r]")) {
    const chosen = e.querySelector("input:checked");
    const slot = book.given - book.readings.length + Number(e.dataset.r);
    cells[slot] = BigInt(chosen ? chosen.value : 0);
    if (cells[slot]) others.push([fill(words.turned, book.readings[e.dataset.r].taken[cells[slot]]), "#" + e.id]);
  }
  list(result.querySelector(".turned"), others);
}

function update(ask) {
  const cells = new BigInt64Array(book.given);
  for (const q of questions) cells[q.index] = q.value();
  turned(cells);
  const answer = ask(cells);
  const byIndex = new Map(questions.map((q) => [q.index, q]));
  const asked = answer.questions.map((i) => byIndex.get(i));
  for (const q of questions) {
    if (cells[q.index] !== unknown) q.element.dataset.state = "answered";
    else q.element.dataset.state = asked.includes(q) ? "ask" : q.wrong ? "wrong" : "settled";
  }
  todo(asked);
  show(sheet, result, answer, explain(book, cells, answer), book, words);
  // What would change the answer takes many more questions to the module.
  clearTimeout(pending);
  sheet.dataset.busy = "";
  pending = setTimeout(() => {
    showOtherwise(sheet, result, otherwise(book, cells, answer, ask));
    delete sheet.dataset.busy;
  });
}

function go(id, event) {
  const question = questions.find((q) => q.id === id);
  if (!question) return;
  event.preventDefault();
  question.focus();
}

function follow(event) {
  const link = event.target.closest("a[href^='#q-']");
  if (link) go(link.hash.slice(3), event);
}

async function start() {
  const { module, integrity } = sheet.dataset;
  const ask = await load(module, integrity, shape);
  sheet.addEventListener("input", () => update(ask));
  sheet.addEventListener("reset", () => setTimeout(update, 0, ask));
  result.addEventListener("click", follow);
  // Enter in a field, and the button, lead to the next question
  sheet.addEventListener("submit", (event) => go(result.dataset.questions.split(" ")[0], event));
  const only = sheet.querySelector(".only input");
  only.addEventListener("change", () => sheet.toggleAttribute("data-only", only.checked));
  sheet.toggleAttribute("data-only", only.checked);
  const wide = matchMedia("(min-width: 64rem)");
  const fold = result.querySelector("details");
  const unfold = () => (fold.open = wide.matches);
  wide.addEventListener("change", unfold);
  unfold();
  update(ask);
  sheet.dataset.ready = "";
}

document.documentElement.dataset.script = "on";
for (const e of sheet.querySelectorAll(".js")) e.hidden = false;
sheet.addEventListener("submit", (e) => e.preventDefault());
start().catch(() => {
  sheet.dataset.broken = "";
  for (const e of sheet.querySelectorAll(".switch")) e.disabled = true;
  result.querySelector("details").open = true;
  result.querySelector(".says").textContent = words.broken;
});
