// How well words can be read, from the styles the browser computed.
function rgba(text) {
  const n = text.match(/[\d.]+/g).map(Number);
  if (!text.startsWith("rgb")) throw new Error("a colour of another kind: " + text);
  return [n[0], n[1], n[2], n[3] ?? 1];
}

const over = (top, ground) => [0, 1, 2].map((i) => top[i] * top[3] + ground[i] * (1 - top[3]));

// ground is the colour behind the words of an element.
function ground(e) {
  const layers = [];
  for (; e; e = e.parentElement) {
    const { backgroundColor, backgroundImage } = getComputedStyle(e);
    if (backgroundImage !== "none") throw new Error("words on a picture: " + e2e.name(e));
    layers.unshift(rgba(backgroundColor));
  }
  return layers.reduce((below, top) => over(top, below), [255, 255, 255]);
}

// opacity of an element within all it stands in.
function opacity(e) {
  let product = 1;
  for (; e; e = e.parentElement) product *= getComputedStyle(e).opacity;
  return product;
}

function luminance(colour) {
  const part = (c) => ((c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  return 0.2126 * part(colour[0]) + 0.7152 * part(colour[1]) + 0.0722 * part(colour[2]);
}

// contrast of words of a style that stand in an element; box is the style of
// what they stand in, if it has a ground of its own.
function contrast(e, style, box) {
  let below = ground(e);
  if (box) below = over(rgba(box.backgroundColor), below);
  const ink = rgba(style.color);
  ink[3] *= opacity(e) * (box ? box.opacity : 1);
  const [a, b] = [luminance(over(ink, below)), luminance(below)].sort((x, y) => y - x);
  return (a + 0.05) / (b + 0.05);
}

const hasWords = (e) => Array.from(e.childNodes).some((n) => n.nodeType === Node.TEXT_NODE && n.data.trim());

globalThis.e2e = Object.assign(globalThis.e2e ?? {}, {
  /** Words with less contrast than the least; those that are not drawn at all left out. */
  faint(least) {
    const found = [];
    for (const e of document.body.querySelectorAll("*")) {
      if (!e2e.visible(e) || e.closest(".vh") || opacity(e) === 0) continue;
      const style = getComputedStyle(e);
      const check = (what, of, box) => {
        const c = contrast(e, of, box);
        if (c < least) found.push(`${e2e.name(e)}${what}: ${c.toFixed(2)}`);
      };
      if (hasWords(e) || e.value) check("", style);
      for (const pseudo of ["::before", "::after"]) {
        const made = getComputedStyle(e, pseudo);
        if (/^"[^"]+"/.test(made.content) && parseFloat(style.fontSize) > 0) check(pseudo, made, made);
      }
    }
    return found;
  },
});
