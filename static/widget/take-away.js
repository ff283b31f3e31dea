// What a reader takes along: a link, the lines for another page, a file.

import { messageOf } from "../common/error.js";

/** @import {StanceComparison, StanceDocument} from "../api/standpoint.js" */
/** @import {Answering, Format, Page, Wish} from "../element/contract.js" */

/** Does what the reader wishes, and says what came of it.
    @param {Page} page
    @param {StanceComparison} element
    @param {Answering} comparison
    @param {StanceDocument} data
    @param {Wish} what
    @param {string} detail
    @param {string} place what a link to it begins with */
export const serve = async ({ base, module }, element, comparison, data, what, detail, place) => {
  try {
    if (what === "save") {
      const { save } = await module("export");
      comparison.reply(...(await save(element, /** @type {Format} */ (detail))));
      return;
    }
    const kind = what === "copy-link" ? "link" : "code";
    const text = (async () =>
      kind === "link"
        ? place + detail
        : (await module("export")).embed(element, detail, data, base))();
    const blob = async () => new Blob([await text], { type: "text/plain" });
    try {
      // Safari lets a page copy only at once: what comes later as a promise.
      await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob() })]);
      comparison.reply(kind, "");
    } catch {
      // Not everywhere is there a clipboard, and not everybody lets it be used.
      comparison.reply("by-hand", await text);
    }
  } catch (error) {
    comparison.reply("failed", messageOf(error));
  }
};
