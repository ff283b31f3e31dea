import { render as rendered } from "svelte/server";
import { index } from "../model/index.js";
import App from "./App.svelte";

/** @param {import("../model/document.js").Document} document */
export const render = (document) =>
  rendered(App, { props: { model: index(document), unrolled: true } }).body;
