// The questions of the sheet: what was answered, and what is wrong with it.
import { Unreadable, format, parse, parseDate } from "./amount.js";
import { unknown } from "./module.js";
import { formatDate } from "./quantity.js";

/** One question of the sheet, over the elements the template wrote. */
export class Question {
  constructor(element, words) {
    this.element = element;
    this.words = words;
    this.id = element.dataset.input;
    this.index = Number(element.dataset.i);
    this.field = element.querySelector("input:not([type=radio])");
    this.echo = element.querySelector(".echo");
    this.title = element.querySelector(".ask").textContent;
  }

  /** The answer as a cell of the module's table. */
  value() {
    if (!this.field) {
      const chosen = this.element.querySelector("input:checked");
      return chosen && chosen.value ? BigInt(chosen.value) : unknown;
    }
    return this.number(this.field.value);
  }

  number(text) {
    const { kind, unit, scale, min, max } = this.element.dataset;
    const read = kind === "date" ? parseDate : (t) => parse(t, unit, Number(scale));
    const write = kind === "date" ? formatDate : (v) => format(v, unit, Number(scale));
    let value = unknown;
    let says = "";
    let wrong = false;
    if (text.trim()) {
      try {
        value = read(text);
        if (value < BigInt(min) || value > BigInt(max)) throw new Unreadable("limits");
        says = "= " + write(value);
      } catch (e) {
        if (!(e instanceof Unreadable)) throw e;
        value = unknown;
        wrong = true;
        says = (this.words[e.message + "-" + kind] || this.words[e.message])
          .replace("{0}", write(BigInt(min)))
          .replace("{1}", write(BigInt(max)))
          .replace("{2}", scale.length - 1);
      }
    }
    this.wrong = wrong;
    if (this.echo.textContent !== says) this.echo.textContent = says;
    this.field.setAttribute("aria-invalid", String(wrong));
    return value;
  }

  /** Puts the cursor into the question. */
  focus() {
    const target = this.field || this.element.querySelector("input:checked") || this.element.querySelector("input");
    this.element.scrollIntoView({ block: "center" });
    target.focus({ preventScroll: true });
  }
}
