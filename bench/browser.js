// Chromium, and a measured page in it.

import { chromium } from "playwright-core";
import { install } from "./in-page.js";

/** @import { Browser, CDPSession, Page } from "playwright-core" */

/** @param {string} program */
export const launch = (program) =>
  chromium.launch({
    executablePath: program,
    args: ["--no-sandbox", "--disable-background-networking", "--disable-gpu"],
  });

export const DESK = { width: 1280, height: 900 };
export const PHONE = { width: 412, height: 823 };

/** Something did not come within the limit. */
export class TooSlow extends Error {}

/** @typedef {{ task: number, script: number, layout: number }} Cost milliseconds of the
    main thread: all, in scripts, in style and layout */

/** A page of its own, with nothing kept from any other. */
export class Measured {
  /** @param {Page} page @param {CDPSession} protocol */
  constructor(page, protocol) {
    this.page = page;
    this.protocol = protocol;
  }

  /** @param {Browser} browser @param {{ width: number, height: number }} viewport */
  static async open(browser, viewport) {
    const context = await browser.newContext({ viewport });
    const page = await context.newPage();
    await page.addInitScript(install);
    const protocol = await context.newCDPSession(page);
    await protocol.send("Performance.enable", { timeDomain: "threadTicks" });
    return new Measured(page, protocol);
  }

  /** Goes to a page and waits until it can be used and is whole.
      @param {string} url @param {{ topics: number, parties: number }} size
      @param {number} limit @returns {Promise<number>} when that was */
  async load(url, { topics, parties }, limit) {
    await this.page.goto(url, { waitUntil: "commit" });
    const whole = this.page.evaluate(
      ([topics, parties]) => bench.whole(topics, parties),
      [topics, parties],
    );
    return within(whole, limit, `nothing could be used`);
  }

  /** What the main thread has done since the page began. @returns {Promise<Cost>} */
  async cost() {
    const { metrics } = await this.protocol.send("Performance.getMetrics");
    const of = (/** @type {string} */ name) =>
      (metrics.find((metric) => metric.name === name)?.value ?? NaN) * 1000;
    return {
      task: of("TaskDuration"),
      script: of("ScriptDuration"),
      layout: of("LayoutDuration") + of("RecalcStyleDuration"),
    };
  }

  /** Waits until the main thread has nothing left to do.
      @param {number} limit @returns {Promise<Cost>} all until it fell quiet */
  async quiet(limit) {
    const end = Date.now() + limit;
    let [last, still] = [await this.cost(), 0];
    let fell = last;
    while (still < QUIET.times) {
      if (Date.now() > end) throw new TooSlow("the page did not come to rest");
      await this.page.waitForTimeout(QUIET.pause);
      const now = await this.cost();
      const busy = now.task - last.task > QUIET.work;
      if (busy) fell = now;
      still = busy ? 0 : still + 1;
      last = now;
    }
    return fell;
  }

  close() {
    return this.page.context().close();
  }
}

/** Quiet is a pause, some times, with at most so much work: what asking costs. */
const QUIET = { pause: 60, times: 3, work: 2 };

/** @template T @param {Promise<T>} promise @param {number} limit @param {string} what
    @returns {Promise<T>} */
export async function within(promise, limit, what) {
  /** @type {NodeJS.Timeout | undefined} */ let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new TooSlow(`${what} within ${limit / 1000} s`)), limit);
  });
  try {
    return /** @type {T} */ (await Promise.race([promise, late]));
  } finally {
    clearTimeout(timer);
    promise.catch(() => {}); // closed with its page
  }
}
