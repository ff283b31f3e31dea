// What Rust exports to these scripts (`src/embed`). A release
// build holds what wasm-bindgen writes of it against this.

import type { StancePassageNote, StanceState } from "../api/standpoint.js";
import type { Breakable } from "../common/guard.js";
import type { Answering, Article, Wish } from "../element/contract.js";

/** What Rust tells of a comparison: what it is about, and of that something. */
export type Told =
  /** The beginning of the view is there, or all is; it may shrink and grow again
      when the reader goes to another view. */
  | ["begun", undefined]
  | ["whole", undefined]
  /** Yew begins to render, and has rendered. */
  | ["rendering", undefined]
  | ["rendered", undefined]
  /** More evidence is there. */
  | ["unrolled", undefined]
  | ["change", StanceState]
  /** The cell whose evidence was opened, or null when it was closed. */
  | ["evidence", string | null]
  /** The reader wants to see a statement's passage. */
  | ["passage", string]
  | [Wish, string];

/** A comparison in the page. */
export interface Comparison extends Answering {
  /** What is shown. */
  readonly state: StanceState;
  /** The same as the parameters of a link. */
  readonly link: string;
  /** What the page wants shown at first, as the parameters of a link. */
  readonly first: string;
  /** Shows something else, which is packed; a field that is not there stays. */
  show(said: Uint8Array): void;
  /** Shows what a link says, or without one what the page wants shown at first;
      whether that is something else than before. */
  follow(link?: string): boolean;
  /** Says where the passages of statements stand in the page; packed as well. */
  find(found: Uint8Array): void;
  /** Has a cell's evidence there, without opening it; without a name, all. False
      when there is no such cell. */
  unroll(cell?: string): boolean;
  /** Shows everything, as at first. */
  reset(): void;
  /** Takes it out of the page. Nothing of it is left: not this either. */
  destroy(): void;
}

/** A comparison as it is spoken to in plain data. */
export interface Spoken {
  readonly state: StanceState;
  show(said: Partial<StanceState>): void;
  find(found: Record<string, StancePassageNote>): void;
}

/** What Rust exports. */
export interface Exports {
  Article: {
    /** Reads a document, which is packed; nothing where it has mistakes. */
    read(packed: Uint8Array): Article | undefined;
    prototype: Article;
  };
  /** Made by `mount` only. */
  Comparison: { prototype: Comparison };
  /** Renders a document into an empty element. `said` is what the page has said
      of the state, packed, `link` the parameters of the link that the reader came by,
      `place` gives what stands before such parameters, `texts` the interface's. `inert` has
      all of it there at once, and nothing that needs a script. `headline` is the level of
      the headline among the page's headings. */
  mount(
    root: Element,
    article: Article,
    said: Uint8Array,
    link: string | undefined,
    place: () => string,
    language: string,
    texts: string,
    inert: boolean,
    headline: number,
    notify: (...told: Told) => void,
  ): Comparison;
}

/** wasm-bindgen's script, beside which these scripts are put. */
export const glue: Exports & Breakable;
