// The comparison by hand: HTML from templates, one listener for each kind of event,
// and only what has changed is touched.

/** @import { Document } from "../model/document.js" */
import { evidenceId, index } from "../model/index.js";
import {
  crowd, groups, heard as left, hitWords, nextOrder, overview, rows, sharpestPair,
} from "../model/views.js";
import { ACCORDS, KINDS } from "../model/words.js";
import { start } from "../start.js";
import { body, evidence, head, matrix, row, stand, statements } from "./html.js";
import { frame, heard, versus } from "./views.js";

/** The first element of some HTML of a table. @param {string} html @param {string} selector */
function made(html, selector) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return /** @type {HTMLElement} */ (template.content.querySelector(selector));
}

/** @param {Set<string>} set @param {string} one @param {boolean} there */
const put = (set, one, there) => (there ? set.add(one) : set.delete(one));

/** @param {HTMLElement} host @param {Document} article */
function mount(host, article) {
  const model = index(article);
  host.innerHTML = frame(model);
  const $ = (/** @type {string} */ selector) =>
    /** @type {HTMLElement} */ (host.querySelector(selector));
  const [view, panel] = [$("#view"), $(".evidence")];
  const hidden = new Set();
  const kinds = new Set(/** @type {string[]} */ (KINDS));
  let [shown, order, only, search, speaker] = ["matrix", "given", "all", "", ""];
  let faces = sharpestPair(model);
  let parties = model.parties;
  let list = rows(model, parties, order, only);
  /** The table's rows, by topic. @type {Map<string | undefined, HTMLElement>} */
  let trs = new Map();

  /** What follows from the choice. */
  function choose() {
    parties = model.parties.filter(({ id }) => !hidden.has(id));
    list = rows(model, parties, order, only);
    $(".overview").textContent = overview(list, parties);
    $(".count").textContent = `${parties.length} of ${model.parties.length}`;
  }
  function arrows() {
    for (const button of view.querySelectorAll("thead .sorter")) {
      const id = button.getAttribute("data-sort");
      const [sorted, arrow] =
        order === `for/${id}` ? ["descending", "↓"]
        : order === `against/${id}` ? ["ascending", "↑"]
        : ["none", ""];
      button.parentElement?.setAttribute("aria-sort", sorted);
      if (button.lastChild) button.lastChild.textContent = arrow;
    }
  }

  const views = {
    matrix() {
      view.className = crowd(parties.length);
      view.innerHTML = matrix(list, parties, order === "given");
      const all = /** @type {NodeListOf<HTMLElement>} */ (view.querySelectorAll("tr[data-topic]"));
      trs = new Map([...all].map((tr) => [tr.dataset.topic, tr]));
      arrows();
    },
    versus() {
      view.className = "view";
      view.innerHTML = versus(model, faces, only);
    },
    statements() {
      view.className = "view";
      view.innerHTML = heard(model, search, speaker, kinds);
      find();
    },
  };
  function show() {
    for (const tab of host.querySelectorAll("[role=tab]")) {
      const selected = tab.getAttribute("data-view") === shown;
      tab.setAttribute("aria-selected", String(selected));
      tab.setAttribute("tabindex", selected ? "0" : "-1");
    }
    views[/** @type {keyof typeof views} */ (shown)]();
  }
  function find() {
    const ids = new Set(parties.map(({ id }) => id));
    const found = left(model, { shown: ids, kinds, speaker, search });
    $(".hits").textContent = hitWords(model, found, search);
    $(".statements-view section").innerHTML = statements(model, found, search);
  }

  /** Puts the rows that are there into another order. */
  function reorder() {
    const table = $("table.matrix");
    for (const old of table.querySelectorAll("tbody")) old.remove();
    for (const group of groups(list, order === "given")) {
      const tbody = made(`<table>${body(group, parties.length + 1, false)}</table>`, "tbody");
      for (const one of group.rows) {
        const tr = trs.get(one.topic.id) ?? made(`<table><tbody>${row(one)}</table>`, "tr");
        trs.set(one.topic.id, tr);
        tbody.append(tr);
      }
      table.append(tbody);
    }
    arrows();
  }
  /** Takes one column out, or puts it in. @param {string} id */
  function column(id) {
    view.className = crowd(parties.length);
    const at = parties.findIndex((party) => party.id === id);
    for (const th of view.querySelectorAll(".group th")) {
      th.setAttribute("colspan", String(parties.length + 1));
    }
    if (at < 0) {
      for (const cell of view.querySelectorAll(`[data-party="${id}"]`)) cell.remove();
    } else {
      const th = made(`<table><thead><tr>${head(parties[at])}</table>`, "th");
      $("thead tr").children[at].after(th);
    }
    for (const { topic, cells, accord } of list) {
      const tr = trs.get(topic.id);
      const [name, words] = ACCORDS[accord];
      if (at >= 0) tr?.children[at].after(made(`<table><tr>${stand(cells[at])}</table>`, "td"));
      const badge = tr?.querySelector(".accord");
      if (badge) Object.assign(badge, { className: `accord ${name}`, textContent: words });
    }
    arrows();
  }
  /** @param {string} key */
  function open(key) {
    panel.id = evidenceId(key);
    panel.dataset.of = key;
    panel.innerHTML = evidence(model, key);
    panel.showPopover();
  }

  host.onclick = ({ target }) => {
    const button = target instanceof Element && target.closest("button");
    if (!button) return;
    const { view, sort, pair, cell } = button.dataset;
    if (view) {
      shown = view;
      show();
    } else if (sort) {
      order = nextOrder(order, sort);
      choose();
      reorder();
    } else if (cell) {
      open(cell);
    } else if (pair || button.className === "swap") {
      const [a, b] = pair?.split(",") ?? [faces[1], faces[0]];
      faces = [a, b];
      views.versus();
    }
  };
  host.onchange = ({ target: it }) => {
    if (it instanceof HTMLInputElement && "toggle" in it.dataset) {
      put(hidden, it.name, !it.checked);
      choose();
      if (shown === "matrix") column(it.name);
      else show();
    } else if (it instanceof HTMLInputElement && "kind" in it.dataset) {
      put(kinds, it.name, it.checked);
      find();
    } else if (it instanceof HTMLSelectElement && it.name === "choose.topic-order") {
      order = it.value;
      choose();
      if (shown === "matrix") reorder();
    } else if (it instanceof HTMLSelectElement && it.name === "choose.only") {
      only = it.value;
      choose();
      show();
    } else if (it instanceof HTMLSelectElement && it.dataset.face) {
      const place = Number(it.dataset.face);
      const other = faces[1 - place] === it.value ? faces[place] : faces[1 - place];
      faces = place ? [other, it.value] : [it.value, other];
      views.versus();
    } else if (it instanceof HTMLSelectElement && "speaker" in it.dataset) {
      speaker = it.value;
      find();
    }
  };
  host.oninput = ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.type !== "search") return;
    search = target.value;
    find();
  };
  choose();
  show();
  return () => {
    host.onclick = host.onchange = host.oninput = null;
    host.textContent = "";
  };
}

start(mount);
