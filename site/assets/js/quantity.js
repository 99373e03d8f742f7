// Quantities as explanations say them: 2.5亿元, 1年6个月, 33.33%. The Go side is
// package phrase; tests hold the two equal. Nothing is ever rounded.

const large = [["万亿", 10n ** 12n], ["亿", 10n ** 8n], ["万", 10n ** 4n]];

// decimal writes n/scale without needless zeros.
function decimal(n, scale) {
  const rest = String(n % scale).padStart(String(scale).length - 1, "0").replace(/0+$/, "");
  return n / scale + (rest && "." + rest);
}

// spoken writes hundredths of a unit, with 亿 and 万 where two decimals of them
// say it exactly.
function spoken(hundredths) {
  for (const [word, of] of large) {
    const n = hundredths / of;
    if (n >= 100n && !(hundredths % of)) return decimal(n, 100n) + word;
  }
  return decimal(hundredths, 100n);
}

const period = (n) => (n < 12n ? n + "个月" : n / 12n + "年" + (n % 12n ? (n % 12n) + "个月" : ""));

/** Writes a day as documents do: 2015年11月30日. */
export function formatDate(v) {
  const months = v / 31n;
  return `${String(months / 12n).padStart(4, "0")}年${(months % 12n) + 1n}月${(v % 31n) + 1n}日`;
}

function span(n) {
  if (!(n % 31n)) return period(n / 31n);
  return n < 31n ? n + "天" : n / 31n + "个月又" + (n % 31n) + "天";
}

/** Says a value of a kind; unit is what a count counts, or a foreign currency. */
export function quantity(kind, unit, v) {
  if (v < 0n) return "-" + quantity(kind, unit, -v);
  switch (kind) {
    case "money":
      return spoken(v) + (unit || "元");
    case "area":
      return spoken(v) + "平方米";
    case "count":
      return spoken(v * 100n) + (unit || "");
    case "percent":
      return decimal(v, 100n) + "%";
    case "months":
      return period(v);
    case "date":
      return formatDate(v);
    case "span":
      return span(v);
  }
  return decimal(v, 10000n) + "元"; // a rate
}

/** Says an amount of 分. */
export const yuan = (v) => quantity("money", "", v);
