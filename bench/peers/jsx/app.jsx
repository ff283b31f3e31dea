// The comparison with hooks, built once for React and once for Preact: "@library"
// is the one or the other. Rows, cells and statements are memoised.

import { memo, useCallback, useMemo, useState } from "@library";
import { evidenceKeys } from "../model/index.js";
import { crowd, overview, rows, sharpestPair } from "../model/views.js";
import { Open } from "./cell.jsx";
import { Panel } from "./evidence.jsx";
import { Heard, toggled } from "./heard.jsx";
import { Matrix } from "./matrix.jsx";
import { Versus } from "./versus.jsx";

const VIEWS = [["matrix", "Overview"], ["versus", "Side by side"], ["statements", "Statements"]];

const Header = memo(({ model, list, parties }) => (
  <header className="header">
    <h2 className="headline" id="headline">{model.document.article.headline}</h2>
    <p className="description">{model.document.article.description}</p>
    <p className="overview" role="status">{overview(list, parties)}</p>
  </header>
));

const Tabs = memo(({ view, setView }) => (
  <div className="tabs" role="tablist" aria-label="Ways to compare">
    {VIEWS.map(([id, name]) => (
      <button
        key={id} type="button" role="tab" className="tab" id={`tab:${id}`}
        aria-selected={view === id} tabIndex={view === id ? 0 : -1} onClick={() => setView(id)}
      >
        {name}
      </button>
    ))}
  </div>
));

const Parties = memo(({ model, hidden, toggle }) => (
  <div className="chooser">
    <button type="button" className="chooser-button" popoverTarget="choose:parties">
      Parties{" "}
      <span className="count">
        {model.parties.length - hidden.size} of {model.parties.length}
      </span>
    </button>
    <div id="choose:parties" popover="auto" className="options" role="group">
      {model.parties.map(({ id, name }) => (
        <div key={id} className="option-row">
          <label className="option">
            <input
              type="checkbox" name={id} checked={!hidden.has(id)} onChange={() => toggle(id)}
            />
            <span>{name}</span>
          </label>
        </div>
      ))}
    </div>
  </div>
));

function Choice({ name, label, value, onChange, options }) {
  return (
    <label className="field">
      <span className="label">{label}</span>
      <select name={name} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map(([id, words]) => <option key={id} value={id}>{words}</option>)}
      </select>
    </label>
  );
}

const ONLY = [
  ["all", "every topic"],
  ["disagreement", "only where they disagree"],
  ["clash", "only where they clash"],
];
const ORDERS = [["given", "as given"], ["clash", "clashes first"]];

const Topics = memo(({ model, only, setOnly, order, setOrder }) => (
  <div className="chooser">
    <button type="button" className="chooser-button" popoverTarget="choose:topics">
      Topics <span className="count">{model.topics.length}</span>
    </button>
    <div id="choose:topics" popover="auto" className="options" role="group">
      <Choice name="choose.only" label="Show" value={only} onChange={setOnly} options={ONLY} />
      <Choice
        name="choose.topic-order" label="Sort" value={order.includes("/") ? "" : order}
        onChange={setOrder} options={ORDERS}
      />
    </div>
  </div>
));

/** `unrolled` has all evidence written out, for a page that is rendered ahead. */
export function App({ model, unrolled }) {
  const [view, setView] = useState("matrix");
  const [hidden, setHidden] = useState(() => new Set());
  const [order, setOrder] = useState("given");
  const [only, setOnly] = useState("all");
  const [faces, setFaces] = useState(() => sharpestPair(model));
  const [opened, open] = useState(null);
  const parties = useMemo(
    () => model.parties.filter(({ id }) => !hidden.has(id)),
    [model, hidden],
  );
  const shown = useMemo(() => new Set(parties.map(({ id }) => id)), [parties]);
  const list = useMemo(() => rows(model, parties, order, only), [model, parties, order, only]);
  const toggle = useCallback((id) => setHidden((old) => toggled(old, id)), []);
  const close = useCallback((key) => open((now) => (now === key ? null : now)), []);
  const panels = unrolled ? evidenceKeys(model) : opened ? [opened] : [];
  return (
    <Open.Provider value={open}>
      <section className="comparison" lang="en" aria-labelledby="headline">
        <Header model={model} list={list} parties={parties} />
        <div className="toolbar">
          <Tabs view={view} setView={setView} />
          <div className="choosers">
            <Parties model={model} hidden={hidden} toggle={toggle} />
            <Topics model={model} only={only} setOnly={setOnly} order={order} setOrder={setOrder} />
          </div>
        </div>
        <div
          id="view" role="tabpanel"
          className={view === "matrix" ? crowd(parties.length) : "view"}
        >
          {view === "matrix" && (
            <Matrix list={list} parties={parties} order={order} sortBy={setOrder} />
          )}
          {view === "versus" && (
            <Versus model={model} faces={faces} setFaces={setFaces} only={only} />
          )}
          {view === "statements" && <Heard model={model} shown={shown} />}
        </div>
        <div className="all-evidence">
          {panels.map((key) => <Panel key={key} model={model} of={key} onClose={close} />)}
        </div>
      </section>
    </Open.Provider>
  );
}
