// A link that is not as we write it: by hand, of another version of the document, or
// broken on its way. What can only have been one thing is mended; what is not
// understood is kept.

import { fragment, partOf, spelled, worded } from "../common/fragment.js";

/** @import {StanceDocument} from "../api/standpoint.js" */
/** @import {ExportModule} from "../element/contract.js" */

/** The words of a link (`src/state/vocabulary.rs`). */
const VIEWS = ["matrix", "versus", "spectrum", "timeline", "statements"];
const ORDERS = ["given", "name", "silence", "hand"];
const SORTS = ["given", "clash", "silence"];
const SHARES = ["all", "disagreement", "clash", "agreement"];
const ARRANGEMENTS = ["article", "speaker", "topic"];
const KINDS = ["direct_quote", "reported_speech", "narration", "commentary"];

/** The fragment without what may have befallen it: as HTML writes an `&`, or with
    every sign escaped, by one program after the other. */
const arrived = () => {
  let hash = fragment();
  hash = hash.replace(/&(?:amp|#0*38);/g, "&");
  try {
    while (!hash.includes("=") && /%(?:25)*3D/i.test(hash)) hash = decodeURIComponent(hash);
  } catch {
    // It has been cut in the middle of a letter.
  }
  return hash.replace(/^(stance[^:=]*?)%3A/i, "$1:");
};

/** A part of a link without its escapes.
    @param {string} text */
const plain = (text) => {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
};

/** Which of some names is meant. At the end of the link the beginning is enough, or
    what comes before signs that stood behind it, where that is no other's.
    @param {string} name
    @param {readonly string[]} known
    @param {boolean} isLast
    @returns {string | undefined} */
const meant = (name, known, isLast) => {
  if (known.includes(name) || !isLast) return known.find((one) => one === name);
  const bare = name.replace(/[^\p{L}\p{M}\p{N}]+$/u, "");
  if (!bare || known.includes(bare)) return bare || undefined;
  const [one, other] = known.filter((one) => one.startsWith(bare));
  return other === undefined ? one : undefined;
};

/** What of a link can be understood, spelled so that a comparison understands it, and
    what is lost, as it stands in an address.
    @param {string} link
    @param {StanceDocument} data */
const understood = (link, data) => {
  const ids = (/** @type {{ id: string }[]} */ list) => list.map(({ id }) => id);
  const [parties, topics] = [ids(data.organizations), ids(data.topics)];
  const cells = [
    ...(data.stances ?? []).map(({ organization_id, topic_id }) => `${organization_id}/${topic_id}`),
    ...ids(data.topics.filter(({ statement_ids }) => statement_ids?.length)),
  ];
  const towards = parties.flatMap((id) => [`for/${id}`, `against/${id}`]);
  const speakers = data.statements.flatMap((one) => one.speaker_id ?? one.attribution_text ?? []);
  /** @type {Record<string, readonly string[]>} */
  const one = {
    view: VIEWS,
    order: ORDERS,
    sort: [...SORTS, ...towards],
    only: SHARES,
    grouped: ["yes", "no"],
    speaker: [...new Set([...speakers, ...parties])],
    by: ARRANGEMENTS,
    cell: [...new Set(cells)],
  };
  /** @type {Record<string, readonly string[]>} */
  const many = { party: parties, parties, versus: parties, topic: topics, topics, kind: KINDS, kinds: KINDS };

  /** @type {string[]} */
  const kept = [];
  /** @type {string[]} */
  const lost = [];
  const add = (/** @type {string[]} */ to, /** @type {string} */ name, /** @type {string} */ value) =>
    to.push(`${name}=${encodeURIComponent(value).replaceAll("%2C", ",").replaceAll("%2F", "/")}`);
  const pairs = link.split("&").filter(Boolean);
  pairs.forEach((pair, at) => {
    const isLast = at === pairs.length - 1;
    const [name = "", ...rest] = pair.split("=");
    const value = plain(rest.join("="));
    if (Object.hasOwn(many, name)) {
      const all = value.split(",").filter((id) => /[\p{L}\p{N}]/u.test(id));
      const found = all.map((id, at) => meant(id, many[name] ?? [], isLast && at === all.length - 1));
      const known = found.filter((id) => id !== undefined);
      const gone = all.filter((_, at) => found[at] === undefined);
      // Nobody is compared who was not named.
      if (name === "versus" && (gone.length || new Set(known).size < 2)) add(lost, name, value);
      else {
        if (known.length || !all.length) add(kept, name, known.join(","));
        if (gone.length) add(lost, name, gone.join(","));
      }
    } else if (Object.hasOwn(one, name)) {
      const known = meant(value, one[name] ?? [], isLast);
      if (known === undefined) add(lost, name, value);
      else add(kept, name, known);
    } else {
      add(name === "search" ? kept : lost, name, value);
    }
  });
  const isFaced = kept.some((pair) => pair.startsWith("versus="));
  const isMeant = isFaced || !lost.some((pair) => pair.startsWith("versus="));
  return {
    link: kept.filter((pair) => isMeant || pair !== "view=versus").join("&"),
    lost: worded(lost.join("&")),
  };
};

/** Reads what the page's address says of the comparison of that name.
    @type {ExportModule["read"]} */
export const read = (name, data) => {
  const hash = arrived();
  let { link, rest } = partOf(name, hash);
  // Before, one without an `id` was called as one with a number for it.
  const [, number] = name.match(/^stance_n(\d+)$/) ?? [];
  if (link === undefined && number && !document.getElementById(number)) {
    ({ link, rest } = partOf(`stance-${number}`, hash));
  }
  return link === undefined ? undefined : { ...understood(spelled(link), data), rest };
};
