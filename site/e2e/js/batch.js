// The page on many applicants: handing a list in, and reading what it says.
const desk = () => document.querySelector("form.desk");
const seen = (selector) => Array.from(desk().querySelectorAll(selector));

globalThis.e2e = Object.assign(globalThis.e2e ?? {}, {
  /** Hands in a file of bytes, given in base64, and waits for its columns or for a refusal. */
  async hand(base64, name) {
    const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    const held = new DataTransfer();
    held.items.add(new File([bytes], name));
    const input = desk().querySelector(".file");
    input.files = held.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
    await e2e.until(() => !desk().querySelector(".check").hidden || !desk().querySelector(".fault").hidden);
    const fault = desk().querySelector(".fault");
    return fault.hidden ? "" : fault.textContent;
  },

  /** What the columns are taken for: the words chosen. */
  columns: () => seen(".columns tbody tr").map((row) => Array.from(row.querySelectorAll("select"), (s) => (s.hidden ? "" : s.selectedOptions[0]?.text ?? "")).join(" ").trim()),

  /** Answers the list; resolves when the result is there, to how long that took. */
  async go() {
    const start = performance.now();
    desk().querySelector(".go").click();
    await e2e.until(() => !desk().querySelector(".result").hidden || !desk().querySelector(".fault").hidden);
    return performance.now() - start;
  },

  /** The counts and totals, as words. */
  sums: () => Object.fromEntries(seen(".sums dl > div").map((e) => [e.querySelector("dt").textContent, e.querySelector("dd").textContent])),

  /** The rows shown: name, result, least, most. */
  rows: () => seen(".rows tbody tr").map((row) => [1, 2, 3, 4].map((i) => row.children[i].textContent)),

  /** Chooses rows and waits until they are shown. */
  async choose(set) {
    const where = desk().querySelector(".where");
    const before = where.textContent;
    for (const [name, value] of Object.entries(set)) {
      const e = desk().querySelector("." + name);
      e.value = value;
      e.dispatchEvent(new Event(e.localName === "select" ? "change" : "input", { bubbles: true }));
    }
    await e2e.until(() => where.textContent !== before);
  },

  /** What the button saves, as text, and under which name. */
  async saved(button) {
    const make = URL.createObjectURL;
    const click = HTMLAnchorElement.prototype.click;
    let blob;
    let name;
    URL.createObjectURL = (b) => ((blob = b), make(b));
    HTMLAnchorElement.prototype.click = function () {
      name = this.download;
    };
    desk().querySelector("." + button).click();
    await e2e.until(() => blob && name);
    URL.createObjectURL = make;
    HTMLAnchorElement.prototype.click = click;
    return [new TextDecoder("utf-8", { ignoreBOM: true }).decode(await blob.arrayBuffer()), name];
  },

  /** Notes for how long the page did not answer, from now on. */
  watchTasks() {
    e2e.longest = 0;
    let last = performance.now();
    const tick = () => {
      const now = performance.now();
      e2e.longest = Math.max(e2e.longest, now - last);
      last = now;
      e2e.ticking = setTimeout(tick, 0);
    };
    tick();
  },
});
