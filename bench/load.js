// How long a page takes until its rows are seen, until it can be used, and until
// it is whole; on a phone's screen, unthrottled and slowed.

import { Measured, PHONE } from "./browser.js";
import { act } from "./check.js";
import { digits, table } from "./report.js";
import { rounds } from "./rounds.js";

/** @import { Bench } from "./types.js" */
/** @import { Figures } from "./rounds.js" */

/** What Lighthouse takes for a slow 4G: bytes a second, milliseconds. */
export const SLOW_4G = {
  offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8,
};

/** @type {[string, { cpu: number, network?: typeof SLOW_4G }][]} */
const CONDITIONS = [
  ["unthrottled", { cpu: 1 }],
  ["CPU 4 × slower", { cpu: 4 }],
  ["CPU 4 × slower, slow 4G", { cpu: 4, network: SLOW_4G }],
];

/** @typedef {{ paint: number, rows: number, usable: number, whole: number, longest: number,
      blocked: number, task: number, bytes: number }} Loading */

/** @type {[string, (loading: Loading) => number][]} */
const COLUMNS = [
  ["first paint", ({ paint }) => paint],
  ["rows", ({ rows }) => rows],
  ["usable", ({ usable }) => usable],
  ["whole", ({ whole }) => whole],
  ["longest task", ({ longest }) => longest],
  ["blocked", ({ blocked }) => blocked],
  ["main thread", ({ task }) => task],
  ["KB", ({ bytes }) => bytes / 1000],
];

/** @param {Bench} bench @param {string} size @param {string[]} names */
export async function load(bench, size, names) {
  /** @type {Figures<Loading>} */
  const figures = await rounds(bench.rounds, names, async (name, figures) => {
    for (const [condition, how] of CONDITIONS) {
      figures.add(name, condition, await loading(bench, size, name, how));
    }
  });
  const told = CONDITIONS.map(([condition]) =>
    [
      `Loading, ${condition}: milliseconds since the page was asked for, of the main thread's ` +
        "work, and what was sent.",
      table(
        ["", ...COLUMNS.map(([column]) => column)],
        names.map((name) => [
          bench.title(name),
          ...COLUMNS.map(([, of]) => digits(figures.median(name, condition, of))),
        ]),
      ),
    ].join("\n\n"),
  );
  return { figures, text: [`### Loading, ${size}`, ...told].join("\n\n") };
}

/** @param {Bench} bench @param {string} size @param {string} name
    @param {{ cpu: number, network?: typeof SLOW_4G }} how @returns {Promise<Loading>} */
async function loading({ browser, walks, url, limit, isAlone }, size, name, { cpu, network }) {
  const measured = await Measured.open(browser, PHONE);
  const { page, protocol } = measured;
  try {
    await protocol.send("Network.enable");
    if (cpu > 1) await protocol.send("Emulation.setCPUThrottlingRate", { rate: cpu });
    if (network) await protocol.send("Network.emulateNetworkConditions", network);
    let bytes = 0;
    protocol.on("Network.loadingFinished", (event) => (bytes += event.encodedDataLength));
    const shown = isAlone(name) ? { topics: 1, parties: 0 } : walks[size].size;
    const whole = await measured.load(url(name, size), shown, limit);
    const { task } = await measured.quiet(limit);
    const { rows, usable, longest, blocked } = await page.evaluate(() => bench.page);
    const paint = await page.evaluate(
      () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN,
    );
    // That it can be used is not only said.
    if (!isAlone(name)) await act(measured, walks[size].steps[0], limit);
    return { paint, rows, usable, whole, longest, blocked, task, bytes };
  } finally {
    await measured.close();
  }
}
