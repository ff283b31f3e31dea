// Bundles one of these pages as its framework's own tools would, and writes the
// script to standard output: node bundle.mjs NODE_MODULES react.jsx

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const [modules, name] = process.argv.slice(2);
const require = createRequire(join(modules, "index.js"));
const here = dirname(fileURLToPath(import.meta.url));

const svelte = {
  name: "svelte",
  setup(build) {
    build.onLoad({ filter: /\.svelte$/ }, async ({ path }) => {
      const { compile } = require("svelte/compiler");
      const { js } = compile(await readFile(path, "utf8"), { filename: path, generate: "client" });
      return { contents: js.code, loader: "js" };
    });
  },
};

const vue = {
  name: "vue",
  setup(build) {
    build.onLoad({ filter: /\.vue$/ }, async ({ path }) => {
      const { compileScript, parse } = require("vue/compiler-sfc");
      const { descriptor } = parse(await readFile(path, "utf8"), { filename: path });
      const isCustomElement = (tag) => tag === "stance-comparison";
      const { content } = compileScript(descriptor, {
        id: "story",
        inlineTemplate: true,
        templateOptions: { compilerOptions: { isCustomElement } },
      });
      return { contents: content, loader: "js" };
    });
  },
};

const { outputFiles } = await require("esbuild").build({
  entryPoints: [join(here, name)],
  bundle: true,
  write: false,
  format: "esm",
  jsx: "automatic",
  conditions: ["browser", "production"],
  define: {
    "process.env.NODE_ENV": '"production"',
    __VUE_OPTIONS_API__: "false",
    __VUE_PROD_DEVTOOLS__: "false",
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
  },
  nodePaths: [modules],
  plugins: [svelte, vue],
});
process.stdout.write(outputFiles[0].text);
