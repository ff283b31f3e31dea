// What Rust exports, as wasm-bindgen declares it, held against what the scripts
// expect (`static/*/glue.d.ts`). `scripts/mod.rs` puts this beside the declarations.

import type { Held, Same } from "../../static/common/claims.js";
import type { Exports as Files } from "../../static/export/glue.js";
import type { Exports as Passages } from "../../static/passages/glue.js";
import type { Exports as Studio } from "../../static/studio/glue.js";
import type { Exports as Widget } from "../../static/widget/glue.js";
import type { wasm_bindgen as files } from "./export.js";
import type { wasm_bindgen as passages } from "./passages.js";
import type { wasm_bindgen as studio } from "./studio.js";
import type { wasm_bindgen as widget } from "./widget.js";

/** What wasm-bindgen adds of its own. */
type Added = "initSync" | "free" | typeof Symbol.dispose;

/** The names of what is exported, and of what its classes' objects have. */
type Names<Exports> = {
  [Name in Exclude<keyof Exports, Added>]: Exports[Name] extends (...all: never) => unknown
    ? "function"
    : Exports[Name] extends { prototype: infer Instance }
      ? Exclude<keyof Instance, Added>
      : never;
};

/** Rust exports all that is expected, with parameters and results that fit. */
type Fits<Expected, Exported extends Expected> = Exported;

export type FilesFit = Fits<Files, typeof files>;
export type PassagesFit = Fits<Passages, typeof passages>;
export type StudioFits = Fits<Studio, typeof studio>;
export type WidgetFits = Fits<Widget, typeof widget>;

/** And nothing that nobody knows of. */
export type FilesAreKnown = Held<Same<Names<typeof files>, Names<Files>>>;
export type PassagesAreKnown = Held<Same<Names<typeof passages>, Names<Passages>>>;
export type StudioIsKnown = Held<Same<Names<typeof studio>, Names<Studio>>>;
export type WidgetIsKnown = Held<Same<Names<typeof widget>, Names<Widget>>>;
