// The sentences of the decision sheet about the applicant.
const text = (e) => e?.textContent ?? "";
const entries = (e, selector) => Array.from(e.querySelectorAll(`:scope ${selector} > li`), text);

globalThis.e2e = Object.assign(globalThis.e2e ?? {}, {
  /** Takes readings, by id, as the text is read (0) or as an alternative. */
  read(readings) {
    for (const [id, k] of Object.entries(readings)) document.querySelector(`input[name="r-${id}"][value="${k}"]`)?.click();
  },

  /** What the sheet says about the applicant, once it has said everything. */
  async told() {
    const sheet = e2e.form();
    const result = document.getElementById("result");
    await e2e.until(() => !("busy" in sheet.dataset));
    const conditions = [];
    for (const e of sheet.querySelectorAll(".rest .tests > [data-c]")) conditions[e.dataset.c] = text(e.querySelector(".told"));
    return {
      award: text(result.querySelector(".says")),
      why: entries(result, ".why"),
      changes: entries(result, ".more"),
      others: entries(sheet, ".rest [data-r] .others"),
      turned: entries(result, ".turned").length,
      conditions,
      benefits: Array.from(sheet.querySelectorAll(".rest [data-b]"), (e) => text(e.querySelector(".sum"))),
      amounts: Array.from(sheet.querySelectorAll(".rest [data-b]"), (e) => (e.querySelector(".how") ? entries(e, ".how") : [])),
      nears: Array.from(sheet.querySelectorAll(".rest [data-b]"), (e) => text(e.querySelector(".near"))),
    };
  },
});
