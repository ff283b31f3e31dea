// Read by the compiler and by nobody else: what is published of the package
// (`static/api`) is what its module gives.

import type * as published from "../api/index.js";
import type { Held, Same } from "../common/claims.js";
import type * as own from "./index.js";

export type EveryName = Held<Same<keyof typeof own, keyof typeof published>>;
export type Define = Held<Same<typeof own.define, typeof published.define>>;
