import { renderToString } from "solid-js/web";
import { index } from "../model/index.js";
import { App } from "./app.jsx";

export function render(document) {
  const model = index(document);
  return renderToString(() => <App model={model} unrolled />);
}
