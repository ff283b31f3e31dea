// The table alone in Grid.js: every column sorts.

import { Grid, html } from "gridjs";
import { cellHtml, place, topicHtml } from "../alone.js";
import { index } from "../model/index.js";
import { rows } from "../model/views.js";
import { start } from "../start.js";

/** @import { Cell } from "../model/index.js" */
/** @import { Row } from "../model/views.js" */

start((host, document) => {
  const model = index(document);
  const list = rows(model, model.parties, "given");
  const topic = {
    name: "Topic",
    formatter: (/** @type {any} */ row) => html(topicHtml(row)),
    sort: { compare: (/** @type {any} */ a, /** @type {any} */ b) => a.accord - b.accord },
  };
  const parties = model.parties.map((party) => ({
    name: party.short_name,
    formatter: (/** @type {any} */ cell) => html(cellHtml(cell)),
    sort: { compare: (/** @type {any} */ a, /** @type {any} */ b) => place(a) - place(b) },
  }));
  const data = list.map((row) => /** @type {any[]} */ ([row, ...row.cells]));
  const grid = new Grid({ sort: true, columns: [topic, ...parties], data });
  // It shows that it is loading first, and tells nobody when it has loaded.
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!host.querySelector("[data-topic]")) return;
      observer.disconnect();
      resolve(undefined);
    });
    observer.observe(host, { childList: true, subtree: true });
    grid.render(host);
  });
});
