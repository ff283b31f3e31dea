// What Rust exports to these scripts (`src/studio`), and what it asks of them.
// A release build holds what wasm-bindgen writes of it against this.

import type { Breakable, Guard } from "../common/guard.js";
import type { Browser } from "./browser.js";

/** What Rust exports. */
export interface Exports {
  /** Shows the Studio in an empty element. */
  start(root: Element, browser: Browser): void;
  /** How many components have been rendered so far. */
  rendered(): number;
}

/** wasm-bindgen's script, beside which these scripts are put: called with the
    WebAssembly, it starts that. */
export const glue: Exports & Breakable & { guard: Guard } & ((code: WebAssembly.Module) => Promise<unknown>);
