import { renderToString } from "preact-render-to-string";
import { index } from "../model/index.js";
import { App } from "./app.jsx";

export const render = (document) => renderToString(<App model={index(document)} unrolled />);
