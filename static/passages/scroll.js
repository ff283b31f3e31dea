// Brings a passage into view, and moves nothing but what a reader could scroll.

/** @param {Range} range
    @param {Element | undefined} around the outermost element around it that cuts
      something off; a browser would scroll its content, and no reader back
    @param {Element | undefined} box the one that cuts off a part of the range */
export const bring = (range, around, box) => {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const behavior = still ? "instant" : "smooth";
  const isShort = (/** @type {Element} */ element) =>
    element.getBoundingClientRect().height < innerHeight / 2;
  const paragraph = around ?? range.startContainer.parentElement;
  if (paragraph && isShort(paragraph)) {
    // Also through whatever else scrolls around it, and as the page likes it.
    paragraph.scrollIntoView({ block: "center", behavior });
  } else if (box) {
    around?.scrollIntoView({ block: "end", behavior });
  } else {
    scrollTo({ top: scrollY + range.getBoundingClientRect().top - innerHeight / 3, behavior });
  }
};
