// What cuts a frame off, in the page around it.

/** The element around a frame that cuts it off where nobody can scroll to, if there is
    one. The window is none: who keeps it from being scrolled does so for a while.
    @param {HTMLElement} frame
    @returns {HTMLElement | undefined} */
export const lidOf = (frame) => {
  const { bottom } = frame.getBoundingClientRect();
  let { position } = getComputedStyle(frame);
  for (let around = frame.parentElement; around && around !== document.body; around = around.parentElement) {
    const style = getComputedStyle(around);
    // What is placed is cut off only by what it is placed in.
    if (position === "absolute" && style.position === "static" && style.transform === "none") continue;
    if (/auto|scroll/.test(style.overflowY)) return;
    if (/hidden|clip/.test(style.overflowY) && bottom > endOf(around) + 1) return around;
    position = style.position;
    if (position === "fixed") return;
  }
  return;
};

/** Where what is in an element ends.
    @param {HTMLElement} element */
const endOf = (element) => element.getBoundingClientRect().top + element.clientTop + element.clientHeight;

/** How much room a frame has below its lid.
    @param {HTMLElement} frame
    @param {HTMLElement} lid */
export const roomUnder = (frame, lid) => endOf(lid) - frame.getBoundingClientRect().top;
