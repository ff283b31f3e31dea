// The page's policy asks for Trusted Types: what passes, passes here and nowhere else.

/** The folder of the build's files. */
export const base = new URL(".", document.baseURI);

/** Trusted Types, as far as they are used.
    @typedef {object} Rules
    @property {(address: string) => string} createScriptURL
    @property {(markup: string) => string} createHTML */
/** @typedef {{ createPolicy(name: string, rules: Rules): Rules }} TrustedTypes */
const types = /** @type {{ trustedTypes?: TrustedTypes }} */ (/** @type {unknown} */ (globalThis)).trustedTypes;

/** @type {Rules} */
const rules = {
  createScriptURL: (address) => {
    if (address.startsWith(base.href)) return address;
    throw new TypeError("not a file of Standpoint");
  },
  // Only `inert` asks for it.
  createHTML: (markup) => markup,
};
const policy = types?.createPolicy("standpoint-studio", rules) ?? rules;

/** The address of a file of the build, for a script.
    @param {string} address */
export const scriptAddress = (address) => policy.createScriptURL(address);

/** Markup without what a browser looks at even where nothing is shown, and complains
    of: styles and what would run. It is no wall, the policy is; it is for quiet.
    @param {string} markup */
const quiet = (markup) => markup
  .replace(/<style\b[^>]*>[^]*?(?:<\/style\s*>|$)/gi, "")
  .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/([\s"'/])(style|on[a-z]+|srcdoc)(?=\s*=)/gi, "$1data-$2"));

/** What somebody else has written, as a document of its own: nothing in it runs, is
    loaded or shown, and only its text is taken out of it. Its styles are called
    `data-style` there.
    @param {string} markup
    @param {"text/html" | "application/xml"} type */
export const inert = (markup, type) =>
  new DOMParser().parseFromString(policy.createHTML(type === "text/html" ? quiet(markup) : markup), type);
