// The passages in the page's own text, where the page has named it.

import { messageOf } from "../common/error.js";

/** @import {StanceComparison, StanceDocument} from "../api/standpoint.js" */
/** @import {Guide, Page, Translation} from "../element/contract.js" */
/** @import {Spoken} from "./glue.js" */

/** Has a comparison's passages marked in the text that the attribute
    `source-text` names.
    @param {StanceComparison} element
    @param {Page} page
    @param {Spoken} comparison
    @param {StanceDocument} data
    @param {Translation} translation */
export const companionOf = (element, { breath, module, say }, comparison, data, translation) => {
  /** @type {Guide | undefined} */
  let guide;
  let turn = 0;
  const leave = () => {
    guide?.destroy();
    guide = undefined;
    return ++turn;
  };
  return {
    /** Looks for them, anew when the attribute has changed. */
    async look() {
      const mine = leave();
      const selector = element.getAttribute("source-text");
      if (!selector) return comparison.find({});
      try {
        const passages = await module("passages");
        await breath();
        if (mine !== turn) return;
        guide = passages.guide(element, comparison, selector, data, (key) => say(translation, key));
      } catch (error) {
        // The comparison is all there; only the way to the passages is not.
        console.warn(messageOf(error));
        if (mine === turn) comparison.find({});
      }
    },

    /** Shows a statement's passage.
        @param {string} statement */
    show(statement) {
      guide?.show(statement);
    },

    leave,
  };
};
