// The types of the element <stance-comparison>. For TypeScript, put this file
// where the compiler finds it, and name it once:
//
//     /// <reference path="standpoint.d.ts" />
//
// or `import type { StanceComparison } from "./standpoint"`.
//
// For React's JSX there is `standpoint.react.d.ts` beside it. Vue wants to be told which elements
// are custom: `compilerOptions.isCustomElement = (tag) => tag ===
// "stance-comparison"`, and, for templates that are checked, what is said at the
// end of this file. Svelte needs nothing.

/** The ways to look at a comparison. */
export type StanceView = "matrix" | "versus" | "spectrum" | "timeline" | "statements";

/** Whose voice a statement is in. */
export type StatementKind = "direct_quote" | "reported_speech" | "narration" | "commentary";

/** What a file can be. `csv` is for spreadsheets: what one would take for a formula
    has an apostrophe in front. `csv-data` is for programs: as the document has it. */
export type StanceFormat = "json" | "csv" | "csv-data" | "markdown" | "html" | "jsonld";

/** What a picture can be. */
export type StancePicture = "svg" | "png";

/** What is shown, as a plain object. */
export interface StanceState {
  view: StanceView;
  /** The ids of the parties that are shown, in order. */
  parties: string[];
  /** As in the document, by name, the one of whom least is stated first, or as the
      reader has put them. */
  partyOrder: "given" | "name" | "silence" | "hand";
  /** The ids of the topics that are shown. */
  topics: string[];
  /** As in the document, the sharpest clash first, the least stated first, or
      by where one party stands. */
  topicOrder: "given" | "clash" | "silence" | `for/${string}` | `against/${string}`;
  /** Every topic, those with a disagreement, those with a clash, or those on which
      all whose position is stated agree. */
  only: "all" | "disagreement" | "clash" | "agreement";
  /** Whether topics stand in their groups. */
  grouped: boolean;
  /** The kinds of statement that are shown. */
  kinds: StatementKind[];
  /** The one whose statements are shown: the id of a person, that of a party for all
      who speak for it, or the words for one who is not named; null for all. */
  speaker: string | null;
  /** What is searched for; empty for nothing. */
  search: string;
  /** How statements are arranged. */
  arrangement: "article" | "speaker" | "topic";
  /** The two to four parties that stand side by side. */
  versus: string[];
  /** The cell whose evidence is open: `party/topic`, or `topic` for what the
      article says of it without a party; null for none. */
  open: string | null;
}

/** A mistake in a document. */
export interface StanceProblem {
  /** Where: a JSON Pointer; empty for the document itself. */
  pointer: string;
  /** What kind, in a word that does not change. */
  code: string;
  /** What is wrong. */
  message: string;
  /** What would be right. */
  mend: string;
}

/** What `stance-passages` tells: where each statement's passage stands, by the
    statement's id. */
export interface StancePassages {
  passages: Record<string, StancePassageNote>;
}

/** Where a passage stands; `folded` is one that stands there once, and not in
    sight. */
export type StancePassageNote = StancePassage["state"] | "folded";

/** What `stance-evidence` tells. */
export interface StanceEvidence {
  /** The cell whose evidence was opened, or null when it was closed. */
  open: string | null;
}

/** What `stance-error` tells. */
export interface StanceFailure {
  message: string;
  /** The document's mistakes, if those are what is wrong. */
  problems: StanceProblem[];
}

/** The element's own events. They bubble and cross shadow roots. */
export interface StanceEventMap {
  /** A comparison is shown and can be used; the first, or another one. */
  "stance-ready": CustomEvent<StanceState>;
  /** The reader, or a script, has changed what is shown. */
  "stance-change": CustomEvent<StanceState>;
  /** The evidence of a cell was opened or closed. */
  "stance-evidence": CustomEvent<StanceEvidence>;
  /** The passages have been looked for in the page's text, which may have
      changed. */
  "stance-passages": CustomEvent<StancePassages>;
  /** Something could not be loaded, or the document has mistakes. */
  "stance-error": CustomEvent<StanceFailure>;
}

/** Where a passage stands in a page. */
export interface StancePassage {
  /** Once; more than once; not at all; once, but with other words than the
      selector's digest remembers. */
  state: "exact" | "ambiguous" | "not-found" | "changed";
  /** The one place, or that of each selector of a list; the first of several; or
      none. */
  ranges: Range[];
  /** Whether the one place is folded away: in `<details>` that are closed, in
      `hidden="until-found"`, in a tab's panel that is not shown, or in a box that
      cuts it off. */
  folded: boolean;
}

/** The class of the element: `customElements.get("stance-comparison")`, once the
    script has run. */
export interface StanceComparisonConstructor extends CustomElementConstructor {
  new (): StanceComparison;
  /** Where a selector's passage stands under an element of the page; the
      selector is one of the Web Annotation model, or a text directive:
      `prefix-,start,end,-suffix`. */
  resolve(root: Element, selector: StanceSelector | StanceSelector[] | string): Promise<StancePassage>;
}

/** The element `<stance-comparison>`. Its class is had from
    `customElements.get("stance-comparison")` once the script has run. */
export interface StanceComparison extends HTMLElement {
  /** The document's address, as the attribute has it. */
  get src(): string;
  set src(value: string | null | undefined);
  /** Whether it shows the article that is built in, where it has no `src`. */
  builtIn: boolean;
  /** The view that the page wants shown, as the attribute has it; what the
      reader looks at is `state.view`. */
  get view(): string;
  set view(value: StanceView | (string & {}) | null | undefined);
  /** The ids of the parties that the page wants shown, separated by commas. */
  get parties(): string;
  set parties(value: string | readonly string[] | null | undefined);
  /** The ids of the topics that the page wants shown, separated by commas. */
  get topics(): string;
  set topics(value: string | readonly string[] | null | undefined);
  /** `light` or `dark`; anything else follows the reader. */
  get theme(): string;
  set theme(value: "light" | "dark" | "auto" | (string & {}) | null | undefined);
  /** `eager` loads at once, anything else when the element comes near. */
  get loading(): string;
  set loading(value: "lazy" | "eager" | (string & {}) | null | undefined);
  /** A selector for the element of the page that holds the article's text. */
  get sourceText(): string;
  set sourceText(value: string | null | undefined);
  /** The level of the headline among the page's headings, 1 to 6; 2 where it says
      nothing. What is below follows. */
  get headingLevel(): string;
  set headingLevel(value: 1 | 2 | 3 | 4 | 5 | 6 | (string & {}) | null | undefined);
  /** Whether what is shown is kept in the page's address. */
  permalink: boolean;

  /** The document, as `JSON.parse` gives it. A copy is shown: set it again to
      show what has changed in it. One of the same article keeps what the reader
      has chosen. */
  get data(): StanceDocument | undefined;
  set data(value: StanceDocument | undefined);

  /** What is shown; null until there is something. Setting it is `show()`; a
      text is taken for the attribute `state`, which is written as in a link. */
  get state(): StanceState | null;
  set state(value: Partial<StanceState> | string);

  /** Fulfilled with the element when the comparison can be used. */
  readonly ready: Promise<this>;

  /** Shows a state; fields that are not there stay as they are. */
  show(state: Partial<StanceState>): void;
  /** Shows everything, as the document has it. */
  reset(): void;
  /** The document, with what is shown of it, as the text of a file. */
  exportAs(format: StanceFormat): Promise<string>;
  /** A picture of what is shown. */
  picture(format: StancePicture): Promise<Blob>;

  addEventListener<K extends keyof StanceEventMap>(
    type: K,
    listener: (this: StanceComparison, event: StanceEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: StanceComparison, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof StanceEventMap>(
    type: K,
    listener: (this: StanceComparison, event: StanceEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: StanceComparison, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

/** A document of the format `standpoint/1`; `schema/standpoint-1.json` has the
    rules that types cannot have. Fields that begin with `x_` are the page's. */
export interface StanceDocument {
  $schema?: unknown;
  format: "standpoint/1";
  /** A BCP 47 tag. */
  language: string;
  article: StanceArticle;
  review: StanceReview;
  organizations: StanceOrganization[];
  people?: StancePerson[];
  topics: StanceTopic[];
  scale?: StancePosition[];
  statements: StanceStatement[];
  stances?: Stance[];
  events?: StanceEvent[];
  [own: `x_${string}`]: unknown;
}

/** The article itself. */
export interface StanceArticle {
  headline: string;
  description: string;
  /** `http` or `https`. */
  url?: string;
  publisher?: string;
  /** EDTF. */
  date_published?: string;
  /** How many there are. */
  paragraphs: number;
  /** SHA-256 of the normalised text, in hexadecimal digits. */
  text_digest?: string;
  [own: `x_${string}`]: unknown;
}

/** How the document was made. */
export interface StanceReview {
  method: string;
  /** EDTF. */
  updated: string;
  notes?: string[];
  corrections?: { date: string; text: string; [own: `x_${string}`]: unknown }[];
  /** `mailto:`, `http` or `https`. */
  contact?: string;
  [own: `x_${string}`]: unknown;
}

/** A party. */
export interface StanceOrganization {
  id: string;
  name: string;
  short_name: string;
  classification: string;
  /** `#rgb` or `#rrggbb`. */
  color?: `#${string}`;
  [own: `x_${string}`]: unknown;
}

/** Someone who speaks for a party. */
export interface StancePerson {
  id: string;
  name: string;
  role: string;
  organization_id: string;
  [own: `x_${string}`]: unknown;
}

/** A question on which parties are compared. */
export interface StanceTopic {
  id: string;
  name: string;
  question: string;
  group?: string;
  statement_ids?: string[];
  [own: `x_${string}`]: unknown;
}

/** A step of the scale. */
export interface StancePosition {
  id: string;
  label: string;
  /** From −2 to 2. */
  value: number;
  [own: `x_${string}`]: unknown;
}

/** Something that the article quotes, reports, tells or thinks. */
export interface StanceStatement {
  id: string;
  kind: StatementKind;
  text: string;
  speaker_id?: string;
  attribution_text?: string;
  /** EDTF. */
  date?: string;
  /** Counted from 1. */
  paragraph: number;
  /** A list, in order, where a quotation is interrupted. */
  target: StanceSelector | StanceSelector[];
  [own: `x_${string}`]: unknown;
}

/** Where a statement stands in the article (W3C Web Annotation). */
export type StanceSelector = TextQuoteSelector | RangeSelector;

/** A passage by its words. */
export interface TextQuoteSelector {
  type: "TextQuoteSelector";
  exact: string;
  prefix?: string;
  suffix?: string;
  /** Of the passage's words: 16 hexadecimal digits. */
  digest?: string;
  [own: `x_${string}`]: unknown;
}

/** A passage by its first and its last words. */
export interface RangeSelector {
  type: "RangeSelector";
  startSelector: TextQuoteSelector;
  endSelector: TextQuoteSelector;
  /** Of the passage's words: 16 hexadecimal digits. */
  digest?: string;
  [own: `x_${string}`]: unknown;
}

/** Where a party stands on a topic. */
export interface Stance {
  organization_id: string;
  topic_id: string;
  /** The id of a step of the scale, or `mixed`. */
  position: string;
  summary: string;
  conditions?: string[];
  /** At least one. */
  statement_ids: string[];
  /** EDTF. */
  date?: string;
  [own: `x_${string}`]: unknown;
}

/** Something that happened. */
export interface StanceEvent {
  id: string;
  name: string;
  /** EDTF. */
  start_date: string;
  /** EDTF. */
  end_date?: string;
  description: string;
  organization_ids?: string[];
  statement_ids?: string[];
  paragraph?: number;
  [own: `x_${string}`]: unknown;
}

/** What can be said of the element in JSX and in templates. Properties and
    attributes are both understood. */
export interface StanceAttributes {
  src?: string;
  builtIn?: boolean;
  "built-in"?: boolean;
  view?: StanceView;
  parties?: string | readonly string[];
  topics?: string | readonly string[];
  theme?: "light" | "dark" | "auto";
  lang?: string;
  loading?: "lazy" | "eager";
  sourceText?: string;
  "source-text"?: string;
  headingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | (string & {});
  "heading-level"?: 1 | 2 | 3 | 4 | 5 | 6 | (string & {});
  permalink?: boolean;
  state?: Partial<StanceState> | string;
  data?: StanceDocument;
  "onstance-ready"?: (event: StanceEventMap["stance-ready"]) => void;
  "onstance-change"?: (event: StanceEventMap["stance-change"]) => void;
  "onstance-evidence"?: (event: StanceEventMap["stance-evidence"]) => void;
  "onstance-passages"?: (event: StanceEventMap["stance-passages"]) => void;
  "onstance-error"?: (event: StanceEventMap["stance-error"]) => void;
}

/** The element in React's JSX, with what every element there has. */
export interface StanceJsx extends StanceAttributes {
  id?: string;
  className?: string;
  hidden?: boolean;
  key?: string | number | bigint | null;
  ref?:
    | ((element: StanceComparison | null) => unknown)
    | { current: StanceComparison | null }
    | null;
  children?: unknown;
}

declare global {
  interface HTMLElementTagNameMap {
    "stance-comparison": StanceComparison;
  }
  interface HTMLElementEventMap extends StanceEventMap {}
  interface DocumentEventMap extends StanceEventMap {}
}

// Vue checks templates by its global components. In a file of the page's own:
//
//     declare module "vue" {
//       interface GlobalComponents {
//         "stance-comparison": new () => { $props: StanceAttributes };
//       }
//     }
