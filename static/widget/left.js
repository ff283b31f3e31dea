// What is open stays over what has the focus, if that goes elsewhere.

/** Closes it when the focus leaves it for something else of the page (WCAG 2.2,
    2.4.11). The focus may go from one evidence to another that was opened in it, to the
    button that opened it, which closes it, and out of the window.
    @param {FocusEvent} event */
export const left = ({ target, relatedTarget }) => {
  const from = /** @type {HTMLElement} */ (target);
  const to = /** @type {HTMLElement | null} */ (relatedTarget);
  // What closes loses the focus too; what it was opened from stays.
  if (!to || !from.closest("[popover]")?.matches(":popover-open") || to.closest(":popover-open")) return;
  const open = [.../** @type {NodeListOf<HTMLElement>} */ (from.closest(".comparison")?.querySelectorAll(":popover-open"))];
  if (open.every(({ id }) => id !== to.getAttribute("popovertarget"))) for (const each of open) each.hidePopover();
};
