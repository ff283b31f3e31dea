import { For, Show, createMemo } from "solid-js";
import { pairs, versus } from "../model/views.js";
import { RELATIONS, tallyWords } from "../model/words.js";
import { Cell, Label } from "./cell.jsx";

function Pairs(props) {
  const table = pairs(props.model);
  const isPressed = ({ a, b }) => props.faces.includes(a) && props.faces.includes(b);
  return (
    <section class="pairs">
      <h3 class="section-heading">How far apart</h3>
      <table>
        <thead>
          <tr>
            <td />
            <For each={props.model.parties.slice(0, -1)}>
              {(party) => <th scope="col">{party.short_name}</th>}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={table}>
            {({ party, cells }) => (
              <tr>
                <th scope="row">{party.short_name}</th>
                <For each={cells}>
                  {(pair) => (
                    <td>
                      <Show when={pair}>
                        <button
                          type="button" class={`pair ${pair.level}`}
                          aria-pressed={isPressed(pair) ? "true" : "false"}
                          onClick={() => props.setFaces([pair.a, pair.b])}
                        >
                          <span class="apart">{pair.apart}</span>
                          <span class="of">{pair.of}</span>
                        </button>
                      </Show>
                    </td>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </section>
  );
}

function Row({ row }) {
  const [relationClass, relationWord] = RELATIONS[row.relation];
  return (
    <li class={`versus-row ${relationClass}`} data-topic={row.topic.id}>
      <div class="versus-topic">
        <h3 class="topic">{row.topic.name}</h3>
        <p class="question">{row.topic.question}</p>
        <p class={`accord ${relationClass}`}>{relationWord}</p>
      </div>
      <For each={row.cells}>
        {(cell) => (
          <div class="versus-side">
            <Label party={cell.party} />
            <Cell cell={cell} />
          </div>
        )}
      </For>
    </li>
  );
}

const Face = (props) => (
  <label class="side">
    <span class="label">{props.label}</span>
    <select value={props.value} onChange={(event) => props.onChange(event.currentTarget.value)}>
      <For each={props.model.parties}>
        {({ id, name }) => <option value={id}>{name}</option>}
      </For>
    </select>
  </label>
);

export function Versus(props) {
  const shown = createMemo(() => versus(props.model, ...props.faces, props.only));
  const [first, second] = [() => props.faces[0], () => props.faces[1]];
  const swap = () => props.setFaces([second(), first()]);
  return (
    <div class="versus">
      <div class="versus-choice two">
        <Face
          model={props.model} label="First party" value={first()}
          onChange={(id) => (id === second() ? swap() : props.setFaces([id, second()]))}
        />
        <button type="button" class="swap" aria-label="Exchange the sides" onClick={swap}>
          <span aria-hidden="true">⇄</span>
        </button>
        <Face
          model={props.model} label="Second party" value={second()}
          onChange={(id) => (id === first() ? swap() : props.setFaces([first(), id]))}
        />
      </div>
      <p class="tally" role="status">{tallyWords(shown().tally)}</p>
      <ol class="versus-rows two"><For each={shown().rows}>{(row) => <Row row={row} />}</For></ol>
      <Show when={props.model.parties.length > 2}>
        <Pairs model={props.model} faces={props.faces} setFaces={props.setFaces} />
      </Show>
    </div>
  );
}
