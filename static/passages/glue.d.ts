// What Rust exports to these scripts (`src/passages`). A release
// build holds what wasm-bindgen writes of it against this.

import type { StanceSelector } from "../api/standpoint.js";
import type { Breakable } from "../common/guard.js";

/** A page's text, ready to be searched. */
export interface PageText {
  /** Where a selector's passage stands, or those of a list: the state, then the
      beginning and the end of each place, one after the other. With a direct
      quotation's text, its words are compared from end to end. The states are 0
      not found, 1 exact, 2 ambiguous, 3 changed. */
  find(selector: StanceSelector | StanceSelector[] | string, text?: string | null): Uint32Array;
  /** Whether the words at a place are others than those that the selector's
      digest, or a direct quotation's text, has. Of a list, nothing is known. */
  differs(
    selector: StanceSelector | StanceSelector[] | string,
    text: string | null | undefined,
    from: number,
    to: number,
  ): boolean;
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
