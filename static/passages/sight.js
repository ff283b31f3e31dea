// Whether what a page lays out is in sight.

/** A box that shows a part of what it holds, and the next one around it.
    @typedef {{ element: Element, outer: Box | undefined }} Box */

/** Shapes that leave nothing. */
const NOTHING =
  /^(inset\((50|100)%|(circle|ellipse)\(0|inset\(0(px|%)? 0(px|%)? 100%|polygon\(\s*(0(px|%)? 0(px|%)?,?\s*)+\))/;

/** Beyond this many pixels to the left or above, nothing is meant to be seen. */
const FAR = -900;

/** What `clip` leaves, if it is a pixel at most. It does nothing but for what is
    taken out of the flow.
    @param {string} clip */
const isClippedAway = (clip) => {
  const [top = 0, right = 0, bottom = 0, left = 0] = clip.match(/-?[\d.]+/g)?.map(Number) ?? [];
  return clip.startsWith("rect") && !clip.includes("auto") && (right - left <= 1 || bottom - top <= 1);
};

/** Whether a place is where nobody can scroll to.
    @param {DOMRect} place
    @param {Element} element */
const isOff = ({ left, right, bottom, width, height }, element) => {
  if (!width || !height) return false;
  const isRightToLeft = getComputedStyle(element.ownerDocument.documentElement).direction === "rtl";
  const isBeside = isRightToLeft ? left + scrollX >= innerWidth : right + scrollX <= 0;
  return isBeside || bottom + scrollY <= 0;
};

/** Whether an element that is laid out is nevertheless not to be seen: as large
    as a pixel, cut to nothing, moved away, transparent.
    @param {Element} element
    @param {CSSStyleDeclaration} style
    @param {boolean} isInline
    @param {boolean} isApart whether it is taken out of the flow
    @param {Box | undefined} box what cuts it off anyway */
export const isUnseen = (element, style, isInline, isApart, box) => {
  if (style.opacity === "0") return true;
  const { clipPath } = style;
  if (clipPath && clipPath !== "none" && NOTHING.test(clipPath)) return true;
  if (isInline) return style.position === "relative" && isFar(style);
  const { textIndent } = style;
  if (textIndent !== "0px") {
    const indent = parseFloat(textIndent);
    if (indent <= FAR || (textIndent.endsWith("%") && indent >= 100)) return true;
  }
  if (isApart) {
    if (isClippedAway(style.clip)) return true;
    const place = element.getBoundingClientRect();
    return (isMoved(style) && (!place.width || !place.height)) || (!box && isOff(place, element));
  }
  if (isMoved(style)) {
    const place = element.getBoundingClientRect();
    return !place.width || !place.height || (!box && isOff(place, element));
  }
  return style.position === "relative" && isFar(style);
};

/** @param {CSSStyleDeclaration} style */
const isMoved = ({ transform, translate, scale }) =>
  transform !== "none" || (translate ?? "none") !== "none" || (scale ?? "none") !== "none";

/** @param {CSSStyleDeclaration} style */
const isFar = ({ left, top }) => parseFloat(left) <= FAR || parseFloat(top) <= FAR;

/** Whether a reader can scroll what is in an element.
    @param {CSSStyleDeclaration} style */
export const scrolls = ({ overflowY }) => overflowY === "auto" || overflowY === "scroll";

/** Whether an element cuts off what sticks out of it, where no reader can scroll.
    What html and body say of it, the window does.
    @param {Element} element
    @param {CSSStyleDeclaration} style */
export const cuts = (element, { overflowY }) =>
  (overflowY === "hidden" || overflowY === "clip") &&
  element.localName !== "body" &&
  element.localName !== "html";

/** Whether there is more in an element than it has room for.
    @param {Element} element */
export const isOverfull = ({ scrollHeight, clientHeight, scrollWidth, clientWidth }) =>
  scrollHeight > clientHeight + 1 || scrollWidth > clientWidth + 1;

/** The first box that cuts off a part of a range.
    @param {Range} range
    @param {Box | undefined} box */
export const cutBy = (range, box) => {
  if (!box) return;
  const lines = [...range.getClientRects()].filter(({ width, height }) => width && height);
  for (let around = /** @type {Box | undefined} */ (box); around; around = around.outer) {
    const edge = around.element.getBoundingClientRect();
    const isIn = (/** @type {DOMRect} */ { left, right, top, bottom }) => {
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      return x >= edge.left && x <= edge.right && y >= edge.top && y <= edge.bottom;
    };
    if (!lines.every(isIn)) return around.element;
  }
};
