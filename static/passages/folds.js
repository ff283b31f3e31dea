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
const isUntilFound = (element) => element.getAttribute("hidden")?.toLowerCase() === "until-found";

/** The tab of a panel.
    @param {Element} panel
    @returns {HTMLElement | null | undefined} */
const tabOf = (panel) => {
  if (panel.getAttribute("role") !== "tabpanel") return;
  const root = /** @type {Document | ShadowRoot} */ (panel.getRootNode());
  const labels = panel.getAttribute("aria-labelledby")?.trim().split(/\s+/) ?? [];
  const controls = panel.id && `[role="tab"][aria-controls~="${CSS.escape(panel.id)}"]`;
  const named = labels.map((id) => `[role="tab"][id="${CSS.escape(id)}"]`);
  const link = panel.id && `a[role="tab"][href="#${CSS.escape(panel.id)}"]`;
  const selector = [controls, link, ...named].filter(Boolean).join();
  return selector ? root.querySelector(selector) : undefined;
};

/** Whether an element that is not shown can be opened, by the browser's search
    or by its tab.
    @param {Element} element */
export const canBeOpened = (element) => isUntilFound(element) || !!tabOf(element);

/** Presses a tab as a reader does, but for what the browser would do by itself:
    follow a link, or send a form. Whether that may be done.
    @param {HTMLElement} tab */
const press = (tab) => {
  const link = tab.closest("a[href]")?.getAttribute("href");
  if ((link && !link.startsWith("#")) || tab.matches(":disabled, [aria-disabled=true]")) return false;
  const stay = (/** @type {Event} */ event) => event.preventDefault();
  addEventListener("click", stay);
  tab.click();
  removeEventListener("click", stay);
  return true;
};

/** Opens what a node is folded away in, from the outermost on, as far as it can
    be opened. Where that is left to the reader there is a tab, which is returned.
    @param {Node} node */
export const unfold = (node) => {
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
      const tab = isShown(element) ? undefined : tabOf(element);
      if (tab && !press(tab)) left ??= tab;
    }
  });
  return left;
};

/** @param {Element} element */
const isShown = (element) => {
  const { display, visibility } = getComputedStyle(element);
  return display !== "none" && visibility === "visible";
};
