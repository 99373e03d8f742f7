// Puts sentences onto the page as the templates set them: full-width marks
// between Chinese words, and every figure held together with its unit. The Go
// side is keep in package templates.

const quantity = /([0-9][0-9,.]*[万亿千百]*(?:平方米|个月|元|人|%|年|月|日|家|项)?)/;
const narrow = /([\p{Script=Han}”》)%〕])([,;:?!])(?=$|[0-9\p{Script=Han}“《(])/gu;
const wide = { ",": "\uff0c", ";": "\uff1b", ":": "\uff1a", "?": "\uff1f", "!": "\uff01" };
const said = new WeakMap();

/** A sentence with full-width marks between its Chinese words. */
export const widen = (text) => text.replace(narrow, (_, before, mark) => before + wide[mark]);

/** Makes an element of a class, with a text. */
export const make = (name, className = "", textContent = "") => Object.assign(document.createElement(name), { className, textContent });

/** Sets the text of an element; a text that stays is left alone. */
export function say(element, text) {
  if ((said.get(element) || "") === text) return;
  said.set(element, text);
  const parts = widen(text).split(quantity);
  element.replaceChildren(
    ...parts.map((part, i) => {
      if (i % 2 === 0 || part.length < 3) return part;
      return make("span", "n", part);
    }),
  );
}

/** Hides an element or shows it; one that stays as it is costs no style. */
export const hide = (element, is) => element.toggleAttribute("hidden", is);

/** Sets the entries of a list: each a text, or a text and where it leads. */
export function list(element, entries) {
  while (element.children.length > entries.length) element.lastChild.remove();
  entries.forEach(([text, href], i) => {
    const li = element.children[i] || element.appendChild(make("li"));
    if (!href) {
      li.querySelector("a")?.remove();
      return say(li, text);
    }
    const a = li.querySelector("a") || make("a");
    if (!a.isConnected) li.replaceChildren(a);
    a.href = href;
    say(a, text);
  });
  hide(element, !entries.length);
}
