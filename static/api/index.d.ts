// The types of the package: what `import … from "standpoint"` gives. Importing it
// defines <stance-comparison>; its types are in `standpoint.d.ts`.

import type { StanceComparisonConstructor } from "./standpoint.js";

export type * from "./standpoint.js";

/** Gives the element another name as well, once or again, and gives the class that
    goes with it; without a name, that of `<stance-comparison>`. On a server, where
    there are no elements, it does nothing and gives nothing. */
export function define(name?: string): StanceComparisonConstructor | undefined;
