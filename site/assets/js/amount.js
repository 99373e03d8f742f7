// Exact amounts the way people write them: 2.5亿, 12000万, 1亿2000万元,
// 120,000,000, full-width digits. The Go side is package site/amount; what
// either of them accepts means the same number. No float takes part.

const scales = { 万亿: 12, 亿: 8, 千万: 7, 百万: 6, 十万: 5, 万: 4, 千: 3, 百: 2, 十: 1, "": 0 };
const part = /^(\d+)(?:\.(\d+))?(万亿|亿|千万|百万|十万|万|千|百|十)?/;

/** Thrown for words that are no exact amount; its message is a key of the page's sentences. */
export class Unreadable extends Error {}

// The numerals of documents and of cheques, each over the digit or scale it is.
const numerals = "壹贰叁肆伍陆柒捌玖拾佰仟萬億两兩貳參圓圆〇一二三四五六七八九零";
const plainly = "123456789十百千万亿2223元元零123456789零";
const section = /^零?(?:(\d)千)?(零)?(?:(\d)百)?(零)?(?:(\d?)十)?(零)?(\d)?$/;

// figures writes a number in words up to 千 in figures; 一千五 could be read in two ways.
function figures(words) {
  const m = section.exec(words);
  if (!m) throw new Unreadable("form");
  const [, k, , h, , t, , n] = m;
  if (n && t === undefined && (h || k) && words.at(-2) !== "零") throw new Unreadable("form");
  const value = (k || 0) * 1000 + (h || 0) * 100 + (t === undefined ? 0 : t || 1) * 10 + Number(n || 0);
  return words[0] === "零" ? String(value).padStart(4, "0") : String(value);
}

// plain folds full-width forms and Chinese numerals, and drops spaces and
// well-placed commas.
function plain(text) {
  let s = text.normalize("NFKC").replace(/\s/g, "");
  if (/[〇-龥]/.test(s)) {
    const folded = s.replace(/[〇-龥]/g, (c) => plainly[numerals.indexOf(c)] || c);
    if (folded !== s && !/\d/.test(s)) s = folded.replace(/[零\d十百千]+/g, figures);
  }
  if (s.includes(",")) {
    if (!/^[¥]?\d{1,3}(,\d{3})+(?![\d,])/.test(s)) throw new Unreadable("form");
    s = s.replace(/,/g, "");
  }
  return s;
}

// follows reports whether a part may stand after one of scale last: smaller,
// and not to be read in two ways, as 1亿5 (1亿5000万, or 1亿零5元?).
function follows(m, power, last, ended) {
  const width = m[1].replace(/^0+/, "").length;
  if (width === 0 || width + power > last) return false;
  return m[3] ? !m[2] : ended && (width > 1 || m[1][0] === "0");
}

// places is the number of decimals of a scale: 2 for 100.
const places = (scale) => String(scale).length - 1;

/** Reads a date as package calc counts days: months of 31. */
export function parseDate(text) {
  const m = /^(\d{4})[-年./](\d{1,2})[-月./](\d{1,2})日?$/.exec(text.normalize("NFKC").replace(/\s/g, ""));
  if (!m) throw new Unreadable("date");
  const [year, month, day] = m.slice(1).map(Number);
  const real = new Date(Date.UTC(year, month - 1, day));
  if (real.getUTCMonth() !== month - 1 || real.getUTCDate() !== day) throw new Unreadable("date");
  return BigInt((year * 12 + month - 1) * 31 + day - 1);
}

/**
 * Reads text as a value in whole units (scale 1), hundredths (100) or smaller.
 * unit is the word that may follow the number.
 */
export function parse(text, unit, scale) {
  let s = plain(text);
  if (unit === "元") s = s.replace(/^(人民币)?¥?/, "").replace(/元整$/, "元");
  if (s.startsWith("-")) throw new Unreadable("limits");
  const word = unit.normalize("NFKC");
  const ended = s.endsWith(word);
  if (ended) s = s.slice(0, -word.length);
  let last = 99;
  let sum = 0n; // in hundred-millionths of a hundredth: enough for every decimal allowed
  for (let first = true; s; first = false) {
    const m = part.exec(s);
    if (!m) throw new Unreadable("form");
    const power = scales[m[3] || ""];
    if (!first && !follows(m, power, last, ended)) throw new Unreadable("form");
    if (m[2] && m[3] && s !== m[0]) throw new Unreadable("form");
    const decimals = (m[2] || "").replace(/0+$/, "");
    const shift = power + places(scale) - decimals.length;
    if (shift < 0) throw new Unreadable(scale === 1 ? "whole" : "decimals");
    if (m[1].length > 18) throw new Unreadable("limits");
    sum += BigInt(m[1] + decimals) * 10n ** BigInt(shift);
    last = power;
    s = s.slice(m[0].length);
  }
  if (last === 99) throw new Unreadable("form");
  return sum;
}

// scaled writes a whole multiple of 一万 with 亿 and 万, all else in digits.
function scaled(n) {
  if (n === 0n || n % 10000n) return String(n);
  const yi = n / 100000000n;
  const wan = (n % 100000000n) / 10000n;
  let s = "";
  if (yi) s = yi % 10000n ? yi + "亿" : yi / 10000n + "万亿";
  return wan ? s + wan + "万" : s;
}

/** Writes a value the way a person would: 40万元, 1亿2000万元, 123456.05元, 30%. */
export function format(value, unit, scale) {
  if (scale === 1) return scaled(value) + unit;
  const rest = value % BigInt(scale);
  const whole = value / BigInt(scale);
  if (!rest) return (unit === "%" ? String(whole) : scaled(whole)) + unit;
  const digits = String(rest).padStart(places(scale), "0");
  return whole + "." + (unit === "元" && scale === 100 ? digits : digits.replace(/0+$/, "")) + unit;
}

/** Writes a range once: 0至200万元. */
export function range(min, max, words) {
  if (min === max) return format(min, "元", 100);
  return words.replace("{0}", min ? format(min, "元", 100) : "0").replace("{1}", format(max, "元", 100));
}
