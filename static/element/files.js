// The build's files: where they are, and how they come, from a server, from
// disk or from within the page.

/** @import {Assets, Glue, ModuleFiles, Modules} from "./contract.js" */

export const NAME = "stance-comparison";

/** The built files' names; the build puts them in. */
export const ASSETS = /** @type {Assets} */ (/** @type {unknown} */ ("@@ASSETS@@"));

const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
/** The folder that the build's files are in. */
export const base = new URL(".", script?.src || document.baseURI);
/** @param {string} name */
export const url = (name) => new URL(name, base).href;

/** What the build's scripts leave behind, by file name. */
const files = (globalThis.__standpoint ??= {});

// Pages may require Trusted Types; only the build's own addresses pass.
const policy = globalThis.trustedTypes?.createPolicy("standpoint", {
  createScriptURL: (address) => {
    if (address.startsWith(base.href)) return address;
    throw new TypeError("not a file of Standpoint");
  },
});

/** Lets the browser draw and do what waits; not for ever, where it draws nothing.
    @returns {Promise<void>} */
export const breath = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 100);
  });

/** @type {Map<string, Promise<any>>} */
const running = new Map();
/** Does something once for all who want it; after a failure the next one who
    wants it tries again.
    @template T
    @param {string} name
    @param {() => Promise<T>} start
    @returns {Promise<T>} */
const once = (name, start) => {
  let starting = running.get(name);
  if (!starting) {
    running.set(name, (starting = start()));
    starting.catch(() => running.delete(name));
  }
  return starting;
};

/** What a file leaves behind when it runs as a script.
    @param {string} name
    @returns {Promise<any>} */
export const bring = (name, address = url(name)) =>
  once(name, async () => {
    if (!files[name]) {
      await new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = policy ? policy.createScriptURL(address) : address;
        script.charset = "utf-8"; // else it is read as the page is written
        script.onload = resolve;
        script.onerror = () => {
          script.remove();
          reject(new Error(`${address} could not be loaded`));
        };
        document.head.append(script);
      });
    }
    return files[name];
  });

/** Brings the built-in document, as JSON.
    @returns {Promise<string>} */
export const bringOwn = () => bring(ASSETS.article);

/** A module's WebAssembly: its bytes, or the answer that brings them.
    @param {ModuleFiles} names */
const wasm = async ({ wasm: name }) => {
  // file:// cannot be fetched from, and a standalone page has all inside.
  if (location.protocol === "file:" || files[name]) {
    return Uint8Array.from(atob(await bring(name, url(`${name}.js`))), (c) => c.charCodeAt(0));
  }
  const response = await fetch(url(name));
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  return response;
};

/** A module by its name, one for all elements.
    @template {keyof Modules} Name
    @param {Name} name
    @returns {Promise<Modules[Name]>} */
export const module = (name) =>
  once(name, async () => {
    const names = ASSETS.modules[name];
    const bytes = wasm(names);
    bytes.catch(() => {}); // awaited below, after the glue
    const glue = /** @type {Glue & Modules[Name]} */ (await bring(names.glue));
    await glue({ module_or_path: await bytes });
    return glue;
  });
