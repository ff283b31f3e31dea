// How a document becomes one that can be shown.

import { glue } from "./glue.js";
import { pack } from "./pack.js";

/** @import {WidgetModule} from "../element/contract.js" */

/** Reads a document. What is wrong in one, the module for files says: the words
    for that would be too much for every reader to load.
    @type {WidgetModule["open"]} */
export const open = async ({ breath, module }, data) => {
  const packed = pack(data);
  const article = glue.Article.read(packed);
  if (!article) throw (await module("export")).mistakes(packed);
  await breath();
  // The first of these has the browser read its tables, which takes as long as a
  // whole view, so here and by itself.
  try {
    Intl.NumberFormat();
  } catch {
    // The words do without it as well.
  }
  return article;
};
