// What the scripts hand to each other.

import type { Browser } from "playwright-core";
import type { Bench as InPage, Seen } from "./in-page.js";
import type { Document } from "./peers/model/document.js";
import type { Step } from "./steps.js";

/** What xtask asks for, and where everything lies. */
export interface Settings {
  /** The build to measure, and another one to measure beside it. */
  dist: string;
  against?: string | null;
  /** Our own program for the terminal, where something is rendered ahead. */
  program?: string | null;
  chromium: string;
  /** A folder for what is made on the way. */
  work: string;
  sizes: string[];
  only: string[];
  rounds: number;
  peers: string[];
  /** How many milliseconds are waited for one thing. */
  limit: number;
  /** A file for the tables. */
  out?: string | null;
}

/** What is asked of a page of one size. */
export interface Walk {
  document: Document;
  size: { topics: number; parties: number };
  /** What is seen at first, and what of it in a table alone. */
  first: Seen;
  alone: Seen;
  steps: Step[];
  /** What there is in HTML that is rendered ahead. */
  rendered: { cells: number; statements: number };
}

/** What every measurement is given. */
export interface Bench {
  browser: Browser;
  walks: Record<string, Walk>;
  rounds: number;
  limit: number;
  work: string;
  program: string;
  /** The page that shows a size, and one with room for comparisons. */
  url(name: string, size: string): string;
  room(name: string): string;
  title(name: string): string;
  /** Whether it has the table and nothing else. */
  isAlone(name: string): boolean;
  /** The steps that it is not too slow for. */
  steps(name: string): Step[];
}

/** What was found, as Markdown, and all figures of it. */
export type Measure = (
  bench: Bench,
  size: string,
  names: string[],
) => Promise<{ text: string; figures: unknown }>;

declare global {
  /** What `in-page.js` puts into every measured page. */
  var bench: InPage;
  /** What a peer's page offers; it gives what takes the comparison out again. */
  var peerMount: ((host: HTMLElement, document: Document) => unknown) | undefined;
}
