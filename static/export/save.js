// Files for the reader.

/** What files are called and what is in them. */
const FILES = {
  csv: ["csv", "text/csv"],
  markdown: ["md", "text/markdown"],
  html: ["html", "text/html"],
  json: ["json", "application/json"],
  jsonld: ["jsonld", "application/ld+json"],
};

/** Gives a file to the reader, and its name. */
export const save = async (element, format) => {
  const [ending, type] = FILES[format] ?? [format];
  // Without a byte order mark Excel takes UTF-8 for something else.
  const mark = format === "csv" ? "\ufeff" : "";
  const blob = type
    ? new Blob([mark, await element.exportAs(format)], { type: `${type};charset=utf-8` })
    : await element.picture(format);
  const stem = element.getAttribute("src")?.match(/([^/?#]+)\.json/)?.[1] ?? "stance-comparison";
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `${stem}.${ending}`;
  link.click();
  // Not at once: some browsers begin to read it only then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return link.download;
};
