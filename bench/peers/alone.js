// What the libraries for tables are given: a topic and its cells as HTML.

/** @import { Cell } from "./model/index.js" */
/** @import { Row } from "./model/views.js" */
import { html } from "./dom/html.js";
import { ACCORDS, glyph } from "./model/words.js";

export const topicHtml = (/** @type {Row} */ { topic, accord }) =>
  html`<span class="topic" data-topic="${topic.id}">${topic.name}</span><span class="question"
    >${topic.question}</span><span class="accord ${ACCORDS[accord][0]}">${ACCORDS[accord][1]}</span>`;

export const cellHtml = (/** @type {Cell} */ { tone, word, summary }) =>
  html`<div class="cell ${tone}"><span class="position ${tone}"><span class="sign ${tone}"
    >${glyph(tone)}</span><span class="word">${word}</span></span><span class="summary"
    >${summary}</span></div>`;

/** Where a cell stands in its column when that is sorted. @param {Cell} cell */
export const place = ({ value, stated }) => value ?? (stated ? -1e6 : -2e6);
