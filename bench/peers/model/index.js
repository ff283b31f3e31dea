// One index of a document, made once, which every peer asks: the cell of a party
// on a topic, the cells that rest on a statement, texts folded for the search.

/** @import { Document, Organization, Stance, Statement, Topic } from "./document.js" */
import { earlierWords } from "./words.js";

/** Where a party stands on a topic.
    @typedef {{ key: string, party: Organization, topic: Topic, tone: string, word: string,
      stated: boolean, kind: "silent" | "at" | "mixed" | "contradictory", value: number | null,
      summary: string, current: Stance[], earlier: Stance[],
      was: { when: string, what: string } | undefined }} Cell */

/** @typedef {ReturnType<typeof index>} Model */

/** The days from the first that a date can mean to the last; a date that is not
    known comes after all others.
    @param {string | undefined} date */
function span(date) {
  if (!date) return [1, 0, 0];
  const days = (/** @type {string} */ part, /** @type {number[]} */ [month, day]) => {
    const found = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(part);
    if (!found) return undefined;
    return Number(found[1]) * 10000 + Number(found[2] ?? month) * 100 + Number(found[3] ?? day);
  };
  const parts = date.split("/");
  return [
    0,
    days(parts[0], [1, 1]) ?? -Infinity,
    days(parts[parts.length - 1], [12, 31]) ?? Infinity,
  ];
}

/** The later stance first. @param {Stance} a @param {Stance} b */
function later(a, b) {
  const [x, y] = [span(a.date), span(b.date)];
  return y[0] - x[0] || y[1] - x[1] || y[2] - x[2] || 0;
}

/** @template T @param {readonly (T & { id: string })[]} list */
const byId = (list) => new Map(list.map((one) => [one.id, one]));

/** @template K, V @param {Map<K, V[]>} lists @param {K} key @param {V} value */
function add(lists, key, value) {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** @param {Document} document */
export function index(document) {
  const { organizations: parties, topics, scale } = document;
  const [party, person, topic] = [byId(parties), byId(document.people), byId(topics)];
  const [step, statement] = [byId(scale), byId(document.statements)];
  const farthest = Math.max(...scale.map(({ value }) => Math.abs(value)));
  const toneOf = (/** @type {string} */ position) => {
    const value = step.get(position)?.value;
    if (value === undefined) return "mixed";
    if (value === 0) return "neutral";
    return `${value > 0 ? "for" : "against"}-${Math.abs(value) > farthest / 2 ? 2 : 1}`;
  };
  const nameOf = (/** @type {string} */ position) => step.get(position)?.label ?? "Mixed";

  /** @type {Map<string, Stance[]>} */ const stances = new Map();
  for (const stance of document.stances) {
    add(stances, `${stance.organization_id}/${stance.topic_id}`, stance);
  }
  /** @type {Map<string, Cell>} */ const cells = new Map();
  /** @type {Map<string, Cell[]>} */ const cellsOn = new Map();
  const grid = topics.map((topic) =>
    parties.map((party) => {
      const key = `${party.id}/${topic.id}`;
      const all = (stances.get(key) ?? []).toSorted(later);
      const made = { key, party, topic, ...standing(all) };
      cells.set(key, made);
      for (const id of new Set(all.flatMap((stance) => stance.statement_ids))) {
        add(cellsOn, id, made);
      }
      return made;
    }),
  );

  /** @param {Stance[]} all the latest first
      @returns {Omit<Cell, "key" | "party" | "topic">} */
  function standing(all) {
    const current = all.filter((stance) => later(all[0], stance) === 0);
    const earlier = all.slice(current.length);
    const was = earlier[0] && {
      when: earlierWords(earlier[0].date),
      what: nameOf(earlier[0].position),
    };
    const rest = { stated: all.length > 0, value: null, current, earlier, was };
    if (!all.length) {
      const word = "Not stated in this article";
      return { ...rest, kind: "silent", tone: "silent", word, summary: "" };
    }
    const { position, summary } = current[0];
    if (current.some((stance) => stance.position !== position)) {
      const [kind, word] = /** @type {const} */ (["contradictory", "Contradictory"]);
      return { ...rest, kind, tone: kind, word, summary: "The article states different positions." };
    }
    const word = nameOf(position);
    if (position === "mixed") return { ...rest, kind: "mixed", tone: "mixed", word, summary };
    const value = step.get(position)?.value ?? null;
    return { ...rest, kind: "at", tone: toneOf(position), word, value, summary };
  }

  /** @param {Statement} statement */
  const speakerName = ({ attribution_text, speaker_id = "" }) =>
    attribution_text ?? (person.get(speaker_id) ?? party.get(speaker_id))?.name ?? "";
  /** @param {Statement} statement */
  const speakerRole = ({ attribution_text, speaker_id }) =>
    attribution_text ? "not named in the article" : person.get(speaker_id ?? "")?.role;
  /** @param {Statement} statement */
  const partyOf = ({ speaker_id = "" }) =>
    (party.get(speaker_id) ?? party.get(person.get(speaker_id)?.organization_id ?? ""))?.id;
  const folded = new Map(
    document.statements.map((one) => [
      one.id,
      [one.text.toLowerCase(), speakerName(one).toLowerCase()],
    ]),
  );
  const speakers = new Map(
    document.statements.flatMap((one) => {
      const key = one.speaker_id ?? one.attribution_text;
      return key ? [[key, speakerName(one)]] : [];
    }),
  );
  return {
    document, parties, topics, scale, party, topic, statement, cells, cellsOn, folded,
    speakers: [...speakers], toneOf, nameOf, speakerName, speakerRole, partyOf,
    /** The cells, a row a topic and in it one for each party, as the document has them.
        @type {Cell[][]} */
    grid,
    /** The place of a party in such a row. */
    column: new Map(parties.map(({ id }, i) => [id, i])),
  };
}

/** The name of a cell's evidence in a page. @param {string} key `party/topic`, or `topic` */
export function evidenceId(key) {
  const [party, topic] = key.includes("/") ? key.split("/") : ["", key];
  return `evidence:${party}:${topic}`;
}

/** Everything that has evidence: stated cells, and topics with a background.
    @param {Model} model */
export const evidenceKeys = (model) =>
  model.topics.flatMap((topic, i) => [
    ...model.grid[i].filter((cell) => cell.stated).map((cell) => cell.key),
    ...(topic.statement_ids?.length ? [topic.id] : []),
  ]);
