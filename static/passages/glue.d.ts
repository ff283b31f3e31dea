// What Rust exports to these scripts (`src/passages`). A release
// build holds what wasm-bindgen writes of it against this.

import type { StanceSelector } from "../api/standpoint.js";
import type { Breakable } from "../common/guard.js";

/** A page's text, ready to be searched. */
export interface PageText {
  /** Where a selector's passage stands: the beginning and the end of each place,
      one after the other. */
  find(selector: StanceSelector | string): Uint32Array;
  /** Gives the memory back. */
  free(): void;
}

/** What Rust exports. */
export interface Exports {
  /** Prepares a text, in that language, whose blocks end at these places. */
  PageText: {
    new (text: string, blockEnds: Uint32Array, language: string): PageText;
    prototype: PageText;
  };
}

/** wasm-bindgen's script, beside which these scripts are put. */
export const glue: Exports & Breakable;
