// What a frame shows, as it is printed. A frame is printed as the box that it is on
// screen, and whatever does not fit, or stands where a page ends, is cut; so the page
// around prints this in its place. It has to be there before: between the reader's
// wish and the printing no frame of another origin is heard.

/** @import {Leaf} from "./messages.js" */

/** Longer documents are printed without the evidence that nobody has opened. */
const FEW = 300;

/** What lies on paper of an element, and what is in it.
    @param {Element} element
    @returns {Leaf} */
const leafOf = (element) => {
  const attributes = Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));
  if (element instanceof HTMLOptionElement && element.selected) attributes["selected"] = "";
  const { namespaceURI, localName } = element;
  /** @param {Node} node
      @returns {(Leaf | string)[]} */
  const within = (node) =>
    node instanceof Element ? [leafOf(node)] : node instanceof Text ? [node.data] : [];
  return [namespaceURI?.endsWith("svg") ? "svg" : "", localName, attributes, [...element.childNodes].flatMap(within)];
};

/** The style of a root in one text.
    @param {ShadowRoot} root */
const styleOf = ({ adoptedStyleSheets }) =>
  adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText)).join("\n");

/** Does something when nothing else is to be done.
    @param {() => void} what */
const atRest = (what) => (globalThis.requestIdleCallback ?? setTimeout)(what);

/** Tells the page around what is to be printed, soon and whenever it has become
    something else.
    @param {ShadowRoot} root
    @param {number} stances how many the document has
    @param {(style: string, leaf: Leaf) => void} tell */
export const printed = (root, stances, tell) => {
  const style = styleOf(root);
  const send = () => {
    const mount = root.querySelector(".mount:not([hidden])");
    if (mount) tell(style, leafOf(mount));
  };
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let soon;
  const changed = () => {
    clearTimeout(soon);
    soon = setTimeout(() => atRest(send), 300);
  };
  new MutationObserver(changed).observe(root, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  });
  // The comparison writes all evidence out when it is about to be printed.
  if (stances <= FEW) atRest(() => dispatchEvent(new Event("beforeprint")));
  changed();
};
