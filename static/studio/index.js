// The Studio's page: brings the WebAssembly and starts it.

import { browser } from "./browser.js";
import { wasm } from "./files.js";
import { glue } from "./glue.js";

const root = document.getElementById("studio");
if (root) {
  const begin = async () => {
    await glue({ module_or_path: await wasm(root.dataset["wasm"] ?? "") });
    root.replaceChildren();
    glue.start(root, browser);
  };
  begin().catch((error) => {
    root.textContent = `The Studio could not be started. ${error?.message ?? error}`;
    throw error;
  });
}
