import { useLayoutEffect, useRef } from "@library";
import { evidenceId } from "../model/index.js";
import { earlierWords } from "../model/words.js";
import { Position } from "./cell.jsx";
import { Statements } from "./statement.jsx";

const statementsOf = (model, ids) => ids.map((id) => model.statement.get(id));

function StanceView({ model, stance, named, within }) {
  const { position, summary, conditions, statement_ids: ids } = stance;
  return (
    <div className="stance">
      {named && <Position as="p" tone={model.toneOf(position)} word={model.nameOf(position)} />}
      <p className="summary">{summary}</p>
      {conditions?.length > 0 && (
        <div className="conditions">
          <p className="label">On condition</p>
          <ul>{conditions.map((condition, i) => <li key={i}>{condition}</li>)}</ul>
        </div>
      )}
      <p className="label">{`Rests on ${ids.length} statements`}</p>
      <Statements model={model} list={statementsOf(model, ids)} within={within} />
    </div>
  );
}

const OfCell = ({ model, cell }) => (
  <>
    <p className="evidence-topic">{cell.topic.name}</p>
    <h3 className="evidence-heading" tabIndex={-1}>
      <span>{cell.party.name}</span> <Position tone={cell.tone} word={cell.word} />
    </h3>
    <p className="question">{cell.topic.question}</p>
    {cell.current.map((stance, i) => (
      <StanceView
        key={i} model={model} stance={stance} within={cell.key}
        named={cell.kind === "contradictory"}
      />
    ))}
    {cell.earlier.map((stance, i) => (
      <section key={i} className="earlier">
        <h4>{earlierWords(stance.date)}</h4>
        <StanceView model={model} stance={stance} named within={cell.key} />
      </section>
    ))}
  </>
);

const OfTopic = ({ model, topic }) => (
  <>
    <p className="evidence-topic">Background</p>
    <h3 className="evidence-heading" tabIndex={-1}>{topic.name}</h3>
    <p className="question">{topic.question}</p>
    <p className="label">The article also says</p>
    <Statements
      model={model} list={statementsOf(model, topic.statement_ids)} within={topic.id}
    />
  </>
);

/** The evidence of a cell or a topic: shown as soon as it is there, where there
    is somebody to hear that it was closed. */
export function Panel({ model, of, onClose }) {
  const panel = useRef(null);
  useLayoutEffect(() => panel.current.showPopover(), []);
  const cell = model.cells.get(of);
  const id = evidenceId(of);
  return (
    <section
      ref={panel} id={id} popover="auto" className="evidence" role="dialog" data-of={of}
      onToggle={(event) => event.newState === "closed" && onClose(of)}
    >
      <button
        type="button" className="close" popoverTarget={id} popoverTargetAction="hide"
        aria-label="Close"
      >
        <span aria-hidden="true">×</span>
      </button>
      {cell
        ? <OfCell model={model} cell={cell} />
        : <OfTopic model={model} topic={model.topic.get(of)} />}
      <div className="cell-footer"><a href={`#stance__cell_is_${of.replace("/", "_on_")}`}>Link to this position</a></div>
    </section>
  );
}
