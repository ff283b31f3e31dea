// Rendering ahead, as a newsroom's machine would, many documents: how many a
// second of CPU.

import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { TooSlow } from "./browser.js";
import { Different } from "./check.js";
import { SIZES, generate } from "./documents.js";
import { RENDERERS } from "./peers/build.js";
import { digits, table } from "./report.js";
import { rounds } from "./rounds.js";

/** @import { Bench } from "./types.js" */
/** @import { Figures } from "./rounds.js" */

/** How many documents in a round. @type {Record<string, number>} */
const COUNTS = { S: 200, M: 20, K: 5, L: 1 };

/** @param {Bench} bench @param {string} size @param {string[]} names */
export async function render(bench, size, names) {
  const able = names.filter((name) => name === "standpoint" || RENDERERS.includes(name));
  const [from, to] = ["documents", "out"].map((name) => join(bench.work, "render", name, size));
  for (const folder of [from, to]) mkdirSync(folder, { recursive: true });
  const files = Array.from({ length: COUNTS[size] }, (_, i) => {
    const file = join(from, `${i}.json`);
    const [parties, topics] = SIZES[size];
    writeFileSync(file, JSON.stringify(generate(parties, topics, i + 1)));
    return file;
  });
  const place = (/** @type {string} */ name) => join(to, name);
  const seconds = (/** @type {string} */ name) =>
    name === "standpoint"
      ? ours(bench.program, files, place(name), bench.limit)
      : theirs(join(bench.work, "peers", "server", `${name}.js`), files, place(name), bench.limit);
  /** @type {Figures<number>} */
  const figures = await rounds(bench.rounds, able, async (name, figures) => {
    mkdirSync(place(name), { recursive: true });
    const figure = files.length / seconds(name);
    same(name, place(name), bench.walks[size].rendered);
    figures.add(name, "rate", figure);
  });
  const rate = (/** @type {string} */ name) => figures.median(name, "rate", (rate) => rate);
  const text = [
    `### Rendering, ${size}`,
    "Documents rendered to HTML with all their evidence, a second of CPU; and how many times " +
      "as many Standpoint renders.",
    table(["", "documents a second", "Standpoint ÷"], able.map((name) =>
      [bench.title(name), digits(rate(name)), digits(rate("standpoint") / rate(name))])),
    ...[...figures.slow].map(([name, why]) => `${bench.title(name)} was too slow: ${why}.`),
  ];
  return { figures, text: text.join("\n\n") };
}

/** Seconds of CPU that our program takes for these files; it writes a fragment, a
    page and a plain table of each.
    @param {string} program @param {string[]} files @param {string} out @param {number} limit */
function ours(program, files, out, limit) {
  // The shell knows what its children took.
  const script = '"$0" render "$@" > /dev/null && times';
  const printed = run("sh", ["-c", script, program, ...files, "--out", out], limit);
  const children = printed.trim().split("\n").at(-1) ?? "";
  const parts = [...children.matchAll(/(\d+)m([\d.]+)s/g)];
  return parts.reduce((sum, [, minutes, seconds]) => sum + 60 * Number(minutes) + Number(seconds), 0);
}

/** What a peer takes in Node.js, when it has warmed up.
    @param {string} script @param {string[]} files @param {string} out @param {number} limit */
function theirs(script, files, out, limit) {
  const program = fileURLToPath(new URL("render-peer.js", import.meta.url));
  return Number(run(process.execPath, [program, script, out, ...files], limit));
}

/** @param {string} program @param {string[]} given @param {number} limit */
function run(program, given, limit) {
  const { status, stdout, stderr, error } = spawnSync(program, given, {
    encoding: "utf8", timeout: limit * 10, maxBuffer: 1e8,
  });
  if (error && "code" in error && error.code === "ETIMEDOUT") {
    throw new TooSlow(`a round of rendering took more than ${limit / 100} s`);
  }
  if (status !== 0) throw new Error(`${program} could not render: ${error?.message ?? stderr}`);
  return stdout;
}

/** Whether the first document's HTML has as many cells and statements as it must.
    @param {string} name @param {string} folder @param {{ cells: number, statements: number }} wanted */
function same(name, folder, wanted) {
  const file = readdirSync(folder).find((file) => /^0\.(fragment\.)?html$/.test(file)) ?? "";
  const html = readFileSync(join(folder, file), "utf8");
  const count = (/** @type {RegExp} */ what) => html.match(what)?.length ?? 0;
  const [cells, statements] = [count(/<td[^>]* role="cell"/g), count(/ data-statement="/g)];
  if (cells === wanted.cells && statements === wanted.statements) return;
  throw new Different(
    `${name} renders ${cells} cells and ${statements} statements, and must render ` +
      `${wanted.cells} and ${wanted.statements}`,
  );
}
