// What is printed in a frame's place.

/** @import {Leaf} from "./messages.js" */

const SVG = "http://www.w3.org/2000/svg";

/** What could do anything but be read. */
const BARRED = /^(script|style|link|base|meta|iframe|frame|object|embed|form|template|slot|img|image|use|foreignobject|animate|set)$/i;

/** Whether an attribute is one of those that only say how something looks.
    @param {string} name
    @param {string} value */
const isHarmless = (name, value) =>
  name === "href" ? /^(https?|mailto):/i.test(value) : !/^on|src|style|href|^(id|name|for|form\w*|action)$/i.test(name);

/** Makes the nodes, without any text that would be read as markup.
    @param {Leaf} leaf
    @returns {Element | string} */
const grow = ([space, name, attributes, within]) => {
  if (BARRED.test(name) || name.includes("-")) return "";
  const element = space ? document.createElementNS(SVG, name) : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (isHarmless(key, value)) element.setAttribute(key, value);
  }
  element.append(...within.map((part) => (typeof part === "string" ? part : grow(part))));
  return element;
};

/** On paper the frame itself is not there; on screen that in its place is not. */
const PRINTED = "data-standpoint-printed";
const RULES = `@media print { iframe[${PRINTED}] { display: none !important } }
@media screen { div[${PRINTED}] { display: none !important } }`;

/** Puts what is printed of a frame after an element; what is returned takes it away.
    @param {HTMLIFrameElement} frame
    @param {HTMLElement} after
    @param {{ style: string, leaf: Leaf }} paper */
export const printInstead = (frame, after, { style, leaf }) => {
  const rules = new CSSStyleSheet();
  rules.replaceSync(RULES);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  const place = document.createElement("div");
  place.setAttribute(PRINTED, "");
  const root = place.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [sheet];
  root.append(grow(leaf));
  after.after(place);
  frame.setAttribute(PRINTED, "");
  document.adoptedStyleSheets.push(rules);
  return () => {
    place.remove();
    frame.removeAttribute(PRINTED);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== rules);
  };
};
