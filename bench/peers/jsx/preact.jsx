import { render } from "preact";
import { index } from "../model/index.js";
import { start } from "../start.js";
import { App } from "./app.jsx";

start((host, document) => {
  render(<App model={index(document)} />, host);
  return () => render(null, host);
});
