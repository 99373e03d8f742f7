// What the reader chose for every page: size of type, colours, contrast, the
// version for the elderly. A classic script in the head, so that the page is
// painted as it was chosen and nothing jumps. It notes the choice on <html>,
// which the style view.css knows, and keeps it on this device.
{
  const root = document.documentElement;
  const known = { size: ["large", "huge"], theme: ["light", "dark"], contrast: ["high"], elder: ["on"] };
  const { href } = document.currentScript.dataset;
  let chosen = {};
  const read = (text) => {
    const found = JSON.parse(text);
    chosen = {};
    for (const key in known) chosen[key] = known[key].find((v) => v === found?.[key]);
  };
  try {
    read(localStorage.getItem("view"));
  } catch {
    // nothing is kept, or nothing may be kept: the page is as it comes
  }

  const apply = () => {
    let any = false;
    for (const key in known) {
      if (chosen[key]) root.dataset[key] = chosen[key];
      else delete root.dataset[key];
      any ||= !!chosen[key];
    }
    for (const b of document.querySelectorAll("[data-set]")) {
      const [key, value] = b.dataset.set.split("=");
      b.setAttribute("aria-pressed", (root.dataset[key] ?? "") === value);
    }
    if (any && !document.getElementById("chosen")) {
      const link = Object.assign(document.createElement("link"), { id: "chosen", rel: "stylesheet", href });
      link.setAttribute("blocking", "render");
      document.head.append(link);
    }
  };

  root.dataset.view = "speechSynthesis" in window ? "speech" : "";
  apply();
  addEventListener("DOMContentLoaded", apply);
  addEventListener("storage", (e) => {
    if (e.key !== "view") return;
    read(e.newValue);
    apply();
  });
  addEventListener("click", (e) => {
    const fold = document.querySelector(".set details[open]");
    if (fold && !fold.contains(e.target)) fold.open = false;
    const b = e.target.closest?.("[data-set], [data-speak]");
    if (!b) return;
    if (b.dataset.speak) {
      import(new URL(b.dataset.speak, document.baseURI)).then((m) => m.speak());
      return;
    }
    const [key, value] = b.dataset.set.split("=");
    chosen[key] = b.getAttribute("aria-pressed") === "true" ? "" : value;
    try {
      localStorage.setItem("view", JSON.stringify(chosen));
    } catch {
      // it holds for this page alone
    }
    apply();
    dispatchEvent(new Event("resize")); // what measures the page measures again
  });
  addEventListener("keydown", (e) => {
    const fold = document.querySelector(".set details[open]");
    if (e.key !== "Escape" || !fold) return;
    fold.open = false;
    fold.querySelector("summary").focus();
  });
}
