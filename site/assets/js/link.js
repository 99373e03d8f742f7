// A link that carries answers. They stand behind the #, which no browser sends
// to a server, as pairs under the names that rules.toml and `mingce assess` use,
// in the words that the page's own state has for them (state.js):
//
//	#~rules=1f0a9b2c&~award=0-200000000&applicant=enterprise&turnover=2.5亿&~r.startup-within-highest=startup-apart
//
// What begins with ~ is ours: the version of the rules that the answers were
// given to, what they came to then (分, least and most), and readings that were
// turned. All else is an input. What a link says is only read here; what of it
// the rules of today know is for the caller to say.

// A link longer than this was not made here.
const longest = 8000;

/** Writes a state, as Calculator.snapshot gives it, and what it came to, behind a #. */
export function write({ version, award, answers, readings }) {
  const pairs = [["~rules", version], ["~award", award.min + "-" + award.max], ...Object.entries(answers)];
  for (const [id, taken] of Object.entries(readings)) pairs.push(["~r." + id, taken]);
  return "#" + pairs.map((pair) => pair.map(encodeURIComponent).join("=")).join("&");
}

/**
 * Reads what stands behind a #: null where it is no such link, else version,
 * award (null if it does not say), answers and readings as in a snapshot, and
 * spoilt, the parts that are no pairs or name a thing twice.
 */
export function read(hash) {
  if (!hash.startsWith("#~rules=")) return null;
  const link = { version: "", award: null, answers: Object.create(null), readings: Object.create(null), spoilt: [] };
  if (hash.length > longest) {
    link.spoilt.push(hash.slice(0, 80) + "…");
    return link;
  }
  const seen = new Set();
  for (const part of hash.slice(1).split("&")) take(link, part, seen);
  return link;
}

function take(link, part, seen) {
  const pair = decoded(part);
  if (!pair || seen.has(pair[0])) {
    if (part) link.spoilt.push(pair ? pair.join("=") : part);
    return;
  }
  const [name, word] = pair;
  seen.add(name);
  if (name === "~rules") link.version = word;
  else if (name === "~award") link.award = sums(word);
  else if (name.startsWith("~r.")) link.readings[name.slice(3)] = word;
  else link.answers[name] = word;
}

function sums(word) {
  const m = /^(\d{1,19})-(\d{1,19})$/.exec(word);
  return m && { min: BigInt(m[1]), max: BigInt(m[2]) };
}

function decoded(part) {
  const at = part.indexOf("=");
  if (at < 1) return null;
  try {
    return [part.slice(0, at), part.slice(at + 1)].map(decodeURIComponent);
  } catch {
    return null; // a broken %
  }
}
