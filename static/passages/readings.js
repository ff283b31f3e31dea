// The ways in which a page's text can be read, one after the other: without what
// is no part of a sentence, and with it.

import { COPY, FOLDED, GONE, LIFTED, NOTE, OUTSIDE, REPEAT, UNSEEN, VEILED } from "./kinds.js";

/** @import {Piece} from "./page.js" */

/** A text: one string with the places at which blocks end, and the pieces that
    have a text node, with the places at which each begins.
    @typedef {{ text: string, ends: number[], pieces: Piece[], starts: number[] }} Read */

const ASIDES = NOTE | UNSEEN | GONE;
const REPEATED = REPEAT | COPY;

/** What each reading leaves out. */
const WITHOUT = [
  // The running text,
  ASIDES | REPEATED,
  // with what is hidden from machines only, with numbers that are no marks, and
  // without what is set beside the line;
  ASIDES | COPY,
  UNSEEN | GONE | REPEATED,
  ASIDES | REPEATED | OUTSIDE,
  // with all that stands in its lines;
  REPEATED,
  COPY,
  // the copies.
  ASIDES,
  0,
];

/** A text without what is of these kinds.
    @param {Piece[]} pieces
    @param {number} without
    @returns {Read} */
export const compose = (pieces, without) => {
  /** @type {string[]} */
  const parts = [];
  /** @type {Read} */
  const read = { text: "", ends: [], pieces: [], starts: [] };
  let length = 0;
  for (const piece of pieces) {
    if (piece.is & without) continue;
    if (!piece.text) {
      read.ends.push(length);
      continue;
    }
    if (piece.node) {
      read.pieces.push(piece);
      read.starts.push(length);
    }
    parts.push(piece.text);
    length += piece.text.length;
  }
  read.text = parts.join("");
  return read;
};

/** The readings of what was read of a page, by what they leave out: none that
    would be the same as one before.
    @param {Piece[]} pieces */
export const readingsOf = (pieces) => {
  const kinds = [...new Set(pieces.map(({ is }) => is & ~(FOLDED | LIFTED | VEILED)))].filter(Boolean);
  const left = (/** @type {number} */ without) => kinds.filter((kind) => !(kind & without)).join();
  const all = WITHOUT.map(left);
  return WITHOUT.filter((_, index) => all.indexOf(all[index] ?? "") === index);
};
