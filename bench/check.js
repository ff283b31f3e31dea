// Whether a page shows what it must, before any figure of it is believed.

import { DESK, Measured, TooSlow, within } from "./browser.js";

/** @import { Browser } from "playwright-core" */
/** @import { Cost } from "./browser.js" */
/** @import { Seen } from "./in-page.js" */
/** @import { Step } from "./steps.js" */

/** A page shows something else than it must. */
export class Different extends Error {}

/** How long a page that is at rest may take to think of something more. */
const REST = 3000;

/** Waits until everything is seen and nothing is left to do.
    @param {Measured} measured @param {Seen} sees @param {number} limit
    @param {number} [lookAt] how much of each list is looked at; otherwise all
    @returns {Promise<Cost>} what the main thread has done until then */
export async function seen(measured, sees, limit, lookAt) {
  const end = Date.now() + limit;
  const look = () =>
    measured.page.evaluate(([wanted, lookAt]) => bench.missing(wanted, lookAt),
      /** @type {const} */ ([sees, lookAt]));
  for (;;) {
    const cost = await measured.quiet(Math.max(0, end - Date.now()));
    if (!(await look()).length) return cost;
    const before = (await measured.cost()).task;
    await measured.page.waitForTimeout(Math.min(REST, limit));
    const isBusy = (await measured.cost()).task - before > REST / 20;
    const still = await look();
    if (still.length && !isBusy) throw await difference(measured, sees, still[0]);
  }
}

/** @param {Measured} measured @param {Seen} sees @param {keyof Seen} what */
async function difference(measured, sees, what) {
  const have = (await measured.page.evaluate((what) => bench.look([what]), what))[what] ?? [];
  const want = sees[what] ?? [];
  const at = [...want, undefined].findIndex((one, i) => one !== have[i]);
  const said = (/** @type {unknown} */ one) => (one === undefined ? "nothing" : `“${one}”`);
  return new Different(
    `${what}: ${have.length} are seen and ${want.length} must be; the first that differs is ` +
    `number ${at + 1}, ${said(have[at])} instead of ${said(want[at])}`,
  );
}

/** Does a step and waits for what must be seen.
    @param {Measured} measured @param {Step} step @param {number} limit */
export async function act(measured, { name, prepare, input, sees }, limit) {
  const { page } = measured;
  await prepare?.(page);
  await measured.quiet(limit);
  const beginning = Object.fromEntries(
    Object.entries(sees).map(([what, list]) => [what, list.slice(0, 3)]),
  );
  if (name && (await page.evaluate((wanted) => bench.begins(wanted), beginning))) {
    throw new Different("what must be seen afterwards is seen before");
  }
  await page.evaluate(([wanted, limit]) => bench.expect(wanted, limit),
    /** @type {const} */ ([beginning, limit]));
  const before = await measured.cost();
  await within(input(page), limit, "the input was not answered");
  const shown = await within(
    page.evaluate(() => bench.expected()),
    limit + REST,
    "what must be seen was not seen",
  );
  const after = await seen(measured, sees, limit);
  if (!shown) throw new TooSlow("what must be seen was not seen in time");
  const { longest } = await page.evaluate(() => bench.page);
  return {
    shown: shown.painted,
    frames: shown.frames,
    longest,
    task: after.task - before.task,
    script: after.script - before.script,
    layout: after.layout - before.layout,
  };
}

/** Walks through a page, as far as it is not too slow; how far is told.
    @param {Browser} browser @param {string} url
    @param {{ size: { topics: number, parties: number }, first: Seen, steps: Step[],
      lookAt?: number }} walk
    @param {number} limit
    @returns {Promise<{ steps: Step[], slow?: string, arrangement: string }>} the steps, why no
    more of them, and how the first rows are laid out */
export async function check(browser, url, { size, first, steps, lookAt }, limit) {
  const measured = await Measured.open(browser, DESK);
  /** @type {string[]} */ const errors = [];
  measured.page.on("pageerror", (error) => errors.push(error.message));
  /** @type {Step[]} */ const done = [];
  let arrangement = "";
  const at = () => {
    const name = steps.slice(done.length).find((step) => step.name)?.name;
    return name ? `at or before “${name}”` : "at the end";
  };
  try {
    await measured.load(url, size, limit);
    await seen(measured, first, limit, lookAt);
    arrangement = (await measured.page.evaluate(() => bench.arrangement())).join("; ");
    for (const step of steps) {
      await act(measured, step, limit);
      done.push(step);
    }
    if (errors.length) throw new Different(`an error of the page's: ${errors[0]}`);
    return { steps: done, arrangement };
  } catch (error) {
    if (error instanceof Different) throw new Different(`${at()}: ${error.message}`);
    if (error instanceof TooSlow && done.length) {
      return { steps: done, slow: `${at()}: ${error.message}`, arrangement };
    }
    if (error instanceof TooSlow) throw error;
    throw new Error(`${at()}: ${error instanceof Error ? error.message : error}`, { cause: error });
  } finally {
    await measured.close();
  }
}
