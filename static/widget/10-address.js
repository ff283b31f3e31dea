// How a comparison and the page's address follow each other. The loader knows
// how to read the address (`static/loader/30-address.js`).

/** Whether the reader has been here before, and the browser has put the page
    back to where it was. */
const returned = () => performance.getEntriesByType("navigation")[0]?.type !== "navigate";

/** What of a state a reader would want to go back to. */
const placeOf = ({ view, versus, open }) => `${view} ${versus} ${open}`;

/** One comparison's part of the address. */
class Address {
  #element;
  #page;
  #comparison;
  #place;
  #following = false;

  constructor(element, page, comparison) {
    this.#element = element;
    this.#page = page;
    this.#comparison = comparison;
    this.#place = placeOf(comparison.state);
  }

  /** Back, forward, another link: shows what the fragment says. */
  follow() {
    const link = this.#page.fragment().get(this.#page.nameOf(this.#element));
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
    const parts = this.#page.fragment();
    const name = this.#page.nameOf(this.#element);
    parts.delete(name);
    if (link !== first) parts.set(name, link);
    const hash = [...parts].map((part) => part.join(":")).join(";");
    const address = this.#page.here() + (hash && `#${hash}`);
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
