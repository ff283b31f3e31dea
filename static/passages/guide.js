// The way from a cell to its passages in the page's text and back.

import { Marks } from "./highlight.js";
import { Offer } from "./offer.js";
import { languageOf } from "./page.js";
import { Passages } from "./passages.js";

/** @import {StanceComparison, StanceDocument, StancePassage, StanceStatement} from "../api/standpoint.js" */
/** @import {Guided, PassagesModule} from "../element/contract.js" */
/** @import {Found} from "./offer.js" */

/** How long a page must have rested before its text is read again, in ms. */
const REST = 200;

/** How long the pointer must stay at a passage before something is offered, in
    ms: who only passes over the text is left alone. */
const INTENT = 250;

/** The cell that rests on a statement: of those that do, the one of whom it is
    by; without any, the background of a topic.
    @param {StanceDocument} document
    @param {StanceStatement} statement */
const cellOf = ({ people = [], stances = [], topics }, { id, speaker_id: speaker }) => {
  const party = people.find((person) => person.id === speaker)?.organization_id ?? speaker;
  const resting = stances.filter((stance) => stance.statement_ids.includes(id));
  const stance = resting.find((one) => one.organization_id === party) ?? resting[0];
  if (stance) return `${stance.organization_id}/${stance.topic_id}`;
  return topics.find((topic) => topic.statement_ids?.includes(id))?.id;
};

/** Lets the browser do what waits. */
const breath = () => new Promise((resolve) => setTimeout(resolve));

/** Whether a place is in a range, or between two of its lines.
    @param {Range} range
    @param {number} x
    @param {number} y */
const contains = (range, x, y) =>
  [...range.getClientRects()].some(({ left, right, top, bottom, height }) => {
    const leading = height / 3;
    return x >= left && x <= right && y >= top - leading && y <= bottom + leading;
  });

class Guide {
  #host;
  #comparison;
  #selector;
  #statements;
  /** The document's, which knows where words end. */
  #language;
  /** Where the text is, if it is there.
      @type {Element | null | undefined} */
  #text;
  #marks = new Marks();
  #offer;
  /** @type {Found[]} */
  #found = [];
  /** Counts how often was looked; the last look counts. */
  #turn = 0;
  #observer;
  /** @type {number | undefined} */
  #soon;
  #frame = 0;
  /** The passage that the pointer has come to, and what waits for it to stay.
      @type {string | undefined} */
  #near;
  /** @type {number | undefined} */
  #intent;
  /** Where the reader came from.
      @type {string | null | undefined} */
  #back;

  /** @param {StanceComparison} host
      @param {Guided} comparison
      @param {string} selector
      @param {StanceDocument} data
      @param {(key: string) => string} say */
  constructor(host, comparison, selector, data, say) {
    this.#host = host;
    this.#comparison = comparison;
    this.#selector = selector;
    this.#look(); // throws now, if that is no selector
    this.#language = data.language;
    this.#statements = data.statements.map((statement) => ({
      id: statement.id,
      target: statement.target,
      text: statement.kind === "direct_quote" ? statement.text : undefined,
      cell: cellOf(data, statement),
    }));
    this.#offer = new Offer(/** @type {ShadowRoot} */ (host.shadowRoot), say, {
      ask: (id) => this.#answer(id),
      point: (range) => this.#marks.point(range),
      reach: (id) => this.#reach(id),
      leave: () => this.#return(),
    });
    // Of the whole page, because the text itself may be put there later, or
    // anew; what happens elsewhere costs a comparison or two.
    this.#observer = new MutationObserver((records) => this.#changed(records));
    for (const root of this.#roots()) {
      this.#observer.observe(root, {
        attributeFilter: ["class", "hidden", "open"],
        characterData: true,
        childList: true,
        subtree: true,
      });
    }
    this.#find();
    const passive = { passive: true };
    for (const type of ["pointermove", "click", "focusin"]) addEventListener(type, this.#at, passive);
  }

  /** Shows a statement's passage, and has the focus go there.
      @param {string} id */
  show(id) {
    const found = this.#found.find((one) => one.id === id);
    if (!found) return;
    this.#back = this.#comparison.state.open;
    // Before the evidence is closed, which else gives the focus back.
    this.#offer.focus(id);
    this.#comparison.show({ open: null });
    // From here on Tab, and a screen reader's own cursor, go on from the passage.
    const { startContainer, startOffset } = found.range;
    getSelection()?.collapse(startContainer, startOffset);
  }

  destroy() {
    this.#turn++;
    for (const type of ["pointermove", "click", "focusin"]) removeEventListener(type, this.#at);
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#soon);
    clearTimeout(this.#intent);
    this.#observer.disconnect();
    this.#offer.remove();
    this.#marks.clear();
  }

  /** Where the text may be: in the page, or in the shadow root that the element
      itself stands in. */
  #roots() {
    const around = /** @type {Document | ShadowRoot} */ (this.#host.getRootNode());
    return new Set([around, this.#host.ownerDocument]);
  }

  #look() {
    for (const root of this.#roots()) {
      const text = root.querySelector(this.#selector);
      if (text) return text;
    }
    return null;
  }

  /** @param {MutationRecord[]} records */
  #changed(records) {
    const text = this.#text;
    // What is put beside the text is no change of it; a class above it may be.
    const isOf = (/** @type {Element} */ text) =>
      records.some(({ target, type }) =>
        text.contains(target) || (type === "attributes" && target.contains(text)));
    if (text?.isConnected && !isOf(text)) return;
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => this.#find(), REST);
  }

  /** Looks for all passages; each is where it is, or said not to be. Piece by
      piece, so that the page answers its reader in between. */
  async #find() {
    const turn = ++this.#turn;
    const stale = () => turn !== this.#turn;
    const text = this.#look();
    /** @type {Record<string, StancePassage["state"]>} */
    const states = {};
    /** @type {Found[]} */
    const found = [];
    const passages = text && new Passages(text, this.#language);
    await breath();
    for (const { id, target, text: words, cell } of stale() ? [] : this.#statements) {
      const passage = passages?.resolve(target, words);
      states[id] = passage?.state ?? "not-found";
      const isThere = passage?.state === "exact" || passage?.state === "changed";
      for (const range of (isThere && passage.ranges) || [])
        if (text) found.push({ id, cell, range, lang: languageOf(text) });
    }
    passages?.free();
    await breath();
    if (stale()) return;
    found.sort((a, b) => a.range.compareBoundaryPoints(Range.START_TO_START, b.range));
    this.#text = text;
    this.#found = found;
    this.#marks.mark(found.map(({ range }) => range));
    this.#offer.list(found.filter(({ cell }) => cell));
    this.#comparison.find(states);
  }

  /** Brings a passage into view and offers the question there.
      @param {string} id */
  #reach(id) {
    const range = this.#found.find((one) => one.id === id)?.range;
    if (!range) return;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const behavior = still ? "instant" : "smooth";
    const paragraph = range.startContainer.parentElement;
    if (paragraph && paragraph.getBoundingClientRect().height < innerHeight / 2) {
      // Also through whatever else scrolls around it, and as the page likes it.
      paragraph.scrollIntoView({ block: "center", behavior });
    } else {
      scrollTo({ top: scrollY + range.getBoundingClientRect().top - innerHeight / 3, behavior });
    }
    this.#offer.show(id, range);
  }

  /** Back to the evidence that the passage was shown from. */
  #return() {
    if (this.#back) this.#comparison.show({ open: this.#back });
    else /** @type {HTMLElement | null | undefined} */ (this.#host.shadowRoot?.activeElement)?.blur();
    this.#back = undefined;
  }

  /** @param {string} id */
  #answer(id) {
    const { cell } = this.#found.find((one) => one.id === id) ?? {};
    this.#offer.hide();
    this.#back = undefined;
    if (!cell) return;
    this.#host.scrollIntoView({ block: "nearest" });
    this.#comparison.show({ open: cell });
  }

  /** What the pointer is at, is pressed at, or has the focus.
      @param {Event} event */
  #at = (event) => {
    const { target, type } = event;
    const { clientX, clientY, pointerType } = /** @type {PointerEvent} */ (event);
    if (type === "pointermove" && pointerType === "touch") return;
    cancelAnimationFrame(this.#frame);
    if (!(target instanceof Node) || !this.#text?.contains(target)) {
      if (type === "pointermove" && target !== this.#host) this.#pass();
      return;
    }
    const here = (/** @type {Range} */ range) =>
      range.intersectsNode(target) && (type === "focusin" || contains(range, clientX, clientY));
    this.#frame = requestAnimationFrame(() => {
      const length = (/** @type {Found} */ { range }) => String(range).length;
      const all = this.#found.filter(({ cell, range }) => cell && here(range));
      const found = all.sort((a, b) => length(a) - length(b))[0];
      if (!found) this.#pass();
      else if (found.id === this.#offer.id) this.#offer.keep();
      else if (type !== "pointermove") this.#offerAt(found, type === "click" ? clientX : undefined);
      else if (found.id !== this.#near) {
        clearTimeout(this.#intent);
        this.#near = found.id;
        this.#intent = setTimeout(() => this.#offerAt(found, clientX), INTENT);
      }
    });
  };

  /** @param {Found} passage
      @param {number} [x] */
  #offerAt({ id, range }, x) {
    clearTimeout(this.#intent);
    this.#near = undefined;
    this.#offer.show(id, range, x);
  }

  /** The pointer is at no passage. */
  #pass() {
    clearTimeout(this.#intent);
    this.#near = undefined;
    this.#offer.letGo();
  }
}

/** Accompanies a comparison: marks its passages in the text that `selector`
    finds, and leads there and back until it is destroyed.
    @type {PassagesModule["guide"]} */
export const guide = (...all) => new Guide(...all);
