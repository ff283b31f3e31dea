// What of a page is folded away, and how it is opened.

/** The element around one, out of a shadow root as well.
    @param {Element} element
    @returns {Element | null | undefined} */
export const parentOf = (element) =>
  element.parentElement ?? /** @type {Partial<ShadowRoot>} */ (element.getRootNode()).host;

/** Of details that are closed nothing is seen but their summary.
    @param {Element} element */
export const isClosed = (element) =>
  element.localName === "details" && !(/** @type {HTMLDetailsElement} */ (element).open);
/** @param {Node} node */
export const isSummary = (node) =>
  /** @type {Partial<Element>} */ (node).localName === "summary" &&
  node.parentElement?.querySelector(":scope > summary") === node;

/** What the browser's own search opens.
    @param {Element} element */
export const isUntilFound = (element) => element.getAttribute("hidden")?.toLowerCase() === "until-found";

/** The button of a disclosure that is closed (WAI-ARIA Authoring Practices); a
    list to choose from and a menu open in the same way and are no text. */
const DISCLOSURE =
  '[aria-expanded="false"][aria-controls]' +
  ':not(input, select, [role="combobox"], [aria-haspopup]:not([aria-haspopup="false"]))';

/** @param {Element} element
    @param {string} attribute */
const namesIn = (element, attribute) => element.getAttribute(attribute)?.trim().split(/\s+/) ?? [];

/** What opens a panel: its tab, or the button of its disclosure.
    @param {Element} panel
    @returns {HTMLElement | null} */
const openerOf = (panel) => {
  const id = panel.id && CSS.escape(panel.id);
  const selectors = id ? [`[aria-controls~="${id}"]${DISCLOSURE}`] : [];
  if (panel.getAttribute("role") === "tabpanel") {
    if (id) selectors.push(`[role="tab"][aria-controls~="${id}"]`, `a[role="tab"][href="#${id}"]`);
    for (const label of namesIn(panel, "aria-labelledby")) {
      selectors.push(`[role="tab"][id="${CSS.escape(label)}"]`);
    }
  }
  const root = /** @type {Document | ShadowRoot} */ (panel.getRootNode());
  return selectors.length ? root.querySelector(selectors.join()) : null;
};

/** What of a page has something to open it, as it is when this is made. */
export class Openers {
  /** What the disclosures of a tree would open, by id: a page may have many that
      are hidden, and none of them is looked for by itself.
      @type {Map<Node, Set<string>>} */
  #disclosed = new Map();

  /** Whether an element that is not shown can be opened by its tab or a button.
      @param {Element} element */
  hasOpener(element) {
    if (element.getAttribute("role") === "tabpanel") return !!openerOf(element);
    return !!element.id && this.#idsIn(element.getRootNode()).has(element.id);
  }

  /** @param {Node} root */
  #idsIn(root) {
    let ids = this.#disclosed.get(root);
    if (!ids) {
      const openers = [.../** @type {Document | ShadowRoot} */ (root).querySelectorAll(DISCLOSURE)];
      ids = new Set(openers.flatMap((one) => namesIn(one, "aria-controls")));
      this.#disclosed.set(root, ids);
    }
    return ids;
  }
}

/** Presses a tab or a button as a reader does, but for what the browser would do by itself:
    follow a link, or send a form. Whether that may be done.
    @param {HTMLElement} opener */
const press = (opener) => {
  const link = opener.closest("a[href]")?.getAttribute("href");
  if ((link && !link.startsWith("#")) || opener.matches(":disabled, [aria-disabled=true]")) return false;
  const stay = (/** @type {Event} */ event) => event.preventDefault();
  addEventListener("click", stay);
  opener.click();
  removeEventListener("click", stay);
  return true;
};

/** Opens what nodes are folded away in, from the outermost on, as far as it can
    be opened. Returns the tab or button that is left to the reader to press.
    @param {Node[]} nodes */
export const unfold = (nodes) => {
  /** What takes a while to open is not pressed twice.
      @type {Set<HTMLElement>} */
  const pressed = new Set();
  return nodes.map((node) => unfoldOne(node, pressed)).find((left) => left);
};

/** @param {Node} node
    @param {Set<HTMLElement>} pressed */
const unfoldOne = (node, pressed) => {
  /** @type {Element[]} */
  const around = [];
  for (let element = node.parentElement; element; ) {
    around.unshift(element);
    element = /** @type {HTMLElement | null} */ (parentOf(element) ?? null);
  }
  /** @type {HTMLElement | undefined} */
  let left;
  around.forEach((element, index) => {
    if (isClosed(element) && !isSummary(around[index + 1] ?? node)) {
      /** @type {HTMLDetailsElement} */ (element).open = true;
    } else if (isUntilFound(element)) {
      element.dispatchEvent(new Event("beforematch", { bubbles: true }));
      if (isUntilFound(element)) element.removeAttribute("hidden");
    } else {
      const opener = isShown(element) ? null : openerOf(element);
      if (!opener || pressed.has(opener)) return;
      if (press(opener)) pressed.add(opener);
      else left ??= opener;
    }
  });
  return left;
};

/** @param {Element} element */
const isShown = (element) => {
  const { display, visibility } = getComputedStyle(element);
  return display !== "none" && visibility === "visible";
};
