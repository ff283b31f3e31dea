// Reads the text of a page, as far as it is there to be read.

/** Elements whose text is no text of the page's, or none that can be seen. The
    comparison itself is among them: it would quote itself. */
const UNREAD = new Set(
  ("script style noscript template textarea select input iframe object embed audio video canvas " +
    "meter progress svg stance-comparison").split(" "),
);

/** @type {Set<number>} */
const TEXT = new Set([Node.TEXT_NODE, Node.CDATA_SECTION_NODE]);

/** What does not begin a block of its own. */
const INLINE = /^(inline|contents|ruby)/;

/** @typedef {{ text: string, ends: number[], nodes: Text[], starts: number[] }} Read */

/** The element around one, out of a shadow root as well.
    @param {Element} element
    @returns {Element | null | undefined} */
const parentOf = (element) =>
  element.parentElement ?? /** @type {Partial<ShadowRoot>} */ (element.getRootNode()).host;

/** Whether an element and all in it, whatever its style, is not shown or not
    read. What has no place to be shown at has no style.
    @param {Element} element
    @param {string} display
    @param {CSSStyleDeclaration} style */
const isOut = ({ localName }, display, style) =>
  UNREAD.has(localName) ||
  !display ||
  display === "none" ||
  // To ask costs time, and nothing in a line can be of that kind.
  (display !== "inline" && style.contentVisibility === "hidden");

/** Of details that are closed nothing is seen but their summary.
    @param {Element} element */
const isFolded = (element) =>
  element.localName === "details" && !(/** @type {HTMLDetailsElement} */ (element).open);
/** @param {Node} node */
const isSummary = (node) =>
  /** @type {Partial<Element>} */ (node).localName === "summary" &&
  node.parentElement?.querySelector(":scope > summary") === node;

/** Whether the words in an element can be selected; what says nothing of it does
    as the element around it. Who lets nobody mark a text does not want it marked.
    @param {CSSStyleDeclaration} style
    @param {boolean} around */
const isSelectable = (style, around) => {
  const select = style.userSelect ?? style.webkitUserSelect;
  return select === "auto" || !select ? around : select !== "none";
};

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

/** The text of an element: one string, with the places at which blocks end, and
    the text nodes with the places at which each begins. What is hidden is left
    out, and so is what lies in shadow roots.
    @param {Element} root
    @returns {Read} */
export const read = (root) => {
  /** @type {string[]} */
  const parts = [];
  /** @type {number[]} */
  const ends = [];
  /** @type {Text[]} */
  const nodes = [];
  /** @type {number[]} */
  const starts = [];
  let length = 0;
  const add = (/** @type {string} */ text) => {
    parts.push(text);
    length += text.length;
  };
  /** @param {Element} element
      @param {boolean} around */
  const enter = (element, around) => {
    // White space of its own, which no text node has.
    if (element.localName === "br") return add("\n");
    const style = getComputedStyle(element);
    const { display } = style;
    if (isOut(element, display, style)) return;
    const selectable = isSelectable(style, around);
    const readable = selectable && style.visibility === "visible";
    const isBlock = !INLINE.test(display);
    const folded = isFolded(element);
    if (isBlock) ends.push(length);
    for (let node = element.firstChild; node; node = node.nextSibling) {
      if (folded && !isSummary(node)) continue;
      if (node.nodeType === Node.ELEMENT_NODE) enter(/** @type {Element} */ (node), selectable);
      else if (readable && TEXT.has(node.nodeType)) {
        const words = /** @type {Text} */ (node);
        if (!words.length) continue;
        nodes.push(words);
        starts.push(length);
        add(words.data);
      }
    }
    if (isBlock) ends.push(length);
  };
  /** Whether the words around an element can be selected; nothing where the
      element is not seen itself.
      @param {Element} element
      @returns {boolean | undefined} */
  const around = (element) => {
    const parent = parentOf(element);
    if (!parent) return true;
    const above = around(parent);
    const style = getComputedStyle(parent);
    const isIn = above !== undefined && !isOut(parent, style.display, style) && (!isFolded(parent) || isSummary(element));
    return isIn ? isSelectable(style, above) : undefined;
  };
  const selectable = around(root);
  if (selectable !== undefined) enter(root, selectable);
  return { text: parts.join(""), ends, nodes, starts };
};
