// Pictures: images are waited for and drawn, which is easier said in JavaScript.

import { glue } from "./glue.js";

/** @import {ExportModule} from "../element/contract.js" */

/** A picture of what an element shows: a Blob of SVG or PNG.
    @type {ExportModule["draw"]} */
export const draw = async (element, format, source) => {
  const comparison = element.shadowRoot?.querySelector(".mount:not([hidden]) .comparison");
  if (!comparison) throw new Error("nothing is shown yet");
  const svg = glue.picture(comparison, source);
  if (format === "svg") return new Blob([svg], { type: "image/svg+xml" });
  const image = new Image();
  // A data: address, because policies that let pages draw at all allow it.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  // Twice the size for sharp letters, unless browsers refuse such a canvas: by its
  // sides, or, those of iOS, by its pixels, of which they bear 4096 by 4096.
  const { width, height } = image;
  const scale = Math.min(2, 16_000 / height, 16_000 / width, 4096 / Math.sqrt(width * height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.floor(width * scale);
  canvas.height = Math.floor(height * scale);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  /** @type {Blob | null} */
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!blob) throw new Error("this browser makes no picture");
  return blob;
};
