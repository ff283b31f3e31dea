// What the loader and the modules that it brings have of each other at run time.
// They are scripts of their own: what one has of another is handed to it, and
// its type is here.

import type { Breakable, Guard } from "../common/guard.js";
import type { make } from "../common/make.js";
import type {
  StanceComparison,
  StanceDocument,
  StanceEventMap,
  StanceFormat,
  StancePassage,
  StancePassageNote,
  StancePicture,
  StanceSelector,
  StanceState,
} from "../api/standpoint.js";

/** The built files' names, as the build writes them into the loader. */
export interface Assets {
  modules: Record<keyof Modules, ModuleFiles>;
  /** The style sheet. */
  css: string;
  /** The built-in document. */
  article: string;
  /** The digest in the names of the languages' files, and the languages with a
      space between. */
  texts: { hash: string; languages: string };
  /** The file with the digests of all others, and its own. */
  seals: { file: string; digest: string };
}

/** The names of a module's two files. */
export interface ModuleFiles {
  glue: string;
  wasm: string;
}

/** wasm-bindgen's script of a module before the module is there: called with the
    WebAssembly, it makes an instance of that. */
export type Glue = (code: WebAssembly.Module) => Promise<unknown>;

/** What every instance of a module has besides. */
export interface Guarded extends Breakable {
  guard: Guard;
}

/** The modules by the names that the loader has for them. */
export interface Modules {
  widget: WidgetModule;
  export: ExportModule;
  passages: PassagesModule;
}

/** The interface's language, a BCP 47 tag, and its texts, lines `key = text`. */
export interface Translation {
  tag: string;
  texts: string;
}

/** What the loader lends the widget, which need not bring it again. */
export interface Page {
  /** The comparisons that are in the page, in the order in which they came. */
  all: Iterable<Element>;
  /** The folder of the build's files. */
  base: URL;
  /** Lets the browser draw and do what waits. */
  breath(): Promise<void>;
  emit<K extends keyof StanceEventMap>(
    element: Element,
    type: K,
    detail: StanceEventMap[K]["detail"],
  ): boolean;
  make: typeof make;
  module<K extends keyof Modules>(name: K): Promise<Modules[K]>;
  say(translation: Partial<Translation>, key: string): string;
}

/** What a reader wishes to take along; with the parameters of a link, or, to
    `save`, a format. */
export type Wish = "copy-link" | "copy-code" | "save";

/** What a reader can save. */
export type Format = StanceFormat | StancePicture;

/** A comparison that can tell the reader what came of a wish. */
export interface Answering {
  reply(what: "link" | "code" | "by-hand" | "saved" | "given" | "failed", detail: string): void;
}

/** A document without mistakes, in WebAssembly's memory. */
export interface Article {
  free(): void;
}

/** What is left of a comparison that is not shown any more. */
export interface Gone {
  state: StanceState;
  /** The same as the parameters of a link. */
  link: string;
  /** The document. */
  data: StanceDocument;
}

/** A comparison in its element. */
export interface Shown extends Readonly<Gone> {
  /** Fulfilled when it can be shown. */
  readonly ready: Promise<void>;
  /** Fulfilled with the reason when it has broken down after that. What could be
      read of it is put back then. */
  readonly broken: Promise<unknown>;
  /** Comes where the old one was; `since` is what the page has asked for in the
      meantime. */
  replace(since: Partial<StanceState> | undefined): void;
  destroy(): void;
  show(state: Partial<StanceState>): void;
  reset(): void;
  /** The page's address has changed. */
  follow(): void;
  /** An attribute has changed. */
  changed(attribute: string): void;
  exportAs(format: StanceFormat): Promise<string>;
  picture(format: StancePicture): Promise<Blob>;
}

/** The module that shows comparisons: `static/widget`. */
export interface WidgetModule extends Guarded {
  /** The document that stands in an element, if there is one. */
  within(page: Page, element: Element): Promise<StanceDocument | undefined>;
  /** Reads a document. */
  open(page: Page, data: StanceDocument): Promise<Article>;
  show(
    element: StanceComparison,
    page: Page,
    article: Article,
    data: StanceDocument,
    translation: Translation,
    before: Shown | Gone | undefined,
    asked: Partial<StanceState> | undefined,
  ): Shown;
  /** What is read of a document as it is at first, everything unrolled; without
      anything alive, so that it outlives this module. */
  unrolled(
    element: StanceComparison,
    page: Page,
    data: StanceDocument,
    translation: Translation,
  ): Promise<HTMLElement>;
}

/** The module that makes files and pictures: `static/export`. */
export interface ExportModule extends Guarded {
  exportAs(
    format: Exclude<StanceFormat, "json">,
    packed: Uint8Array,
    state: StanceState,
    language: string,
    texts: string,
    found: Uint8Array,
  ): string;
  /** The document that a text is which an editor has changed; throws where there is
      more than one reading of it, or none. */
  mended(text: string): StanceDocument;
  /** What the page's address says of the comparison of that name, read with care: what
      can be understood, what is lost, and the fragment without it. */
  read(
    name: string,
    data: StanceDocument,
  ): { link: string; lost: string; rest: string } | undefined;
  /** What is wrong in a document, which is packed as the widget packs it. */
  mistakes(packed: Uint8Array): Error;
  /** A picture of what an element shows; `source` are its last lines. */
  draw(element: StanceComparison, format: StancePicture, source: string[]): Promise<Blob>;
  /** The lines that show in another page what an element shows of `data` as `link`
      says. */
  embed(
    element: StanceComparison,
    link: string,
    data: StanceDocument,
    base: URL,
  ): Promise<string>;
  /** Gives a file to the reader; whether it is known to be saved, and its name. */
  save(element: StanceComparison, format: Format): Promise<["saved" | "given", string]>;
}

/** The module that finds words in a page: `static/passages`. */
export interface PassagesModule extends Guarded {
  resolve(root: Element, selector: StanceSelector | StanceSelector[] | string): StancePassage;
  /** Marks a document's passages in the text that `selector` finds, and leads
      there and back. */
  guide(
    host: StanceComparison,
    comparison: Guided,
    selector: string,
    data: StanceDocument,
    say: (key: string) => string,
  ): Guide;
}

/** A comparison that can be told where its passages stand. */
export interface Guided {
  readonly state: StanceState;
  show(state: Partial<StanceState>): void;
  find(found: Record<string, StancePassageNote>): void;
}

/** Accompanies a comparison in the page's text. */
export interface Guide {
  /** Shows a statement's passage. */
  show(id: string): void;
  destroy(): void;
}
