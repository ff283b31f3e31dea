// What the reader has in hand when one comparison takes the place of another:
// what is open, how far it is scrolled, where the focus is.

/** What stands in the element now.
    @param {ShadowRoot} root
    @returns {HTMLElement | null} */
export const standing = (root) => root.querySelector(".mount:not([hidden])");

/** How the document was made, to unfold.
    @param {Element} mount
    @returns {HTMLDetailsElement | null} */
const aboutIn = (mount) => mount.querySelector(".about");

/** Whether it is a popover that is open.
    @param {Element} element */
const isOpen = (element) =>
  /** @type {HTMLElement} */ (element).popover && element.matches(":popover-open");

/** The evidence that is open in it: the element's id, the cell's name, how far it
    is scrolled. What was opened from another comes after it.
    @param {Element} old */
export const openIn = (old) => {
  const active = /** @type {ShadowRoot} */ (old.getRootNode()).activeElement;
  return [.../** @type {NodeListOf<HTMLElement>} */ (old.querySelectorAll(".evidence"))]
    .filter(isOpen)
    .sort((a, b) => Number(b.contains(active)) - Number(a.contains(active)))
    .map(({ id, dataset, scrollTop }) => ({ id, name: dataset.of ?? "", top: scrollTop }));
};

/** The elements among which one is found again by its place: those of the evidence
    around it, or else all but evidence, of which one has more than the other.
    @param {Element} mount
    @param {string | undefined} evidence the id of that evidence
    @returns {HTMLElement[]} */
const amid = (mount, evidence) => {
  const selector = evidence ? `[id="${evidence}"] *` : ":not(.all-evidence *)";
  return [.../** @type {NodeListOf<HTMLElement>} */ (mount.querySelectorAll(selector))];
};

/** Takes down what the reader has opened in an old one, how far it is scrolled
    and where the focus is; what is returned gives that to a new one.
    @param {ShadowRoot} root
    @param {Element} old */
export const handledIn = (root, old) => {
  const active = /** @type {HTMLElement | null} */ (root.activeElement);
  const evidence = active?.closest(".evidence")?.id;
  const before = amid(old, evidence);
  const place = active ? before.indexOf(active) : -1;
  const about = aboutIn(old)?.open;
  const open = openIn(old);
  return (/** @type {Element} */ mount) => {
    const section = aboutIn(mount);
    if (section) section.open = about ?? false;
    // Only in the same tree is it at the same place.
    const now = amid(mount, evidence);
    const focused = now.length === before.length ? now[place] : undefined;
    for (const { id, top } of open) {
      const panel = root.getElementById(id);
      if (!panel || isOpen(panel)) continue;
      const opener = `:not(section) > [popovertarget="${id}"]`;
      // Told of it, the widget would go to the heading, as in one just opened.
      const heading = /** @type {HTMLElement | null} */ (panel.querySelector(".evidence-heading"));
      heading?.removeAttribute("tabindex");
      panel.addEventListener("toggle", () => heading && (heading.tabIndex = -1), { once: true });
      const source = focused?.matches(opener) ? focused : mount.querySelector(opener);
      panel.showPopover({ source: /** @type {HTMLElement} */ (source) });
      panel.getAnimations().forEach((animation) => animation.finish());
      panel.scrollTop = top;
      // Where it is placed, and so how high it is, may be known only then.
      requestAnimationFrame(() => (panel.scrollTop = top));
    }
    focused?.focus({ preventScroll: true });
  };
};
