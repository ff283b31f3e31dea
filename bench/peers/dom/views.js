// What stands around the views, and the views but the table.

/** @import { Model } from "../model/index.js" */
import { pairs, versus as compared } from "../model/views.js";
import { KINDS, KIND_SIGN, KIND_WORD, tallyWords } from "../model/words.js";
import { html, side } from "./html.js";

const VIEWS = [["matrix", "Overview"], ["versus", "Side by side"], ["statements", "Statements"]];
const ONLY = [
  ["all", "every topic"],
  ["disagreement", "only where they disagree"],
  ["clash", "only where they clash"],
];
const ORDERS = [["given", "as given"], ["clash", "clashes first"]];

/** @param {string[][]} options @param {string} [chosen] */
const listed = (options, chosen) =>
  options.map(([id, words]) =>
    html`<option value="${id}"${id === chosen && [" selected"]}>${words}</option>`);

const choice = (/** @type {string} */ name, /** @type {string} */ label,
  /** @type {string[][]} */ options) =>
  html`<label class="field"><span class="label">${label}</span><select name="${name}"
    >${listed(options)}</select></label>`;

/** @param {Model} model */
export const frame = ({ document: { article }, parties, topics }) =>
  html`<section class="comparison" lang="en" aria-labelledby="headline">
    <header class="header"><h2 class="headline" id="headline">${article.headline}</h2><p
      class="description">${article.description}</p><p class="overview" role="status"></p></header>
    <div class="toolbar"><div class="tabs" role="tablist" aria-label="Ways to compare">${
      VIEWS.map(([id, name]) =>
        html`<button type="button" role="tab" class="tab" id="tab:${id}" data-view="${id}"
          >${name}</button>`)}</div>
    <div class="choosers"><div class="chooser"><button type="button" class="chooser-button"
      popovertarget="choose:parties">Parties <span class="count"></span></button><div
      id="choose:parties" popover="auto" class="options" role="group">${
      parties.map(({ id, name }) =>
        html`<div class="option-row"><label class="option"><input type="checkbox" name="${id}"
          data-toggle checked><span>${name}</span></label></div>`)}</div></div>
    <div class="chooser"><button type="button" class="chooser-button"
      popovertarget="choose:topics">Topics <span class="count">${topics.length}</span></button><div
      id="choose:topics" popover="auto" class="options" role="group">${[
      choice("choose.only", "Show", ONLY), choice("choose.topic-order", "Sort", ORDERS),
      ]}</div></div></div></div>
    <div id="view" role="tabpanel" class="view"></div>
    <div class="all-evidence"><section popover="auto" class="evidence" role="dialog"></section>
    </div></section>`;

/** @param {Model} model @param {string[]} faces */
function apart(model, faces) {
  const pair = (/** @type {NonNullable<ReturnType<typeof pairs>[0]["cells"][0]>} */ it) => {
    const { a, b, apart, of, level } = it;
    const pressed = faces.includes(a) && faces.includes(b);
    return html`<button type="button" class="pair ${level}" aria-pressed="${pressed}"
      data-pair="${a},${b}"><span class="apart">${apart}</span><span class="of">${of}</span
      ></button>`;
  };
  const name = (/** @type {string} */ scope, /** @type {string} */ words) =>
    html`<th scope="${scope}">${words}</th>`;
  return html`<section class="pairs"><h3 class="section-heading">How far apart</h3><table><thead
    ><tr><td></td>${model.parties.slice(0, -1).map((party) => name("col", party.short_name))}</tr
    ></thead><tbody>${pairs(model).map(({ party, cells }) =>
      html`<tr>${[name("row", party.short_name)]}${cells.map((it) =>
        html`<td>${it && [pair(it)]}</td>`)}</tr>`)}</tbody></table></section>`;
}

/** @param {Model} model @param {[string, string]} faces @param {string} only */
export function versus(model, faces, only) {
  const { rows, tally } = compared(model, ...faces, only);
  const names = model.parties.map(({ id, name }) => [id, name]);
  const face = (/** @type {number} */ place, /** @type {string} */ label) => [
    html`<label class="side"><span class="label">${label}</span><select data-face="${place}"
      >${listed(names, faces[place])}</select></label>`,
  ];
  return html`<div class="versus"><div class="versus-choice two">${face(0, "First party")}<button
    type="button" class="swap" aria-label="Exchange the sides"><span aria-hidden="true">⇄</span
    ></button>${face(1, "Second party")}</div><p class="tally" role="status">${tallyWords(tally)
    }</p><ol class="versus-rows two">${rows.map(side)}</ol>${
    model.parties.length > 2 && [apart(model, faces)]}</div>`;
}

/** @param {Model} model @param {string} search @param {string} speaker @param {Set<string>} kinds */
export const heard = (model, search, speaker, kinds) =>
  html`<div class="statements-view"><div class="filters" role="search"><label
    class="field search"><span class="label">Search</span><input type="search" autocomplete="off"
    value="${search}"></label><label class="field"><span class="label">Speaker</span><select
    data-speaker>${listed([["", "Everybody"], ...model.speakers], speaker)}</select></label
    ><fieldset class="kinds"><legend class="label">Whose voice it is in</legend>${
    KINDS.map((kind) => html`<label class="option"><input type="checkbox" name="${kind}" data-kind${
      kinds.has(kind) && [" checked"]}><span><span class="kind-sign ${kind}" aria-hidden="true"
      >${KIND_SIGN[kind]}</span> ${KIND_WORD[kind]}</span></label>`)}</fieldset></div><p
    class="hits" role="status"></p><section></section></div>`;
