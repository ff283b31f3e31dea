// What is sent, compressed, until the rows are seen and until the page can be used.

import { Measured, PHONE } from "./browser.js";
import { SLOW_4G } from "./load.js";
import { digits, table } from "./report.js";

/** @import { Bench } from "./types.js" */

/** @typedef {{ at: number, bytes: number, isCode: boolean }} Sent */

/** @param {Bench} bench @param {string} size @param {string[]} names */
export async function bytes(bench, size, names) {
  /** @type {Record<string, unknown>} */ const figures = {};
  const lines = [];
  for (const name of names) {
    const { sent, rows, usable } = await sending(bench, size, name);
    const sum = (/** @type {(one: Sent) => boolean} */ counts) =>
      sent.filter(counts).reduce((sum, one) => sum + one.bytes, 0);
    const all = [
      sum(({ at }) => at <= rows),
      sum(({ at }) => at <= usable),
      sum(({ isCode }) => isCode),
      sum(() => true),
    ];
    figures[name] = all;
    const requests = sent.filter(({ at }) => at <= usable).length;
    lines.push([bench.title(name), ...all.map((bytes) => digits(bytes / 1000)), String(requests)]);
  }
  const head = ["KB", "until rows", "until usable", "of all: code", "all", "requests until usable"];
  const text = [
    `### Bytes, ${size}`,
    "Sent with brotli over slow 4G, with what the network adds to them; code is scripts and " +
      "WebAssembly.",
    table(head, lines),
  ];
  return { figures, text: text.join("\n\n") };
}

/** @param {Bench} bench @param {string} size @param {string} name */
async function sending({ browser, walks, url, limit, isAlone }, size, name) {
  const measured = await Measured.open(browser, PHONE);
  const { protocol, page } = measured;
  try {
    /** @type {Sent[]} */ const sent = [];
    /** @type {Map<string, boolean>} */ const isCode = new Map();
    let began = 0;
    protocol.on("Network.requestWillBeSent", ({ timestamp }) => (began ||= timestamp));
    protocol.on("Network.responseReceived", ({ requestId, response }) =>
      isCode.set(requestId, /javascript|wasm/.test(response.mimeType)));
    protocol.on("Network.loadingFinished", ({ requestId, timestamp, encodedDataLength }) => {
      const at = (timestamp - began) * 1000;
      sent.push({ at, bytes: encodedDataLength, isCode: isCode.get(requestId) ?? false });
    });
    await protocol.send("Network.enable");
    await protocol.send("Network.emulateNetworkConditions", SLOW_4G);
    const shown = isAlone(name) ? { topics: 1, parties: 0 } : walks[size].size;
    await measured.load(url(name, size), shown, limit);
    await measured.quiet(limit);
    const { rows, usable } = await page.evaluate(() => bench.page);
    return { sent, rows, usable };
  } finally {
    await measured.close();
  }
}
