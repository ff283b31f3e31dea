// How a document becomes one that can be shown.

import { glue } from "./glue.js";

/** @import {WidgetModule} from "../element/contract.js" */

/** Reads a document. What is wrong in one, the module for files says: the words
    for that would be too much for every reader to load.
    @type {WidgetModule["open"]} */
export const open = async ({ breath, module }, data) => {
  const article = glue.Article.read(data);
  if (!article) throw (await module("export")).mistakes(data);
  await breath();
  // The first of these has the browser read its tables, which takes as long as a
  // whole view, so here and by itself.
  Intl.NumberFormat();
  return article;
};
