// Figures as Markdown.

import { existsSync, readFileSync, writeFileSync } from "node:fs";

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

/** A number of things; between two of them it is nearest to one. @param {number} number */
export const count = (number) =>
  Number.isFinite(number) ? Math.round(number).toLocaleString("en") : "–";

/** @param {string[]} head @param {string[][]} rows */
export function table(head, rows) {
  const line = (/** @type {string[]} */ cells) => `| ${cells.join(" | ")} |`;
  const rule = head.map((_, i) => (i ? "---:" : "---"));
  return [line(head), line(rule), ...rows.map(line)].join("\n");
}

/** What was found, written down as it comes: a run takes long. */
export class Report {
  /** @param {string | null | undefined} out the file for the tables
      @param {string} raw the file for all figures @param {string} circumstances */
  constructor(out, raw, circumstances) {
    this.out = out;
    this.raw = raw;
    /** @type {string[]} */ this.told = [];
    /** @type {Record<string, unknown>} */ this.figures = {};
    this.add(circumstances);
  }

  /** @param {string} text @param {string} [what] @param {unknown} [figures] all of them */
  add(text, what, figures) {
    console.log(`${text}\n`);
    this.told.push(text);
    if (this.out) writeFileSync(this.out, placed(this.told.join("\n\n"), this.out));
    if (!what) return;
    this.figures[what] = figures;
    writeFileSync(this.raw, JSON.stringify(this.figures, undefined, 1));
  }
}

/** The text after the line that says where it goes, in a file that has one.
    @param {string} text @param {string} file */
function placed(text, file) {
  const old = existsSync(file) ? readFileSync(file, "utf8") : "";
  const [before, line] = /^[^]*?(<!-- figures:.*-->\n)/.exec(old) ?? ["", ""];
  return before + (line && "\n") + text + "\n";
}
