// The lines that show a comparison in another page.
//
// Where scripts run, the element takes the place of what stands in it. Where an
// editor has taken out the script, a frame is left, with the element's tags or
// without; where it takes out frames, too, a table to unfold.

/** @import {StanceDocument} from "../api/standpoint.js" */
/** @import {ExportModule} from "../element/contract.js" */

/** A text as the value of an attribute.
    @param {string} text */
const quoted = (text) =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** A tag with those of the attributes that have a value.
    @param {string} name
    @param {Record<string, string | false | null | undefined>} attributes */
const tag = (name, attributes) => {
  const said = Object.entries(attributes).flatMap(([key, value]) => value ? `${key}="${quoted(value)}"` : []);
  return `<${[name, ...said].join(" ")}>`;
};

/** What a line says of the loader: what a browser holds it against, where its digest
    can be had. Nothing where there is no loader, since a bundler has taken the build's
    files somewhere else.
    @param {URL} address
    @returns {Promise<{ integrity?: string } | undefined>} */
const loaderAt = async (address) => {
  try {
    const response = await fetch(address);
    if (!response.ok || /html/.test(`${response.headers.get("content-type")}`)) return undefined;
    const digest = await crypto.subtle.digest("SHA-384", await response.arrayBuffer());
    return { integrity: `sha384-${btoa(String.fromCharCode(...new Uint8Array(digest)))}` };
  } catch {
    return {}; // without https there are no digests
  }
};

/** Whether the page for frames would show a document from there.
    @param {URL} page
    @param {string} src */
const isFramed = async (page, src) => {
  try {
    const response = await fetch(page);
    if (!response.ok) return false;
    const [, named] = (await response.text()).match(/name="standpoint-origins" content="([^"]*)"/) ?? [];
    return [page.origin, ...(named ?? "").split(/\s+/)].includes(new URL(src, page).origin);
  } catch {
    return false;
  }
};

/** A document as base64: no white space to break, no quotation mark to bend, and no
    word to link.
    @param {StanceDocument} data */
const sealed = (data) => {
  const bytes = new TextEncoder().encode(JSON.stringify(data));
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
};

/** What the loader calls the element in every page; this one's may have another name. */
const NAME = "stance-comparison";

/** The lines for what an element shows as `link` says; with its document in
    them where that has no address, sealed: what editors take for text, they change.
    `base` is where the build's files are.
    @type {ExportModule["embed"]} */
export const embed = async (element, link, data, base) => {
  const named = element.data === undefined;
  const address = named && element.src;
  const src = address && new URL(address, document.baseURI).href;
  const builtIn = named && !src && element.builtIn;
  const inside = !src && !builtIn;
  const attributes = {
    src,
    "built-in": builtIn && "built-in",
    state: link,
    lang: element.getAttribute("lang"),
    theme: element.getAttribute("theme"),
  };
  const loader = new URL("standpoint.js", base);
  const page = new URL("frame.html", base);
  // file:// cannot be fetched from, and knows no other origins.
  const served = page.protocol !== "file:";
  const [html, json, known, framed] = await Promise.all([
    element.exportAs("html"),
    element.exportAs("json"),
    served ? loaderAt(loader) : {},
    served && !inside ? isFramed(page, src || "") : !inside,
  ]);
  const { headline } = JSON.parse(json).article;
  const [, caption] = html.match(/<caption>([^<]*)/) ?? [];

  const table = [
    `<details><summary>${caption}: ${quoted(headline)}</summary>`,
    `${html.replaceAll(">\n", ">").replaceAll("\n", " ")}</details>`,
  ];
  if (!known) return ["<div>", ...table, "</div>"].join("\n");

  const seal = { ...known, crossorigin: served && "anonymous" };
  const script = tag("script", { src: loader.href, ...seal, async: "async" });
  const lines = [`${script}</script>`, `<div>${tag(NAME, attributes)}`];
  if (inside) {
    lines.push(`<script type="application/json;base64">${sealed(data)}</script>`);
  }
  if (framed) {
    for (const [name, value] of Object.entries(attributes)) {
      if (value) page.searchParams.set(name, value);
    }
    const frame = tag("iframe", {
      src: page.href,
      title: headline,
      loading: "lazy",
      width: "100%",
      height: "640",
      frameborder: "0",
      allow: "clipboard-write",
    });
    lines.push(`${frame}</iframe>`);
  }
  lines.push(
    ...table,
    // The `div` keeps it all together where an editor has put it into a paragraph.
    `</${NAME}></div>`,
  );
  return lines.join("\n");
};
