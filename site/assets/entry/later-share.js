// What one does with a result: a link that carries the answers, its QR code,
// the result as text, as data, and on paper. Loaded when it is asked for. The
// words stand in the section of the buttons; the state is told by view.js.
import { later } from "js/later.js";
import { valueOf } from "js/contract.js";
import { fill } from "js/fact.js";
import { read, write } from "js/link.js";
import { say } from "js/say.js";
import { slip } from "js/slip.js";
import { lines } from "js/text.js";
import { describe } from "js/view.js";
import { range } from "js/worth.js";

const section = document.getElementById("tools");
const words = Object.fromEntries(Array.from(section.querySelectorAll(".phrases data"), (e) => [e.value, e.textContent]));
const out = section.querySelector(".handed");
const status = section.querySelector(".told");

// A page that was opened from a disk has no address that another could open.
const published = location.protocol !== "file:";

function linkOf(calculator, told) {
  const { min, max } = told.answer;
  return calculator.policy.address + write({ version: calculator.version, award: { min, max }, ...calculator.snapshot() });
}

// code is the QR code of a link; null where it is too long, or the code that
// makes it did not arrive: the link does without.
async function code(link) {
  try {
    const { drawn } = await later(section.dataset.qr);
    return drawn(link, words.code);
  } catch {
    return null;
  }
}

// hand shows a text to take away, with what else belongs to it.
function hand(label, text, ...more) {
  const area = document.createElement("textarea");
  Object.assign(area, { id: "handed", readOnly: true, value: text, rows: Math.min(12, text.split("\n").length + 1) });
  area.setAttribute("aria-label", label);
  area.addEventListener("focus", () => area.select());
  out.replaceChildren(area, ...more);
  out.hidden = false;
  return area;
}

// copy puts a text on the clipboard; where that is forbidden it stays marked,
// ready to be copied by hand.
async function copy(area) {
  try {
    await navigator.clipboard.writeText(area.value);
    say(status, words.copied);
  } catch {
    area.focus();
    say(status, document.execCommand("copy") ? words.copied : words.marked);
  }
}

const note = (text) => {
  const p = document.createElement("p");
  p.className = "small";
  say(p, text);
  return p;
};

const today = () => new Date();
const dated = (d) => fill(words.day, d.getFullYear(), d.getMonth() + 1, d.getDate());

const tools = {
  async link(calculator, told) {
    if (!published) return say(status, words.unpublished);
    const link = linkOf(calculator, told);
    const picture = await code(link);
    return copy(hand(words.link, link, ...(picture ? [picture] : []), note(words.private)));
  },
  text(calculator, told) {
    return copy(hand(words.text, lines(calculator, told, words, dated(today())).join("\n")));
  },
  data(calculator, told) {
    const text = JSON.stringify(data(calculator, told), null, 2) + "\n";
    const a = document.createElement("a");
    a.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    a.download = `${calculator.policy.id}-${today().toISOString().slice(0, 10)}.json`;
    a.click();
    setTimeout(() => URL.revokeObjectURL(a.href), 60000);
    say(status, fill(words.saved, a.download));
  },
  async print(calculator, told) {
    slip(calculator, told, words, dated(today()), published && (await code(linkOf(calculator, told))));
    print();
  },
  open: opened,
};

// data is the applicant as a line of `mingce assess`, and what came of it.
function data(calculator, told) {
  const yuan = (fen) => valueOf({ kind: "money", scale: 100 }, { value: fen });
  const { answer } = told;
  const known = told.answers.filter((a) => a.value !== null);
  const byID = new Map(calculator.questions.map((q) => [q.id, q.element.dataset]));
  return {
    policy: calculator.policy.id,
    rules: calculator.version,
    date: today().toISOString().slice(0, 10),
    applicant: Object.fromEntries(known.map((a) => [a.id, valueOf(byID.get(a.id), a)])),
    readings: Object.fromEntries(told.readings.map((r) => [r.id, r.alternative])),
    award: {
      status: answer.status, min: yuan(answer.min), max: yuan(answer.max),
      benefits: answer.benefits.filter((b) => b.pays).map((b) => b.id),
    },
    benefits: answer.benefits.map((b) => ({
      id: b.id, status: { met: "eligible", failed: "ineligible" }[b.state] || "undetermined",
      min: b.amount ? yuan(b.min) : null, max: b.amount ? yuan(b.max) : null,
    })),
    interpretations: answer.rests.map((r) => r.id),
  };
}

// opened puts the answers of a link in place of the present ones, says what of
// them the rules of today do not know, and gives the present ones back on demand.
function opened(calculator) {
  const link = read(location.hash);
  if (!link) return;
  const before = calculator.snapshot();
  history.replaceState(history.state, "", location.pathname + location.search); // what is answered from here on is not in the link
  const { unknown, refused } = calculator.set(link);
  const told = describe(calculator);
  const { min, max } = told.answer;
  const notes = [fill(words.opened, told.answers.length)];
  if (link.version !== calculator.version) {
    notes.push(fill(words["version-changed"], link.version.slice(0, 20), calculator.version));
    const then = link.award;
    const { say: book } = calculator.book;
    if (then && (then.min !== min || then.max !== max)) notes.push(fill(words.changed, range(book, then.min, then.max), range(book, min, max)));
    else if (then) notes.push(fill(words.same, range(book, min, max)));
  }
  const named = (list) => list.join(words.list).slice(0, 400);
  const strange = unknown.map((id) => id + "=" + (link.answers[id] ?? link.readings[id]));
  if (strange.length) notes.push(fill(words.strange, named(strange)));
  const wrong = [...refused.map(({ id, raw }) => id + "=" + raw), ...told.answers.filter((a) => a.wrong).map((a) => a.label)];
  if (wrong.length) notes.push(fill(words.refused, named(wrong)));
  if (link.spoilt.length) notes.push(fill(words.spoilt, named(link.spoilt)));
  tell(calculator, notes, before);
}

function tell(calculator, notes, before) {
  const notice = calculator.sheet.querySelector(".notice.linked");
  const given = (state) => Object.keys({ ...state.answers, ...state.readings }).length;
  notice.querySelector("div").replaceChildren(
    ...notes.map((text) => {
      const p = document.createElement("p");
      p.textContent = text;
      return p;
    }),
  );
  const back = notice.querySelector("button");
  back.hidden = !given(before);
  back.onclick = () => {
    calculator.set(before);
    notice.hidden = true;
  };
  calculator.sheet.querySelector(".notice.restored").hidden = true;
  notice.hidden = false;
}

/** Does what a button is for: its data-tool. */
export function open(calculator, button) {
  say(status, "");
  if (button.dataset.tool !== "link" && button.dataset.tool !== "text") out.hidden = true;
  if (!calculator.ready) return undefined;
  return tools[button.dataset.tool](calculator, describe(calculator));
}
