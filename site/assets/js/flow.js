// One question at a time: first who one is, then only what can still change
// the award, in the order of the module. The questions are those of the sheet;
// this shows one of them, and what was answered so far.
import { fill } from "./fact.js";
import { unsure } from "./questions.js";
import { hide, list, make, say } from "./say.js";

const pause = 250; // ms from a tap to the next question: a double tap stays on the one it was meant for

/** The walk through the questions of a sheet. */
export class Flow {
  constructor(sheet, questions, book, words, update) {
    Object.assign(this, { sheet, questions, book, words, update, asked: [], extras: [], more: false, at: undefined });
    for (const name of ["asking", "back", "progress", "continue", "pass", "done", "extra", "errors", "review"]) {
      this[name] = sheet.querySelector("." + name);
    }
    this.title = document.title;
    this.back.addEventListener("click", () => this.backward());
    this.pass.addEventListener("click", () => this.unknown());
    this.extra.addEventListener("click", () => {
      this.more = true;
      this.show(this.upcoming[0]);
    });
    this.asking.addEventListener("click", (e) => this.tapped(e));
    this.review.addEventListener("click", (e) => {
      const id = e.target.closest("button")?.value;
      if (id) this.show(this.find(id));
    });
    addEventListener("popstate", ({ state }) => {
      if (this.on && state && "question" in state) this.show(this.find(state.question), false);
    });
  }

  get on() {
    return this.sheet.dataset.view === "flow";
  }

  find(id) {
    return this.questions.find((q) => q.id === id);
  }

  /** What is still to be asked, who one is first. */
  get upcoming() {
    const open = this.asked.filter((q) => !q.done);
    const who = open.filter((q) => q.who).sort((a, b) => a.index - b.index);
    const rest = [...who, ...open.filter((q) => !q.who)];
    return this.more ? [...rest, ...this.extras.filter((q) => !rest.includes(q))] : rest;
  }

  /** Takes what a new answer leaves to be asked. */
  take(asked, extras) {
    this.asked = asked;
    this.extras = extras.filter((q) => !q.done);
    const given = this.questions.filter((q) => q.done).length;
    const left = this.upcoming.length;
    const text = this.upcoming[0]?.who && !this.more ? this.words.who : left ? this.words.progress : this.words.through;
    say(this.progress.querySelector("p"), fill(text, given, left));
    Object.assign(this.progress.querySelector("progress"), { max: given + left || 1, value: given });
    if (this.errors.hidden || this.questions.some((q) => q.wrong)) return;
    this.clear();
  }

  /** Lists what was answered, each with a way to change it. */
  answered() {
    const rows = this.questions.filter((q) => q.raw);
    const ol = this.review.querySelector("ol");
    hide(this.review, !rows.length);
    say(this.review.querySelector(".count"), String(rows.length));
    while (ol.children.length > rows.length) ol.lastChild.remove();
    rows.forEach((q, i) => {
      const li = ol.children[i] || ol.appendChild(this.row());
      const [short, told, button] = li.children;
      say(short, this.book.measures[q.index].short);
      say(told, q.raw === unsure ? this.words.unsure : q.told);
      told.className = q.wrong ? "wrong" : "";
      if (button.value === q.id) return;
      button.value = q.id;
      button.setAttribute("aria-label", this.words.change + this.words.colon + this.book.measures[q.index].short);
    });
  }

  row() {
    const li = make("li");
    li.append(make("span"), make("b"), make("button", "", this.words.change));
    li.lastChild.type = "button";
    return li;
  }

  // ending says what is left where nothing more is to be asked
  ending() {
    const skipped = this.asked.filter((q) => q.raw === unsure);
    const words = this.words;
    say(this.done.querySelector("h3"), skipped.length ? fill(words.hangs, skipped.length) : words.certain);
    list(this.done.querySelector("ul"), skipped.map((q) => [q.title, "#q-" + q.id]));
    hide(this.extra, this.more || !this.extras.length);
    say(this.extra, fill(words.extra, this.extras.length));
  }

  /** Shows a question, or the end for none; the browser's own way back leads to the one before. */
  show(q, push = true, focus = true) {
    this.clear();
    this.at?.element.removeAttribute("data-now");
    this.at = q;
    if (q) q.element.dataset.now = "";
    this.sheet.toggleAttribute("data-done", !q);
    hide(this.done, !!q);
    hide(this.pass, !q?.field);
    hide(this.back, !this.depth && !this.before());
    if (!q) {
      this.ending();
      this.review.open = true;
    }
    if (push) history.pushState({ question: q ? q.id : "", depth: this.depth + 1 }, "");
    if (!focus) return;
    const target = q ? q.field || q.options.find((o) => o.checked) || q.options[0] : this.done;
    target.focus({ preventScroll: true });
    const { top } = this.asking.getBoundingClientRect();
    if (top < 0 || top > innerHeight / 2) this.asking.scrollIntoView();
  }

  get depth() {
    return history.state?.depth || 0;
  }

  /** Begins; a reload that has kept the answers goes on where it was. */
  begin(kept) {
    const q = (kept && this.find(history.state?.question)) || this.upcoming[0];
    this.review.open = matchMedia("(min-width: 64rem)").matches;
    history.replaceState({ question: q ? q.id : "", depth: this.depth }, "");
    this.show(q, false, false);
  }

  // before is the answered question before the one that is shown
  before() {
    const given = this.questions.filter((q) => q.raw && q !== this.at);
    return given.filter((q) => !this.at || q.index < this.at.index).pop() || (this.at && !this.at.raw && given.pop());
  }

  backward() {
    if (this.depth) history.back();
    else this.show(this.before());
  }

  tapped(e) {
    if (!this.on || e.detail !== 1 || !e.target.closest("[data-now] .opts label")) return;
    const from = this.at;
    setTimeout(() => this.at === from && from.raw && this.onward(), pause);
  }

  unknown() {
    this.at.put(unsure);
    this.update();
    this.onward();
  }

  /** Goes on to the next question; a wrong or missing answer is said instead. */
  onward() {
    const q = this.at;
    if (!q) return;
    if (!q.raw) q.complain(this.words[q.field ? "blank" : "choose"]);
    if (q.wrong) this.fail([q]);
    else this.show(this.upcoming[0]);
  }

  /** Says what is wrong, above the questions, and takes the focus there. */
  fail(wrong) {
    list(this.errors.querySelector("ul"), wrong.map((q) => [this.book.measures[q.index].short + this.words.colon + q.wrong, "#q-" + q.id]));
    hide(this.errors, false);
    document.title = this.words.fault + this.title;
    this.errors.scrollIntoView({ block: "start" });
    this.errors.focus({ preventScroll: true });
  }

  clear() {
    hide(this.errors, true);
    document.title = this.title;
  }
}
