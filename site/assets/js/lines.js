// The benefits in the result, one line each: its state and what it comes to.
// A line opens onto the conditions, copied from the sheet with the words they
// stand on; the copies are marked along with what they are copies of.
import { fill } from "./fact.js";
import { hide, list, make, say } from "./say.js";
import { range } from "./worth.js";

function line(sheet, b) {
  const li = make("li", "line");
  const fold = make("details");
  const head = make("summary");
  head.append(make("span", "state"), make("b"), make("span", "pay"));
  fold.append(head);
  fold.addEventListener("toggle", () => fold.open && fold.children.length < 2 && fold.append(copy(sheet, b)));
  li.append(fold);
  return li;
}

// copy is the entry of the ledger with all its conditions in full
function copy(sheet, b) {
  const from = sheet.querySelector(`.rest [data-b="${b}"]`);
  const to = from.cloneNode(true);
  to.removeAttribute("id");
  to.removeAttribute("aria-labelledby");
  for (const e of to.querySelectorAll("header, .also, .shared, .tests")) e.remove();
  const tests = make("ul", "tests");
  for (const { dataset } of from.querySelectorAll("[data-c]")) {
    tests.append(sheet.querySelector(`.rest .tests > [data-c="${dataset.c}"]`).cloneNode(true));
  }
  to.querySelector(".near, .how, .sum").after(tests);
  return to;
}

/** The lines of all benefits, in the policy's order. */
export class Lines {
  constructor(sheet, book, words) {
    Object.assign(this, { sheet, book, words, ul: sheet.querySelector(".lines") });
    this.ul.append(...book.benefits.map((_, b) => line(sheet, b)));
    this.awaits = sheet.querySelector(".awaits");
  }

  show(answer, said) {
    const { book, words } = this;
    Array.from(this.ul.children).forEach((li, b) => {
      const { state } = said.benefits[b];
      const { min, max, pays } = answer.benefits[b];
      const [mark, name, pay] = li.firstChild.firstChild.children;
      if (li.dataset.state !== state) li.dataset.state = li.firstChild.firstChild.dataset.state = state;
      li.toggleAttribute("data-taken", pays);
      say(mark, words[state]);
      say(name, book.benefits[b].name);
      say(pay, book.benefits[b].amount && state !== "failed" ? range(book.say, min, max) : "");
    });
    this.waiting(said);
  }

  // waiting lists what authorities have still to decide, and for which benefits
  waiting(said) {
    const found = new Map();
    this.book.benefits.forEach(({ name, needs, amount }, b) => {
      const { state } = said.benefits[b];
      if (state !== "authority" && !(amount && state === "open")) return;
      for (const k of needs) {
        const { awaiting } = this.book.conditions[k];
        if (said.conditions[k].state === "authority") found.set(awaiting, (found.get(awaiting) || new Set()).add(name));
      }
    });
    list(this.awaits.querySelector("ul"), Array.from(found, ([by, names]) => [fill(this.words.awaits, by, [...names].join(this.book.say.list))]));
    hide(this.awaits, !found.size);
  }
}
