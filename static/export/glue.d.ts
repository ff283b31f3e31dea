// What Rust exports to these scripts (`src/export`, `src/picture`).
// A release build holds what wasm-bindgen writes of it against this.

import type { Breakable } from "../common/guard.js";
import type { ExportModule } from "../element/contract.js";

/** What Rust exports. */
export interface Exports extends Pick<ExportModule, "exportAs" | "mistakes"> {
  /** An SVG of a comparison: its header, its view, and `source` as last lines. */
  picture(comparison: Element, source: string[]): string;
}

/** wasm-bindgen's script, beside which these scripts are put. */
export const glue: Exports & Breakable;
