// What is done in each page, and what must be seen then: one list, by which the
// pages are first checked and then measured. What must be seen comes from the
// model that the peers share, and not from any page.

import { SEARCHED } from "./documents.js";
import { evidenceKeys, index } from "./peers/model/index.js";
import { ACCORDS, KINDS, RELATIONS } from "./peers/model/words.js";
import { groups, heard, hits, pairs, rows, sharpestPair, versus } from "./peers/model/views.js";

/** @import { Page } from "playwright-core" */
/** @import { Seen } from "./in-page.js" */
/** @import { Document } from "./peers/model/document.js" */

/** `prepare` brings what the input needs within reach, which is not measured. A
    step without a name is not measured either.
    @typedef {{ name?: string, prepare?: (page: Page) => Promise<unknown>,
      input: (page: Page) => Promise<unknown>, sees: Seen }} Step */

const press = (/** @type {string} */ key) => (/** @type {Page} */ page) => page.keyboard.press(key);
const click = async (/** @type {Page} */ page) => {
  await page.mouse.down();
  await page.mouse.up();
};
/** Puts the mouse there. @param {string} selector */
const over = (selector) => async (/** @type {Page} */ page) => {
  const { x, y } = await page.evaluate((selector) => bench.reach(selector), selector);
  await page.mouse.move(x, y);
};

/** What the table shows for this choice.
    @param {ReturnType<typeof index>} model @param {{ order?: string, without?: string }} choice
    @returns {Seen} */
function table(model, { order = "given", without } = {}) {
  const list = rows(model, model.parties.filter(({ id }) => id !== without), order);
  const shown = groups(list, order === "given").flatMap((group) => group.rows);
  return {
    topics: shown.map(({ topic }) => topic.id),
    accords: shown.map(({ accord }) => ACCORDS[accord][1]),
    cells: shown.map(({ cells }) => cells.map(({ word }) => word).join(" | ")),
  };
}

/** What the page shows first. @param {Document} document @returns {Seen} */
export function first(document) {
  const model = index(document);
  const names = groups(rows(model, model.parties, "given"), true).map(({ name }) => name ?? "");
  return { ...table(model), groups: names };
}

/** What libraries for tables show. @param {Document} document @returns {Seen} */
export function alone(document) {
  const { topics, cells } = table(index(document));
  return { topics, cells };
}

/** How many cells and statements there are in HTML that is rendered ahead.
    @param {Document} document */
export function rendered(document) {
  const model = index(document);
  const statements = evidenceKeys(model).flatMap((key) => evidence(model, key));
  return { cells: model.parties.length * model.topics.length, statements: statements.length };
}

/** The statements behind a cell, or behind a topic.
    @param {ReturnType<typeof index>} model @param {string} key */
function evidence(model, key) {
  const cell = model.cells.get(key);
  if (!cell) return model.topic.get(key)?.statement_ids ?? [];
  return [...cell.current, ...cell.earlier].flatMap((stance) => stance.statement_ids);
}

/** @param {Document} document @returns {Step[]} */
export function steps(document) {
  const model = index(document);
  const [one, other] = evidenceKeys(model).filter((key) => key.includes("/"));
  const second = model.parties[1].id;
  const faces = sharpestPair(model);
  const sides = versus(model, ...faces, "all").rows;
  const everybody = { shown: new Set(model.parties.map(({ id }) => id)), kinds: new Set(KINDS) };

  /** @returns {Seen} */
  const rests = (/** @type {string} */ key) => {
    const ids = evidence(model, key);
    return { evidence: ids, words: ids.map((id) => model.statement.get(id)?.text ?? "") };
  };
  /** @returns {Seen} */
  const found = (/** @type {string} */ search) => {
    const list = heard(model, { ...everybody, speaker: "", search });
    const counts = [list.length, document.statements.length];
    return {
      statements: list.map(({ id }) => id),
      hits: search ? [...counts, hits(model, list, search)] : counts,
      typed: [search],
    };
  };
  const opener = (/** @type {string} */ key) => over(`table.matrix button.cell[data-cell="${key}"]`);
  const close = { input: press("Escape"), sees: { evidence: [] } };
  const choose = (/** @type {string} */ what) => async (/** @type {Page} */ page) => {
    await over(`button[popovertarget="choose:${what}"]`)(page);
    await click(page);
    await page.locator(`[id="choose:${what}"]:popover-open`).waitFor();
  };
  const box = over(`[id="choose:parties"] label:has(input[name="${second}"])`);
  const order = 'select[name="choose.topic-order"]';
  const sorter = async (/** @type {Page} */ page) =>
    page.locator("table.matrix button.sorter").nth(1).focus();

  return [
    { name: "open evidence", prepare: opener(one), input: click, sees: rests(one) },
    { name: "close evidence", ...close },
    { name: "open another", prepare: opener(other), input: click, sees: rests(other) },
    close,
    {
      name: "hide a party",
      async prepare(page) {
        await choose("parties")(page);
        await box(page);
      },
      input: click,
      sees: table(model, { without: second }),
    },
    // The list may have moved with the button that it hangs from.
    { name: "show a party", prepare: box, input: click, sees: table(model) },
    {
      name: "sort by a party",
      async prepare(page) {
        await press("Escape")(page);
        await sorter(page);
      },
      input: press("Enter"),
      sees: table(model, { order: `for/${second}` }),
    },
    { prepare: sorter, input: press("Enter"), sees: table(model, { order: `against/${second}` }) },
    {
      name: "sort by clash",
      async prepare(page) {
        await choose("topics")(page);
        await page.locator(order).focus();
      },
      // A letter chooses the option that begins with it: "clashes first".
      input: press("c"),
      sees: table(model, { order: "clash" }),
    },
    {
      input: async (page) => {
        await page.locator(order).selectOption("given");
        await press("Escape")(page);
      },
      sees: table(model),
    },
    {
      name: "side by side",
      prepare: over('[id="tab:versus"]'),
      input: click,
      sees: {
        sides: sides.map(({ topic }) => topic.id),
        relations: sides.map(({ relation }) => RELATIONS[relation][0]),
        ...(model.parties.length > 2 && {
          apart: pairs(model).flatMap(({ cells }) =>
            cells.flatMap((pair) => (pair ? [String(parseInt(pair.apart, 10))] : []))),
        }),
      },
    },
    {
      name: "back to the table",
      prepare: over('[id="tab:matrix"]'),
      input: click,
      sees: { ...table(model), sides: [] },
    },
    {
      name: "statements",
      prepare: over('[id="tab:statements"]'),
      input: click,
      sees: found(""),
    },
    ...[...SEARCHED].map((letter, i) => ({
      name: `letter ${i + 1} of a search`,
      prepare: async (/** @type {Page} */ page) => {
        if (i === 0) await page.locator("input[type=search]").focus();
      },
      input: press(letter),
      sees: found(SEARCHED.slice(0, i + 1)),
    })),
  ];
}
