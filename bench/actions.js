// What an action costs, by real input: milliseconds of the main thread until it
// has nothing left to do, and when what was asked for was painted.

import { DESK, Measured, TooSlow } from "./browser.js";
import { act } from "./check.js";
import { count, digits, table } from "./report.js";
import { rounds } from "./rounds.js";

/** @import { Bench } from "./types.js" */
/** @import { Figures } from "./rounds.js" */

/** @typedef {Awaited<ReturnType<typeof act>>} Action */

/** @param {Bench} bench @param {string} size @param {string[]} names */
export async function actions(bench, size, names) {
  const { walks, url, limit } = bench;
  const walk = walks[size];
  /** @type {Figures<Action>} */
  const figures = await rounds(bench.rounds, names, async (name, figures) => {
    const measured = await Measured.open(bench.browser, DESK);
    try {
      await measured.load(url(name, size), walk.size, limit);
      for (const step of bench.steps(name)) {
        try {
          const action = await act(measured, step, limit);
          if (step.name) figures.add(name, step.name, action);
        } catch (error) {
          if (!(error instanceof TooSlow)) throw error;
          throw new TooSlow(`${step.name}: ${error.message}`);
        }
      }
    } finally {
      await measured.close();
    }
  });
  return { figures, text: told(figures, bench, size, names) };
}

/** @param {Figures<Action>} figures @param {Bench} bench @param {string} size
    @param {string[]} names */
function told(figures, { title }, size, names) {
  const [own, ...others] = names;
  /** @param {(action: Action) => number} of */
  const every = (of) =>
    table(["action", ...names.map(title)], figures.whats.map((what) =>
      [what, ...names.map((name) => digits(figures.median(name, what, of)))]));
  const cost = ({ task = NaN }) => task;
  const ratios = () =>
    table(
      ["action", `${title(own)}, ms`, ...others.map((name) => `÷ ${title(name)}`)],
      figures.whats.map((what) => {
        const mine = figures.median(own, what, cost);
        const theirs = others.map((name) => mine / figures.median(name, what, cost));
        return [what, ...[mine, ...theirs].map(digits)];
      }),
    );
  const long = figures.whats
    .map((what) => names.map((name) => figures.most(name, what, ({ longest }) => longest)))
    .flatMap((longest, i) => (longest.some(Boolean) ? [{ what: figures.whats[i], longest }] : []));
  return [
    `### Actions, ${size}`,
    "The main thread's work until it has nothing left to do: milliseconds of CPU, and how many " +
      "times a peer's that is.",
    own === "standpoint" ? ratios() : every(cost),
    "Painted: milliseconds from the press to the frame that shows what was asked for, and which " +
      "frame that is, counted from the press.",
    table(["action", ...names.map(title)], figures.whats.map((what) =>
      [what, ...names.map((name) => {
        const frame = figures.median(name, what, ({ frames }) => frames);
        return `${digits(figures.median(name, what, ({ shown }) => shown))} (${count(frame)})`;
      })])),
    "Script: milliseconds.",
    every(({ script }) => script),
    long.length ? "Longest task of all rounds, where one was over 50 ms:" : "No task was over 50 ms.",
    ...(long.length
      ? [table(["action", ...names.map(title)], long.map(({ what, longest }) =>
          [what, ...longest.map((time) => digits(time || NaN))]))]
      : []),
    ...[...figures.slow].map(([name, why]) => `${title(name)} was too slow: ${why}.`),
  ].join("\n\n");
}
