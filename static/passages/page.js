// Reads the text of a page, as far as it is there to be read.

/** Elements whose text is no text of the page's, or none that can be seen. The
    comparison itself is among them: it would quote itself. */
const UNREAD = new Set(
  ("script style noscript template textarea select input iframe object embed audio video canvas " +
    "meter progress svg stance-comparison").split(" "),
);

const TEXT = new Set([Node.TEXT_NODE, Node.CDATA_SECTION_NODE]);

/** What does not begin a block of its own. */
const INLINE = /^(inline|contents|ruby)/;

const parentOf = (element) => element.parentElement ?? element.getRootNode().host;

/** Whether an element and all in it, whatever its style, is not shown or not
    read. What has no place to be shown at has no style. */
const isOut = ({ localName }, display, style) =>
  UNREAD.has(localName) ||
  !display ||
  display === "none" ||
  // To ask costs time, and nothing in a line can be of that kind.
  (display !== "inline" && style.contentVisibility === "hidden");

/** Of details that are closed nothing is seen but their summary. */
const isFolded = (element) => element.localName === "details" && !element.open;
const isSummary = (node) => node.localName === "summary" && node.parentElement.querySelector(":scope > summary") === node;

/** Whether the words in an element can be selected; what says nothing of it does
    as the element around it. Who lets nobody mark a text does not want it marked. */
const isSelectable = (style, around) => {
  const select = style.userSelect ?? style.webkitUserSelect;
  return select === "auto" || !select ? around : select !== "none";
};

/** The language that an element is written in, as far as it says so. */
export const languageOf = (element) => {
  for (let around = element; around; around = parentOf(around)) if (around.lang) return around.lang;
  return "en";
};

/** The text of an element: one string, with the places at which blocks end, and
    the text nodes with the places at which each begins. What is hidden is left
    out, and so is what lies in shadow roots. */
export const read = (root) => {
  const parts = [];
  const ends = [];
  const nodes = [];
  const starts = [];
  let length = 0;
  const add = (text) => {
    parts.push(text);
    length += text.length;
  };
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
      if (node.nodeType === Node.ELEMENT_NODE) enter(node, selectable);
      else if (readable && node.length && TEXT.has(node.nodeType)) {
        nodes.push(node);
        starts.push(length);
        add(node.data);
      }
    }
    if (isBlock) ends.push(length);
  };
  /** Whether the words around an element can be selected; nothing where the
      element is not seen itself. */
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
