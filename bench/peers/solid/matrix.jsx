import { For, Show, createMemo, createSignal, useContext } from "solid-js";
import { groups, nextOrder } from "../model/views.js";
import { ACCORDS } from "../model/words.js";
import { Cell, Label, Mark, Open } from "./cell.jsx";

const ARROWS = { descending: "↓", ascending: "↑", none: "" };

function Head(props) {
  const sorted = () =>
    props.order === `for/${props.party.id}` ? "descending"
    : props.order === `against/${props.party.id}` ? "ascending"
    : "none";
  return (
    <th scope="col" role="columnheader" aria-sort={sorted()}>
      <Mark party={props.party} />
      <button
        type="button" class="sorter"
        onClick={() => props.sortBy(nextOrder(props.order, props.party.id))}
      >
        <span class="party">{props.party.short_name}</span>
        <span class="arrow" aria-hidden="true">{ARROWS[sorted()]}</span>
      </button>
    </th>
  );
}

function Row(props) {
  const open = useContext(Open);
  return (
    <tr role="row" data-topic={props.topic.id}>
      <th scope="row" role="rowheader">
        <span class="topic">{props.topic.name}</span>
        <span class="question">{props.topic.question}</span>
        <span class={`accord ${ACCORDS[props.accord][0]}`}>{ACCORDS[props.accord][1]}</span>
        <Show when={props.topic.statement_ids?.length}>
          <button
            type="button" class="background" data-cell={props.topic.id}
            aria-label={`Background: ${props.topic.name}`} onClick={() => open(props.topic.id)}
          >
            Background
          </button>
        </Show>
      </th>
      <For each={props.cells}>
        {(cell) => <td role="cell"><Label party={cell.party} hidden /><Cell cell={cell} /></td>}
      </For>
    </tr>
  );
}

export function Matrix(props) {
  // <For> keeps what it is given again, so topics and groups stand in it, which
  // stay the same, and their rows are asked for.
  const rowOf = createMemo(() => new Map(props.list.map((row) => [row.topic, row])));
  const known = new Map();
  const shown = createMemo(() =>
    groups(props.list, props.order === "given").map(({ key, name, rows }) => {
      if (!known.has(key)) known.set(key, [name, ...createSignal([])]);
      const group = known.get(key);
      group[2](rows.map((row) => row.topic));
      return group;
    }),
  );
  return (
    <table class="matrix" role="table">
      <caption class="visually-hidden">Where each party stands on each topic</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader" class="corner">Topic</th>
          <For each={props.parties}>
            {(party) => <Head party={party} order={props.order} sortBy={props.sortBy} />}
          </For>
        </tr>
      </thead>
      <For each={shown()}>
        {([name, topics]) => (
          <tbody role="rowgroup">
            <Show when={name}>
              <tr role="row" class="group">
                <th scope="rowgroup" role="rowheader" colspan={props.parties.length + 1}>{name}</th>
              </tr>
            </Show>
            <For each={topics()}>
              {(topic) => {
                const row = createMemo((old) => rowOf().get(topic) ?? old);
                return <Row topic={topic} accord={row().accord} cells={row().cells} />;
              }}
            </For>
          </tbody>
        )}
      </For>
    </table>
  );
}
