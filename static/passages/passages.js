// Where a passage stands in a page: once, more than once, or not.

import { glue } from "./glue.js";
import { languageOf, read } from "./page.js";

/** @import {StancePassage, StanceSelector} from "../api/standpoint.js" */

/** An element's text as it is when this is made, ready for many questions; when
    the page has changed, make another one. Its language is the one that the page
    says, unless it is given. */
export class Passages {
  #text;
  #nodes;
  #starts;

  /** @param {Element} root
      @param {string} [language] */
  constructor(root, language) {
    if (root?.nodeType !== Node.ELEMENT_NODE) throw new TypeError("the root must be an element");
    const { text, ends, nodes, starts } = read(root);
    this.#text = new glue.PageText(text, Uint32Array.from(ends), language ?? languageOf(root));
    this.#nodes = nodes;
    this.#starts = starts;
  }

  /** Where the passage of a selector stands: an object of the Web Annotation
      model, a list of them, or a text directive; and whether a quotation's text
      is what stands there.
      @param {StanceSelector | StanceSelector[] | string} selector
      @param {string} [text]
      @returns {StancePassage} */
  resolve(selector, text) {
    const [state = 0, ...places] = this.#text.find(selector, text);
    const ranges = [];
    while (places.length) {
      const [from, to] = /** @type {[number, number]} */ (places.splice(0, 2));
      const range = new Range();
      range.setStart(...this.#at(from, 0));
      range.setEnd(...this.#at(to, 1));
      ranges.push(range);
    }
    const states = /** @type {const} */ (["not-found", "exact", "ambiguous", "changed"]);
    return { state: states[state] ?? "not-found", ranges };
  }

  /** Gives the memory back at once; otherwise it is given back at some time. */
  free() {
    this.#text.free();
  }

  /** A place in the text as one in a text node: of the one before the place, if
      that is an `end` and stands between two of them.
      @param {number} place
      @param {0 | 1} end
      @returns {[node: Text, offset: number]} */
  #at(place, end) {
    const start = (/** @type {number} */ index) => /** @type {number} */ (this.#starts[index]);
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (start(middle) + end <= place) low = middle;
      else high = middle;
    }
    return [/** @type {Text} */ (this.#nodes[low]), place - start(low)];
  }
}
