// The scroll bar of a frame that did not get the height of what it shows.

import { make } from "../common/make.js";

/** Has it seen that there is more: where the browser shows its bar only to those who
    scroll already, by one of our own. What is returned looks anew. */
export const barOf = () => {
  const root = document.documentElement;
  const bar = make("div", { className: "bar", hidden: true });
  bar.setAttribute("aria-hidden", "true");
  root.append(bar);
  const look = () => {
    const { scrollHeight, clientWidth, scrollTop, classList } = root;
    const hasNone = innerWidth === clientWidth && !classList.contains("followed");
    bar.hidden = !hasNone || scrollHeight <= innerHeight + 1;
    const share = innerHeight / scrollHeight;
    bar.style.height = `${share * innerHeight}px`;
    bar.style.top = `${share * scrollTop}px`;
  };
  addEventListener("scroll", look, { passive: true });
  addEventListener("resize", look);
  return look;
};
