// A link that carries answers. They stand behind the #, which no browser sends
// to a server, as pairs under the names that `mingce assess` uses:
//
//	#~rules=1f0a9b2c&~award=0-200000000&applicant=enterprise&turnover=250000000&~r.startup-within-highest=startup-apart
//
// What begins with ~ is ours: the version of the rules that the answers were
// given to, what they came to then (分, least and most), and readings that were
// turned. All else is an input. What a link says is only read here; what of it
// the rules of today know is for the caller to say.

// A link longer than this was not made here.
const longest = 8000;

/** Writes answers and readings, each a list of [id, word], behind a #. */
export function write({ version, award, answers, readings }) {
  const pairs = [["~rules", version], ["~award", award.min + "-" + award.max], ...answers];
  for (const [id, taken] of readings) pairs.push(["~r." + id, taken]);
  return "#" + pairs.map((pair) => pair.map(encodeURIComponent).join("=")).join("&");
}

/**
 * Reads what stands behind a #: null where it is no such link, else version,
 * award (null if it does not say), answers and readings as written, and
 * spoilt, the parts that are no pairs or name a thing twice.
 */
export function read(hash) {
  if (!hash.startsWith("#~rules=")) return null;
  const link = { version: "", award: null, answers: [], readings: [], spoilt: [] };
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
  else if (name.startsWith("~r.")) link.readings.push([name.slice(3), word]);
  else link.answers.push([name, word]);
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

const places = (scale) => String(scale).length - 1;

/** The word of an answer: yes, an option's id, 250000000, 2015-11-30. question has kind, scale and the ids of its options. */
export function word({ kind, scale, options }, cell) {
  if (kind === "bool") return cell ? "yes" : "no";
  if (kind === "choice") return options[Number(cell)];
  if (kind === "date") {
    const two = (n) => String(n).padStart(2, "0");
    const months = cell / 31n;
    return String(months / 12n).padStart(4, "0") + "-" + two((months % 12n) + 1n) + "-" + two((cell % 31n) + 1n);
  }
  const digits = String(cell % BigInt(scale)).padStart(places(scale), "0").replace(/0+$/, "");
  return cell / BigInt(scale) + (scale > 1 && digits ? "." + digits : "");
}

/** The answer that a word stands for, as a cell; null where it stands for none that the question takes. */
export function cell(question, text) {
  const value = parsed(question, text);
  if (value === null || value < BigInt(question.min) || value > BigInt(question.max)) return null;
  return value;
}

function parsed({ kind, scale, options }, text) {
  if (kind === "bool") return text === "yes" ? 1n : text === "no" ? 0n : null;
  if (kind === "choice") return options.includes(text) ? BigInt(options.indexOf(text)) : null;
  if (kind === "date") {
    const m = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
    const day = m && new Date(text + "T00:00:00Z");
    if (!m || isNaN(day) || day.toISOString().slice(0, 10) !== text) return null;
    return (BigInt(m[1]) * 12n + BigInt(m[2]) - 1n) * 31n + BigInt(m[3]) - 1n;
  }
  const m = /^(\d{1,15})(?:\.(\d+))?$/.exec(text);
  if (!m || (m[2] || "").length > places(scale)) return null;
  return BigInt(m[1] + (m[2] || "").padEnd(places(scale), "0"));
}
