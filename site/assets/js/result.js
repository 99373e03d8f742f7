// Puts an answer of the module onto the elements of the page. Every word
// shown comes from the page; here are only the names of states.
import { range } from "./amount.js";

const conditionStates = ["failed", "met", "open"];
const statuses = ["undetermined", "eligible", "ineligible"];

function mark(element, state, words) {
  element.dataset.state = state;
  const label = element.querySelector(":scope > .state, :scope > header > .state");
  if (label) label.textContent = words[state];
}

function showConditions(sheet, answer, words) {
  for (const e of sheet.querySelectorAll("[data-c]")) {
    let state = conditionStates[answer.conditions[e.dataset.c]];
    if (state === "open" && "by" in e.dataset) state = "authority";
    mark(e, state, words);
  }
}

// pending says why a benefit is undecided: an authority has to speak, or the
// applicant has.
function pending(section) {
  const open = section.querySelector("[data-c][data-state=open]");
  return !open && section.querySelector("[data-c][data-state=authority]") ? "authority" : "open";
}

function showBenefits(sheet, answer, words) {
  for (const e of sheet.querySelectorAll("[data-b]")) {
    const b = answer.benefits[e.dataset.b];
    e.dataset.status = statuses[b.status];
    mark(e, ["", "met", "failed"][b.status] || pending(e), words);
    e.toggleAttribute("data-pays", b.pays);
    const sum = e.querySelector(".sum");
    if (sum) {
      e.dataset.min = b.min;
      e.dataset.max = b.max;
      sum.textContent = b.status === 2 ? "" : range(b.min, b.max, words.range);
    }
  }
}

// Which principle decided: a condition that carries one has failed, or, for
// the choice of the highest, two benefits with an amount compete.
function showPrinciples(sheet, answer) {
  for (const e of sheet.querySelectorAll("[data-principle]")) {
    const at = e.dataset.principle;
    e.toggleAttribute(
      "data-used",
      at ? answer.conditions[at] === 0 : answer.benefits.filter((b) => b.min > 0n).length > 1,
    );
  }
}

function names(sheet, selector) {
  return Array.from(sheet.querySelectorAll(selector), (e) => e.dataset.name);
}

function sentence(sheet, answer, words) {
  const used = names(sheet, "[data-principle][data-used]").map((name) => words.decided.replace("{0}", name));
  const pays = names(sheet, "[data-b][data-pays]");
  let says = words[statuses[answer.status]];
  if (pays.length) says = (answer.min === answer.max ? words.certain : words.atleast).replace("{0}", pays.join("、"));
  return [says, ...used].join("");
}

/** Shows an answer: states on the sheet, the sum and its reason in the result. */
export function show(sheet, result, answer, words) {
  showConditions(sheet, answer, words);
  showBenefits(sheet, answer, words);
  showPrinciples(sheet, answer);
  for (const e of sheet.querySelectorAll("[data-r]")) e.toggleAttribute("data-used", answer.readings[e.dataset.r]);
  Object.assign(result.dataset, { status: statuses[answer.status], min: answer.min, max: answer.max });
  const figure = result.querySelector(".figure");
  figure.textContent = range(answer.min, answer.max, words.range);
  const text = sentence(sheet, answer, words);
  const says = result.querySelector(".says");
  if (says.textContent !== text) says.textContent = text;
}
