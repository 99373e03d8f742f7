// Modules that are loaded when someone asks for them: see state.js.

let tries = 0; // a browser remembers that a module failed, but not under another fragment

/** Loads a module by its address, as it stands in the page. */
export async function later(address) {
  const held = globalThis.held?.[address]; // in the one file that works by itself
  if (held) return held;
  try {
    return await import(new URL(address, document.baseURI).href + (tries ? "#" + tries : ""));
  } catch (e) {
    tries++;
    throw e;
  }
}

/** Lets every element with data-later load its module at a click, and at an address whose fragment begins with its data-hash. */
export function onDemand(root, calculator, failed) {
  const open = async (button) => {
    button.setAttribute("aria-busy", "true");
    try {
      await (await later(button.dataset.later)).open(calculator, button);
    } catch {
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
