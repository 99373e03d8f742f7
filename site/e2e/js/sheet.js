// The decision sheet: answering, and reading what it says.
const form = () => document.querySelector("form.sheet");
const all = (selector, f) => Array.from(form().querySelectorAll(selector), f);
const ids = (selector, key) => all(selector, (e) => e.dataset[key]);

globalThis.e2e = Object.assign(globalThis.e2e ?? {}, {
  form,

  /** Answers questions, by id: clicks the option or types the words. "" takes an answer back, or says that one does not know. */
  fill(answers) {
    for (const [id, value] of Object.entries(answers)) {
      const field = form().querySelector(`input[type=text][name="${id}"]`);
      if (field) {
        if (field.value === value) continue;
        field.value = value;
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
        continue;
      }
      const chosen = form().querySelector(`input[name="${id}"]:checked`);
      const to = value || (chosen ? "?" : "");
      if ((chosen?.value ?? "") !== to) form().querySelector(`input[name="${id}"][value="${to}"]`).click();
    }
  },

  /** What is marked on the sheet once the result has been painted is there. */
  marked: () => new Promise((done) => requestAnimationFrame(() => setTimeout(() => setTimeout(done)))),

  /** Everything the sheet says, in the order of the rules. */
  async says() {
    await e2e.marked();
    const result = document.getElementById("result");
    const { status, min, max, questions } = result.dataset;
    const conditions = [];
    for (const e of form().querySelectorAll(".rest [data-c]")) {
      (conditions[e.dataset.c] ??= new Set()).add(e.dataset.state);
    }
    return {
      award: [status, min, max],
      figure: result.querySelector(".figure").textContent,
      pays: ids(".rest [data-pays]", "benefit"),
      benefits: all(".rest [data-b]", (e) => [e.dataset.status, e.dataset.min ?? "0", e.dataset.max ?? "0", e.dataset.state]),
      conditions: conditions.map((states) => [...states].join(" and ")),
      principles: ids("[data-principle][data-used]", "name"),
      readings: ids(".rest [data-r][data-used]", "reading"),
      questions: questions.split(" ").filter(Boolean),
      todo: Array.from(result.querySelectorAll(".todo a"), (a) => a.hash.slice(3)),
      asked: ids(".q[data-state=ask]", "input"),
      answered: ids(".q[data-state=answered]", "input"),
      wrong: all("[aria-invalid=true]", (e) => e.name),
    };
  },

  /** Conditions and tiers that lead to no clause with a quotation beside it; a short mention needs its full entry elsewhere. */
  uncited() {
    const cited = new Set(ids(".tests [data-c]:has(.cite q):has(.cite a[href*='#c'])", "c"));
    const mentioned = ids("[data-c]", "c").filter((k) => !cited.has(k));
    const bare = all(".tiers tbody tr:not(:has(.cite q)), .tiers tbody tr:not(:has(.cite a[href*='#c']))", e2e.name);
    return [...new Set(mentioned), ...bare, ...all(".rules > li[data-principle]:not(:has(.cite a[href*='#c']))", e2e.name)];
  },

  /** Visible controls other than the blanks of the form. */
  controls: () =>
    all("button, summary, select, [role=button], input:not([type=text], [type=radio])", (e) => e).filter(e2e.visible).map(e2e.name),

  /** Types each text into a field and says what the page makes of it; laid out only if asked, since that takes time. */
  entries(id, texts, layout) {
    const field = form().elements[id];
    const echo = form().querySelector(`#e-${id}`);
    return texts.map((text) => {
      e2e.fill({ [id]: text });
      return {
        text,
        kept: field.value,
        invalid: field.getAttribute("aria-invalid") === "true",
        says: echo.textContent,
        shown: layout && e2e.visible(echo) && echo.getBoundingClientRect().height > 0,
        described: field.getAttribute("aria-describedby").split(" ").includes(echo.id),
        markup: echo.childElementCount,
        known: field.closest(".q").dataset.state === "answered",
      };
    });
  },
});
