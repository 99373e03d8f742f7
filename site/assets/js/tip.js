// A small window beside a word: a name, some lines, some buttons. It closes by
// Escape, by a click elsewhere and by what is chosen in it, and gives the focus
// back.
let close = () => {};

function element(name, text, parent) {
  const e = document.createElement(name);
  e.textContent = text;
  parent.append(e);
  return e;
}

/** actions are pairs of a word and a function; one that returns words has them said in the window's stead. */
export function tip(anchor, name, lines, actions) {
  close();
  const box = document.createElement("div");
  box.className = "tip";
  box.setAttribute("role", "dialog");
  box.setAttribute("aria-label", name);
  element("b", name, box);
  for (const line of lines) element("p", line, box);
  const row = element("div", "", box);
  const said = element("span", "", row);
  said.setAttribute("role", "status");
  for (const [words, act] of [...actions, ["关闭", () => close(true)]]) {
    const b = element("button", words, row);
    b.type = "button";
    b.addEventListener("click", async () => {
      const answer = await act();
      if (answer) said.textContent = answer;
    });
  }
  document.body.append(box);
  const at = anchor.getBoundingClientRect();
  const wide = document.documentElement.clientWidth;
  box.style.left = Math.max(8, Math.min(at.left, wide - box.offsetWidth - 8)) + scrollX + "px";
  const below = at.bottom + box.offsetHeight + 12 < innerHeight || at.top < box.offsetHeight + 12;
  box.style.top = (below ? at.bottom + 6 : at.top - box.offsetHeight - 6) + scrollY + "px";
  box.tabIndex = -1;
  box.focus({ preventScroll: true });

  const outside = (e) => box.contains(e.target) || close();
  const escape = (e) => e.key === "Escape" && close(true);
  close = (back) => {
    box.remove();
    removeEventListener("pointerdown", outside);
    removeEventListener("keydown", escape);
    close = () => {};
    if (back) anchor.focus({ preventScroll: true });
  };
  addEventListener("pointerdown", outside);
  addEventListener("keydown", escape);
}
