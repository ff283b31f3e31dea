// The element in React's JSX.
import "./standpoint.react";
import { useRef } from "react";
import type { StanceComparison, StanceDocument } from "./standpoint";

export function Story({ document }: { document: StanceDocument }) {
  const ref = useRef<StanceComparison>(null);
  return (
    <stance-comparison
      ref={ref}
      className="wide"
      view="versus"
      data={document}
      permalink
      source-text="#story"
      heading-level={3}
      onstance-change={(event) => console.log(event.detail.view, ref.current?.state)}
    />
  );
}
