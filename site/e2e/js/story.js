// What stories do and look for: things as a person names them, by their words.
const squeeze = (s) => s.normalize("NFKC").replace(/\s+/g, "");
const main = () => document.querySelector("main");
const usable = "button, a[href], label, summary, select, input";

// said is what an element is called by those who see it, or hear it.
const said = (e) => squeeze(e.getAttribute("aria-label") || e.innerText || e.textContent || "");

// top reports whether a click on the middle of an element meets it.
function centre(e) {
  const box = e.getClientRects()[0];
  return [box.left + box.width / 2, box.top + box.height / 2];
}

function met(e) {
  const at = document.elementFromPoint(...centre(e));
  return at && (e.contains(at) || at.contains(e) || at.closest("label") === e);
}

// still waits until an element keeps its place: what was off the screen is laid
// out as it comes near.
async function still(e) {
  for (let last, same = 0; same < 3; ) {
    const at = String(centre(e));
    same = at === last ? same + 1 : 0;
    last = at;
    await new Promise((done) => requestAnimationFrame(done));
  }
}

const question = (id) => document.getElementById("q-" + id);

globalThis.e2e = Object.assign(globalThis.e2e ?? {}, {
  squeeze,

  /** The middle of what has these words: exactly, or beginning with them; the screen is moved to it. */
  async place(text, within) {
    const root = within ? question(within) : main();
    const all = Array.from(root.querySelectorAll(usable)).filter((e) => e2e.visible(e) && e.getClientRects().length && !e.disabled);
    const wanted = squeeze(text);
    const found = all.find((e) => said(e) === wanted) ?? all.find((e) => said(e).startsWith(wanted));
    if (!found) throw new Error(`nothing to use is called ${text}; there is ${all.map(said).join(" | ")}`);
    if (!met(found)) found.scrollIntoView({ block: "center" });
    await still(found);
    if (!met(found)) throw new Error(`${text} is covered by ${e2e.name(document.elementFromPoint(...centre(found)))}`);
    return centre(found);
  },

  /** The middle of the point of the chart, which is brought onto the screen. */
  async point() {
    const e = document.querySelector(".own");
    e.scrollIntoView({ block: "center" });
    await still(e);
    const { left, right, top, bottom } = (e.querySelector("circle") ?? e).getBoundingClientRect();
    return [(left + right) / 2, (top + bottom) / 2];
  },

  /** The middle of the field of a question. */
  field(id) {
    const e = question(id).querySelector("input[type=text]");
    if (!e2e.visible(e)) throw new Error(`the field of ${id} does not show`);
    e.scrollIntoView({ block: "center" });
    e.select();
    return centre(e);
  },

  /** All words one sees in the main part. */
  seen: () => squeeze(e2e.words(main())),

  /** The part of the page that a story speaks of. */
  part(name) {
    const e = document.querySelector({ figure: ".figure", errors: ".errors", result: "#result", review: ".review", progress: ".progress", live: ".live", chart: ".reads", table: ".chart table", title: "title" }[name]);
    return !e ? "" : name === "live" || name === "title" ? squeeze(e.textContent) : e2e.visible(e) ? squeeze(e.innerText) : "";
  },

  /** The question that is asked; "" at the end, several where all are shown. */
  asked: () => Array.from(document.querySelectorAll(".q"), (e) => (e2e.visible(e) ? e.dataset.input : "")).filter(Boolean).join(" "),

  /** What has the focus, as it is called. */
  focus() {
    const e = document.activeElement;
    if (!e || e === document.body) return "";
    const label = e.labels?.[0] ?? e;
    return squeeze([e.name, e.className.baseVal ?? e.className, e.getAttribute("aria-label") ?? "", label.innerText ?? ""].join(" "));
  },

  /** The line of a benefit in the result: its state and what it comes to. */
  line(id) {
    const b = document.querySelector(`.rest [data-benefit="${id}"]`).dataset.b;
    const li = document.querySelectorAll(".lines > li")[b];
    return { state: squeeze(li.querySelector(".state").textContent), pay: squeeze(li.querySelector(".pay").textContent), taken: "taken" in li.dataset };
  },
});
