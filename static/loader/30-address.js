// The page's address: what is shown stands in its fragment, one part for each
// comparison: `#stance:versus=russia,ukraine;stance-2:view=timeline`.

const here = () => location.href.split("#")[0];

/** The parts of the fragment by the names of their comparisons. */
const fragment = () => {
  // Some programs that pass links on escape the colon.
  const parts = location.hash.slice(1).split(":~:")[0].replace(/%3A/gi, ":").split(";");
  return new Map(parts.map((part) => part.match(/^(stance(?:-[^:]+)?):(.*)$/)?.slice(1)).filter(Boolean));
};

/** The name of a comparison in the fragment. */
const nameOf = (element) => {
  if (element.id) return `stance-${encodeURIComponent(element.id)}`;
  const nameless = [...document.querySelectorAll(`${NAME}:not([id])`)];
  const place = nameless.indexOf(element);
  return place > 0 ? `stance-${place + 1}` : "stance";
};

/** Whether the reader has been here before, and the browser has put the page
    back to where it was. */
const returned = () => performance.getEntriesByType("navigation")[0]?.type !== "navigate";

/** What of a state a reader would want to go back to. */
const placeOf = ({ view, versus, open }) => `${view} ${versus} ${open}`;

/** One comparison's part of the address. */
class Address {
  #element;
  #comparison;
  #place;
  #following = false;

  constructor(element, comparison) {
    this.#element = element;
    this.#comparison = comparison;
    this.#place = placeOf(comparison.state);
  }

  /** Back, forward, another link: shows what the fragment says. */
  follow() {
    const link = fragment().get(nameOf(this.#element));
    if (link === this.#comparison.link) return;
    this.#following = this.#comparison.follow(link);
    const { top, bottom } = this.#element.getBoundingClientRect();
    if (link !== undefined && (bottom < 0 || top > innerHeight)) this.#element.scrollIntoView();
  }

  /** Writes what is shown into the address, where the page wants that. */
  write() {
    const { link, first, state } = this.#comparison;
    const place = placeOf(state);
    const moved = place !== this.#place && !this.#following;
    this.#place = place;
    this.#following = false;
    if (!this.#element.hasAttribute("permalink")) return;
    const parts = fragment();
    const name = nameOf(this.#element);
    parts.delete(name);
    if (link !== first) parts.set(name, link);
    const hash = [...parts].map((part) => part.join(":")).join(";");
    const address = here() + (hash && `#${hash}`);
    if (address === location.href) return;
    try {
      // To go back leads to the view or the evidence before, not through every
      // letter of a search.
      history[moved ? "pushState" : "replaceState"](history.state, "", address);
    } catch (error) {
      console.warn(error.message); // a page in a frame may have no history
    }
  }
}
