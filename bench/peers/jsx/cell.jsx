import { createContext, memo, useContext } from "@library";
import { glyph } from "../model/words.js";

/** Opens the evidence of `party/topic`, or of a topic. */
export const Open = createContext(() => {});

export const Position = ({ tone, word, as: Tag = "span" }) => (
  <Tag className={`position ${tone}`}>
    <span className={`sign ${tone}`} aria-hidden="true">{glyph(tone)}</span>
    <span className="word">{word}</span>
  </Tag>
);

export const Mark = ({ party }) => (
  <svg className="party-mark" viewBox="0 0 10 10" preserveAspectRatio="none" aria-hidden="true">
    <rect width="10" height="10" fill={party.color ?? "currentColor"} />
  </svg>
);

export const Label = ({ party, hidden }) => (
  <p className="party-label" aria-hidden={hidden ? "true" : undefined}>
    <Mark party={party} />
    <span className="party">{party.short_name}</span>
  </p>
);

export const Cell = memo(function Cell({ cell }) {
  const open = useContext(Open);
  if (!cell.stated) return <p className="cell silent"><span className="word">{cell.word}</span></p>;
  return (
    <button
      type="button" className={`cell ${cell.tone}`} data-cell={cell.key}
      onClick={() => open(cell.key)}
    >
      <Position tone={cell.tone} word={cell.word} />
      <span className="summary">{cell.summary}</span>
      {cell.was && <span className="earlier">{cell.was.when}: <span>{cell.was.what}</span></span>}
    </button>
  );
});
