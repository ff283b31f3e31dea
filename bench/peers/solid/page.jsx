import { render } from "solid-js/web";
import { index } from "../model/index.js";
import { start } from "../start.js";
import { App } from "./app.jsx";

start((host, document) => {
  const model = index(document);
  return render(() => <App model={model} />, host);
});
