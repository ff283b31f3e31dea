// The interface's language, and the few words that the loader itself says.

import { ASSETS, bring } from "./files.js";

/** What the loader says where no texts of the language are there. */
const ENGLISH = {
  "notice.still": "The interactive comparison could not be loaded.",
  "notice.failed": "The comparison could not be loaded.",
  "notice.data": "The data",
  "notice.retry": "Try again",
};

/** The language that is asked of an element: its own, or the nearest around it. */
const asked = (element) => {
  for (let node = element; node; node = node.parentElement ?? node.getRootNode().host) {
    const tag = node.getAttribute("lang");
    if (tag) return tag.replaceAll("_", "-");
  }
  return "en";
};

/** A language tag as `Intl` writes it; English for what is none. */
const canonical = (tag) => {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return "en";
  }
};

/** The interface's texts in that language, if they are there. */
export const textsOf = async (language) => {
  const { hash, languages } = ASSETS.texts;
  if (languages.includes(language)) return bring(`standpoint-${language}-${hash}.js`);
};

/** The interface's language and its texts: better in English than not at all. */
export const translation = async (element) => {
  const tag = canonical(asked(element));
  const texts = await textsOf(tag.split("-")[0]).catch((error) => console.warn(error.message));
  return texts ? { tag, texts } : { tag: "en", texts: await textsOf("en") };
};

/** A text of the loader's own. */
export const say = ({ texts = "" }, key) =>
  texts.split("\n").find((line) => line.startsWith(`${key} = `))?.slice(key.length + 3) ?? ENGLISH[key];
