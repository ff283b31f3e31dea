// What every peer's page does: fetch the document, mount, say when.

/** @import { Document } from "./model/document.js" */

/** @param {(host: HTMLElement, document: Document) => unknown} mount gives what
    takes it out again */
export async function start(mount) {
  globalThis.peerMount = mount;
  const host = document.querySelector("#app");
  if (!(host instanceof HTMLElement)) return;
  const answer = await fetch(String(host.dataset.src));
  await mount(host, await answer.json());
  document.dispatchEvent(new Event("peer-ready"));
}
