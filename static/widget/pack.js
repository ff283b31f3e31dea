// A document in one piece, as WebAssembly takes it: read field by field from
// there, each costs some six calls across the border, which for a large document
// are millions. `src/article/packed.rs` says what the words mean.

/** Deeper than a document may be. What is within is left out, and the whole is
    refused for its depth. */
const DEEP = 200;

/** What JSON cannot hold; where it stands the whole is refused. */
const NO_JSON = 6;

/** Packs what JSON can hold.
    @param {unknown} data */
export const pack = (data) => {
  /** The first is how many follow.
      @type {number[]} */
  const words = [0];
  /** @type {string[]} */
  const texts = [];
  /** The fields' names, each with how many others were before it.
      @type {Map<string, number>} */
  const names = new Map();
  const number = new Float64Array(1);
  const halves = new Uint32Array(number.buffer);

  /** @param {string} name */
  const writeName = (name) => {
    const known = names.get(name);
    words.push(known ?? names.size);
    if (known !== undefined) return;
    names.set(name, names.size);
    words.push(name.length);
    texts.push(name);
  };

  /** @param {any} value
      @param {number} depth */
  const write = (value, depth) => {
    if (value === null || value === undefined || depth > DEEP) {
      words.push(0);
    } else if (typeof value === "string") {
      words.push(value.length * 8 + 3);
      texts.push(value);
    } else if (typeof value === "number") {
      number[0] = value;
      words.push(2, ...halves);
    } else if (typeof value === "boolean") {
      words.push(value ? 9 : 1);
    } else if (Array.isArray(value)) {
      words.push(value.length * 8 + 4);
      for (const entry of value) write(entry, depth + 1);
    } else if (typeof value === "object") {
      const fields = Object.keys(value);
      words.push(fields.length * 8 + 5);
      for (const field of fields) {
        writeName(field);
        write(value[field], depth + 1);
      }
    } else {
      words.push(NO_JSON);
    }
  };

  write(data, 0);
  words[0] = words.length - 1;
  texts.push(""); // a zero byte after the last one, too
  const written = new TextEncoder().encode(texts.join("\0"));
  const bytes = new Uint8Array(words.length * 4 + written.length);
  // Lowest byte first, as on everything that a browser runs on.
  new Uint32Array(bytes.buffer, 0, words.length).set(words);
  bytes.set(written, words.length * 4);
  return bytes;
};
