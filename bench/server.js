// Serves Standpoint's builds, the peers and the documents as a newsroom would:
// compressed with brotli, and every time anew.

import { createServer } from "node:http";
import { existsSync, readFileSync } from "node:fs";
import { extname, join, normalize } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

/** @type {Record<string, string>} */
const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
};
/** Above this, the best compression takes longer than anybody waits. */
const LARGE = 1_000_000;

/** The bytes as they are sent. @param {Buffer} bytes */
export function compressed(bytes) {
  const quality = bytes.length > LARGE ? 5 : constants.BROTLI_MAX_QUALITY;
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
}

/** @param {string} head @param {string} body */
const page = (head, body) =>
  '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">' +
  '<meta name="viewport" content="width=device-width, initial-scale=1">' +
  '<meta name="color-scheme" content="light dark"><title>Bench</title>' +
  `<link rel="icon" href="data:,">${head}</head><body><main>${body}</main></body></html>`;

/** A folder that is served, and what its pages hold.
    @typedef {{ folder: string, head: string, body: (document: string) => string,
      room: string }} Site */

/** Standpoint, as docs/embedding.md has it. @param {string} dist @returns {Site} */
export const standpointSite = (dist) => ({
  folder: dist,
  head: '<script src="standpoint.js" async></script>',
  body: (document) =>
    `<stance-comparison src="../documents/${document}.json" loading="eager"></stance-comparison>`,
  room: '<div id="room"></div>',
});

/** A peer: its script, our style. @param {string} folder @param {string} name @returns {Site} */
export const peerSite = (folder, name) => {
  const style = existsSync(join(folder, `${name}.css`))
    ? `<link rel="stylesheet" href="${name}.css">`
    : "";
  return {
    folder,
    head:
      `<link rel="stylesheet" href="peer.css">${style}` +
      `<script type="module" src="${name}.js"></script>`,
    body: (document) =>
      `<div class="host${style && " comparison"}" id="app" ` +
      `data-src="../documents/${document}.json"></div>`,
    room: '<div class="host" id="room"></div>',
  };
};

/** `/NAME/page?S` is a page that shows document S, `/NAME/room` one with room for
    comparisons, `/NAME/S.page.html` and the like are files.
    @param {Record<string, Site>} sites @param {string} documents a folder */
export async function serve(sites, documents) {
  /** @param {string} url @returns {{ bytes: Buffer, type: string } | undefined} */
  const find = (url) => {
    const [path, query] = decodeURI(url).split("?");
    const [, name, file] = /^\/([^/]+)\/(.+)$/.exec(normalize(path)) ?? [];
    const site = sites[name];
    if (site && file === "page") return html(page(site.head, site.body(query)));
    if (site && file === "room") return html(page(site.head, site.room));
    const folder = name === "documents" ? documents : site?.folder;
    if (!folder) return undefined;
    const place = [folder, documents].map((one) => join(one, file)).find((one) => existsSync(one));
    if (!place) return undefined;
    return { bytes: readFileSync(place), type: TYPES[extname(file)] ?? "text/plain" };
  };
  /** @param {string} text */
  const html = (text) => ({ bytes: Buffer.from(text), type: TYPES[".html"] });

  /** @type {Map<string, { bytes: Buffer, type: string } | undefined>} */
  const kept = new Map();
  const server = createServer((request, response) => {
    const url = request.url ?? "/";
    if (!kept.has(url)) {
      const found = find(url);
      kept.set(url, found && { ...found, bytes: compressed(found.bytes) });
    }
    const found = kept.get(url);
    if (!found) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      "content-type": found.type,
      "content-encoding": "br",
      "content-length": found.bytes.length,
      "cache-control": "no-store",
    });
    response.end(found.bytes);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() };
}
