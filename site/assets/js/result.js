// Puts an answer of the module onto the elements of the page. Every word
// shown comes from the page: its own, or its book of sentences.
import { fill } from "./fact.js";
import { hide, list, make, say } from "./say.js";
import { range } from "./worth.js";

const statuses = ["undetermined", "eligible", "ineligible"];

function mark(element, state, words) {
  if (element.dataset.state === state) return;
  element.dataset.state = state;
  const label = element.querySelector(":scope > .state, :scope > header > .state");
  if (label) label.textContent = words[state];
}

// told is where a sentence about the applicant stands under what the rules say.
function told(element) {
  const found = element.querySelector(":scope > .told");
  if (found) return found;
  const p = make("p", "told");
  element.insertBefore(p, element.querySelector(":scope > .cite"));
  return p;
}

// A condition that is open only for want of an answer says no more than its
// state does.
function showConditions(sheet, said, book, words) {
  const wanted = new Set([...book.measures, ...book.conditions].flatMap((m) => [m.wanted, m.awaiting]));
  for (const e of sheet.querySelectorAll("[data-c]")) {
    const { state, words: text } = said.conditions[e.dataset.c];
    mark(e, state, words);
    if (!e.parentElement.matches(".tests")) continue;
    const p = told(e);
    say(p, text);
    hide(p, !text || text.split(";").every((part) => wanted.has(part)));
  }
}

function showBenefits(sheet, answer, said, { say: sentences }, words) {
  const leads = [sentences.granted, sentences.denied, sentences.unsettled, sentences.awaited];
  for (const e of sheet.querySelectorAll("[data-b]")) {
    const b = answer.benefits[e.dataset.b];
    const { state, words: text, amount } = said.benefits[e.dataset.b];
    e.dataset.status = statuses[b.status];
    mark(e, state, words);
    e.toggleAttribute("data-pays", b.pays);
    const sum = e.querySelector(".sum");
    say(sum, text);
    hide(sum, leads.includes(text)); // no more than its state says
    if (!("amount" in e.dataset)) continue;
    e.dataset.min = b.min;
    e.dataset.max = b.max;
    const settled = b.min === b.max || amount.length > 1;
    list(e.querySelector(".how"), settled ? amount.map((line) => [line]) : []);
  }
}

// decided lists the principles that decided: one that a condition stands for
// once it has failed, the choice of the highest once two benefits surely pay.
const decided = ({ benefits }, { principles }) => principles.filter(({ index }) => index >= 0 || benefits.filter((b) => b.min).length > 1);

function showPrinciples(sheet, answer, said) {
  const found = decided(answer, said);
  for (const e of sheet.querySelectorAll("[data-principle]")) {
    const used = found.find(({ index = "" }) => String(index) === e.dataset.principle);
    e.toggleAttribute("data-used", !!used);
    say(told(e), used ? used.words : "");
  }
}

/** Shows an answer in the result: the sum and its reason. */
export function show(result, answer, said, book) {
  list(result.querySelector(".why"), decided(answer, said).map(({ words }) => [words]));
  for (const e of result.querySelectorAll("[data-r]")) e.toggleAttribute("data-used", answer.readings[e.dataset.r]);
  Object.assign(result.dataset, { status: statuses[answer.status], min: answer.min, max: answer.max });
  const figure = range(book.say, answer.min, answer.max);
  say(result.querySelector(".figure"), figure);
  const says = result.querySelector(".says");
  say(says, said.award);
  hide(says, said.award === fill(book.say.soFar, figure)); // no more than the figure
}

/** Marks an answer on the sheet: states and sentences, condition by condition. */
export function markSheet(sheet, answer, said, book, words) {
  showConditions(sheet, said, book, words);
  showBenefits(sheet, answer, said, book, words);
  showPrinciples(sheet, answer, said);
  for (const e of sheet.querySelectorAll(".rest [data-r]")) e.toggleAttribute("data-used", answer.readings[e.dataset.r]);
}

/** Shows what would change the answer: the nearest changes, and other readings. */
export function showOtherwise(sheet, result, { changes, benefits = [], readings = [] }) {
  list(result.querySelector(".more"), changes.map((text) => [text]));
  for (const e of sheet.querySelectorAll("[data-amount]")) say(e.querySelector(".near"), benefits[e.dataset.b] || "");
  for (const e of sheet.querySelectorAll("[data-r] .others")) {
    list(e, (readings[e.closest("[data-r]").dataset.r] || []).map((text) => [text]));
  }
}
