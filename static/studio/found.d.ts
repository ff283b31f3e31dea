// What is found in a file that somebody opens, drops or pastes.

/** What is found in a file. */
export interface Found {
  kind: "text" | "markdown" | "article" | "refused";
  /** The text of it; where it is refused, why. */
  text: string;
  /** What the file is called. */
  name?: string;
  /** What tells the rest. */
  source?: string;
  headline?: string;
  url?: string;
  publisher?: string;
  date?: string;
  language?: string;
  paragraphs?: string[];
  /** Which paragraphs stand beside the article. */
  beside?: Uint32Array;
  /** What was left out, or is to be looked at. */
  notes?: string[];
}
