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

/** Whether the reader has opened something in it, or has the focus there.
    @param {ShadowRoot} root
    @param {Element} old */
export const isHandled = (root, old) =>
  old.contains(root.activeElement) || [...old.querySelectorAll(".evidence")].some(isOpen);

/** Takes down what the reader has opened in an old one, how far it is scrolled
    and where the focus is; what is returned gives that to a new one.
    @param {ShadowRoot} root
    @param {Element} old */
export const handledIn = (root, old) => {
  const all = [...old.querySelectorAll("*")];
  const active = root.activeElement;
  const place = active ? all.indexOf(active) : -1;
  const about = aboutIn(old)?.open;
  const open = all
    .filter((element) => element.matches(".evidence") && isOpen(element))
    // One that was opened from another is opened after it.
    .sort((a, b) => Number(b.contains(active)) - Number(a.contains(active)))
    .map(({ id, scrollTop }) => ({ id, top: scrollTop }));
  return (/** @type {Element} */ mount) => {
    const section = aboutIn(mount);
    if (section) section.open = about ?? false;
    /** Only in the same tree is it at the same place.
        @type {NodeListOf<HTMLElement>} */
    const now = mount.querySelectorAll("*");
    const focused = now.length === all.length ? now[place] : undefined;
    for (const { id, top } of open) {
      const panel = root.getElementById(id);
      if (!panel || isOpen(panel)) continue;
      const opener = `:not(section) > [popovertarget="${id}"]`;
      // Told of it, the widget would go to the heading, as in one just opened.
      const heading = panel.querySelector("h3");
      heading?.removeAttribute("tabindex");
      panel.addEventListener("toggle", () => heading && (heading.tabIndex = -1), { once: true });
      const source = focused?.matches(opener) ? focused : mount.querySelector(opener);
      panel.showPopover({ source: /** @type {HTMLElement} */ (source) });
      panel.getAnimations().forEach((animation) => animation.finish());
      panel.scrollTop = top;
    }
    focused?.focus({ preventScroll: true });
  };
};
