// What is published beside the document itself.

import { base } from "./trusted.js";

/** @import {StanceComparison} from "../api/standpoint.js" */

/** The comparison as a table without scripts, as the preview has it; nothing where there
    is none yet.
    @param {(table: string | undefined) => void} then */
export const table = (then) => {
  const element = /** @type {StanceComparison | null} */ (document.querySelector("stance-comparison"));
  const made = element ? element.exportAs("html") : Promise.reject(new Error("no preview"));
  made.then(then, () => then(undefined));
};

/** A text between tags.
    @param {string} text */
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** One page that holds all: the build's own, with another document in it, and its table
    for whoever has no scripts. From disk nothing can be fetched.
    @param {string} json
    @param {string} title
    @param {(page: string | undefined) => void} then */
export const whole = (json, title, then) => {
  const page = async () => {
    const response = await fetch(new URL("standalone.html", base));
    if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
    const template = await response.text();
    /** @type {string | undefined} */
    const shown = await new Promise((resolve) => table(resolve));
    // A page of its own, or only what stands in one.
    const [, body = shown ?? ""] = shown?.match(/<body[^>]*>([^]*)<\/body>/) ?? [];
    const start = template.indexOf("<stance-comparison");
    const end = template.indexOf("</stance-comparison>", start);
    if (start < 0 || end < 0) throw new Error("no place for the document");
    const data = json.replaceAll("<", "\\u003c");
    const element = `<stance-comparison><script type="application/json">${data}</script>${body}`;
    const filled = template.slice(0, start) + element + template.slice(end);
    return filled.replace(/<title>[^<]*<\/title>/, () => `<title>${escaped(title)}</title>`)
      .replace(/<meta name="description"[^>]*>/, "");
  };
  page().then(then, () => then(undefined));
};
