import { memo, useContext } from "@library";
import { groups, nextOrder } from "../model/views.js";
import { ACCORDS } from "../model/words.js";
import { Cell, Label, Mark, Open } from "./cell.jsx";

const ARROWS = { descending: "↓", ascending: "↑", none: "" };

function Head({ party, order, sortBy }) {
  const sorted =
    order === `for/${party.id}` ? "descending"
    : order === `against/${party.id}` ? "ascending"
    : "none";
  return (
    <th scope="col" role="columnheader" aria-sort={sorted}>
      <Mark party={party} />
      <button type="button" className="sorter" onClick={() => sortBy(nextOrder(order, party.id))}>
        <span className="party">{party.short_name}</span>
        <span className="arrow" aria-hidden="true">{ARROWS[sorted]}</span>
      </button>
    </th>
  );
}

const Stand = memo(({ cell }) => (
  <td role="cell">
    <Label party={cell.party} hidden />
    <Cell cell={cell} />
  </td>
));

const sameRow = (a, b) =>
  a.topic === b.topic &&
  a.accord === b.accord &&
  a.cells.length === b.cells.length &&
  a.cells.every((cell, i) => cell === b.cells[i]);

const Row = memo(function Row({ topic, cells, accord }) {
  const open = useContext(Open);
  const [accordClass, accordWord] = ACCORDS[accord];
  return (
    <tr role="row" data-topic={topic.id}>
      <th scope="row" role="rowheader">
        <span className="topic">{topic.name}</span>
        <span className="question">{topic.question}</span>
        <span className={`accord ${accordClass}`}>{accordWord}</span>
        {topic.statement_ids?.length > 0 && (
          <button
            type="button" className="background" data-cell={topic.id}
            aria-label={`Background: ${topic.name}`} onClick={() => open(topic.id)}
          >
            Background
          </button>
        )}
      </th>
      {cells.map((cell) => <Stand key={cell.party.id} cell={cell} />)}
    </tr>
  );
}, sameRow);

export const Matrix = memo(function Matrix({ list, parties, order, sortBy }) {
  return (
    <table className="matrix" role="table">
      <caption className="visually-hidden">Where each party stands on each topic</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader" className="corner">Topic</th>
          {parties.map((party) => (
            <Head key={party.id} party={party} order={order} sortBy={sortBy} />
          ))}
        </tr>
      </thead>
      {groups(list, order === "given").map((group) => (
        <tbody key={group.key} role="rowgroup">
          {group.name && (
            <tr role="row" className="group">
              <th scope="rowgroup" role="rowheader" colSpan={parties.length + 1}>{group.name}</th>
            </tr>
          )}
          {group.rows.map((row) => <Row key={row.topic.id} {...row} />)}
        </tbody>
      ))}
    </table>
  );
});
