// The style sheet: one for all comparisons of a page.

import { make } from "../common/make.js";
import { ASSETS, bring, url } from "./files.js";

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

/** Puts the style into a shadow root that has none: before anything is shown.
    @param {ShadowRoot} root */
export const style = async (root) => {
  // What was rendered ahead has brought its own.
  if (root.querySelector("style, link")) return;
  try {
    root.adoptedStyleSheets = [await sheet(root.ownerDocument)];
  } catch {
    // A browser of before 2023, or the script is missing.
    const link = make("link", { rel: "stylesheet", href: url(ASSETS.css) });
    root.prepend(link);
    await new Promise((resolve, reject) => {
      link.onload = resolve;
      link.onerror = () => {
        link.remove();
        reject(new Error(`${link.href} could not be loaded`));
      };
    });
  }
};
