// The result on a phone is a bar that opens; beside the sheet it is a column.
// It repeats the readings that the answer rests on, each with its switch, and
// says to those who do not see it what has changed, once it stays.
const again = "again-"; // what the name of a copied switch begins with
const rest = 1200; // ms without a change before the new result is said

/** What surrounds the figures of the result. */
export class Panel {
  constructor(sheet, result, words) {
    Object.assign(this, { sheet, result, words });
    this.bar = result.querySelector(".unfold");
    this.live = result.querySelector(".live");
    this.bar.addEventListener("click", () => this.open(!("open" in result.dataset)));
    for (const e of sheet.querySelectorAll(".show-result")) e.addEventListener("click", () => this.open(true));
    addEventListener("keydown", (e) => {
      if (e.key !== "Escape" || !("open" in result.dataset)) return;
      this.open(false);
      this.bar.focus();
    });
  }

  /** Opens or closes the result of a phone. */
  open(is) {
    this.result.toggleAttribute("data-open", is);
    this.bar.setAttribute("aria-expanded", String(is));
    if (is) this.bar.focus();
  }

  /** Copies the readings that are not settled; a switch turned here is turned on the sheet. */
  readings() {
    const ul = this.result.querySelector(".rests ul");
    for (const from of this.sheet.querySelectorAll(".rest [data-r]:not([data-settled])")) {
      const to = from.cloneNode(true);
      to.removeAttribute("id");
      for (const e of to.querySelectorAll("input")) {
        e.name = again + e.name;
        e.checked = e.defaultChecked;
      }
      ul.append(to);
    }
  }

  /** Turns the sheet's switch as its copy here was turned. */
  mirror({ name, value }) {
    const twin = name.startsWith(again) && this.sheet.elements[name.slice(again.length)];
    if (twin) twin.value = value;
  }

  /** Turns the copies as the switches of the sheet are. */
  sync(switches) {
    const all = switches.flatMap(({ options }) => options);
    this.result.querySelectorAll(".switch input").forEach((e, i) => {
      if (e.checked !== all[i].checked) e.checked = all[i].checked;
    });
  }

  /** Says the result, and how the field in use was understood, once both stay as they are. */
  announce(field) {
    const now = () => {
      const echo = field?.closest?.(".field")?.querySelector(".echo").textContent || "";
      return echo + (echo && this.words.colon) + this.result.querySelector(".label").textContent + this.result.querySelector(".figure").textContent;
    };
    this.said ??= now();
    clearTimeout(this.saying);
    this.saying = setTimeout(() => {
      if (this.said !== now()) this.live.textContent = this.said = now();
    }, rest);
  }
}
