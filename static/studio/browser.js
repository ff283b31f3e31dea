// What the Studio asks of the browser, in one object that is handed to Rust.

import { dropped, open, pasted, save } from "./disk.js";
import { preview } from "./preview.js";
import { readText } from "./read.js";
import { begin, forget, keep, kept, take } from "./store.js";
import { Surface } from "./surface.js";
import { sentences, words } from "./segments.js";

/** @import {Selected} from "./surface.js" */

/** Whether somebody types into a field, and it is no step yet: then undo is the
    field's own. */
const isTyping = () => {
  const field = document.activeElement;
  const isField = field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type === "text");
  return isField && field.dataset["clean"] !== "true";
};

export const browser = {
  begin,
  dropped,
  forget,
  isTyping,
  keep,
  kept,
  /** The time of day.
      @param {string} language */
  now: (language) => new Date().toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit" }),
  open,
  pasted,
  preview,
  readText,
  save,
  sentences,
  /** The article's text in an element, to read and to select from.
      @param {HTMLElement} host
      @param {Selected} selected called with what is selected */
  surface: (host, selected) => new Surface(host, selected),
  take,
  words,
};

/** @typedef {typeof browser} Browser */
