// Text in the form that is compared: package search's Fold, with the place of
// every character kept.

const shapes = new Map();
for (const [shape, marks] of [["(", "([{〔【〖〈《<﹝（［"], [")", ")]}〕】〗〉》>﹞）］"], ['"', "\"'“”‘’「」『』"], ["-", "-‐‑‒–—―−~～"]]) {
  for (const mark of marks) shapes.set(mark, shape);
}
const seen = new Map();

// char folds one character; a space stands for a blank.
function char(c) {
  let to = seen.get(c);
  if (to === undefined) seen.set(c, (to = anew(c)));
  return to;
}

function anew(c) {
  if (shapes.has(c)) return shapes.get(c);
  if (/\s/.test(c) && c !== "\ufeff") return " ";
  if (/[\p{Cc}\p{Cf}]/u.test(c)) return "";
  let to = "";
  for (const x of c.normalize("NFKC").toLowerCase()) to += shapes.get(x) ?? x.trim();
  return to;
}

export const isWord = (c) => (c >= "a" && c <= "z") || (c >= "0" && c <= "9");

// fold returns the folded text; places, if given, receives for each of its
// units where it came from, and the end.
export function fold(s, places) {
  let out = "";
  let blank = false;
  let at = 0;
  for (const c of s) {
    const to = char(c);
    if (to === " ") blank = true;
    else {
      for (let i = 0; i < to.length; i++) {
        if (blank && isWord(to[i]) && out && isWord(out[out.length - 1])) {
          out += " ";
          places?.push(at);
        }
        blank = false;
        out += to[i];
        places?.push(at);
      }
    }
    at += c.length;
  }
  places?.push(at);
  return out;
}
