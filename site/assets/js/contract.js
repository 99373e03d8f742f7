// Answers as `mingce assess` takes them and prints them: true, "enterprise",
// 250000000.05, "2015-11-30". Yuan, square metres and percent are decimals of
// at most two places, which a JSON number carries exactly in the range of every
// input.

const two = (n) => String(n).padStart(2, "0");

/** The decimal n/scale without needless zeros. */
export function decimal(n, scale) {
  const digits = String(scale).length - 1;
  const rest = String(n % BigInt(scale)).padStart(digits, "0").replace(/0+$/, "");
  return n / BigInt(scale) + (digits && rest ? "." + rest : "");
}

/** The JSON value of an answer. kind and scale are of the question, raw and value of describe. */
export function valueOf({ kind, scale }, { raw, value }) {
  if (kind === "bool") return raw === "true";
  if (kind === "choice") return raw;
  if (kind === "date") {
    const months = value / 31n;
    return String(months / 12n).padStart(4, "0") + "-" + two((months % 12n) + 1n) + "-" + two((value % 31n) + 1n);
  }
  return Number(decimal(value, scale));
}
