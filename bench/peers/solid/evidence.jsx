import { For, Show, onMount } from "solid-js";
import { evidenceId } from "../model/index.js";
import { earlierWords, glyph } from "../model/words.js";
import { Position } from "./cell.jsx";
import { Statements } from "./statement.jsx";

const statementsOf = (model, ids) => ids.map((id) => model.statement.get(id));

function StanceView({ model, stance, named, within }) {
  const { position, summary, conditions, statement_ids: ids } = stance;
  const tone = model.toneOf(position);
  return (
    <div class="stance">
      <Show when={named}>
        <p class={`position ${tone}`}>
          <span class={`sign ${tone}`} aria-hidden="true">{glyph(tone)}</span>
          <span class="word">{model.nameOf(position)}</span>
        </p>
      </Show>
      <p class="summary">{summary}</p>
      <Show when={conditions?.length}>
        <div class="conditions">
          <p class="label">On condition</p>
          <ul><For each={conditions}>{(condition) => <li>{condition}</li>}</For></ul>
        </div>
      </Show>
      <p class="label">{`Rests on ${ids.length} statements`}</p>
      <Statements model={model} list={statementsOf(model, ids)} within={within} />
    </div>
  );
}

const OfCell = ({ model, cell }) => (
  <>
    <p class="evidence-topic">{cell.topic.name}</p>
    <h3 class="evidence-heading" tabindex="-1">
      <span>{cell.party.name}</span> <Position tone={cell.tone} word={cell.word} />
    </h3>
    <p class="question">{cell.topic.question}</p>
    <For each={cell.current}>
      {(stance) => (
        <StanceView
          model={model} stance={stance} within={cell.key} named={cell.kind === "contradictory"}
        />
      )}
    </For>
    <For each={cell.earlier}>
      {(stance) => (
        <section class="earlier">
          <h4>{earlierWords(stance.date)}</h4>
          <StanceView model={model} stance={stance} named within={cell.key} />
        </section>
      )}
    </For>
  </>
);

const OfTopic = ({ model, topic }) => (
  <>
    <p class="evidence-topic">Background</p>
    <h3 class="evidence-heading" tabindex="-1">{topic.name}</h3>
    <p class="question">{topic.question}</p>
    <p class="label">The article also says</p>
    <Statements model={model} list={statementsOf(model, topic.statement_ids)} within={topic.id} />
  </>
);

/** The evidence of a cell or a topic: shown as soon as it is there. */
export function Panel({ model, of, onClose }) {
  let panel;
  onMount(() => panel.showPopover());
  const cell = model.cells.get(of);
  const id = evidenceId(of);
  return (
    <section
      ref={panel} id={id} popover="auto" class="evidence" role="dialog" data-of={of}
      on:toggle={(event) => event.newState === "closed" && onClose(of)}
    >
      <button
        type="button" class="close" popovertarget={id} popovertargetaction="hide"
        aria-label="Close"
      >
        <span aria-hidden="true">×</span>
      </button>
      <Show when={cell} fallback={<OfTopic model={model} topic={model.topic.get(of)} />}>
        <OfCell model={model} cell={cell} />
      </Show>
      <div class="cell-footer"><a href={`#stance__cell_is_${of.replace("/", "_on_")}`}>Link to this position</a></div>
    </section>
  );
}
