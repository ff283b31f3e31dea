// What the Studio asks of the browser, in one object that is handed to Rust.

import { Surface } from "./surface.js";
import { sentences, words } from "./segments.js";

/** @import {Selected} from "./surface.js" */

export const browser = {
  /** The article's text in an element, to read and to select from.
      @param {HTMLElement} host
      @param {Selected} selected called with what is selected */
  surface: (host, selected) => new Surface(host, selected),
  sentences,
  words,
};

/** @typedef {typeof browser} Browser */
