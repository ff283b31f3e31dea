// The comparison in Solid: signals, memos, and lists that keep what stays.

import { For, Match, Switch, createMemo, createSignal } from "solid-js";
import { evidenceKeys } from "../model/index.js";
import { crowd, overview, rows, sharpestPair } from "../model/views.js";
import { Open } from "./cell.jsx";
import { Panel } from "./evidence.jsx";
import { Heard, toggled } from "./heard.jsx";
import { Matrix } from "./matrix.jsx";
import { Versus } from "./versus.jsx";

const VIEWS = [["matrix", "Overview"], ["versus", "Side by side"], ["statements", "Statements"]];
const ONLY = [
  ["all", "every topic"],
  ["disagreement", "only where they disagree"],
  ["clash", "only where they clash"],
];
const ORDERS = [["given", "as given"], ["clash", "clashes first"]];

const Header = (props) => (
  <header class="header">
    <h2 class="headline" id="headline">{props.model.document.article.headline}</h2>
    <p class="description">{props.model.document.article.description}</p>
    <p class="overview" role="status">{overview(props.list, props.parties)}</p>
  </header>
);

const Tabs = (props) => (
  <div class="tabs" role="tablist" aria-label="Ways to compare">
    <For each={VIEWS}>
      {([id, name]) => (
        <button
          type="button" role="tab" class="tab" id={`tab:${id}`}
          aria-selected={props.view === id ? "true" : "false"}
          tabindex={props.view === id ? 0 : -1} onClick={() => props.setView(id)}
        >
          {name}
        </button>
      )}
    </For>
  </div>
);

const Parties = (props) => (
  <div class="chooser">
    <button type="button" class="chooser-button" popovertarget="choose:parties">
      Parties{" "}
      <span class="count">
        {props.model.parties.length - props.hidden.size} of {props.model.parties.length}
      </span>
    </button>
    <div id="choose:parties" popover="auto" class="options" role="group">
      <For each={props.model.parties}>
        {({ id, name }) => (
          <div class="option-row">
            <label class="option">
              <input
                type="checkbox" name={id} checked={!props.hidden.has(id)}
                onChange={() => props.toggle(id)}
              />
              <span>{name}</span>
            </label>
          </div>
        )}
      </For>
    </div>
  </div>
);

const Choice = (props) => (
  <label class="field">
    <span class="label">{props.label}</span>
    <select
      name={props.name} value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    >
      <For each={props.options}>{([id, words]) => <option value={id}>{words}</option>}</For>
    </select>
  </label>
);

const Topics = (props) => (
  <div class="chooser">
    <button type="button" class="chooser-button" popovertarget="choose:topics">
      Topics <span class="count">{props.model.topics.length}</span>
    </button>
    <div id="choose:topics" popover="auto" class="options" role="group">
      <Choice
        name="choose.only" label="Show" value={props.only} onChange={props.setOnly} options={ONLY}
      />
      <Choice
        name="choose.topic-order" label="Sort"
        value={props.order.includes("/") ? "" : props.order} onChange={props.setOrder}
        options={ORDERS}
      />
    </div>
  </div>
);

/** `unrolled` has all evidence written out, for a page that is rendered ahead. */
export function App({ model, unrolled }) {
  const [view, setView] = createSignal("matrix");
  const [hidden, setHidden] = createSignal(new Set());
  const [order, setOrder] = createSignal("given");
  const [only, setOnly] = createSignal("all");
  const [faces, setFaces] = createSignal(sharpestPair(model));
  const [opened, open] = createSignal(null);
  const parties = createMemo(() => model.parties.filter(({ id }) => !hidden().has(id)));
  const shown = createMemo(() => new Set(parties().map(({ id }) => id)));
  const list = createMemo(() => rows(model, parties(), order(), only()));
  const close = (key) => open((now) => (now === key ? null : now));
  const panels = () => (unrolled ? evidenceKeys(model) : opened() ? [opened()] : []);
  return (
    <Open.Provider value={open}>
      <section class="comparison" lang="en" aria-labelledby="headline">
        <Header model={model} list={list()} parties={parties()} />
        <div class="toolbar">
          <Tabs view={view()} setView={setView} />
          <div class="choosers">
            <Parties
              model={model} hidden={hidden()} toggle={(id) => setHidden(toggled(hidden(), id))}
            />
            <Topics
              model={model} only={only()} setOnly={setOnly} order={order()} setOrder={setOrder}
            />
          </div>
        </div>
        <div
          id="view" role="tabpanel" class={view() === "matrix" ? crowd(parties().length) : "view"}
        >
          <Switch>
            <Match when={view() === "matrix"}>
              <Matrix list={list()} parties={parties()} order={order()} sortBy={setOrder} />
            </Match>
            <Match when={view() === "versus"}>
              <Versus model={model} faces={faces()} setFaces={setFaces} only={only()} />
            </Match>
            <Match when={view() === "statements"}><Heard model={model} shown={shown()} /></Match>
          </Switch>
        </div>
        <div class="all-evidence">
          <For each={panels()}>{(key) => <Panel model={model} of={key} onClose={close} />}</For>
        </div>
      </section>
    </Open.Provider>
  );
}
