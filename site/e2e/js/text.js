// The text of a policy.
const ours = "aside, nav";

globalThis.e2e = Object.assign(globalThis.e2e ?? {}, {
  /** The paragraphs of the article without what is ours; as shown, or as they stand. */
  lines(shown) {
    const paragraphs = Array.from(document.querySelectorAll("article :is(h1, h2, h3, p)")).filter((e) => !e.closest(ours));
    return paragraphs.map((e) => (shown ? e.innerText : e.textContent));
  },

  /** Where the marks of a clause lead, those of the clauses within it left out. */
  marks(id) {
    const own = (a) => a.closest("article [id]").id === id;
    return Array.from(document.getElementById(id).querySelectorAll("a.p")).filter(own).map((a) => a.hash);
  },

  /** Goes to an address within the page and says what is seen there. */
  async land(hash) {
    location.hash = hash;
    await new Promise(requestAnimationFrame);
    const target = document.querySelector(":target");
    const line = target?.querySelector("h2, h3, p") ?? target;
    const { top, left, height } = line.getBoundingClientRect();
    const at = document.elementFromPoint(left + line.clientWidth / 2, top + Math.min(height, 24) / 2);
    const end = scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
    return { target: target.id, seen: line.contains(at) || at?.contains(line) === true && !at.closest(".toc"), begins: top < innerHeight / 2 || end };
  },
});
