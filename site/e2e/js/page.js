// Waiting, and what holds on every page.
// What the browser has not laid out because it is off the screen
// (content-visibility: auto) is there for who scrolls to it.
const visible = (e) => e.checkVisibility({ visibilityProperty: true });

globalThis.e2e = Object.assign(globalThis.e2e ?? {}, {
  visible,

  /** The words one sees in an element, scrolling through it: all that is off the screen is laid out for a moment. */
  words(e) {
    const all = new CSSStyleSheet();
    all.replaceSync("* { content-visibility: visible !important }");
    document.adoptedStyleSheets.push(all);
    const text = e.innerText;
    document.adoptedStyleSheets.pop();
    return text;
  },

  /** Resolves once the condition holds; fails after half a minute. */
  async until(condition) {
    for (const end = performance.now() + 30000; !(await condition()); ) {
      if (performance.now() > end) throw new Error("waited in vain: " + condition);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  },

  /** What a person would call an element: its tag, id and first words. */
  name: (e) => `${e.localName}${e.id && "#" + e.id}.${e.className} ${e.textContent.trim().slice(0, 20)}`,

  /** The addresses a page leads to or loads, as the browser resolves them. */
  addresses: () => Array.from(document.querySelectorAll("[href], [src]"), (e) => e.href || e.src),

  ids: () => Array.from(document.querySelectorAll("[id]"), (e) => e.id),

  /** What is wider than the screen: the page itself, or words of it cut off. */
  overflow() {
    const width = document.documentElement.clientWidth;
    const found = [];
    if (document.documentElement.scrollWidth > width) found.push(`page: ${document.documentElement.scrollWidth} > ${width}`);
    for (const e of document.body.querySelectorAll("*")) {
      if (!visible(e) || e.closest(".vh")) continue;
      const { left, right } = e.getBoundingClientRect();
      if (right > width + 1 || left < -1) found.push(`${e2e.name(e)}: ${left} to ${right}`);
    }
    return found;
  },

  /** What one clicks or types into and is less high than 44 px, or as given. Links within a sentence are excepted, as in WCAG. */
  small(least = 44) {
    const found = [];
    for (const e of document.querySelectorAll("a, button, input, summary, select, textarea")) {
      if (!visible(e) || e.closest(".vh")) continue;
      if (e.matches("p:not(.cite) > a") && getComputedStyle(e).display === "inline") continue;
      const { height } = (e.closest("label") ?? e).getBoundingClientRect();
      if (height < least - 0.1) found.push(`${e2e.name(e)}: ${height}`);
    }
    return found;
  },
});
