import { mount, unmount } from "svelte";
import { index } from "../model/index.js";
import { start } from "../start.js";
import App from "./App.svelte";

start((target, document) => {
  const app = mount(App, { target, props: { model: index(document) } });
  return () => unmount(app);
});
