// What of the bench can be tested without a browser.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { TooSlow } from "./browser.js";
import { SEARCHED, SIZES, generate } from "./documents.js";
import { index } from "./peers/model/index.js";
import { accord, relation, rows } from "./peers/model/views.js";
import { digits, median, table } from "./report.js";
import { rounds } from "./rounds.js";
import { first, steps } from "./steps.js";

/** @import { Seen } from "./in-page.js" */

const documents = Object.fromEntries(
  Object.entries(SIZES).map(([size, [parties, topics]]) => [size, generate(parties, topics, 1)]),
);

test("a seed gives the same document on every machine", () => {
  const digest = createHash("sha256").update(JSON.stringify(documents.M)).digest("hex");
  assert.equal(digest.slice(0, 16), "03ba094c983e7d5a");
});

test("every letter of the search leaves fewer statements", () => {
  for (const { statements } of Object.values(documents)) {
    const left = [...SEARCHED].map((_, i) =>
      statements.filter(({ text }) => text.toLowerCase().includes(SEARCHED.slice(0, i + 1))).length);
    for (let i = 1; i < left.length; i++) assert.ok(left[i] < left[i - 1], left.join());
  }
});

test("what a step shows can be told from what was shown before, by its beginning", () => {
  for (const [size, document] of Object.entries(documents)) {
    /** @type {Seen} */ let shown = { ...first(document), evidence: [], typed: [""] };
    for (const { name, sees } of steps(document)) {
      const next = { ...shown, ...sees };
      const begins = (/** @type {Seen} */ seen) =>
        JSON.stringify(Object.entries(seen).sort().map(([what, list]) => [what, list.slice(0, 3)]));
      if (name) assert.notEqual(begins(next), begins(shown), `${name}, ${size}`);
      shown = next;
    }
  }
});

test("an accord is what the relations of all pairs make it", () => {
  const { grid } = index(documents.M);
  for (const row of grid) {
    const stated = row.filter((cell) => cell.stated);
    const between = stated.flatMap((a, i) => stated.slice(i + 1).map((b) => relation(a, b)));
    const sharpest =
      stated.length === 0 ? 5
      : stated.length === 1 ? 4
      : between.includes(0) ? 0
      : between.includes(1) ? 1
      : between.includes(3) ? 3
      : 2;
    assert.equal(accord(row), sharpest);
  }
});

test("rows are sorted by a party from for to against, then what has no place", () => {
  const model = index(documents.S);
  const column = Number(model.column.get("p1"));
  const cells = rows(model, model.parties, "for/p1").map(({ cells }) => cells[column]);
  const places = cells.map(({ value, stated }) => value ?? (stated ? -10 : -20));
  assert.deepEqual(places, places.toSorted((a, b) => b - a));
});

test("figures are told with as many places as they deserve", () => {
  assert.deepEqual([0, 0.123, 1, 9.96, 12.34, 99.96, 1234.5, NaN].map(digits),
    ["0", "0.12", "1.0", "10.0", "12.3", "100", "1,235", "–"]);
  assert.equal(median([3, 1, 2]), 2);
  assert.equal(median([4, 1, 2, 3]), 2.5);
  assert.equal(table(["", "a"], [["b", "1"]]), "|  | a |\n| --- | ---: |\n| b | 1 |");
});

test("all have their turns, each round in another order, and who is too slow has no more", async () => {
  /** @type {string[]} */ const turns = [];
  /** @type {import("./rounds.js").Figures<number>} */
  const figures = await rounds(2, ["a", "b", "c"], async (name, figures) => {
    turns.push(name);
    if (name === "b") throw new TooSlow("it slept");
    figures.add(name, "turns", turns.length);
  });
  assert.equal(turns.join(""), "abcca");
  assert.deepEqual([...figures.slow], [["b", "it slept"]]);
  assert.equal(figures.median("a", "turns", (turn) => turn), 3);
});
