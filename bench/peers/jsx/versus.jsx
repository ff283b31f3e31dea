import { memo, useMemo } from "@library";
import { pairs, versus } from "../model/views.js";
import { RELATIONS, tallyWords } from "../model/words.js";
import { Cell, Label } from "./cell.jsx";

const Pair = memo(({ pair, pressed, setFaces }) => (
  <button
    type="button" className={`pair ${pair.level}`} aria-pressed={pressed}
    onClick={() => setFaces([pair.a, pair.b])}
  >
    <span className="apart">{pair.apart}</span>
    <span className="of">{pair.of}</span>
  </button>
));

const Pairs = memo(function Pairs({ model, faces, setFaces }) {
  const table = useMemo(() => pairs(model), [model]);
  const isPressed = ({ a, b }) => faces.includes(a) && faces.includes(b);
  return (
    <section className="pairs">
      <h3 className="section-heading">How far apart</h3>
      <table>
        <thead>
          <tr>
            <td />
            {model.parties.slice(0, -1).map((party) => (
              <th key={party.id} scope="col">{party.short_name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.map(({ party, cells }) => (
            <tr key={party.id}>
              <th scope="row">{party.short_name}</th>
              {cells.map((pair, i) => (
                <td key={i}>
                  {pair && <Pair pair={pair} pressed={isPressed(pair)} setFaces={setFaces} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
});

const Row = memo(({ topic, one, other, relation }) => {
  const [relationClass, relationWord] = RELATIONS[relation];
  return (
    <li className={`versus-row ${relationClass}`} data-topic={topic.id}>
      <div className="versus-topic">
        <h3 className="topic">{topic.name}</h3>
        <p className="question">{topic.question}</p>
        <p className={`accord ${relationClass}`}>{relationWord}</p>
      </div>
      {[one, other].map((cell) => (
        <div key={cell.party.id} className="versus-side">
          <Label party={cell.party} />
          <Cell cell={cell} />
        </div>
      ))}
    </li>
  );
});

function Face({ model, label, value, onChange }) {
  return (
    <label className="side">
      <span className="label">{label}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {model.parties.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
      </select>
    </label>
  );
}

export function Versus({ model, faces, setFaces, only }) {
  const { rows, tally } = useMemo(() => versus(model, ...faces, only), [model, faces, only]);
  const [first, second] = faces;
  const swap = () => setFaces([second, first]);
  return (
    <div className="versus">
      <div className="versus-choice two">
        <Face
          model={model} label="First party" value={first}
          onChange={(id) => (id === second ? swap() : setFaces([id, second]))}
        />
        <button type="button" className="swap" aria-label="Exchange the sides" onClick={swap}>
          <span aria-hidden="true">⇄</span>
        </button>
        <Face
          model={model} label="Second party" value={second}
          onChange={(id) => (id === first ? swap() : setFaces([first, id]))}
        />
      </div>
      <p className="tally" role="status">{tallyWords(tally)}</p>
      <ol className="versus-rows two">
        {rows.map(({ topic, cells, relation }) => (
          <Row key={topic.id} topic={topic} one={cells[0]} other={cells[1]} relation={relation} />
        ))}
      </ol>
      {model.parties.length > 2 && <Pairs model={model} faces={faces} setFaces={setFaces} />}
    </div>
  );
}
