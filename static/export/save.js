// Files for the reader.

/** @import {StanceFormat} from "../api/standpoint.js" */
/** @import {ExportModule, Format} from "../element/contract.js" */

/** What files are called and what is in them.
    @type {Record<StanceFormat, { ending: string, type: string }>} */
const FILES = {
  csv: { ending: "csv", type: "text/csv;charset=utf-8" },
  markdown: { ending: "md", type: "text/markdown;charset=utf-8" },
  html: { ending: "html", type: "text/html;charset=utf-8" },
  json: { ending: "json", type: "application/json;charset=utf-8" },
  jsonld: { ending: "jsonld", type: "application/ld+json;charset=utf-8" },
};

/** Whether that is a file, and not a picture.
    @param {Format} format
    @returns {format is StanceFormat} */
const isFile = (format) => format in FILES;

/** Gives a file to the reader, and its name.
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
  return link.download;
};
