// Files for the reader.

/** @import {StanceFormat} from "../api/standpoint.js" */
/** @import {ExportModule, Format} from "../element/contract.js" */

/** What files are called and what is in them.
    @type {Record<StanceFormat, { ending: string, type: string }>} */
const FILES = {
  csv: { ending: "csv", type: "text/csv;charset=utf-8" },
  "csv-data": { ending: "csv", type: "text/csv;charset=utf-8" },
  markdown: { ending: "md", type: "text/markdown;charset=utf-8" },
  html: { ending: "html", type: "text/html;charset=utf-8" },
  json: { ending: "json", type: "application/json;charset=utf-8" },
  jsonld: { ending: "jsonld", type: "application/ld+json;charset=utf-8" },
};

/** Whether that is a file, and not a picture.
    @param {Format} format
    @returns {format is StanceFormat} */
const isFile = (format) => format in FILES;

/** Whether the browser saves what a page gives it, as far as this page is told: a
    sandbox that forbids it does so in silence, and across origins nobody says what
    it allows. */
const isSaving = () => {
  // In a sandbox, and not merely opened from disk.
  if (origin === "null" && location.protocol !== "file:") return false;
  try {
    /** @type {Window} */
    let page = window;
    for (; page !== page.parent; page = page.parent) {
      const { sandbox } = /** @type {HTMLIFrameElement} */ (page.frameElement);
      if (sandbox?.value && !sandbox.contains("allow-downloads")) return false;
    }
    return true;
  } catch {
    return false;
  }
};

/** Gives a file to the reader; what can be said of it, and its name.
    @type {ExportModule["save"]} */
export const save = async (element, format) => {
  // Without a byte order mark Excel takes UTF-8 for something else.
  const mark = format === "csv" ? "\ufeff" : "";
  const [ending, blob] = isFile(format)
    ? [FILES[format].ending, new Blob([mark, await element.exportAs(format)], { type: FILES[format].type })]
    : [format, await element.picture(format)];
  const stem = element.getAttribute("src")?.match(/([^/?#]+)\.json/)?.[1] ?? "stance-comparison";
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `${stem}.${ending}`;
  link.click();
  // Not at once: some browsers begin to read it only then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return [isSaving() ? "saved" : "given", link.download];
};
