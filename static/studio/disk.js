// Files: opened from where somebody keeps them, dropped, pasted, and given back.

import { linesOf } from "./pages.js";
import { read } from "./read.js";

/** @import {Found} from "./found.js" */

/** The field that has a file chosen; without one in the page, some browsers forget it.
    @type {HTMLInputElement | undefined} */
let field;
/** @type {(found: Found) => void} */
let chosen = () => {};

/** Has a file chosen, and read.
    @param {(found: Found) => void} then */
export const open = (then) => {
  chosen = then;
  if (!field) {
    const input = document.createElement("input");
    input.type = "file";
    input.id = "file";
    input.hidden = true;
    input.addEventListener("change", async () => {
      const file = input.files?.[0];
      if (file) chosen(await read(file));
      // So that the same file can be chosen again.
      input.value = "";
    });
    document.body.append(input);
    field = input;
  }
  field.click();
};

/** Reads a file that is dropped, wherever that is.
    @param {(found: Found) => void} then */
export const dropped = (then) => {
  const isFile = (/** @type {DragEvent} */ event) => event.dataTransfer?.types.includes("Files") ?? false;
  addEventListener("dragover", (event) => {
    if (isFile(event)) event.preventDefault();
  });
  addEventListener("drop", async (event) => {
    if (!isFile(event)) return;
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file) then(await read(file));
  });
};

/** What is pasted into a field for an article's text: paragraphs a line, however it
    was marked up. No node is made of it that is shown.
    @param {ClipboardEvent} event */
export const pasted = (event) => {
  const area = event.target;
  const markup = event.clipboardData?.getData("text/html");
  if (!markup || !(area instanceof HTMLTextAreaElement)) return;
  event.preventDefault();
  const text = linesOf(markup) || (event.clipboardData?.getData("text/plain") ?? "");
  // So that the field can undo it, where the browser still can do that.
  if (!document.execCommand("insertText", false, text)) {
    area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
    area.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
};

/** Gives somebody a file.
    @param {string} name
    @param {string} kind
    @param {string} text */
export const save = (name, kind, text) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: kind }));
  link.download = name;
  link.click();
  // Not at once: some browsers begin to read it only then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};
