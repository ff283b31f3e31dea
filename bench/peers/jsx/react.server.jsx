import { renderToString } from "react-dom/server";
import { index } from "../model/index.js";
import { App } from "./app.jsx";

export const render = (document) => renderToString(<App model={index(document)} unrolled />);
