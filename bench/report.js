// Figures as Markdown.

/** @param {readonly number[]} list */
export function median(list) {
  const sorted = list.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  if (!sorted.length) return NaN;
  return Number.isInteger(middle)
    ? (sorted[middle - 1] + sorted[middle]) / 2
    : sorted[Math.floor(middle)];
}

/** A number with as many places as its size deserves. @param {number} number */
export function digits(number) {
  if (!Number.isFinite(number)) return "–";
  const places = number === 0 || number >= 99.95 ? 0 : number >= 0.995 ? 1 : 2;
  return number.toLocaleString("en", {
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  });
}

/** @param {number} number */
export const count = (number) => (Number.isFinite(number) ? number.toLocaleString("en") : "–");

/** @param {string[]} head @param {string[][]} rows */
export function table(head, rows) {
  const line = (/** @type {string[]} */ cells) => `| ${cells.join(" | ")} |`;
  const rule = head.map((_, i) => (i ? "---:" : "---"));
  return [line(head), line(rule), ...rows.map(line)].join("\n");
}
