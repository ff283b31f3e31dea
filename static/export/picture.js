// What the export module does that is easier said in JavaScript: it waits for
// images, draws them, and hands files to the reader.

/** A picture of what an element shows: a Blob of SVG or PNG. */
const draw = async (element, format, source) => {
  const comparison = element.shadowRoot.querySelector(".mount:not([hidden]) .comparison");
  const svg = wasm_bindgen.picture(comparison, source);
  if (format === "svg") return new Blob([svg], { type: "image/svg+xml" });
  const image = new Image();
  // A data: address, because policies that let pages draw at all allow it.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  // Twice the size for sharp letters, unless browsers refuse such a canvas.
  const scale = Math.min(2, 16_000 / image.height, 16_000 / image.width);
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!blob) throw new Error("this browser makes no picture");
  return blob;
};

/** What files are called and what is in them. */
const FILES = {
  csv: ["csv", "text/csv"],
  markdown: ["md", "text/markdown"],
  html: ["html", "text/html"],
  json: ["json", "application/json"],
  jsonld: ["jsonld", "application/ld+json"],
};

/** Gives a file to the reader, and its name. */
const save = async (element, format) => {
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

Object.assign(wasm_bindgen, { draw, save });
