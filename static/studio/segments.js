// Where sentences and words begin and end, by the browser's own tables.

/** @type {Map<string, Intl.Segmenter>} */
const known = new Map();

/** @param {string} language
    @param {"sentence" | "word"} granularity */
const segmenter = (language, granularity) => {
  const name = `${granularity} ${language}`;
  let one = known.get(name);
  if (!one) {
    try {
      one = new Intl.Segmenter(language, { granularity });
    } catch {
      one = new Intl.Segmenter("en", { granularity });
    }
    known.set(name, one);
  }
  return one;
};

/** Beginning and end of each sentence of a text, one after the other, without
    the space around it.
    @param {string} text
    @param {string} language */
export const sentences = (text, language) => {
  const ends = [];
  for (const { segment, index } of segmenter(language, "sentence").segment(text)) {
    const trimmed = segment.trim();
    if (!trimmed) continue;
    const from = index + segment.indexOf(trimmed);
    ends.push(from, from + trimmed.length);
  }
  return Uint32Array.from(ends);
};

/** The same of its words; what is no word is left out.
    @param {string} text
    @param {string} language */
export const words = (text, language) => {
  const ends = [];
  for (const { segment, index, isWordLike } of segmenter(language, "word").segment(text)) {
    if (isWordLike) ends.push(index, index + segment.length);
  }
  return Uint32Array.from(ends);
};
