// The page's parts as HTML.

/** @import { Model, Cell } from "../model/index.js" */
/** @import { Row } from "../model/views.js" */
/** @import { Organization, Stance, Statement } from "../model/document.js" */
import { evidenceId } from "../model/index.js";
import { groups, split } from "../model/views.js";
import { ACCORDS, KIND_SIGN, KIND_WORD, RELATIONS, earlierWords, glyph, whereWords }
  from "../model/words.js";

/** @type {Record<string, string>} */
const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
export const escaped = (/** @type {unknown} */ text) =>
  String(text).replace(/[&<>"]/g, (sign) => ESCAPES[sign]);

/** Puts texts into HTML: arrays are HTML already, false and undefined are nothing.
    @param {TemplateStringsArray} strings @param {unknown[]} values */
export function html(strings, ...values) {
  let made = strings[0];
  values.forEach((value, i) => {
    if (Array.isArray(value)) made += value.join("");
    else if (value !== false && value !== undefined) made += escaped(value);
    made += strings[i + 1];
  });
  return made;
}

const position = (/** @type {string} */ tone, /** @type {string} */ word, tag = "span") => [
  html`<${tag} class="position ${tone}"><span class="sign ${tone}" aria-hidden="true"
    >${glyph(tone)}</span><span class="word">${word}</span></${tag}>`,
];
export const mark = (/** @type {Organization} */ { color = "currentColor" }) => [
  html`<svg class="party-mark" viewBox="0 0 10 10" preserveAspectRatio="none" aria-hidden="true"
    ><rect width="10" height="10" fill="${color}"/></svg>`,
];
const label = (/** @type {Organization} */ party, hidden = false) => [
  html`<p class="party-label"${hidden && [' aria-hidden="true"']}>${mark(party)}<span
    class="party">${party.short_name}</span></p>`,
];

/** @param {Cell} cell */
function inside({ key, stated, tone, word, summary, was }) {
  if (!stated) return [html`<p class="cell silent"><span class="word">${word}</span></p>`];
  const earlier = was && [
    html`<span class="earlier">${was.when}: <span>${was.what}</span></span>`,
  ];
  return [
    html`<button type="button" data-cell="${key}" class="cell ${tone}">${position(tone, word)}<span
      class="summary">${summary}</span>${earlier}</button>`,
  ];
}

export const stand = (/** @type {Cell} */ cell) =>
  html`<td role="cell" data-party="${cell.party.id}">${label(cell.party, true)}${inside(cell)}</td>`;

export const row = (/** @type {Row} */ { topic, cells, accord }) =>
  html`<tr role="row" data-topic="${topic.id}"><th scope="row" role="rowheader"
    ><span class="topic">${topic.name}</span><span class="question">${topic.question}</span><span
    class="accord ${ACCORDS[accord][0]}">${ACCORDS[accord][1]}</span>${
    topic.statement_ids?.length !== undefined && [
      html`<button type="button" data-cell="${topic.id}" class="background"
        aria-label="Background: ${topic.name}">Background</button>`,
    ]}</th>${cells.map(stand)}</tr>`;

export const head = (/** @type {Organization} */ party) =>
  html`<th scope="col" role="columnheader" aria-sort="none" data-party="${party.id}">${mark(party)
    }<button type="button" class="sorter" data-sort="${party.id}"><span class="party"
    >${party.short_name}</span><span class="arrow" aria-hidden="true"></span></button></th>`;

/** A group's body, with its rows or for rows that are there already.
    @param {ReturnType<typeof groups>[number]} group @param {number} columns */
export const body = ({ name, rows }, columns, filled = true) =>
  html`<tbody role="rowgroup">${name !== undefined && [
    html`<tr role="row" class="group"><th scope="rowgroup" role="rowheader" colspan="${columns}"
      >${name}</th></tr>`,
  ]}${filled && rows.map(row)}</tbody>`;

/** @param {Row[]} list @param {Organization[]} parties @param {boolean} grouped */
export const matrix = (list, parties, grouped) =>
  html`<table class="matrix" role="table"><caption class="visually-hidden">Where each party stands
    on each topic</caption><thead role="rowgroup"><tr role="row"><th scope="col"
    role="columnheader" class="corner">Topic</th>${parties.map(head)}</tr></thead>${
    groups(list, grouped).map((group) => body(group, parties.length + 1))}</table>`;

const marked = (/** @type {string} */ text, /** @type {string} */ search) =>
  split(text, search).map((part, i) => (i % 2 ? html`<mark>${part}</mark>` : escaped(part)));

const link = (/** @type {Cell} */ { key, party, topic, tone, word }) =>
  html`<button type="button" data-cell="${key}" class="cell-link">${mark(party)}<span class="party"
    >${party.short_name}</span><span class="cell-link-topic">${topic.name}</span>${
    position(tone, word)}</button>`;

/** @param {Model} model @param {Statement} statement @param {string} search
    @param {string} [within] */
function figure(model, statement, search, within) {
  const { id, kind } = statement;
  const [name, role] = [model.speakerName(statement), model.speakerRole(statement)];
  const cells = (model.cellsOn.get(id) ?? []).filter((cell) => cell.key !== within);
  const words = marked(statement.text, search);
  return html`<figure class="statement ${kind}" data-statement="${id}"><p class="kind"><span
    class="kind-sign ${kind}" aria-hidden="true">${KIND_SIGN[kind]}</span>${KIND_WORD[kind]}</p>${
    kind === "direct_quote"
      ? [html`<blockquote class="words"><p>${words}</p></blockquote>`]
      : [html`<p class="words">${words}</p>`]
    }<figcaption>${name !== "" && [
      html`<span class="speaker"><cite>${marked(name, search)}</cite>${role !== undefined && [
        html`, <span class="role">${role}</span>`,
      ]}</span>`,
    ]}<span class="where">${whereWords(statement)}</span>${cells.length > 0 && [
      html`<div class="bears"><span class="label">${within ? "Also under" : "Bears on"}</span><div
        class="cell-links">${cells.map(link)}</div></div>`,
    ]}</figcaption></figure>`;
}

/** @param {Model} model @param {Statement[]} list @param {string} search @param {string} [within] */
export const statements = (model, list, search, within) =>
  html`<ul class="statements">${
    list.map((one) => `<li>${figure(model, one, search, within)}</li>`)}</ul>`;

/** @param {Model} model @param {string[]} ids @param {string} within */
const listed = (model, ids, within) => [
  statements(model, ids.flatMap((id) => model.statement.get(id) ?? []), "", within),
];

/** @param {Model} model @param {Stance} stance @param {boolean} named @param {string} within */
const stance = (model, { position: at, summary, conditions = [], statement_ids }, named, within) =>
  html`<div class="stance">${named && position(model.toneOf(at), model.nameOf(at), "p")}<p
    class="summary">${summary}</p>${conditions.length > 0 && [
      html`<div class="conditions"><p class="label">On condition</p><ul>${
        conditions.map((one) => html`<li>${one}</li>`)}</ul></div>`,
    ]}<p class="label">Rests on ${statement_ids.length} statements</p>${
    listed(model, statement_ids, within)}</div>`;

/** The evidence of a cell or a topic. @param {Model} model @param {string} of */
export function evidence(model, of) {
  const [cell, topic] = [model.cells.get(of), model.topic.get(of)];
  const inside = cell
    ? html`<p class="evidence-topic">${cell.topic.name}</p><h3 class="evidence-heading"
        tabindex="-1"><span>${cell.party.name}</span> ${position(cell.tone, cell.word)}</h3><p
        class="question">${cell.topic.question}</p>${
        cell.current.map((one) => stance(model, one, cell.kind === "contradictory", of))}${
        cell.earlier.map((one) => html`<section class="earlier"><h4>${earlierWords(one.date)}</h4>${
          [stance(model, one, true, of)]}</section>`)}`
    : html`<p class="evidence-topic">Background</p><h3 class="evidence-heading" tabindex="-1"
        >${topic?.name}</h3><p class="question">${topic?.question}</p><p class="label">The article
        also says</p>${listed(model, topic?.statement_ids ?? [], of)}`;
  return html`<button type="button" class="close" popovertarget="${evidenceId(of)}"
    popovertargetaction="hide" aria-label="Close"><span aria-hidden="true">×</span></button>${
    [inside]}<div class="cell-footer"><a href="#stance__cell_is_${of.replace("/", "_on_")}">Link to this position</a></div>`;
}

/** @param {ReturnType<import("../model/views.js").versus>["rows"][number]} row */
export const side = ({ topic, cells, relation }) =>
  html`<li class="versus-row ${RELATIONS[relation][0]}" data-topic="${topic.id}"><div
    class="versus-topic"><h3 class="topic">${topic.name}</h3><p class="question"
    >${topic.question}</p><p class="accord ${RELATIONS[relation][0]}">${RELATIONS[relation][1]
    }</p></div>${cells.map((cell) =>
      html`<div class="versus-side">${label(cell.party)}${inside(cell)}</div>`)}</li>`;
