// Passages as they are marked in the page: with the CSS Custom Highlight API,
// which leaves the page's own nodes alone.

/** The names of the highlights; a page may style them itself. */
const MARKED = "stance-passage";
const CHANGED = "stance-passage-changed";
const CURRENT = "stance-passage-current";

/** As quiet as can be, for much of an article may be marked; only the passage
    that is spoken of has a colour, and a stronger line, for who sees no colours.
    The letters stay as they are: what stands behind them is the page's. */
const MARKS = `
  ::highlight(${MARKED}) {
    background-color: var(--stance-passage, transparent);
    text-decoration-line: underline;
    text-decoration-style: dotted;
    text-decoration-thickness: 1px;
    text-decoration-color: color-mix(in srgb, currentColor 55%, transparent);
    text-underline-offset: 0.2em;
  }
  ::highlight(${CHANGED}) {
    background-color: var(--stance-passage, transparent);
    text-decoration-line: underline;
    text-decoration-style: wavy;
    text-decoration-thickness: 1px;
    text-decoration-color: color-mix(in srgb, currentColor 55%, transparent);
    text-underline-offset: 0.2em;
  }
  ::highlight(${CURRENT}) {
    background-color: var(--stance-passage-current, rgb(255 196 0 / 40%));
    text-decoration-line: underline;
    text-decoration-style: solid;
    text-decoration-thickness: 2px;
    text-underline-offset: 0.2em;
  }
  @media print {
    ::highlight(${MARKED}), ::highlight(${CHANGED}), ::highlight(${CURRENT}) {
      background-color: transparent;
      text-decoration-line: none;
    }
  }`;

/** @import {Found} from "./offer.js" */

/** Whether the browser can mark anything. */
const canMark = () => globalThis.Highlight !== undefined && CSS.highlights !== undefined;

/** The one highlight of that name, which several comparisons may share.
    @param {string} name */
const highlight = (name) => {
  let all = CSS.highlights.get(name);
  if (!all) CSS.highlights.set(name, (all = new Highlight()));
  return all;
};

/** How often each document or shadow root has been asked for its style.
    @type {WeakMap<DocumentOrShadowRoot, { uses: number, sheet: CSSStyleSheet }>} */
const styled = new WeakMap();

/** Adds the marks' style to a document or a shadow root, without a node in it;
    what is returned takes it out again, when nobody needs it any more.
    @param {DocumentOrShadowRoot} root */
const style = (root) => {
  const entry = styled.get(root) ?? { uses: 0, sheet: new CSSStyleSheet() };
  styled.set(root, entry);
  if (!entry.uses++) {
    entry.sheet.replaceSync(MARKS);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, entry.sheet];
  }
  return () => {
    if (--entry.uses) return;
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== entry.sheet);
  };
};

/** A set of marked passages of one comparison. */
export class Marks {
  /** What is marked by which name.
      @type {[string, Range][]} */
  #marked = [];
  /** @type {Range[] | undefined} */
  #current;
  /** @type {(() => void) | undefined} */
  #unstyle;

  /** Marks these passages and no others.
      @param {Pick<Found, "ranges" | "isChanged">[]} passages */
  mark(passages) {
    if (!canMark()) return;
    this.#unmark();
    const root = /** @type {Document | ShadowRoot | undefined} */ (
      passages[0]?.ranges[0].startContainer.getRootNode()
    );
    // A shadow root has a style of its own.
    this.#unstyle = root?.adoptedStyleSheets && style(root);
    for (const { ranges, isChanged } of passages) {
      const name = isChanged ? CHANGED : MARKED;
      for (const range of ranges) {
        highlight(name).add(range);
        this.#marked.push([name, range]);
      }
    }
  }

  /** Marks one of them as the one that is spoken of, or none.
      @param {Range[]} [ranges] */
  point(ranges) {
    if (!canMark() || this.#current === ranges) return;
    this.#current?.forEach((range) => highlight(CURRENT).delete(range));
    this.#current = ranges;
    if (!ranges) return;
    highlight(CURRENT).priority = 1;
    ranges.forEach((range) => highlight(CURRENT).add(range));
  }

  clear() {
    if (canMark()) this.#unmark();
  }

  #unmark() {
    this.point();
    this.#marked.forEach(([name, range]) => highlight(name).delete(range));
    this.#marked = [];
    this.#unstyle?.();
    this.#unstyle = undefined;
  }
}
