// Links in a frame: a page that was opened in it would stand between the lines of
// another, and most refuse to be shown there.

import { make } from "../common/make.js";

/** Opens a page where the reader reads; in a tab of its own where the frame's sandbox
    forbids that, and else says where it is.
    @param {string} address */
const lead = (address) => {
  try {
    // Throws where it is forbidden, which a link would not tell.
    /** @type {Window} */ (top).location.href = address;
    return;
  } catch {
    const tab = open(address);
    if (tab) {
      tab.opener = null;
      return;
    }
  }
  document.querySelector(".refused")?.remove();
  const notice = make("div", { className: "notice refused" });
  notice.setAttribute("role", "status");
  notice.append(
    make("p", { textContent: "The page around lets this frame open nothing. The address:" }),
    make("p", { textContent: address }),
  );
  document.body.prepend(notice);
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
