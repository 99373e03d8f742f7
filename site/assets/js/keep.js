// What stays on this device: the answers, so that a reload loses nothing, and
// whether that is wanted. Whatever is read back is hostile until it has
// passed Calculator.set. Storage may be full, forbidden or not there.
const pref = "mingce";

function read(key) {
  try {
    const v = JSON.parse(localStorage.getItem(key));
    return v && typeof v === "object" ? v : {};
  } catch {
    return {};
  }
}

function write(key, value) {
  try {
    if (value) localStorage.setItem(key, JSON.stringify(value));
    else localStorage.removeItem(key);
  } catch {
    // then nothing is kept
  }
}

/** The memory of a policy's sheet. */
export class Keeper {
  constructor(policy) {
    this.key = pref + "/" + policy;
    const { keep, view } = read(pref);
    this.on = keep !== false;
    this.view = view === "sheet" ? "sheet" : "flow";
  }

  /** What was kept: {version, answers, readings}; of any shape. */
  get kept() {
    return this.on ? read(this.key) : {};
  }

  keep(state) {
    if (this.on) write(this.key, Object.keys(state.answers).length + Object.keys(state.readings).length ? state : null);
  }

  prefer(on, view) {
    Object.assign(this, { on, view });
    write(pref, { keep: on, ...(on && { view }) });
    if (!on) this.clear();
  }

  clear() {
    write(this.key, null);
  }
}
