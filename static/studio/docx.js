// Documents of a word processor (Office Open XML): paragraphs, without what is deleted,
// hidden or in the margin.

import { inert } from "./trusted.js";
import { entriesOf } from "./zip.js";

/** @import {Found} from "./found.js" */

const WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const TERMS = "http://purl.org/dc/elements/1.1/";

/** @param {ArrayBuffer} buffer
    @returns {Promise<Found>} */
export const readDocx = async (buffer) => {
  const entries = entriesOf(buffer);
  const main = await entries.get("word/document.xml")?.();
  if (main === undefined) return { kind: "refused", text: "no-words" };
  const xml = inert(main, "application/xml");
  if (xml.querySelector("parsererror")) return { kind: "refused", text: "no-words" };
  const all = (/** @type {string} */ name) => [...xml.getElementsByTagNameNS(WORDS, name)];
  const paragraphs = all("p").map(wordsOf).filter((text) => text.trim() !== "");
  const notes = [];
  if (all("del").length || all("ins").length) notes.push("tracked");
  if (all("commentReference").length) notes.push("comments");
  if (all("footnoteReference").length || all("endnoteReference").length) notes.push("footnotes");
  const core = await entries.get("docProps/core.xml")?.();
  const title = core && inert(core, "application/xml").getElementsByTagNameNS(TERMS, "title")[0]?.textContent;
  const styled = all("p").find((one) => /^(?:Title|Titel|Titre|Ttulo)$/i.test(styleOf(one)));
  const headline = (styled && wordsOf(styled).trim()) || title?.trim() || "";
  if (headline && paragraphs[0]?.trim() === headline) paragraphs.shift();
  const [language] = all("lang").flatMap((one) => one.getAttributeNS(WORDS, "val") ?? []);
  return {
    kind: "article",
    text: "",
    source: "word",
    headline,
    language: language ?? "",
    paragraphs,
    beside: new Uint32Array(),
    notes,
  };
};

/** @param {Element} paragraph */
const styleOf = (paragraph) =>
  paragraph.getElementsByTagNameNS(WORDS, "pStyle")[0]?.getAttributeNS(WORDS, "val") ?? "";

/** The words of a paragraph; those of a box within it are a paragraph of their own.
    @param {Element} paragraph */
const wordsOf = (paragraph) => {
  let text = "";
  /** @param {Element} element */
  const walk = (element) => {
    for (const child of element.children) {
      if (child.namespaceURI !== WORDS) {
        walk(child);
        continue;
      }
      switch (child.localName) {
        case "t": text += child.textContent ?? ""; break;
        case "tab": text += " "; break;
        case "br": case "cr": text += "\n"; break;
        case "noBreakHyphen": text += "\u2011"; break;
        case "p": case "del": case "moveFrom": case "rPr": case "pPr": case "instrText": break;
        case "r": if (!isVanished(child)) walk(child); break;
        default: walk(child);
      }
    }
  };
  walk(paragraph);
  return text;
};

/** @param {Element} run */
const isVanished = (run) => {
  const [vanish] = run.getElementsByTagNameNS(WORDS, "vanish");
  return vanish !== undefined && !["0", "false"].includes(vanish.getAttributeNS(WORDS, "val") ?? "");
};
