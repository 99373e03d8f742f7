// The decision sheet answers as one types. The page is complete without it:
// this only reads the fields, asks the module and marks what it says.
import { load, unknown } from "./module.js";
import { Question } from "./questions.js";
import { show } from "./result.js";

const sheet = document.querySelector("[data-module]");
const result = document.getElementById("result");
const words = Object.fromEntries(Array.from(sheet.querySelectorAll(".words data"), (e) => [e.value, e.textContent]));
const questions = Array.from(sheet.querySelectorAll("[data-input]"), (e) => new Question(e, words));
const shape = Object.fromEntries(["inputs", "readings", "benefits", "conditions"].map((k) => [k, +sheet.dataset[k]]));

// todo lists the questions that can still change the award, in their order.
function todo(asked) {
  const list = result.querySelector(".todo");
  const items = asked.map((q) => {
    const a = document.createElement("a");
    a.href = "#q-" + q.id;
    a.textContent = q.title;
    const li = document.createElement("li");
    li.append(a);
    return li;
  });
  list.replaceChildren(...items);
  result.dataset.questions = asked.map((q) => q.id).join(" ");
  result.querySelector(".left").textContent = asked.length
    ? words.left.replace("{0}", asked.length)
    : words.none;
  result.querySelector(".next").hidden = !asked.length;
}

function update(assess) {
  const cells = new BigInt64Array(shape.inputs + shape.readings);
  for (const q of questions) cells[q.index] = q.value();
  const answer = assess(cells);
  const byIndex = new Map(questions.map((q) => [q.index, q]));
  const asked = answer.questions.map((i) => byIndex.get(i));
  for (const q of questions) {
    if (cells[q.index] !== unknown) q.element.dataset.state = "answered";
    else q.element.dataset.state = asked.includes(q) ? "ask" : q.wrong ? "wrong" : "settled";
  }
  todo(asked);
  show(sheet, result, answer, words);
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
  const assess = await load(module, integrity, shape);
  sheet.addEventListener("input", () => update(assess));
  sheet.addEventListener("reset", () => setTimeout(update, 0, assess));
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
  update(assess);
  sheet.dataset.ready = "";
}

document.documentElement.dataset.script = "on";
for (const e of sheet.querySelectorAll(".js")) e.hidden = false;
sheet.addEventListener("submit", (e) => e.preventDefault());
start().catch(() => {
  sheet.dataset.broken = "";
  result.querySelector("details").open = true;
  result.querySelector(".says").textContent = words.broken;
});
