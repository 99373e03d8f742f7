// The questions of the sheet: what was answered, and what is wrong with it.
import { Unreadable, format, parse } from "./amount.js";
import { unknown } from "./module.js";

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
    const { unit, scale, min, max } = this.element.dataset;
    let value = unknown;
    let says = "";
    let wrong = false;
    if (text.trim()) {
      try {
        value = parse(text, unit, Number(scale));
        if (value < BigInt(min) || value > BigInt(max)) throw new Unreadable("limits");
        says = "= " + format(value, unit, Number(scale));
      } catch (e) {
        if (!(e instanceof Unreadable)) throw e;
        value = unknown;
        wrong = true;
        says = this.words[e.message]
          .replace("{0}", format(BigInt(min), unit, Number(scale)))
          .replace("{1}", format(BigInt(max), unit, Number(scale)));
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
