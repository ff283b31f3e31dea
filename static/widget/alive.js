// A comparison in WebAssembly that may be asked at any time, whatever has become of
// it: who asks need not know.

import { glue } from "./glue.js";

/** @import {Comparison} from "./glue.js" */

/** Has a comparison made, and stands for it: gives what it gives as long as it lives,
    and from then on what was noted last, when what it is told changes nothing. `fell`
    is told when it has broken down, which may be while it is made.
    @param {() => Comparison} make
    @param {(thrown: unknown) => void} fell */
export const aliveOf = (make, fell) => {
  /** @type {Partial<Comparison>} */
  let known = {};
  let gone = false;
  glue.broken = (thrown) => {
    gone = true;
    fell(thrown);
  };
  const comparison = new Proxy(make(), {
    get(it, /** @type {keyof Comparison} */ name) {
      try {
        const value = gone || it[name];
        if (!gone) return typeof value === "function" ? value.bind(it) : value;
      } catch (error) {
        if (!gone) throw error; // else it has broken down just now
      }
      return name in known ? known[name] : () => {};
    },
  });
  return {
    comparison,
    /** Takes down what it says of itself, in case it cannot be asked later. */
    note() {
      const { state, link, first } = comparison;
      known = { state, link, first };
    },
    /** It is not there to be asked any more. */
    end() {
      gone = true;
    },
  };
};
