// The way from a cell to its passages in the page's text and back.

import { unfold } from "./folds.js";
import { Follower } from "./follow.js";
import { Marks } from "./highlight.js";
import { Offer } from "./offer.js";
import { languageOf, read } from "./page.js";
import { Passages } from "./passages.js";
import { bring } from "./scroll.js";

/** @import {StanceComparison, StanceDocument, StancePassageNote, StanceStatement} from "../api/standpoint.js" */
/** @import {Guided, PassagesModule} from "../element/contract.js" */
/** @import {Found} from "./offer.js" */
/** @import {Pieces} from "./page.js" */
/** @import {Place} from "./passages.js" */

/** How long the pointer must stay at a passage before something is offered, in
    ms: who only passes over the text is left alone. */
const INTENT = 250;

/** How long the page may take to open what it was asked to, in ms. */
const PATIENCE = 1000;

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

/** Whether the same was read, of the same nodes, and as much of it is in sight.
    @param {Pieces | undefined} before
    @param {Pieces} now */
const isSame = (before, now) =>
  before !== undefined &&
  now.boxes.size === before.boxes.size &&
  [...now.boxes].every(([box, cut]) => before.boxes.get(box) === cut) &&
  before.pieces.length === now.pieces.length &&
  before.pieces.every(({ text, node, is }, index) => {
    const other = now.pieces[index];
    return text === other?.text && node === other.node && is === other.is;
  });

/** What the comparison is told of a passage.
    @param {Place | undefined} place
    @returns {StancePassageNote} */
const noteOf = (place) =>
  place?.folded && place.state === "exact" ? "folded" : (place?.state ?? "not-found");

/** Whether a place is in a range, or between two of its lines.
    @param {Range} range
    @param {number} x
    @param {number} y */
const contains = (range, x, y) =>
  [...range.getClientRects()].some(({ left, right, top, bottom, height }) => {
    const leading = height / 3;
    return x >= left && x <= right && y >= top - leading && y <= bottom + leading;
  });

/** What tells where the reader is. */
const TYPES = ["pointermove", "pointerdown", "click", "focusin"];

/** Whether the reader has selected something. */
const isSelecting = () => getSelection()?.isCollapsed === false;

/** What leads somewhere, or is to be pressed or filled in, wherever it stands. */
const CONTROL = "a[href], button, input, label, select, summary, textarea, [contenteditable]";

/** Whether a pointer is about something else than to ask: it selects, by dragging or
    by more than one click, or presses what has an end of its own.
    @param {PointerEvent} event */
const isElsewhere = ({ type, target, detail, buttons }) => {
  const element = target instanceof Element ? target : undefined;
  if (type === "pointermove") return buttons > 0;
  return detail > 1 || isSelecting() || !!element?.closest(CONTROL);
};

class Guide {
  #host;
  #comparison;
  #selector;
  #statements;
  /** The document's, which knows where words end. */
  #language;
  /** Where the text is, and what was read there.
      @type {Element[]} */
  #texts = [];
  /** @type {Pieces | undefined} */
  #pieces;
  #marks = new Marks();
  #offer;
  /** @type {Found[]} */
  #found = [];
  /** Counts how often was looked; the last look counts. */
  #turn = 0;
  #follower;
  /** The passage that is to be shown as soon as it is there to be seen.
      @type {string | undefined} */
  #wanted;
  /** @type {number | undefined} */
  #giveUp;
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
      point: (ranges) => this.#marks.point(ranges),
      reach: (id) => this.#reach(id),
      leave: () => this.#return(),
    });
    const roots = [...this.#roots()];
    this.#follower = new Follower(roots, () => this.#look(), () => this.#find());
    this.#find();
    const passive = { passive: true };
    for (const type of TYPES) addEventListener(type, this.#at, passive);
  }

  /** Shows a statement's passage, and has the focus go there; what it is folded
      away in is opened before.
      @param {string} id */
  show(id) {
    const found = this.#found.find((one) => one.id === id);
    if (!found) return;
    this.#wanted = undefined;
    this.#back = this.#comparison.state.open;
    if (!found.closed) return this.#go(found);
    const tab = unfold(found.ranges.flatMap((range) => [range.startContainer, range.endContainer]));
    const evidence = this.#host.shadowRoot?.querySelector(".evidence:popover-open");
    this.#comparison.show({ open: null });
    // What the page opens, it may open a little later.
    this.#wanted = id;
    clearTimeout(this.#giveUp);
    this.#giveUp = setTimeout(() => (this.#wanted = undefined), PATIENCE);
    this.#find();
    if (!tab) return;
    // Where only the reader can open it, there the reader is led, when the evidence
    // is closed: hearing of that, it gives the focus back.
    const lead = () => {
      if (this.#wanted !== id) return;
      tab.focus({ preventScroll: true });
      tab.scrollIntoView({ block: "nearest" });
    };
    if (evidence) evidence.addEventListener("toggle", () => setTimeout(lead), { once: true });
    else lead();
  }

  /** @param {Found} found */
  #go({ id, ranges: [range] }) {
    // Before the evidence is closed, which else gives the focus back.
    this.#offer.focus(id);
    this.#comparison.show({ open: null });
    // From here on Tab, and a screen reader's own cursor, go on from the passage; but
    // what the reader has selected stays.
    if (!isSelecting()) getSelection()?.collapse(range.startContainer, range.startOffset);
  }

  destroy() {
    this.#turn++;
    for (const type of TYPES) removeEventListener(type, this.#at);
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#intent);
    clearTimeout(this.#giveUp);
    this.#wanted = undefined;
    this.#follower.stop();
    this.#offer.remove();
    this.#marks.clear();
  }

  /** Where the text may be: in the page, or in the shadow root that the element
      itself stands in. */
  #roots() {
    const around = /** @type {Document | ShadowRoot} */ (this.#host.getRootNode());
    return new Set([around, this.#host.ownerDocument]);
  }

  /** The elements whose text is read: all that there are, in order, none of them
      twice. */
  #look() {
    for (const root of this.#roots()) {
      const all = [...root.querySelectorAll(this.#selector)];
      const texts = all.filter((text) => !all.some((other) => other !== text && other.contains(text)));
      if (texts.length) return texts;
    }
    return [];
  }

  /** Looks for all passages; each is where it is, or said not to be. Piece by
      piece, so that the page answers its reader in between. */
  async #find() {
    const turn = ++this.#turn;
    const stale = () => turn !== this.#turn;
    const texts = this.#look();
    const pieces = read(texts);
    const isOther = !isSame(this.#pieces, pieces);
    if (isOther || this.#texts.length !== texts.length) {
      /** @type {Record<string, StancePassageNote>} */
      const states = {};
      /** @type {Found[]} */
      const found = [];
      const lang = texts[0] ? languageOf(texts[0]) : "";
      const passages = texts.length ? new Passages(texts, this.#language, pieces) : undefined;
      await breath();
      for (const { id, target, text, cell } of stale() ? [] : this.#statements) {
        const place = passages?.place(target, text);
        states[id] = noteOf(place);
        const [range, ...others] = place?.ranges ?? [];
        if (!place || !range || place.state === "ambiguous") continue;
        const { state, closed, box, around } = place;
        const ranges = /** @type {Found["ranges"]} */ ([range, ...others]);
        found.push({ id, cell, ranges, isChanged: state === "changed", closed, box, around, lang });
      }
      passages?.free();
      await breath();
      if (stale()) return;
      found.sort((a, b) => a.ranges[0].compareBoundaryPoints(Range.START_TO_START, b.ranges[0]));
      this.#found = found;
      this.#marks.mark(found);
      // What opens by itself, when somebody tabs by, is no list of stops.
      this.#offer.list(found.filter(({ cell, closed }) => cell && !closed));
      this.#comparison.find(states);
    }
    this.#texts = texts;
    this.#pieces = pieces;
    const watched = this.#found.flatMap(({ ranges }) => ranges.map((range) => range.startContainer.parentElement));
    const boxes = [...pieces.boxes.keys()];
    const all = new Set([...pieces.hidden, ...watched.filter((one) => one !== null)]);
    this.#follower.follow({ texts, watched: [...all], boxes }, isOther);
    const wanted = this.#found.find(({ id, closed }) => id === this.#wanted && !closed);
    if (wanted) {
      clearTimeout(this.#giveUp);
      this.#wanted = undefined;
      this.#go(wanted);
    }
  }

  /** Brings a passage into view and offers the question there.
      @param {string} id */
  #reach(id) {
    const found = this.#found.find((one) => one.id === id);
    if (!found) return;
    bring(found.ranges[0], found.around, found.box);
    this.#offer.show(found);
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
    // What is pressed may be let go somewhere else.
    if (type === "pointerdown") return this.#forget();
    if (type !== "focusin" && isElsewhere(/** @type {PointerEvent} */ (event))) {
      this.#forget();
      return this.#offer.hide();
    }
    if (!(target instanceof Node) || !this.#texts.some((text) => text.contains(target))) {
      if (type === "pointermove" && target !== this.#host) this.#pass();
      return;
    }
    // What is pressed by a pointer has the focus, too, but the keyboard is not there.
    if (type === "focusin" && !(target instanceof Element && target.matches(":focus-visible"))) return;
    const here = (/** @type {Range} */ range) =>
      range.intersectsNode(target) && (type === "focusin" || contains(range, clientX, clientY));
    this.#frame = requestAnimationFrame(() => {
      const length = (/** @type {Found} */ { ranges }) => String(ranges.map(String)).length;
      const all = this.#found.filter(({ cell, ranges, closed, box }) => cell && !closed && !box && ranges.some(here));
      const found = all.sort((a, b) => length(a) - length(b))[0];
      const range = found?.ranges.find(here);
      if (!found) this.#pass();
      else if (found.id === this.#offer.id) this.#offer.keep();
      else if (type !== "pointermove") this.#offerAt(found, range, type === "click" ? clientX : undefined);
      else if (found.id !== this.#near) {
        clearTimeout(this.#intent);
        this.#near = found.id;
        this.#intent = setTimeout(() => this.#offerAt(found, range, clientX), INTENT);
      }
    });
  };

  /** @param {Found} passage
      @param {Range} [range] the one of them that it is at
      @param {number} [x] */
  #offerAt(passage, range, x) {
    this.#forget();
    this.#offer.show(passage, range, x);
  }

  /** Nothing is waited for any more. */
  #forget() {
    clearTimeout(this.#intent);
    this.#near = undefined;
  }

  /** The pointer is at no passage. */
  #pass() {
    this.#forget();
    this.#offer.letGo();
  }
}

/** Accompanies a comparison: marks its passages in the text that `selector`
    finds, and leads there and back until it is destroyed.
    @type {PassagesModule["guide"]} */
export const guide = (...all) => new Guide(...all);
