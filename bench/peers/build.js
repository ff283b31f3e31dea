// Builds the peers for production, each as its framework's own tools would.

import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync }
  from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { transformFileAsync } from "@babel/core";
import { build } from "esbuild";
import { compile } from "svelte/compiler";

/** @import { BuildOptions, Plugin } from "esbuild" */

const HERE = fileURLToPath(new URL(".", import.meta.url));
const MODULES = join(HERE, "..", "node_modules");
const require = createRequire(import.meta.url);

/** Those with the whole comparison, and those with the table alone. */
export const PEERS = ["preact", "react", "svelte", "solid", "dom"];
export const TABLES = ["tabulator", "gridjs"];
/** Those that render on a server as well. */
export const RENDERERS = ["preact", "react", "svelte", "solid"];

/** @param {"react" | "preact"} name @returns {Plugin} */
const library = (name) => ({
  name: "library",
  setup({ onResolve }) {
    onResolve({ filter: /^@library$/ }, () => ({ path: join(HERE, `jsx/library.${name}.jsx`) }));
  },
});

/** @param {"dom" | "ssr"} generate @returns {Plugin} */
const solid = (generate) => ({
  name: "solid",
  setup({ onLoad }) {
    onLoad({ filter: /\.jsx$/ }, async ({ path }) => {
      const preset = [require("babel-preset-solid"), { generate, hydratable: false }];
      const options = { presets: [preset], configFile: false, babelrc: false };
      const made = await transformFileAsync(path, options);
      return { loader: "js", contents: made?.code ?? "" };
    });
  },
});

/** @param {"client" | "server"} generate @returns {Plugin} */
const svelte = (generate) => ({
  name: "svelte",
  setup({ onLoad }) {
    onLoad({ filter: /\.svelte$/ }, ({ path }) => {
      const { js } = compile(readFileSync(path, "utf8"), { filename: path, generate });
      return { loader: "js", contents: js.code };
    });
  },
});

/** @type {Record<string, BuildOptions>} */
const IN_BROWSERS = {
  preact: { jsxImportSource: "preact", plugins: [library("preact")] },
  react: { plugins: [library("react")] },
  svelte: { conditions: ["svelte", "browser"], plugins: [svelte("client")] },
  solid: { conditions: ["browser"], plugins: [solid("dom")] },
};
/** @type {Record<string, BuildOptions>} */
const ON_SERVERS = {
  preact: { jsxImportSource: "preact", plugins: [library("preact")] },
  react: { plugins: [library("react")] },
  svelte: { conditions: ["svelte", "node"], plugins: [svelte("server")] },
  solid: { conditions: ["node"], plugins: [solid("ssr")] },
};
const FOLDERS = /** @type {Record<string, string>} */ ({ preact: "jsx", react: "jsx" });
const STYLES = /** @type {Record<string, string>} */ ({
  tabulator: "tabulator-tables/dist/css/tabulator.min.css",
  gridjs: "gridjs/dist/theme/mermaid.min.css",
});

/** @param {string} name @param {string} kind */
function source(name, kind) {
  const folder = join(HERE, FOLDERS[name] ?? name);
  const found = [`${kind}.jsx`, `${kind}.js`].map((file) => join(folder, file)).find(existsSync);
  if (!found) throw new Error(`${folder} has no ${kind}.js and no ${kind}.jsx`);
  return found;
}

/** The name of the style sheet in a build. @param {string} dist */
export function styleSheet(dist) {
  const name = readdirSync(dist).find((file) => /^standpoint-[0-9a-f]+\.css$/.test(file));
  if (!name) throw new Error(`${dist} has no style sheet standpoint-….css`);
  return name;
}

/** Our style sheet for a page in which nothing has a shadow root.
    @param {string} dist */
const style = (dist) =>
  readFileSync(join(dist, styleSheet(dist)), "utf8")
    .replace(/:host\((\[[^)]*\])\)/g, ".host$1")
    .replace(/:host/g, ".host")
    .replace(/::slotted\([^)]*\)/g, ".slotted");

/** @param {string[]} names @param {string} dist for its style sheet
    @param {string} out a folder for the scripts */
export async function buildPeers(names, dist, out) {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, "peer.css"), style(dist));
  /** @type {BuildOptions} */
  const always = {
    bundle: true, format: "esm", target: "es2023", jsx: "automatic", legalComments: "none",
    define: { "process.env.NODE_ENV": '"production"' }, logLevel: "warning",
  };
  for (const name of names) {
    const own = IN_BROWSERS[name] ?? {};
    const file = source(name, FOLDERS[name] ? name : "page");
    const conditions = ["production", ...(own.conditions ?? [])];
    const outfile = join(out, `${name}.js`);
    await build({ ...always, ...own, conditions, minify: true, entryPoints: [file], outfile });
    if (STYLES[name]) copyFileSync(join(MODULES, STYLES[name]), join(out, `${name}.css`));
  }
  // React's renderer for servers is a script of the old kind.
  const banner = "import { createRequire } from 'node:module';" +
    "const require = createRequire(import.meta.url);";
  for (const name of names.filter((name) => RENDERERS.includes(name))) {
    const own = ON_SERVERS[name];
    const file = source(name, FOLDERS[name] ? `${name}.server` : "server");
    await build({
      ...always, ...own, conditions: ["production", ...(own.conditions ?? [])],
      platform: "node", banner: { js: banner }, entryPoints: [file],
      outfile: join(out, "server", `${name}.js`),
    });
  }
  writeFileSync(join(out, "package.json"), '{ "type": "module" }');
}
