// Renders documents with one peer's renderer, in a process of its own, and prints
// how many seconds of CPU that took: node render-peer.js SCRIPT OUT FILE…

import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";

const [script, out, ...files] = process.argv.slice(2);
const { render } = await import(pathToFileURL(script).href);
const rendered = (/** @type {string} */ file) => render(JSON.parse(readFileSync(file, "utf8")));

// A service that renders has been running for a while.
for (const file of files.slice(0, 30)) rendered(file);
const before = process.cpuUsage();
for (const file of files) {
  writeFileSync(join(out, basename(file).replace(/json$/, "html")), rendered(file));
}
const { user, system } = process.cpuUsage(before);
console.log((user + system) / 1e6);
