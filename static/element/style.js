// The style sheet: one for all comparisons of a page.

import { make } from "../common/make.js";
import { ASSETS, NAME, bring, nonce, sealed, url } from "./files.js";

/** @type {WeakMap<Document, CSSStyleSheet>} */
const sheets = new WeakMap();
/** The style sheet for the comparisons of a document.
    @param {Document} page
    @returns {Promise<CSSStyleSheet>} */
export const sheet = async (page) => {
  const css = await bring(ASSETS.css, `${ASSETS.css}.js`);
  let made = sheets.get(page);
  if (!made) {
    // One sheet goes with one document; an element may go to another.
    made = new /** @type {typeof globalThis} */ (page.defaultView).CSSStyleSheet();
    made.replaceSync(css);
    sheets.set(page, made);
  }
  return made;
};

// The lines to copy bring a frame for pages that run no script. Here one runs, and a
// frame that is not drawn does not load.
try {
  const bare = new CSSStyleSheet();
  bare.replaceSync(`${NAME}>iframe{display:none}`);
  document.adoptedStyleSheets.push(bare);
} catch {
  // A browser of before 2023 loads the frame and does not show it.
}

/** Whether all of the style holds in a shadow root, wherever it is from. Other
    sheets may be there as well: extensions of browsers bring some.
    @param {ShadowRoot} root */
const isStyled = (root) => getComputedStyle(root.host).getPropertyValue("--standpoint-sheet-is-whole") !== "";

/** Puts the style into a shadow root that has not got it, or not all of it: before
    anything is shown. What was rendered ahead brings its own.
    @param {ShadowRoot} root */
export const style = async (root) => {
  if (isStyled(root)) return;
  try {
    const ours = await sheet(root.ownerDocument);
    if (!isStyled(root)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, ours];
  } catch {
    // A browser of before 2023, or the script is missing.
    const link = make("link", { rel: "stylesheet", href: url(ASSETS.css), nonce, ...(await sealed(ASSETS.css)) });
    await new Promise((done) => {
      link.onload = link.onerror = done;
      root.prepend(link);
    });
    if (!isStyled(root)) {
      link.remove();
      throw new Error(`${link.href} could not be loaded`);
    }
  }
};
