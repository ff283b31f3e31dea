// What the views ask of the index.

/** @import { Organization, Statement, Topic } from "./document.js" */
/** @import { Cell, Model } from "./index.js" */

/** An index into `ACCORDS`, in one walk over the cells. @param {Cell[]} cells */
export function accord(cells) {
  let [stated, plus, minus, zero, mixed, contradictory] = [0, 0, 0, 0, 0, 0];
  for (const cell of cells) {
    if (!cell.stated) continue;
    stated++;
    if (cell.kind === "contradictory") contradictory++;
    else if (cell.kind === "mixed" || cell.value === null) mixed++;
    else if (cell.value > 0) plus++;
    else if (cell.value < 0) minus++;
    else zero++;
  }
  if (stated === 0) return 5;
  if (stated === 1) return 4;
  if (plus && minus) return 0;
  const sides = Number(plus > 0) + Number(minus > 0) + Number(zero > 0);
  if (sides > 1 || (mixed && sides)) return 1;
  if (sides === 1 && plus + minus + zero > 1) return contradictory ? 3 : 2;
  return 3;
}

/** An index into `RELATIONS`. @param {Cell} a @param {Cell} b */
export function relation(a, b) {
  if (!a.stated || !b.stated) return 3;
  if (a.kind === "contradictory" || b.kind === "contradictory") return 3;
  if (a.value === null || b.value === null) return a.kind === b.kind ? 3 : 1;
  const [x, y] = [Math.sign(a.value), Math.sign(b.value)];
  if (x === y) return 2;
  return x === 0 || y === 0 ? 1 : 0;
}

/** @typedef {{ topic: Topic, cells: Cell[], accord: number }} Row */

/** Whether "only where they …" leaves a row of this accord or relation.
    @param {string} only @param {number} accord */
const isLeft = (only, accord) =>
  only === "all" || accord === 0 || (only === "disagreement" && accord === 1);

/** The table's rows in their order; what they are sorted by is asked once.
    @param {Model} model @param {Organization[]} parties
    @param {string} order `given`, `clash`, `for/party` or `against/party`
    @param {string} only @returns {Row[]} */
export function rows(model, parties, order, only = "all") {
  const columns = parties.map(({ id }) => Number(model.column.get(id)));
  /** @type {Row[]} */ const list = [];
  model.topics.forEach((topic, i) => {
    const cells = columns.map((column) => model.grid[i][column]);
    const row = { topic, cells, accord: accord(cells) };
    if (isLeft(only, row.accord)) list.push(row);
  });
  if (order === "given") return list;
  if (order === "clash") return list.sort((a, b) => a.accord - b.accord);
  const [direction, id] = order.split("/");
  const column = Number(model.column.get(id));
  const place = (/** @type {Cell} */ { value, stated }) => {
    if (value === null) return stated ? 1e6 : 2e6;
    return direction === "for" ? -value : value;
  };
  const places = new Map(model.topics.map((topic, i) => [topic, place(model.grid[i][column])]));
  const placeOf = (/** @type {Row} */ row) => Number(places.get(row.topic));
  return list.sort((a, b) => placeOf(a) - placeOf(b));
}

/** @param {Row[]} list @param {boolean} grouped */
export function groups(list, grouped) {
  if (!grouped) return [{ key: "all", name: undefined, rows: list }];
  /** @type {Map<string, { key: string, name: string | undefined, rows: Row[] }>} */
  const found = new Map();
  for (const row of list) {
    const { group } = row.topic;
    const key = group ?? "";
    if (!found.has(key)) found.set(key, { key, name: group, rows: [] });
    found.get(key)?.rows.push(row);
  }
  return [...found.values()];
}

/** How the style sheet calls a table of so many parties. @param {number} count */
export function crowd(count) {
  if (count < 6) return "view";
  if (count < 9) return "view crowd";
  return count < 13 ? "view crush" : "view crush throng";
}

/** What a party's head asks for next. @param {string} order @param {string} id */
export function nextOrder(order, id) {
  if (order === `for/${id}`) return `against/${id}`;
  return order === `against/${id}` ? "given" : `for/${id}`;
}

/** The sentence above the table. @param {Row[]} list @param {Organization[]} parties */
export function overview(list, parties) {
  const counts = [0, 0, 0, 0, 0, 0];
  let silent = 0;
  for (const row of list) {
    counts[row.accord]++;
    for (const cell of row.cells) if (!cell.stated) silent++;
  }
  const parts = [
    `they clash on ${counts[0]}`,
    `differ on ${counts[1]}`,
    `agree on ${counts[2]}`,
    `on ${counts[3]} they cannot be compared`,
    `on ${counts[4]} only one has a recorded position`,
    `on ${counts[5]} the article states no position`,
  ].filter((_, i) => counts[i]);
  const all = list.length * parties.length;
  return (
    `${parties.length} parties on ${list.length} topics: ${parts.join("; ")}.` +
    (silent ? ` In ${silent} of ${all} places the article states no position.` : "")
  );
}

/** Two parties side by side, the clashes first.
    @param {Model} model @param {string} a @param {string} b @param {string} only */
export function versus(model, a, b, only) {
  const [x, y] = [Number(model.column.get(a)), Number(model.column.get(b))];
  const tally = [0, 0, 0, 0];
  const rows = model.grid.map((row) => {
    const cells = [row[x], row[y]];
    return { topic: row[x].topic, cells, relation: relation(cells[0], cells[1]) };
  });
  for (const row of rows) tally[row.relation]++;
  const left = rows.filter((row) => isLeft(only, row.relation));
  return { rows: left.sort((one, other) => one.relation - other.relation), tally };
}

/** The two that clash most, on most topics. @param {Model} model @returns {[string, string]} */
export function sharpestPair({ grid, parties }) {
  let [best, most] = [[0, 1], -1];
  for (let x = 0; x < parties.length; x++) {
    for (let y = x + 1; y < parties.length; y++) {
      let sharpness = 0;
      for (const row of grid) {
        const between = relation(row[x], row[y]);
        if (between !== 3) sharpness += between === 0 ? 1e6 + 1 : 1;
      }
      if (sharpness > most) [best, most] = [[x, y], sharpness];
    }
  }
  return [parties[best[0]].id, parties[best[1]].id];
}

/** How far every party is from those before it. @param {Model} model */
export function pairs({ grid, parties, scale }) {
  const values = scale.map((step) => step.value);
  const length = Math.max(...values) - Math.min(...values);
  const pair = (/** @type {number} */ x, /** @type {number} */ y) => {
    const [a, b] = [parties[x].id, parties[y].id];
    let [sum, count] = [0, 0];
    for (const row of grid) {
      const [one, other] = [row[x].value, row[y].value];
      if (one === null || other === null) continue;
      sum += Math.abs(one - other);
      count++;
    }
    if (!count || !length) return { a, b, apart: "not known", of: "", level: "unknown" };
    const percent = Math.floor((sum / count / length) * 100 + 0.5);
    const level = percent >= 75 ? "far" : percent >= 25 ? "some" : "near";
    return { a, b, apart: `${percent} % apart`, of: `on ${count} of ${grid.length}`, level };
  };
  return parties.slice(1).map((party, i) => ({
    party,
    cells: parties.slice(0, -1).map((_, j) => (j > i ? undefined : pair(j, i + 1))),
  }));
}

/** @typedef {{ shown: Set<string>, kinds: Set<string>, speaker: string, search: string }} Filter */

const folded = (/** @type {string} */ search) => search.trim().toLowerCase();

/** The statements that a choice leaves.
    @param {Model} model @param {Filter} filter @returns {Statement[]} */
export function heard(model, { shown, kinds, speaker, search }) {
  const wanted = folded(search);
  return model.document.statements.filter((one) => {
    const party = model.partyOf(one);
    return (
      kinds.has(one.kind) &&
      (!party || shown.has(party)) &&
      (!speaker || (one.speaker_id ?? one.attribution_text) === speaker) &&
      (!wanted || model.folded.get(one.id)?.some((text) => text.includes(wanted)))
    );
  });
}

/** How many hits are in these statements. @param {Model} model @param {Statement[]} found
    @param {string} search */
export function hits(model, found, search) {
  const wanted = folded(search);
  let count = 0;
  for (const { id } of found) {
    for (const text of model.folded.get(id) ?? []) count += text.split(wanted).length - 1;
  }
  return count;
}

/** The announced sentence. @param {Model} model @param {Statement[]} found
    @param {string} search */
export const hitWords = (model, found, search) =>
  `${found.length} of ${model.document.statements.length} statements.` +
  (folded(search) ? ` ${hits(model, found, search)} hits.` : "");

/** A text as `[plain, hit, plain, hit, …]`. @param {string} text @param {string} search */
export function split(text, search) {
  const wanted = folded(search);
  if (!wanted) return [text];
  const low = text.toLowerCase();
  /** @type {string[]} */ const parts = [];
  let [done, at] = [0, low.indexOf(wanted)];
  while (at >= 0) {
    parts.push(text.slice(done, at), text.slice(at, at + wanted.length));
    done = at + wanted.length;
    at = low.indexOf(wanted, done);
  }
  return [...parts, text.slice(done)];
}
