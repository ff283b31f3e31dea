import { useDeferredValue, useMemo, useState } from "@library";
import { heard, hitWords } from "../model/views.js";
import { KINDS, KIND_SIGN, KIND_WORD } from "../model/words.js";
import { Statements } from "./statement.jsx";

export function toggled(set, one) {
  const next = new Set(set);
  if (!next.delete(one)) next.add(one);
  return next;
}

/** Every statement, filtered and searched. */
export function Heard({ model, shown }) {
  const [search, setSearch] = useState("");
  const [speaker, setSpeaker] = useState("");
  const [kinds, setKinds] = useState(() => new Set(KINDS));
  // In React typing comes before the list; in Preact this is the search itself.
  const wanted = useDeferredValue(search);
  const found = useMemo(
    () => heard(model, { shown, kinds, speaker, search: wanted }),
    [model, shown, kinds, speaker, wanted],
  );
  return (
    <div className="statements-view">
      <div className="filters" role="search">
        <label className="field search">
          <span className="label">Search</span>
          <input
            type="search" autoComplete="off" value={search}
            onInput={(event) => setSearch(event.currentTarget.value)}
          />
        </label>
        <label className="field">
          <span className="label">Speaker</span>
          <select value={speaker} onChange={(event) => setSpeaker(event.currentTarget.value)}>
            <option value="">Everybody</option>
            {model.speakers.map(([key, name]) => <option key={key} value={key}>{name}</option>)}
          </select>
        </label>
        <fieldset className="kinds">
          <legend className="label">Whose voice it is in</legend>
          {KINDS.map((kind) => (
            <label key={kind} className="option">
              <input
                type="checkbox" name={kind} checked={kinds.has(kind)}
                onChange={() => setKinds((old) => toggled(old, kind))}
              />
              <span>
                <span className={`kind-sign ${kind}`} aria-hidden="true">{KIND_SIGN[kind]}</span>
                {" "}{KIND_WORD[kind]}
              </span>
            </label>
          ))}
        </fieldset>
      </div>
      <p className="hits" role="status">{hitWords(model, found, wanted)}</p>
      <section><Statements model={model} list={found} search={wanted} /></section>
    </div>
  );
}
