// The build's files, from a server or from disk.

/** The folder of the build's files. */
const base = new URL(".", document.baseURI);

/** Trusted Types, as far as they are used.
    @typedef {{ createPolicy(name: string, rules: { createScriptURL(address: string): string }): { createScriptURL(address: string): string } }} TrustedTypes */
const types = /** @type {{ trustedTypes?: TrustedTypes }} */ (globalThis).trustedTypes;

// The page's policy asks for Trusted Types; only the build's own addresses pass.
const policy = types?.createPolicy("standpoint-studio", {
  createScriptURL: (address) => {
    if (address.startsWith(base.href)) return address;
    throw new TypeError("not a file of Standpoint");
  },
});

/** What a file leaves behind when it runs as a script.
    @param {string} name
    @returns {Promise<unknown>} */
const bring = async (name) => {
  const address = new URL(`${name}.js`, base).href;
  await new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = policy ? policy.createScriptURL(address) : address;
    script.onload = resolve;
    script.onerror = () => reject(new Error(`${address} could not be loaded`));
    document.head.append(script);
  });
  const files = /** @type {Record<symbol, Record<string, unknown> | undefined>} */ (
    /** @type {unknown} */ (globalThis)
  )[Symbol.for("standpoint")];
  return files?.[name];
};

/** The WebAssembly, compiled.
    @param {string} name
    @returns {Promise<WebAssembly.Module>} */
export const wasm = async (name) => {
  // file:// cannot be fetched from.
  if (location.protocol === "file:") {
    return WebAssembly.compile(Uint8Array.from(atob(String(await bring(name))), (c) => c.charCodeAt(0)));
  }
  const response = await fetch(new URL(name, base));
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  return WebAssembly.compile(await response.arrayBuffer());
};
