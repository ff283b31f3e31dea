// The article's text with a caret and a selection in it, which nobody can edit.
//
// Only what can be edited has a caret that the keyboard moves. So the text can be,
// and every edit is cancelled; what an input method writes nevertheless cannot be
// cancelled, and is taken back. The paragraphs are nobody's but this class's.

/** A place in the text: a paragraph from 0 and a place in it.
    @typedef {{ paragraph: number, at: number }} Place */

/** Told of what is selected, from a place to a place; twice the same where that is
    a caret.
    @callback Selected
    @param {number} paragraph
    @param {number} at
    @param {number} toParagraph
    @param {number} to
    @returns {void} */

/** What may be written in an element, whichever way it comes. */
const EDITS = ["beforeinput", "cut", "paste", "drop", "dragstart"];

export class Surface {
  /** @type {HTMLElement} */ #host;
  /** @type {string[]} */ #texts = [];
  /** @type {AbortController} */ #listening = new AbortController();
  /** @type {Selected} */ #selected;
  /** The last selection, for what takes it away.
      @type {[Place, Place] | undefined} */ #last;
  /** @type {Map<string, Highlight>} */ #highlights = new Map();

  /** @param {HTMLElement} host
      @param {Selected} selected */
  constructor(host, selected) {
    this.#host = host;
    const { signal } = this.#listening;
    for (const edit of EDITS) {
      host.addEventListener(edit, (event) => event.preventDefault(), { signal });
    }
    host.addEventListener("input", () => this.#restore(), { signal });
    host.addEventListener("compositionend", () => this.#restore(), { signal });
    this.#selected = selected;
    document.addEventListener("selectionchange", () => this.tell(), { signal });
    host.addEventListener("focus", () => this.tell(), { signal });
  }

  /** Tells what is selected now: the browser's own news of it may be late. */
  tell() {
    const range = this.#selection();
    // Another element's selection is none of the text's; the last one stays.
    if (!range || !this.#host.contains(document.activeElement)) return;
    const [from, to] = range;
    const [before, after] = this.#last ?? [];
    const isKnown = before?.paragraph === from.paragraph && before.at === from.at
      && after?.paragraph === to.paragraph && after.at === to.at;
    if (isKnown) return;
    this.#last = range;
    this.#selected(from.paragraph, from.at, to.paragraph, to.at);
  }

  /** Shows these paragraphs.
      @param {string[]} texts */
  show(texts) {
    if (texts.length === this.#texts.length && texts.every((text, at) => text === this.#texts[at])) return;
    this.#texts = texts;
    this.#last = undefined;
    this.#render();
  }

  #render() {
    this.#host.replaceChildren(...this.#texts.map((text, at) => {
      const paragraph = document.createElement("p");
      paragraph.dataset["number"] = String(at + 1);
      paragraph.textContent = text;
      return paragraph;
    }));
  }

  /** Sets attributes `data-…` of the paragraphs: one value for each.
      @param {string} name
      @param {string[]} values */
  note(name, values) {
    for (const [at, paragraph] of [...this.#host.children].entries()) {
      const value = values[at];
      if (!(paragraph instanceof HTMLElement)) continue;
      if (paragraph.dataset[name] === value) continue;
      if (value) paragraph.dataset[name] = value;
      else delete paragraph.dataset[name];
    }
  }

  /** Marks places, four numbers each, under a name for the style sheet.
      @param {string} name
      @param {Uint32Array} places */
  mark(name, places) {
    // A browser without highlights has the list of passages.
    if (!globalThis.Highlight) return;
    const ranges = [];
    for (let at = 0; at + 3 < places.length; at += 4) {
      const [paragraph = 0, from = 0, toParagraph = 0, to = 0] = places.subarray(at, at + 4);
      const range = this.#range({ paragraph, at: from }, { paragraph: toParagraph, at: to });
      if (range) ranges.push(range);
    }
    const highlight = new Highlight(...ranges);
    this.#highlights.set(name, highlight);
    CSS.highlights.set(`studio-${name}`, highlight);
  }

  /** Selects from a place to a place, and has the focus there.
      @param {number} paragraph
      @param {number} at
      @param {number} toParagraph
      @param {number} to */
  select(paragraph, at, toParagraph, to) {
    this.#host.focus({ preventScroll: true });
    const range = this.#range({ paragraph, at }, { paragraph: toParagraph, at: to });
    if (!range) return;
    getSelection()?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
    this.#host.children[toParagraph]?.scrollIntoView({ block: "nearest" });
    this.tell();
  }

  /** Brings a paragraph into sight, while somebody is in the text.
      @param {number} paragraph */
  reveal(paragraph) {
    if (!this.#host.contains(document.activeElement)) return;
    this.#host.children[paragraph]?.scrollIntoView({ block: "nearest" });
  }

  /** Nothing is listened to any more. */
  destroy() {
    this.#listening.abort();
    for (const [name, highlight] of this.#highlights) {
      if (CSS.highlights.get(`studio-${name}`) === highlight) CSS.highlights.delete(`studio-${name}`);
    }
  }

  /** Takes back what has been written.
      */
  #restore() {
    const children = [...this.#host.childNodes];
    const same = children.length === this.#texts.length
      && children.every((node, at) => node.nodeName === "P" && node.textContent === this.#texts[at]);
    if (same) return;
    const last = this.#last;
    const noted = [...this.#host.children].map((one) => ({ .../** @type {HTMLElement} */ (one).dataset }));
    this.#render();
    for (const [at, data] of noted.entries()) {
      Object.assign(/** @type {HTMLElement | undefined} */ (this.#host.children[at])?.dataset ?? {}, data);
    }
    if (last) this.select(last[0].paragraph, last[0].at, last[1].paragraph, last[1].at);
  }

  /** @param {Place} from
      @param {Place} to */
  #range(from, to) {
    const start = this.#host.children[from.paragraph]?.firstChild;
    const end = this.#host.children[to.paragraph]?.firstChild;
    if (!start || !end) return undefined;
    const range = document.createRange();
    range.setStart(start, Math.min(from.at, start.textContent?.length ?? 0));
    range.setEnd(end, Math.min(to.at, end.textContent?.length ?? 0));
    return range;
  }

  /** What of the text is selected, in the order of the text.
      @returns {[Place, Place] | undefined} */
  #selection() {
    const selection = getSelection();
    if (!selection?.rangeCount) return undefined;
    const range = selection.getRangeAt(0);
    if (!this.#host.contains(range.startContainer) || !this.#host.contains(range.endContainer)) return undefined;
    const from = this.#place(range.startContainer, range.startOffset);
    const to = this.#place(range.endContainer, range.endOffset);
    if (!range.collapsed && to.at === 0 && to.paragraph > from.paragraph) {
      // Three clicks end, in two of three browsers, where the next one begins.
      to.paragraph -= 1;
      to.at = this.#texts[to.paragraph]?.length ?? 0;
    }
    return [from, to];
  }

  /** @param {Node} node
      @param {number} offset
      @returns {Place} */
  #place(node, offset) {
    const host = this.#host;
    const last = this.#texts.length - 1;
    if (node === host) {
      // Between paragraphs: the beginning of the next one.
      if (offset > last) return { paragraph: Math.max(0, last), at: this.#texts[last]?.length ?? 0 };
      return { paragraph: offset, at: 0 };
    }
    let child = node;
    while (child.parentNode && child.parentNode !== host) child = child.parentNode;
    const paragraph = [...host.childNodes].findIndex((one) => one === child);
    const length = this.#texts[paragraph]?.length ?? 0;
    if (node.nodeType === Node.TEXT_NODE) return { paragraph, at: Math.min(offset, length) };
    return { paragraph, at: offset === 0 ? 0 : length };
  }
}
