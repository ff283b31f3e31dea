// Many questions in a row, of one reading of the page.

import { Passages } from "./passages.js";

/** @import {PassagesModule} from "../element/contract.js" */

/** What was read in this task, by its element: who resolves many selectors in a
    row has the page read once.
    @type {Map<Element, { passages: Passages, changes: MutationObserver }>} */
const fresh = new Map();

/** @param {Element} root */
const forget = (root) => {
  const known = fresh.get(root);
  fresh.delete(root);
  known?.changes.disconnect();
  known?.passages.free();
};

/** Where a selector's passage stands under an element.
    @type {PassagesModule["resolve"]} */
export const resolve = (root, selector) => {
  if (fresh.get(root)?.changes.takeRecords().length) forget(root);
  let known = fresh.get(root);
  if (!known) {
    const passages = new Passages(root);
    const changes = new MutationObserver(() => forget(root));
    known = { passages, changes };
    // The whole tree, because a class far above can hide a text.
    changes.observe(root.getRootNode(), {
      attributes: true,
      characterData: true,
      childList: true,
      subtree: true,
    });
    if (!fresh.size) setTimeout(() => [...fresh.keys()].forEach(forget));
    fresh.set(root, known);
  }
  return known.passages.resolve(selector);
};
