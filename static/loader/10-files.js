// The build's files: where they are, and how they come, from a server, from
// disk or from within the page.

const NAME = "stance-comparison";

/** The built files' names; the build puts them in. */
const ASSETS = "@@ASSETS@@";
const base = new URL(".", document.currentScript?.src || document.baseURI);
const url = (name) => new URL(name, base).href;

/** What the build's scripts leave behind, by file name. */
const files = (globalThis.__standpoint ??= {});

// Pages may require Trusted Types; only the build's own addresses pass.
const policy = globalThis.trustedTypes?.createPolicy("standpoint", {
  createScriptURL: (address) => {
    if (address.startsWith(base.href)) return address;
    throw new TypeError("not a file of Standpoint");
  },
});

const runScript = (name) =>
  new Promise((resolve, reject) => {
    const script = document.createElement("script");
    const address = url(name);
    script.src = policy ? policy.createScriptURL(address) : address;
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      reject(new Error(`${address} could not be loaded`));
    };
    document.head.append(script);
  });

/** The WebAssembly's bytes, or the request for them. */
const wasm = async () => {
  // file:// cannot be fetched from, and a standalone page has all inside.
  if (location.protocol === "file:" || files[ASSETS.wasm]) {
    if (!files[ASSETS.wasm]) await runScript(ASSETS.wasmScript);
    return Uint8Array.from(atob(files[ASSETS.wasm]), (c) => c.charCodeAt(0));
  }
  return fetch(url(ASSETS.wasm)).then((response) => {
    if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
    return response;
  });
};

let running;
/** One module for all elements; after a failure the next one tries again. */
const runtime = () =>
  (running ??= (async () => {
    const bytes = wasm();
    bytes.catch(() => {}); // awaited below, after the glue
    if (!files[ASSETS.glue]) await runScript(ASSETS.glue);
    const glue = files[ASSETS.glue];
    await glue({ module_or_path: await bytes });
    return glue;
  })().catch((error) => {
    running = undefined;
    throw error;
  }));
