import { Show, createContext, useContext } from "solid-js";
import { glyph } from "../model/words.js";

/** Opens the evidence of `party/topic`, or of a topic. */
export const Open = createContext(() => {});

export const Position = (props) => (
  <span class={`position ${props.tone}`}>
    <span class={`sign ${props.tone}`} aria-hidden="true">{glyph(props.tone)}</span>
    <span class="word">{props.word}</span>
  </span>
);

export const Mark = (props) => (
  <svg class="party-mark" viewBox="0 0 10 10" preserveAspectRatio="none" aria-hidden="true">
    <rect width="10" height="10" fill={props.party.color ?? "currentColor"} />
  </svg>
);

export const Label = (props) => (
  <p class="party-label" aria-hidden={props.hidden ? "true" : undefined}>
    <Mark party={props.party} />
    <span class="party">{props.party.short_name}</span>
  </p>
);

/** What a cell shows never changes: nothing in it is watched. */
export function Cell({ cell }) {
  const open = useContext(Open);
  if (!cell.stated) return <p class="cell silent"><span class="word">{cell.word}</span></p>;
  return (
    <button
      type="button" class={`cell ${cell.tone}`} data-cell={cell.key}
      onClick={() => open(cell.key)}
    >
      <Position tone={cell.tone} word={cell.word} />
      <span class="summary">{cell.summary}</span>
      <Show when={cell.was}>
        <span class="earlier">{cell.was.when}: <span>{cell.was.what}</span></span>
      </Show>
    </button>
  );
}
