// Rounds in which everybody has a turn, each time in another order, so that what
// the machine does beside strikes all alike.

import { TooSlow } from "./browser.js";
import { median } from "./report.js";

/** Figures by who and what: a list, a figure a round.
    @template T */
export class Figures {
  /** @type {Map<string, Map<string, T[]>>} */ #all = new Map();
  /** Why somebody has no figures, or not all. @type {Map<string, string>} */ slow = new Map();

  /** @param {string} who @param {string} what @param {T} figure */
  add(who, what, figure) {
    const own = this.#all.get(who) ?? new Map();
    this.#all.set(who, own.set(what, [...(own.get(what) ?? []), figure]));
  }

  /** What was measured, in the order in which it first was. */
  get whats() {
    return [...new Set([...this.#all.values()].flatMap((own) => [...own.keys()]))];
  }

  /** The median over the rounds; NaN where there is none.
      @param {string} who @param {string} what @param {(figure: T) => number} of */
  median(who, what, of) {
    return median((this.#all.get(who)?.get(what) ?? []).map(of));
  }

  /** The largest of all rounds; 0 where there is none.
      @param {string} who @param {string} what @param {(figure: T) => number} of */
  most(who, what, of) {
    return Math.max(0, ...(this.#all.get(who)?.get(what) ?? []).map(of));
  }

  toJSON() {
    const own = [...this.#all].map(([who, map]) => [who, Object.fromEntries(map)]);
    return { figures: Object.fromEntries(own), slow: Object.fromEntries(this.slow) };
  }
}

/** @template T @param {readonly T[]} list @param {number} round */
const rotated = (list, round) => {
  const start = round % list.length;
  return [...list.slice(start), ...list.slice(0, start)];
};

/** Who is too slow has no further turn.
    @template T @param {number} count @param {readonly string[]} names
    @param {(name: string, figures: Figures<T>) => Promise<void>} turn */
export async function rounds(count, names, turn) {
  /** @type {Figures<T>} */ const figures = new Figures();
  for (let round = 0; round < count; round++) {
    for (const name of rotated(names, round)) {
      if (figures.slow.has(name)) continue;
      try {
        await turn(name, figures);
      } catch (error) {
        if (!(error instanceof TooSlow)) {
          const why = error instanceof Error ? error.message : error;
          throw new Error(`${name} could not be measured: ${why}`, { cause: error });
        }
        figures.slow.set(name, error.message);
      }
    }
  }
  return figures;
}
