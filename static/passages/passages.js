// Where a passage stands in a page: once, more than once, or not.

import { glue } from "./glue.js";
import { FOLDED } from "./kinds.js";
import { languageOf, read } from "./page.js";
import { compose, readingsOf } from "./readings.js";
import { cutBy } from "./sight.js";

/** @import {StancePassage, StanceSelector} from "../api/standpoint.js" */
/** @import {Pieces} from "./page.js" */
/** @import {Read} from "./readings.js" */

/** Where a passage stands, and what keeps it from being seen: `closed` what can
    be opened, `box` an element that cuts it off; of those `around`, the outermost
    that might.
    @typedef {StancePassage & {
      closed: boolean, box: Element | undefined, around: Element | undefined }} Place */

const NOWHERE = { folded: false, closed: false, box: undefined, around: undefined };

/** The text of elements as it is when this is made, ready for many questions;
    when the page has changed, make another one. Its language is the one that the
    page says, unless it is given. */
export class Passages {
  #language;
  #pieces;
  #readings;
  /** The readings that have been asked, in order.
      @type {Reading[]} */
  #ready = [];

  /** @param {Element | Element[]} root
      @param {string} [language]
      @param {Pieces} [pieces] what was read of them, if it was */
  constructor(root, language, pieces) {
    const roots = Array.isArray(root) ? root : [root];
    if (roots.some((one) => one?.nodeType !== Node.ELEMENT_NODE)) {
      throw new TypeError("the root must be an element");
    }
    const [first = document.documentElement] = roots;
    this.#language = language ?? languageOf(first);
    this.#pieces = (pieces ?? read(roots)).pieces;
    this.#readings = readingsOf(this.#pieces);
    this.#reading(0);
  }

  /** Where the passage of a selector stands: an object of the Web Annotation
      model, a list of them, or a text directive; and, of a direct quotation,
      whether its text is what stands there.
      @param {StanceSelector | StanceSelector[] | string} selector
      @param {string} [text]
      @returns {Place} */
  place(selector, text) {
    /** @type {Place | undefined} */
    let changed;
    for (let number = 0; ; number++) {
      const reading = this.#reading(number);
      if (!reading) break;
      const place = this.#placed(reading, selector, text);
      // Another reading may have the very words: with the marks of notes, say.
      if (place?.state === "changed") changed ??= place;
      else if (place) return place;
    }
    return changed ?? { ...NOWHERE, state: "not-found", ranges: [] };
  }

  /** The same as a page is told it.
      @param {StanceSelector | StanceSelector[] | string} selector
      @returns {StancePassage} */
  resolve(selector) {
    const { state, ranges, folded } = this.place(selector);
    return { state, ranges, folded };
  }

  /** Gives the memory back at once; otherwise it is given back at some time. */
  free() {
    for (const { text } of this.#ready) text.free();
  }

  /** @param {number} number */
  #reading(number) {
    const known = this.#ready[number];
    if (known) return known;
    const without = this.#readings[number];
    if (without === undefined) return;
    const read = compose(this.#pieces, without);
    const text = new glue.PageText(read.text, Uint32Array.from(read.ends), this.#language);
    const reading = { text, read };
    this.#ready.push(reading);
    return reading;
  }

  /** Where it stands in one reading, if it does.
      @param {Reading} reading
      @param {StanceSelector | StanceSelector[] | string} selector
      @param {string | undefined} words
      @returns {Place | undefined} */
  #placed({ text, read }, selector, words) {
    const [code = 0, ...places] = text.find(selector, words);
    let state = STATES[code];
    if (!state) return;
    /** @type {Spot[]} */
    const spots = [];
    for (let place = 0; place < places.length; place += 2) {
      const spot = spotOf(read, .../** @type {[number, number]} */ (places.slice(place, place + 2)));
      // What stands beside the text is read after it, and no range goes back.
      if (!spot.range.collapsed) spots.push(spot);
      else if (state !== "ambiguous") return;
    }
    const [only] = spots;
    if (!only) return;
    if (state === "ambiguous" && spots.length === 1) {
      state = text.differs(selector, words, only.from, only.to) ? "changed" : "exact";
    }
    const ranges = spots.map(({ range }) => range);
    if (state === "ambiguous") return { ...NOWHERE, state, ranges };
    const closed = spots.some((spot) => spot.closed);
    const boxed = spots.find(({ box }) => box) ?? only;
    const cut = closed ? undefined : cutBy(boxed.range, boxed.box);
    let around = boxed.box;
    while (around?.outer) around = around.outer;
    return { state, ranges, folded: closed || !!cut, closed, box: cut, around: around?.element };
  }
}

/** What Rust's numbers for the states mean; none is *not found*. */
const STATES = /** @type {const} */ ([undefined, "exact", "ambiguous", "changed"]);

/** A place in a text that was read, as a range of the page's.
    @typedef {{
      from: number, to: number, range: Range, closed: boolean, box: Read["pieces"][number]["box"],
    }} Spot
    @typedef {{ text: InstanceType<typeof glue.PageText>, read: Read }} Reading */

/** @param {Read} read
    @param {number} from
    @param {number} to
    @returns {Spot} */
const spotOf = ({ pieces, starts }, from, to) => {
  const [first, last] = [at(starts, from, 0), at(starts, to, 1)];
  const range = new Range();
  const [start, end] = /** @type {[Text, Text]} */ ([pieces[first]?.node, pieces[last]?.node]);
  range.setStart(start, from - (starts[first] ?? 0));
  range.setEnd(end, to - (starts[last] ?? 0));
  const closed = pieces.slice(first, last + 1).some(({ is }) => is & FOLDED);
  return { from, to, range, closed, box: pieces[last]?.box ?? pieces[first]?.box };
};

/** The number of the text node that a place is in: of the one before the place,
    if that is an `end` and stands between two of them.
    @param {number[]} starts
    @param {number} place
    @param {0 | 1} end */
const at = (starts, place, end) => {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (/** @type {number} */ (starts[middle]) + end <= place) low = middle;
    else high = middle;
  }
  return low;
};
