// Documents of any size, made up from a seed: the same seed gives the same
// document on every machine.

/** @import { Document, Organization, Person, Stance, Statement, Topic } from "./peers/model/document.js" */

/** Parties by topics. S is an article's size, M an election tracker's.
    @type {Record<string, [number, number]>} */
export const SIZES = { S: [4, 9], M: [12, 40], K: [20, 100], L: [40, 250] };

/** What is searched for: every letter leaves fewer statements than the one before. */
export const SEARCHED = "propos";

const NOUNS = (
  "council harbour ferry budget school hospital railway ceasefire minister border treaty tariff " +
  "energy pension housing climate water court union farmers teachers police troops prisoners " +
  "exchange sanctions agreement deadline inspection corridor reform levy licence permit river " +
  "valley bridge tunnel airport station tenants voters members committee session proposal " +
  "property proportion amendment clause guarantee condition pledge promise objection petition " +
  "referendum ballot majority minority coalition opposition parliament assembly district township"
).split(" ");
const VERBS = (
  "wants rejects supports demands offers accepts refuses welcomes doubts questions proposes " +
  "opposes expects regrets promises"
).split(" ");
const ADJECTIVES = (
  "new old costly early late public private regional temporary permanent lawful binding partial " +
  "full open"
).split(" ");
const SCALE = [
  { id: "against", label: "Against", value: -2 },
  { id: "reserved", label: "Reserved", value: -1 },
  { id: "neutral", label: "Neutral", value: 0 },
  { id: "conditional", label: "Conditional", value: 1 },
  { id: "for", label: "For", value: 2 },
];

/** Mulberry32: small, good enough for words, the same everywhere.
    @param {number} seed */
function numbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Chance, in the shapes that documents need.
    @param {number} seed */
function chance(seed) {
  const next = numbers(seed);
  const below = (/** @type {number} */ end) => Math.floor(next() * end);
  const between = (/** @type {number} */ first, /** @type {number} */ last) =>
    first + below(last - first + 1);
  /** @template T @param {readonly T[]} list */
  const pick = (list) => list[below(list.length)];
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  const day = () => `${between(2019, 2025)}-${two(between(1, 12))}-${two(between(1, 28))}`;
  const phrase = (/** @type {number} */ words) =>
    Array.from({ length: words }, (_, i) => pick(i % 3 === 1 ? ADJECTIVES : NOUNS)).join(" ");
  return {
    next, between, pick, two, day, phrase,
    /** @param {number} words */
    sentence: (words) =>
      `The ${phrase(between(2, 3))} ${pick(VERBS)} the ${phrase(Math.max(3, words - 6))}.`,
    /** A date as exact as articles have them, in EDTF. */
    date() {
      const exact = day();
      const [year, month] = exact.split("-");
      const kind = next();
      if (kind < 0.55) return exact;
      if (kind < 0.75) return `${year}-${month}`;
      if (kind < 0.85) return year;
      if (kind < 0.92) return `${year}-${month}~`;
      return kind < 0.96 ? `${exact}/${Number(year) + 1}` : `${exact}/..`;
    },
  };
}

const capital = (/** @type {string} */ words) => words[0].toUpperCase() + words.slice(1);

/** A document of so many parties and topics: seven cells of ten are stated, some
    of them contradictory, mixed, or changed in time.
    @param {number} parties @param {number} topics @param {number} seed
    @returns {Document} */
export function generate(parties, topics, seed) {
  const random = chance(seed);
  const paragraphs = Math.max(12, Math.ceil((parties * topics) / 4));
  const organizations = Array.from({ length: parties }, (_, i) => organization(random, i));
  const people = organizations.map((party, i) => person(random, party, i));
  const all = Array.from({ length: topics }, (_, i) => topic(random, i, topics));
  /** @type {Statement[]} */ const statements = [];
  /** @type {Stance[]} */ const stances = [];

  const say = (/** @type {number} */ party, /** @type {string | undefined} */ date) => {
    const said = statement(random, statements.length, party, paragraphs);
    if (date && random.next() < 0.7) said.date = date;
    statements.push(said);
    return said.id;
  };
  const take = (
    /** @type {number} */ party,
    /** @type {Topic} */ on,
    /** @type {string} */ position,
    /** @type {string | undefined} */ date,
  ) => {
    const statement_ids = [say(party, date), say(party, date)];
    const summary = random.sentence(random.between(7, 11));
    const of = { organization_id: `p${party}`, topic_id: on.id };
    const conditions = random.next() < 0.15 ? { conditions: [random.sentence(8)] } : {};
    stances.push({ ...of, position, summary, statement_ids, ...conditions, ...(date && { date }) });
  };
  for (const on of all) {
    if (random.next() < 0.25) {
      on.statement_ids = [say(random.between(0, parties - 1), undefined)];
    }
    for (let party = 0; party < parties; party++) {
      if (random.next() >= 0.7) continue;
      const position = () => random.pick(SCALE).id;
      const kind = random.next();
      if (kind < 0.03) {
        const sameDay = random.day();
        take(party, on, "for", sameDay);
        take(party, on, "against", sameDay);
      } else if (kind < 0.07) {
        take(party, on, "mixed", random.next() < 0.5 ? random.date() : undefined);
      } else if (kind < 0.13) {
        take(party, on, position(), String(random.between(2010, 2014)));
        take(party, on, position(), random.date());
      } else {
        take(party, on, position(), random.next() < 0.6 ? random.date() : undefined);
      }
    }
  }
  const events = Array.from({ length: Math.min(60, Math.ceil(topics / 4)) }, (_, i) => ({
    id: `e${i}`,
    name: capital(random.phrase(3)),
    start_date: random.day(),
    description: random.sentence(12),
    organization_ids: [`p${random.between(0, parties - 1)}`],
    paragraph: random.between(1, paragraphs),
  }));
  return {
    format: "standpoint/1",
    language: "en",
    article: {
      headline: `Made up: ${parties} parties on ${topics} topics (${seed})`,
      description: random.sentence(14),
      publisher: "Standpoint's bench",
      date_published: "2025-05-01",
      paragraphs,
    },
    review: { method: "Made up from a seed.", updated: "2025-05-01" },
    organizations, people, topics: all, scale: SCALE, statements, stances, events,
  };
}

/** @typedef {ReturnType<typeof chance>} Chance */

/** @param {Chance} random @param {number} i @returns {Organization} */
function organization(random, i) {
  const [first, second, third] = [random.pick(ADJECTIVES), random.pick(NOUNS), random.pick(NOUNS)];
  const colour = () => random.two(random.between(10, 99));
  return {
    id: `p${i}`,
    name: `${capital(first)} ${capital(second)} ${capital(third)} Party ${i + 1}`,
    short_name: `${capital(second)} ${i + 1}`,
    classification: random.pick(["state", "company", "party", "union"]),
    color: `#${colour()}${colour()}${colour()}`,
  };
}

/** @param {Chance} random @param {Organization} party @param {number} i @returns {Person} */
function person(random, party, i) {
  return {
    id: `who${i}`,
    name: `${capital(random.pick(ADJECTIVES))} ${capital(random.pick(NOUNS))}son ${i + 1}`,
    role: `Spokesperson for ${party.short_name}`,
    organization_id: party.id,
  };
}

/** @param {Chance} random @param {number} i @param {number} of @returns {Topic} */
function topic(random, i, of) {
  const group = Math.floor(i / Math.max(3, Math.round(Math.sqrt(of))));
  const done = random.pick(["kept", "built", "sold", "changed", "paid for"]);
  return {
    id: `t${i}`,
    name: capital(`${random.pick(ADJECTIVES)} ${random.pick(NOUNS)} ${i + 1}`),
    question: `Should the ${random.phrase(3)} be ${done} before the ${random.pick(NOUNS)}?`,
    group: `Group ${group + 1}`,
  };
}

/** @param {Chance} random @param {number} i @param {number} party @param {number} paragraphs
    @returns {Statement} */
function statement(random, i, party, paragraphs) {
  const voice = random.next();
  const text = random.sentence(random.between(9, 16));
  const kind =
    voice < 0.45 ? "direct_quote"
    : voice < 0.8 ? "reported_speech"
    : voice < 0.95 ? "narration"
    : "commentary";
  const speaker =
    voice >= 0.8 ? {}
    : voice < 0.03 ? { attribution_text: `Sources ${random.between(1, 5)}` }
    : { speaker_id: random.next() < 0.8 ? `who${party}` : `p${party}` };
  const paragraph = random.between(1, paragraphs);
  const target = { type: "TextQuoteSelector", exact: text };
  return { id: `s${i}`, kind, text, paragraph, target, ...speaker };
}
