// What stays in memory: of one comparison, and after many were put in and taken out.

import { DESK, Measured, within } from "./browser.js";
import { count, digits, table } from "./report.js";
import { rounds } from "./rounds.js";

/** @import { Bench } from "./types.js" */
/** @import { Figures } from "./rounds.js" */

/** What is left when all garbage is gone: megabytes, and how many.
    @typedef {{ heap: number, wasm: number, nodes: number, listeners: number }} Left */

/** Until what is made once has been made. */
const FIRST = 20;
const TIMES = 200;
/** For documents of which two hundred would take hours. */
const FEW = 20;

/** @param {Bench} bench @param {string} size @param {string[]} names */
export async function memory(bench, size, names) {
  const { walks, url, limit, browser } = bench;
  /** @type {Figures<Left>} */
  const once = await rounds(bench.rounds, names, async (name, figures) => {
    const measured = await Measured.open(browser, DESK);
    try {
      await measured.load(url(name, size), walks[size].size, limit);
      figures.add(name, "loaded", await left(measured));
    } finally {
      await measured.close();
    }
  });
  const times = ["S", "M"].includes(size) ? TIMES : FEW;
  /** @type {Figures<Left & { each: number }>} */
  const often = await rounds(1, names, async (name, figures) => {
    const measured = await Measured.open(browser, DESK);
    try {
      await measured.page.goto(bench.room(name));
      for (const [what, count] of /** @type {const} */ ([["before", FIRST], ["after", times]])) {
        const took = mounting(measured, walks[size].document, count);
        const each = await within(took, limit * 10, `${count} mounts were not done`);
        figures.add(name, what, { ...(await left(measured)), each });
      }
    } finally {
      await measured.close();
    }
  });
  /** @param {(of: (left: Left) => number, say: typeof digits) => string} cell */
  const columns = (cell) => [
    cell(({ heap }) => heap, digits), cell(({ wasm }) => wasm, digits),
    cell(({ nodes }) => nodes, count), cell(({ listeners }) => listeners, count),
  ];
  const shown = names.map((name) =>
    [bench.title(name), ...columns((of, say) => say(once.median(name, "loaded", of)))]);
  const grown = names.map((name) => [
    bench.title(name),
    ...columns((of, say) =>
      ["before", "after"].map((what) => say(often.median(name, what, of))).join(" → ")),
    digits(often.median(name, "after", ({ each }) => each)),
  ]);
  const head = ["", "heap", "wasm", "nodes", "listeners"];
  const slow = [...once.slow, ...often.slow];
  const text = [
    `### Memory, ${size}`,
    "Of one comparison that is shown: MB of the JavaScript and DOM heaps, MB of WebAssembly, and " +
      "how many nodes and listeners.",
    table(head, shown),
    `Put in and taken out: what is left after ${FIRST} times, and after ${times} more; and how ` +
      "many milliseconds one time took.",
    table([...head, "ms"], grown),
    ...slow.map(([name, why]) => `${bench.title(name)} was too slow: ${why}.`),
  ];
  return { figures: { once, often }, text: text.join("\n\n") };
}

/** @param {Measured} measured @returns {Promise<Left>} */
async function left({ page, protocol }) {
  // What one collection frees may let go of more.
  for (let i = 0; i < 4; i++) {
    await protocol.send("HeapProfiler.collectGarbage");
    await page.waitForTimeout(50);
  }
  const usage = await protocol.send("Runtime.getHeapUsage");
  const { embedderHeapUsedSize: dom = 0 } = /** @type {{ embedderHeapUsedSize?: number }} */ (usage);
  const { nodes, jsEventListeners: listeners } = await protocol.send("Memory.getDOMCounters");
  const wasm = await page.evaluate(() => bench.wasmBytes());
  return { heap: (usage.usedSize + dom) / 1e6, wasm: wasm / 1e6, nodes, listeners };
}

/** Puts comparisons in and takes them out, one after the other, as a page of many
    articles would. @param {Measured} measured
    @param {import("./peers/model/document.js").Document} article @param {number} count
    @returns {Promise<number>} milliseconds for one */
const mounting = ({ page }, article, count) =>
  page.evaluate(async ([article, count]) => {
    const room = document.querySelector("#room") ?? document.body;
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const begun = performance.now();
    const { peerMount } = globalThis;
    for (let i = 0; i < count; i++) {
      if (peerMount) {
        const host = document.createElement("div");
        room.append(host);
        const remove = peerMount(host, structuredClone(article));
        await frame();
        if (typeof remove === "function") remove();
        host.remove();
      } else {
        await customElements.whenDefined("stance-comparison");
        const element = /** @type {HTMLElement & { data: object, ready: Promise<unknown> }} */ (
          document.createElement("stance-comparison")
        );
        element.setAttribute("loading", "eager");
        element.data = article;
        room.append(element);
        await element.ready;
        await frame();
        element.remove();
      }
      await frame();
    }
    return (performance.now() - begun) / count;
  }, /** @type {const} */ ([article, count]));
