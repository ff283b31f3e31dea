// Where a passage stands in a page: once, more than once, or not.

/** An element's text as it is when this is made, ready for many questions; when
    the page has changed, make another one. Its language is the one that the page
    says, unless it is given. */
class Passages {
  #text;
  #nodes;
  #starts;

  constructor(root, language) {
    if (root?.nodeType !== Node.ELEMENT_NODE) throw new TypeError("the root must be an element");
    const { text, ends, nodes, starts } = read(root);
    this.#text = new wasm_bindgen.PageText(text, Uint32Array.from(ends), language ?? languageOf(root));
    this.#nodes = nodes;
    this.#starts = starts;
  }

  /** Where the passage of a selector stands: an object of the Web Annotation
      model, or a text directive. */
  resolve(selector) {
    const places = this.#text.find(selector);
    const ranges = [];
    for (let i = 0; i < places.length; i += 2) {
      const range = new Range();
      range.setStart(...this.#at(places[i], 0));
      range.setEnd(...this.#at(places[i + 1], 1));
      ranges.push(range);
    }
    return { state: ["not-found", "exact"][ranges.length] ?? "ambiguous", ranges };
  }

  /** Gives the memory back at once; otherwise it is given back at some time. */
  free() {
    this.#text.free();
  }

  /** A place in the text as one in a text node: of the one before the place, if
      that is an `end` and stands between two of them. */
  #at(place, end) {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle] + end <= place) low = middle;
      else high = middle;
    }
    return [this.#nodes[low], place - this.#starts[low]];
  }
}

/** What was read in this task, by its element: who resolves many selectors in a
    row has the page read once. */
const fresh = new Map();

const forget = (root) => {
  const { passages, changes } = fresh.get(root);
  fresh.delete(root);
  changes.disconnect();
  passages.free();
};

/** Where a selector's passage stands under an element. */
const resolve = (root, selector) => {
  if (fresh.get(root)?.changes.takeRecords().length) forget(root);
  if (!fresh.has(root)) {
    const passages = new Passages(root);
    const changes = new MutationObserver(() => forget(root));
    // The whole tree, because a class far above can hide a text.
    changes.observe(root.getRootNode(), {
      attributes: true,
      characterData: true,
      childList: true,
      subtree: true,
    });
    if (!fresh.size) setTimeout(() => [...fresh.keys()].forEach(forget));
    fresh.set(root, { passages, changes });
  }
  return fresh.get(root).passages.resolve(selector);
};

Object.assign(wasm_bindgen, { Passages, resolve });
