// What a bundler is given, or a page that imports a module. The build writes an import
// of the loader before it: that defines the element, and this says where its files are.

/** @import {StanceComparisonConstructor} from "../api/standpoint.js" */

const NAME = "stance-comparison";

/** The build's files, each where it is then; the build puts them in, each as a
    `new URL(…, import.meta.url)`, by which bundlers find what belongs to a module. */
const URLS = /** @type {Record<string, string>} */ (/** @type {unknown} */ ("@@URLS@@"));

/** What the loader looks at once something is to be loaded. Another version may have
    been here, and needs its own. */
const files = (/** @type {Record<symbol, { urls?: Record<string, string> }>} */ (
  /** @type {unknown} */ (globalThis)
)[Symbol.for("standpoint")] ??= {});
files.urls = { ...files.urls, ...URLS };

/** @param {string} name
    @returns {CustomElementConstructor | undefined} */
const known = (name) => globalThis.customElements?.get(name);
/** The class, of which every other name has one of its own. There is none where there is
    no page, on a server. */
const ours = known(NAME);

/** Gives the element another name as well, once or again, and gives the class that
    goes with it. `<stance-comparison>` is there from the beginning.
    @param {string} [name]
    @returns {StanceComparisonConstructor | undefined} nothing on a server */
export const define = (name = NAME) => {
  let named = known(name);
  // A name that is somebody else's, the browser refuses.
  if (ours && named !== ours && !(named?.prototype instanceof ours)) {
    customElements.define(name, (named = class extends ours {}));
  }
  return /** @type {StanceComparisonConstructor | undefined} */ (named);
};
