// Quantities the way people write them, read exactly: 1.2亿, 壹亿贰仟万元整,
// 1年6个月, 百分之三十. The Go side is Parse of package amount, of which the
// book carries the units; tests hold the two equal. What one refuses, so does
// the other. Null stands for refused.

const power = 90n;
const one = 10n ** power; // fine enough for every decimal that fits a cell
const longest = 64;
const digits = "零一二三四五六七八九";
const forms = "壹贰叁肆伍陆柒捌玖拾佰仟萬億〇兩两貳參陸圓圆點¥−负";
const plain = "一二三四五六七八九十百千万亿零二二二三六元元点¥--";

function folded(text) {
  let s = "";
  for (const c of text) {
    if (c === " " || c === "\u3000" || c === "\u00a0" || c === "\t") continue;
    const wide = c >= "\uff01" && c <= "\uff5e" ? String.fromCharCode(c.charCodeAt(0) - 0xfee0) : c;
    const i = forms.indexOf(wide);
    s += wide === "㎡" ? "平方米" : wide === "²" ? "2" : i < 0 ? wide : plain[i];
  }
  return s.replace(/年半|半年/g, (w) => (w === "年半" ? "年6个月" : "6个月"));
}

class Refused extends Error {}
const refuse = () => {
  throw new Refused();
};

const times = (v, [num, den]) => (v * BigInt(num)) / BigInt(den);

/** Reads one number with its scales from the front of folded text. */
class Numeral {
  constructor(text) {
    this.rest = text;
  }

  take(pattern) {
    const m = pattern.exec(this.rest);
    if (m) this.rest = this.rest.slice(m[0].length);
    return m;
  }

  // a row of digits: null when none stands here
  digits() {
    const arabic = this.take(/^[0-9][0-9,]*/);
    const m = arabic || this.take(/^[零一二三四五六七八九]+/);
    if (!m) return null;
    let whole = m[0];
    if (arabic && whole.includes(",") && !/^\d{1,3}(,\d{3})+$/.test(whole)) refuse();
    whole = whole.replaceAll(",", "").replace(/[^0-9]/g, (c) => digits.indexOf(c));
    let fraction = "";
    const point = this.take(arabic ? /^\.([0-9]*)/ : /^点([零一二三四五六七八九]*)/);
    if (point) {
      fraction = point[1].replace(/[^0-9]/g, (c) => digits.indexOf(c));
      if (!fraction) refuse();
    }
    const value = BigInt(whole + fraction) * 10n ** (power - BigInt(fraction.length));
    return { value, lone: !point && whole.length === 1 && whole !== "0" };
  }

  small() {
    if (this.rest.startsWith("百分之")) return 1n;
    const m = this.take(/^[十百千]/);
    return m ? 10n ** BigInt(1 + "十百千".indexOf(m[0])) : 1n;
  }

  large() {
    const m = this.take(/^(万亿|万|亿)/);
    return m ? { 万亿: 10n ** 12n, 万: 10n ** 4n, 亿: 10n ** 8n }[m[0]] : 1n;
  }

  // the part in front of 万 or 亿
  section() {
    let value = null;
    let lone = false;
    for (let above = null; ; ) {
      const run = this.digits();
      const scale = this.small();
      if (!run && scale === 1n) return { value, lone };
      if (!run && above !== null) refuse();
      const digit = run ? run.value : one;
      const worth = digit * scale;
      if (above === null) {
        value = worth;
        lone = scale === 1n && run.lone;
      } else {
        if (worth >= above || digit % one) refuse();
        if (scale === 1n && run.lone && above > 10n * one) refuse();
        value += worth;
        lone = false;
      }
      if (scale === 1n) return { value, lone };
      above = scale * one;
    }
  }

  read() {
    let total = 0n;
    for (let above = null; ; ) {
      const { value, lone } = this.section();
      if (value === null) return above === null ? null : total;
      const scale = this.large();
      const worth = value * scale;
      if (above !== null && (worth >= above || (scale === 1n && lone))) refuse();
      total += worth;
      if (scale === 1n) return total;
      if (value % one && /^[0-9零一二三四五六七八九]/.test(this.rest)) refuse();
      above = scale * one;
    }
  }
}

function parts(text, spelling, written) {
  const ahead = (spelling.prefixes || []).find((p) => text.startsWith(p.text));
  const n = new Numeral(ahead ? text.slice(ahead.text.length) : text);
  const ended = () => !n.rest || (spelling.suffixes || []).includes(n.rest);
  let sum = 0n;
  let above = null;
  for (let first = true; first || n.rest; first = false) {
    const v = n.read();
    if (v === null) refuse();
    const worth = ahead?.worth || unit(n, spelling, first, written);
    const part = times(v, worth);
    if (above !== null && part >= above) refuse();
    sum += part;
    above = times(one, worth);
    if (ended() || ahead?.worth) break;
  }
  if (!ended()) refuse();
  return sum;
}

function unit(n, spelling, first, written) {
  const units = spelling.units || [];
  const found = units.find((u) => n.rest.startsWith(u.text));
  if (found) {
    n.rest = n.rest.slice(found.text.length);
    return found.worth;
  }
  if (n.rest || !first || !spelling.bare || (written && units.length)) refuse();
  return spelling.bare;
}

/**
 * Reads text in units of 1/scale; null when it is refused. written demands
 * that the unit is written.
 */
export function spelled(text, spelling, scale, written) {
  if ([...text].length > longest) return null;
  const s = folded(text);
  if (!s || /[约近超余几多]|左右$/.test(s)) return null;
  try {
    const negative = s.startsWith("-");
    const sum = parts(negative ? s.slice(1) : s, spelling, written) * BigInt(scale);
    if (sum % one) return null;
    const v = negative ? -sum / one : sum / one;
    return BigInt.asIntN(64, v) === v && v !== -(2n ** 63n) ? v : null;
  } catch (e) {
    if (e instanceof Refused) return null;
    throw e;
  }
}

/** Reads a day as package calc counts them, in months of 31; null when it is refused. */
export function day(text) {
  const s = folded(text);
  const m = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(s) || /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(s);
  if (!m || [...text].length > longest) return null;
  const [year, month, date] = m.slice(1).filter((x) => /\d/.test(x)).map(Number);
  const real = new Date(0);
  real.setUTCFullYear(year, month - 1, date);
  if (real.getUTCMonth() !== month - 1 || real.getUTCDate() !== date) return null;
  return BigInt((year * 12 + month - 1) * 31 + date - 1);
}
