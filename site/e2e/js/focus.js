// Where the focus is and where it should come to.
const group = (e) => (e.type === "radio" ? "radio " + e.name : "");
const key = (e) => group(e) || `${e.localName} ${Array.from(document.querySelectorAll(e.localName)).indexOf(e)}`;

// An outline counts where it is drawn: on the element, or on the label around it.
function outlined(e) {
  const { outlineStyle, outlineWidth } = getComputedStyle(e);
  return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
}

globalThis.e2e = Object.assign(globalThis.e2e ?? {}, {
  /** Everything the tab key has to come past, in order; of a group of options the first. */
  stops() {
    const usable = Array.from(document.querySelectorAll("a[href], button, input, summary, select, textarea, [tabindex='0']"));
    const seen = usable.filter((e) => e2e.visible(e) && !e.disabled && e.tabIndex >= 0);
    return [...new Set(seen.map(key))];
  },

  focused() {
    const e = document.activeElement;
    const box = (e.closest("label") ?? e).getBoundingClientRect();
    const at = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
    return {
      key: key(e),
      name: `${key(e)} ${e2e.name(e)}, ${box.top} to ${box.bottom} of ${innerHeight}, under ${at && e2e.name(at)}`,
      visible: e.matches(":focus-visible") && [e, e.closest("label")].some((x) => x && outlined(x)),
      inside: at !== null && (e.contains(at) || at.contains(e) || at.closest("label") === e.closest("label")) && box.bottom <= innerHeight + 1 && box.top >= -1,
    };
  },
});
