import type { Bench } from "./in-page.js";
import type { Document } from "./peers/model/document.js";

declare global {
  /** What `in-page.js` puts into every measured page. */
  var bench: Bench;
  /** What a peer's page offers; it gives what takes the comparison out again. */
  var peerMount: ((host: HTMLElement, document: Document) => unknown) | undefined;
}
