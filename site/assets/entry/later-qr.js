// The QR code of a text, drawn. Loaded when one is asked for.
import { encode, path } from "js/qr.js";

function make(name, attributes) {
  const e = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [k, v] of Object.entries(attributes)) e.setAttribute(k, v);
  return e;
}

/** The code as an SVG, black on white in any theme, with the light border that readers need; null if no code holds the text. */
export function drawn(text, label) {
  const rows = encode(text);
  if (!rows) return null;
  const side = rows.length + 8;
  const svg = make("svg", { viewBox: `-4 -4 ${side} ${side}`, role: "img", "aria-label": label, class: "qr" });
  svg.append(make("path", { d: `M-4 -4h${side}v${side}h-${side}z`, fill: "#fff" }), make("path", { d: path(rows), fill: "#000" }));
  return svg;
}
