// Read by the compiler and by nobody else: what is published of the element
// (`static/api`) is what the element is. That the class can do all that is
// published, `index.js` claims where it defines it; here, that there is no more.

import type {
  StanceAttributes,
  StanceComparison,
  StanceComparisonConstructor,
  StanceEventMap,
} from "../api/standpoint.js";
import type { Held, Same } from "../common/claims.js";
import type { StanceComparison as Class } from "./element.js";
import type { Attribute, Property } from "./reflected.js";

/** What the browser calls, and no page. */
type Callbacks =
  | "connectedCallback"
  | "disconnectedCallback"
  | "adoptedCallback"
  | "attributeChangedCallback";

/** The names that the class has besides those of every element. */
export type Members = Exclude<keyof Class, keyof HTMLElement | Callbacks>;

/** The names that the class has itself. */
export type Statics = Exclude<keyof typeof Class, "prototype" | "observedAttributes">;

/** The attributes that it listens to. */
export type Attributes = (typeof Class)["observedAttributes"][number];

export type EveryMember = Held<Same<Members, Exclude<keyof StanceComparison, keyof HTMLElement>>>;
export type EveryStatic = Held<
  Same<Statics, Exclude<keyof StanceComparisonConstructor, keyof CustomElementConstructor>>
>;
/** In JSX and templates, every attribute and every property that is not one. */
export type EveryAttribute = Held<
  Same<
    Exclude<keyof StanceAttributes, `on${keyof StanceEventMap}`>,
    Attributes | Property<Attribute> | "data"
  >
>;
export type EveryListener = Held<
  Same<Extract<keyof StanceAttributes, `on${string}`>, `on${keyof StanceEventMap}`>
>;
