import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { index } from "../model/index.js";
import { start } from "../start.js";
import { App } from "./app.jsx";

start((host, document) => {
  const root = createRoot(host);
  flushSync(() => root.render(<App model={index(document)} />));
  return () => root.unmount();
});
