// What the Studio asks of the browser, in one object that is handed to Rust.

import { dropped, open, pasted, save } from "./disk.js";
import { table, whole } from "./outcomes.js";
import { linesOf } from "./pages.js";
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

/** Whether a letter that is pressed is no text, and nothing else waits for one: the
    focus is in the article's text, in the grid, or nowhere. */
const isReading = () => {
  const at = document.activeElement;
  return !at || at === document.body || at.closest("#text, .grid") !== null;
};

/** The panes of the page, each with what has the focus in it. */
const panes = () => [...document.querySelectorAll("[data-pane]")].flatMap((pane) => {
  const [first] = pane.matches("[tabindex]") ? [pane]
    : pane.querySelectorAll("#text, button:not(:disabled), input:not([hidden]), textarea, select, [tabindex='0']");
  return first instanceof HTMLElement ? [{ pane, first }] : [];
});

/** Has the focus in the next pane, or in the one before.
    @param {number} step */
const pane = (step) => {
  const all = panes();
  const here = all.findIndex(({ pane }) => pane.contains(document.activeElement));
  all[(here + step + all.length) % all.length]?.first.focus();
};

const CHOSEN = "standpoint-studio-language";

/** The languages that somebody wants: what was chosen here, then the browser's. */
const languages = () => {
  try {
    return [localStorage.getItem(CHOSEN) ?? [], navigator.languages].flat();
  } catch {
    return [...navigator.languages]; // nothing is stored here
  }
};

/** The page is in that language from now on, and the next time, where it was chosen.
    @param {string} language
    @param {string} direction
    @param {boolean} isChosen */
const speak = (language, direction, isChosen) => {
  document.documentElement.lang = language;
  document.documentElement.dir = direction;
  if (!isChosen) return;
  try {
    localStorage.setItem(CHOSEN, language);
  } catch {
    // It holds until the page goes.
  }
};

const LETTERS = "standpoint-studio-letters";

/** Whether letters and digits are keys, as it was chosen here. */
const letters = () => {
  try {
    return localStorage.getItem(LETTERS) !== "off";
  } catch {
    return true; // nothing is stored here
  }
};

/** Letters and digits are keys from now on, and the next time, or are not.
    @param {boolean} areKeys */
const setLetters = (areKeys) => {
  try {
    if (areKeys) localStorage.removeItem(LETTERS);
    else localStorage.setItem(LETTERS, "off");
  } catch {
    // It holds until the page goes.
  }
};

/** The day and the time of day, as ISO 8601 has them. */
const stamp = () => {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
};

export const browser = {
  begin,
  dropped,
  forget,
  isReading,
  isTyping,
  keep,
  kept,
  languages,
  letters,
  linesOf,
  /** The time of day.
      @param {string} language */
  now: (language) => new Date().toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit" }),
  open,
  pane,
  pasted,
  preview,
  readText,
  save,
  sentences,
  setLetters,
  speak,
  stamp,
  /** The article's text in an element, to read and to select from.
      @param {HTMLElement} host
      @param {Selected} selected called with what is selected */
  surface: (host, selected) => new Surface(host, selected),
  table,
  take,
  whole,
  words,
};

/** @typedef {typeof browser} Browser */
