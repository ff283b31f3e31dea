// What things are called: the same words as Standpoint's, in English.

/** @import { Kind, Statement } from "./document.js" */

/** @type {Kind[]} */
export const KINDS = ["direct_quote", "reported_speech", "narration", "commentary"];
/** @type {Record<Kind, string>} */
export const KIND_WORD = {
  direct_quote: "Direct quotation",
  reported_speech: "Reported speech",
  narration: "The article’s account",
  commentary: "The author’s comment",
};
/** @type {Record<Kind, string>} */
export const KIND_SIGN = {
  direct_quote: "“”",
  reported_speech: "›",
  narration: "¶",
  commentary: "✳",
};

/** @type {Record<string, string>} */
const GLYPHS = {
  "for-1": "+", "for-2": "+", "against-1": "−", "against-2": "−",
  neutral: "0", mixed: "±", contradictory: "≠", silent: "",
};
export const glyph = (/** @type {string} */ tone) => GLYPHS[tone];

/** How a topic's parties stand to each other: class and words, sharpest first. */
export const ACCORDS = [
  ["clash", "Clash"],
  ["differ", "They differ"],
  ["agree", "They agree"],
  ["unclear", "Cannot be compared"],
  ["one-voice", "One voice only"],
  ["silent", "No position stated"],
];
/** How two parties do. */
export const RELATIONS = [
  ["clash", "Clash"],
  ["differ", "Differ"],
  ["agree", "Agree"],
  ["unclear", "Cannot be compared"],
];

/** @type {Record<string, Intl.DateTimeFormat>} */
const formats = {};
/** @param {number} at @param {Intl.DateTimeFormatOptions} options */
function formatted(at, options) {
  const key = Object.keys(options).join();
  formats[key] ??= new Intl.DateTimeFormat("en", { ...options, timeZone: "UTC" });
  return formats[key].format(at);
}

/** An EDTF date in words. @param {string} date */
export function dateWords(date) {
  const part = (/** @type {string} */ part) => {
    if (part === ".." || part === "") return "…";
    const found = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?([~?%]?)$/.exec(part);
    if (!found || Number(found[2]) > 12) return part;
    const [, year, month, day, vague] = found;
    const at = Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1));
    const words =
      day ? formatted(at, { year: "numeric", month: "long", day: "numeric" })
      : month ? formatted(at, { year: "numeric", month: "long" })
      : year;
    return vague ? `about ${words}` : words;
  };
  return date.split("/").map(part).join(" – ");
}

/** When and where a statement stands. @param {Statement} statement */
export const whereWords = ({ date, paragraph }) =>
  (date ? `${dateWords(date)}, ` : "") + `paragraph ${paragraph}`;

export const earlierWords = (/** @type {string | undefined} */ date) =>
  date ? `Earlier (${dateWords(date)})` : "Earlier";

/** @param {number[]} tally of relations, by their index */
export function tallyWords([clash, differ, agree, unclear]) {
  const compared = clash + differ + agree;
  return (
    `${compared} of ${compared + unclear} topics can be compared: ${clash} clashes, ` +
    `${differ} differences and ${agree} agreements.` +
    (unclear ? ` ${unclear} cannot be compared.` : "")
  );
}
