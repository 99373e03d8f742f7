// What if: the award against one amount, as a chart with one's own point on
// it, to drag or to move by the keys, and as a table. Loaded when it is asked
// for. Every word is of the page; every figure is asked of the module, none is
// read off the drawing.
import { changed, fill } from "js/fact.js";
import { unknown } from "js/module.js";
import { nears } from "js/nearest.js";
import { quantity } from "js/quantity.js";
import { say } from "js/say.js";
import { range } from "js/worth.js";
import { draw, point } from "js/plot.js";

const last = (a) => a[a.length - 1];

// line is one of a curve's two, in pieces of two points; k is 2 for the least, 4 for the most
const line = (rows, k) => rows.map((r) => [{ v: r[0], min: r[k] }, { v: r[1], min: r[k + 1] }]);

const flat = (rows) => rows.every((r) => r[2] === rows[0][2] && r[3] === r[2] && r[4] === rows[0][4] && r[5] === r[4]);

// end is where the drawing ends: past the last change and past one's own value.
function end(rows, max, own) {
  const tail = last(rows);
  const rises = tail[2] !== tail[3] || tail[4] !== tail[5];
  let to = rises ? tail[0] * 2n : tail[0];
  to += to / 4n;
  if (own !== unknown && own + own / 8n > to) to = own + own / 8n;
  return to > 0n && to < max ? to : max;
}

// nice is the next step of 1, 2 or 5 above a hundredth of the width.
function nice(width) {
  const least = width / 100n || 1n;
  for (let of = 1n; ; of *= 10n) for (const n of [1n, 2n, 5n]) if (n * of >= least) return n * of;
}

/** A chart over the elements of its section. */
class Whatif {
  constructor(calculator, section) {
    Object.assign(this, { calculator, section, book: calculator.book });
    this.words = Object.fromEntries(Array.from(section.querySelectorAll("data"), (e) => [e.value, e.textContent]));
    for (const name of ["select", "figure", ".reads", "table", ".adopt", ".same", ".chosen"]) this[name.replace(".", "")] = section.querySelector(name);
    this.select.addEventListener("change", () => this.pick(Number(this.select.value)));
    this.adopt.addEventListener("click", () => this.give());
    calculator.addEventListener("change", () => {
      clearTimeout(this.soon);
      this.soon = setTimeout(() => this.refresh(), 50);
    });
    new ResizeObserver(() => this.lines && this.paint()).observe(this.figure);
  }

  /** Takes a new situation: which inputs move the award now. */
  refresh() {
    const { cells, ask } = this.calculator.latest;
    this.cells = cells;
    this.ask = ask;
    const moving = nears(this.book).filter((i) => !flat(ask.curve(cells, i))).sort((a, b) => a - b);
    if (this.select.dataset.of !== moving.join()) {
      this.select.replaceChildren(...moving.map((i) => new Option(this.book.measures[i].short, i)));
      this.select.dataset.of = moving.join();
    }
    this.same.hidden = moving.length > 0;
    this.chosen.hidden = !moving.length;
    if (!moving.length) return;
    const now = moving.includes(this.input) ? this.input : (moving.find((i) => cells[i] !== unknown) ?? moving.find((i) => this.book.measures[i].kind === "money") ?? moving[0]);
    this.select.value = now;
    this.pick(now);
  }

  pick(input) {
    const { kind, unit, max } = this.book.measures[input];
    const own = this.cells[input];
    const fresh = this.input !== input || this.own !== own;
    Object.assign(this, { input, own, say: (v) => quantity(kind, unit, v) });
    const rows = this.ask.curve(this.cells, input);
    this.lines = [line(rows, 2), line(rows, 4)];
    this.from = rows.map((r) => r[0]);
    this.max = BigInt(max);
    this.end = end(rows, this.max, own);
    this.step = nice(this.end);
    if (fresh) this.at = own === unknown ? (this.from[1] ?? 0n) : own;
    this.rows();
    this.paint();
  }

  // award asks what is paid, at least and at most, where the input is v
  award(v) {
    const [, min, max] = this.ask.raw(changed(this.cells, this.input, v));
    return [min, max];
  }

  value(v) {
    return range(this.book.say, ...this.award(v));
  }

  rows() {
    const { from } = this;
    const body = this.table.tBodies[0];
    this.table.querySelector("th").textContent = this.book.measures[this.input].short;
    body.replaceChildren(...from.map((v, i) => {
      const next = from[i + 1];
      const tr = document.createElement("tr");
      const th = tr.appendChild(document.createElement("th"));
      th.scope = "row";
      const sentence = next === undefined ? this.words.from : i ? this.words.between : this.words.under;
      say(th, fill(sentence, this.say(v), next === undefined ? "" : this.say(next)));
      const [first, until] = [this.value(v), this.value(next === undefined ? this.max : next - 1n)];
      say(tr.appendChild(document.createElement("td")), first === until ? first : fill(this.words.rising, first, until));
      return tr;
    }));
  }

  paint() {
    const width = this.figure.clientWidth;
    if (!width) return;
    const short = this.book.measures[this.input].short;
    const had = this.figure.contains(document.activeElement);
    this.slider = draw(this.figure, { width, lines: this.lines, end: this.end, say: this.say, yuan: (v) => quantity("money", "", v), label: fill(this.words.chart, short) });
    this.slider.setAttribute("aria-label", short);
    this.slider.addEventListener("keydown", (e) => this.key(e));
    this.slider.addEventListener("pointerdown", (e) => this.drag(e));
    this.move(this.at);
    if (had) this.slider.focus();
  }

  move(v) {
    this.at = v < 0n ? 0n : v > this.end ? this.end : v;
    point(this.slider, this.at, ...this.award(this.at));
    const words = fill(this.words.reads, this.book.measures[this.input].short + this.say(this.at), this.value(this.at));
    for (const [k, text] of [["valuemin", 0], ["valuemax", Number(this.end)], ["valuenow", Number(this.at)], ["valuetext", words]]) this.slider.setAttribute("aria-" + k, text);
    say(this.reads, words);
    this.adopt.hidden = this.at === this.own;
  }

  key(e) {
    const { from } = this;
    const to = {
      ArrowRight: () => this.at + this.step, ArrowUp: () => this.at + this.step, ArrowLeft: () => this.at - this.step, ArrowDown: () => this.at - this.step,
      PageUp: () => from.find((v) => v > this.at) ?? this.end, PageDown: () => from.filter((v) => v < this.at).pop() ?? 0n, Home: () => 0n, End: () => this.end,
    }[e.key];
    if (!to || e.ctrlKey || e.altKey || e.metaKey) return;
    e.preventDefault();
    this.move(to());
  }

  drag(e) {
    e.preventDefault();
    this.slider.focus();
    this.slider.setPointerCapture(e.pointerId);
    const follow = (m) => {
      const part = BigInt(Math.round(this.slider.plot.part(m.clientX) * 1e6));
      const v = (this.end * part) / 1000000n;
      this.move(((v + this.step / 2n) / this.step) * this.step);
    };
    this.slider.onpointermove = follow;
    this.slider.onpointerup = this.slider.onpointercancel = () => (this.slider.onpointermove = null);
  }

  // give puts the point's value into the sheet
  give() {
    const q = this.calculator.questions.find(({ index }) => index === this.input);
    q.put(q.write(this.at));
    this.calculator.apply();
    this.slider.focus();
  }
}

/** Opens the chart in the section of the button. */
export function open(calculator, button) {
  const section = button.closest("section");
  section.querySelector(".chart").hidden = false;
  button.hidden = true;
  const whatif = new Whatif(calculator, section);
  whatif.refresh();
  if (whatif.slider) whatif.slider.focus();
  else section.querySelector(".same").focus();
}
