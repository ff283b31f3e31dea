// What is told from a frame to its page.

/** The element's events. */
export const EVENTS = /** @type {const} */ ([
  "stance-ready", "stance-change", "stance-evidence", "stance-passages", "stance-error",
]);
