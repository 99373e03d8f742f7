// The questions of the sheet: what was answered, and what is wrong with it.
import { Unreadable, format, parse, parseDate } from "./amount.js";
import { fill } from "./fact.js";
import { unknown } from "./module.js";
import { formatDate } from "./quantity.js";
import { make } from "./say.js";

/** The answer of someone who does not know: unlike a blank it is an answer, so that nobody is asked again. */
export const unsure = "?";

/** One question of the sheet, over the elements the template wrote. */
export class Question {
  constructor(element, words) {
    this.element = element;
    this.words = words;
    this.id = element.dataset.input;
    this.index = Number(element.dataset.i);
    this.who = "who" in element.dataset;
    this.field = element.querySelector("input:not([type=radio])");
    this.options = Array.from(element.querySelectorAll("input[type=radio]"));
    this.echo = element.querySelector(".echo");
    this.title = element.querySelector(".ask").textContent;
    this.skipped = false; // of a number: its reader does not know it
    this.wrong = "";
    this.cell = unknown;
  }

  /** The answer as it was given: an option's value, or the words typed; "" for none. */
  get raw() {
    if (!this.field) return this.options.find((o) => o.checked)?.value || "";
    return this.field.value.trim() ? this.field.value : this.skipped ? unsure : "";
  }

  /** Gives an answer; reports whether it is one that can be given here. */
  put(raw) {
    if (this.field) {
      this.skipped = raw === unsure;
      this.field.value = this.skipped ? "" : raw;
      return true;
    }
    for (const o of this.options) o.checked = o.value === raw;
    return !raw || this.options.some((o) => o.checked);
  }

  /** Whether there is something that counts, if only that one does not know. */
  get done() {
    return !!this.raw && !this.wrong;
  }

  /** Says what is missing, until the next answer. */
  complain(text) {
    this.wrong = text;
    this.seen = null;
    if (this.field) return this.say(text);
    if (!this.note) {
      this.note = make("p", "wrong");
      this.note.id = "w-" + this.id;
      this.options[0].closest(".opts").before(this.note);
    }
    this.note.textContent = text;
    for (const o of this.options) {
      if (text) o.setAttribute("aria-describedby", this.note.id);
      else o.removeAttribute("aria-describedby");
    }
  }

  /** Reads the answer; cell is then what the module's table gets. */
  read() {
    if (this.field) this.number(this.field.value);
    else {
      this.cell = this.option(this.raw);
      if (this.wrong) this.complain("");
    }
    return this.cell;
  }

  option(raw) {
    if (!raw || raw === unsure) return unknown;
    if (this.element.dataset.kind === "bool") return BigInt(raw === "true");
    return BigInt(this.options.findIndex((o) => o.value === raw));
  }

  number(text) {
    if (this.seen === text) return;
    this.seen = text;
    const { kind, unit, scale, min, max } = this.element.dataset;
    const read = kind === "date" ? parseDate : (t) => parse(t, unit, Number(scale));
    this.cell = unknown;
    this.wrong = "";
    let says = "";
    if (text.trim()) {
      this.skipped = false;
      try {
        const value = read(text);
        if (value < BigInt(min) || value > BigInt(max)) throw new Unreadable("limits");
        this.cell = value;
        says = "= " + this.write(value);
      } catch (e) {
        if (!(e instanceof Unreadable)) throw e;
        const sentence = this.words[e.message + "-" + kind] || this.words[e.message];
        says = this.wrong = fill(sentence, this.write(BigInt(min)), this.write(BigInt(max)), scale.length - 1);
      }
    }
    this.say(says);
  }

  /** Says something at the field; what is wrong stays there until it is changed. */
  say(says) {
    if (this.echo.textContent !== says) this.echo.textContent = says;
    this.field.setAttribute("aria-invalid", String(!!this.wrong));
  }

  /** Says a value the way a person would write it. */
  write(value) {
    const { kind, unit, scale } = this.element.dataset;
    return kind === "date" ? formatDate(value) : format(value, unit, Number(scale));
  }

  /** The answer in words: 1亿2000万元, 是; "" for none, and for words that cannot be read as they were typed. */
  get told() {
    if (this.field) return this.cell === unknown ? this.field.value : this.write(this.cell);
    return this.options.find((o) => o.checked)?.parentElement.querySelector("span").textContent || "";
  }

  /** Puts the cursor into the question. */
  focus() {
    const target = this.field || this.options.find((o) => o.checked) || this.options[0];
    this.element.scrollIntoView({ block: "center" });
    target.focus({ preventScroll: true });
  }
}
