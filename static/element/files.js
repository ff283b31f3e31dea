// The build's files: where they are, and how they come, from a server, from
// disk or from within the page.

/** @import {StanceDocument} from "../api/standpoint.js" */
/** @import {Assets, Glue, ModuleFiles, Modules} from "./contract.js" */

export const NAME = "stance-comparison";

/** The built files' names; the build puts them in. */
export const ASSETS = /** @type {Assets} */ (/** @type {unknown} */ ("@@ASSETS@@"));

const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
/** The folder that the build's files are in. */
export const base = new URL(".", script?.src || document.baseURI);
/** How often something has failed to come. */
let failures = 0;
/** Where a file is. What has failed once, the browser may have kept as it came, so
    it is asked for by another address from then on.
    @param {string} name */
export const url = (name) => new URL(failures ? `${name}?${failures}` : name, base).href;

/** What the build's scripts leave behind, by file name: under a symbol, which no page
    has for something of its own. */
const files = (/** @type {Record<symbol, Record<string, any>>} */ (
  /** @type {unknown} */ (globalThis)
)[Symbol.for("standpoint")] ??= {});

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
    starting.catch(() => {
      failures++;
      running.delete(name);
    });
  }
  return starting;
};

/** How a file is to be loaded where the page holds the loader against its digest: so
    is then all else, by a table that the loader itself has the digest of.
    @param {string} file */
export const sealed = async (file) => {
  const { seals } = ASSETS;
  if (!script?.integrity) return {};
  const digest = file === seals.file ? seals.digest : (await bring(seals.file))[file];
  return { integrity: `sha256-${digest}`, crossOrigin: "anonymous" };
};

/** What a file leaves behind when it runs as a script; something else in its place,
    or half of it, leaves nothing.
    @param {string} name
    @returns {Promise<any>} */
export const bring = (name, file = name) =>
  once(name, async () => {
    if (!files[name]) {
      const address = url(file);
      const script = document.createElement("script");
      script.src = policy ? policy.createScriptURL(address) : address;
      script.charset = "utf-8"; // else it is read as the page is written
      Object.assign(script, await sealed(file));
      await new Promise((done) => {
        script.onload = script.onerror = done;
        document.head.append(script);
      });
      if (!files[name]) {
        script.remove();
        throw new Error(`${address} could not be loaded`);
      }
    }
    return files[name];
  });

/** Brings the built-in document.
    @returns {Promise<StanceDocument>} */
export const builtIn = async () => JSON.parse(await bring(ASSETS.article));

/** What base64 stands for.
    @param {string} text */
export const bytesOf = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));

/** A module's WebAssembly.
    @param {ModuleFiles} names
    @returns {Promise<WebAssembly.Module>} */
const compiled = async ({ wasm: name }) => {
  // From disk and in a sandbox nothing is fetched, and a standalone page has all inside.
  if (!/^http/.test(origin) || files[name]) {
    const text = await bring(name, `${name}.js`);
    return WebAssembly.compile(bytesOf(text));
  }
  const response = await fetch(url(name), await sealed(name));
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  // While it comes, where the server says what it is.
  return response.headers.get("content-type") === "application/wasm"
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
};

/** A module by its name: an instance that nobody else has, and whose end is nobody
    else's.
    @template {keyof Modules} Name
    @param {Name} name
    @returns {Promise<Modules[Name]>} */
export const module = async (name) => {
  const names = ASSETS.modules[name];
  const [code, make] = await Promise.all([
    once(names.wasm + name, () => compiled(names)),
    bring(names.glue),
  ]);
  const glue = /** @type {Glue & Modules[Name]} */ (make());
  await glue(code);
  return glue;
};
