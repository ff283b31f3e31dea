// The table alone in Tabulator: groups, and every column sorts. It has a height, as
// its makers advise, and so only the rows in sight are in the page.

import { TabulatorFull } from "tabulator-tables";
import { cellHtml, place, topicHtml } from "../alone.js";
import { index } from "../model/index.js";
import { rows } from "../model/views.js";
import { start } from "../start.js";

/** @import { Cell } from "../model/index.js" */
/** @import { Row } from "../model/views.js" */
/** @template T @typedef {{ getValue: () => T }} Field */

start((host, document) => {
  const model = index(document);
  const data = rows(model, model.parties, "given").map((row) => ({
    id: row.topic.id, row, group: row.topic.group,
    ...Object.fromEntries(row.cells.map((cell) => [cell.party.id, cell])),
  }));
  const topic = {
    title: "Topic", field: "row",
    sorter: (/** @type {Row} */ a, /** @type {Row} */ b) => a.accord - b.accord,
    formatter: (/** @type {Field<Row>} */ field) => topicHtml(field.getValue()),
  };
  const parties = model.parties.map((party) => ({
    title: party.short_name, field: party.id,
    sorter: (/** @type {Cell} */ a, /** @type {Cell} */ b) => place(a) - place(b),
    formatter: (/** @type {Field<Cell>} */ field) => cellHtml(field.getValue()),
  }));
  const columns = [topic, ...parties];
  const options = { data, columns, layout: "fitColumns", groupBy: "group", height: 600 };
  const table = new TabulatorFull(host, options);
  return new Promise((resolve) => table.on("tableBuilt", () => resolve(undefined)));
});
