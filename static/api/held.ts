// Read by the compiler and by nobody else: what is written of the element is what
// the element is. That the class can do all that is written, `element/index.js`
// says where it defines it; here, that there is no more to it.

import type { StanceComparison as Class } from "../element/element.js";
import type { Attribute, Property } from "../element/reflected.js";
import type { EVENTS } from "../frame/events.js";
import type {
  StanceAttributes,
  StanceComparison,
  StanceComparisonConstructor,
  StanceEventMap,
} from "./standpoint.js";

/** Whether two types are one. */
export type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** A type that must be true. */
export type Held<Claim extends true> = Claim;

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
/** A frame passes on every event. */
export type EveryEvent = Held<Same<(typeof EVENTS)[number], keyof StanceEventMap>>;
