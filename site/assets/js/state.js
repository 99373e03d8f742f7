// The calculator as other modules see it: what was answered, what came of it,
// and the way to put a state back.
//
// The page's script makes one Calculator. A module of js/later gets it like
// this: it exports a function open(calculator, button), and the template has a
// button with its address,
//
//	<button type="button" data-later="{{.To (index .Later "share").Path}}">…</button>
//
// At the first click the module is loaded, and at every click open is called.
// With data-hash="s=" it is called, too, when the page's address has a
// fragment that begins so, at the start (after what was kept on the device
// has been put back) and whenever the fragment changes. If the module cannot be loaded the page says
// so, and the next click tries again. The words a module says stand in the
// template, beside its button: scripts have none.
//
// What stays as it is from here on:
//
//	calculator.policy     {id, title, number, address}: address is absolute, without query and fragment
//	calculator.version    the version of the rules, eight hexadecimal digits
//	calculator.inForce    in words since when they are in force; may be ""
//	calculator.snapshot() {answers: {id: raw}, readings: {id: alternative}} of all that was
//	                      given, as set takes it. id is that of rules.toml and of the
//	                      assess contract; raw the id of an option, "true", "false", "?"
//	                      for “不知道”, or the words as they were typed; alternative the id
//	                      of one, of readings that are not taken as the rules take them
//	calculator.set(state) puts such a state in place of the present one. Nothing of it is
//	                      trusted. Returns {unknown: [id], refused: [{id, raw}]}: ids that the
//	                      rules do not have, and answers that the question does not offer
//	"change"              an event on calculator after every change, and once at the start.
//	                      What is nearest and what other readings give follows a moment
//	                      later, with another "change"
//	calculator.ready      whether the rules have been loaded: without them nothing is computed
//
// All of it in words — answers, result, benefits, conditions, readings — is
// what describe of view.js makes of a calculator; import it from there.

/** The state of the page, for whoever wants to keep, share or print it. */
export class Calculator extends EventTarget {
  /** sheet is the form, apply is called when a state has been put onto it. */
  constructor(sheet, book, words, questions, apply) {
    super();
    Object.assign(this, { sheet, book, words, questions, apply, latest: null });
    const { policy: id, title, number, version, force = "" } = sheet.dataset;
    this.policy = { id, title, number, address: location.href.replace(/[?#].*/, "") };
    this.version = version;
    this.inForce = force;
    // every reading that turns: its element, its options, and which is taken
    this.switches = Array.from(sheet.querySelectorAll(".rest .switch"), (fieldset) => {
      const options = Array.from(fieldset.querySelectorAll("input"));
      const e = fieldset.closest("[data-r]");
      return { id: e.dataset.reading, e, options, get taken() { return options.findIndex((o) => o.checked); } };
    });
  }

  get ready() {
    return !!this.latest;
  }


  snapshot() {
    return {
      answers: Object.fromEntries(this.questions.filter((q) => q.raw).map((q) => [q.id, q.raw])),
      readings: Object.fromEntries(this.switches.filter((s) => s.taken).map(({ id, options, taken }) => [id, options[taken].dataset.id])),
    };
  }

  set({ answers, readings }) {
    const [unknown, refused] = [[], []];
    const put = (state, list, give) => {
      for (const [id, raw] of Object.entries(state || {})) {
        const e = list.find((e) => e.id === id);
        if (!e) unknown.push(id);
        else if (typeof raw !== "string" || raw.length > 200 || !give(e, raw)) refused.push({ id, raw: String(raw) });
      }
    };
    for (const q of this.questions) q.put("");
    put(answers, this.questions, (q, raw) => q.put(raw));
    const { switches } = this;
    for (const { options } of switches) options[0].checked = true;
    put(readings, switches, ({ options }, raw) => {
      const o = options.find(({ dataset }) => dataset.id === raw);
      if (o) o.checked = true;
      return o;
    });
    this.apply();
    return { unknown, refused };
  }

  /** Takes the newest answer and tells whoever listens. */
  changed(latest) {
    this.latest = latest;
    this.dispatchEvent(new Event("change"));
  }
}
