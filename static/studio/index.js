// The Studio's page: brings the WebAssembly and starts it.

import { guardOf } from "../common/guard.js";
import { browser } from "./browser.js";
import { wasm } from "./files.js";
import { glue } from "./glue.js";

const root = document.getElementById("studio");
if (root) {
  const begin = async () => {
    glue.guard = guardOf(glue);
    await glue(await wasm(root.dataset["wasm"] ?? ""));
    root.replaceChildren();
    glue.start(root, browser);
    // For those who count what a step costs.
    Object.assign(root, { rendered: () => glue.rendered() });
  };
  begin().catch((error) => {
    root.textContent = `The Studio could not be started. ${error?.message ?? error}`;
    throw error;
  });
}
