// How a comparison and the page's address follow each other.

import { fragment, nameAmong, partOf, spelled, way, worded } from "../common/fragment.js";
import { messageOf } from "../common/error.js";

/** @import {StanceDocument, StanceState} from "../api/standpoint.js" */
/** @import {Page} from "../element/contract.js" */
/** @import {Comparison} from "./glue.js" */

/** The page's address without its fragment. */
export const here = () => location.href.replace(/#.*/, "");

/** The name of a comparison in the fragment. Those in shadow roots of the page's come
    after those that have their place in it.
    @param {Element} element
    @param {Page} page */
export const nameOf = (element, { all }) => {
  // The page may have given the element several.
  const tags = new Set(Array.from(all, ({ localName }) => localName));
  return nameAmong(element, new Set([...document.querySelectorAll([...tags].join()), ...all]));
};

/** What of a state a reader would want to go back to.
    @param {StanceState} state */
const stopOf = ({ view, versus, open }) => `${view} ${versus} ${open}`;

/** @param {unknown} error */
const warn = (error) => console.warn(messageOf(error));

/** One comparison's part of the address. `tell` says that not all of it is understood.
    @param {Element} element
    @param {Page} page
    @param {Comparison} comparison
    @param {StanceDocument} data
    @param {() => void} tell */
export const addressOf = (element, page, comparison, data, tell) => {
  let before = stopOf(comparison.state);
  let following = false;
  let isNamed = false;
  /** What the module for files has made of a fragment that is not as we write it.
      @type {{ hash?: string, rest: string, lost?: string }} */
  let mended = { rest: "" };
  /** @type {Promise<void> | undefined} */
  let mending;
  const hasMovedOn = way();

  /** Has a link read with care that is not as we write it; perhaps nobody but the
      module for files can see that there is one.
      @param {string | undefined} link */
  const mend = async (link) => {
    const hash = fragment();
    const shown = comparison.link;
    if (link === undefined ? !/stance.*(%|&[a#]|-\d+:)/.test(hash) : link === worded(shown)) return;
    const read = (await page.module("export")).read(nameOf(element, page), data);
    if (!read || hash !== fragment()) return;
    mended = { ...read, hash };
    isNamed = true;
    // Unless the reader has gone on in the meantime.
    if (shown === comparison.link) following = comparison.follow(read.link);
    if (read.lost) tell();
  };

  /** Writes what is shown into the address; as a stop of its own, where it is one.
      @param {boolean} moved */
  const store = async (moved) => {
    await mending;
    if (!element.hasAttribute("permalink")) return;
    const { link, first } = comparison;
    const name = nameOf(element, page);
    const { rest } = mended.hash === fragment() ? mended : partOf(name);
    // Behind those the page's own scripts find their way.
    if (/^[/!]/.test(rest)) return;
    const own = [link !== first && worded(link), mended.lost].filter(Boolean).join("_and_");
    isNamed = !!own;
    const parts = [rest, own && `${name}__${own}`].filter(Boolean);
    const hash = parts.join(rest.includes("=") ? "&" : "_also_");
    const address = here() + (hash && `#${hash}`);
    if (address === location.href) return;
    // To go back leads to the view or the evidence before, not through every letter of
    // a search. Where scripts of the page's have noted something, the history is theirs:
    // at every stop they would fetch the page anew.
    history[moved && history.state === null ? "pushState" : "replaceState"](history.state, "", address);
    hasMovedOn();
  };

  return {
    /** Shows what the fragment says: the reader has come by it, or it has changed. One
        that says nothing is the page's affair, if it is not where this one's was come
        from. */
    follow(isFirst = false) {
      const { link } = partOf(nameOf(element, page));
      const isBack = !hasMovedOn() && isNamed;
      isNamed = link !== undefined;
      if (!isFirst && (isNamed || isBack)) {
        mended = { rest: "" };
        following = comparison.follow(link ? spelled(link) : undefined);
        const { top, bottom } = element.getBoundingClientRect();
        if (isNamed && (bottom < 0 || top > innerHeight)) element.scrollIntoView();
      }
      mending = mend(link).catch(warn);
    },

    /** What was lost of the link is not kept. */
    async forget() {
      await mending;
      mended = { rest: "" };
    },

    /** Writes what is shown into the address, where the page wants that. True when a
        link has led there, and not the reader. */
    write() {
      const stop = stopOf(comparison.state);
      const followed = following;
      store(stop !== before && !followed).catch(warn); // in a frame there may be no history
      before = stop;
      following = false;
      return followed;
    },
  };
};
