// What a frame and the page that holds it say to each other: plain objects with
// the field `standpoint`. Anything else is not for us and is ignored.

import type { StanceEventMap, StanceState } from "../api/standpoint.js";
import type { Held, Same } from "../common/claims.js";
import type { EVENTS } from "./events.js";

/** Every event is told. */
export type EveryEvent = Held<Same<(typeof EVENTS)[number], keyof StanceEventMap>>;

/** One of the element's events, as it is told. */
export type Told = {
  [Name in keyof StanceEventMap]: { name: Name; detail: StanceEventMap[Name]["detail"] };
}[keyof StanceEventMap];

/** What is printed of a frame: the namespace of an element, empty for HTML, its name,
    its attributes, and what is in it. */
export type Leaf = [space: "" | "svg", name: string, attributes: Record<string, string>, within: (Leaf | string)[]];

/** What the frame says. */
export type FromFrame =
  /** Who is there? */
  | { standpoint: "hello" }
  /** The page has been heard, and can say what it wants. */
  | { standpoint: "heard" }
  /** What is shown is as high as that, in CSS pixels. */
  | { standpoint: "height"; height: number }
  /** What is to be printed in its place, and the style of that. */
  | { standpoint: "paper"; style: string; leaf: Leaf }
  | ({ standpoint: "event" } & Told);

/** What the page says. */
export type FromHost =
  | { standpoint: "hello" }
  /** What is around the frame: what a link to the comparison begins with, which is told
      to an origin only, whether the page is light there or dark, and whether it prints
      what it is told in the frame's place. */
  | { standpoint: "around"; place?: string; scheme: "light" | "dark"; prints: boolean }
  /** The frame has become as high as that, and will not be higher. */
  | { standpoint: "fitted"; height: number }
  /** Shows a state, as the element's `show`. */
  | { standpoint: "show"; state: Partial<StanceState> }
  /** Shows what the parameters of a link say; with none, what is shown at first. */
  | { standpoint: "follow"; link: string };

/** What has come, before it is known to be one of those: any page can send
    anything. */
export type Claimed<Message extends { standpoint: string }> = {
  [Kind in Message["standpoint"]]: { [Field in keyof Extract<Message, { standpoint: Kind }>]: unknown };
};
