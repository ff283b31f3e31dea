// What the reader sees of a frame. One that is as high as what it shows has no
// scroll bar; which part of it is in the window only the browser can tell, and it
// tells that in frames of other origins, too.

/** Less than that is of no use to read in. */
const ENOUGH = 320;

/** Has the element place what it opens within what is seen. `isOpen` says whether
    something is.
    @param {HTMLElement} element
    @param {() => boolean} isOpen */
export const seenOf = (element, isOpen) => {
  const root = document.documentElement;
  /** Whether what is open has its place: it keeps that while the page around is
      scrolled, as what is on a page does. */
  let isPlaced = false;

  const observer = new IntersectionObserver((entries) => {
    const seen = entries.at(-1)?.intersectionRect;
    if (!seen?.height || isPlaced) return;
    isPlaced = isOpen();
    const height = Math.min(Math.max(seen.height, ENOUGH), innerHeight);
    const top = Math.max(0, Math.min(seen.top, innerHeight - height));
    root.style.setProperty("--stance-seen-top", `${top}px`);
    root.style.setProperty("--stance-seen-height", `${height}px`);
    element.setAttribute("framed", "");
  });
  /** To be told once more. */
  const look = () => {
    observer.disconnect();
    observer.observe(root);
  };
  // Before somebody opens something there is one of these.
  for (const sign of ["pointerover", "pointerdown", "focusin", "keydown"]) {
    addEventListener(sign, look, { capture: true, passive: true });
  }
  const again = () => {
    isPlaced = false;
    look();
  };
  addEventListener("resize", again);
  again();
  return again;
};

/** Has nothing that a script gives the focus to scroll: the page around would jump.
    What the reader moves to by the keyboard is shown as ever. */
export const focusQuietly = () => {
  const { focus } = HTMLElement.prototype;
  HTMLElement.prototype.focus = function (/** @type {FocusOptions | undefined} */ options) {
    focus.call(this, { preventScroll: true, ...options });
  };
};
