// Builds a page with a bundler, as its handbook has it: node bundle.mjs NODE_MODULES
// vite FOLDER. The page and the packages that it imports are in the folder; what is
// built goes into `FOLDER/vite`.

import { cp, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, bundler, folder] = process.argv.slice(2);
const require = createRequire(join(modules, "index.js"));
const load = async (name) => import(pathToFileURL(require.resolve(name)));

const entry = join(folder, "main.js");
const out = join(folder, bundler);
const page = () => cp(join(folder, "index.html"), join(out, "index.html"));

const bundlers = {
  // From whatever folder the page is served.
  async vite() {
    const { build } = await load("vite");
    await build({ root: folder, base: "./", logLevel: "warn", build: { outDir: out } });
  },

  async webpack() {
    const { default: webpack } = await load("webpack");
    const settings = {
      mode: "production",
      context: folder,
      entry,
      // What it says of large files is said of pages that load them at once.
      performance: { hints: false },
      output: { path: out, filename: "main.js", assetModuleFilename: "files/[hash][ext]" },
    };
    await new Promise((resolve, reject) =>
      webpack(settings, (error, stats) => {
        const said = stats?.toString({ all: false, errors: true, warnings: true });
        if (error || said) reject(error ?? new Error(said));
        else resolve();
      }));
    await page();
  },

  async rollup() {
    const { rollup } = await load("rollup");
    const { nodeResolve } = await load("@rollup/plugin-node-resolve");
    const { importMetaAssets } = await load("@web/rollup-plugin-import-meta-assets");
    const bundle = await rollup({ input: entry, plugins: [nodeResolve(), importMetaAssets()] });
    await bundle.write({ dir: out });
    await page();
  },

  // It leaves addresses as they are, so the files go to where the script is.
  async esbuild() {
    const { build } = await load("esbuild");
    await build({ entryPoints: [entry], bundle: true, format: "esm", outdir: out, logLevel: "warning" });
    const own = join(folder, "node_modules", "standpoint");
    for (const name of await readdir(own)) {
      if (name.startsWith("standpoint-")) await cp(join(own, name), join(out, name));
    }
    await page();
  },
};

await bundlers[bundler]();
