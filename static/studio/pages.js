// Pages that somebody has saved: a document of Standpoint's in one, or an article with
// what the page itself says of it.

import { blocksOf } from "./blocks.js";
import { inert } from "./trusted.js";

/** @import {Block} from "./blocks.js" */
/** @import {Found} from "./found.js" */

/** What schema.org calls an article. */
const ARTICLE = /(?:Article|BlogPosting|Report)$/;

/** @typedef {{ [name: string]: unknown }} Thing */

/** Every object in what a page says, however deep.
    @param {unknown} value
    @returns {Generator<Thing>} */
function* things(value) {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield /** @type {Thing} */ (value);
  for (const one of Object.values(value)) yield* things(one);
}

/** The text of a value, or the first of its names.
    @param {unknown} value
    @returns {string} */
const textOf = (value) => {
  if (typeof value === "string") return value.replace(/\s+/gu, " ").trim();
  if (Array.isArray(value)) return textOf(value[0]);
  const named = /** @type {Thing | null | undefined} */ (value);
  return typeof named === "object" && named ? textOf(named["name"] ?? named["@id"]) : "";
};

/** What a page says of its article in JSON-LD.
    @param {Document} page
    @returns {Thing | undefined} */
const described = (page) => {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      for (const one of things(JSON.parse(script.textContent ?? ""))) {
        if ([one["@type"]].flat().some((type) => ARTICLE.test(String(type)))) return one;
      }
    } catch {
      // A page may say nonsense; the next script may not.
    }
  }
  return undefined;
};

/** The document in a page: between the tags of an element, or in the script of a page
    that holds all.
    @param {Document} page
    @returns {string | undefined} */
const documentIn = (page) => {
  const own = page.querySelector('stance-comparison > script[type="application/json"]');
  if (own?.textContent) return own.textContent;
  for (const script of page.querySelectorAll("script:not([src])")) {
    const [, text] = script.textContent?.match(/\["standpoint-article-[^"]*"\] = ("(?:[^"\\]|\\.)*")/) ?? [];
    if (text) return String(JSON.parse(text));
  }
  return undefined;
};

/** Where the article stands in a page: its element, or what holds most paragraphs.
    @param {Document} page
    @returns {Element} */
const bodyOf = (page) => {
  const lengthOf = (/** @type {Iterable<Element>} */ all) =>
    [...all].reduce((sum, one) => sum + (one.textContent?.length ?? 0), 0);
  const named = page.querySelectorAll('[itemprop="articleBody"], article, [role="article"]');
  const parents = new Set([...page.querySelectorAll("p")].flatMap((one) => one.parentElement ?? []));
  const paragraphs = (/** @type {Element} */ one) => lengthOf(one.querySelectorAll("p"));
  const own = (/** @type {Element} */ one) => lengthOf([...one.children].filter((child) => child.nodeName === "P"));
  const longest = (/** @type {Element[]} */ all, /** @type {(one: Element) => number} */ length) =>
    all.reduce((/** @type {Element | undefined} */ best, one) => best && length(best) >= length(one) ? best : one, undefined);
  return longest([...named], paragraphs) ?? longest([...parents], own) ?? page.body;
};

/** What is found in a page.
    @param {string} markup
    @returns {Found} */
export const readPage = (markup) => {
  const page = inert(markup, "text/html");
  const text = documentIn(page);
  if (text) return { kind: "text", text };
  // Its lines name a document, and do not hold it.
  if (page.querySelector("stance-comparison[src]") && !page.querySelector("p")) return { kind: "refused", text: "named" };
  const known = described(page) ?? {};
  const meta = (/** @type {string} */ name) =>
    textOf(page.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute("content") ?? "");
  const body = bodyOf(page);
  const headline = textOf(known["headline"]) || meta("og:title")
    || textOf((body.querySelector("h1") ?? page.querySelector("h1"))?.textContent ?? "") || textOf(page.title);
  let blocks = blocksOf(body);
  const told = typeof known["articleBody"] === "string" ? known["articleBody"] : "";
  const inPage = blocks.reduce((sum, one) => sum + one.text.length, 0);
  // A page that shows only a part of it may say all of it.
  if (told.length > inPage * 1.5) {
    blocks = told.split(/\n+/).map((line) => ({ text: line, beside: false }));
  }
  const first = blocks[0];
  if (first && first.text === headline) blocks.shift();
  return {
    kind: "article",
    text: "",
    source: described(page) ? "page-data" : "page",
    headline,
    url: textOf(known["url"]) || textOf(known["mainEntityOfPage"])
      || (page.querySelector('link[rel="canonical"]')?.getAttribute("href") ?? "") || meta("og:url"),
    publisher: textOf(known["publisher"]) || meta("og:site_name"),
    date: (textOf(known["datePublished"]) || meta("article:published_time")).slice(0, 10),
    language: textOf(known["inLanguage"]) || page.documentElement.lang,
    ...apart(blocks),
  };
};

/** Paragraphs, and which of them stand beside the article.
    @param {Block[]} blocks */
export const apart = (blocks) => ({
  paragraphs: blocks.map((one) => one.text),
  beside: Uint32Array.from(blocks.flatMap((one, at) => one.beside ? [at] : [])),
});

/** What is pasted, a paragraph a line.
    @param {string} markup */
export const linesOf = (markup) =>
  blocksOf(inert(markup, "text/html").body).map((one) => one.text).join("\n");
