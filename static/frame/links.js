// Links in a frame: a page that was opened in it would stand between the lines of
// another, and most refuse to be shown there.

import { make } from "../common/make.js";

/** Ways to open a page where the reader reads; each throws where it is forbidden, or
    gives nothing. A link would not tell.
    @type {((address: string) => unknown)[]} */
const WAYS = [
  (address) => (/** @type {Window} */ (top).location.href = address),
  // A sandbox may let a tab be opened that has nothing to do with this one.
  (address) => {
    const tab = open(address);
    if (tab) tab.opener = null;
    return tab;
  },
];

/** Opens a page in the first way that is open, and else says where it is.
    @param {string} address */
const lead = (address) => {
  const isGone = WAYS.some((way) => {
    try {
      return way(address);
    } catch {
      return false;
    }
  });
  if (isGone) return;
  document.querySelector(".refused")?.remove();
  const notice = make("div", { className: "notice refused", popover: "auto" });
  notice.setAttribute("role", "status");
  notice.append(
    make("p", { textContent: "The page around lets this frame open nothing. The address:" }),
    make("p", { textContent: address }),
  );
  document.body.append(notice);
  // Above what is open, and where the reader looks.
  notice.showPopover?.();
};

/** Has links open there. */
export const leadOut = () =>
  addEventListener("click", (event) => {
    const { defaultPrevented, button, ctrlKey, metaKey, shiftKey, altKey } = event;
    if (defaultPrevented || button || ctrlKey || metaKey || shiftKey || altKey) return;
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    // What is not a page, a letter or a call, opens none.
    if (!link || link.hasAttribute("download") || !/^https?:$/.test(link.protocol)) return;
    event.preventDefault();
    lead(link.href);
  });
