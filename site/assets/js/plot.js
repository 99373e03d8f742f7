// Draws step lines as SVG: exact corners, the axes labelled at the thresholds
// themselves, and one point that can be moved.
const svg = "http://www.w3.org/2000/svg";

function make(name, attributes, text) {
  const e = document.createElementNS(svg, name);
  for (const [k, v] of Object.entries(attributes)) e.setAttribute(k, v);
  if (text !== undefined) e.textContent = text;
  return e;
}

const height = 240;
const edge = { left: 76, right: 18, top: 18, bottom: 58 };

// scale maps 0 to end onto pixels; big numbers, small screen: a double will do
const scale = (end, from, to) => (v) => from + (Number(v) / Number(end || 1n)) * (to - from);

// path is a line through the pieces that begin before the end; each reaches to
// where the next begins, for there is no value between
function path(line, x, y, end) {
  let d = "";
  for (const [i, [a, b]] of line.entries()) {
    if (a.v > end) break;
    const until = line[i + 1] ? line[i + 1][0].v : b.v;
    const stop = until > end ? end : until;
    const high = b.v > a.v && stop < b.v ? a.min + ((b.min - a.min) * (stop - a.v)) / (b.v - a.v) : b.min;
    d += `${d ? "L" : "M"}${x(a.v)},${y(a.min)}L${x(stop)},${y(high)}`;
  }
  return d;
}

// spread keeps those of sorted positions that stand far enough apart
function apart(list, gap) {
  const out = [];
  for (const e of list) if (!out.length || Math.abs(e.at - out[out.length - 1].at) >= gap) out.push(e);
  return out;
}

function axes(g, { lines, end, say, yuan }, x, y, right, floor) {
  const values = [...new Set(lines.flat().filter(([a]) => a.v <= end).flatMap(([a, b]) => [a.min, b.v <= end ? b.min : a.min]))];
  const heights = values.map((v) => ({ v, at: y(v) })).sort((a, b) => a.at - b.at);
  for (const { v, at } of apart(heights, 18)) {
    g.append(make("line", { class: "grid", x1: edge.left, x2: right, y1: at, y2: at }));
    g.append(make("text", { x: edge.left - 8, y: at + 5, "text-anchor": "end" }, v ? yuan(v) : "0"));
  }
  const cuts = [...new Set(lines.flat().map(([a]) => a.v))].filter((v) => v > 0n && v <= end).sort((a, b) => (a < b ? -1 : 1));
  const rows = [-99, -99]; // where the last label of each of two rows ends
  for (const v of cuts) {
    const at = x(v);
    g.append(make("line", { class: "tick", x1: at, x2: at, y1: floor, y2: floor + 6 }));
    const text = say(v);
    const half = text.length * 6.5;
    const row = rows.findIndex((until) => at - half > until + 6);
    if (row < 0) continue;
    const anchor = at + half > right + edge.right ? "end" : "middle";
    rows[row] = anchor === "end" ? at : at + half;
    g.append(make("text", { x: anchor === "end" ? right + edge.right : at, y: floor + 22 + row * 20, "text-anchor": anchor }, text));
  }
}

/**
 * Draws lines, each pieces of two points {v, min}, from 0 to end into a figure,
 * and returns the point, to be moved with point.
 */
export function draw(figure, options) {
  const { width, lines, end, label } = options;
  const [right, floor] = [width - edge.right, height - edge.bottom];
  const shown = lines.flat().filter(([a]) => a.v <= end).flatMap(([a, b]) => [a.min, b.v <= end ? b.min : a.min]);
  const top = shown.reduce((a, b) => (a > b ? a : b), 1n);
  const x = scale(end, edge.left, right);
  const y = scale(top, floor, edge.top);
  const root = make("svg", { viewBox: `0 0 ${width} ${height}`, width, height, role: "group", "aria-label": label });
  const g = root.appendChild(make("g", { "aria-hidden": "true" }));
  axes(g, options, x, y, right, floor);
  g.append(make("line", { class: "axis", x1: edge.left, x2: right, y1: floor, y2: floor }));
  const [sure, most] = lines.map((line) => path(line, x, y, end));
  if (most !== sure) g.append(make("path", { class: "most", d: most }));
  g.append(make("path", { class: "sure", d: sure }));
  const slider = root.appendChild(make("g", { class: "own", role: "slider", tabindex: 0 }));
  slider.append(make("line", { class: "rule", y1: edge.top, y2: floor }), make("circle", { class: "touch", r: 24 }), make("line", { class: "span" }), make("circle", { class: "dot", r: 8 }));
  slider.plot = { x, y, part: (clientX) => Math.min(1, Math.max(0, (clientX - root.getBoundingClientRect().left - edge.left) / (right - edge.left))) };
  figure.replaceChildren(root);
  return slider;
}

/** Moves the point to a value and what is paid there, at least and at most. */
export function point(slider, v, min, max) {
  const { x, y } = slider.plot;
  const at = x(v);
  const [rule, touch, span, dot] = slider.children;
  for (const e of [rule, span]) {
    e.setAttribute("x1", at);
    e.setAttribute("x2", at);
  }
  span.setAttribute("y1", y(min));
  span.setAttribute("y2", y(max));
  for (const e of [touch, dot]) {
    e.setAttribute("cx", at);
    e.setAttribute("cy", y(max));
  }
}
