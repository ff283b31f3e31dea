// How a comparison and the page's address follow each other. The loader knows
// how to read the address (`static/element/address.js`).

import { messageOf } from "../common/error.js";

/** @import {StanceState} from "../api/standpoint.js" */
/** @import {Page} from "../element/contract.js" */
/** @import {Comparison} from "./glue.js" */

/** What of a state a reader would want to go back to.
    @param {StanceState} state */
const placeOf = ({ view, versus, open }) => `${view} ${versus} ${open}`;

/** One comparison's part of the address.
    @param {Element} element
    @param {Page} page
    @param {Comparison} comparison */
export const addressOf = (element, { fragment, here, nameOf }, comparison) => {
  let before = placeOf(comparison.state);
  let following = false;
  return {
    /** Back, forward, another link: shows what the fragment says. */
    follow() {
      const link = fragment().get(nameOf(element));
      if (link === comparison.link) return;
      following = comparison.follow(link);
      const { top, bottom } = element.getBoundingClientRect();
      if (link !== undefined && (bottom < 0 || top > innerHeight)) element.scrollIntoView();
    },

    /** Writes what is shown into the address, where the page wants that. */
    write() {
      const { link, first, state } = comparison;
      const place = placeOf(state);
      const moved = place !== before && !following;
      before = place;
      following = false;
      if (!element.hasAttribute("permalink")) return;
      const parts = fragment();
      const name = nameOf(element);
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
        console.warn(messageOf(error)); // a page in a frame may have no history
      }
    },
  };
};
