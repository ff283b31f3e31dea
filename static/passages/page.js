// Reads the text of a page as it is laid out for reading.

import { Openers, isClosed, isSummary, isUntilFound, parentOf } from "./folds.js";
import { COPY, FOLDED, LIFTED, OUTSIDE, REPEAT, SKIP, UNSEEN, VEILED, isPhrasing, isUnread, kindOf } from "./kinds.js";
import { cuts, isOverfull, isUnseen, scrolls } from "./sight.js";

/** @import {Box} from "./sight.js" */

/** A piece of a page's text: of a text node, or white space that no node has.
    What `is` says of it, `kinds.js` has names for. Where a block ends there is no
    text.
    @typedef {{ text: string, node: Text | undefined, is: number, box: Box | undefined }} Piece */

/** What was read, the elements that were left out or stay unseen, and the boxes
    that cut something off, with how much that is.
    @typedef {{ pieces: Piece[], hidden: Element[], boxes: Map<Element, number> }} Pieces */

/** @type {Set<number>} */
const TEXT = new Set([Node.TEXT_NODE, Node.CDATA_SECTION_NODE]);

/** What does not begin a block of its own. */
const INLINE = /^(inline|contents|ruby|math|-webkit-inline)/;
/** What becomes of words in a line that a style, or a flex box around, has on
    lines of their own. */
const LINES = /^(block|flow-root|flex|grid)/;

/** So long is a letter that is set apart, with its quotation mark. */
const LETTER = 3;

/** The size of what cuts nothing off; nobody asks for it. */
const LARGE = { width: Infinity, height: Infinity };

/** @type {Piece} */
const END = { text: "", node: undefined, is: 0, box: undefined };

/** The language that an element is written in, as far as it says so.
    @param {Element} element */
export const languageOf = (element) => {
  /** @type {Element | null | undefined} */
  let around = element;
  for (; around; around = parentOf(around)) {
    const { lang } = /** @type {HTMLElement} */ (around);
    if (lang) return lang;
  }
  return "en";
};

/** Whether an element and all in it has no place to be shown at.
    @param {CSSStyleDeclaration} style
    @param {string} display */
const isOut = (style, display) =>
  // What is not even in the tree that is shown has no style.
  !display ||
  display === "none" ||
  // To ask costs time, and nothing in a line can be of that kind.
  (display !== "inline" && style.contentVisibility === "hidden");

/** @implements {Pieces} */
class Reader {
  /** @type {Piece[]} */
  pieces = [];
  /** @type {Element[]} */
  hidden = [];
  /** @type {Map<Element, number>} */
  boxes = new Map();
  #openers = new Openers();
  /** What stands beside the line that is read; it follows where that ends.
      @type {Piece[]} */
  #beside = [];
  /** Whether anything stands in that line. */
  #begun = false;

  /** Reads an element, and what is said of it by those around.
      @param {Element} root */
  root(root) {
    if (root.closest(`[${SKIP}]`)) return;
    const around = this.#around(root);
    if (around) this.#enter(root, around.is, around.box, false);
    this.#end();
  }

  /** What the elements around one make of it; nothing where they are not shown.
      @param {Element} element
      @returns {{ is: number, box: Box | undefined } | undefined} */
  #around(element) {
    const parent = parentOf(element);
    if (!parent) return { is: 0, box: undefined };
    const above = this.#around(parent);
    if (!above || isUnread(parent)) return;
    const style = getComputedStyle(parent);
    const is = this.#fold(parent, style, style.display, above.is);
    if (is === undefined) return;
    const folded = isClosed(parent) && !isSummary(element) ? FOLDED : 0;
    return { is: is | folded, box: this.#boxOf(parent, style, above.box) };
  }

  /** What an element is, in one that is `is`, by whether it is shown; nothing
      where it is not and cannot be opened either.
      @param {Element} element
      @param {CSSStyleDeclaration} style
      @param {string} display
      @param {number} is */
  #fold(element, style, display, is) {
    const isShown = !isOut(style, display);
    if (isShown && style.visibility === "visible") return is & ~VEILED;
    if (isShown && is & (LIFTED | VEILED)) return is;
    this.hidden.push(element);
    const canBeOpened = this.#openers.hasOpener(element);
    if (isShown) return is | (canBeOpened ? FOLDED | LIFTED : VEILED);
    if (display && (canBeOpened || isUntilFound(element))) return is | FOLDED;
  }

  /** The box that an element's content is cut off by.
      @param {Element} element
      @param {CSSStyleDeclaration} style
      @param {Box | undefined} outer
      @returns {Box | undefined} */
  #boxOf(element, style, outer) {
    // What can be scrolled can be brought into sight.
    if (scrolls(style)) return;
    if (!cuts(element, style) || !isOverfull(element)) return outer;
    this.boxes.set(element, element.scrollHeight - element.clientHeight);
    return { element, outer };
  }

  /** Ends a block, if there is anything in it, and then what stood beside it. */
  #end() {
    this.pieces.push(END);
    this.#begun = false;
    if (!this.#beside.length) return;
    const beside = this.#beside;
    this.#beside = [];
    for (const piece of beside) this.pieces.push(piece);
  }

  /** @param {Element} element
      @param {number} around what the element around is
      @param {Box | undefined} box
      @param {boolean} inRoot whether it is not the root */
  #enter(element, around, box, inRoot) {
    // White space of its own, which no text node has.
    if (element.localName === "br") return this.#space(around);
    if (isUnread(element)) return;
    const style = getComputedStyle(element);
    const { display } = style;
    const shown = this.#fold(element, style, display, around);
    if (shown === undefined) return;
    let is = inRoot ? shown | kindOf(element) : shown;
    if (display === "inline" || display === "contents") {
      if (isUnseen(element, style, true, false, box)) is |= this.#unseen(element);
      return this.#children(element, style, is, box);
    }
    const isPlaced = /^(absolute|fixed)$/.test(style.position);
    const isApart = isPlaced || style.cssFloat !== "none";
    // What is placed leaves the boxes that it is not placed in.
    const place = isPlaced && box ? /** @type {HTMLElement} */ (element).offsetParent : undefined;
    let inner = box;
    while (inner && isPlaced && !(place && inner.element.contains(place))) inner = inner.outer;
    if (isUnseen(element, style, false, isApart, inner)) is |= this.#unseen(element);
    const phrasing = isPhrasing(element);
    const { width, height } = cuts(element, style) ? element.getBoundingClientRect() : LARGE;
    if (width <= 1 || (height <= 1 && (isApart || phrasing))) is |= this.#unseen(element);
    else inner = this.#boxOf(element, style, inner);
    if (INLINE.test(display)) return this.#children(element, style, is, inner);
    const parted = (/** @type {() => void} */ part) => {
      part();
      this.#children(element, style, is, inner);
      part();
    };
    const space = () => this.#space(is);
    const end = () => this.#end();
    if (!isApart || !inRoot) return parted(phrasing && inRoot && LINES.test(display) ? space : end);
    const isLetter = element.textContent.trim().length <= LETTER;
    // A drop cap is of the word; what else stands there may be or not.
    if (isLetter && !isPlaced) return this.#children(element, style, is, inner);
    if (!phrasing && !isLetter) return this.#aside(() => parted(end));
    is |= OUTSIDE;
    if (isLetter) this.#children(element, style, is, inner);
    else parted(space);
  }

  /** Reads what stands beside the line, so that the line goes on behind it.
      @param {() => void} read */
  #aside(read) {
    const [line, beside, begun] = [this.pieces, this.#beside, this.#begun];
    if (begun) {
      this.pieces = [];
      this.#beside = [];
    }
    read();
    if (!begun) return;
    for (const piece of this.pieces) beside.push(piece);
    [this.pieces, this.#beside, this.#begun] = [line, beside, begun];
  }

  /** @param {Element} element
      @param {CSSStyleDeclaration} style
      @param {number} is
      @param {Box | undefined} box */
  #children(element, style, is, box) {
    // A ruby's reading is a word beside the word.
    if (element.localName === "rt") this.#space(is);
    const isReadable = !(is & VEILED);
    const closed = isClosed(element);
    // Spaces between words may be taken out so, and the words have a size again.
    const isTiny = parseFloat(style.fontSize) <= 1;
    for (let node = element.firstChild; node; node = node.nextSibling) {
      const here = closed && !isSummary(node) ? is | FOLDED : is;
      if (node.nodeType === Node.ELEMENT_NODE) this.#enter(/** @type {Element} */ (node), here, box, true);
      else if (isReadable && TEXT.has(node.nodeType)) {
        const words = /** @type {Text} */ (node);
        if (!words.length) continue;
        const { data } = words;
        const isBlank = !/\S/.test(data);
        this.pieces.push({ text: data, node: words, is: isTiny && !isBlank ? here | UNSEEN : here, box });
        if (!isBlank && !(here & (REPEAT | COPY | UNSEEN))) this.#begun = true;
      }
    }
    if (element.localName === "rt") this.#space(is);
  }

  /** @param {Element} element */
  #unseen(element) {
    this.hidden.push(element);
    return UNSEEN;
  }

  /** @param {number} is */
  #space(is) {
    this.pieces.push({ text: "\n", node: undefined, is, box: undefined });
  }
}

/** The text of elements, in order. What is hidden is left out, and so is what
    lies in shadow roots.
    @param {Element[]} roots
    @returns {Pieces} */
export const read = (roots) => {
  const reader = new Reader();
  for (const root of roots) reader.root(root);
  return reader;
};
