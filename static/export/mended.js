// A document in a page, after an editor has been at it.
//
// Editors take a script for text: they write `&` as a reference, break lines, make
// paragraphs, and turn quotation marks into those of print. What can only have been
// one thing is put back. What may have been two is refused: nobody's words are to be
// guessed at.

/** @import {ExportModule} from "../element/contract.js" */

/** The references by name that editors write. */
const NAMED = /** @type {Record<string, string>} */ ({
  amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0",
});

/** A text without references to characters, and without references to their
    ampersands: who saves twice has those.
    @param {string} text
    @returns {string} */
const unescaped = (text) => {
  const once = text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi,
    (all, decimal, hexadecimal, name) => {
      if (name) return NAMED[name.toLowerCase()] ?? all;
      const code = decimal ? Number(decimal) : parseInt(hexadecimal, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    },
  );
  return once === text ? text : unescaped(once);
};

/** What stands in a text, in other marks than JSON's: no mark but behind a backslash. */
const PLAIN = String.raw`(?:[^"“”„‟″\\]|\\.)`;
/** The same with marks in pairs, as a quotation has them. */
const QUOTING = `(?:${PLAIN}|“${PLAIN}*[”‟″]|„${PLAIN}*[“”‟″])*`;
/** Where a text ends in JSON. */
const END = String.raw`(?=(?:\s|<[^<>]*>)*[,:}\]])`;

/** A text as JSON has it, one in other marks, or what editors put between. */
const PIECES = new RegExp(
  [
    String.raw`"(?:[^"\\]|\\.)*"`,
    `“(${QUOTING})[”‟″]${END}`,
    `„(${QUOTING})[“”‟″]${END}`,
    String.raw`</?(?:br|p|span|div)\b[^<>]*>`,
    "[\u00a0\u200b\ufeff]",
  ].join("|"),
  "g",
);

/** What base64 stands for.
    @param {string} text */
const bytesOf = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));

/** The same JSON in the form in which it was written.
    @param {string} text */
const restored = (text) =>
  text.replace(PIECES, (all, high, low) => {
    const quoted = high ?? low;
    if (quoted !== undefined) return `"${quoted}"`;
    return all.startsWith('"') ? all : " ";
  });

/** Reads a document that an editor has changed.
    @type {ExportModule["mended"]} */
export const mended = (text) => {
  // What has come into base64 is not its own.
  const sealed = text.replace(/<[^>]*>|&#?\w+;|[^\w+/=]/g, "");
  try {
    if (!text.includes("{")) return JSON.parse(new TextDecoder().decode(bytesOf(sealed)));
  } catch {
    // Half of it is none.
  }
  // Around it stand comments for old browsers, or paragraphs.
  const json = text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1);
  try {
    return JSON.parse(json, (_, value) => (typeof value === "string" ? unescaped(value) : value));
  } catch {
    // Not only in its texts, then.
  }
  try {
    return JSON.parse(restored(unescaped(json)));
  } catch (error) {
    throw new Error(
      "The document in the page is no JSON any more: an editor has changed it, and what it was " +
        "can only be guessed. Copy the lines from Share once more, or put the document into a file " +
        `and name its address in src. (${/** @type {Error} */ (error).message})`,
    );
  }
};
