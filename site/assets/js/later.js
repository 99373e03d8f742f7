// Modules that are loaded when someone asks for them: see state.js.

/** Lets every element with data-later load its module at a click, and at an address whose fragment begins with its data-hash. */
export function later(root, calculator, failed) {
  let tries = 0; // a browser remembers that a module failed, but not under another fragment
  const open = async (button) => {
    button.setAttribute("aria-busy", "true");
    try {
      const module = await import(new URL(button.dataset.later, document.baseURI).href + (button.dataset.try || ""));
      await module.open(calculator, button);
    } catch {
      button.dataset.try = "#" + ++tries;
      failed(button);
    }
    button.removeAttribute("aria-busy");
  };
  root.addEventListener("click", (e) => {
    const button = e.target.closest("[data-later]");
    if (button) open(button);
  });
  const follow = () => {
    for (const e of root.querySelectorAll("[data-later][data-hash]")) {
      if (location.hash.startsWith("#" + e.dataset.hash)) open(e);
    }
  };
  addEventListener("hashchange", follow);
  follow();
}
