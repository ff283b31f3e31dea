// What the reader has in hand when one comparison takes the place of another:
// what is open, how far it is scrolled, where the focus is.

/** What stands in the element now. */
export const standing = (root) => root.querySelector(".mount:not([hidden])");

const isOpen = (element) => element.popover && element.matches(":popover-open");

/** Whether the reader has opened something in it, or has the focus there. */
export const isHandled = (root, old) =>
  old.contains(root.activeElement) || [...old.querySelectorAll(".evidence")].some(isOpen);

/** Takes down what the reader has opened in an old one, how far it is scrolled
    and where the focus is; what is returned gives that to a new one. */
export const handledIn = (root, old) => {
  const all = [...old.querySelectorAll("*")];
  const active = root.activeElement;
  const place = all.indexOf(active);
  const about = old.querySelector(".about")?.open;
  const open = all
    .filter((element) => element.matches(".evidence") && isOpen(element))
    // One that was opened from another is opened after it.
    .sort((a, b) => b.contains(active) - a.contains(active))
    .map((element) => [element.id, element.scrollTop]);
  return (mount) => {
    mount.querySelector(".about").open = about;
    // Only in the same tree is it at the same place.
    const now = mount.querySelectorAll("*");
    const focused = now.length === all.length ? now[place] : undefined;
    for (const [id, top] of open) {
      const panel = root.getElementById(id);
      if (!panel || isOpen(panel)) continue;
      const opener = `:not(section) > [popovertarget="${id}"]`;
      // Told of it, the widget would go to the heading, as in one just opened.
      const heading = panel.querySelector("h3");
      heading?.removeAttribute("tabindex");
      panel.addEventListener("toggle", () => heading && (heading.tabIndex = -1), { once: true });
      panel.showPopover({ source: focused?.matches(opener) ? focused : mount.querySelector(opener) });
      panel.getAnimations().forEach((animation) => animation.finish());
      panel.scrollTop = top;
    }
    focused?.focus({ preventScroll: true });
  };
};
