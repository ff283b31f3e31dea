// `cargo xtask bench compare`: Standpoint beside its peers. What is to be done
// comes as JSON, from xtask, which knows where everything lies.

import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, release, totalmem, type } from "node:os";
import { join } from "node:path";
import { actions } from "./actions.js";
import { TooSlow, launch } from "./browser.js";
import { bytes } from "./bytes.js";
import { Different, check } from "./check.js";
import { SIZES, generate } from "./documents.js";
import { load } from "./load.js";
import { memory } from "./memory.js";
import { TABLES, buildPeers, styleSheet } from "./peers/build.js";
import { render } from "./render.js";
import { Report } from "./report.js";
import { peerSite, serve, standpointSite } from "./server.js";
import { alone, first, rendered, steps } from "./steps.js";

/** @import { Step } from "./steps.js" */
/** @import { Bench, Measure, Settings, Walk } from "./types.js" */

const TITLES = /** @type {Record<string, string>} */ ({
  standpoint: "Standpoint", prerendered: "Standpoint, prerendered", before: "before",
  preact: "Preact", react: "React", svelte: "Svelte", solid: "Solid", dom: "hand-written",
  tabulator: "Tabulator", gridjs: "Grid.js",
});

/** Each with those that have no part in it.
    @type {Record<string, { without: string[], measure: Measure }>} */
const MEASURES = {
  actions: { measure: actions, without: ["prerendered", ...TABLES] },
  load: { measure: load, without: [] },
  render: { measure: render, without: ["prerendered", "before", "dom", ...TABLES] },
  memory: { measure: memory, without: ["prerendered", ...TABLES] },
  bytes: { measure: bytes, without: [] },
};

const say = (/** @type {string} */ words) => process.stderr.write(`bench: ${words}\n`);

/** @param {string} name @param {string} folder @returns {Walk} */
function walk(name, folder) {
  const [parties, topics] = SIZES[name];
  const document = generate(parties, topics, 1);
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(document));
  return {
    document, size: { parties, topics }, first: first(document), alone: alone(document),
    steps: steps(document), rendered: rendered(document),
  };
}

/** Writes the page of each size that has the comparison in it already; gives the
    sizes for which that took too long.
    @param {string} program @param {Settings} settings @param {string} documents */
function prerender(program, { sizes, dist, limit }, documents) {
  return sizes.filter((size) => {
    say(`rendering ahead, ${size}`);
    const files = [join(documents, `${size}.json`), "--out", documents];
    const links = ["--stylesheet", styleSheet(dist), "--loader", "standpoint.js", "--eager"];
    const given = ["render", ...files, ...links];
    const { status, error, stderr } = spawnSync(program, given, { timeout: limit });
    if (error && "code" in error && error.code === "ETIMEDOUT") return true;
    if (status !== 0) throw new Error(`${size} could not be rendered: ${error ?? stderr}`);
    return false;
  });
}

/** Who shows all of a size as it must, with the steps that they are not too slow for;
    and what is to be told of the others.
    @param {Bench} bench @param {string} size @param {string[]} names */
async function checked({ browser, walks, limit, url, title, isAlone }, size, names) {
  /** @type {Map<string, Step[]>} */ const right = new Map();
  /** @type {string[]} */ const late = [];
  let ours = "";
  for (const name of names) {
    say(`checking ${name}, ${size}`);
    const walk = walks[size];
    const asked = isAlone(name)
      ? { size: { topics: 1, parties: 0 }, first: walk.alone, steps: [], lookAt: 3 }
      : walk;
    try {
      const { steps, slow, arrangement } = await check(browser, url(name, size), asked, limit);
      if (name === "standpoint") ours = arrangement;
      // Another build may look otherwise; a peer wears the style sheet of this one.
      const isFree = isAlone(name) || name === "before" || !ours;
      if (!isFree && arrangement !== ours) {
        throw new Different(`its first rows are laid out as ${arrangement}, ours as ${ours}`);
      }
      right.set(name, steps);
      if (slow) late.push(`${title(name)} is measured as far as it came (${size}): ${slow}.`);
    } catch (error) {
      if (error instanceof Different) {
        throw new Error(
          `${name} shows something else than it must (${size}): ${error.message}. No figure is ` +
            "given until all show the same",
        );
      }
      if (!(error instanceof TooSlow)) {
        const why = error instanceof Error ? error.message : error;
        throw new Error(`${name} could not be walked through (${size}): ${why}`, { cause: error });
      }
      late.push(`${title(name)} is left out (${size}): ${error.message}.`);
    }
  }
  return { right, late };
}

/** Where and with what this was measured. @param {Settings} settings @param {string} chromium */
function circumstances({ rounds }, chromium) {
  const pins = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));
  const versions = ["preact", "react", "svelte", "solid-js", "tabulator-tables", "gridjs"]
    .map((name) => `${name} ${pins.dependencies[name]}`);
  const memory = Math.round(totalmem() / 2 ** 30);
  return (
    `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model.trim()}, ` +
    `${memory} GB, ${type()} ${release()}, load ${loadavg()[1].toFixed(1)} at first; Chromium ${chromium}, Node.js ${process.version}; ` +
    `${versions.join(", ")}. Medians; rounds: ${rounds}.`
  );
}

/** @param {Settings} settings */
async function compare(settings) {
  const { dist, against, program, work, peers, sizes, only, rounds, limit } = settings;
  const [documents, built] = [join(work, "documents"), join(work, "peers")];
  mkdirSync(documents, { recursive: true });
  const walks = Object.fromEntries(sizes.map((name) => [name, walk(name, documents)]));
  await buildPeers(peers, dist, built);
  const tooLarge = program ? prerender(program, settings, documents) : sizes;
  const sites = {
    standpoint: standpointSite(dist),
    ...(against && { before: standpointSite(against) }),
    ...Object.fromEntries(peers.map((name) => [name, peerSite(built, name)])),
  };
  const server = await serve(sites, documents);
  const browser = await launch(settings.chromium);
  /** @type {Bench} */
  const bench = {
    browser, walks, rounds, limit, work, program: program ?? "",
    url: (name, size) =>
      name === "prerendered"
        ? `${server.origin}/standpoint/${size}.page.html`
        : `${server.origin}/${name}/page?${size}`,
    room: (name) => `${server.origin}/${name}/room`,
    title: (name) => TITLES[name],
    isAlone: (name) => TABLES.includes(name),
    steps: () => [],
  };
  const report = new Report(settings.out, join(work, "figures.json"), circumstances(settings, browser.version()));
  try {
    for (const size of sizes) {
      const ahead = tooLarge.includes(size) ? [] : ["prerendered"];
      const names = ["standpoint", ...ahead, ...Object.keys(sites).slice(1)];
      const wanted = Object.entries(MEASURES).filter(([what]) => only.includes(what));
      const needed = names.filter((name) =>
        wanted.some(([, { without }]) => !without.includes(name)));
      const { right, late } = await checked(bench, size, needed);
      for (const line of late) report.add(line);
      bench.steps = (name) => right.get(name) ?? [];
      for (const [what, { measure, without }] of wanted) {
        say(`measuring ${what}, ${size}`);
        const able = [...right.keys()].filter((name) => !without.includes(name));
        const { text, figures } = await measure(bench, size, able);
        report.add(text, `${what} ${size}`, figures);
      }
    }
  } finally {
    await browser.close();
    server.close();
  }
}

try {
  await compare(JSON.parse(process.argv[2]));
} catch (error) {
  console.error(`error: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
