// `cargo xtask bench compare`: Standpoint beside its peers. What is to be done
// comes as JSON, from xtask, which knows where everything lies.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { actions } from "./actions.js";
import { TooSlow, launch } from "./browser.js";
import { Different, check } from "./check.js";
import { SIZES, generate } from "./documents.js";
import { buildPeers } from "./peers/build.js";
import { peerSite, serve, standpointSite } from "./server.js";
import { first, steps } from "./steps.js";

/** @import { Browser } from "playwright-core" */
/** @import { Seen } from "./in-page.js" */
/** @import { Document } from "./peers/model/document.js" */
/** @import { Step } from "./steps.js" */

/** @typedef {{ dist: string, against?: string, chromium: string, work: string,
      sizes: string[], only: string[], rounds: number, peers: string[], limit: number,
      out?: string }} Settings */

/** What is asked of a page of one size.
    @typedef {{ document: Document, size: { topics: number, parties: number }, first: Seen,
      steps: Step[] }} Walk */

/** What every measurement is given.
    @typedef {{ browser: Browser, walks: Record<string, Walk>, rounds: number, limit: number,
      url: (name: string, size: string) => string, title: (name: string) => string }} Bench */

const TITLES = /** @type {Record<string, string>} */ ({
  standpoint: "Standpoint", before: "before", preact: "Preact", react: "React", svelte: "Svelte",
  solid: "Solid", dom: "hand-written", tabulator: "Tabulator", gridjs: "Grid.js",
});

/** @param {string} name @param {string} folder @returns {Walk} */
function walk(name, folder) {
  const [parties, topics] = SIZES[name];
  const document = generate(parties, topics, 1);
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(document));
  return { document, size: { parties, topics }, first: first(document), steps: steps(document) };
}

/** Who shows all of a size, as it must.
    @param {Bench} bench @param {string} size @param {string[]} names */
async function checked(bench, size, names) {
  const [right, slow] = [/** @type {string[]} */ ([]), /** @type {string[]} */ ([])];
  for (const name of names) {
    process.stderr.write(`bench: checking ${name}, ${size}\n`);
    try {
      await check(bench.browser, bench.url(name, size), bench.walks[size], bench.limit);
      right.push(name);
    } catch (error) {
      if (error instanceof Different) {
        throw new Error(`${name} shows something else than it must (${size}): ${error.message}. ` +
          "No figure is given until all show the same");
      }
      if (!(error instanceof TooSlow)) throw error;
      slow.push(`${bench.title(name)} is left out: ${error.message}.`);
    }
  }
  return { right, slow };
}

/** @param {Settings} settings */
async function compare(settings) {
  const { dist, against, work, peers } = settings;
  const [documents, built] = [join(work, "documents"), join(work, "peers")];
  mkdirSync(documents, { recursive: true });
  const walks = Object.fromEntries(settings.sizes.map((name) => [name, walk(name, documents)]));
  await buildPeers(peers, dist, built);
  const sites = {
    standpoint: standpointSite(dist),
    ...(against && { before: standpointSite(against) }),
    ...Object.fromEntries(peers.map((name) => [name, peerSite(built, name)])),
  };
  const names = Object.keys(sites);
  const server = await serve(sites, documents);
  const browser = await launch(settings.chromium);
  /** @type {Bench} */
  const bench = {
    browser, walks, rounds: settings.rounds, limit: settings.limit,
    url: (name, size) => `${server.origin}/${name}/page?${size}`,
    title: (name) => TITLES[name],
  };
  const told = [];
  try {
    for (const size of settings.sizes) {
      const { right, slow } = await checked(bench, size, names);
      told.push(...slow);
      const { text } = await actions(bench, size, right);
      told.push(text);
    }
  } finally {
    await browser.close();
    server.close();
  }
  const text = told.join("\n\n");
  console.log(text);
  if (settings.out) writeFileSync(settings.out, text);
}

try {
  await compare(JSON.parse(process.argv[2]));
} catch (error) {
  console.error(`error: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
