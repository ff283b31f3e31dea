import { memo, useContext } from "@library";
import { split } from "../model/views.js";
import { KIND_SIGN, KIND_WORD, whereWords } from "../model/words.js";
import { Mark, Open, Position } from "./cell.jsx";

const Marked = ({ text, search }) =>
  split(text, search).map((part, i) => (i % 2 ? <mark key={i}>{part}</mark> : part));

const Speaker = ({ name, role, search }) => (
  <span className="speaker">
    <cite><Marked text={name} search={search} /></cite>
    {role && <>, <span className="role">{role}</span></>}
  </span>
);

function CellLink({ cell }) {
  const open = useContext(Open);
  return (
    <button
      type="button" className="cell-link" data-cell={cell.key} onClick={() => open(cell.key)}
    >
      <Mark party={cell.party} />
      <span className="party">{cell.party.short_name}</span>
      <span className="cell-link-topic">{cell.topic.name}</span>
      <Position tone={cell.tone} word={cell.word} />
    </button>
  );
}

export const StatementView = memo(function StatementView({ model, statement, search, within }) {
  const { id, kind } = statement;
  const text = <Marked text={statement.text} search={search} />;
  const name = model.speakerName(statement);
  const cells = (model.cellsOn.get(id) ?? []).filter((cell) => cell.key !== within);
  return (
    <figure className={`statement ${kind}`} data-statement={id}>
      <p className="kind">
        <span className={`kind-sign ${kind}`} aria-hidden="true">{KIND_SIGN[kind]}</span>
        {KIND_WORD[kind]}
      </p>
      {kind === "direct_quote"
        ? <blockquote className="words"><p>{text}</p></blockquote>
        : <p className="words">{text}</p>}
      <figcaption>
        {name && <Speaker name={name} role={model.speakerRole(statement)} search={search} />}
        <span className="where">{whereWords(statement)}</span>
        {cells.length > 0 && (
          <div className="bears">
            <span className="label">{within ? "Also under" : "Bears on"}</span>
            <div className="cell-links">
              {cells.map((cell) => <CellLink key={cell.key} cell={cell} />)}
            </div>
          </div>
        )}
      </figcaption>
    </figure>
  );
});

export const Statements = ({ model, list, search = "", within }) => (
  <ul className="statements">
    {list.map((statement) => (
      <li key={statement.id}>
        <StatementView model={model} statement={statement} search={search} within={within} />
      </li>
    ))}
  </ul>
);
