// The interface's language, and the few words that the loader itself says.

import { ASSETS, bring } from "./files.js";

/** @import {Translation} from "./contract.js" */

/** What the loader says where no texts of the language are there.
    @type {Record<string, string>} */
const ENGLISH = {
  "notice.still": "The interactive comparison is not running; this can be read without it.",
  "notice.failed": "The comparison could not be loaded.",
  "notice.data": "The data",
  "notice.retry": "Try again",
  "notice.again": "Load it again",
};

/** The element around one, out of a shadow root as well.
    @param {Element} element
    @returns {Element | null | undefined} */
const parentOf = (element) =>
  element.parentElement ?? /** @type {Partial<ShadowRoot>} */ (element.getRootNode()).host;

/** The language that is asked of an element: its own, or the nearest around it.
    @param {Element} element */
const asked = (element) => {
  for (let node = /** @type {Element | null | undefined} */ (element); node; node = parentOf(node)) {
    const tag = node.getAttribute("lang");
    if (tag) return tag.replaceAll("_", "-");
  }
  return "en";
};

/** A language tag as `Intl` writes it, in full if that is asked; English for what is
    none, and where there is no `Intl`.
    @param {string} tag
    @param {"toString" | "maximize"} [how] */
const canonical = (tag, how = "toString") => {
  try {
    return `${new Intl.Locale(tag)[how]()}`;
  } catch {
    return "en";
  }
};

/** Under which tag there are texts for a canonical one, if there are any: its language,
    in the script that it is most likely written in.
    @param {string} tag */
const written = (tag) => /^zh-Hant/.exec(canonical(tag, "maximize"))?.[0] ?? tag.replace(/-.*/, "");

/** The interface's texts in that language, if they are there.
    @param {string} language
    @returns {Promise<string | undefined>} */
export const textsOf = async (language) => {
  const { hash, languages } = ASSETS.texts;
  if (languages.includes(language)) return bring(`standpoint-${language}-${hash}.js`);
};

/** The interface's language and its texts: better in English than not at all.
    @param {Element} element
    @returns {Promise<Translation>} */
export const translation = async (element) => {
  const tag = canonical(asked(element));
  const texts = await textsOf(written(tag)).catch((error) => console.warn(error.message));
  if (texts) return { tag, texts };
  return { tag: "en", texts: /** @type {string} */ (await textsOf("en")) };
};

/** A text of the loader's own.
    @param {Partial<Translation>} translation
    @param {string} key */
export const say = ({ texts = "" }, key) =>
  texts.split("\n").find((line) => line.startsWith(`${key} = `))?.slice(key.length + 3) ?? ENGLISH[key] ?? key;
