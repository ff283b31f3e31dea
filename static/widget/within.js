// The document that stands in an element, as editors leave it.

import { bytesOf } from "../common/bytes.js";

/** @import {WidgetModule} from "../element/contract.js" */

/** The document in a script anywhere within, or, where its tags are gone, in the text
    that is left; nothing where there is none. What an editor has changed, the module
    for files reads or refuses.
    @type {WidgetModule["within"]} */
export const within = async ({ module }, element) => {
  const script = element.querySelector('script[type*="json" i]');
  const text = (script ?? element).textContent ?? "";
  const sealed = !text.includes("{");
  if (sealed && !(script && /\w/.test(text))) return;
  try {
    // As `Share` writes it: base64, in which no editor finds anything to improve.
    if (sealed) return JSON.parse(new TextDecoder().decode(bytesOf(text)));
    if (!/&#?\w+;/.test(text)) return JSON.parse(text);
  } catch {
    // It is not as it was written.
  }
  return (await module("export")).mended(text);
};
