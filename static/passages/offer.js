// “Who says this?”: what is offered at a passage, to the pointer and to the
// keyboard. It stands in the comparison's shadow root, above everything (the top
// layer), so that the page's own nodes stay as they are.

import { make } from "../common/make.js";

/** A statement's words as they are found in the page: of which statement, from
    which cell it can be asked for, in which language it is, whether they are
    others than the document's, and what keeps them from being seen. Where a
    quotation is interrupted, it has several ranges, in order.
    @typedef {Pick<Place, "closed" | "box" | "around"> & {
      id: string,
      cell: string | undefined,
      ranges: [Range, ...Range[]],
      isChanged: boolean,
      lang: string,
    }} Found */

/** @import {Place} from "./passages.js" */

/** What an offer asks of who makes it: to answer the question at a statement, to
    mark the passage that is spoken of, to bring one into view, and to go on when
    there is no offer any more.
    @typedef {{
      ask(id: string): void,
      point(ranges?: Range[]): void,
      reach(id: string): void,
      leave(): void,
    }} Owner */

/** As much of a passage as tells it apart when it is read aloud.
    @param {Range} range */
const beginning = (range) => {
  const words = String(range).trim().split(/\s+/);
  return words.length > 12 ? `${words.slice(0, 12).join(" ")} …` : words.join(" ");
};

export class Offer {
  #root;
  #owner;
  #question;
  #box;
  #stops;
  /** @type {Range | undefined} */
  #range;
  /** What cuts a part of it off.
      @type {Element | undefined} */
  #edge;
  /** Where the pointer is, if it has come by one.
      @type {number | undefined} */
  #x;
  /** @type {number | undefined} */
  #waiting;

  /** `say` has the words.
      @param {ShadowRoot} root
      @param {(key: string) => string} say
      @param {Owner} owner */
  constructor(root, say, owner) {
    this.#root = root;
    this.#owner = owner;
    this.#question = say("passage.who");
    const question = make("button", { type: "button", textContent: this.#question, tabIndex: -1 });
    question.onclick = () => this.id !== undefined && owner.ask(this.id);
    this.#box = make("div", { className: "offer", popover: "manual" }, question);
    this.#box.part.add("offer");
    this.#box.onpointerenter = () => this.keep();
    this.#box.onpointerleave = () => this.letGo();
    // The keyboard's way to the passages: one stop for Tab, arrows within.
    this.#stops = make("div", { className: "stops" });
    this.#stops.setAttribute("role", "toolbar");
    this.#stops.setAttribute("aria-label", say("passage.list"));
    this.#stops.onkeydown = (event) => this.#move(event);
    // Not at once: the focus may go to the next stop, or to the question.
    this.#stops.addEventListener("focusout", () => this.letGo());
    root.append(this.#stops, this.#box);
  }

  /** The statement that is spoken of.
      @type {string | undefined} */
  id;

  /** A stop for each passage, in the order in which they stand in the page.
      @param {Found[]} passages */
  list(passages) {
    const focused = this.#stops.contains(this.#root.activeElement) ? this.id : undefined;
    if (!passages.some(({ id }) => id === this.id)) this.hide();
    /** @param {Found} passage
        @param {number} index */
    const stop = ({ id, ranges: [range], lang }, index) => {
      const words = make("span", { textContent: beginning(range), lang });
      const button = make("button", { type: "button", tabIndex: index ? -1 : 0 }, `${this.#question} `, words);
      button.dataset.statement = id;
      button.onfocus = () => {
        this.#owner.reach(id);
        for (const other of this.#buttons()) other.tabIndex = other === button ? 0 : -1;
      };
      button.onclick = () => this.#owner.ask(id);
      return button;
    };
    this.#stops.replaceChildren(...passages.map(stop));
    if (focused) this.#stop(focused)?.focus({ preventScroll: true });
  }

  /** Moves the focus to a passage.
      @param {string} id */
  focus(id) {
    this.#stop(id)?.focus({ preventScroll: true });
  }

  /** Offers the question at a passage, near the pointer's `x` if it has one.
      @param {Found} passage
      @param {Range} [range] where, if not at its first words
      @param {number} [x] */
  show({ id, ranges, box }, range = ranges[0], x) {
    this.keep();
    this.id = id;
    this.#range = range;
    this.#edge = box;
    this.#x = x;
    this.#owner.point(ranges);
    const byKeyboard = this.#stops.contains(this.#root.activeElement);
    this.#box.classList.toggle("focused", byKeyboard);
    if (!this.#box.matches(":popover-open")) {
      this.#box.showPopover();
      addEventListener("scroll", this.#follow, { capture: true, passive: true });
      addEventListener("resize", this.#follow, { passive: true });
    }
    this.#follow();
  }

  /** It is wanted, after all. */
  keep() {
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
  }

  /** Takes it away after a while: the pointer may be on its way to it. */
  letGo() {
    if (!this.#range || this.#waiting || this.#stops.contains(this.#root.activeElement)) return;
    this.#waiting = setTimeout(() => this.hide(), 400);
  }

  hide() {
    this.keep();
    if (!this.#range) return;
    this.#range = undefined;
    this.id = undefined;
    this.#owner.point();
    removeEventListener("scroll", this.#follow, { capture: true });
    removeEventListener("resize", this.#follow);
    if (this.#box.matches(":popover-open")) this.#box.hidePopover();
  }

  remove() {
    this.hide();
    this.#box.remove();
    this.#stops.remove();
  }

  #buttons() {
    return this.#stops.querySelectorAll("button");
  }

  /** @param {string} id */
  #stop(id) {
    return [...this.#buttons()].find((button) => button.dataset.statement === id);
  }

  /** Under the first line of the passage, or the last one above the edge. */
  #follow = () => {
    const edge = this.#edge?.getBoundingClientRect();
    const all = [...(this.#range?.getClientRects() ?? [])].filter((line) => line.width);
    const lines = edge ? all.filter(({ top, bottom }) => top >= edge.top && bottom <= edge.bottom) : all;
    // Where nothing of it is left, there is the edge.
    if (edge && !lines.length) lines.push(new DOMRect(edge.left, edge.bottom - 1, edge.width, 1));
    const { width, height } = this.#box.getBoundingClientRect();
    const seen = lines.filter((line) => line.bottom > 0 && line.top < innerHeight);
    const line = seen.at(-1) ?? lines.at(-1);
    if (!line) return this.hide();
    const left = this.#x ?? line.left;
    const below = line.bottom + 4;
    const top = below + height > innerHeight ? (seen[0] ?? line).top - height - 4 : below;
    this.#box.style.setProperty("left", `${Math.max(4, Math.min(left, innerWidth - width - 4))}px`);
    this.#box.style.setProperty("top", `${top}px`);
  };

  /** @param {KeyboardEvent} event */
  #move(event) {
    const stops = [...this.#buttons()];
    const at = stops.findIndex((stop) => stop === event.target);
    /** @type {Record<string, number>} */
    const places = {
      ArrowDown: at + 1,
      ArrowRight: at + 1,
      ArrowUp: at - 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: stops.length - 1,
    };
    const to = stops[places[event.key] ?? -1];
    if (event.key === "Escape") {
      event.preventDefault();
      this.hide();
      this.#owner.leave();
    } else if (to) {
      event.preventDefault();
      to.focus({ preventScroll: true });
    }
  }
}
