// What the element shows where something could not be loaded.

import { make } from "../common/make.js";
import { say } from "./language.js";

/** @import {StanceProblem} from "../api/standpoint.js" */
/** @import {Translation} from "./contract.js" */

/** Says that what stands in the element is to be read only, and offers to load what
    is more.
    @param {Partial<Translation>} translated
    @param {() => void} again */
export const still = (translated, again) =>
  notice(make("p", { textContent: say(translated, "notice.still") }), button(translated, "notice.again", again));

/** Says what is wrong, where the data is, and offers to try again.
    @param {Partial<Translation>} translated
    @param {string} message
    @param {StanceProblem[]} problems
    @param {string | null} src
    @param {() => void} again */
export const failed = (translated, message, problems, src, again) => {
  const link = make("a", { href: src ?? "", textContent: say(translated, "notice.data") });
  return notice(
    make("p", { textContent: say(translated, "notice.failed") }),
    make("p", { textContent: message }),
    ...problems.map(({ pointer, message, mend }) =>
      make("p", { textContent: `${pointer || "(document)"}: ${message}. ${mend}.` })),
    make(
      "p",
      {},
      ...(src && /^(http|file)/.test(link.protocol) ? [link, " "] : []),
      button(translated, "notice.retry", again),
    ),
  );
};

/** @param {Partial<Translation>} translated
    @param {string} key
    @param {() => void} onclick */
const button = (translated, key, onclick) =>
  make("button", { type: "button", textContent: say(translated, key), onclick });

/** @param {Node[]} lines */
const notice = (...lines) => {
  const notice = make("div", { className: "notice" }, ...lines);
  notice.setAttribute("role", "status");
  return notice;
};
