// What a file is, and what is in it.

import { readDocx } from "./docx.js";
import { readPage } from "./pages.js";

/** @import {Found} from "./found.js" */

/** Reads a file; nothing is thrown.
    @param {File} file
    @returns {Promise<Found>} */
export const read = async (file) => {
  try {
    const buffer = await file.arrayBuffer();
    const [p, k] = new Uint8Array(buffer, 0, Math.min(2, buffer.byteLength));
    if (p === 0x50 && k === 0x4b) return { ...await readDocx(buffer), name: file.name };
    const { text, notes } = decoded(buffer);
    return { notes, ...readText(file.name, text), name: file.name };
  } catch {
    return { kind: "refused", text: "damaged", name: file.name };
  }
};

/** What a text is.
    @param {string} name
    @param {string} text
    @returns {Found} */
export const readText = (name, text) => {
  if (text.includes("\0")) return { kind: "refused", text: "no-text" };
  if (/\.(?:md|markdown)$/i.test(name)) return { kind: "markdown", text };
  if (/^\ufeff?\s*<[!a-z?]/i.test(text)) return readPage(text);
  return { kind: "text", text };
};

/** A text, with its byte order mark, which belongs to it. What is no UTF-8 is read as
    an old file of Windows is, and that is said.
    @param {ArrayBuffer} buffer */
const decoded = (buffer) => {
  const [a, b] = new Uint8Array(buffer, 0, Math.min(2, buffer.byteLength));
  const wide = a === 0xff && b === 0xfe ? "utf-16le" : a === 0xfe && b === 0xff ? "utf-16be" : undefined;
  if (wide) return { text: new TextDecoder(wide).decode(buffer), notes: [] };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(buffer), notes: [] };
  } catch {
    return { text: new TextDecoder("windows-1252").decode(buffer), notes: ["windows-1252"] };
  }
};
