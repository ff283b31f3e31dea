import { For, Show, useContext } from "solid-js";
import { split } from "../model/views.js";
import { KIND_SIGN, KIND_WORD, whereWords } from "../model/words.js";
import { Mark, Open, Position } from "./cell.jsx";

/** Parts have no identity: a text is marked anew as a whole. */
const Marked = (props) => (
  <>{split(props.text, props.search).map((part, i) => (i % 2 ? <mark>{part}</mark> : part))}</>
);

function CellLink({ cell }) {
  const open = useContext(Open);
  return (
    <button type="button" class="cell-link" data-cell={cell.key} onClick={() => open(cell.key)}>
      <Mark party={cell.party} />
      <span class="party">{cell.party.short_name}</span>
      <span class="cell-link-topic">{cell.topic.name}</span>
      <Position tone={cell.tone} word={cell.word} />
    </button>
  );
}

export function StatementView(props) {
  const { model, statement, within } = props;
  const { id, kind } = statement;
  const [name, role] = [model.speakerName(statement), model.speakerRole(statement)];
  const cells = (model.cellsOn.get(id) ?? []).filter((cell) => cell.key !== within);
  const text = () => <Marked text={statement.text} search={props.search} />;
  return (
    <figure class={`statement ${kind}`} data-statement={id}>
      <p class="kind">
        <span class={`kind-sign ${kind}`} aria-hidden="true">{KIND_SIGN[kind]}</span>
        {KIND_WORD[kind]}
      </p>
      <Show when={kind === "direct_quote"} fallback={<p class="words">{text()}</p>}>
        <blockquote class="words"><p>{text()}</p></blockquote>
      </Show>
      <figcaption>
        <Show when={name}>
          <span class="speaker">
            <cite><Marked text={name} search={props.search} /></cite>
            <Show when={role}>, <span class="role">{role}</span></Show>
          </span>
        </Show>
        <span class="where">{whereWords(statement)}</span>
        <Show when={cells.length}>
          <div class="bears">
            <span class="label">{within ? "Also under" : "Bears on"}</span>
            <div class="cell-links">
              <For each={cells}>{(cell) => <CellLink cell={cell} />}</For>
            </div>
          </div>
        </Show>
      </figcaption>
    </figure>
  );
}

export const Statements = (props) => (
  <ul class="statements">
    <For each={props.list}>
      {(statement) => (
        <li>
          <StatementView
            model={props.model} statement={statement} search={props.search ?? ""}
            within={props.within}
          />
        </li>
      )}
    </For>
  </ul>
);
