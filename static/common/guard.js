// An instance of WebAssembly in which something was thrown, a trap or an error of
// the page's, stopped in the middle of what it did. What is left in its memory is
// not to be trusted, so nothing enters it any more. Whatever enters, an event, a
// timer or a call, comes through what the instance exports.

/** What the exports of WebAssembly are taken through.
    @typedef {(exports: WebAssembly.Exports) => WebAssembly.Exports} Guard */
/** What is told once, with what was thrown, that an instance has broken down; and
    whenever it is entered and left.
    @typedef {{ broken?: (thrown: unknown) => void, entered?: () => void, left?: () => void }} Breakable */

/** Takes the exports of an instance through a guard, which tells `broken` of `glue`,
    where there is one, what was thrown first. Otherwise whoever has called is told.
    @param {Breakable} glue
    @returns {Guard} */
export const guardOf = (glue) => (exports) => {
  /** @type {{ what: unknown } | undefined} */
  let thrown;
  let told = false;
  let depth = 0;
  /** @param {Function} enter */
  const guarded = (enter) => (/** @type {unknown[]} */ ...args) => {
    if (thrown) {
      if (depth) throw thrown.what; // what is still within is to come to its end
      return []; // the script takes some results apart
    }
    if (!depth++) glue.entered?.();
    try {
      return enter(...args);
    } catch (what) {
      thrown ??= { what };
      if (depth > 1 || !glue.broken) throw what;
      return [];
    } finally {
      if (!--depth) glue.left?.();
      if (thrown && !depth && !told) {
        told = true;
        glue.broken?.(thrown.what);
      }
    }
  };
  return Object.fromEntries(
    Object.entries(exports).map(([name, it]) => [name, typeof it === "function" ? guarded(it) : it]),
  );
};
