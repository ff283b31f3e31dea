// Many questions in a row, of one reading of the page.

import { Passages } from "./passages.js";

/** What was read in this task, by its element: who resolves many selectors in a
    row has the page read once. */
const fresh = new Map();

const forget = (root) => {
  const { passages, changes } = fresh.get(root);
  fresh.delete(root);
  changes.disconnect();
  passages.free();
};

/** Where a selector's passage stands under an element. */
export const resolve = (root, selector) => {
  if (fresh.get(root)?.changes.takeRecords().length) forget(root);
  if (!fresh.has(root)) {
    const passages = new Passages(root);
    const changes = new MutationObserver(() => forget(root));
    // The whole tree, because a class far above can hide a text.
    changes.observe(root.getRootNode(), {
      attributes: true,
      characterData: true,
      childList: true,
      subtree: true,
    });
    if (!fresh.size) setTimeout(() => [...fresh.keys()].forEach(forget));
    fresh.set(root, { passages, changes });
  }
  return fresh.get(root).passages.resolve(selector);
};
