// The build's files: where they are, and how they come, from a server, from
// disk or from within the page.

import { bytesOf } from "../common/bytes.js";
import { messageOf } from "../common/error.js";
import { make } from "../common/make.js";

/** @import {StanceDocument} from "../api/standpoint.js" */
/** @import {Assets, Glue, ModuleFiles, Modules} from "./contract.js" */

export const NAME = "stance-comparison";

/** The built files' names; the build puts them in. */
export const ASSETS = /** @type {Assets} */ (/** @type {unknown} */ ("@@ASSETS@@"));

/** What the build's scripts leave behind, by file name: under a symbol, which no page
    has for something of its own. A page may lay down there where the files are: all
    in a folder, or each where a bundler has put it.
    @type {Record<string, any> & { base?: string, urls?: Record<string, string> }} */
const files = (/** @type {Record<symbol, any>} */ (/** @type {unknown} */ (globalThis))[
  Symbol.for("standpoint")
] ??= {});

/** @param {string} selector
    @returns {HTMLScriptElement | null} */
const scriptOf = (selector) => document.querySelector(`script[${selector}]`);
const current = document.currentScript;
/** Whose script this is: the page says it, or the browser, which does not know it of
    modules, and can be told wrongly by an `<img name="currentScript">`. */
const script =
  scriptOf("data-standpoint") ??
  (current instanceof HTMLScriptElement ? current : scriptOf('src*="standpoint.js"'));
const named = files.base ?? script?.dataset.standpoint;
/** The folder that a module was imported from. `import.meta` would say it, and is a
    mistake in a script that is none; so what a browser notes of a mistake does. */
const imported = () => new Error().stack?.match(/\w+:\/\/[^\s?#]+\//)?.[0];
/** The folder that the build's files are in. */
export const base = named
  ? new URL(named.replace(/\/*$/, "/"), document.baseURI)
  : new URL(".", (script ? script.src : imported()) || document.baseURI);
/** How often something has failed to come. */
let failures = 0;
/** Where a file is. What has failed once, the browser may have kept as it came, so
    it is asked for by another address from then on.
    @param {string} name */
export const url = (name) =>
  new URL((files.urls?.[name] ?? name) + (failures ? `?${failures}` : ""), base).href;

/** What a policy of the page's lets in by: the number that the server gives its own
    scripts for one answer. */
export const nonce = (script?.nonce || scriptOf("nonce")?.nonce) ?? "";

// Pages may require Trusted Types; only the build's own addresses pass. They may also
// let in none of our policies.
/** @type {{ createScriptURL(name: string): string } | undefined} */
let policy;
try {
  policy = globalThis.trustedTypes?.createPolicy("standpoint", { createScriptURL: url });
} catch {
  // Modules need no policy: see `bring`.
}

/** Lets the browser draw and do what waits; not for ever, where it draws nothing.
    @returns {Promise<void>} */
export const breath = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 100);
  });

/** Whether the server has another build than this one by now. The browser is told so as
    well: the page, loaded again, brings the new one.
    @returns {Promise<boolean | undefined>} */
const isOld = async () => {
  if (files.urls) return;
  const loader = await fetch(new URL("standpoint.js", base), { cache: "reload" });
  const text = await loader.text();
  return text.includes("standpoint-seals-") && !text.includes(ASSETS.seals.file);
};

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
    starting = start().catch(async (error) => {
      failures++;
      running.delete(name);
      if (await isOld().catch(() => {})) error.message += ". There are newer files: load the page again";
      throw error;
    });
    running.set(name, starting);
  }
  return starting;
};

/** How a file is to be loaded where the page holds the loader against its digest: so
    is then all else, by a table that the loader itself has the digest of.
    @param {string} file */
export const sealed = async (file) => {
  const { seals } = ASSETS;
  if (files.urls || !script?.integrity) return {};
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
      let came = "error";
      // Without a `charset` it is read as the page is written.
      const script = make("script", { charset: "utf-8", nonce, ...(await sealed(file)) });
      try {
        script.src = policy ? policy.createScriptURL(file) : address;
        came = await new Promise((done) => {
          script.onload = script.onerror = (event) => done(/** @type {Event} */ (event).type);
          document.head.append(script);
        });
      } catch (error) {
        // The page lets no policy in. A module needs none, and has no digest.
        if (script.integrity) throw error;
        await import(address);
      }
      if (!files[name]) {
        script.remove();
        throw new Error(`${address} could not be loaded${came === "load" ? ": something else came in its place" : ""}`);
      }
    }
    return files[name];
  });

/** What comes from an address, as `read` reads it; whatever goes wrong is told with
    the address.
    @template T
    @param {string} address
    @param {RequestInit} how
    @param {(response: Response) => Promise<T>} read
    @returns {Promise<T>} */
export const got = async (address, how, read) => {
  let why = "";
  try {
    const response = await fetch(address, how);
    if (!response.ok) why = `the server answered ${response.status}`;
    else if (/html/.test(`${response.headers.get("content-type")}`)) why = "a page came in its place";
    if (response.ok) return await read(response);
  } catch (error) {
    why ||= messageOf(error);
  }
  throw new Error(`${address} could not be loaded: ${why}`);
};

/** Brings the built-in document.
    @returns {Promise<StanceDocument>} */
export const builtIn = async () => JSON.parse(await bring(ASSETS.article));

/** A module's WebAssembly.
    @param {ModuleFiles} names
    @returns {Promise<WebAssembly.Module>} */
const compiled = async ({ wasm: name }) => {
  // From disk and in a sandbox nothing is fetched, and a standalone page has all inside.
  if (!/^http/.test(origin) || files[name]) {
    const text = await bring(name, `${name}.js`);
    return WebAssembly.compile(bytesOf(text));
  }
  return got(url(name), await sealed(name), async (response) =>
    // While it comes, where the server says what it is.
    response.headers.get("content-type") === "application/wasm"
      ? WebAssembly.compileStreaming(response)
      : WebAssembly.compile(await response.arrayBuffer()));
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
