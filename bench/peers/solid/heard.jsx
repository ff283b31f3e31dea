import { For, createMemo, createSignal } from "solid-js";
import { heard, hitWords } from "../model/views.js";
import { KINDS, KIND_SIGN, KIND_WORD } from "../model/words.js";
import { Statements } from "./statement.jsx";

export function toggled(set, one) {
  const next = new Set(set);
  if (!next.delete(one)) next.add(one);
  return next;
}

/** Every statement, filtered and searched. */
export function Heard(props) {
  const [search, setSearch] = createSignal("");
  const [speaker, setSpeaker] = createSignal("");
  const [kinds, setKinds] = createSignal(new Set(KINDS));
  const found = createMemo(() =>
    heard(props.model, {
      shown: props.shown, kinds: kinds(), speaker: speaker(), search: search(),
    }),
  );
  return (
    <div class="statements-view">
      <div class="filters" role="search">
        <label class="field search">
          <span class="label">Search</span>
          <input
            type="search" autocomplete="off" value={search()}
            onInput={(event) => setSearch(event.currentTarget.value)}
          />
        </label>
        <label class="field">
          <span class="label">Speaker</span>
          <select onChange={(event) => setSpeaker(event.currentTarget.value)}>
            <option value="">Everybody</option>
            <For each={props.model.speakers}>
              {([key, name]) => <option value={key}>{name}</option>}
            </For>
          </select>
        </label>
        <fieldset class="kinds">
          <legend class="label">Whose voice it is in</legend>
          <For each={KINDS}>
            {(kind) => (
              <label class="option">
                <input
                  type="checkbox" name={kind} checked={kinds().has(kind)}
                  onChange={() => setKinds(toggled(kinds(), kind))}
                />
                <span>
                  <span class={`kind-sign ${kind}`} aria-hidden="true">{KIND_SIGN[kind]}</span>
                  {" "}{KIND_WORD[kind]}
                </span>
              </label>
            )}
          </For>
        </fieldset>
      </div>
      <p class="hits" role="status">{hitWords(props.model, found(), search())}</p>
      <section><Statements model={props.model} list={found()} search={search()} /></section>
    </div>
  );
}
