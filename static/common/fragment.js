// The fragment of the page's address. What is shown stands in it, one part for each
// comparison: `#stance__view_is_timeline_also_stance-ferry__cell_is_mayor_on_terminal`.
// Made of letters, digits, `-` and `_` it is a selector to scripts that take it for
// one. Before, the same was `#stance:view=timeline;stance-ferry:cell=mayor/terminal`,
// and is read as well. Everything else in the fragment is the page's.

/** The parts: each with a name and a link, as it is spelled now or was before; with an
    `=` where a script of the page's has taken it for a parameter. */
const PARTS =
  /(?:^|;|&|_also_)(?:(stance[\w-]*?)__([\w-]*?)(?=_also_|[^\w:-]|$)(?:=(?=&|$))?|(stance(?:-[^:;&]*)?):([^;]*?)(?=;|_also_|&stance|$))/g;

const SIGNS = "&=,/";
const WORDS = ["and", "is", "with", "on"];

/** A link, or anything that is percent-encoded, as it stands in an address now.
    @param {string} link */
export const worded = (link) =>
  link
    .replace(/[^a-z\d%-]/gi, (sign) => {
      const word = WORDS[SIGNS.indexOf(sign)];
      return word ? `_${word}_` : `%${sign.charCodeAt(0).toString(16)}`;
    })
    .replaceAll("%", "_");

/** A link as it was before, and is to the comparison.
    @param {string} link */
export const spelled = (link) =>
  link.includes("=") ? link : link.replace(/_(?:(and|is|with|on)_)?/g, (_, word) => SIGNS[WORDS.indexOf(word)] ?? "%");

/** The name of a comparison: that of its element's `id`, or `stance` without one.
    Where several would have one name, they are told apart by their order.
    @template {Element} One
    @param {One} element
    @param {Iterable<One>} all in their order
    @returns {string} */
export const nameAmong = (element, all) => {
  const base = (/** @type {Element} */ { id }) => (id ? `stance-${worded(encodeURIComponent(id))}` : "stance");
  const name = base(element);
  const place = [...all].filter((other) => base(other) === name).indexOf(element);
  return place > 0 ? `${name}_n${place + 1}` : name;
};

/** The fragment. */
export const fragment = () => location.hash.slice(1).replace(/:~:.*/, "");

/** What the fragment says of the comparison of that name, if anything, and the
    fragment without it.
    @param {string} name
    @returns {{ link: string | undefined, rest: string }} */
export const partOf = (name, hash = fragment()) => {
  /** @type {string | undefined} */
  let link;
  const rest = hash.replace(PARTS, (part, now, nowLink, old, oldLink) => {
    if ((now ?? worded(old)) !== name) return part;
    link = nowLink ?? oldLink;
    return "";
  });
  return { link, rest: rest.replace(/^(?:;|&|_also_)/, "") };
};

/** The place in the history of what is shown, as far as the browser tells it. */
const place = () =>
  /** @type {{ navigation?: { currentEntry?: { index: number } } }} */ (globalThis).navigation?.currentEntry
    ?.index ?? history.length;

/** Follows the way through the history. Each call tells whether the page has moved
    on since the last one, to a place that it has not come back to. */
export const way = () => {
  let last = place();
  return () => last < (last = place());
};
