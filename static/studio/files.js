// The build's files, from a server or from disk.

import { base, scriptAddress } from "./trusted.js";

/** What a script of the page has brought under that name.
    @param {string} name */
const inPage = (name) =>
  /** @type {Record<symbol, Record<string, unknown> | undefined>} */ (
    /** @type {unknown} */ (globalThis)
  )[Symbol.for("standpoint")]?.[name];

/** What a file leaves behind when it runs as a script.
    @param {string} name
    @returns {Promise<unknown>} */
const bring = async (name) => {
  const address = new URL(`${name}.js`, base).href;
  await new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = scriptAddress(address);
    script.onload = resolve;
    script.onerror = () => reject(new Error(`${address} could not be loaded`));
    document.head.append(script);
  });
  return inPage(name);
};

/** The WebAssembly, compiled.
    @param {string} name
    @returns {Promise<WebAssembly.Module>} */
export const wasm = async (name) => {
  // It may stand in the page itself; and file:// cannot be fetched from.
  const own = inPage(name) ?? (location.protocol === "file:" ? await bring(name) : undefined);
  if (own !== undefined) return WebAssembly.compile(Uint8Array.from(atob(String(own)), (c) => c.charCodeAt(0)));
  const response = await fetch(new URL(name, base));
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  return WebAssembly.compile(await response.arrayBuffer());
};
